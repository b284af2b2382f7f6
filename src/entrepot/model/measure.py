"""Measures: what an issuer's law restricts towards a target, and from when to when it is valid."""

from dataclasses import dataclass
from typing import Literal

from entrepot.model.goods import GoodsScope
from entrepot.model.interval import Interval
from entrepot.model.issue import Issue

Direction = Literal["to_target", "from_target", "both", "parties"]
CellState = Literal["in_force", "contested", "eased", "not_in_force", "unknown"]
GoodsExtent = Literal["whole", "part"]


@dataclass(frozen=True, slots=True, kw_only=True)
class KindLimit:
    """A kind of a row that holds for fewer targets (() for all of the row's) or from a later day than the row says."""

    kind: str
    targets: tuple[str, ...] = ()
    valid_from: Interval | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedGoods:
    """Goods that an act's list names by code, for one kind of a measure ("" for all of its kinds).

    `code` is a prefix in `nomenclature` of the year `edition` (0 where the source does not say). `extent` says whether
    all goods under it are meant or only `part` of them (an "ex" before the code, a description beside it). `table`
    names the file that the row stands in.
    """

    kind: str
    nomenclature: str
    edition: int
    code: str
    extent: GoodsExtent
    source: str
    table: str = "measure_goods"


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """One row of law: an issuer's restriction of some kinds towards target territories.

    `issuer` is UN, EU or a code of a state; `programme` names the body of law within it ("EAR", "ITAR", "Reg
    833/2014"), "" where the row does not fall under one. `kinds` are of the closed vocabulary of the measures table.
    `direction` says what is restricted: what goes to the target, what comes from it, both, or dealings with listed
    parties. `scope` narrows it in words; `goods` are those it names, None where it is not about goods.

    Legal validity and observation are kept apart: `valid_from` and `valid_to` are days of the law (None where open or
    unknown; `date_basis` says which kind of day it is), `announced` when it was made known, `wind_down_to` until when
    old contracts may run, `observed_on` the day up to which the row's source was known to hold. `supersedes` are ids;
    `contested_by` names who disputes that it is valid. `table` names the file that the row stands in.

    `kind_limits` say of single kinds that they hold for some targets only, or from a later day on, than the row.
    `follows` are the issuers whose measures an `alignment` takes over; those of `follows_in_part` only partly. A relief
    names the kinds that it lifts altogether and those that it only eases; `relieves` are the rows it touches, all
    of the issuer's towards the target where it is empty. `goods_lists` are the goods that the act's own lists name.
    `goods_closed` says that the goods named are all that the row is about.
    """

    id: str
    issuer: str
    programme: str
    kinds: tuple[str, ...]
    direction: Direction
    targets: tuple[str, ...]
    scope: str
    goods: GoodsScope | None
    legal_act: str
    article: str
    title: str
    summary: str
    valid_from: Interval | None
    valid_to: Interval | None
    date_basis: str
    status: str
    source: str
    checked: str
    table: str
    announced: Interval | None = None
    wind_down_to: Interval | None = None
    observed_on: str = ""
    exceptions: tuple[str, ...] = ()
    supersedes: tuple[str, ...] = ()
    contested_by: tuple[str, ...] = ()
    status_note: str = ""
    issues: tuple[Issue, ...] = ()
    kind_limits: tuple["KindLimit", ...] = ()
    follows: tuple[str, ...] = ()
    follows_in_part: tuple[str, ...] = ()
    lifts: tuple[str, ...] = ()
    eases: tuple[str, ...] = ()
    relieves: tuple[str, ...] = ()
    goods_lists: tuple["ListedGoods", ...] = ()
    goods_closed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class MatrixCell:
    """What one issuer has in force of one kind towards one target on a day.

    `unknown` is a proper state: no row is not a negative fact unless the issuer's rows are known to be complete.
    `measures` are the ids it rests on, the acts among them in `acts`; `note` says what narrows or disputes it.
    `derived` cells rest on the measures of an issuer that this one follows, not on rows of its own.
    `lifted_by` are the reliefs by which rows that would stand do not.
    """

    issuer: str
    kind: str
    target: str
    state: CellState
    measures: tuple[str, ...] = ()
    acts: tuple[str, ...] = ()
    note: str = ""
    derived: bool = False
    lifted_by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasureMatrix:
    """The measures in force on a day; its cells are in order of issuer, kind, target."""

    day: str
    issuers: tuple[str, ...]
    kinds: tuple[str, ...]
    targets: tuple[str, ...]
    cells: tuple[MatrixCell, ...]
    issues: tuple[Issue, ...] = ()
