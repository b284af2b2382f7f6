"""Goods as a report, an act or a user names them, with the codes that the words fix, and none where they fix none."""

from dataclasses import dataclass
from typing import Literal

Resolution = Literal["codes", "list", "class", "unresolved"]


@dataclass(frozen=True, slots=True, kw_only=True)
class GoodsScope:
    """Goods in somebody's words, and what these stand for in a nomenclature.

    `text` is as written. `codes` are prefixes of `nomenclature` ("HS", "CN") in the edition of that year (0 where the
    source does not say). `resolution` says what the codes rest on: they were written (`codes`), a published list has
    them (`list`), the class of the goods' words has them (`class`), or nothing fixes them (`unresolved`): "goods
    subject to sanctions" is not a code, and is never made one. `classes` are keys of the goods table. `unresolved` are
    the parts of the text that nothing fixes, where other parts have codes as well as where none has.
    """

    text: str
    nomenclature: str = ""
    edition: int = 0
    codes: tuple[str, ...] = ()
    classes: tuple[str, ...] = ()
    resolution: Resolution = "unresolved"
    unresolved: tuple[str, ...] = ()
