"""One issuer's law on two targets side by side: the kinds that decide, the others, breadth, relief, bodies of law."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from entrepot.measures.bearing import STRONGEST_FIRST, Bearing, assess_bearing, is_about_others
from entrepot.measures.index import MeasureSet
from entrepot.measures.matrix import list_programmes, read_cell
from entrepot.model.goods import GoodsScope
from entrepot.model.measure import CellState, MatrixCell, Measure
from entrepot.reference.measure_kinds import measure_kinds, restricting_kinds

IssuerVerdict = Literal["less", "partly_less", "not_less", "no_measures", "not_known"]
KindRelation = Literal["less", "eased", "same", "more", "neither", "not_known"]
_HELD = frozenset({"in_force", "contested"})
_ON = frozenset({"in_force", "contested", "eased"})
DECIDING_GROUP = "goods_to"
"""Kinds of this group decide whether goods may go to a target; the others are shown beside them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KindGap:
    """One kind: the cells of the two targets, how they relate, and how the measures of each bear on the goods.

    The cells of a deciding kind rest on the rows that bear on the goods or may; `target_others` and `than_others` are
    the rows of the kind that are about other goods only.
    """

    kind: str
    relation: KindRelation
    target: MatrixCell
    than: MatrixCell
    target_bearing: Bearing
    than_bearing: Bearing
    target_others: tuple[str, ...] = ()
    than_others: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class IssuerGap:
    """What an issuer's rows say: the deciding kinds, the other kinds that differ, and the bodies of law on each side.

    `others` are kinds that do not decide whether the goods may go there and are in force towards one of the two only.
    """

    issuer: str
    verdict: IssuerVerdict
    deciding: tuple[KindGap, ...]
    others: tuple[KindGap, ...]
    target_programmes: tuple[tuple[str, tuple[str, ...]], ...]
    than_programmes: tuple[tuple[str, tuple[str, ...]], ...]

    def kinds(self, *relations: KindRelation) -> tuple[str, ...]:
        """The deciding kinds that relate so."""
        return tuple(one.kind for one in self.deciding if one.relation in relations)

    def programmes_of(self, kind: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The bodies of law under which a kind is in force towards the target, and towards the other."""
        target, than = (
            tuple(name for name, kinds in side if kind in kinds)
            for side in (self.target_programmes, self.than_programmes)
        )
        return target, than


def compare_issuer(
    measures: MeasureSet, issuer: str, target: str, than: str, day: date, goods: GoodsScope
) -> IssuerGap:
    """The issuer's law on both targets on a day.

    Less where a deciding kind is in force towards the other and not towards the target, and none towards both; partly
    less where some are in force towards both, or one is eased towards the target only. Not known where a kind is in
    force towards the other and nothing tells whether towards the target.
    """
    laws = [measures.law_of(issuer, one, day) for one in (target, than)]
    asked = _Asked(measures=measures, issuer=issuer, target=target, than=than, day=day, goods=goods)
    kinds = [kind for kind in restricting_kinds() if measure_kinds()[kind].group == DECIDING_GROUP]
    deciding = tuple(_compare_kind(asked, kind) for kind in kinds if not is_about_others(kind, goods))
    shown = {one.kind for one in deciding}
    present = [kind for kind in restricting_kinds() if kind not in shown and any(kind in law for law in laws)]
    others = tuple(_set_side_by_side(asked, kind) for kind in present)
    return IssuerGap(
        issuer=issuer,
        verdict=_judge(deciding),
        deciding=deciding,
        others=tuple(one for one in others if one.relation in ("less", "eased", "more")),
        target_programmes=_list_programmes(measures, [one.target for one in (*deciding, *others)]),
        than_programmes=_list_programmes(measures, [one.than for one in (*deciding, *others)]),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Asked:
    """One issuer's law on two targets on a day, for goods."""

    measures: MeasureSet
    issuer: str
    target: str
    than: str
    day: date
    goods: GoodsScope


def _compare_kind(asked: _Asked, kind: str) -> KindGap:
    """A deciding kind, from the rows that bear on the goods or may."""

    def bears(measure: Measure) -> bool:
        return assess_bearing(measure, kind, asked.goods) != "other_goods"

    keys = [(asked.issuer, kind, one) for one in (asked.target, asked.than)]
    target, than = (read_cell(asked.measures, key, asked.day, bears) for key in keys)
    left_out = [
        tuple(one.measure.id for one in asked.measures.standings(*key, asked.day) if not bears(one.measure))
        for key in keys
    ]
    return KindGap(
        kind=kind,
        relation=_relate(target.state, than.state),
        target=target,
        than=than,
        target_bearing=_bearing(asked.measures, target, asked.goods),
        than_bearing=_bearing(asked.measures, than, asked.goods),
        target_others=left_out[0],
        than_others=left_out[1],
    )


def _set_side_by_side(asked: _Asked, kind: str) -> KindGap:
    """A kind that does not decide, whatever goods its rows are about."""
    target, than = (
        read_cell(asked.measures, (asked.issuer, kind, one), asked.day) for one in (asked.target, asked.than)
    )
    return KindGap(
        kind=kind, relation=_relate(target.state, than.state), target=target, than=than,
        target_bearing="no_goods", than_bearing="no_goods",
    )  # fmt: skip


def _relate(target: CellState, than: CellState) -> KindRelation:
    if than == "not_in_force":
        return "more" if target in _ON else "neither"
    if than == "unknown":
        return "same" if target in _HELD else "not_known"
    if target == "not_in_force":
        return "less"
    if target == "unknown":
        return "not_known"
    return "eased" if target == "eased" and than in _HELD else "same"


def _judge(deciding: Sequence[KindGap]) -> IssuerVerdict:
    relations = {one.relation for one in deciding}
    open_questions = [one for one in deciding if one.relation == "not_known" and one.than.state in _ON]
    if relations & {"less", "eased"}:
        return "less" if relations <= {"less", "neither", "not_known"} else "partly_less"
    if open_questions:
        return "not_known"
    if relations & {"same", "more"}:
        return "not_less"
    return "not_known" if "not_known" in relations else "no_measures"


def _bearing(measures: MeasureSet, cell: MatrixCell, goods: GoodsScope) -> Bearing:
    """The strongest bearing of the cell's measures on the goods; `no_goods` where none is in force."""
    if cell.state not in _ON:
        return "no_goods"
    found = {
        assess_bearing(measure, cell.kind, goods)
        for measure in map(measures.find, cell.measures)
        if measure is not None
    }
    return next((one for one in STRONGEST_FIRST if one in found), "no_goods")


def _list_programmes(measures: MeasureSet, cells: Iterable[MatrixCell]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The bodies of law in force towards a target, each with its kinds."""
    found: dict[str, dict[str, None]] = {}
    for cell in cells:
        if cell.state not in _ON:
            continue
        for measure in map(measures.find, cell.measures):
            for programme in list_programmes(measure) if measure else ():
                found.setdefault(programme, {})[cell.kind] = None
    return tuple((programme, tuple(kinds)) for programme, kinds in sorted(found.items()))
