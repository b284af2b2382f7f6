"""Plain text, at the length and the offsets of the decoded file."""

from dataclasses import dataclass

from entrepot.documents.classify import Piece, classify_pieces
from entrepot.documents.decode import decode_bytes
from entrepot.documents.header import Header
from entrepot.documents.interface import Draft, ReadTask
from entrepot.documents.lines import join_wraps, level_line_ends, split_lines
from entrepot.documents.sniff import TEXT
from entrepot.errors import InputError


@dataclass(frozen=True, slots=True)
class TextReader:
    """Reads plain text; its text has a space wherever the file has a hard wrap, and is otherwise the file's."""

    media_types: frozenset[str] = frozenset({TEXT})

    def read(self, task: ReadTask) -> Draft:
        """The text with its blocks; furniture is marked, never removed."""
        decoded = decode_bytes(task.path, task.raw, task.charset)
        draft = draft_from_text(decoded.text)
        if not draft.blocks:
            raise InputError(f"{task.path} is empty: there is nothing in it but white space. Check how it was saved.")
        return Draft(
            text=draft.text,
            blocks=draft.blocks,
            title=draft.title,
            publisher=draft.publisher,
            byline=draft.byline,
            published=draft.published,
            issues=decoded.issues,
        )


def draft_from_text(text: str, hint: Header | None = None) -> Draft:
    """A draft over `text` as it stands; the text of the draft has its length, character for character.

    `hint` is what a carrier says of the report; it wins over the words of the text.
    """
    text = level_line_ends(text)
    segments = join_wraps(split_lines(text))
    parts: list[str] = []
    position = 0
    for segment in segments:
        parts.append(text[position : segment.start])
        parts.append(text[segment.start : segment.end].replace("\n", " "))
        position = segment.end
    parts.append(text[position:])
    joined = "".join(parts)
    pieces = [Piece(start=one.start, end=one.end, group=one.group) for one in segments]
    return classify_pieces(joined, pieces, hint)
