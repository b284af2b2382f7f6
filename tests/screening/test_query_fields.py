import pytest

from entrepot.screening.query_fields import read_fields


def understood(**row):
    return read_fields(row)[1]


@pytest.mark.parametrize(
    ("told", "kind"),
    [("Individual", "person"), ("LegalEntity", "organisation"), ("SHIP", "vessel"), ("plane", "aircraft")],
)
def test_kinds_go_by_many_names(told, kind):
    assert understood(kind=told).kind == kind


@pytest.mark.parametrize(("told", "iso2"), [("KP", "KP"), ("prk", "KP"), ("North Korea", "KP"), ("Russia", "RU")])
def test_countries_are_codes_or_names(told, iso2):
    assert understood(country=told).country == iso2


@pytest.mark.parametrize("told", ["1965", 1965, "1965-03-02", "02.03.1965", "circa 1965"])
def test_a_year_of_birth_is_found_in_a_date(told):
    assert understood(birth_date=told).birth_year == 1965


def test_a_year_of_another_calendar_is_left_aside():
    given, query, issues = read_fields({"birth_year": "1402"})
    assert (query.birth_year, [issue.code for issue in issues]) == (None, ["query_field_unclear"])
    assert dict(given) == {"birth_year": "1402"}


def test_numbers_are_kept_as_given_and_cleaned_for_comparison():
    (one,) = understood(imo_number="IMO 9187629").identifiers
    assert (one.kind, one.value, one.original) == ("imo", "9187629", "IMO 9187629")
    (other,) = understood(identifiers='{"inn": "77 36 050003"}').identifiers
    assert (other.kind, other.value) == ("tax", "7736050003")


def test_what_no_field_can_be_is_left_out():
    given, query, issues = read_fields({"country": ["KP"], "birth_year": True, "id": None, "identifiers": "{broken"})
    assert (given, query.country, query.id, issues) == ((), "", "", ())


def test_a_field_without_end_is_cut():
    given, _, _ = read_fields({"note": "x" * 10_000})
    assert len(dict(given)["note"]) == 200
