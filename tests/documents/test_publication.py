"""The day of publication is read where the report states it, and nowhere else."""

import pytest

from tests.documents.samples import read_text

BODY = "The harbour master of Brinov said on Friday that six crates of bearings had left the port without papers."


def published(header: str, foot: str = "") -> tuple[str, str] | None:
    found = read_text(f"Crates leave the port\n\n{header}\n\n{BODY}\n\n{BODY[:-1]} again.\n\n{foot}\n").published
    return (found.start, found.granularity) if found else None


@pytest.mark.parametrize(
    "line",
    [
        "Published 18 November 2024",
        "Published: Monday, 18 November 2024, 14:10 GMT | Updated: 5 December 2024",
        "Posted on November 18, 2024",
        "By Ada Writer, Example Wire | 18 November 2024",
        "Example Wire, Brinov, 18 November 2024",
        "Example Wire | 18 Nov 2024, 09:15",
        "18.11.2024",
        "2024-11-18",
        "Monday 18th November 2024",
        "BRINOV, 28 Aban 1403 (18 November 2024) – Example News Agency (ENA)",
    ],
)
def test_a_line_near_the_top_states_the_day(line: str) -> None:
    assert published(line) == ("2024-11-18", "day")


def test_a_dateline_takes_the_year_of_the_copyright_line() -> None:
    text = (
        f"Crates leave the port\n\nBRINOV, Nov 18 (Example Wire) - {BODY}\n\n© Example Wire 2024. Our "
        f"standards: the code of 14 March 2019.\n"
    )
    found = read_text(text).published
    assert found is not None
    assert (found.start, found.evidence) == ("2024-11-18", "dateline and year of the copyright line")


def test_a_dateline_without_any_year_dates_nothing() -> None:
    assert read_text(f"Crates leave the port\n\nBRINOV, Nov 18 (Example Wire) - {BODY}\n").published is None


def test_a_range_of_copyright_years_dates_nothing() -> None:
    text = f"Crates leave the port\n\nBRINOV, Nov 18 (Example Wire) - {BODY}\n\n© 2014–2024 Example Wire\n"
    assert read_text(text).published is None


@pytest.mark.parametrize(
    "foot",
    ["14 January 2026", "Page last reviewed 3 December 2024.", "© 14 March 2024 Example Wire", "Updated: 5 May 2024"],
)
def test_a_date_at_the_foot_of_a_page_is_no_publication_date(foot: str) -> None:
    assert published("", foot) is None


@pytest.mark.parametrize("line", ["Updated: 5 May 2024", "Last modified on 5 May 2024", "03/04/2024"])
def test_an_update_or_an_ambiguous_date_is_no_publication_date(line: str) -> None:
    assert published(line) is None


def test_a_date_inside_the_report_is_no_publication_date() -> None:
    text = (
        "Crates leave the port\n\nOn 20 August 2025 six crates of bearings left the port of Brinov without "
        "papers, a clerk said.\n"
    )
    assert read_text(text).published is None


def test_two_different_days_near_the_top_date_nothing() -> None:
    assert published("Example Wire, 5 May 2024\n\nExample Wire, 6 June 2024") is None


def test_a_month_is_known_as_a_month() -> None:
    assert published("The Brinov Review, September 2025") == ("2025-09-01", "month")


def test_an_agency_in_the_dateline_is_the_publisher() -> None:
    document = read_text(f"Crates leave the port\n\nBRINOV, May 12 (Example Wire) — {BODY}\n")
    assert document.publisher == "Example Wire"
    assert document.blocks[1].kind == "paragraph"


def test_a_date_that_heads_an_entry_of_the_text_is_no_publication_date() -> None:
    assert published("Oct. 31, 2012 The Brinov Embrace") is None


def test_a_dateline_before_a_sentence_without_a_full_stop_is_read() -> None:
    text = (
        f"Crates leave the port\n\nBRINOV, May 12 (ENA) — The latest on the crates that have left the port:\n\n{BODY}\n"
    )
    assert read_text(text).blocks[1].kind == "paragraph"


def test_a_headline_is_not_joined_to_the_dateline_below_it() -> None:
    wrapped = BODY.replace(" that ", "\nthat ").replace(" without ", "\nwithout ")
    document = read_text(f"Six crates of bearings leave the port of Brinov\nBRINOV, May 12 (ENA) - {wrapped}\n")
    assert document.title == "Six crates of bearings leave the port of Brinov"
    assert document.publisher == "ENA"
