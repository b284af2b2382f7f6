"""Everything that people decided and asked for in a case, in one log."""

from dataclasses import dataclass

from entrepot.store.casefile import CaseFile


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditRow:
    """One act: when, by whom, on what. `kind` is `claim`, `match`, `work` or `screening`.

    `subject` is the claim's id, the query's words, the kind of work or the method; `detail` what it was beside, such
    as the listed party.
    """

    at: str
    by: str
    kind: str
    number: int
    act: str
    subject: str
    detail: str
    reason: str


_SQL = """
    WITH acts AS (
        SELECT judged_at AS acted_at, judged_by AS actor, 'claim' AS kind, number, verdict AS act, claim_id AS subject,
            document_id AS detail, reason
        FROM claim_judgements
        UNION ALL
        SELECT judged_at, judged_by, 'match', number, verdict, query, party_list || ':' || party_id, reason
        FROM judgements
        UNION ALL
        SELECT asked_at, asked_by, 'work', number, state, kind, outcome, ''
        FROM jobs
        UNION ALL
        SELECT screened_at, '', 'screening', run, 'screened', method_name || ' ' || method_version, subject, ''
        FROM screening_runs
    )
    SELECT acted_at, actor, kind, number, act, subject, detail, reason, count(*) OVER ()
    FROM acts
    WHERE ($kind = '' OR kind = $kind)
      AND contains(lower(concat_ws(' ', actor, act, subject, detail, reason)), lower($words))
    ORDER BY acted_at DESC, kind, number DESC
    LIMIT $limit OFFSET $offset
"""


def list_acts(
    case: CaseFile, *, kind: str = "", words: str = "", offset: int = 0, limit: int = 50
) -> tuple[int, list[AuditRow]]:
    """How many acts there are of this kind that hold these words, and a page of them, the latest first."""
    asked = {"kind": kind, "words": words, "offset": offset, "limit": limit}
    rows = case.connection.execute(_SQL, asked).fetchall()
    names = ("at", "by", "kind", "number", "act", "subject", "detail", "reason")
    found = [AuditRow(**dict(zip(names, row[:8], strict=True))) for row in rows]
    return (int(rows[0][8]) if rows else 0), found
