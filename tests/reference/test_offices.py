"""Persons and offices on a day."""

from datetime import date

import pytest

from entrepot.model.actor import Actor
from entrepot.model.interval import Interval
from entrepot.reference.offices import (
    check_office,
    days_before_terms,
    holder_of,
    is_before_terms,
    may_have_held,
    offices_of,
    read_office,
    read_office_country,
)
from entrepot.reference.terms import list_terms


def _on(start: str, end: str | None = None) -> Interval:
    return Interval(start=start, end=end or start, granularity="day" if end is None else "month")


@pytest.mark.parametrize(
    ("name", "office", "iso2", "when", "holder"),
    [
        ("Raisi", "President", "IR", _on("2025-01-01", "2025-01-31"), "Masoud Pezeshkian"),
        ("Ebrahim Raisi", "Iranian President", None, _on("2025-01-17"), "Masoud Pezeshkian"),
        ("Shmyhal", "Prime Minister", "UA", _on("2025-08-20"), "Yulia Svyrydenko"),
        ("Murat Nurtleu", "Kazakhstan's Foreign Minister", None, _on("2025-11-10"), "Yermek Kosherbayev"),
        ("Joe Biden", "president", "US", _on("2025-03-20"), "Donald Trump"),
        ("Angela Merkel", "Chancellor", "DE", _on("2023-01-01"), "Olaf Scholz"),
        ("Bashar al-Assad", "Syrian president", None, _on("2025-06-01"), "Ahmed al-Sharaa"),
    ],
)
def test_an_office_after_the_term_is_found_with_the_holder_then(
    name: str, office: str, iso2: str | None, when: Interval, holder: str
) -> None:
    finding = check_office(name, office, iso2, when, None)
    assert finding is not None
    assert [term.person.name for term in finding.holders] == [holder]
    assert holder in finding.message
    assert all("/" in row for row in finding.evidence)
    assert len(finding.evidence) >= 2


@pytest.mark.parametrize(
    ("name", "office", "iso2", "when"),
    [
        ("Raisi", "President", "IR", _on("2024-05-19")),
        ("Raisi", "President", "IR", _on("2021-07-01")),
        ("Raisi", "former President", "IR", _on("2025-01-01")),
        ("Raisi", "late president", "IR", _on("2025-01-01")),
        ("Raisi", "Foreign Minister", "IR", _on("2025-01-01")),
        ("Pezeshkian", "President", "IR", _on("2024-07-10")),
        ("Shmyhal", "Prime Minister", "UA", _on("2025-07-20")),
        ("Svyrydenko", "Deputy Prime Minister", "UA", _on("2024-01-01")),
        ("Lukashenko", "self-proclaimed President", "BY", _on("2025-08-20")),
        ("Lukashenko", "President", "BY", _on("2025-08-20")),
        ("Trump", "President", "US", _on("2024-11-20")),
        ("Japarov", "President", "KG", _on("2025-01-01")),
        ("Nobody Known", "President", "US", _on("2025-01-01")),
    ],
)
def test_what_fits_or_cannot_be_known_gives_no_finding(
    name: str, office: str, iso2: str | None, when: Interval
) -> None:
    assert check_office(name, office, iso2, when, None) is None


def test_without_a_date_nothing_is_found() -> None:
    assert check_office("Raisi", "President", "IR", None, None) is None


def test_the_day_of_publication_stands_for_a_missing_date() -> None:
    assert check_office("Shmyhal", "Ukrainian Prime Minister", None, None, _on("2025-08-25")) is not None


def test_a_present_title_in_a_sentence_about_the_past_is_no_finding() -> None:
    assert check_office("Pezeshkian", "President", "IR", _on("2014-05-01"), _on("2025-05-01")) is None


def test_no_holder_of_the_tables_is_found_at_odds_with_the_own_term() -> None:
    wrong = [
        (term.evidence, day)
        for term in list_terms()
        for day in (term.start, term.end or term.seen_until)
        if check_office(term.person, _phrase(term.office), term.iso2, _on(day), None)
    ]
    assert wrong == []


def _phrase(office: str) -> str:
    return {"monarch": "King", "opposition_leader": "opposition leader"}.get(office, office.replace("_", " "))


@pytest.mark.parametrize(
    ("role", "iso2", "day", "name"),
    [
        ("President", "BY", "2025-08-20", "Alexander Lukashenko"),
        ("Iranian President", None, "2025-08-20", "Masoud Pezeshkian"),
        ("presidents", "IR", "2024-01-01", "Ebrahim Raisi"),
        ("Foreign Secretary", "GB", "2025-08-20", "David Lammy"),
        ("chancellor", "DE", "2025-08-20", "Friedrich Merz"),
        ("Supreme Leader", "IR", "2025-08-20", "Ali Khamenei"),
        ("president", "FR", "2024-01-01", "Emmanuel Macron"),
    ],
)
def test_an_office_and_a_day_name_the_holder(role: str, iso2: str | None, day: str, name: str) -> None:
    assert [actor.name for actor in holder_of(role, iso2, day)] == [name]


def test_an_unknown_office_has_no_holder() -> None:
    assert holder_of("bank president", "US", "2025-01-01") == ()
    assert holder_of("president", None, "2025-01-01") == ()


def test_the_terms_of_a_person_are_listed() -> None:
    assert {term.office for term in offices_of("Putin")} >= {"president", "prime_minister"}


def test_a_title_before_a_name_and_an_id_made_elsewhere_do_no_harm() -> None:
    when = _on("2025-01-10")
    assert check_office("President Ebrahim Raisi", "President", "IR", when, None) is not None
    stranger = Actor(id="person:raisi", kind="person", name="Raisi")
    assert check_office(stranger, "President", "IR", when, None) is not None


def test_a_title_that_one_country_alone_has_names_it() -> None:
    assert [actor.name for actor in holder_of("Secretary of State", None, "2025-03-01")] == ["Marco Rubio"]
    assert read_office("Secretary of State for Defence") != "foreign_minister"


def test_an_office_phrase_is_read_with_its_country() -> None:
    assert read_office("Kazakh Foreign Minister") == "foreign_minister"
    assert read_office_country("Kazakh Foreign Minister") == "KZ"
    assert read_office("deputy foreign minister") is None
    assert read_office("bank president") is None


def test_a_term_that_lasts_is_not_given_an_end() -> None:
    finding = check_office("Donald Trump", "US President", None, _on("2022-08-01"), None)
    assert finding is not None
    assert "since 2025-01-20" in finding.message
    assert "2026-10-31" not in finding.message


def test_a_finding_tells_whether_the_person_held_the_office_before_or_after() -> None:
    late = check_office("George W. Bush", "President", None, _on("2016-06-15"), None)
    early = check_office("Joe Biden", "President", None, _on("2016-06-15"), None)
    assert late is not None
    assert early is not None
    assert not is_before_terms(late)
    assert is_before_terms(early)
    assert days_before_terms(early) == (date(2021, 1, 20) - date(2016, 6, 15)).days


def test_a_finding_tells_at_what_other_times_it_would_be_right() -> None:
    finding = check_office("George W. Bush", "President", None, _on("2016-06-15"), None)
    assert finding is not None
    assert may_have_held(finding, _on("2003-01-01", "2003-12-31"))
    assert not may_have_held(finding, _on("2012-01-01", "2012-12-31"))
