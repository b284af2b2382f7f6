"""Whose word a proposition rests on, and how many of them are independent."""

from dataclasses import replace

from entrepot.model.actor import Actor
from entrepot.model.claim import Claim
from entrepot.model.document import Document
from entrepot.model.proposition import Proposition
from tests.corroboration.builders import (
    BELARUS,
    BELTA,
    BRITAIN,
    IRAN,
    LUKASHENKO,
    REUTERS,
    RUSSIA,
    SZRU,
    UKRAINE,
    claim,
    firm,
    person,
    propose,
    report,
    source,
)

FCDO = Actor(id="organisation:gb-fcdo", kind="organisation", name="Foreign, Commonwealth & Development Office")
A, B, C = report("a"), report("b"), report("c")
SAID_BY_SZRU = [source(SZRU, "intelligence")]


def told(document: Document, sources: object = (), **slots: object) -> tuple[Document, Claim]:
    given: dict[str, object] = {"supplier": IRAN, "recipient": RUSSIA, "goods": "drones"} | slots
    return document, claim(document, "supply", sources=sources, **given)  # type: ignore[arg-type]


def one(*claims: tuple[Document, Claim]) -> Proposition:
    found = propose(*claims)
    assert len(found) == 1
    return found[0]


def test_ten_outlets_on_one_statement_are_one_origin() -> None:
    outlets = [report(f"outlet-{at}") for at in range(10)]
    found = one(*(told(outlet, SAID_BY_SZRU) for outlet in outlets))
    assert found.independent_origins == 1
    assert len(found.origins[0].claims) == 10
    assert len(found.outlets) == 10


def test_a_government_its_service_and_its_spokesman_are_one() -> None:
    text = "Foreign Ministry spokesman Taras Holub said in Kyiv that drones had come.\nThat was all."
    kyiv = report("d", f"KYIV, Aug 20 (Agency) - {text}")
    found = one(told(A, SAID_BY_SZRU), told(B, [source(UKRAINE)]), told(kyiv, [source("Taras Holub")]))
    assert found.independent_origins == 1
    assert "Ukraine" in found.origins[0].name


def test_no_source_a_nameless_source_and_a_self_citation_add_no_origin() -> None:
    found = one(
        told(A),
        told(B, [source("officials", "unnamed")], issues=("source_unknown",)),
        told(C, issues=("self_citation",)),
    )
    assert found.independent_origins == 0
    assert {reason for origin in found.origins for reason in origin.reasons} == {
        "the report gives no source",
        "not named: officials",
        "the publisher cites itself and names nothing beneath",
    }


def test_nobody_in_particular_is_no_origin_though_he_be_called_a_newspaper() -> None:
    assert one(told(A, [source("newspaper", "outlet")])).independent_origins == 0


def test_an_outlet_that_is_cited_leads_on_to_its_own_source_where_its_report_is_at_hand() -> None:
    monitor = report("m", publisher="Bosphorus Trade Monitor")
    found = one(told(A, [source("Bosphorus Trade Monitor", "outlet")]), told(monitor, [source(REUTERS, "wire")]))
    assert found.independent_origins == 1
    assert found.origins[0].trails[0].steps == ("Outlet a", "Bosphorus Trade Monitor", "Reuters")


def test_a_wire_with_its_own_dateline_is_an_origin_for_its_news_and_not_for_what_it_recalls() -> None:
    wire = report("w", "MINSK, Aug 20 (Halden Press) - The two met.", "2025-08-20", "Halden Press")
    assert one(told(wire, when="2025-08-20")).independent_origins == 1
    assert one(told(wire, when="2022-03")).independent_origins == 0


def test_an_authority_is_the_origin_of_what_it_publishes() -> None:
    ministry = report("f", publisher="Foreign, Commonwealth & Development Office")
    made = claim(ministry, "sanction", target=firm("Corvane"), action="impose", when="2025-08-21")
    found = one((ministry, replace(made, sources=(source(FCDO),))))
    assert found.independent_origins == 1
    assert found.origins[0].interested


def test_papers_that_the_publisher_saw_itself_count() -> None:
    desk = report("l", "Bank slips seen by Lantern Desk show it.", publisher="Lantern Desk")
    quote = "Bank slips seen by Lantern Desk show it."
    assert one(told(desk, quote=quote)).independent_origins == 1


def test_a_promise_is_the_word_of_whoever_makes_it() -> None:
    first = claim(A, "pledge", agent=LUKASHENKO, beneficiary=IRAN, matter="cooperation in all areas")
    second = claim(
        B, "pledge", agent=BELARUS, beneficiary=IRAN, matter="cooperation in all areas", sources=[source(LUKASHENKO)]
    )
    assert one((A, first), (B, second)).independent_origins == 1


def test_a_party_and_the_outlet_that_it_owns_are_one_and_are_marked() -> None:
    found = one(
        told(A, [source(BELTA, "wire")], supplier=BELARUS),
        told(B, [source(LUKASHENKO)], supplier=BELARUS),
    )
    assert found.independent_origins == 1
    assert found.origins[0].interested


def test_a_copied_sentence_is_one_voice_though_other_names_stand_over_it() -> None:
    sentence = (
        "The convoy of forty lorries crossed the border near Astara before dawn on Sunday with crates of engines."
    )
    found = one(
        told(A, [source(person("Ruvim Castellane"))], quote=sentence),
        told(B, [source(person("Aldo Fenn"))], quote=sentence.replace("forty", "some forty")),
    )
    assert found.independent_origins == 1
    assert any("one text" in reason for reason in found.origins[0].reasons)


def test_one_quotation_in_two_translations_is_one_voice() -> None:
    first = 'He said: "Belarus can become a corridor for restoring the defence capabilities of Iran."'
    second = 'He said: "Belarus may become a corridor to restore Iran’s defence capabilities."'
    found = one(
        told(A, [source(person("Ruvim Castellane"))], quote=first),
        told(B, [source(person("Aldo Fenn"))], quote=second),
    )
    assert found.independent_origins == 1


def test_two_sides_are_two_origins_and_both_are_marked_where_they_are_parties() -> None:
    found = one(told(A, [source(BRITAIN)]), told(B, [source(IRAN)], modality="denied"))
    assert found.independent_origins == 2
    assert {origin.name: origin.interested for origin in found.origins} == {"United Kingdom": False, "Iran": True}


def test_a_surname_and_the_full_name_are_one_source() -> None:
    found = one(told(A, [source(person("Eleni Vourliotou"))]), told(B, [source("Vourliotou")]))
    assert found.independent_origins == 1


def test_unnamed_officials_of_a_named_body_speak_for_it() -> None:
    found = one(told(A, [source("European Union officials", "unnamed")], issues=("source_unknown",)))
    assert [origin.name for origin in found.origins if origin.independent] == ["European Union"]
