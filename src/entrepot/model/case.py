"""Everything a case holds, as the dossier and the exports see it."""

from dataclasses import dataclass
from datetime import date, datetime

from entrepot.model.channel import ChannelAssessment
from entrepot.model.claim import Claim, Quotation
from entrepot.model.closure import ClosureEstimate
from entrepot.model.comparison import SharedText
from entrepot.model.document import Document
from entrepot.model.finding import KeptFinding
from entrepot.model.issue import Issue
from entrepot.model.judgement import ClaimJudgement
from entrepot.model.listing import ListVersion
from entrepot.model.match import Screening
from entrepot.model.proposition import Proposition, SourceGrade


@dataclass(frozen=True, slots=True, kw_only=True)
class UnreadInput:
    """An input that could not be read: its path and one sentence on why and what to do."""

    path: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ScreenedActor:
    """An actor that was put to lists; its id is that of the query.

    An issue that is an error says why it could not be. `judged_earlier` are list and id of matches that people judged
    on an earlier record of the party, so that the judgement decides nothing.
    """

    screening: Screening
    issues: tuple[Issue, ...] = ()
    judged_earlier: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseScreening:
    """The current screening of a case's actors, with the latest judgements beside the matches.

    `issues` say which lists could not be asked; `outdated` are sentences on what changed since.
    """

    screened_at: datetime
    list_versions: tuple[ListVersion, ...]
    method: tuple[str, str]
    threshold: float
    as_of: date | None
    actors: tuple[ScreenedActor, ...]
    issues: tuple[Issue, ...] = ()
    outdated: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptChannel:
    """A channel of a case with its latest assessment, what levers would close of it, and SVG pictures of its flows."""

    assessment: ChannelAssessment
    closures: tuple[ClosureEstimate, ...]
    pictures: tuple[str, ...]
    kept_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseContents:
    """One case: its reports in order of publication, their claims and quotations, and what could not be read.

    `propositions` come with the weightiest independent support first. `grades` are the letters given to sources,
    `grading_rule` the words of the rule by which the digits were given. `shared` are the pairs of reports that have
    passages in common, those with the most words first. `screenings` is None where the actors were put to no list.
    `findings` are those of customs records that the user keeps, `channels` the assessed ones.
    `judgements` are the decisions that count, one a claim that has one; `claims` are as edited, rejected ones included.
    """

    name: str
    documents: tuple[Document, ...]
    claims: tuple[Claim, ...]
    quotations: tuple[Quotation, ...] = ()
    unread: tuple[UnreadInput, ...] = ()
    propositions: tuple[Proposition, ...] = ()
    grades: tuple[SourceGrade, ...] = ()
    grading_rule: str = ""
    shared: tuple[SharedText, ...] = ()
    screenings: CaseScreening | None = None
    findings: tuple[KeptFinding, ...] = ()
    channels: tuple[KeptChannel, ...] = ()
    judgements: tuple[ClaimJudgement, ...] = ()
