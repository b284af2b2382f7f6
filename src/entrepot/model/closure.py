"""Closure estimates: what a tighter measure would close of a channel, and what lawful trade it would hit."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from entrepot.model.finding import Alternative, Estimate, FindingInput, FindingMethod
from entrepot.model.goods import GoodsScope
from entrepot.model.issue import Issue

SupplySource = Literal["exports", "imports"]


@dataclass(frozen=True, slots=True, kw_only=True)
class LeverUse:
    """A lever (key of the levers table) put to a channel: whose measure, on which goods, towards whom, with what.

    `issuers` are the territories that would apply it; `goods` None where the lever is not about goods; `object` is the
    port, bank or list it names, "" otherwise.
    """

    lever: str
    issuers: tuple[str, ...]
    territory: str
    goods: GoodsScope | None = None
    object: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClosureEstimate:
    """What a set of levers would close of a channel: ranges, with the rows they rest on; from measure to effect only.

    All estimates are a year's flow in the unit that they name. `exposed`: the flow that would fall under the levers.
    `diverted`: the part of it that looks diverted, as bounds. `lawful`: the rest of it, trade that the measure would
    hit without closing anything. `controlled_share`: how much of via's supply of these goods the issuers control at
    all, in %. `substitution`: how much of a closed flow others replaced after earlier measures, in %. `closed`:
    `diverted` after substitution. Any is None where records do not tell; `statement` then says why. An estimate whose
    `high` is None has no upper bound in the records.
    """

    id: str
    channel_id: str
    levers: tuple[LeverUse, ...]
    statement: str
    exposed: Estimate | None
    diverted: Estimate | None
    lawful: Estimate | None
    controlled_share: Estimate | None
    substitution: Estimate | None
    closed: Estimate | None
    method: FindingMethod
    inputs: tuple[FindingInput, ...]
    issues: tuple[Issue, ...] = ()
    alternatives: tuple[Alternative, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class FlowCell:
    """What one territory supplies to the third territory under one code in a year.

    `product` is what the code is followed by over revisions. `value` is the year's flow; `gained` what of it is more
    than before, `beyond` what of that is more than at the pace of other trade; `imported` what of it the third
    territory's own imports show from there too, 0 where they do not. 0 <= beyond <= gained <= value.
    """

    reporter: str
    code: str
    product: str
    value: float
    gained: float
    beyond: float
    imported: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class SupplyCell:
    """What the third territory itself says that it had in a year from one territory under one code."""

    reporter: str
    code: str
    value: float


@dataclass(frozen=True, slots=True, kw_only=True)
class ExposedFlows:
    """The flows of a channel's first leg, and what bounds the part of them that can have gone on.

    All amounts are a year's, in `currency`. `source` says whether `cells` are what suppliers report as exports or what
    the third territory reports as imports. `caps`, by product, is the most that can have been diverted of it (direct
    trade that was lost, what was sent on more); a product without a cap is bounded by its gain alone. `spare`, by
    heading, is all that may have gone on without coming from any cell: onward trade beyond it must have come from the
    cells; a heading without it bounds nothing from below. `lost` is the direct trade with the destination that ended,
    by territory and product.
    """

    currency: str
    source: SupplySource
    cells: tuple[FlowCell, ...]
    imports: tuple[SupplyCell, ...] = ()
    caps: Mapping[str, float] = field(default_factory=dict)
    spare: Mapping[str, float] = field(default_factory=dict)
    lost: tuple[SupplyCell, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Reaction:
    """What was seen of a closed flow being replaced after an earlier measure, in % of what was lost.

    `goods` is a prefix of codes, "" for all. `most` is None where suppliers that the records do not show may have
    replaced more. `reference` names the row or the records, `label` says it for people.
    """

    goods: str
    least: float
    middle: float
    most: float | None
    reference: str
    label: str
