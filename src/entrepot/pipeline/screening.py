"""Names put to lists: queries of a file, or the actors of a case; what people judged is honoured, and all is logged."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from itertools import islice
from typing import Final

from entrepot.errors import CallError, ConflictError
from entrepot.model.listing import PartyKind
from entrepot.model.match import Judgement, Match, Query, Screening
from entrepot.pipeline.list_sets import ListSet
from entrepot.pipeline.progress import Progress, SilentProgress
from entrepot.screening.interface import Matcher
from entrepot.screening.judgements import (
    Judged,
    JudgedKey,
    honour_judgements,
    latest_judgements,
    query_key,
)
from entrepot.screening.queries import AskedQuery, check_query
from entrepot.store.casefile import CaseFile
from entrepot.store.lists import find_digest
from entrepot.store.screenings import (
    LoggedQuery,
    Run,
    Subject,
    list_actors,
    list_judgements,
    write_judgement,
    write_queries,
    write_run,
)

AT_ONCE: Final = 128
"""Queries put to the method together: enough that it may share work, few enough that answers come at once."""

SCREENED_KINDS: dict[str, PartyKind] = {"person": "person", "organisation": "organisation", "vessel": "vessel"}
"""Kinds of actors that are put to lists; countries, places and groups of countries are on none as such."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """How names are put to lists; `threshold` is the method's own where None."""

    limit: int
    screened_at: datetime
    threshold: float | None = None
    as_of: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Screened:
    """A query with what was found, and the judgements that were honoured.

    `found` are the matches as the method gave them, with the digest of each record and the number of each judgement.
    `judged_earlier` are list and id of matches that were judged on an earlier record of the party.
    """

    asked: AskedQuery
    screening: Screening
    found: tuple[Match, ...] = ()
    digests: tuple[str, ...] = ()
    judged: tuple[int, ...] = ()
    judged_earlier: tuple[tuple[str, str], ...] = ()

    @property
    def is_possible_match(self) -> bool:
        """True where a listed party may be who was asked for."""
        return any(match.decision == "possible_match" for match in self.screening.matches)


@dataclass(frozen=True, slots=True)
class Desk:
    """Lists with the method that asks them, and what was judged before."""

    lists: ListSet
    matcher: Matcher
    latest: Mapping[JudgedKey, Judged] = field(default_factory=dict)

    def threshold(self, ask: Ask) -> float:
        """The threshold asked for, or the method's own."""
        return self.matcher.default_threshold if ask.threshold is None else ask.threshold


def open_desk(lists: ListSet, method: str, case: CaseFile | None = None) -> Desk:
    """The lists ready to be asked by the method of this name.

    Raises:
        CallError: there is no such method.
    """
    from entrepot.screening import METHODS, make_matcher

    if method not in METHODS:
        raise CallError(f"There is no method '{method}'; there are: {', '.join(METHODS)}.")
    return Desk(lists, make_matcher(method, lists.parties), read_latest(case) if case else {})


def read_latest(case: CaseFile) -> dict[JudgedKey, Judged]:
    """The judgements of the case that count."""
    return latest_judgements(
        Judged(number=one.number, query_key=one.query_key, digest=one.digest, judgement=one.judgement)
        for one in list_judgements(case)
    )


def screen_queries(
    asked: Iterable[AskedQuery], desk: Desk, ask: Ask, progress: Progress | None = None
) -> Iterator[Screened]:
    """Each query with what came near, in their order; few queries are in memory at a time."""
    progress = progress or SilentProgress()
    rest = iter(asked)
    while batch := list(islice(rest, AT_ONCE)):
        able = [one.query for one in batch if one.can_be_asked]
        found = iter(desk.matcher.match(able, limit=ask.limit, threshold=ask.threshold) if able else [])
        for one in batch:
            yield _screened(one, next(found) if one.can_be_asked else (), desk, ask)
            progress.advance()


def log_screenings(
    case: CaseFile, screened: Iterable[Screened], desk: Desk, ask: Ask, subject: Subject = "queries"
) -> Iterator[Screened]:
    """The same, each kept in the log of the case before it is handed on; a batch is kept wholly or not at all."""
    rest = iter(screened)
    run, position = 0, 0
    while batch := list(islice(rest, AT_ONCE)):
        with case.transaction():
            run = run or write_run(case, _run(desk, ask, subject))
            write_queries(case, [_logged(one, run, place) for place, one in enumerate(batch, position)])
        position += len(batch)
        yield from batch


def screen_actors(case: CaseFile, desk: Desk, ask: Ask, progress: Progress | None = None) -> list[Screened]:
    """Every person, organisation and vessel of the case's claims with what came near; kept as its current screening."""
    found = list(screen_queries(actor_queries(case), desk, ask, progress))
    with case.transaction():
        run = write_run(case, _run(desk, ask, "actors"))
        write_queries(case, [_logged(one, run, place) for place, one in enumerate(found)])
    return found


def actor_queries(case: CaseFile) -> list[AskedQuery]:
    """The actors of the case that are put to lists, as queries, in order of the id."""
    return [
        check_query(AskedQuery(number=number, query=Query(name=name, id=actor_id, kind=SCREENED_KINDS[kind])))
        for number, (actor_id, kind, name) in enumerate(
            (actor for actor in list_actors(case) if actor[1] in SCREENED_KINDS), start=1
        )
    ]


def judge_match(case: CaseFile, judgement: Judgement, seen: int | None = None) -> int:
    """The number of the judgement in the log; it holds for the party's record as it now stands in the case.

    `seen` is the number of the judgement on the same that this person saw as the latest, 0 for none, None to overrule
    whatever there is.

    Raises:
        CallError: no list of the case has such a party.
        ConflictError: somebody else judged the same in the meantime; nothing was kept.
    """
    digest = find_digest(case, judgement.list, judgement.party_id)
    if digest is None:
        raise CallError(
            f"No list of the case has an entry {judgement.list}:{judgement.party_id}; `entrepot screen` prints list "
            "and id of every candidate."
        )
    key = query_key(judgement.query)
    with case.transaction():
        before = read_latest(case).get((key, judgement.list, judgement.party_id))
        if before is not None and seen is not None and seen != before.number:
            raise ConflictError(
                f"{before.judgement.by} judged this in the meantime ({before.judgement.verdict}, judgement "
                f"{before.number}); nothing was changed, look at it and judge again."
            )
        return write_judgement(case, judgement, key, digest)


def _screened(asked: AskedQuery, found: tuple[Match, ...], desk: Desk, ask: Ask) -> Screened:
    digests = tuple(desk.lists.digests.get((match.list, match.id), "") for match in found)
    honoured = honour_judgements(asked.query.name, found, digests, desk.latest)
    screening = Screening(
        query=asked.query,
        list_versions=desk.lists.versions,
        method=desk.matcher.method,
        threshold=desk.threshold(ask),
        matches=honoured.matches,
        as_of=ask.as_of,
    )
    return Screened(
        asked=asked,
        screening=screening,
        found=found,
        digests=digests,
        judged=honoured.numbers,
        judged_earlier=honoured.earlier,
    )


def _run(desk: Desk, ask: Ask, subject: Subject) -> Run:
    return Run(
        subject=subject,
        screened_at=ask.screened_at,
        method=desk.matcher.method,
        threshold=desk.threshold(ask),
        limit=ask.limit,
        as_of=ask.as_of,
        versions=desk.lists.versions,
        issues=desk.lists.issues,
    )


def _logged(one: Screened, run: int, position: int) -> LoggedQuery:
    name = _without_nul(one.asked.query.name)
    return LoggedQuery(
        run=run,
        position=position,
        query_key=query_key(name),
        query=replace(one.asked.query, name=name),
        matches=one.found,
        digests=one.digests,
        judged=one.judged,
        issues=one.asked.issues,
    )


def _without_nul(name: str) -> str:
    """The name as a column of text can hold it."""
    return name.replace("\x00", "\N{REPLACEMENT CHARACTER}")
