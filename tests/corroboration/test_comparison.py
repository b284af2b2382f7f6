"""Two reports beside each other."""

from entrepot.corroboration.comparison import compare_reports
from entrepot.model.document import Block, Document
from tests.corroboration.builders import BELARUS, BRITAIN, IRAN, RUSSIA, claim, report, source

COMMON = "the ministry said that the convoy of forty lorries had crossed the border near Astara before dawn on Sunday"
LEFT = report("left", f"As {COMMON}, and more.")
RIGHT = report("right", f"Elsewhere {COMMON}; nothing else.")
BOTH = {"supplier": IRAN, "recipient": RUSSIA, "goods": "drones"}


def test_what_both_say_what_one_says_and_where_they_differ() -> None:
    said = [source(BRITAIN)]
    left = (
        claim(LEFT, "supply", number=0, sources=said, **BOTH),  # type: ignore[arg-type]
        claim(LEFT, "meet", number=1, participant=(IRAN, BELARUS)),
    )
    right = (
        claim(RIGHT, "supply", number=0, modality="denied", sources=said, **BOTH),  # type: ignore[arg-type]
        claim(RIGHT, "meet", number=1, participant=(RUSSIA, BELARUS)),
    )
    found = compare_reports((LEFT, left), (RIGHT, right))
    assert [one.frame for one in found.both] == ["supply"]
    assert found.differing == found.both
    assert [one.claims for one in found.only_left] == [("left#1",)]
    assert [one.claims for one in found.only_right] == [("right#1",)]
    turned = compare_reports((RIGHT, right), (LEFT, left))
    assert (turned.both, turned.only_left, turned.only_right) == (found.both, found.only_right, found.only_left)


def test_shared_text_is_aligned_with_exact_offsets() -> None:
    found = compare_reports((LEFT, ()), (RIGHT, ()))
    (passage,) = found.shared
    assert passage.left.text == passage.right.text == COMMON
    assert LEFT.text[passage.left.start : passage.left.end] == COMMON


def test_page_furniture_is_no_shared_text() -> None:
    def foot(name: str) -> Document:
        made = report(name, COMMON)
        block = Block(kind="furniture", start=0, end=len(COMMON), reason="subscription")
        return Document(**{**{field: getattr(made, field) for field in Document.__slots__}, "blocks": (block,)})

    assert compare_reports((foot("x"), ()), (foot("y"), ())).shared == ()
