"""Which line ends are hard wraps and which part things that do not belong together."""

from tests.documents.samples import blocks_of, read_text

WRAPPED = (
    "The harbour master of the port of Brinov said on Friday that six crates\n"
    "of bearings had left the port without papers, and that his friend Ivor\n"
    "Brandt had seen them go. The crates went to a firm near\n"
    "Lodvar, he said, adding that\nnobody had asked for the papers.\n"
    "The firm did not reply to questions.\n"
)


def test_a_wrapped_paragraph_is_one_block_though_names_are_cut_in_two() -> None:
    document = read_text(WRAPPED)
    assert any("friend Ivor Brandt had" in one for one in blocks_of(document, "paragraph"))
    assert any("firm near Lodvar, he said, adding that nobody had" in one for one in blocks_of(document, "paragraph"))


def test_a_short_last_line_ends_a_paragraph_without_a_blank_line() -> None:
    assert "The firm did not reply to questions." in blocks_of(read_text(WRAPPED), "paragraph")


def test_paragraphs_of_one_line_each_stay_apart() -> None:
    one = (
        "The harbour master of Brinov said on Friday that six crates of bearings had left the port without "
        "papers and without him."
    )
    two = (
        "A clerk of the port told the newspaper that nobody had asked for the papers of the ship or for the "
        "name of the captain."
    )
    assert blocks_of(read_text(f"{one}\n{two}\n"), "paragraph") == [one, two]


def test_questions_and_answers_are_blocks_of_their_own() -> None:
    text = (
        "Q: Who owned the ships?\nA: A firm in the free zone owned them until last year.\nQ: And now?\nA: "
        "Nobody knows.\n"
    )
    assert len(read_text(text).blocks) == 4


def test_list_items_are_blocks_of_their_own() -> None:
    text = "The crates held:\n- six lathes from a plant in the north\n- forty bearings without a mark\n• one pump\n"
    assert blocks_of(read_text(text), "list_item") == [
        "- six lathes from a plant in the north",
        "- forty bearings without a mark",
        "• one pump",
    ]


def test_a_dash_wrapped_to_the_start_of_a_line_starts_no_list() -> None:
    text = (
        "The harbour master of the port of Brinov said on Friday that six crates\n"
        "– all of them without any papers at all – had left the port in the night\n"
        "and that the two captains of the ships that carried them, both old hands\n"
        "– as everybody in the town knows – had gone home.\n"
    )
    assert len(read_text(text).blocks) == 1


def test_times_of_day_part_the_entries_of_a_live_blog() -> None:
    text = (
        "LIVE: Fire in the port\n\n08:40\nThe fire brigade says that the fire is out.\n08:55\nTwo ships "
        "have left the port, a clerk says.\n"
    )
    document = read_text(text)
    assert [block.reason for block in document.blocks if block.kind == "metadata"] == ["time stamp", "time stamp"]
    assert len(blocks_of(document, "paragraph")) == 2


def test_header_lines_are_not_joined_though_they_are_long() -> None:
    text = (
        "Ministry counts the crates that left the port of Brinov\nBy Ada Writer, Example Wire\n12 May 2024\n\n"
        "The ministry said on Sunday that six crates of bearings had left the\nport without papers, and that "
        "it would look for them in the\nneighbouring ports.\n"
    )
    document = read_text(text)
    assert document.title == "Ministry counts the crates that left the port of Brinov"
    assert document.byline == "Ada Writer"
