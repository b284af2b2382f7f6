import pytest

from entrepot.channels.locating import Reports, hubs_by_place, index_reports, locate_conduit, locate_end
from entrepot.model.actor import Actor
from entrepot.model.claim import Role
from tests.channels.builders import ASIA, LARSI
from tests.corroboration.builders import IRAN, LUKASHENKO, claim, firm, report

NOBODY = Reports()
SHIP = Actor(id="vessel:port-olya-4", kind="vessel", name="Port Olya 4")


def role(filler):
    who = filler if isinstance(filler, Actor) else None
    return Role(role="via", text=who.name if who else filler, span=None, actor=who, inferred=True)


def where(actor, text):
    document = report("one", text=text)
    reports = index_reports({document.id: text}, [claim(document, "supply", via=actor)])
    found = locate_conduit(role(actor), (), reports)
    return found.territory if found else ""


@pytest.mark.parametrize(
    ("text", "territory"),
    [
        ("Sold to Boat Works, a Greek yard, in May.", "GR"),
        ("Sold to Boat Works, a company in Sharjah, in May.", "AE"),
        ("Sold to Boat Works, a front for Marlow, an Iranian buyer.", ""),
        ("Sold to Boat Works in Almaty.", "KZ"),
        ("Sold to Boat Works, which is registered in Georgia.", "GE"),
        ("Sold to Boat Works (Turkey) and others.", "TR"),
        ("The Kazakh forwarder Boat Works took them.", "KZ"),
        ("The Dubai-based Boat Works took them.", "AE"),
        ("Sold to Boat Works, a supplier of Russian plants.", ""),
        ("Boat Works sold them to Iran.", ""),
        ("Boat Works, a Greek yard. Later Boat Works in Almaty.", ""),
        ("Boat Worksop, a Greek yard.", ""),
    ],
)
def test_a_firm_is_where_the_report_says_and_nowhere_where_it_differs(text, territory):
    assert where(firm("Boat Works"), text) == territory


def test_a_firm_of_the_tables_is_where_they_say():
    found = locate_conduit(role(Actor(id="organisation:ae-dp-world", kind="organisation", name="DP World")), (), NOBODY)
    assert (found.territory, found.reason) == ("AE", "DP World is in the United Arab Emirates")


def test_a_report_that_does_not_name_the_firm_is_not_read_for_it():
    text = "Boat Works, a Greek yard."
    assert locate_conduit(role(firm("Boat Works")), (), index_reports({"one": text}, [])) is None


@pytest.mark.parametrize("filler", [SHIP, LUKASHENKO, ASIA, "a hub", "third countries"])
def test_ships_persons_continents_and_common_words_are_no_way(filler):
    assert locate_conduit(role(filler), (), NOBODY) is None


def test_a_common_noun_is_where_its_words_or_its_sentence_put_it():
    assert locate_conduit(role("Russian ports"), (), NOBODY).territory == "RU"
    found = locate_conduit(role("companies"), ("Bought through companies in Dubai.",), NOBODY)
    assert (found.territory, found.is_place) == ("AE", True)


def test_a_crossing_is_in_its_country_and_known_as_a_hub():
    assert locate_conduit(role(LARSI), (), NOBODY).hub == "ge-larsi"
    assert hubs_by_place()["place:olya"] == "ru-olya"


def test_an_office_holder_stands_for_the_state_at_an_end_and_for_no_way():
    assert locate_end(role(LUKASHENKO), (), NOBODY).territory == "BY"
    assert locate_end(role(IRAN), (), NOBODY).territory == "IR"
    assert locate_end(role(SHIP), (), NOBODY) is None
