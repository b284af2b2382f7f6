"""Which codes of records a selector's goods hold, and at which level of detail."""

from collections.abc import Iterable, Mapping

from entrepot.model.flow import ALL_GOODS
from entrepot.trade.classifications.selectors import Goods, Term

_EXACT = 100
"""Rank of a row whose code is the term itself, above every number of digits: the source's own sum is complete."""


def match_codes(
    goods: Goods, codes: Iterable[tuple[str, int]], *, digits: int | None = None, finest: bool = False
) -> list[tuple[str, int, str, str, int, int]]:
    """The codes of rows that goods hold: `(code, edition, term, part, level, sign)`, sorted by code and edition.

    `level` is the number of digits; unless `finest`, more than any where the code is the term itself.
    """
    plus, minus = _terms_by_prefix(goods.plus), _terms_by_prefix(goods.minus)
    found: list[tuple[str, int, str, str, int, int]] = []
    for code, edition in codes:
        taken, added = _find_term(minus, code, edition), _find_term(plus, code, edition)
        if added is not None and (taken is None or goods.is_total):
            found.append((code, edition, added.prefix, "goods", _level(code, added, finest), 1))
        if taken is not None and goods.is_total and code != ALL_GOODS:
            found.append((code, edition, taken.prefix, "minus", _level(code, taken, finest), -1))
        if added is None and taken is None and _is_masked_part(code, plus):
            found.append((code, edition, code, "masked", _EXACT, 1))
    return [one for one in found if digits is None or len(one[0]) == digits or one[0] == ALL_GOODS]


def _terms_by_prefix(terms: Iterable[Term]) -> dict[str, set[int | None]]:
    by_prefix: dict[str, set[int | None]] = {}
    for term in terms:
        by_prefix.setdefault(term.prefix, set()).add(term.edition)
    return by_prefix


def _find_term(terms: Mapping[str, set[int | None]], code: str, edition: int) -> Term | None:
    """The term that holds a code, if any; the total holds nothing but its own row."""
    if code == ALL_GOODS:
        return Term(prefix=code) if code in terms else None
    for length in range(len(code) + 1):
        editions = terms.get(code[:length])
        if editions is not None and (None in editions or _nearest(edition) in editions):
            return Term(prefix=code[:length])
    return None


def _nearest(edition: int) -> int:
    """Items are given in the editions of 2017 and 2022; older rows are read by the former, later ones by the latter."""
    return 2022 if edition >= 2022 else 2017


def _level(code: str, term: Term, finest: bool) -> int:
    return _EXACT if code == term.prefix and not finest else len(code)


def _is_masked_part(code: str, plus: Mapping[str, set[int | None]]) -> bool:
    """Whether a code that a reporter has blacked out ("8542XXXX") could hold a term's goods."""
    known = code.rstrip("XSx-*") if code != ALL_GOODS else ""
    plain = known if known.isdigit() else "".join(part for part in known[:2] if part.isdigit())
    return code != ALL_GOODS and not code.isdigit() and len(plain) >= 2 and any(p.startswith(plain) for p in plus)
