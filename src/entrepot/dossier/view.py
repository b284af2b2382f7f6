"""A case as the pages see it: reports, claims and propositions in order, under numbers that also work on paper."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from entrepot.dossier.days import read_interval
from entrepot.dossier.names import file_name, standing_of
from entrepot.dossier.phrases import Piece, phrase_proposition
from entrepot.dossier.ways import IN_PAGE, Ways
from entrepot.model.case import CaseContents, CaseScreening, KeptChannel, UnreadInput
from entrepot.model.claim import Claim
from entrepot.model.comparison import SharedText
from entrepot.model.document import Document
from entrepot.model.finding import KeptFinding
from entrepot.model.interval import Interval
from entrepot.model.judgement import ClaimJudgement
from entrepot.model.proposition import Proposition

MOST_LISTED = 200
"""Propositions that are set out; a page of thousands would be read by nobody, and the JSON beside it has them all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimView:
    """A claim with its report and its number: `label` "2.14" is the fourteenth claim of the second report.

    `judgement` is what a person decided of it, None where it is as extracted.
    """

    claim: Claim
    document: Document
    label: str
    anchor: str
    report: int
    ways: Ways = IN_PAGE
    judgement: ClaimJudgement | None = None

    @property
    def address(self) -> str:
        """Where references to the claim lead."""
        return self.ways.claim(self.anchor, self.claim.id)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportView:
    """A report with its number and its claims in order of the text; `longest` is their longest sentence."""

    number: int
    anchor: str
    document: Document
    claims: tuple[ClaimView, ...]
    longest: int

    def claims_within(self, start: int, end: int) -> list[ClaimView]:
        """The claims whose sentence shares a character with the stretch, in order of the text."""
        first = bisect_left(self.claims, start - self.longest, key=_begins)
        last = bisect_left(self.claims, end, key=_begins)
        return [view for view in self.claims[first:last] if start < view.claim.quote.end]

    @property
    def publisher(self) -> str:
        """Who published it, or the title or name of the file where that is not known."""
        return self.document.publisher or self.heading

    @property
    def heading(self) -> str:
        """The title, or the name of the file where there is no title."""
        return self.document.title or file_name(self.document.path)


@dataclass(frozen=True, slots=True, kw_only=True)
class PropositionView:
    """A proposition with its number in the case, its claims in order of publication, and its sentence.

    `listed` where the section of propositions sets it out: it has two claims or a conflict, and its place is not too
    far down.
    """

    number: int
    anchor: str
    proposition: Proposition
    claims: tuple[ClaimView, ...]
    pieces: tuple[Piece, ...]
    listed: bool
    ways: Ways = IN_PAGE

    @property
    def address(self) -> str:
        """Where references to the proposition lead."""
        return self.ways.proposition(self.anchor, self.proposition.id)

    @property
    def reports(self) -> int:
        """In how many reports it is found."""
        return len({view.report for view in self.claims})

    @property
    def origins_against(self) -> int:
        """How many of its independent origins only deny it, or only say that it is not so."""
        against = {view.claim.id for view in self.claims if standing_of(view.claim) in ("denied", "negative")}
        return sum(origin.independent and against.issuperset(origin.claims) for origin in self.proposition.origins)

    @property
    def is_stated(self) -> bool:
        """True where somebody states or alleges it; otherwise it is only planned, held possible or denied."""
        return any(standing_of(view.claim) in ("asserted", "alleged") for view in self.claims)

    @property
    def dates(self) -> tuple[Interval, ...]:
        """When it happened: several dates where those given exclude each other, none where none is given."""
        one = self.proposition
        told = [read_interval(each.value) for found in one.conflicts if found.kind == "date" for each in found.values]
        return tuple(filter(None, told)) or ((one.when,) if one.when else ())


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseView:
    """The whole case, numbered; propositions in the order of the case, none where claims are not merged yet."""

    name: str
    reports: tuple[ReportView, ...]
    unread: tuple[UnreadInput, ...]
    claims_by_id: Mapping[str, ClaimView]
    propositions: tuple[PropositionView, ...]
    by_claim: Mapping[str, PropositionView]
    by_proposition: Mapping[str, PropositionView]
    shared: tuple[SharedText, ...]
    grading_rule: str
    screenings: CaseScreening | None = None
    findings: tuple[KeptFinding, ...] = ()
    channels: tuple[KeptChannel, ...] = ()

    @property
    def claims(self) -> tuple[ClaimView, ...]:
        """All claims, report after report."""
        return tuple(claim for report in self.reports for claim in report.claims)

    def proposition_of(self, claim: ClaimView) -> PropositionView | None:
        """The proposition that a claim is part of; None where it is not merged yet."""
        return self.by_claim.get(claim.claim.id)


def view_case(case: CaseContents) -> CaseView:
    """The case with its reports and claims numbered in the order given.

    Raises:
        ValueError: a claim names a document, or a proposition a claim, that the case does not hold.
    """
    by_document: dict[str, list[Claim]] = defaultdict(list)
    for claim in case.claims:
        by_document[claim.document_id].append(claim)
    lost = set(by_document) - {document.id for document in case.documents}
    if lost:
        raise ValueError(f"claims of documents that the case does not hold: {', '.join(sorted(lost))}")
    judged = {one.claim_id: one for one in case.judgements if one.verdict != "withdrawn"}
    reports = tuple(
        _view_report(number, document, by_document[document.id], judged)
        for number, document in enumerate(case.documents, 1)
    )
    claims = {view.claim.id: view for report in reports for view in report.claims}
    propositions = _view_propositions(case.propositions, claims)
    return CaseView(
        name=case.name,
        reports=reports,
        unread=case.unread,
        claims_by_id=claims,
        propositions=propositions,
        by_claim={view.claim.id: one for one in propositions for view in one.claims},
        by_proposition={one.proposition.id: one for one in propositions},
        shared=case.shared,
        grading_rule=case.grading_rule,
        screenings=case.screenings,
        findings=case.findings,
        channels=case.channels,
    )


def _view_propositions(
    propositions: Iterable[Proposition], claims: Mapping[str, ClaimView]
) -> tuple[PropositionView, ...]:
    found: list[PropositionView] = []
    listed = 0
    for number, one in enumerate(propositions, 1):
        lost = [claim_id for claim_id in one.claims if claim_id not in claims]
        if lost:
            raise ValueError(f"a proposition of claims that the case does not hold: {', '.join(lost)}")
        own = tuple(claims[claim_id] for claim_id in one.claims)
        is_listed = (len(own) > 1 or bool(one.conflicts)) and listed < MOST_LISTED
        listed += is_listed
        pieces = phrase_proposition(one, (view.claim for view in own))
        found.append(
            PropositionView(
                number=number, anchor=f"p{number}", proposition=one, claims=own, pieces=pieces, listed=is_listed
            )
        )
    return tuple(found)


def _view_report(
    number: int, document: Document, claims: list[Claim], judged: Mapping[str, ClaimJudgement]
) -> ReportView:
    ordered = sorted(claims, key=lambda claim: (claim.quote.start, claim.quote.end, claim.frame, claim.id))
    return ReportView(
        number=number,
        anchor=f"r{number}",
        document=document,
        longest=max((claim.quote.end - claim.quote.start for claim in claims), default=0),
        claims=tuple(
            ClaimView(
                claim=claim,
                document=document,
                label=f"{number}.{place}",
                anchor=f"c{number}-{place}",
                report=number,
                judgement=judged.get(claim.id),
            )
            for place, claim in enumerate(ordered, 1)
        ),
    )


def _begins(view: ClaimView) -> int:
    return view.claim.quote.start
