"""Closure estimates: what a tighter measure would close of a channel, and what lawful trade it would hit."""

from dataclasses import dataclass

from entrepot.model.finding import Estimate, FindingInput, FindingMethod
from entrepot.model.goods import GoodsScope
from entrepot.model.issue import Issue


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
    `diverted` after substitution. Any is None where records do not tell; `statement` then says why.
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
