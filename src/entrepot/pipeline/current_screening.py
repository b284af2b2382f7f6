"""The current screening of a case: what the last run found, with later judgements, and what has changed since."""

from collections.abc import Mapping, Sequence

from entrepot.model.case import CaseScreening, ScreenedActor
from entrepot.model.listing import ListVersion
from entrepot.model.match import Screening
from entrepot.pipeline.list_sets import find_versions
from entrepot.pipeline.screening import actor_queries, read_latest
from entrepot.screening.judgements import Judged, JudgedKey, honour_judgements
from entrepot.store.casefile import CaseFile
from entrepot.store.screenings import LoggedQuery, Run, find_last_run, find_query, iter_queries


def read_case_screening(case: CaseFile) -> CaseScreening | None:
    """The last screening of the case's actors, with the judgements as they now stand; None where there was none."""
    run = find_last_run(case, "actors")
    if run is None:
        return None
    latest = read_latest(case)
    actors = [_screened_actor(row, run, latest) for row in iter_queries(case, run.number)]
    return CaseScreening(
        screened_at=run.screened_at,
        list_versions=run.versions,
        method=run.method,
        threshold=run.threshold,
        as_of=run.as_of,
        actors=tuple(actors),
        issues=run.issues,
        outdated=find_outdated(case, run),
    )


def read_actor_screening(case: CaseFile, actor_id: str) -> ScreenedActor | None:
    """How the last screening of the case's actors came out for one of them; None where it was not asked for."""
    run = find_last_run(case, "actors")
    row = find_query(case, run.number, actor_id) if run else None
    return _screened_actor(row, run, read_latest(case)) if run and row else None


def _screened_actor(row: LoggedQuery, run: Run, latest: Mapping[JudgedKey, Judged]) -> ScreenedActor:
    """A query of the run with the judgements as they now stand."""
    honoured = honour_judgements(row.query.name, row.matches, row.digests, latest)
    screening = Screening(
        query=row.query,
        list_versions=run.versions,
        method=run.method,
        threshold=run.threshold,
        matches=honoured.matches,
        as_of=run.as_of,
    )
    return ScreenedActor(screening=screening, issues=row.issues, judged_earlier=honoured.earlier)


def find_outdated(case: CaseFile, run: Run) -> tuple[str, ...]:
    """What has changed in the case since the run, a sentence each; nothing where the run is up to date."""
    return (*_changed_lists(case, run), *_changed_actors(case, run))


def _changed_lists(case: CaseFile, run: Run) -> list[str]:
    now = {kept.version.list: kept.version for kept in find_versions(case, run.as_of)[0]}
    then = {version.list: version for version in run.versions}
    fresh = [_told(now[name]) for name in sorted(now.keys() - then.keys())]
    newer = [_told(now[name]) for name in sorted(now.keys() & then.keys()) if now[name].sha256 != then[name].sha256]
    return [
        *([f"Lists were added that the screening did not ask: {_joined(fresh)}."] if fresh else []),
        *([f"Lists have another version than the screening asked: {_joined(newer)}."] if newer else []),
    ]


def _changed_actors(case: CaseFile, run: Run) -> list[str]:
    now = {(asked.query.id, asked.query.name): asked.query.name for asked in actor_queries(case)}
    then = {(row.query.id, row.query.name): row.query.name for row in iter_queries(case, run.number)}
    come = [now[key] for key in sorted(now.keys() - then.keys())]
    gone = [then[key] for key in sorted(then.keys() - now.keys())]
    return [
        *([f"Actors came in that were not screened: {_joined(come)}."] if come else []),
        *([f"Actors were screened that no claim names any more: {_joined(gone)}."] if gone else []),
    ]


def _told(version: ListVersion) -> str:
    return f"{version.list} ({version.published or 'no date'})"


def _joined(names: Sequence[str], shown: int = 5) -> str:
    more = f" and {len(names) - shown} more" if len(names) > shown else ""
    return ", ".join(names[:shown]) + more
