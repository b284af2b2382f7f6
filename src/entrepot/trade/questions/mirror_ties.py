"""Codes of both sides of a mirror, tied over editions of the Harmonized System so that the same goods are compared."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from entrepot.model.issue import Issue
from entrepot.trade.classifications.concordances import Concordance
from entrepot.trade.classifications.editions import HS_EDITIONS, hs_edition
from entrepot.trade.classifications.families import tie_codes
from entrepot.trade.classifications.selectors import Goods, holds_code
from entrepot.trade.questions.findings import Records
from entrepot.trade.questions.mirror import PRODUCT_DIGITS
from entrepot.trade.questions.windows import Window

Codes = Mapping[str, frozenset[int]]
"""The codes of one side, each with the editions of the Harmonized System under which it stands there."""
_Pairs = Mapping[int, frozenset[tuple[str, str]]]
_EDITIONS_BACK = 2
"""Reporters stay with an old edition for up to a decade; one that is older still is tied only where its rows say so."""
_NAMED = 10
"""Codes or families that a sentence names; the others are counted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MirrorTies:
    """What stands for each code of the two sides: itself, or the family that revisions tie it to; others are left out.

    `drawn_in` are codes beyond the goods asked for, counted because the other side's code does not tell them apart.
    `partly` are codes of such families of which neither side has a row, so that one side's code may hold more goods;
    `partial` names the families that have some.
    """

    names: Mapping[str, str] = field(default_factory=dict)
    drawn_in: tuple[str, ...] = ()
    partly: tuple[str, ...] = ()
    partial: frozenset[str] = frozenset()
    issues: tuple[Issue, ...] = ()


def list_revisions(records: Records, nomenclatures: Iterable[str], window: Window) -> _Pairs:
    """The pairs of six digits of each revision of the Harmonized System that may lie between two sides of a window.

    They are those of the concordance of the Harmonized System where the user gave one, else of a nomenclature that
    rests on it; none without either.
    """
    found = [records.find_concordance("HS"), *(records.find_concordance(name) for name in nomenclatures)]
    concordance = next((one for one in found if one is not None), None)
    if concordance is None:
        return {}
    known = [edition for edition in HS_EDITIONS if edition <= window.end.year]
    oldest = max(0, HS_EDITIONS.index(hs_edition(window.start.year)) - _EDITIONS_BACK)
    return {year: _six_digits(concordance, year) for year in known if year > HS_EDITIONS[oldest]}


def list_candidates(goods: Goods, revisions: _Pairs) -> tuple[str, ...]:
    """Codes that the goods do not hold, and that a revision ties to one that they do: the other side may use them."""
    families = tie_codes(pair for pairs in revisions.values() for pair in pairs)[0]
    asked = [one.before | one.after for one in families if any(holds_code(goods, code) for code in one.before)]
    return tuple(sorted({code for family in asked for code in family if not holds_code(goods, code)}))


def tie_mirror(goods: Goods, asked: frozenset[str], sent: Codes, received: Codes, revisions: _Pairs) -> MirrorTies:
    """What stands for each code of two sides, `sent` and `received`; `asked` are those that the goods hold.

    A family stands for its codes only where the sides use codes of different editions of it: under one edition code is
    compared with code.
    """
    span = _span_of(sent, received, revisions)
    pairs = {year: found for year, found in revisions.items() if span[0] < year <= span[1]}
    names = {code: code for code in asked}
    drawn_in: set[str] = set()
    partly: set[str] = set()
    partial: set[str] = set()
    tied: list[tuple[str, ...]] = []
    for family in (one.before | one.after for one in tie_codes(pair for found in pairs.values() for pair in found)[0]):
        there = family & (sent.keys() | received.keys())
        if not any(holds_code(goods, code) for code in family) or not _differ(there, sent, received, pairs):
            continue
        names |= dict.fromkeys(there, min(there))
        drawn_in |= there - asked
        partly |= family - there
        partial |= {min(there)} if family - there else set()
        tied.append((_side_words(there, sent), _side_words(there, received)))
    issues = (*_tied_issues(tied), *_drawn_in_issues(drawn_in), *_partly_issues(partly))
    return MirrorTies(
        names=names, drawn_in=tuple(sorted(drawn_in)), partly=tuple(sorted(partly)), partial=frozenset(partial),
        issues=issues,
    )  # fmt: skip


def untied_issues(codes: Sequence[str], sent: Codes, received: Codes, revisions: _Pairs) -> tuple[Issue, ...]:
    """That codes of the exporters stand nowhere on the importer's side, and what would tell an edition from a gap."""
    lost = [code for code in codes if code in sent]
    if not lost or not received:
        return ()
    editions = ", ".join(map(str, sorted({edition for found in received.values() for edition in found})))
    way = (
        "nor any code that revisions tie to them"
        if revisions
        else "and no concordance of the Harmonized System was given that would tie them to codes of another edition "
        "(--concordance)"
    )
    message = (
        f"Not compared: {_by_edition(lost, sent)} on the exporters' side; the importer's records (edition of "
        f"{editions}) have no such code from anywhere, {way}."
    )
    return (Issue(code="codes_untied", message=message, severity="warning"),)


def _six_digits(concordance: Concordance, year: int) -> frozenset[tuple[str, str]]:
    pairs = concordance.revisions.get(year, ())
    return frozenset((before[:PRODUCT_DIGITS], after[:PRODUCT_DIGITS]) for before, after in pairs)


def _span_of(sent: Codes, received: Codes, revisions: _Pairs) -> tuple[int, int]:
    """The oldest and the newest edition in use: as the rows say, or older where a code no longer exists in that."""
    editions = [
        _edition_of(code, edition, revisions)
        for side in (sent, received)
        for code, found in side.items()
        for edition in found
    ]
    return (min(editions), max(editions)) if editions else (0, 0)


def _edition_of(code: str, edition: int, revisions: _Pairs) -> int:
    """The edition that a code is of: the last before the revision that abolished it, where one did."""
    for year in sorted((year for year in revisions if year <= edition), reverse=True):
        if _is_born(code, revisions[year]):
            return edition
        if _is_ended(code, revisions[year]):
            return HS_EDITIONS[HS_EDITIONS.index(year) - 1]
    return edition


def _is_ended(code: str, pairs: frozenset[tuple[str, str]]) -> bool:
    return any(before == code for before, _ in pairs) and not any(after == code for _, after in pairs)


def _is_born(code: str, pairs: frozenset[tuple[str, str]]) -> bool:
    return any(after == code for _, after in pairs) and not any(before == code for before, _ in pairs)


def _differ(there: frozenset[str], sent: Codes, received: Codes, revisions: _Pairs) -> bool:
    """Whether both sides have codes of a family, and not all of one edition."""
    if not (there & sent.keys() and there & received.keys()):
        return False
    editions = [
        {_edition_of(code, edition, revisions) for code in there & side.keys() for edition in side[code]}
        for side in (sent, received)
    ]
    if len(editions[0] | editions[1]) == 1:
        return False
    # Both may have changed over together; code by code is safe only where neither has a code that the other has not.
    together = there & sent.keys() == there & received.keys() and editions[0] == editions[1]
    return not together or len(there) > 1


def _side_words(there: frozenset[str], side: Codes) -> str:
    return " and ".join(_with_editions(code, side) for code in sorted(there & side.keys()))


def _with_editions(code: str, side: Codes) -> str:
    return f"{code} (edition of {', '.join(map(str, sorted(side[code])))})"


def _by_edition(codes: Sequence[str], side: Codes) -> str:
    """Codes with the editions under which they stand, those of one edition together."""
    found: dict[str, list[str]] = {}
    for code in codes:
        found.setdefault(", ".join(map(str, sorted(side[code]))), []).append(code)
    return "; ".join(f"{_few(members)} (edition of {edition})" for edition, members in sorted(found.items()))


def _few(words: Sequence[str]) -> str:
    more = f" and {len(words) - _NAMED} more" if len(words) > _NAMED else ""
    return ", ".join(words[:_NAMED]) + more


def _tied_issues(tied: Sequence[tuple[str, ...]]) -> tuple[Issue, ...]:
    if not tied:
        return ()
    told = "; ".join(f"{sent} with {received}" for sent, received in tied[:_NAMED])
    more = f"; and {len(tied) - _NAMED} more families" if len(tied) > _NAMED else ""
    message = f"Compared as families, because the two sides use codes of different editions: {told}{more}."
    return (Issue(code="codes_tied", message=message, severity="note"),)


def _drawn_in_issues(drawn_in: Iterable[str]) -> tuple[Issue, ...]:
    codes = sorted(drawn_in)
    if not codes:
        return ()
    message = f"Counted with the goods asked for, since revisions tie them together: {_few(codes)}."
    return (Issue(code="codes_drawn_in", message=message, severity="warning"),)


def _partly_issues(partly: Iterable[str]) -> tuple[Issue, ...]:
    codes = sorted(partly)
    if not codes:
        return ()
    message = (
        f"Families shared only in part: neither side has a row of {_few(codes)}, whose goods one side may book under a "
        "wider code, which then shows more than the other."
    )
    return (Issue(code="family_partly_shared", message=message, severity="warning"),)
