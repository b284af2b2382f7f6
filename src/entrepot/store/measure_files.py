"""Measures of the user's own in a case: the files as they were given, with their cards."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from entrepot.store.casefile import CaseFile


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasureFile:
    """A file of measures or goods lists as the user gave it: the text of its rows (CSV) and of its card (TOML)."""

    name: str
    card: str
    rows: str
    sha256: str
    added_at: str = ""


def keep_measure_file(case: CaseFile, file: MeasureFile, now: datetime) -> bool:
    """Keeps a file; true where the case had one of that name, which it replaces."""
    known = case.connection.execute("SELECT 1 FROM measure_files WHERE name = $1", [file.name]).fetchone()
    case.connection.execute(
        """
        INSERT INTO measure_files (name, card, rows, sha256, added_at) VALUES ($1, $2, $3, $4, $5)
        ON CONFLICT (name) DO UPDATE SET
            card = excluded.card, rows = excluded.rows, sha256 = excluded.sha256, added_at = excluded.added_at
        """,
        [file.name, file.card, file.rows, file.sha256, now.isoformat()],
    )
    return known is not None


def list_measure_files(case: CaseFile) -> list[MeasureFile]:
    """The files of the case, in order of their names."""
    sql = "SELECT name, card, rows, sha256, added_at FROM measure_files ORDER BY name"
    return [
        MeasureFile(name=name, card=card, rows=rows, sha256=sha256, added_at=added_at)
        for name, card, rows, sha256, added_at in case.connection.execute(sql).fetchall()
    ]


def forget_measure_files(case: CaseFile, names: Sequence[str]) -> int:
    """Takes files out of the case; how many there were of those named."""
    sql = "DELETE FROM measure_files WHERE list_contains($1, name) RETURNING name"
    return len(case.connection.execute(sql, [list(names)]).fetchall())
