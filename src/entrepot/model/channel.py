"""Channels: the hypothesis that goods reach a destination through a third territory, and what speaks to it."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from entrepot.model.finding import Alternative, Finding, FindingVerdict
from entrepot.model.goods import GoodsScope
from entrepot.model.interval import Interval
from entrepot.model.issue import Issue

GroundKind = Literal["proposition", "file", "screen"]
LineKind = Literal["reports", "listed_parties", "law", "customs", "routes"]
FlagStatus = Literal["seen", "not_seen", "not_tested", "not_testable"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ChannelGround:
    """What a hypothesis was made from: a proposition of the case, a row of the user's file, a line of a trade screen.

    `reference` is the proposition's id, the file's name and row, or the finding's id; `text` its own words.
    """

    kind: GroundKind
    reference: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Channel:
    """The hypothesis that goods of `origins` reach `destination` through `via`; nothing in it is believed.

    Territories are ISO 3166-1 alpha-2, and `EU` among the origins where the union is named. `origins` are the
    coalition's or other territories that would not sell to the destination, () where nobody says. `via` or
    `destination` is "" where the words leave it open, and the channel then cannot be tested as a whole. `hubs` are keys
    of the hubs table (ports, crossings, airports), `corridors` of the corridors table. `period` is when it is said to
    work. What was understood and not said is among the `issues`, with the reason.
    """

    id: str
    name: str
    origins: tuple[str, ...]
    via: str
    destination: str
    goods: GoodsScope
    period: Interval | None
    grounds: tuple[ChannelGround, ...]
    hubs: tuple[str, ...] = ()
    corridors: tuple[str, ...] = ()
    issues: tuple[Issue, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceReference:
    """What a line of evidence rests on: `kind` says what `id` names.

    Kinds: proposition, claim, measure, match, finding, hub, corridor, confounder, red_flag, list. `label` is for
    people.
    """

    kind: str
    id: str
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceLine:
    """One kind of evidence on a channel, standing for itself: it is never added up with the others.

    `rule` is the key of the printed rule that gave the verdict (`channels/rules.py`); `statement` one sentence.
    """

    kind: LineKind
    question: str
    statement: str
    verdict: FindingVerdict
    rule: str
    references: tuple[EvidenceReference, ...] = ()
    alternatives: tuple[Alternative, ...] = ()
    issues: tuple[Issue, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RedFlag:
    """A published indicator beside the channel: seen, not seen, not tested here, or not testable with open data."""

    id: str
    statement: str
    issuer: str
    status: FlagStatus
    reason: str
    references: tuple[EvidenceReference, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class MissingRecord:
    """What could not be tested, and where the records that would tell could be had."""

    what: str
    where: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ChannelAssessment:
    """A channel with the evidence side by side, what else could explain it, what is missing.

    `words` is the short assessment, a sentence a line, each following from a printed rule (`rules`, in the same
    order). `findings` are those of measures and customs records made for this channel. `caveats` are the principles
    that its red flags are read by. No figure sums it up.
    """

    channel: Channel
    question: str
    as_of: str
    lines: tuple[EvidenceLine, ...]
    findings: tuple[Finding, ...]
    red_flags: tuple[RedFlag, ...]
    alternatives: tuple[Alternative, ...]
    missing: tuple[MissingRecord, ...]
    words: tuple[str, ...]
    rules: tuple[str, ...]
    method: tuple[str, str]
    assessed_at: datetime | None = None
    issues: tuple[Issue, ...] = ()
    caveats: tuple[str, ...] = ()
