"""States and organisations on a day."""

import pytest

from entrepot.model.interval import Interval
from entrepot.reference.memberships import (
    check_membership,
    list_organisations,
    members_of,
    memberships_of,
    organisation_forms,
    read_organisation,
    read_status,
)
from entrepot.reference.tables import load_table


@pytest.mark.parametrize(
    ("iso2", "organisation", "status", "day"),
    [
        ("IR", "Eurasian Economic Union", "member", "2025-06-01"),
        ("IR", "organisation:eaeu", "full member", "2025-08"),
        ("UZ", "the EAEU", "member state", "2025"),
        ("BY", "SCO", "member", "2023-05-01"),
        ("BY", "BRICS", "member", "2025-03-01"),
        ("GE", "Commonwealth of Independent States", "member", "2020-01-01"),
        ("KZ", "SCO", "observer", "2025-01-01"),
    ],
)
def test_a_status_at_odds_with_a_row_is_found(iso2: str, organisation: str, status: str, day: str) -> None:
    finding = check_membership(iso2, organisation, status, day)
    assert finding is not None
    assert finding.evidence[0].startswith("organisations/")


@pytest.mark.parametrize(
    ("iso2", "organisation", "status", "day"),
    [
        ("BY", "EAEU", "member", "2025-06-01"),
        ("BY", "SCO", "member", "2024-07-01"),
        ("IR", "EAEU", "observer", "2025-06-01"),
        ("IR", "EAEU", "candidate member", "2025-06-01"),
        ("AF", "SCO", "observer", "2024-06-01"),
        ("IR", "CIS", "member", "2025-06-01"),
        ("SA", "BRICS", "member", "2025-06-01"),
        ("ID", "OPEC", "member", "2000-01-01"),
        ("IR", "Unheard-of League", "member", "2025-06-01"),
        ("FI", "NATO", "member", "2024-01-01"),
    ],
)
def test_what_fits_or_is_not_in_the_table_gives_no_finding(iso2: str, organisation: str, status: str, day: str) -> None:
    assert check_membership(iso2, organisation, status, day) is None


def test_without_a_date_no_membership_is_judged() -> None:
    assert check_membership("IR", "EAEU", "member", None) is None
    assert check_membership("IR", "EAEU", "member", Interval(start=None, end="2020-01-01", granularity="range")) is None


def test_no_row_is_at_odds_with_itself() -> None:
    for row in load_table("organisations").rows:
        assert check_membership(row["iso2"], row["organisation"], row["status"], row["start"]) is None, row["id"]


def test_members_are_listed_as_of_a_day() -> None:
    assert members_of("EAEU", "2025-01-01") == ("AM", "BY", "KG", "KZ", "RU")
    assert "GB" in members_of("European Union", "2019-01-01")
    assert "GB" not in members_of("European Union", "2021-01-01")
    assert [row.status for row in memberships_of("IR", "EAEU", "2025-01-01")] == ["observer"]


def test_an_organisation_is_known_by_all_its_forms() -> None:
    assert {"EAEU", "Eurasian Economic Union"} <= set(organisation_forms("EEU"))
    assert read_organisation("Shanghai Cooperation Organization") == "SCO"
    assert read_organisation("Hanseatic League") is None
    assert "NATO" in list_organisations()


def test_a_status_phrase_is_read() -> None:
    assert read_status("founding member") == "member"
    assert read_status("dialogue partner") == "observer"
    assert read_status("former member") is None


def test_a_state_without_a_row_is_no_member_of_a_body_whose_members_are_all_known() -> None:
    finding = check_membership("TJ", "Eurasian Economic Union", "member", "2025-10-03")
    assert finding is not None
    assert "Tajikistan is given as member of Eurasian Economic Union" in finding.message
    assert "Kyrgyzstan" in finding.message


def test_a_state_without_a_row_may_be_a_member_of_a_body_whose_table_is_not_whole() -> None:
    assert check_membership("XK", "BRICS", "member", "2025-10-03") is None


@pytest.mark.parametrize(
    ("body", "count"), [("CSTO", 6), ("EAEU", 5), ("EU", 27), ("G7", 7), ("NATO", 32), ("SCO", 10)]
)
def test_the_bodies_said_to_be_whole_have_all_their_members(body: str, count: int) -> None:
    assert len(members_of(body, "2026-10-01")) == count
