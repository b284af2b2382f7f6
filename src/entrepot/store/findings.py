"""Findings that the user keeps in a case, with their pictures."""

from collections.abc import Sequence
from datetime import datetime

from entrepot.model.finding import Finding, KeptFinding
from entrepot.store.casefile import CaseFile
from entrepot.store.codec import decode_json, encode_json


def keep_findings(case: CaseFile, findings: Sequence[Finding], pictures: Sequence[str], now: datetime) -> None:
    """Keeps findings, the pictures with the first of them; one that the case has already is replaced in its place."""
    with case.transaction():
        for number, finding in enumerate(findings):
            shown = list(pictures) if number == 0 else []
            row = [finding.id, encode_json(finding), encode_json(shown), now.isoformat()]
            case.connection.execute(
                """
                INSERT INTO findings (id, place, finding, pictures, kept_at)
                SELECT $1, coalesce(max(place), 0) + 1, $2, $3, $4 FROM findings
                ON CONFLICT (id) DO UPDATE SET
                    finding = excluded.finding, pictures = excluded.pictures, kept_at = excluded.kept_at
                """,
                row,
            )


def list_findings(case: CaseFile) -> list[KeptFinding]:
    """The findings that are kept, in the order in which they came."""
    sql = "SELECT finding, pictures, kept_at FROM findings ORDER BY place"
    return [
        KeptFinding(
            finding=decode_json(Finding, finding),
            pictures=decode_json(tuple[str, ...], pictures),
            kept_at=datetime.fromisoformat(kept_at),
        )
        for finding, pictures, kept_at in case.connection.execute(sql).fetchall()
    ]


def count_findings(case: CaseFile) -> int:
    """How many findings are kept."""
    return int(case.connection.execute("SELECT count(*) FROM findings").fetchall()[0][0])


def forget_findings(case: CaseFile, ids: Sequence[str]) -> int:
    """Takes findings out of the case; how many there were of those named."""
    gone = case.connection.execute("DELETE FROM findings WHERE list_contains($1, id) RETURNING id", [list(ids)])
    return len(gone.fetchall())
