"""When propositions of a case were first made and last changed, for those who follow it."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from entrepot.model.proposition import Proposition
from entrepot.store.casefile import CaseFile
from entrepot.store.codec import decode_json, encode_json

_UNDATED = "1970-01-01T00:00:00+00:00"
"""For propositions of cases that were made before the log was kept, of reports without a day of publication."""
_LOGGED_SQL = f"""
    SELECT one.id,
        coalesce(log.first_seen_at, one.first_published || 'T00:00:00+00:00', '{_UNDATED}') AS first_seen_at,
        coalesce(log.changed_at, one.first_published || 'T00:00:00+00:00', '{_UNDATED}') AS changed_at,
        coalesce(log.digest, '') AS digest
    FROM propositions AS one
    LEFT JOIN proposition_log AS log ON log.proposition_id = one.id
"""  # noqa: S608 - constants


@dataclass(frozen=True, slots=True, kw_only=True)
class LoggedProposition:
    """A proposition with the moments at which it was first made and last changed."""

    proposition: Proposition
    first_seen_at: datetime
    changed_at: datetime


def note_propositions(case: CaseFile, made: Sequence[Proposition], now: datetime) -> None:
    """Keeps which of these are new, and which say something else than they did; the caller sees to the transaction."""
    if not made:
        return
    digests = {one.id: _digest(one) for one in made}
    sql = """
        INSERT INTO proposition_log
        SELECT unnest($ids::VARCHAR[]), unnest($digests::VARCHAR[]), $now, $now
        ON CONFLICT (proposition_id) DO UPDATE SET
            changed_at = CASE WHEN digest = excluded.digest THEN changed_at ELSE excluded.changed_at END,
            digest = excluded.digest
    """
    moment = now.astimezone(UTC).isoformat(timespec="seconds")
    case.connection.execute(sql, {"ids": list(digests), "digests": list(digests.values()), "now": moment})


def read_log_state(case: CaseFile) -> tuple[int, str | None, str]:
    """How many propositions there are, when one last changed, and what tells this state of all from any other."""
    sql = f"SELECT count(*), max(changed_at), coalesce(bit_xor(hash(id, digest, changed_at)), 0) FROM ({_LOGGED_SQL})"  # noqa: S608
    row = case.connection.execute(sql).fetchall()[0]
    return int(row[0]), row[1], str(row[2])


def list_logged(case: CaseFile, offset: int, limit: int) -> list[LoggedProposition]:
    """Propositions in the order in which they last changed, the latest first."""
    sql = f"""
        WITH page AS ({_LOGGED_SQL} ORDER BY changed_at DESC, one.id LIMIT $limit OFFSET $offset)
        SELECT record, first_seen_at, page.changed_at
        FROM page
        JOIN propositions USING (id)
        ORDER BY page.changed_at DESC, id
    """  # noqa: S608 - a constant
    rows = case.connection.execute(sql, {"limit": limit, "offset": offset}).fetchall()
    return [
        LoggedProposition(
            proposition=decode_json(Proposition, record),
            first_seen_at=datetime.fromisoformat(first),
            changed_at=datetime.fromisoformat(changed),
        )
        for record, first, changed in rows
    ]


def _digest(one: Proposition) -> str:
    told = encode_json(replace(one, method=("", ""), merged=()))
    return hashlib.blake2b(told.encode("utf-8", "replace"), digest_size=12).hexdigest()
