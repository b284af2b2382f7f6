"""The files of customs statistics of a case; their rows lie in a folder beside it."""

from datetime import date
from pathlib import Path
from typing import Any

from entrepot.errors import CaseError
from entrepot.model.flow import FlowFile
from entrepot.model.issue import Issue
from entrepot.store.casefile import CaseFile
from entrepot.store.codec import decode_json, encode_json

FOLDER_SUFFIX = ".trade"

_COLUMNS = (
    "number, name, dataset, sha256, size, read_count, kept_count, refused_count, left_out_count, parquet, imported_at, "
    "first_period, last_period, issues"
)


def flow_folder(case: CaseFile) -> Path:
    """Where the rows of the case's files lie; it need not be there while the case has none."""
    return case.path.with_suffix(FOLDER_SUFFIX)


def list_trade_files(case: CaseFile) -> list[FlowFile]:
    """The files that were imported, the oldest first."""
    sql = f"SELECT {_COLUMNS} FROM trade_files ORDER BY number"  # noqa: S608 - constants
    return [_file_of(row) for row in case.connection.execute(sql).fetchall()]


def flow_paths(case: CaseFile) -> list[Path]:
    """The Parquet files of the case.

    Raises:
        CaseError: one is not there; the folder was left behind when the case was moved.
    """
    folder = flow_folder(case)
    paths = [folder / one.parquet for one in list_trade_files(case)]
    absent = next((path for path in paths if not path.is_file()), None)
    if absent is not None:
        raise CaseError(
            f"{absent} is gone; move the folder {folder.name} together with the case, or import its file again."
        )
    return paths


def find_trade_file(case: CaseFile, name: str) -> FlowFile | None:
    """The file of that name; None where the case has none."""
    return next((one for one in list_trade_files(case) if one.name == name), None)


def next_file_number(case: CaseFile) -> int:
    """A number that no file of this case has had."""
    return int(case.connection.execute("SELECT nextval('trade_file_numbers')").fetchall()[0][0])


def write_trade_file(case: CaseFile, file: FlowFile) -> None:
    """Keeps a file in place of the one that had its number; the caller sees to the transaction."""
    row = [
        *(file.number, file.name, file.dataset, file.sha256, file.size, file.read, file.kept, file.refused),
        *(file.left_out, file.parquet, file.imported_at, _iso(file.first_period), _iso(file.last_period)),
        encode_json(file.issues),
    ]
    case.connection.execute("DELETE FROM trade_files WHERE number = ?", [file.number])
    sql = f"INSERT INTO trade_files ({_COLUMNS}) VALUES ({', '.join('?' * len(row))})"  # noqa: S608 - constants
    case.connection.execute(sql, row)


def forget_trade_file(case: CaseFile, number: int) -> None:
    """Forgets a file; the caller takes its rows from the folder."""
    case.connection.execute("DELETE FROM trade_files WHERE number = ?", [number])


def _iso(value: date | None) -> str | None:
    return None if value is None else value.isoformat()


def _day(value: str | None) -> date | None:
    return None if value is None else date.fromisoformat(value)


def _file_of(row: tuple[Any, ...]) -> FlowFile:
    number, name, dataset, sha256, size, read, kept, refused, left_out, parquet, imported_at, first, last, issues = row
    return FlowFile(
        number=number,
        name=name,
        dataset=dataset,
        sha256=sha256,
        size=size,
        read=read,
        kept=kept,
        refused=refused,
        left_out=left_out,
        parquet=parquet,
        imported_at=imported_at,
        first_period=_day(first),
        last_period=_day(last),
        issues=decode_json(tuple[Issue, ...], issues),
    )
