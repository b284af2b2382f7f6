"""Text taken over from another report: signatures, groups, reworded sentences."""

import string
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from entrepot.corroboration.reuse import (
    cluster_resembling,
    count_common_words,
    estimate_resemblance,
    is_reworded_copy,
    sign_text,
)

WIRE = (
    "Customs officers in Poti stopped a container of bearings on Tuesday, the ministry said. The papers named a firm "
    "in Bishkek as its buyer, but the lorry was bound for Orsk. Its driver told them that he had made 14 such journeys "
    "since March and had never been asked a question. The firm, which was founded in 2022, could not be reached."
)
OTHER = (
    "Farmers in the valley expect a poor harvest of apricots after the frost of April. Prices at the market have "
    "doubled since last year, and the cooperative has asked the government for seeds and cheap loans until the autumn."
)
NAMES = st.text(string.ascii_lowercase, min_size=1, max_size=7)
WORDS = st.lists(NAMES, min_size=5, max_size=60)


def test_a_text_shorter_than_a_shingle_has_no_signature() -> None:
    assert sign_text("Four words, no more.") == b""
    assert estimate_resemblance(b"", sign_text(WIRE)) == 0.0


def test_a_signature_is_the_same_in_another_process() -> None:
    code = "import sys; from entrepot.corroboration.reuse import sign_text; print(sign_text(sys.argv[1]).hex())"
    ran = subprocess.run([sys.executable, "-c", code, WIRE], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == sign_text(WIRE).hex()


def test_a_signature_is_the_same_in_another_year() -> None:
    assert sign_text("one two three four five").hex()[:16] == "b8094e658beb898f"


@given(WORDS, st.lists(st.sampled_from([" ", ", ", "; ", " — ", '." “', "!\n", "' ", " (", "\u00a0"]), min_size=59))
def test_case_and_punctuation_play_no_part_in_a_signature(words: list[str], marks: list[str]) -> None:
    other = words[0].upper() + "".join(mark + word.capitalize() for mark, word in zip(marks, words[1:], strict=False))
    assert sign_text(" ".join(words)) == sign_text(other)


def test_figures_tell_signatures_apart() -> None:
    assert sign_text("The firm shipped 1.5 tonnes there") != sign_text("The firm shipped 15 tonnes there")
    assert sign_text("The firm shipped 1,500 tonnes there") == sign_text("The firm shipped 1500 tonnes there")


def test_an_edited_copy_resembles_its_source_and_another_report_does_not() -> None:
    source = sign_text(WIRE)
    assert estimate_resemblance(source, source) == 1.0
    assert estimate_resemblance(source, sign_text("POTI, Tuesday. " + WIRE.replace("Orsk", "Omsk"))) > 0.6
    assert estimate_resemblance(source, sign_text(OTHER)) < 0.05


@given(WORDS, WORDS)
def test_resemblance_has_no_direction(left: list[str], right: list[str]) -> None:
    a, b = sign_text(" ".join(left)), sign_text(" ".join(left[:10] + right))
    assert estimate_resemblance(a, b) == estimate_resemblance(b, a)


def test_an_estimate_is_close_to_the_share_of_shingles() -> None:
    words = [f"w{number}" for number in range(3_000)]
    left, right = " ".join(words[:2_000]), " ".join(words[1_000:])
    assert estimate_resemblance(sign_text(left), sign_text(right)) == pytest.approx(996 / 2_996, abs=0.18)


def test_copies_are_grouped_and_a_report_of_its_own_is_in_no_group() -> None:
    signed = {
        "wire": sign_text(WIRE),
        "copy": sign_text("POTI — " + WIRE),
        "harvest": sign_text(OTHER),
        "note": sign_text("Too short"),
        "blank": sign_text(""),
    }
    assert cluster_resembling(signed) == (("copy", "wire"),)


@given(st.lists(WORDS, min_size=1, max_size=6), st.randoms(use_true_random=False), st.sampled_from([0.3, 0.5, 0.8]))
def test_groups_do_not_hang_on_the_order_of_reports(texts: list[list[str]], random: object, least: float) -> None:
    texts = texts + [[*text[:-1], "addition"] for text in texts]
    signed = [(str(place), sign_text(" ".join(text))) for place, text in enumerate(texts)]
    shuffled = list(signed)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert cluster_resembling(dict(signed), least) == cluster_resembling(dict(shuffled), least)


@given(st.lists(WORDS, min_size=1, max_size=5))
def test_banding_misses_no_pair_that_comparing_all_would_find(texts: list[list[str]]) -> None:
    texts = texts + [text[: len(text) * 3 // 4] for text in texts]
    signed = {str(place): sign_text(" ".join(text)) for place, text in enumerate(texts)}
    grouped = {name: group for group in cluster_resembling(signed, 0.55) for name in group}
    for one, a in signed.items():
        for other, b in signed.items():
            if one != other and estimate_resemblance(a, b) >= 0.55:
                assert other in grouped.get(one, ())


def test_thousands_of_reports_under_one_notice_are_not_taken_for_copies() -> None:
    notice = sign_text("This report was made with help from many partners and may be shared freely")
    alone = {f"r{n}": notice[:32] + n.to_bytes(4, "big") * 56 for n in range(1, 2_000)}
    assert cluster_resembling(alone) == ()


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (
            "Customs officers in Poti stopped a container of bearings on Tuesday, the ministry said.",
            "Officers of the customs in Poti stopped a container of bearings on Tuesday, a ministry statement said.",
        ),
        (
            "The driver told them that he had made 14 such journeys since March without a question.",
            "The driver said he had made 14 such journeys since March without being asked a question, officials added.",
        ),
    ],
)
def test_a_sentence_with_light_edits_is_a_copy(left: str, right: str) -> None:
    assert is_reworded_copy(left, right)
    assert is_reworded_copy(right, left)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("He could not be reached for comment.", "He could not be reached for comment."),
        (
            "It is one of the most that there has ever been in the north of it.",
            "It is one of the worst that there has ever been in the south of us.",
        ),
        (
            "The Treasury listed 12 firms in Turkey on Monday for shipping chips to Russia.",
            "The Treasury listed 3 firms in China on Friday for shipping chips to Russia.",
        ),
        (
            "Customs officers in Poti stopped a container of bearings on Tuesday, the ministry said.",
            "Bearings bound for Orsk were found in the port of Poti, according to the customs service.",
        ),
        (
            "The inspections were blamed by shippers and port agents for delays and rising costs.",
            "Inspections that were, as blamed on him by shippers and a port or its agents, no cause for delays.",
        ),
        ("", ""),
    ],
)
def test_formulas_and_independent_wordings_are_no_copies(left: str, right: str) -> None:
    assert not is_reworded_copy(left, right)
    assert not is_reworded_copy(right, left)


def common_by_table(left: list[str], right: list[str]) -> int:
    """The longest common subsequence by the textbook's table."""
    row = [0] * (len(right) + 1)
    for one in left:
        above = row
        row = [0]
        for place, other in enumerate(right):
            row.append(above[place] + 1 if one == other else max(row[-1], above[place + 1]))
    return row[-1]


@given(st.lists(st.sampled_from("abcd"), max_size=20), st.lists(st.sampled_from("abcd"), max_size=20))
def test_common_words_are_counted_as_the_textbooks_table_counts_them(left: list[str], right: list[str]) -> None:
    assert count_common_words(left, right) == common_by_table(left, right)
