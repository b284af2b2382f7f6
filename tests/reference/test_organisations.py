"""Bodies, services, agencies and outlets."""

import pytest

from entrepot.reference.gazetteer import find_entries
from entrepot.reference.organisations import body_holders, named_organisations, organisation_actor


@pytest.mark.parametrize(
    ("form", "name", "form_kind", "source_kind"),
    [
        ("Reuters", "Reuters", "agency", "wire"),
        ("Belta", "BelTA", "agency", "wire"),
        ("TASS", "TASS", "agency", "wire"),
        ("Financial Times", "Financial Times", "outlet", "outlet"),
        ("thegaze.media", "The Gaze", "outlet", "outlet"),
        ("SZRU", "Foreign Intelligence Service of Ukraine", "service", "intelligence"),
        ("FATF", "Financial Action Task Force", "service", "official"),
        ("World Bank", "World Bank", "organisation", "official"),
        ("Rosneft", "Rosneft", "organisation", None),
        ("the West", "West", "organisation", None),
    ],
)
def test_a_source_is_known_for_what_it_is(form: str, name: str, form_kind: str, source_kind: str | None) -> None:
    entry = find_entries(form)[0]
    assert (entry.actor.name, entry.form_kind, entry.source_kind) == (name, form_kind, source_kind)


def test_the_west_is_a_group() -> None:
    assert organisation_actor("west", "West").kind == "group"
    assert organisation_actor("nato", "NATO").kind == "organisation"


def test_short_names_that_are_words_are_weak() -> None:
    weak = {named.form for named in named_organisations() if named.entry.weak}
    assert {"Report", "Guardian", "Trend"} <= weak


def test_a_country_has_its_own_treasury() -> None:
    assert body_holders()["US", "treasury"].actor.name == "United States Department of the Treasury"
    assert body_holders()["GB", "treasury"].actor.name == "HM Treasury"
