"""What belongs to the page and not to the report is left unread; no paragraph of a report ever is."""

import pytest

from tests.documents.samples import read_part, read_text

BODY = "The harbour master of Brinov said on Friday that six crates of bearings had left the port without papers."
FURNITURE = [
    "© 2024 Example Wire",
    "Copyright Example Wire Ltd 2019-2024. All rights reserved.",
    "(Reporting by Ada Writer in Brinov; Editing by Ivor Brandt)",
    "Reporting by Ada Writer; additional reporting by Ivor Brandt",
    "Editing by Ivor Brandt",
    "Subscribe to our newsletter",
    "Sign up for our Monday briefing. It is free.",
    "You are receiving this email because you signed up on 3 May 2023. Unsubscribe",
    "Media enquiries: press@example.example",
    "For more information, please contact the press office on 555 0100.",
    "Do you know more? Write to tips@example.example.",
    "This article was updated on 14 March 2025.",
    "This interview has been edited for length and clarity.",
    "Last updated: 3 December 2024",
    "Page last reviewed 3 December 2024.",
    "Figures in this article are in US dollars.",
    "All times are local.",
    "Correction: an earlier version gave the wrong name of the ship. It is Gannet.",
    "Editor's note: this text was shortened.",
    "Read more: How bearings are made",
    "See also: How bearings are made · Where ships go",
    "Advertisement",
    "Share this article",
    "Photo: Ivor Brandt/Example Wire",
    "Tags: ports, bearings",
    "We use cookies to improve your visit. Accept all cookies",
    "Home | News | World | Sport",
    "Skip to main content",
    "The views expressed are those of the author and not of Example Wire.",
    "Reprints: see our issue of 1 July.",
    "This report was written for an example; its outlets are invented.",
    "* This text was corrected on 14 May 2024 to give the right name.",
    "[This article was first published in May.]",
    "ENDS",
    "***",
    "* * *",
    "###",
]
BODY_LINES = [
    "Copyright law was changed by the parliament of Brinov on Friday, a minister said.",
    "Reporting by the customs service has shown that six crates had left the port.",
    "Subscribers of the bank lost their money when it was put under sanctions last year.",
    "This report was published by the ministry on Friday and names six firms in the free zone.",
    "Related firms in the free zone sold bearings to the plant, the ministry said on Friday.",
    "Figures for May show that imports of bearings have doubled, the ministry said.",
    "See the ministry, he said, and you see the whole trade in bearings.",
    "Follow the money, said the inspector, and you find the same bank in Brinov every time.",
    "The latest news from the port is that six crates have left it without papers.",
    "Updated figures show that the port handled more bearings than the whole of the coast.",
    "The firm was told to correct its returns and to update its register by the end of May.",
    "Elsewhere, customs officers stopped six lorries with bearings for a plant in the north.",
    "Photographs of the port show that two ships were moored there on Friday morning.",
    "Terms of the deal were not disclosed.",
    "The charges against the harbour master are invented, his lawyer said.",
    "Who ordered the crates?",
    "The ministry said cookies and flour were not among the goods that it had banned.",
]


@pytest.mark.parametrize("line", FURNITURE)
def test_furniture_is_left_unread(line: str) -> None:
    part = read_part(read_text(f"Crates leave the port\n\n{BODY}\n\n{BODY[:-1]} again.\n\n{line}\n"))
    assert line[:30] not in part
    assert BODY in part


@pytest.mark.parametrize("line", BODY_LINES)
def test_a_paragraph_of_the_report_is_read(line: str) -> None:
    assert line in read_part(read_text(f"Crates leave the port\n\n{BODY}\n\n{line}\n"))


def test_furniture_at_the_end_of_a_paragraph_is_cut_off_it() -> None:
    text = f"Crates leave the port\n\n{BODY} This story was updated on 5 December 2023. Subscribe to our newsletter.\n"
    document = read_text(text)
    assert read_part(document).endswith(BODY)
    assert document.blocks[-1].kind == "furniture"


def test_a_notes_to_editors_heading_hides_nothing() -> None:
    part = read_part(read_text(f"Crates leave the port\n\n{BODY}\n\nNotes to editors\n\n{BODY[:-1]} twice.\n"))
    assert "twice." in part


def test_a_line_of_brackets_is_only_a_line() -> None:
    assert BODY in read_part(read_text(f"{BODY}\n\n{'(' * 690}\n"))
