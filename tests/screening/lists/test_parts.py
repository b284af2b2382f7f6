"""Names, countries and numbers, each in its clean form."""

import pytest

from entrepot.screening.lists.countries import country_code, country_codes, says_no_country, split_countries
from entrepot.screening.lists.identifiers import identifier_kind, make_identifier
from entrepot.screening.lists.names import clean_name, natural_order, script_of


@pytest.mark.parametrize(
    ("printed", "text"),
    [
        ("MIRNOV, Pavel Olegovich", "Pavel Olegovich MIRNOV"),
        ("DELOS MARES, Felix, Jr.", "Felix DELOS MARES Jr."),
        ("MADONNA", "MADONNA"),
        ("  AL  SAHR,   Abu ", "Abu AL SAHR"),
    ],
)
def test_a_name_is_put_in_natural_order(printed: str, text: str) -> None:
    assert natural_order(printed) == text


def test_invisible_marks_go_and_the_persian_joiner_stays() -> None:
    assert clean_name("\u202bمیر\u200cنوف\u202c") == "میر\u200cنوف"
    assert clean_name("Jose\u0301") == "José"


@pytest.mark.parametrize(
    ("text", "script"),
    [
        ("Pavel", "latin"),
        ("Павел M", "cyrillic"),
        ("انور", "arabic"),
        ("金铁三", "han"),
        ("김철", "hangul"),
        ("123 №", "latin"),
    ],
)
def test_the_script_is_that_of_most_letters(text: str, script: str) -> None:
    assert script_of(text) == script


@pytest.mark.parametrize(
    ("printed", "code"),
    [
        ("Korea, North", "KP"),
        ("Palestinian", "PS"),
        ("Region: Gaza", "PS"),
        ("Russia / Russie", "RU"),
        ("Iran (Islamic Republic of)", "IR"),
        ("England", "GB"),
        ("ru", "RU"),
        ("Belarussian", "BY"),
        ("Atlantis", ""),
        ("undetermined", ""),
        ("former Soviet Union", ""),
        ("Congo, Democratic Republic of the", "CD"),
        ("Bahamas, The", "BS"),
        ("Region: Northern Mali", ""),
        ("Россия", "RU"),
    ],
)
def test_a_country_is_known_by_its_names(printed: str, code: str) -> None:
    assert country_code(printed) == code


def test_several_countries_in_a_cell_are_countries_each() -> None:
    assert country_codes("Russian, Belarusian") == ("RU", "BY")
    assert country_codes("Russian, Atlantean") == ()
    assert split_countries("(1) Russia (2) Cyprus") == ["Russia", "Cyprus"]
    assert says_no_country("None Identified")


@pytest.mark.parametrize(
    ("label", "kind"),
    [
        ("Passport", "passport"),
        ("SWIFT/BIC", "swift"),
        ("BIK (RU)", "other"),
        ("Tax ID No.", "tax"),
        ("Aircraft Tail Number", "tail_number"),
        ("Legal Entity Number", "lei"),
        ("Company Number", "registration"),
        ("National Identification Number", "national_id"),
        ("Digital Currency Address - XBT", "other"),
        ("Something else", "other"),
    ],
)
def test_the_word_of_the_list_says_what_a_number_is(label: str, kind: str) -> None:
    assert identifier_kind(label) == kind


def test_numbers_compare_without_marks_and_keep_their_print() -> None:
    one = make_identifier("Tax ID No.", "77-01 12.233", "RU")
    assert (one.value, one.original, one.country, one.label) == ("770112233", "77-01 12.233", "RU", "Tax ID No.")
    assert make_identifier("IMO number", "IMO 9187629").value == "9187629"
    assert make_identifier("IMO number", "unknown12").kind == "other"
