"""OFAC's CSV files: four files are one list, and what the remarks say becomes fields."""

import pytest

from entrepot.errors import InputError
from entrepot.screening.lists import parse_list
from tests.screening.lists.support import SAMPLES, codes_of, names_of, numbers_of, party_of, read_sample


def test_a_person_is_read_with_all_that_four_files_say() -> None:
    party = party_of(read_sample("sdn.csv"), "101")
    assert party.kind == "person"
    assert names_of(party) == [
        ("Pavel Olegovich MIRNOV", "primary"),
        ("Pawel MYRNOW", "strong"),
        ("PASHA; THE CLERK", "weak"),
    ]
    assert party.names[0].original == "MIRNOV, Pavel Olegovich"
    assert party.births == ("1958-08-08", "1960")
    assert party.birth_places == ("Tver, Russia",)
    assert party.countries == ("CY", "RU")
    assert numbers_of(party) == [("passport", "A1234567", "IR"), ("tax", "770112233445", "RU")]
    assert party.programmes == ("RUSSIA-EO14024", "SDGT")
    assert party.addresses[0].text == "1 Quay Street, Limassol, Cyprus"
    attributes = dict(party.attributes)
    assert attributes["Gender"] == "Male"
    assert attributes["Linked To"] == "NORDHAVN TRADING LLC"
    assert attributes["date of birth as printed"] == "circa 1960"
    assert attributes["Passport: dates"] == "A1234567: issued 02 Jan 2010 expires 01 Jan 2020"
    assert party.remarks.endswith("cousin of a minister.")


def test_a_remark_cut_in_the_middle_of_a_word_goes_on_in_the_comments() -> None:
    party = party_of(read_sample("sdn.csv"), "102")
    assert "Registration Number 7712345 (Cyprus)." in party.remarks
    assert ("registration", "7712345", "CY") in numbers_of(party)


def test_the_imo_number_of_a_company_is_not_the_number_of_a_ship() -> None:
    found = read_sample("sdn.csv")
    assert ("registration", "IMO5342883", "") in numbers_of(party_of(found, "102"))
    assert ("imo", "9187629", "") in numbers_of(party_of(found, "103"))


def test_wallet_addresses_keep_their_capitals() -> None:
    party = party_of(read_sample("sdn.csv"), "102")
    assert ("other", "1aBcDeFgHiJ", "") in numbers_of(party)


def test_a_ship_has_its_flag_call_sign_and_type() -> None:
    party = party_of(read_sample("sdn.csv"), "103")
    assert (party.kind, party.countries) == ("vessel", ("IR",))
    assert ("call_sign", "EPAB1", "") in numbers_of(party)
    assert dict(party.attributes)["Vessel type"] == "Crude Oil Tanker"


def test_rows_are_parties_or_are_reported() -> None:
    found = read_sample("sdn.csv")
    assert found.version.rows == 5 == len(found.parties) + codes_of(found)["row_unreadable"]
    assert codes_of(found) == {"row_unreadable": 1, "row_orphaned": 1, "country_unknown": 1}
    unknown = next(issue for issue in found.issues if issue.code == "country_unknown")
    assert "Atlantis" in unknown.message and unknown.evidence == ("102",)
    assert party_of(found, "102").issues[0].code == "country_unknown"


def test_a_missing_file_is_a_note_and_changes_the_digest() -> None:
    alone = parse_list((SAMPLES / "sdn.csv").read_bytes(), "sdn.csv")
    assert codes_of(alone)["sibling_missing"] == 3
    assert {issue.severity for issue in alone.issues if issue.code == "sibling_missing"} == {"note"}
    assert alone.version.sha256 != read_sample("sdn.csv").version.sha256


def test_bytes_with_their_siblings_read_like_files() -> None:
    raw = {name: (SAMPLES / name).read_bytes() for name in ("alt.csv", "add.csv", "sdn_comments.csv")}
    siblings = {name.upper(): value for name, value in raw.items()}
    found = parse_list((SAMPLES / "sdn.csv").read_bytes(), "SDN.CSV", siblings=siblings)
    assert found.parties == read_sample("sdn.csv").parties
    assert found.version.sha256 == read_sample("sdn.csv").version.sha256


def test_latin_1_letters_are_read_and_noted() -> None:
    raw = '1,"PEÑA, José","individual","SDGT",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- \r\n\x1a'.encode("latin-1")
    found = parse_list(raw, "sdn.csv")
    assert found.parties[0].names[0].text == "José PEÑA"
    assert codes_of(found)["encoding_guessed"] == 1


def test_a_file_of_other_names_alone_is_refused_with_the_way_out() -> None:
    with pytest.raises(InputError, match=r"sdn\.csv"):
        parse_list(b'36,12,"aka","AERO",-0- \r\n', "alt.csv")
