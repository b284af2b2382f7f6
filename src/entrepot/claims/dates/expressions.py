"""Finding expressions: the grammar run over the promising stretches of a text, neighbours joined to ranges."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from entrepot.claims.dates import absolute, lengths, periods, persian, relative
from entrepot.claims.dates import lexicon as lex
from entrepot.claims.dates.nodes import Calendar, NoDate, Node, with_year
from entrepot.claims.dates.rules import KEYS, REACHES

S = lex.SPACE
RULES = absolute.RULES + periods.RULES + persian.RULES + relative.RULES + lengths.RULES


@dataclass(frozen=True, slots=True, kw_only=True)
class Expression:
    """One expression in a text and what it says; `until` is set for a range from `node` to it, `part` for "early"."""

    start: int
    end: int
    node: Node
    part: str = ""
    until: "Expression | None" = None
    open_side: Literal["", "since", "until"] = ""

    @property
    def kind(self) -> Literal["date", "duration", "set", "none"]:
        """What the expression is for a reader."""
        return self.node.kind if isinstance(self.node, NoDate) else "date"


def find_expressions(text: str, start: int, end: int) -> tuple[Expression, ...]:
    """The expressions of `text[start:end]` in order, without overlaps."""
    found = _join([_extend(text, atom, start) for atom in _select(_candidates(text, start, end))], text, start)
    return tuple(_open(text, expression, start) for expression in found if expression.kind != "none")


def _windows(text: str, start: int, end: int) -> dict[str, list[tuple[int, int]]]:
    """For each kind of sign the stretches around its places, in order and apart."""
    windows: dict[str, list[tuple[int, int]]] = {key: [] for key in REACHES}
    for hit in KEYS.finditer(text, start, end):
        key = hit.lastgroup or ""
        before, after = REACHES[key]
        first, last = max(start, hit.start() - before), min(end, hit.end() + after)
        stretches = windows[key]
        if stretches and first <= stretches[-1][1]:
            stretches[-1] = (stretches[-1][0], last)
        else:
            stretches.append((first, last))
    return windows


def _candidates(text: str, start: int, end: int) -> Iterator[tuple[int, int, int, Node]]:
    """What any line of the grammar reads: start, end, the line's place in the grammar, and what it says."""
    windows = _windows(text, start, end)
    for order, line in enumerate(RULES):
        group = "x" if "x" in line.pattern.groupindex else 0
        for begin, stop in windows[line.key]:
            for match in line.pattern.finditer(text, begin, stop):
                node = line.reader(match)
                if node is not None:
                    yield match.start(group), match.end(group), order, node


def _select(candidates: Iterator[tuple[int, int, int, Node]]) -> list[Expression]:
    """The leftmost, of these the longest, of these the first in the grammar."""
    chosen: list[Expression] = []
    for start, end, _, node in sorted(candidates, key=lambda c: (c[0], -c[1], c[2])):
        if end > start and (not chosen or start >= chosen[-1].end):
            chosen.append(Expression(start=start, end=end, node=node))
    return chosen


_PART = re.compile(
    rf"(?:(?:\bthe{S})?\b(?P<word>beginning|start|middle|end|close){S}of{S}(?:the{S})?"
    rf"|(?:\bthe{S})?\b(?P<adverb>early|mid|late|very{S}late|very{S}early)[\s-]{{1,2}}|\b(?:earlier|later){S})$",
    re.IGNORECASE,
)
_PARTS = {"beginning": "early", "start": "early", "middle": "mid", "end": "late", "close": "late"}


def _extend(text: str, atom: Expression, floor: int) -> Expression:
    """The atom with "early", "the end of" and the like before it taken in."""
    if atom.kind != "date":
        return atom
    match = _PART.search(text[max(floor, atom.start - 28) : atom.start])
    if match is None:
        return atom
    start = atom.start - (match.end() - match.start())
    word = (match["word"] or "").lower()
    adverb = (match["adverb"] or "").lower().removeprefix("very").strip()
    return replace(atom, start=start, part=_PARTS.get(word, adverb))


_DASH_GAP = re.compile(rf"{S}?{lex.DASH}{S}?")
_TO_GAP = re.compile(rf"{S}(?:to|through|thru|till|until|up{S}to|up{S}until){S}(?:the{S})?", re.IGNORECASE)
_AND_GAP = re.compile(rf"{S}and{S}(?:the{S})?", re.IGNORECASE)
_LIST_GAP = re.compile(rf",?{S}(?:and|or){S}(?:on{S}|in{S})?|,{S}", re.IGNORECASE)
_BETWEEN = re.compile(rf"\bbetween{S}(?:the{S})?$", re.IGNORECASE)
_FROM = re.compile(rf"\bfrom{S}(?:the{S})?$", re.IGNORECASE)


def _join(atoms: list[Expression], text: str, floor: int) -> list[Expression]:
    """Neighbours joined where the words between them make a range: "between X and Y", "from X to Y", "X–Y"."""
    joined: list[Expression] = []
    for atom in atoms:
        left = joined[-1] if joined else None
        start = None if left is None else _range_start(left, atom, text, floor)
        if left is None or start is None:
            if left is not None and _LIST_GAP.fullmatch(text, left.end, atom.start):
                joined[-1] = _share_in_list(left, atom)
            joined.append(atom)
        else:
            joined[-1] = replace(
                left,
                start=start,
                end=atom.end,
                node=_share_year(left.node, atom.node, later=False),
                until=replace(atom, node=_share_year(atom.node, left.node, later=True)),
            )
    return joined


def _range_start(left: Expression, right: Expression, text: str, floor: int) -> int | None:
    """Where the range of two neighbours begins, or None where they do not make one."""
    if left.kind != "date" or right.kind != "date" or left.until is not None or right.start - left.end > 20:
        return None
    gap, before = text[left.end : right.start], text[max(floor, left.start - 16) : left.start]
    between, origin = _BETWEEN.search(before), _FROM.search(before)
    if between and _AND_GAP.fullmatch(gap):
        return left.start - (between.end() - between.start())
    if origin and (_TO_GAP.fullmatch(gap) or _DASH_GAP.fullmatch(gap)):
        return left.start - (origin.end() - origin.start())
    same = type(left.node) is type(right.node)
    if same and (_DASH_GAP.fullmatch(gap) or (_TO_GAP.fullmatch(gap) and isinstance(right.node, Calendar))):
        return left.start
    return None


def _share_in_list(left: Expression, right: Expression) -> Expression:
    """The left one of "3 March and 5 April 2021", with the year of the right one."""
    pair = left.node, right.node
    if left.until is None and all(isinstance(node, Calendar) and node.unit in ("day", "month") for node in pair):
        return replace(left, node=_share_year(left.node, right.node, later=False))
    return left


def _share_year(node: Node, other: Node, *, later: bool) -> Node:
    """A part of a year that lacks its year, with the year of the other end: before it, or after it if `later`."""
    if not isinstance(node, Calendar) or not isinstance(other, Calendar) or node.year is not None or node.pick:
        return node
    if node.year_offset is None and other.year_offset is not None:
        return replace(node, year_offset=other.year_offset)
    if node.year_offset is not None or other.year is None:
        return node
    crosses = (
        (node.number, node.day) < (other.number, other.day)
        if later
        else (node.number, node.day) > (other.number, other.day)
    )
    return with_year(node, other.year + (crosses if later else -crosses))


_SINCE = re.compile(rf"\b(?:ever{S})?since{S}(?:about{S}|around{S}|at{S}least{S})?(?:the{S})?$", re.IGNORECASE)
_UNTIL = re.compile(
    rf"\b(?:(?:up{S})?until|till|by){S}(?:about{S}|around{S}|at{S}least{S})?(?:the{S})?$", re.IGNORECASE
)


def _open(text: str, expression: Expression, floor: int) -> Expression:
    """The expression with "since", "until" or "by" before it, whose range then is open at one side."""
    if expression.kind != "date" or expression.until is not None:
        return expression
    before = text[max(floor, expression.start - 32) : expression.start]
    since, until = _SINCE.search(before), _UNTIL.search(before)
    if since is not None:
        return replace(expression, start=expression.start - (since.end() - since.start()), open_side="since")
    if until is not None and not text.startswith(("'s", "’s"), expression.end):
        return replace(expression, start=expression.start - (until.end() - until.start()), open_side="until")
    return expression
