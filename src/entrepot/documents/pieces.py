"""Stretches of a text before they are named."""

import re
from dataclasses import dataclass
from typing import Literal

from entrepot.model.document import BlockKind

_TERMINAL = re.compile(r"[.!?…][\"'”’»)\]]*$")
PROSE_CHARS = 80
PROSE_WORDS = 9


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """`text[start:end]`, the group between blank lines it stands in, and its kind where the reader already knows it."""

    start: int
    end: int
    group: int
    kind: BlockKind | Literal[""] = ""
    reason: str = ""


def is_prose(body: str) -> bool:
    """True for a line that ends as a sentence does and is long enough to be one."""
    return _TERMINAL.search(body[-4:]) is not None and (len(body) >= PROSE_CHARS or body.count(" ") + 1 >= PROSE_WORDS)


def ends_as_sentence(body: str) -> bool:
    """True where the last character but closing quotes and brackets is a full stop or the like."""
    return _TERMINAL.search(body[-4:]) is not None
