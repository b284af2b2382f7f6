"""Groups of claims that say the same, with their origins, conflicts, drift and grade, as propositions."""

import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from entrepot.corroboration.collector import pause_collector
from entrepot.corroboration.conflicts import find_conflicts
from entrepot.corroboration.drift import find_drifts, find_turned, telling_order
from entrepot.corroboration.grading import grade
from entrepot.corroboration.merging import Group, merge_statements
from entrepot.corroboration.origins import trace_origins
from entrepot.corroboration.statements import Statement
from entrepot.corroboration.traits import ClaimTraits, ReportTraits
from entrepot.model.claim import FRAME_ROLES, Claim, Role
from entrepot.model.interval import Interval
from entrepot.model.issue import Issue
from entrepot.model.proposition import FirstReport, Proposition, PropositionLink

METHOD = ("slots", "1")
"""Raised whenever the same claims give other propositions."""
_BORNE = frozenset({"office_term", "member_status", "date_unresolved", "actor_ambiguous"})
"""Issues of a claim that its proposition bears as well."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """The claims to be merged with what is known of them, each under its claim's id, and of their reports, by id."""

    claims: Mapping[str, Claim] = field(default_factory=dict)
    traits: Mapping[str, ClaimTraits] = field(default_factory=dict)
    reports: Mapping[str, ReportTraits] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Merged:
    """A proposition with the name of its component: the propositions that further claims could change together."""

    proposition: Proposition
    component: str


@pause_collector()
def corroborate(evidence: Evidence) -> tuple[Merged, ...]:
    """The propositions of the claims, each claim in exactly one; the order in which they came decides nothing."""
    return make_propositions(merge_statements(evidence.traits[one].statement for one in evidence.claims), evidence)


def make_propositions(groups: Sequence[Group], evidence: Evidence) -> tuple[Merged, ...]:
    """The groups as propositions, in order of their ids; the groups of a component must come together."""
    made = [_make(group, evidence) for group in groups]
    of_claim = {claim_id: one.id for one in made for claim_id in one.claims}
    told = {one.id: one for one in made}
    linked = [
        _with_turned(_with_broader(one, group, of_claim), [told[of_claim[each]] for each in group.retold], evidence)
        for one, group in zip(made, groups, strict=True)
    ]
    narrower: dict[str, list[PropositionLink]] = {one.id: [] for one in linked}
    for one in linked:
        for link in one.links:
            narrower[link.proposition_id].append(
                PropositionLink(kind="narrower", proposition_id=one.id, reason=link.reason)
            )
    found = [
        Merged(
            proposition=replace(
                one, links=(*one.links, *sorted(narrower[one.id], key=lambda link: link.proposition_id))
            ),
            component=group.component,
        )
        for one, group in zip(linked, groups, strict=True)
    ]
    return tuple(sorted(found, key=lambda one: one.proposition.id))


def proposition_order(one: Proposition) -> tuple[int, int, int, str, str]:
    """Sorts propositions by the weight of their independent support; the earliest first among equals."""
    published = one.first_reported.published
    return (
        -one.independent_origins,
        -len({trail.document_id for origin in one.origins for trail in origin.trails}),
        -len(one.claims),
        published.start if published else "9999",
        one.id,
    )


def _make(group: Group, evidence: Evidence) -> Proposition:
    statements = sorted(group.members, key=telling_order)
    claims = [evidence.claims[one.claim_id] for one in statements]
    origins = trace_origins(claims, evidence.traits, evidence.reports)
    first = claims[0]
    report = evidence.reports[first.document_id]
    return Proposition(
        id="p-" + hashlib.sha256(first.id.encode()).hexdigest()[:14],
        frame=first.frame,
        roles=_roles(claims),
        when=_when(statements),
        where=next((one.place_text for one in statements if one.place_text), ""),
        claims=tuple(claim.id for claim in claims),
        outlets=tuple(dict.fromkeys(evidence.reports[claim.document_id].publisher for claim in claims)),
        origins=origins,
        independent_origins=sum(origin.independent for origin in origins),
        polarity=_counts((claim.polarity for claim in claims), ("positive", "negative")),
        modalities=_counts((claim.modality for claim in claims), ()),
        conflicts=find_conflicts(statements),
        first_reported=FirstReport(
            claim_id=first.id, document_id=first.document_id, publisher=report.publisher, published=report.published
        ),
        grade=grade(statements, origins, _issues(claims)),
        reported=_reported([evidence.reports[claim.document_id] for claim in claims]),
        drifts=find_drifts(origins, {one.claim_id: one for one in statements}),
        merged=group.merged if len(claims) > 1 else (),
        issues=_issues(claims),
        method=METHOD,
    )


def _with_broader(one: Proposition, group: Group, of_claim: Mapping[str, str]) -> Proposition:
    links = {of_claim[claim_id]: reason for claim_id, reason in group.broader}
    return replace(
        one,
        links=tuple(
            PropositionLink(kind="broader", proposition_id=target, reason=reason)
            for target, reason in sorted(links.items())
        ),
    )


def _with_turned(one: Proposition, others: Sequence[Proposition], evidence: Evidence) -> Proposition:
    """The proposition with what one speaker's earlier word, under another frame, has become in it."""
    statements = {
        claim_id: evidence.traits[claim_id].statement for other in (one, *others) for claim_id in other.claims
    }
    turned = [drift for other in others for drift in find_turned(one, other, statements)]
    return replace(one, drifts=(*one.drifts, *sorted(turned, key=lambda drift: (drift.claim_id, drift.earlier_id))))


def _roles(claims: Sequence[Claim]) -> tuple[Role, ...]:
    """For each role the fillers of the claim that resolves most of them, the earliest among equals."""
    found: list[Role] = []
    for name in FRAME_ROLES[claims[0].frame]:
        options = [[role for role in claim.roles if role.role == name] for claim in claims]
        filled = [roles for roles in options if roles]
        if filled:
            found += max(filled, key=lambda roles: sum(role.actor is not None for role in roles))
    return tuple(found)


def _when(statements: Sequence[Statement]) -> Interval | None:
    """The days that all dates leave open; from the first to the last day where they exclude each other."""
    dates = [one.when for one in statements if one.when is not None]
    if not dates:
        return None
    start = max((date.start for date in dates if date.start), default=None)
    end = min((date.end for date in dates if date.end), default=None)
    if start is None or end is None or start <= end:
        exact = [date for date in dates if (date.start, date.end) == (start, end)]
        return exact[0] if exact else Interval(start=start, end=end, granularity="range")
    return Interval(
        start=min(date.start for date in dates if date.start),
        end=max(date.end for date in dates if date.end),
        granularity="range",
    )


def _counts(values: Iterable[str], always: Sequence[str]) -> tuple[tuple[str, int], ...]:
    counted = Counter(values)
    return tuple((name, counted[name]) for name in (*always, *sorted(set(counted) - set(always))))


def _reported(reports: Sequence[ReportTraits]) -> Interval | None:
    dates = [report.published for report in reports if report.published is not None]
    if not dates:
        return None
    start, end = min(date.start for date in dates), max(date.end for date in dates)
    return Interval(start=start, end=end, granularity="day" if start == end else "range")


def _issues(claims: Sequence[Claim]) -> tuple[Issue, ...]:
    found = {(issue.code, issue.message): issue for claim in claims for issue in claim.issues if issue.code in _BORNE}
    return tuple(replace(found[key], span=None) for key in sorted(found))
