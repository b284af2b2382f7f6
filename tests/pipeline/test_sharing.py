import random

import pytest

from entrepot.corroboration.reuse import sign_text
from entrepot.model.comparison import SharedText
from entrepot.model.document import Block, Document
from entrepot.pipeline.sharing import MOST_HOLDERS, MOST_PAIRS, find_shared_texts, read_text

NOTICE = "This report was written by our own staff and may be passed on only with the name of the paper"


def write_words(seed: int, number: int = 120) -> str:
    """Words that no text with another seed has in the same order."""
    return " ".join(random.Random(seed).choices([f"w{place}" for place in range(5000)], k=number))


def find_shared(*texts: str) -> tuple[SharedText, ...]:
    documents = [make_document(f"d{place:04}", text) for place, text in enumerate(texts)]
    return find_shared_texts(documents, {document.id: sign_text(document.text) for document in documents})


def make_document(name: str, text: str) -> Document:
    block = Block(kind="paragraph", start=0, end=len(text))
    return Document(id=name, path=name, sha256="", media_type="text/plain", text=text, blocks=(block,))


def test_two_reports_with_a_passage_in_common_are_a_pair_the_earlier_one_left() -> None:
    passage = write_words(1, 30)
    (found,) = find_shared(write_words(2), f"{write_words(3)} {passage}", f"{passage} {write_words(4)}")
    assert (found.left_id, found.right_id, found.words) == ("d0001", "d0002", 30)
    assert found.passages[0].left.text == passage == found.passages[0].right.text


def test_reports_that_share_nothing_are_no_pair() -> None:
    assert find_shared(*(write_words(seed) for seed in range(5))) == ()
    assert find_shared() == ()
    assert find_shared("Too short.", "") == ()


def test_a_passage_in_many_reports_is_held_against_the_earliest_that_has_it() -> None:
    passage = write_words(1, 30)
    found = find_shared(write_words(2), *(f"{write_words(seed, 200)} {passage}" for seed in range(10, 14)))
    assert {(one.left_id, one.right_id) for one in found} == {("d0001", f"d000{place}") for place in (2, 3, 4)}


def test_copies_are_held_against_the_earliest_of_them_only() -> None:
    text = write_words(1)
    found = find_shared(*(f"{text} {write_words(seed, 10)}" for seed in range(10, 16)))
    assert {(one.left_id, one.right_id) for one in found} == {("d0000", f"d000{place}") for place in range(1, 6)}


def test_more_copies_than_a_formula_may_have_holders_are_still_found() -> None:
    text = write_words(1)
    found = find_shared(*(f"{text} {write_words(seed, 10)}" for seed in range(10, 12 + MOST_HOLDERS)))
    assert len(found) == MOST_HOLDERS + 1


def test_a_notice_under_every_report_makes_no_pair() -> None:
    assert find_shared(*(f"{write_words(seed)} {NOTICE}" for seed in range(MOST_HOLDERS + 1))) == ()
    assert len(find_shared(*(f"{write_words(seed)} {NOTICE}" for seed in range(2)))) == 1


def test_of_two_groups_of_copies_only_the_pair_with_the_most_in_common_is_shown() -> None:
    one, other, passage = write_words(1, 200), write_words(2, 200), write_words(3, 40)
    found = find_shared(one, f"{one} {passage[:80]}", other, f"{other} {passage}", f"{one} {passage}")
    across = [pair for pair in found if pair.words <= 40]
    assert [(pair.left_id, pair.right_id) for pair in across] == [("d0003", "d0004")]


def test_pairs_with_the_most_words_come_first_and_there_are_not_more_than_can_be_read() -> None:
    texts = []
    for seed in range(MOST_PAIRS + 5):
        passage = write_words(10_000 + seed, 20 + seed % 7)
        texts += [f"{write_words(3 * seed + 100)} {passage}", f"{write_words(3 * seed + 101)} {passage}"]
    found = find_shared(*texts)
    assert len(found) == MOST_PAIRS
    assert [one.words for one in found] == sorted((one.words for one in found), reverse=True)


@pytest.mark.parametrize("kind", ["furniture", "metadata"])
def test_what_is_no_part_of_a_report_is_blanked_out_and_moves_no_offset(kind) -> None:
    text = "Iran sold drones.\n\nLatest news\n\nRussia bought them."
    blocks = (
        Block(kind="paragraph", start=0, end=17),
        Block(kind=kind, start=19, end=30),
        Block(kind="paragraph", start=32, end=51),
    )
    document = Document(id="d", path="d", sha256="", media_type="text/plain", text=text, blocks=blocks)
    read = read_text(document)
    assert "Latest" not in read and read.index("Russia") == text.index("Russia")
