"""Which goods a user means: codes, headings, the common high priority items, a file of codes, everything."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from entrepot.errors import CallError, InputError
from entrepot.model.flow import ALL_GOODS
from entrepot.trade.classifications.chpl import PriorityItem, list_priority_items

EVERY_CODE = "all"
"""Every code by itself, each reporter's finest, where `TOTAL` is the source's own sum of all goods."""
_CODE = re.compile(r"\d{2,12}")
_CODE_LINE = re.compile(r"^[\s\"']*(\d[\d .]*\d)")
_SHORTEST_PREFIX = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """Codes that begin with `prefix`; with an `edition` only where rows are of that edition of the Harmonized System.

    `prefix` is `ALL_GOODS` for the source's own total and "" for every code by itself.
    """

    prefix: str
    edition: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Goods:
    """What a selector stands for: the terms it adds, those it takes away, and what must be said of it.

    `text` is the selector as given. `recoded` are items whose code the edition of 2017 does not have, so that
    another stands in for it; `broader` those of them where that one holds other goods too.
    """

    text: str
    plus: tuple[Term, ...]
    minus: tuple[Term, ...] = ()
    recoded: tuple[str, ...] = ()
    broader: tuple[str, ...] = ()

    @property
    def is_total(self) -> bool:
        """Whether it starts from the source's own sum of all goods."""
        return any(term.prefix == ALL_GOODS for term in self.plus)


def read_goods(text: str) -> Goods:
    """The goods that a selector stands for: `8703`, `8703,8517`, `chpl`, `chpl:1`, `@FILE`, `all`, `TOTAL-27`.

    What stands after a minus is taken away: from the total by subtraction, from anything else code by code.

    Raises:
        CallError: a part is no selector.
        InputError: the file of codes cannot be read.
    """
    if text.startswith("@"):
        codes = _read_codes(Path(text[1:]))
        return Goods(text=text, plus=_without_nested([Term(prefix=code) for code in codes]))
    added, *taken = text.split("-")
    plus, items = _read_parts(added)
    minus = tuple(term for part in taken for term in _read_parts(part)[0])
    return Goods(
        text=text,
        plus=_without_nested(plus),
        minus=_without_nested(minus),
        recoded=tuple(item.hs2022 for item in items if item.hs2017 != item.hs2022),
        broader=tuple(item.hs2022 for item in items if item.is_broader_before),
    )


def widen_goods(goods: Goods, codes: Iterable[str]) -> Goods:
    """The goods with further codes of every edition; what they take away stays away."""
    return replace(goods, plus=_without_nested([*goods.plus, *(Term(prefix=code) for code in codes)]))


def holds_code(goods: Goods, code: str) -> bool:
    """Whether the goods hold a code of any edition wholly."""
    return _begins(code, goods.plus) and not _begins(code, goods.minus)


def _begins(code: str, terms: Iterable[Term]) -> bool:
    return any(code.startswith(term.prefix) for term in terms if term.prefix != ALL_GOODS)


def _read_parts(text: str) -> tuple[list[Term], list[PriorityItem]]:
    terms: list[Term] = []
    items: list[PriorityItem] = []
    for part in (part.strip() for part in text.split(",")):
        if part.casefold() == EVERY_CODE:
            terms.append(Term(prefix=""))
        elif part.upper() == ALL_GOODS:
            terms.append(Term(prefix=ALL_GOODS))
        elif part.casefold() == "chpl" or part.casefold().startswith("chpl:"):
            chosen = list_priority_items(part[5:].upper())
            items.extend(chosen)
            terms.extend(_priority_terms(chosen))
        elif _CODE.fullmatch(part.replace(".", "")):
            terms.append(Term(prefix=part.replace(".", "")))
        else:
            raise CallError(
                f"{part!r} names no goods; give codes or headings (8703,851713), chpl, chpl:TIER, @FILE, all or TOTAL, "
                "and after a minus what to take away (TOTAL-27)."
            )
    return terms, items


def _priority_terms(items: Iterable[PriorityItem]) -> list[Term]:
    """Each item under its code of 2022, and before under that of 2017 where it has one."""
    now = [Term(prefix=item.hs2022, edition=2022) for item in items]
    before = [Term(prefix=item.hs2017, edition=2017) for item in items if item.hs2017]
    return list(dict.fromkeys([*now, *before]))


def _without_nested(terms: Iterable[Term]) -> tuple[Term, ...]:
    """The terms without those that another one holds already, so that nothing counts twice."""
    distinct = set(terms)
    if Term(prefix=ALL_GOODS) in distinct:
        return (Term(prefix=ALL_GOODS),)
    kept = (term for term in dict.fromkeys(terms) if not any(wider in distinct for wider in _wider_terms(term)))
    return tuple(kept)


def _wider_terms(term: Term) -> Iterator[Term]:
    """The terms that would hold this one."""
    if term.edition is not None:
        yield Term(prefix=term.prefix)
    for length in range(len(term.prefix)):
        yield Term(prefix=term.prefix[:length])
        if term.edition is not None:
            yield Term(prefix=term.prefix[:length], edition=term.edition)


def _read_codes(path: Path) -> list[str]:
    """The codes at the beginning of each line of a file; lines without one (a header, a blank) are passed over."""
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{path}: the file of codes cannot be read ({error}); give UTF-8, a code a line.") from error
    found = (_CODE_LINE.match(line) for line in lines)
    codes = [re.sub(r"[ .]", "", match[1]) for match in found if match]
    short = [code for code in codes if len(code) < _SHORTEST_PREFIX]
    if not codes or short:
        raise InputError(f"{path}: no list of codes, one a line ({len(codes)} found); put each code first in its line.")
    return list(dict.fromkeys(codes))
