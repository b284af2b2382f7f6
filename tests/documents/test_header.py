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


def test_the_subject_of_a_letter_is_its_title() -> None:
    document = read_text(f"From: Ada Writer\nTo: Analysts\nDate: 4 June 2025\nSubject: Lost crates\n\n{BODY}")
    assert document.title == "Lost crates"
    assert document.published is not None
    assert document.published.start == "2025-06-04"


def test_a_by_line_below_the_lead_still_says_who_and_when() -> None:
    lead = "Six crates of bearings have left the port of Brinov without papers."
    document = read_text(f"Crates leave port\n\n{lead}\n\nBy Ada Writer, Example Wire\n12 May 2024\n\n{BODY}")
    assert (document.byline, document.publisher) == ("Ada Writer", "Example Wire")
    assert document.published is not None
    assert document.published.start == "2024-05-12"
    assert [block.kind for block in document.blocks] == ["title", "paragraph", "metadata", "metadata", "paragraph"]


def test_the_turns_of_a_transcript_are_paragraphs() -> None:
    text = "Briefing on crates\n\nSPOKESMAN: We have seen the reports.\n\nQUESTION (Example Wire): And the crates?\n"
    assert [block.kind for block in read_text(text).blocks] == ["title", "paragraph", "paragraph"]
