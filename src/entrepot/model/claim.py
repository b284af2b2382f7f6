"""What a document asserts: not yet believed, and always somebody's word."""

from dataclasses import dataclass
from typing import Literal

from entrepot.model.actor import Actor
from entrepot.model.interval import Interval
from entrepot.model.issue import Issue
from entrepot.model.span import Span

Polarity = Literal["positive", "negative"]
Modality = Literal["asserted", "alleged", "planned", "possible", "denied"]
SourceKind = Literal["outlet", "wire", "official", "intelligence", "participant", "expert", "document", "unnamed"]
CueKind = Literal["attribution", "modality", "polarity", "stance", "trigger"]

FRAME_ROLES: dict[str, tuple[str, ...]] = {
    "meet": ("participant",),
    "agree": ("party", "matter"),
    "pledge": ("agent", "beneficiary", "matter"),
    "supply": ("supplier", "recipient", "goods", "via"),
    "seek": ("seeker", "goods", "supplier", "via"),
    "channel": ("channel", "origin", "destination", "goods"),
    "circumvent": ("agent", "beneficiary", "measure"),
    "sanction": ("issuer", "target", "measure", "goods"),
    "enforce": ("authority", "subject", "goods"),
    "strike": ("attacker", "target", "weapon"),
    "damage": ("agent", "target"),
    "host": ("facility", "user", "goods"),
    "finance": ("payer", "payee", "instrument"),
    "own": ("owner", "asset"),
    "produce": ("producer", "goods"),
    "cooperate": ("agent", "counterpart", "matter"),
    "belong": ("member", "organisation"),
    "assess": ("assessor", "matter"),
}
"""Every frame with its roles, in the order in which they are printed. The contract fixes both."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """Who or what fills a role of a claim.

    `span` is None only where `inferred` is true: a subject understood, the antecedent of "the two sides"; `reason`
    then says how it was inferred. `text` is the canonical filler; where `span` is given it equals `span.text`.
    """

    role: str
    text: str
    span: Span | None
    actor: Actor | None = None
    inferred: bool = False
    reason: str = ""
    hs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """The words that decided a claim's polarity, modality, attribution or stance."""

    kind: CueKind
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """When the event happened: the interval, the words it was read from, what resolved a missing year or weekday."""

    interval: Interval
    text: str
    anchor: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Where:
    """Where the event happened, if the text says so of the event."""

    span: Span
    place: Actor | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One link of a chain of attribution. `span` is None for the publisher and for links carried over."""

    name: str
    kind: SourceKind
    span: Span | None = None
    actor: Actor | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One frame, one event, one polarity, one modality, one innermost source, in one sentence.

    `id` hashes the document's bytes, the sentence's offsets, the frame, roles, polarity, modality and chain. `quote` is
    the sentence. `sources` is the chain, outermost (the publisher) first. `goods_classes` are keys of the goods table.
    """

    id: str
    document_id: str
    quote: Span
    frame: str
    roles: tuple[Role, ...]
    attributes: tuple[tuple[str, str], ...] = ()
    polarity: Polarity = "positive"
    modality: Modality = "asserted"
    cues: tuple[Cue, ...] = ()
    when: When | None = None
    where: Where | None = None
    sources: tuple[Source, ...] = ()
    stance: tuple[str, ...] = ()
    issues: tuple[Issue, ...] = ()
    method: tuple[str, str] = ("", "")
    goods_classes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """One piece of reported speech, whether or not it carries a claim.

    `source` is None where nobody is named ("it is reported"). `kind` is `direct` where the content is wholly inside
    quotation marks, `mixed` where part of it is, `indirect` otherwise.
    """

    document_id: str
    source: Span | None
    cue: Span
    content: Span
    kind: Literal["direct", "indirect", "mixed"]


@dataclass(frozen=True, slots=True, kw_only=True)
class DateExpression:
    """A date, duration or recurring time in a text. Only `date` may carry a value; `interval` is None where unresolved.

    `anchor` names what resolved a missing year or a weekday: `published`, `text` (an explicit date in the text), or ``.
    """

    document_id: str
    span: Span
    kind: Literal["date", "duration", "set"]
    interval: Interval | None
    anchor: str = ""
