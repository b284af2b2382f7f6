"""Names in a text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from entrepot.reference.gazetteer import (
    NameMatch,
    country_of,
    find_bodies,
    find_entries,
    find_names,
    place_of,
    resolve_body,
)


def _named(text: str) -> list[tuple[str, str]]:
    return [(match.text, match.entries[0].actor.name) for match in find_names(text)]


@pytest.mark.parametrize(
    ("form", "name"),
    [
        ("Belarusian", "Belarus"),
        ("the Kremlin", "Russia"),
        ("Tehran", "Iran"),
        ("Kiev", "Ukraine"),
        ("U.S.", "United States"),
        ("Emirates", "United Arab Emirates"),
        ("Türkiye", "Turkey"),
        ("Brussels", "European Union"),
        ("Turkish Foreign Ministry", "Ministry of Foreign Affairs of Turkey"),
        ("Belarusian defence ministry", "Ministry of Defence of Belarus"),
        ("Belarusian Defense Ministry", "Ministry of Defence of Belarus"),
        ("Ministry of Defence of Belarus", "Ministry of Defence of Belarus"),
        ("Lithuania's Foreign Ministry", "Ministry of Foreign Affairs of Lithuania"),
        ("Lithuania’s Foreign Ministry", "Ministry of Foreign Affairs of Lithuania"),
        ("Iran's Ministry of Foreign Affairs", "Ministry of Foreign Affairs of Iran"),
        ("Ministry of Foreign Affairs of the UAE", "Ministry of Foreign Affairs of the United Arab Emirates"),
        ("US Treasury", "United States Department of the Treasury"),
        ("Treasury Department", "United States Department of the Treasury"),
        ("Latvian customs", "customs of Latvia"),
        ("Ukraine's armed forces", "Armed Forces of Ukraine"),
        ("Ukrainian forces", "Armed Forces of Ukraine"),
        ("General Staff of Ukraine's armed forces", "General Staff of the Armed Forces of Ukraine"),
        ("Ukrainian foreign\nintelligence", "Foreign Intelligence Service of Ukraine"),
        ("Ukraine's Security Service", "Security Service of Ukraine"),
        ("Lithuanian prosecutors", "Lithuanian prosecutors"),
        ("Shanghai Cooperation Organization", "Shanghai Cooperation Organisation"),
        ("Kim Jong-un", "Kim Jong Un"),
        ("Lukashenka", "Alexander Lukashenko"),
        ("Noshahr", "Nowshahr"),
    ],
)
def test_a_form_resolves_to_the_usual_name(form: str, name: str) -> None:
    text = f"He named {form}, and then went on."
    assert (form.removeprefix("the "), name) in _named(text)


def test_a_match_stands_exactly_where_it_says() -> None:
    text = "In Minsk, Iran’s Masoud\nPezeshkian met the U.S. envoy of the Kyiv\nIndependent."
    matches = find_names(text)
    assert all(text[match.start : match.end] == match.text for match in matches)
    assert [match.text for match in matches] == ["Minsk", "Iran", "Masoud\nPezeshkian", "U.S.", "Kyiv\nIndependent"]


def test_customs_duties_are_no_authority() -> None:
    assert _named("Latvian customs duties rose") == [("Latvian", "Latvia")]


def test_a_ship_numbered_after_a_port_is_not_the_port() -> None:
    assert find_names("The Olya-3 left") == ()


def test_a_panel_of_experts_is_that_of_its_own_sanctions() -> None:
    assert _named("a UN Panel of Experts on Libya") == [("UN", "United Nations"), ("Libya", "Libya")]
    named = _named("the UN Panel of Experts on North Korea")
    assert named == [("UN Panel of Experts on North Korea", "UN Panel of Experts on North Korea")]


def test_a_word_inside_a_word_is_no_name() -> None:
    assert find_names("Iranology and iran and Chinatown") == ()


def test_two_bearers_of_a_surname_are_both_named() -> None:
    (match,) = find_names("Japarov spoke")
    assert isinstance(match, NameMatch)
    assert {entry.actor.name for entry in match.entries} == {"Sadyr Japarov", "Akylbek Japarov"}


def test_the_window_of_a_search_keeps_the_offsets_of_the_whole_text() -> None:
    text = "Iran. Russia. China."
    (match,) = find_names(text, 6, 13)
    assert (match.start, match.end, match.text) == (6, 12, "Russia")


def test_a_capital_is_a_country_that_acts_and_a_place_where_things_happen() -> None:
    (entry,) = find_entries("Minsk")
    assert entry.actor.id == "country:BY"
    place = place_of("Minsk")
    assert place is not None
    assert place.id == "place:minsk"


def test_a_ministry_belongs_to_its_country() -> None:
    (entry,) = find_entries("Turkish Foreign Ministry")
    assert country_of(entry.actor) == "TR"
    assert find_entries("Nowhere at all") == ()


def test_a_body_noun_is_resolved_once_its_country_is_known() -> None:
    entry = resolve_body("Foreign Ministry", "IR")
    assert entry is not None
    assert entry.actor.name == "Ministry of Foreign Affairs of Iran"
    assert resolve_body("customs", "LV") is not None
    assert resolve_body("choir", "LV") is None


def test_body_nouns_are_found_without_a_country() -> None:
    text = "The defence ministry and the customs said no."
    assert [(match.text, match.body) for match in find_bodies(text)] == [
        ("defence ministry", "defence-ministry"),
        ("customs", "customs"),
    ]


def test_an_abbreviation_takes_its_last_point_along() -> None:
    assert [match.text for match in find_names("From the U.S. and Washington, D.C. they came")] == [
        "U.S.",
        "Washington, D.C.",
    ]


@given(st.text(alphabet=st.sampled_from(list("Iran's USU.-\n MinskOlya3'’é")), max_size=60))
def test_offsets_are_exact_in_any_text(text: str) -> None:
    for match in find_names(text):
        assert text[match.start : match.end] == match.text
        assert match.entries


def test_a_numbered_ship_is_not_the_port_it_is_named_after() -> None:
    assert find_names("The vessel Port Olya 3 sailed") == ()
    assert [match.text for match in find_names("From Olya 3 vessels sailed")] == ["Olya"]
