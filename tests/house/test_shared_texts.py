"""Texts that belong to others stay out of the repository."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
GOLD_REPORTS = ROOT.parent / "shared" / "gold" / "reports"
SHINGLE = 6
"""Words in a row. Shorter runs are names and set phrases that any report on the same events shares."""


def shingles(text: str, size: int = SHINGLE) -> set[tuple[str, ...]]:
    words = re.findall(r"[^\W_]+", text.casefold())
    return {tuple(words[i : i + size]) for i in range(len(words) - size + 1)}


def gold_shingles() -> set[tuple[str, ...]]:
    texts = [
        path.read_text(encoding="utf-8") for path in GOLD_REPORTS.iterdir() if path.suffix in {".txt", ".md", ".html"}
    ]
    return set().union(*(shingles(re.sub(r"<[^>]+>", " ", text)) for text in texts))


@pytest.mark.shared
@pytest.mark.skipif(not GOLD_REPORTS.is_dir(), reason="../shared/gold/reports is not beside this checkout")
def test_the_example_reports_share_no_six_words_in_a_row_with_any_gold_report(tracked_files: list[Path]) -> None:
    foreign = gold_shingles()
    examples = [path for path in tracked_files if path.is_relative_to(ROOT / "examples")]
    assert len(examples) >= 10
    copied = {
        path.name: len(shingles(path.read_text(encoding="utf-8", errors="replace")) & foreign) for path in examples
    }
    assert {name: count for name, count in copied.items() if count} == {}, "counts alone: some gold reports stay unread"


@pytest.mark.shared
@pytest.mark.skipif(not GOLD_REPORTS.is_dir(), reason="../shared/gold/reports is not beside this checkout")
def test_the_reports_written_to_measure_with_share_no_six_words_in_a_row_with_any_gold_report(
    tracked_files: list[Path],
) -> None:
    """Nor do the quotes and notes in their annotation."""
    foreign = gold_shingles()
    written = [path for path in tracked_files if path.is_relative_to(ROOT / "tests" / "gold" / "written")]
    assert sum(path.parent.name == "reports" for path in written) == 17
    copied = {path.name: len(shingles(path.read_text(encoding="utf-8")) & foreign) for path in written}
    assert {name: count for name, count in copied.items() if count} == {}, "counts alone: some gold reports stay unread"


@pytest.mark.shared
@pytest.mark.skipif(not GOLD_REPORTS.is_dir(), reason="../shared/gold/reports is not beside this checkout")
def test_no_file_of_the_repository_holds_a_sentence_of_a_gold_report(tracked_files: list[Path]) -> None:
    """Twelve words in a row are a sentence, or most of one."""
    foreign = set().union(
        *(shingles(path.read_text(encoding="utf-8"), 12) for path in GOLD_REPORTS.iterdir() if path.suffix != ".csv")
    )
    holding = [
        path.relative_to(ROOT).as_posix()
        for path in tracked_files
        if shingles(path.read_text(encoding="utf-8", errors="replace"), 12) & foreign
    ]
    assert holding == []
