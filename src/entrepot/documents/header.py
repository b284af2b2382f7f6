"""The top of a report: its title, and the lines that say who published it and when."""

import re
from dataclasses import dataclass, replace

from entrepot.documents.lines import LIST_MARK
from entrepot.documents.pieces import Piece, ends_as_sentence, is_prose
from entrepot.documents.publication import (
    PublicationLine,
    is_day_line,
    is_organisation,
    read_dateline,
    read_publication_line,
    runs_as_prose,
)
from entrepot.model.document import Published

_LABEL = re.compile(
    r"(?:(?:press|news|media) (?:release|statement|notice)|breaking(?: news)?|exclusive|opinion|analysis"
    r"|commentary|interview|for immediate release|"
    r"update \d*|factbox|explainer|statement|world|politics|business|news|special report|investigations?"
    r"|newsletter|bulletin)\W*$",
    re.IGNORECASE,
)
_GREETING = re.compile(r"(?:dear|hello|good (?:morning|evening|afternoon)|hi)\b.{0,40}[,!:]$", re.IGNORECASE)
_SALUTE = re.compile(r"(?:to|from|subject|re|ref|reference|date|cc)\s*:\s", re.IGNORECASE)
_SUBJECT = re.compile(r"(?:subject|re)\s*:\s+(\S.*)$", re.IGNORECASE)
_HEADER_PIECES = 14
_BELOW_LEAD = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    """What a report says of itself."""

    title: str = ""
    publisher: str = ""
    byline: str = ""
    url: str = ""
    published: Published | None = None


def read_header(text: str, pieces: list[Piece], copyright_year: int | None) -> tuple[Header, list[Piece]]:
    """The header that stands before the first paragraph, and `pieces` with its lines named.

    A by-line or a date may also stand below a first paragraph that sums the report up.
    """
    marked = list(pieces)
    lines: list[PublicationLine] = []
    candidates: list[int] = []
    last = min(len(pieces), _HEADER_PIECES)
    index, in_body = 0, False
    while index < last:
        piece = pieces[index]
        body = text[piece.start : min(piece.end, piece.start + 400)]
        if piece.kind not in ("furniture", "metadata", "table"):
            found, opens = _line(text, pieces, index, copyright_year)
            if found is not None and not (in_body and opens):
                lines.append(found)
                if not opens:
                    marked[index] = replace(piece, kind="metadata", reason="publication line")
            elif found is None and not in_body and not _begins_body(piece, body):
                candidates.append(index)
            if not in_body and (opens or (found is None and _begins_body(piece, body))):
                in_body, last = True, min(len(pieces), index + 1 + _BELOW_LEAD)
        index += 1
    return _settle(text, marked, lines, candidates)


def _line(
    text: str, pieces: list[Piece], index: int, copyright_year: int | None
) -> tuple[PublicationLine | None, bool]:
    """What the piece says of publication, and whether it says so at the opening of the body's first paragraph."""
    piece = pieces[index]
    if piece.kind in ("title", "heading", "list_item", "caption"):
        return None, False
    body = text[piece.start : min(piece.end, piece.start + 400)]
    found = read_dateline(body, copyright_year)
    if found is not None:
        return found, is_prose(body) or runs_as_prose(body) or piece.end - piece.start > 160
    found = read_publication_line(body)
    if found is not None and is_day_line(body) and _is_chronology(text, pieces, index):
        return None, False
    return found, False


def _begins_body(piece: Piece, body: str) -> bool:
    """True for the first paragraph or list item, above which the header ends."""
    if piece.kind in ("title", "heading"):
        return False
    return is_prose(body) or body.endswith(":") or (LIST_MARK.match(body) is not None and not body[0].isdigit())


def _is_chronology(text: str, pieces: list[Piece], index: int) -> bool:
    """True where other dates stand alone among the paragraphs: they then date events, not the report."""
    own = text[pieces[index].start : pieces[index].end]
    return any(
        is_day_line(body) and body != own
        for one in pieces
        if one.kind != "furniture" and one.end - one.start <= 60 and (body := text[one.start : one.end])
    )


def _settle(
    text: str, marked: list[Piece], lines: list[PublicationLine], candidates: list[int]
) -> tuple[Header, list[Piece]]:
    titles, publisher = _name_lines(text, marked, candidates)
    title = titles[0] if titles else None
    subject = next(
        (found[1] for one in marked if one.reason == "letterhead" and (found := _SUBJECT.match(_body(text, one)))), ""
    )
    if title is not None and not subject:
        marked[title] = replace(marked[title], kind="title")
        for index in titles[1:]:
            if marked[index].kind == "" and not ends_as_sentence(_body(text, marked[index])):
                marked[index] = replace(marked[index], kind="heading")
    dates = [line.published for line in lines if line.published is not None]
    labelled = [one for one in dates if one.evidence == "publication line"] or dates
    sure = len({(one.start, one.end) for one in labelled}) == 1
    header = Header(
        title=subject or (_body(text, marked[title]) if title is not None else ""),
        publisher=_tidy(next((line.publisher for line in lines if line.publisher), publisher)),
        byline=next((line.byline for line in lines if line.byline), ""),
        published=labelled[0] if sure else None,
    )
    return header, marked


def _name_lines(text: str, marked: list[Piece], candidates: list[int]) -> tuple[list[int], str]:
    """Which of the lines may be titles, and the publisher that a masthead or an issuer line names."""
    titles: list[int] = []
    publisher = ""
    for place, index in enumerate(candidates):
        body = _body(text, marked[index])
        more = candidates[place + 1 :]
        reason = _reason(body, [_body(text, marked[one]) for one in more])
        if marked[index].kind == "title" or not reason or (titles and reason not in ("greeting", "letterhead")):
            titles.append(index)
            continue
        if reason in ("masthead", "issuer") and not titles:
            publisher = publisher or _tidy(body)
        marked[index] = replace(marked[index], kind="metadata", reason=reason)
    return sorted(titles, key=lambda one: marked[one].kind != "title"), publisher


def _reason(body: str, more: list[str]) -> str:
    if _GREETING.match(body):
        return "greeting"
    if is_day_line(body):
        return "date line"
    if _LABEL.match(body) and more:
        return "label"
    if _SALUTE.match(body):
        return "letterhead"
    if not more or all(_GREETING.match(one) for one in more):
        return ""
    if body.isupper() and len(body.split()) <= 5 and not more[0].isupper():
        return "masthead"
    return "issuer" if is_organisation(body) else ""


def _tidy(body: str) -> str:
    # One word in capitals may be an agency's initials; several are a masthead.
    if not body.isupper() or len(body.split()) < 2:
        return body
    small = {"of", "and", "the", "for", "in"}
    words = [word.lower() if word.lower() in small else word.capitalize() for word in body.split()]
    return " ".join([words[0].capitalize(), *words[1:]])


def _body(text: str, piece: Piece) -> str:
    return text[piece.start : min(piece.end, piece.start + 400)].strip()
