"""Lists of other stories: under a header such as "Latest news", or headlines and dates in turn."""

import re
from dataclasses import replace
from datetime import date
from itertools import pairwise

from entrepot.documents.day_words import find_days
from entrepot.documents.furniture_patterns import RELATED_HEADER
from entrepot.documents.pieces import Piece, ends_as_sentence, is_prose
from entrepot.documents.publication import is_day_line

_AGO = re.compile(
    r"(?:\d{1,2}|an?|one|two|three) (?:minute|hour|day|week|month)s? ago\W*$|yesterday\W*$|just now\W*$", re.IGNORECASE
)
_MAX_LINE = 400
# Longer than any headline: body text even where a date stands beside it or its full stop is missing.
_BODY_CHARS = 220


def mark_teasers(text: str, pieces: list[Piece]) -> list[Piece]:
    """`pieces` with every list of links to other stories marked as furniture."""
    lines = [text[one.start : min(one.end, one.start + _MAX_LINE)] for one in pieces]
    dated = [is_day_line(line) or _AGO.match(line) is not None for line in lines]
    doomed: set[int] = set()
    in_body = False
    for index, piece in enumerate(pieces):
        in_body = in_body or (piece.kind != "furniture" and is_prose(lines[index]))
        # Above the first paragraph such a line is the name of a section, and what follows may be the title.
        if in_body and piece.reason == "related links" and _is_header(text, piece):
            doomed.update(range(index, _list_end(pieces, lines, dated, index + 1)))
    doomed.update(_alternating(pieces, lines, dated))
    return [
        replace(piece, kind="furniture", reason="teaser list")
        if index in doomed and piece.kind != "furniture"
        else piece
        for index, piece in enumerate(pieces)
    ]


def _is_header(text: str, piece: Piece) -> bool:
    return piece.end - piece.start <= 60 and RELATED_HEADER.match(text[piece.start : piece.end].strip()) is not None


def _list_end(pieces: list[Piece], lines: list[str], dated: list[bool], index: int) -> int:
    """The first piece after a list that begins at `index`: where body text begins again.

    Body text is a heading mark of the page itself, or prose that no date follows; teasers may be sentences, but then
    a date stands under or above each.
    """
    first = index
    while index < len(pieces):
        if pieces[index].kind in ("heading", "title") and index > first:
            return index
        if not dated[index] and _is_body(lines, dated, index):
            return index
        # Without a date a list does not outlast two blank lines' worth of groups of its own.
        index += 1
    return index


def _is_body(lines: list[str], dated: list[bool], index: int) -> bool:
    line = lines[index]
    if len(line) >= _BODY_CHARS:
        return True
    if not is_prose(line) or (len(line) < 60 and line.endswith("?")):
        return False
    return not (dated[index - 1] or (index + 1 < len(dated) and dated[index + 1]))


def _alternating(pieces: list[Piece], lines: list[str], dated: list[bool]) -> set[int]:
    """Lines in runs of three or more headline and date pairs, in either order.

    A chronology looks alike but its lines are sentences or its days ascend; it is left alone.
    """
    doomed: set[int] = set()
    index = 0
    while index < len(pieces) - 1:
        end = index
        while end + 1 < len(pieces) and dated[end] != dated[end + 1] and _may_be_teaser(lines[end], dated[end]):
            end += 1
        days = [find_days(lines[one]) for one in range(index, end + 1) if dated[one]]
        if len(days) >= 3 and _descends([found[0].start for found in days if found]):
            doomed.update(range(index, end + 1))
        index = max(end, index + 1)
    return doomed


def _may_be_teaser(line: str, dated: bool) -> bool:
    return dated or (len(line) <= 200 and (not ends_as_sentence(line) or line.endswith("?")))


def _descends(days: list[str]) -> bool:
    return len(days) >= 3 and all(date.fromisoformat(a) >= date.fromisoformat(b) for a, b in pairwise(days))
