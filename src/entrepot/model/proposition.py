"""What several documents say, merged: not believed either, but with a count of who independently stands behind it."""

from dataclasses import dataclass
from typing import Literal

from entrepot.model.claim import Role
from entrepot.model.document import Published
from entrepot.model.interval import Interval
from entrepot.model.issue import Issue

ConflictKind = Literal["polarity", "quantity", "date", "place", "actor", "stage", "denial"]
OriginKind = Literal[
    "outlet", "wire", "official", "intelligence", "participant", "expert", "document", "unnamed", "unknown"
]
LinkKind = Literal["broader", "narrower"]
Credibility = Literal[1, 3, 5, 6]


@dataclass(frozen=True, slots=True, kw_only=True)
class Trail:
    """How one claim leads to its origin: the report, and the names on the way, outermost first."""

    claim_id: str
    document_id: str
    steps: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """The root at which the chains of some claims end, all of them one voice.

    `independent` is true where it counts: it is named, and is not one with another origin of the proposition. An
    unknown root never counts. `interested` says that it is a party to what it states, or is owned by one. `reasons`
    says why the chains were brought together, or why the root is unknown. `reliability` is the letter that a person or
    a cited table gives it, with the basis, "" where nobody does.
    """

    name: str
    kind: OriginKind
    claims: tuple[str, ...]
    independent: bool
    interested: bool = False
    trails: tuple[Trail, ...] = ()
    reasons: tuple[str, ...] = ()
    reliability: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ConflictValue:
    """One of the things said, and by which claims."""

    value: str
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """What the claims of a proposition say that cannot all be right as printed; nothing is averaged or decided."""

    kind: ConflictKind
    values: tuple[ConflictValue, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Drift:
    """How a retelling differs from the earliest claim with the same root: `what` in words, `before` and `after` as
    said.
    """

    claim_id: str
    earlier_id: str
    what: str
    before: str
    after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PropositionLink:
    """Another proposition that says the same more generally (`broader`) or more particularly (`narrower`)."""

    kind: LinkKind
    proposition_id: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FirstReport:
    """The claim published first; reports without a date of publication come after those with one."""

    claim_id: str
    document_id: str
    publisher: str
    published: Published | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Grade:
    """The digit of the Admiralty scale that the printed rule gives, and why.

    Only 1 (confirmed by other independent sources), 3 (possibly true), 5 (improbable: contradicted) and 6 (cannot be
    judged) follow from counting; 2 and 4 need a judgement that the program does not make.
    """

    credibility: Credibility
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposition:
    """Claims of one or several documents that say the same of the same parties, whatever their polarity and modality.

    `id` hashes the claim published first, so it stays when later reports are added. `claims` are in order of
    publication. `when` is what the dated claims leave open together (their intersection; the hull where they conflict).
    `merged` says, for each further claim, why it is here. `reported` is the span of the days of publication.
    """

    id: str
    frame: str
    roles: tuple[Role, ...]
    when: Interval | None
    where: str
    claims: tuple[str, ...]
    outlets: tuple[str, ...]
    origins: tuple[Origin, ...]
    independent_origins: int
    polarity: tuple[tuple[str, int], ...]
    modalities: tuple[tuple[str, int], ...]
    conflicts: tuple[Conflict, ...]
    first_reported: FirstReport
    grade: Grade
    reported: Interval | None = None
    drifts: tuple[Drift, ...] = ()
    links: tuple[PropositionLink, ...] = ()
    merged: tuple[tuple[str, str], ...] = ()
    issues: tuple[Issue, ...] = ()
    method: tuple[str, str] = ("", "")


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceGrade:
    """How reliable a source is held to be, A to F of the Admiralty scale, by whom or by which cited table (`basis`)."""

    source: str
    letter: str
    basis: str
