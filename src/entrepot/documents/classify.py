"""Pieces of a text as blocks: what is title, body, metadata and furniture, judged by the words and by the place."""

import re
from dataclasses import replace

from entrepot.documents.furniture import furniture_tail, is_aside
from entrepot.documents.furniture_patterns import GLUED_HEADER, RELATED_HEADER
from entrepot.documents.header import Header, read_header
from entrepot.documents.interface import Draft
from entrepot.documents.lines import LIST_MARK, SPEAKER_MARK, TURN_MARK, is_clock_line
from entrepot.documents.pieces import Piece, is_prose
from entrepot.documents.publication import copyright_year, is_day_line, is_stamp
from entrepot.documents.teasers import mark_teasers
from entrepot.model.document import Block, BlockKind

__all__ = ["Header", "Piece", "classify_pieces"]

_LIST_OF_MENU_WORDS = """
terms privacy cookies careers advertise sitemap accessibility feedback imprint legal help support donate
home news world politics business economy sport sports culture opinion opinions video videos photo photos
about contact contacts us menu search login register subscribe newsletter live archive archives multimedia
health science tech technology lifestyle travel events jobs shop help faq english русский українська farsi
english en ru fr de ua tv radio podcasts podcast interviews analysis main latest more all section sections
topics regions society
"""
_MENU_WORDS = frozenset(_LIST_OF_MENU_WORDS.split())
_MENU_SPLIT = re.compile(r"\s*[|·•/›»>]\s*|\s{2,}")


def classify_pieces(text: str, pieces: list[Piece], hint: Header | None = None) -> Draft:
    """A draft over `text` whose blocks are `pieces`, named; furniture that ends a paragraph is a block of its own.

    `hint` is what the carrier already said (an HTML head, front matter, mail headers); it wins over the page's words.
    """
    pieces = [part for piece in pieces for part in _split_piece(text, piece)]
    pieces = mark_teasers(text, _mark_menus(text, pieces))
    year = copyright_year(
        [text[one.start : min(one.end, one.start + 300)] for one in pieces if one.reason == "copyright line"]
    )
    header, pieces = read_header(text, _mark_foot(text, pieces), year)
    pieces = [_mark_date_line(text, piece) for piece in pieces]
    blocks = tuple(_block(text, piece) for piece in pieces)
    return Draft(
        text=text,
        blocks=blocks,
        title=(hint and hint.title) or header.title,
        publisher=(hint and hint.publisher) or header.publisher,
        byline=(hint and hint.byline) or header.byline,
        url=(hint and hint.url) or "",
        published=(hint and hint.published) or header.published,
    )


def _split_piece(text: str, piece: Piece) -> list[Piece]:
    """The piece, or its body and the furniture that follows in the same paragraph."""
    if piece.kind in ("furniture", "metadata", "table"):
        return [piece]
    glued = GLUED_HEADER.match(text, piece.start, piece.end)
    if glued:
        header = replace(piece, end=glued.end(), kind="furniture", reason="related links")
        return [header, replace(piece, start=glued.end())]
    body = text[piece.start : piece.end]
    if len(body) <= 20 and is_clock_line(body):
        return [replace(piece, kind="metadata", reason="time stamp")]
    cut, reason = furniture_tail(body)
    kept = body[:cut].rstrip(" \t|·•")
    if not reason:
        return [piece]
    if not kept:
        return [replace(piece, kind="furniture", reason=reason)]
    start = piece.start + len(kept) + len(body[len(kept) :]) - len(body[len(kept) :].lstrip())
    return [
        replace(piece, end=piece.start + len(kept)),
        replace(piece, start=start, kind="furniture", reason=reason),
    ]


def _mark_menus(text: str, pieces: list[Piece]) -> list[Piece]:
    """Menu lines (`Home | News | About`) and runs of three or more lines that are single menu words."""
    menu = [_is_menu(text[one.start : one.end]) if one.end - one.start <= 200 else 0 for one in pieces]
    marked = list(pieces)
    run: list[int] = []
    for index, words in enumerate([*menu, 0]):
        if words:
            run.append(index)
            continue
        if sum(menu[one] for one in run) >= 3:
            for one in run:
                marked[one] = replace(pieces[one], kind="furniture", reason="menu")
        run = []
    return marked


def _is_menu(line: str) -> int:
    """How many menu entries the line holds; 0 where it is none."""
    entries = [entry for entry in _MENU_SPLIT.split(line.strip()) if entry]
    known = sum(
        1 for entry in entries if all(word.lower() in _MENU_WORDS for word in entry.split()) and len(entry) <= 25
    )
    return len(entries) if known and known >= 0.6 * len(entries) else 0


def _mark_foot(text: str, pieces: list[Piece]) -> list[Piece]:
    """A date alone below the last line of the report is the date of the page; asides such as thanks go with it."""
    marked = list(pieces)
    below = False
    for index in range(len(pieces) - 1, -1, -1):
        piece = pieces[index]
        if piece.kind in ("furniture", "metadata"):
            below = True
            continue
        body = text[piece.start : min(piece.end, piece.start + 200)]
        if is_aside(body) and (below or not body.endswith("?")):
            marked[index] = replace(piece, kind="furniture", reason="note on the page")
            continue
        if not is_day_line(body):
            # A report of nothing but a headline and a date has no foot.
            return marked if index else pieces
        marked[index] = replace(piece, kind="furniture", reason="date at the foot of the page")
    return pieces


def _mark_date_line(text: str, piece: Piece) -> Piece:
    """A date alone between paragraphs heads an entry of a chronology; one under a label is a note on the page."""
    if piece.kind in ("", "paragraph") and piece.end - piece.start <= 60 and is_day_line(text[piece.start : piece.end]):
        return replace(piece, kind="metadata", reason="date line")
    if piece.kind in ("", "paragraph") and piece.end - piece.start <= 80 and is_stamp(text[piece.start : piece.end]):
        return replace(piece, kind="furniture", reason="note on the page")
    return piece


def _block(text: str, piece: Piece) -> Block:
    kind = piece.kind or _kind_of(text[piece.start : min(piece.end, piece.start + 400)])
    return Block(
        kind=kind, start=piece.start, end=piece.end, reason=piece.reason if kind in ("metadata", "furniture") else ""
    )


def _kind_of(body: str) -> BlockKind:
    if SPEAKER_MARK.match(body) or TURN_MARK.match(body):
        return "paragraph"
    if LIST_MARK.match(body) and not body[0].isdigit():
        return "list_item"
    return "heading" if _is_heading(body) else "paragraph"


def _is_heading(body: str) -> bool:
    if len(body) > 90 or body.endswith((".", "!", ",", ";", "”", '"', "…")) or is_prose(body):
        return False
    return body[:1].isupper() and len(body.split()) <= 12 and not RELATED_HEADER.match(body)
