"""Measures: what an issuer's law restricts towards a target, and from when to when it is valid."""

from dataclasses import dataclass
from typing import Literal

from entrepot.model.goods import GoodsScope
from entrepot.model.interval import Interval
from entrepot.model.issue import Issue

Direction = Literal["to_target", "from_target", "both", "parties"]
CellState = Literal["in_force", "contested", "eased", "not_in_force", "unknown"]


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


@dataclass(frozen=True, slots=True, kw_only=True)
class MatrixCell:
    """What one issuer has in force of one kind towards one target on a day.

    `unknown` is a proper state: no row is not a negative fact unless the issuer's rows are known to be complete.
    `measures` are the ids it rests on, the acts among them in `acts`; `note` says what narrows or disputes it.
    """

    issuer: str
    kind: str
    target: str
    state: CellState
    measures: tuple[str, ...] = ()
    acts: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasureMatrix:
    """The measures in force on a day; its cells are in order of issuer, kind, target."""

    day: str
    issuers: tuple[str, ...]
    kinds: tuple[str, ...]
    targets: tuple[str, ...]
    cells: tuple[MatrixCell, ...]
    issues: tuple[Issue, ...] = ()
