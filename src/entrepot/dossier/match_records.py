"""Screenings as the JSON records of the contract, and those of a case as a table; field names here never change."""

import csv
import io
from collections.abc import Iterable, Iterator

from entrepot.dossier.claims_csv import safe_cell
from entrepot.dossier.records import Record, issue_record
from entrepot.model.case import CaseContents, CaseScreening, ScreenedActor
from entrepot.model.issue import Issue
from entrepot.model.listing import ListVersion
from entrepot.model.match import Judgement, Match, Screening

ListedKey = tuple[str, str]
"""Short name of a list and a party's id there."""

COLUMNS = (
    *("query_id", "query", "kind", "list", "id", "name", "matched_name", "score", "decision", "programs"),
    *("first_listed", "reasons", "verdict", "judged_by", "judged_at", "judged_on", "judgement_reason"),
    *("list_published", "list_sha256", "method", "threshold", "as_of", "screened_at", "issues"),
)


def version_record(version: ListVersion) -> Record:
    """`{list, published, sha256, rows, title}`."""
    return {
        "list": version.list,
        "published": version.published.isoformat() if version.published else None,
        "sha256": version.sha256,
        "rows": version.rows,
        "title": version.title,
    }


def judgement_record(judgement: Judgement | None, *, is_earlier: bool) -> Record | None:
    """What a person judged; `record` is "earlier" where the listed party's record has changed since."""
    if judgement is None:
        return None
    return {
        "verdict": judgement.verdict,
        "by": judgement.by,
        "judged_at": judgement.judged_at.isoformat(),
        "reason": judgement.reason,
        "record": "earlier" if is_earlier else "same",
    }


def match_record(match: Match, *, judged_earlier: Iterable[ListedKey] = ()) -> Record:
    """One candidate with every ground for and against it."""
    return {
        "id": match.id,
        "list": match.list,
        "name": match.name,
        "matched_name": match.matched_name,
        "score": match.score,
        "decision": match.decision,
        "features": [
            {"name": one.name, "score": one.score, "weight": one.weight, "detail": one.detail} for one in match.features
        ],
        "programs": list(match.programs),
        "first_listed": match.first_listed.isoformat() if match.first_listed else None,
        "judgement": judgement_record(match.judgement, is_earlier=(match.list, match.id) in set(judged_earlier)),
    }


def screening_record(
    screening: Screening,
    *,
    fields: Iterable[tuple[str, str]] = (),
    issues: Iterable[Issue] = (),
    judged_earlier: Iterable[ListedKey] = (),
) -> Record:
    """One line of `entrepot screen --json`; `fields` are what the query says beside the name, as given."""
    earlier = tuple(judged_earlier)
    return {
        "query": screening.query.name,
        "query_id": screening.query.id,
        "query_fields": dict(fields),
        "list_versions": [version_record(version) for version in screening.list_versions],
        "method": {"name": screening.method[0], "version": screening.method[1]},
        "threshold": screening.threshold,
        "as_of": screening.as_of.isoformat() if screening.as_of else None,
        "matches": [match_record(match, judged_earlier=earlier) for match in screening.matches],
        "issues": [{"code": one.code, "severity": one.severity, "message": one.message} for one in issues],
    }


def case_screening_record(found: CaseScreening | None) -> Record | None:
    """The `screenings` of a case: when and how its actors were put to which lists, what came near, what changed."""
    if found is None:
        return None
    return {
        "screened_at": found.screened_at.isoformat(),
        "list_versions": [version_record(version) for version in found.list_versions],
        "method": {"name": found.method[0], "version": found.method[1]},
        "threshold": found.threshold,
        "as_of": found.as_of.isoformat() if found.as_of else None,
        "outdated": list(found.outdated),
        "issues": [issue_record(issue) for issue in found.issues],
        "actors": [_actor_record(actor) for actor in found.actors],
    }


def render_screenings_csv(case: CaseContents) -> str:
    """The candidates of a case's actors as CSV, a row each; an actor with none has a row that says so."""
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, COLUMNS, restval="", lineterminator="\r\n")
    writer.writeheader()
    for row in _rows(case.screenings):
        writer.writerow({name: safe_cell(value) for name, value in row.items()})
    return out.getvalue()


def match_cells(match: Match, *, is_earlier: bool) -> dict[str, str]:
    """A candidate as cells of a table."""
    judgement = match.judgement
    cells = {
        "list": match.list,
        "id": match.id,
        "name": match.name,
        "matched_name": match.matched_name,
        "score": f"{match.score:.4f}",
        "decision": match.decision,
        "programs": "; ".join(match.programs),
        "first_listed": match.first_listed.isoformat() if match.first_listed else "",
        "reasons": " ".join(one.detail for one in match.features if one.detail),
    }
    if judgement is None:
        return cells
    return cells | {
        "verdict": judgement.verdict,
        "judged_by": judgement.by,
        "judged_at": judgement.judged_at.isoformat(),
        "judged_on": "an earlier record" if is_earlier else "the same record",
        "judgement_reason": judgement.reason,
    }


def _actor_record(actor: ScreenedActor) -> Record:
    query = actor.screening.query
    return {
        "id": query.id,
        "kind": query.kind,
        "query": query.name,
        "matches": [match_record(match, judged_earlier=actor.judged_earlier) for match in actor.screening.matches],
        "issues": [issue_record(issue) for issue in actor.issues],
    }


def _rows(found: CaseScreening | None) -> Iterator[dict[str, str]]:
    if found is None:
        return
    versions = {version.list: version for version in found.list_versions}
    run = {
        "method": " ".join(found.method),
        "threshold": f"{found.threshold:g}",
        "as_of": found.as_of.isoformat() if found.as_of else "",
        "screened_at": found.screened_at.isoformat(),
    }
    for actor in found.actors:
        query = actor.screening.query
        told = {"query_id": query.id, "query": query.name, "kind": query.kind, **run}
        told["issues"] = "; ".join(issue.message for issue in actor.issues)
        for match in actor.screening.matches:
            cells = match_cells(match, is_earlier=(match.list, match.id) in actor.judged_earlier)
            yield told | cells | _version_cells(versions.get(match.list))
        if not actor.screening.matches:
            yield told


def _version_cells(version: ListVersion | None) -> dict[str, str]:
    if version is None:
        return {}
    published = version.published.isoformat() if version.published else ""
    return {"list_published": published, "list_sha256": version.sha256}
