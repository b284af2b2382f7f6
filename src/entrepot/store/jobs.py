"""Long work that was asked for, and how far it has come; rows stay when it has ended."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from entrepot.model.job import Job, JobKind, JobState
from entrepot.store.casefile import CaseFile
from entrepot.store.codec import decode_json, encode_json

_COLUMNS = "number, kind, asked, asked_by, asked_at, state, step, done, total, outcome, ended_at"


def ask_job(case: CaseFile, kind: JobKind, asked: Mapping[str, str], by: str, now: datetime) -> Job:
    """The work as it waits to be done."""
    sql = f"""
        INSERT INTO jobs
        SELECT coalesce(max(number), 0) + 1, $1, $2, $3, $4, 'waiting', '', 0, 0, '', NULL FROM jobs
        RETURNING {_COLUMNS}
    """  # noqa: S608 - names are constants
    rows = case.connection.execute(sql, [kind, encode_json(dict(asked)), by, now.isoformat()]).fetchall()
    return _job(rows[0])


def list_jobs(case: CaseFile, limit: int = 100) -> list[Job]:
    """The work asked for last, the latest first."""
    sql = f"SELECT {_COLUMNS} FROM jobs ORDER BY number DESC LIMIT $1"  # noqa: S608 - names are constants
    return [_job(row) for row in case.connection.execute(sql, [limit]).fetchall()]


def find_job(case: CaseFile, number: int) -> Job | None:
    """The work with this number."""
    rows = case.connection.execute(f"SELECT {_COLUMNS} FROM jobs WHERE number = $1", [number]).fetchall()  # noqa: S608
    return _job(rows[0]) if rows else None


def next_job(case: CaseFile) -> Job | None:
    """The work that has waited longest."""
    sql = f"SELECT {_COLUMNS} FROM jobs WHERE state = 'waiting' ORDER BY number LIMIT 1"  # noqa: S608 - as above
    rows = case.connection.execute(sql).fetchall()
    return _job(rows[0]) if rows else None


def tell_progress(case: CaseFile, number: int, step: str, done: int, total: int) -> None:
    """Keeps how far running work has come."""
    case.connection.execute(
        "UPDATE jobs SET state = 'running', step = $2, done = $3, total = $4 WHERE number = $1",
        [number, step, done, total],
    )


def end_job(case: CaseFile, number: int, state: JobState, outcome: str, now: datetime) -> None:
    """Keeps how the work ended."""
    case.connection.execute(
        "UPDATE jobs SET state = $2, outcome = $3, ended_at = $4 WHERE number = $1",
        [number, state, outcome, now.isoformat()],
    )


def let_wait_again(case: CaseFile) -> None:
    """Work that was running when the program stopped waits to be taken up again."""
    case.connection.execute("UPDATE jobs SET state = 'waiting' WHERE state = 'running'")


def _job(row: tuple[Any, ...]) -> Job:
    number, kind, asked, by, asked_at, state, step, done, total, outcome, ended_at = row
    return Job(
        number=number,
        kind=kind,
        asked=decode_json(Mapping[str, str], asked),
        by=by,
        asked_at=datetime.fromisoformat(asked_at),
        state=state,
        step=step,
        done=done,
        total=total,
        outcome=outcome,
        ended_at=datetime.fromisoformat(ended_at) if ended_at else None,
    )
