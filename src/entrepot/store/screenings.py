"""Screenings and judgements in a case file: a log to which rows are only ever added."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Literal

from entrepot.model.issue import Issue
from entrepot.model.listing import ListVersion
from entrepot.model.match import Judgement, Match, Query
from entrepot.store.casefile import CaseFile
from entrepot.store.codec import decode_json, encode_json
from entrepot.store.parties import day

Subject = Literal["actors", "queries"]
_BATCH = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """One call of the screening: what was put to which versions, how, and when. `number` is 0 until it is kept."""

    subject: Subject
    screened_at: datetime
    method: tuple[str, str]
    threshold: float
    limit: int
    as_of: date | None
    versions: tuple[ListVersion, ...]
    issues: tuple[Issue, ...] = ()
    number: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class LoggedQuery:
    """One query of a run with its matches as the method found them.

    `digests` are of the records of the matches, "" where a record is not of the case's lists; `judged` are the numbers
    of the judgements that held then, 0 where there was none.
    """

    run: int
    position: int
    query_key: str
    query: Query
    matches: tuple[Match, ...]
    digests: tuple[str, ...]
    judged: tuple[int, ...]
    issues: tuple[Issue, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptJudgement:
    """A judgement with its number, the key of its query, and the digest of the record that was judged."""

    number: int
    query_key: str
    digest: str
    judgement: Judgement


def write_run(case: CaseFile, run: Run) -> int:
    """The number under which the run is kept from now on."""
    sql = "INSERT INTO screening_runs SELECT coalesce(max(run), 0) + 1, ?, ?, ?, ?, ?, ?, ?, ?, ? FROM screening_runs"
    row = [
        *(run.subject, run.screened_at.isoformat(), *run.method, run.threshold, run.limit),
        *(run.as_of.isoformat() if run.as_of else None, encode_json(run.versions), encode_json(run.issues)),
    ]
    case.connection.execute(sql, row)
    return int(case.connection.execute("SELECT max(run) FROM screening_runs").fetchall()[0][0])


def write_queries(case: CaseFile, rows: Sequence[LoggedQuery]) -> None:
    """Adds queries to the log."""
    plain = [
        (
            *(one.run, one.position, one.query_key, encode_json(one.query), encode_json(one.matches)),
            *(encode_json(one.digests), encode_json(one.judged), encode_json(one.issues)),
        )
        for one in rows
    ]
    kinds = ("INTEGER", "INTEGER", *("VARCHAR",) * 6)
    values = ", ".join(f"unnest(${number}::{kind}[])" for number, kind in enumerate(kinds, start=1))
    columns = [list(column) for column in zip(*plain, strict=True)]
    if columns:
        case.connection.execute(f"INSERT INTO screenings SELECT {values}", columns)


def list_runs(case: CaseFile) -> list[Run]:
    """Every run, the oldest first."""
    return [_run(row) for row in case.connection.execute("SELECT * FROM screening_runs ORDER BY run").fetchall()]


def find_last_run(case: CaseFile, subject: Subject) -> Run | None:
    """The last run on this subject."""
    sql = "SELECT * FROM screening_runs WHERE subject = ? ORDER BY run DESC LIMIT 1"
    row = case.connection.execute(sql, [subject]).fetchone()
    return None if row is None else _run(row)


def iter_queries(case: CaseFile, run: int | None = None) -> Iterator[LoggedQuery]:
    """The queries of a run, or of all, in their order."""
    cursor = case.connection.cursor()
    try:
        cursor.execute("SELECT * FROM screenings WHERE run = coalesce($run, run) ORDER BY run, position", {"run": run})
        while rows := cursor.fetchmany(_BATCH):
            yield from map(_logged, rows)
    finally:
        cursor.close()


def find_query(case: CaseFile, run: int, actor_id: str) -> LoggedQuery | None:
    """The query of a run that asked for the actor with this id."""
    sql = "SELECT * FROM screenings WHERE run = $1 AND query::JSON->>'$.id' = $2 ORDER BY position LIMIT 1"
    row = case.connection.execute(sql, [run, actor_id]).fetchone()
    return None if row is None else _logged(row)


def count_queries(case: CaseFile, run: int) -> int:
    """How many queries a run put."""
    return int(case.connection.execute("SELECT count(*) FROM screenings WHERE run = ?", [run]).fetchall()[0][0])


def has_query(case: CaseFile, query_key: str) -> bool:
    """True where a query of this key is in the log."""
    sql = "SELECT 1 FROM screenings WHERE query_key = ? LIMIT 1"
    return case.connection.execute(sql, [query_key]).fetchone() is not None


def write_judgement(case: CaseFile, judgement: Judgement, query_key: str, digest: str) -> int:
    """The number under which the judgement is kept; an earlier one on the same stays in the log."""
    sql = "INSERT INTO judgements SELECT coalesce(max(number), 0) + 1, ?, ?, ?, ?, ?, ?, ?, ?, ? FROM judgements"
    one = judgement
    row = [
        *(one.query, query_key, one.list, one.party_id, digest, one.verdict, one.by, one.reason),
        one.judged_at.isoformat(),
    ]
    case.connection.execute(sql, row)
    return int(case.connection.execute("SELECT max(number) FROM judgements").fetchall()[0][0])


def list_judgements(case: CaseFile) -> list[KeptJudgement]:
    """Every judgement, the oldest first."""
    return [_kept(row) for row in case.connection.execute("SELECT * FROM judgements ORDER BY number").fetchall()]


def list_actors(case: CaseFile) -> list[tuple[str, str, str]]:
    """Id, kind and name of every actor that a claim names in a role or as its source, in order of the id.

    Claims count as people edited them; those that somebody rejected do not.
    """
    sql = """
        WITH judged AS (
            SELECT claim_id, verdict, edited
            FROM claim_judgements
            QUALIFY row_number() OVER (PARTITION BY claim_id ORDER BY number DESC) = 1
        ), read_claims AS (
            SELECT coalesce(edited->'$.roles', roles) AS roles, coalesce(edited->'$.sources', sources) AS sources
            FROM claims
            LEFT JOIN judged ON judged.claim_id = claims.id
            WHERE verdict IS DISTINCT FROM 'rejected'
        ), named AS (
            SELECT unnest(json_extract(roles, '$[*].actor')) AS actor FROM read_claims
            UNION
            SELECT unnest(json_extract(sources, '$[*].actor')) FROM read_claims
        )
        SELECT DISTINCT actor->>'$.id', actor->>'$.kind', actor->>'$.name'
        FROM named
        WHERE json_type(actor) = 'OBJECT'
        ORDER BY ALL
    """
    return case.connection.execute(sql).fetchall()


def _run(row: tuple[Any, ...]) -> Run:
    number, subject, screened_at, name, version, threshold, limit, as_of, versions, issues = row
    return Run(
        number=number,
        subject=subject,
        screened_at=datetime.fromisoformat(screened_at),
        method=(name, version),
        threshold=threshold,
        limit=limit,
        as_of=day(as_of),
        versions=decode_json(tuple[ListVersion, ...], versions),
        issues=decode_json(tuple[Issue, ...], issues),
    )


def _logged(row: tuple[Any, ...]) -> LoggedQuery:
    run, position, query_key, query, matches, digests, judged, issues = row
    return LoggedQuery(
        run=run,
        position=position,
        query_key=query_key,
        query=decode_json(Query, query),
        matches=decode_json(tuple[Match, ...], matches),
        digests=decode_json(tuple[str, ...], digests),
        judged=decode_json(tuple[int, ...], judged),
        issues=decode_json(tuple[Issue, ...], issues),
    )


def _kept(row: tuple[Any, ...]) -> KeptJudgement:
    number, query, query_key, party_list, party_id, digest, verdict, judged_by, reason, judged_at = row
    judgement = Judgement(
        query=query,
        list=party_list,
        party_id=party_id,
        verdict=verdict,
        by=judged_by,
        judged_at=datetime.fromisoformat(judged_at),
        reason=reason,
    )
    return KeptJudgement(number=number, query_key=query_key, digest=digest, judgement=judgement)
