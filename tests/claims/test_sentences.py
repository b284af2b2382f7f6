"""Where sentences begin and end, to the character."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from entrepot.claims.sentences import split_sentences, split_text
from tests.claims.reports import make_report


def sentences_of(text: str) -> list[str]:
    return [span.text for span in split_text(text, 0, len(text))]


@pytest.mark.parametrize(
    "sentence",
    [
        "Mr. Ferro met Dr. Oduya of St. Hallam.",
        "Gen. Sokolov spoke to Sen. Halloran.",
        "The U.S. Treasury listed him.",
        "Exports fell by approx. Three Oaks Ltd. standards.",
        "Under Art. 12 the sale is void, i.e. Nobody may sell.",
        "J. Marchetti and A. B. Lund signed for Kim J. Un.",
        "The price was 3.5 million.",
        "See para. 4 and No. 17 of the list.",
        "Sales ended on 5 Aug. 2023 in Riga.",
        "The firm sold lathes, chips, etc. to three buyers.",
        "Morvale Inc. and others were fined.",
        "He asked “why?” and left.",
        "Trade grew (by 4 per cent.) and then fell.",
        "It said … nothing.",
        "1. Armenia sold eels",
    ],
)
def test_a_full_stop_inside_a_sentence_does_not_end_it(sentence: str) -> None:
    assert sentences_of(sentence) == [sentence]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Iran sold drones.", "Syria bought them."),
        ("Did he pay?", "He did."),
        ("Never again!", "The court rose."),
        ("“We sold nothing.”", "The firm is in Riga."),
        ("He called it “a sale.”", "“It was a gift,” said she."),
        ("It was sold in 2021.", "The buyer is unknown."),
        ("They sat in room 12.", "The judge rose."),
        ("The firm is Morvale Ltd.", "Officials fined it."),
        ("He waited…", "Nobody came."),
        ("It rose to 45%.", "(The table is below.)"),
        ("He left.", "– And she stayed."),
        ("The year was 2022.", "17 ships sank."),
    ],
)
def test_a_sentence_ends_where_the_next_begins(first: str, second: str) -> None:
    assert sentences_of(f"{first} {second}") == [first, second]


def test_the_number_of_a_list_item_is_no_sentence() -> None:
    assert sentences_of("3. Georgia sells wine. Nobody objects.") == ["3. Georgia sells wine.", "Nobody objects."]


def test_a_hard_wrap_ends_no_sentence() -> None:
    assert sentences_of("The tanker\nleft Poti. It\nsank.") == ["The tanker\nleft Poti.", "It\nsank."]


def test_titles_are_headlines_and_headings_that_end_like_sentences_are_not() -> None:
    report = make_report(
        ("title", "Drones found"),
        ("heading", "What was found"),
        ("heading", "2. Georgia. Exports rose."),
        ("heading", "“We knew”"),
        "Drones were found.",
        ("list_item", "Bearings"),
        ("caption", "A drone."),
    )
    told = {sentence.span.text: sentence.headline for sentence in split_sentences(report)}
    assert told == {
        "Drones found": True,
        "What was found": True,
        "2. Georgia.": False,
        "Exports rose.": False,
        "“We knew”": False,
        "Drones were found.": False,
        "Bearings": False,
        "A drone.": False,
    }


def test_page_furniture_metadata_and_tables_have_no_sentences() -> None:
    report = make_report(
        ("metadata", "By A. Lund. 4 May."), ("furniture", "Read more. Sign up."), ("table", "a. b."), "Seas rose."
    )
    (sentence,) = split_sentences(report)
    assert (sentence.span.text, sentence.block) == ("Seas rose.", 3)


@pytest.mark.parametrize(
    ("label", "answer"), [("A: ", True), ("Answer: ", True), ("Q: ", False), ("Question: ", False), ("A. ", True)]
)
def test_the_label_of_an_interview_is_cut_off_and_says_who_speaks(label: str, answer: bool) -> None:
    report = make_report(f"{label}We sold them. All of them.")
    found = split_sentences(report)
    assert [sentence.span.text for sentence in found] == ["We sold them.", "All of them."]
    assert {sentence.answer for sentence in found} == {answer}


def test_a_sentence_that_begins_with_a_lone_letter_is_no_answer() -> None:
    (sentence,) = split_sentences(make_report("A tanker sank."))
    assert not sentence.answer
    assert sentence.span.text == "A tanker sank."


WRITING = st.text(alphabet=st.sampled_from("aBc. !?…\"“”'’)(\n\t1-–。é\u200f😀"), max_size=80) | st.text(max_size=80)


@given(st.lists(WRITING, min_size=1, max_size=4))
def test_sentences_stand_in_order_inside_their_blocks_and_lose_no_text(paragraphs: list[str]) -> None:
    report = make_report(*paragraphs)
    found = split_sentences(report)
    place = 0
    for sentence in found:
        span, block = sentence.span, report.blocks[sentence.block]
        assert report.text[span.start : span.end] == span.text
        assert span.text.strip() == span.text != ""
        assert max(place, block.start) <= span.start < span.end <= block.end
        place = span.end


@given(WRITING)
def test_a_paragraph_is_its_sentences_and_the_white_space_between_them(text: str) -> None:
    spans = split_text(text, 0, len(text))
    between = text
    for span in reversed(spans):
        between = between[: span.start] + between[span.end :]
    assert between.strip() == ""


@given(st.text(max_size=30), WRITING, st.text(max_size=30))
def test_a_paragraph_is_split_alike_wherever_it_stands(before: str, text: str, after: str) -> None:
    spans = split_text(before + text + after, len(before), len(before) + len(text))
    assert [(span.start - len(before), span.text) for span in spans] == [
        (span.start, span.text) for span in split_text(text, 0, len(text))
    ]
