"""The top of a report gives its title, not the words around it."""

from tests.documents.samples import read_text

BODY = "The harbour master of Brinov said on Friday that six crates of bearings had left the port without papers.\n"


def test_the_title_of_a_press_release_stands_below_its_issuer() -> None:
    document = read_text(
        f"PRESS RELEASE\nMinistry of Ports\nPublished 18 November 2024\n\nBrinov acts against lost crates\n\n{BODY}"
    )
    assert document.title == "Brinov acts against lost crates"
    assert document.publisher == "Ministry of Ports"


def test_a_masthead_in_capitals_is_the_publisher() -> None:
    document = read_text(f"THE BRINOV LETTER\nIssue 12: crates and ships\n\nDear readers,\n\n{BODY}")
    assert document.title == "Issue 12: crates and ships"
    assert document.publisher == "The Brinov Letter"


def test_a_report_that_begins_with_its_body_has_no_title() -> None:
    assert read_text(BODY).title == ""


def test_a_headline_in_capitals_is_a_title() -> None:
    assert read_text(f"CRATES LEAVE PORT\n\n{BODY}").title == "CRATES LEAVE PORT"


def test_a_line_that_says_where_the_story_comes_from_is_read() -> None:
    document = read_text(
        f"Crates leave port\n\nExample Wire reports on it, referring to the Port Gazette and a clerk.\n{BODY}"
    )
    assert [block.kind for block in document.blocks] == ["title", "paragraph", "paragraph"]
