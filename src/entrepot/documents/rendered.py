"""Blocks in order to one canonical text, for the formats whose text is the program's own."""

from dataclasses import dataclass
from typing import Literal

from entrepot.documents.lines import join_wraps, level_line_ends, split_lines
from entrepot.documents.pieces import Piece
from entrepot.model.document import BlockKind


@dataclass(frozen=True, slots=True, kw_only=True)
class RenderedBlock:
    """The words of one block, and its kind where the format tells."""

    text: str
    kind: BlockKind | Literal[""] = ""
    reason: str = ""


def join_blocks(blocks: list[RenderedBlock]) -> tuple[str, list[Piece]]:
    """The canonical text, a blank line between blocks, and where each block stands in it."""
    parts: list[str] = []
    pieces: list[Piece] = []
    position = 0
    for group, block in enumerate(one for one in blocks if one.text.strip()):
        text = level_line_ends(block.text.strip())
        segments = join_wraps(split_lines(text)) if "\n" in text else []
        if position:
            parts.append("\n\n")
            position += 2
        for start, end in [(one.start, one.end) for one in segments] or [(0, len(text))]:
            pieces.append(
                Piece(start=position + start, end=position + end, group=group, kind=block.kind, reason=block.reason)
            )
        parts.append(_wraps_as_spaces(text, [(one.start, one.end) for one in segments]))
        position += len(text)
    return "".join(parts), pieces


def _wraps_as_spaces(text: str, kept: list[tuple[int, int]]) -> str:
    parts: list[str] = []
    position = 0
    for start, end in kept:
        parts += [text[position:start], text[start:end].replace("\n", " ")]
        position = end
    return "".join([*parts, text[position:]])
