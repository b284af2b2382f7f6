"""Lists of other stories are no part of the report, wherever and however they stand."""

from tests.documents.samples import blocks_of, read_part, read_text

BODY = (
    "Crates leave the port\n\nThe harbour master of Brinov said on Friday that six crates of bearings had left "
    "the port.\n"
    "A clerk of the port told the newspaper that nobody had asked for the papers of the ship.\n"
)


def test_headlines_and_dates_under_latest_news_are_a_teaser_list() -> None:
    teasers = "Latest news\nMinister opens bridge\n09.Jan.2026\nKing closes bridge\n08.Jan.2026\n\n14 Jan 2026\n"
    part = read_part(read_text(BODY + teasers))
    assert "bridge" not in part
    assert "A clerk of the port" in part


def test_a_header_run_into_the_first_headline_still_opens_the_list() -> None:
    teasers = (
        "Latest newsThe Bridge of Lodvar and a New Age of Tolls\n09.Jan.2026\nAnother Bridge Closes\n08.Jan.2026\n"
    )
    part = read_part(read_text(BODY + teasers))
    assert "Tolls" not in part
    assert "Another" not in part


def test_headline_and_date_pairs_are_teasers_without_a_header() -> None:
    teasers = (
        "\nMinister opens bridge\n9 January 2026\nKing closes bridge\n8 January 2026\nBridge falls\n7 January 2026\n"
    )
    assert "bridge" not in read_part(read_text(BODY + teasers)).lower()


def test_a_chronology_is_read() -> None:
    text = (
        "How the bans grew\n\n12 May 2022\nThe union banned coal from the east.\n\n14 June 2023\nThe union "
        "banned transit through the east.\n\n"
        "2 February 2024\nThe union listed two firms of the free zone.\n"
    )
    document = read_text(text)
    assert len(blocks_of(document, "paragraph")) == 3
    assert document.published is None


def test_links_under_elsewhere_are_left_unread_until_prose_begins_again() -> None:
    text = BODY + (
        "\nELSEWHERE\n– A bridge falls (3 November)\n– Podcast: did the bridge fall?\n\n"
        "The harbour master said later that two more crates had left the port on the same ship as the first ones.\n"
    )
    part = read_part(read_text(text))
    assert "bridge" not in part
    assert "two more crates" in part


def test_a_digest_under_top_stories_is_read() -> None:
    long = (
        "HARBOUR SHUT The harbour of Brinov was shut on Friday after six crates had left it without papers, "
        "said the master, " * 2
    )
    assert "HARBOUR SHUT" in read_part(read_text(f"{BODY}\nTOP STORIES.\n\n{long}[Example Wire]\n"))


def test_teasers_dated_by_their_age_are_left_unread() -> None:
    teasers = "\nMore from Example Wire\nBridge falls into the river\n3 days ago\nBridge is mended\nan hour ago\n"
    assert "Bridge" not in read_part(read_text(BODY + teasers))


def test_the_name_of_a_section_above_the_title_hides_no_title() -> None:
    document = read_text(f"Latest news\n\n{BODY}")
    assert document.title == "Crates leave the port"
