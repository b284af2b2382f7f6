"""Facts beside the name confirm or reject where both sides have them, and say nothing where one has none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from entrepot.model.listing import Identifier, IdentifierKind, ListedParty, PartyKind
from entrepot.model.match import Query
from entrepot.screening.facts import is_same, key_of, weigh_facts
from tests.screening.engine_samples import listed, number


def facts(query: Query, party: ListedParty) -> dict[str, float]:
    """The facts that speak, with what they add."""
    return {feature.name: feature.score * feature.weight for feature in weigh_facts(query, party)}


def asked(
    *, kind: PartyKind = "unknown", country: str = "", birth_year: int | None = None, ids: tuple[Identifier, ...] = ()
) -> Query:
    return Query(name="Ivan Gromov", kind=kind, country=country, birth_year=birth_year, identifiers=ids)


def test_where_nothing_is_known_nothing_speaks() -> None:
    full = listed(
        "1", "A", kind="person", births=("1961",), countries=("RU",), identifiers=(number("passport", "1234"),)
    )
    assert facts(asked(), full) == {}
    everything = asked(kind="person", country="RU", birth_year=1961, ids=(number("passport", "1234"),))
    assert facts(everything, listed("1", "A")) == {}


@pytest.mark.parametrize(
    "birth",
    ["1961", "1961-03", "1961-03-02", "1958/1963", "1961/1970", "1950/1961", "1963/1958", "1961-01-01/1961-12-31"],
)
def test_a_year_of_birth_that_fits_confirms(birth: str) -> None:
    found = facts(asked(birth_year=1961), listed("1", "A", births=(birth,)))
    assert list(found) == ["same_birth_year"]
    assert found["same_birth_year"] > 0


@pytest.mark.parametrize("birth", ["1960", "1962", "1962-12-31", "1962/1970", "1950/1960"])
def test_a_year_of_birth_one_off_confirms_less(birth: str) -> None:
    near = facts(asked(birth_year=1961), listed("1", "A", births=(birth,)))
    same = facts(asked(birth_year=1961), listed("1", "A", births=("1961",)))
    assert 0 <= near["near_birth_year"] < same["same_birth_year"]


@pytest.mark.parametrize("birth", ["1931", "1964", "1988-03-02", "1970/1975", "1900/1950"])
def test_another_year_of_birth_speaks_against(birth: str) -> None:
    assert facts(asked(birth_year=1961), listed("1", "A", births=(birth,)))["other_birth_year"] < 0


def test_the_nearest_of_several_births_counts() -> None:
    assert "same_birth_year" in facts(asked(birth_year=1961), listed("1", "A", births=("1931", "1988", "1961-05")))


@given(st.integers(1900, 2020), st.integers(1900, 2020), st.integers(1900, 2020))
def test_a_year_within_a_span_always_confirms(year: int, one: int, other: int) -> None:
    span = f"{min(one, other)}/{max(one, other)}"
    found = facts(asked(birth_year=year), listed("1", "A", births=(span,)))
    assert ("same_birth_year" in found) == (min(one, other) <= year <= max(one, other))


def test_both_years_of_birth_are_shown() -> None:
    (feature,) = weigh_facts(asked(birth_year=1961), listed("1", "A", births=("1970/1975",)))
    assert "1961" in feature.detail
    assert "1970/1975" in feature.detail


@pytest.mark.parametrize("country", ["RU", "ru", "BY"])
def test_one_of_several_countries_is_enough(country: str) -> None:
    assert facts(asked(country=country), listed("1", "A", countries=("BY", "RU")))["same_country"] > 0


def test_another_country_speaks_against_but_less_than_another_year_of_birth() -> None:
    country = facts(asked(country="FR"), listed("1", "A", countries=("BY", "RU")))["other_country"]
    year = facts(asked(birth_year=1900), listed("1", "A", births=("1961",)))["other_birth_year"]
    assert year < country < 0


def test_a_ship_is_no_person() -> None:
    assert facts(asked(kind="vessel"), listed("1", "A", kind="person"))["other_kind"] < 0
    assert facts(asked(kind="person"), listed("1", "A", kind="person")) == {}
    assert facts(asked(kind="unknown"), listed("1", "A", kind="person")) == {}
    assert facts(asked(kind="person"), listed("1", "A")) == {}


@pytest.mark.parametrize("written", ["9187629", "IMO 9187629", "IMO9187629", "imo 9187629", "9187-629", " 9187629 "])
def test_an_imo_number_is_the_same_however_it_is_punctuated(written: str) -> None:
    party = listed("1", "A", identifiers=(number("imo", "9187629"),))
    assert facts(asked(ids=(number("imo", written),)), party)["same_identifier"] > 0


@pytest.mark.parametrize(
    ("one", "other"), [("77-34 567/890", "7734567890"), ("ab 12 cd", "AB12CD"), ("№ 5501", "5501")]
)
def test_punctuation_spaces_and_case_do_not_part_identifiers(one: str, other: str) -> None:
    assert key_of(number("tax", one)) == key_of(number("tax", other))


def test_another_imo_number_speaks_more_against_than_another_number() -> None:
    party = listed("1", "A", identifiers=(number("imo", "9187629"), number("passport", "1111")))
    imo = facts(asked(ids=(number("imo", "9000000"),)), party)["other_identifier"]
    passport = facts(asked(ids=(number("passport", "2222"),)), party)["other_identifier"]
    assert imo < passport < 0


def test_numbers_of_different_kinds_or_countries_do_not_speak_against_each_other() -> None:
    party = listed("1", "A", identifiers=(number("passport", "1111", "RU"),))
    assert facts(asked(ids=(number("tax", "2222", "RU"),)), party) == {}
    assert facts(asked(ids=(number("passport", "2222", "IR"),)), party) == {}


def test_one_of_several_numbers_of_a_kind_is_enough() -> None:
    party = listed("1", "A", identifiers=(number("passport", "1111"), number("passport", "2222")))
    assert facts(asked(ids=(number("passport", "2222"),)), party) == {
        "same_identifier": facts(asked(ids=(number("passport", "1111"),)), party)["same_identifier"]
    }


def test_an_imo_number_is_not_any_other_number() -> None:
    party = listed("1", "A", identifiers=(number("passport", "9187629"),))
    assert facts(asked(ids=(number("imo", "9187629"),)), party) == {}


@given(st.text(max_size=20))
def test_an_identifier_of_any_text_has_a_key_without_punctuation_or_none(value: str) -> None:
    key = key_of(number("tax", value))
    letters = "".join(letter for letter in value.upper() if letter.isalnum())
    assert (key is None) == (len(letters.removeprefix("IMO")) < 4)
    if key is not None:
        assert key[1].isalnum()
        assert key_of(number("tax", key[1])) == key or key[1].startswith("IMO")


@pytest.mark.parametrize("short", ["", "7", "123", "1-2-3", "IMO 123", "№ 55/1"])
def test_a_number_of_fewer_than_four_letters_and_digits_tells_nobody_apart(short: str) -> None:
    assert key_of(number("tax", short)) is None
    assert not is_same(number("tax", short), number("tax", short))
    assert facts(asked(ids=(number("tax", short),)), listed("1", "A", identifiers=(number("tax", short),))) == {}


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("passport", "national_id", True),
        ("tax", "registration", True),
        ("imo", "mmsi", False),
        ("imo", "tax", False),
        ("lei", "registration", False),
        ("swift", "lei", False),
        ("passport", "tax", False),
    ],
)
def test_only_kinds_of_numbers_that_lists_mix_up_can_be_the_same(
    one: IdentifierKind, other: IdentifierKind, same: bool
) -> None:
    assert is_same(number(one, "1234567"), number(other, "1234567")) == same


@pytest.mark.parametrize(("one", "other", "same"), [("RU", "RU", True), ("RU", "", True), ("RU", "IR", False)])
def test_one_number_of_two_countries_is_two(one: str, other: str, same: bool) -> None:
    first, second = number("passport", "1234567", one), number("passport", "1234567", other)
    assert is_same(first, second) == is_same(second, first) == same


@pytest.mark.parametrize(
    "query",
    [asked(kind="vessel"), asked(country="FR"), asked(birth_year=1900), asked(ids=(number("imo", "9187629"),))],
    ids=["kind", "country", "year", "number"],
)
def test_every_fact_has_a_sentence(query: Query) -> None:
    party = listed(
        "1", "A", kind="person", births=("1961",), countries=("RU",), identifiers=(number("imo", "9187629"),)
    )
    (feature,) = weigh_facts(query, party)
    assert feature.detail.endswith(".")
    assert feature.score == 1


@pytest.mark.parametrize("nothing", ["", "-", "—", "/"])
def test_an_empty_identifier_is_nobody_s(nothing: str) -> None:
    party = listed("1", "A", identifiers=(number("tax", "-"),))
    assert facts(asked(ids=(number("passport", nothing),)), party) == {}


def test_a_passport_is_not_a_tax_number_of_another_country() -> None:
    party = listed("1", "A", identifiers=(number("tax", "1234567", "RU"),))
    assert "same_identifier" not in facts(asked(ids=(number("passport", "1234567", "IR"),)), party)
