"""What the workbench asks of claims and propositions at every page, kept up to date beside them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from entrepot.dossier.days import read_interval
from entrepot.dossier.names import source_name
from entrepot.dossier.phrases import phrase_proposition, plain_phrase
from entrepot.model.actor import Actor
from entrepot.model.claim import Claim
from entrepot.model.interval import Interval
from entrepot.model.judgement import ClaimJudgement
from entrepot.model.proposition import Origin, Proposition
from entrepot.pipeline.progress import Progress, SilentProgress
from entrepot.store.browsing_claims import (
    INDEX_STEP,
    ClaimIndexRow,
    list_unindexed,
    read_heads,
    write_claim_index,
)
from entrepot.store.browsing_propositions import (
    OriginRow,
    PropositionIndexRow,
    are_numbered,
    list_unindexed_propositions,
    number_propositions,
    read_propositions,
    write_proposition_index,
)
from entrepot.store.casefile import CaseFile
from entrepot.store.claim_judgements import latest_claim_judgements
from entrepot.store.codec import encode_json
from entrepot.store.propositions import Waiting, read_claims
from entrepot.store.reading import read_claims_of
from entrepot.store.writing import StepDone, replace_steps_done

METHOD: Final = ("index", "1")
_REPORTS_AT_ONCE: Final = 200
_PROPOSITIONS_AT_ONCE: Final = 1000


def index_case(case: CaseFile, progress: Progress | None = None) -> None:
    """The pages of the workbench show the claims and propositions as they are now."""
    refresh_claim_index(case, progress)
    refresh_proposition_index(case, progress)


def refresh_claim_index(case: CaseFile, progress: Progress | None = None) -> int:
    """How many reports were new to the index of claims, or had a claim judged; it is up to date now."""
    waiting = list_unindexed(case, METHOD)
    if waiting:
        progress = progress or SilentProgress()
        progress.begin("Indexing claims", len(waiting))
        for start in range(0, len(waiting), _REPORTS_AT_ONCE):
            batch = waiting[start : start + _REPORTS_AT_ONCE]
            _index_reports(case, batch)
            for _ in batch:
                progress.advance()
    return len(waiting)


def refresh_proposition_index(case: CaseFile, progress: Progress | None = None) -> int:
    """How many propositions were new to their index; it is up to date now."""
    waiting = list_unindexed_propositions(case)
    if waiting:
        progress = progress or SilentProgress()
        progress.begin("Indexing propositions", len(waiting))
        for start in range(0, len(waiting), _PROPOSITIONS_AT_ONCE):
            batch = waiting[start : start + _PROPOSITIONS_AT_ONCE]
            with case.transaction():
                write_proposition_index(case, _index_propositions(case, batch))
            for _ in batch:
                progress.advance()
    if waiting or not are_numbered(case):
        with case.transaction():
            number_propositions(case)
    return len(waiting)


def _index_reports(case: CaseFile, batch: Sequence[Waiting]) -> None:
    ids = [one.document_id for one in batch]
    heads = read_heads(case, ids)
    told: dict[str, list[Claim]] = defaultdict(list)
    claims = read_claims_of(case, ids)
    judged = latest_claim_judgements(case, [claim.id for claim in claims])
    for claim in claims:
        told[claim.document_id].append(claim)
    rows = [
        _claim_row(claim, place, heads[document].publisher if document in heads else "", judged.get(claim.id))
        for document, own in told.items()
        for place, claim in enumerate(sorted(own, key=_in_text), start=1)
    ]
    done = [
        StepDone(step=INDEX_STEP, document_id=one.document_id, method=METHOD, fingerprint=one.fingerprint)
        for one in batch
    ]
    with case.transaction():
        write_claim_index(case, ids, rows)
        replace_steps_done(case, done)


def _in_text(claim: Claim) -> tuple[int, int, str, str]:
    """The order in which the claims of a report are numbered everywhere."""
    return claim.quote.start, claim.quote.end, claim.frame, claim.id


def _claim_row(claim: Claim, place: int, publisher: str, judgement: ClaimJudgement | None) -> ClaimIndexRow:
    verdict = judgement.verdict if judgement else "withdrawn"
    when = claim.when.interval if claim.when else None
    first = (when.start or when.end or "") if when else ""
    codes = sorted({issue.code for issue in claim.issues})
    named = [role.text for role in claim.roles] + [source_name(source) for source in claim.sources]
    actors = dict(_actors_of(claim))
    return ClaimIndexRow(
        claim_id=claim.id,
        document_id=claim.document_id,
        place=place,
        frame=claim.frame,
        polarity=claim.polarity,
        modality=claim.modality,
        source_kind=claim.sources[-1].kind if claim.sources else "none",
        publisher=publisher,
        year=first[:4],
        month=first[:7] if when and when.granularity != "year" else "",
        decision="open" if verdict == "withdrawn" else verdict,
        issues=("any", *codes) if codes else (),
        actors=tuple(actors.items()),
        searched=" ".join((claim.quote.text, *named, *actors.values())),
    )


def _actors_of(claim: Claim) -> Iterator[tuple[str, str]]:
    """Ids and names of whoever fills a role, says it, or is where it happened; the publisher is a facet of its own."""
    found: list[Actor | None] = [role.actor for role in claim.roles]
    found += [source.actor for source in claim.sources[1:]]
    found.append(claim.where.place if claim.where else None)
    for actor in found:
        if actor is not None:
            yield actor.id, actor.name


def _index_propositions(case: CaseFile, ids: Sequence[str]) -> Iterator[PropositionIndexRow]:
    found = read_propositions(case, ids)
    claims = {claim.id: claim for claim in read_claims(case, [each for one in found for each in one.claims])}
    for one in found:
        told = [claims[each] for each in one.claims if each in claims]
        if told:
            yield _proposition_row(one, told, claims)


def _proposition_row(one: Proposition, told: Sequence[Claim], claims: Mapping[str, Claim]) -> PropositionIndexRow:
    pieces = phrase_proposition(one, told)
    kinds = list(dict.fromkeys(conflict.kind for conflict in one.conflicts))
    origins = one.independent_origins
    return PropositionIndexRow(
        proposition_id=one.id,
        frame=one.frame,
        origin_count=str(origins) if origins < 3 else "3+",
        credibility=str(one.grade.credibility),
        conflicts=("any", *kinds) if kinds else ("none",),
        actors=tuple({role.actor.id: role.actor.name for role in one.roles if role.actor}.items()),
        days=_hull(list_dates(one)),
        pieces=encode_json(pieces),
        searched=" ".join((plain_phrase(pieces), one.where, *(role.text for role in one.roles))),
        origins=tuple(_origin_rows(one)),
    )


def list_dates(one: Proposition) -> tuple[Interval, ...]:
    """When it happened: several dates where those given exclude each other, none where none is given."""
    told = [read_interval(each.value) for found in one.conflicts if found.kind == "date" for each in found.values]
    return tuple(filter(None, told)) or ((one.when,) if one.when else ())


def _hull(dates: Iterable[Interval]) -> tuple[str | None, str | None]:
    """The first and the last day of all; None where one of them is open."""
    found = list(dates)
    starts, ends = [date.start for date in found], [date.end for date in found]
    first = None if not starts or None in starts else min(start for start in starts if start)
    last = None if not ends or None in ends else max(end for end in ends if end)
    return first, last


def _origin_rows(one: Proposition) -> Iterator[OriginRow]:
    """The origins of a proposition, each name once: several that are not known are one."""
    named: dict[str, list[Origin]] = defaultdict(list)
    for origin in one.origins:
        named[origin.name].append(origin)
    for name, found in named.items():
        is_independent = any(origin.independent for origin in found)
        outlets = dict.fromkeys(trail.steps[0] for origin in found for trail in origin.trails if trail.steps)
        yield OriginRow(
            name=name,
            kind=found[0].kind,
            independent=is_independent,
            interested=any(origin.interested for origin in found),
            alone=is_independent and one.independent_origins == 1,
            claims=sum(len(origin.claims) for origin in found),
            outlets=tuple(outlet for outlet in outlets if outlet),
        )
