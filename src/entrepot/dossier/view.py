"""A case as the pages see it: reports numbered in order, and each claim under a number that also works on paper."""

from bisect import bisect_left
from collections import defaultdict
from dataclasses import dataclass

from entrepot.model.case import CaseContents, UnreadInput
from entrepot.model.claim import Claim, Role, Source
from entrepot.model.document import Document


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimView:
    """A claim with its report and its number: `label` "2.14" is the fourteenth claim of the second report."""

    claim: Claim
    document: Document
    label: str
    anchor: str
    report: int


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
    def heading(self) -> str:
        """The title, or the name of the file where there is no title."""
        return self.document.title or file_name(self.document.path)


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseView:
    """The whole case, numbered."""

    name: str
    reports: tuple[ReportView, ...]
    unread: tuple[UnreadInput, ...]

    @property
    def claims(self) -> tuple[ClaimView, ...]:
        """All claims, report after report."""
        return tuple(claim for report in self.reports for claim in report.claims)


def view_case(case: CaseContents) -> CaseView:
    """The case with its reports and claims numbered in the order given.

    Raises:
        ValueError: a claim names a document that the case does not hold.
    """
    by_document: dict[str, list[Claim]] = defaultdict(list)
    for claim in case.claims:
        by_document[claim.document_id].append(claim)
    lost = set(by_document) - {document.id for document in case.documents}
    if lost:
        raise ValueError(f"claims of documents that the case does not hold: {', '.join(sorted(lost))}")
    reports = tuple(
        _view_report(number, document, by_document[document.id]) for number, document in enumerate(case.documents, 1)
    )
    return CaseView(name=case.name, reports=reports, unread=case.unread)


def _view_report(number: int, document: Document, claims: list[Claim]) -> ReportView:
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
            )
            for place, claim in enumerate(ordered, 1)
        ),
    )


def _begins(view: ClaimView) -> int:
    return view.claim.quote.start


def file_name(path: str) -> str:
    """The last part of a path or of an archive member's name, without the folders of somebody's machine."""
    return path.replace("\\", "/").rstrip("/").rsplit("/", 1)[-1] or path


def role_name(role: Role) -> str:
    """The usual name where the filler was resolved, the report's words otherwise, on one line."""
    return role.actor.name if role.actor else _without_odd_quotes(" ".join(role.text.split()))


def _without_odd_quotes(text: str) -> str:
    """The text without a quotation mark whose other half lies outside it."""
    if text.count('"') % 2:
        text = text.replace('"', "")
    return text if text.count("“") == text.count("”") else text.replace("“", "").replace("”", "")


def role_key(role: Role) -> str:
    """What makes two fillers the same: the actor where it is known, the words otherwise."""
    return role.actor.id if role.actor else "words:" + " ".join(role.text.casefold().split())


def innermost_source(claim: Claim) -> Source | None:
    """Whoever vouches for the words: the last link of the chain."""
    return claim.sources[-1] if claim.sources else None


def source_key(source: Source) -> str:
    """What makes two sources the same: the actor where it is known, the name otherwise."""
    return source.actor.id if source.actor else "name:" + " ".join(source.name.casefold().split())


def source_name(source: Source) -> str:
    """The usual name where the source was resolved, the name as given otherwise."""
    return (source.actor.name if source.actor else " ".join(source.name.split())) or "source not named"


def named_source_key(claim: Claim) -> str | None:
    """The innermost source where somebody beyond the publisher is named; None for the publisher's own word.

    A nameless source ("officials say") has no key either: it counts as unknown, not as one more voice.
    """
    source = innermost_source(claim)
    if source is None or len(claim.sources) < 2 or source.kind == "unnamed":
        return None
    key = source_key(source)
    return None if key == source_key(claim.sources[0]) else key
