"""Workbooks (xlsx, xls, ods) sheet by sheet, every cell as text."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from pathlib import Path

from python_calamine import CalamineError, CalamineWorkbook

from entrepot.errors import InputError

HEAD_ROWS = 40
"""Lines of a sheet by which its format is known: the headings of the data browser take a dozen."""


def iterate_sheets(path: Path, sheet: str = "", decimal: str = ".") -> Iterator[tuple[str, Iterator[list[str]]]]:
    """The name and the lines of each sheet, or of the one that is asked for; numbers have `decimal` before decimals.

    Raises:
        InputError: it is no workbook, is damaged, or has no such sheet.
    """
    try:
        with CalamineWorkbook.from_path(str(path)) as book:
            names = list(book.sheet_names)
            if sheet and sheet not in names:
                raise InputError(f"{path.name} has no sheet {sheet!r}; it has: {', '.join(names)}.")
            for name in [sheet] if sheet else names:
                # The lines above the used range are counted too, so that numbers are those that the program shows.
                rows = book.get_sheet_by_name(name).to_python(skip_empty_area=False)
                yield name, ([_text(cell, decimal) for cell in row] for row in rows)
    except (CalamineError, OSError) as error:
        raise InputError(
            f"{path.name} could not be read as a workbook ({error}); save it again as xlsx or CSV."
        ) from error


def read_heads(path: Path) -> dict[str, tuple[tuple[str, ...], ...]]:
    """The first lines of every sheet."""
    return {
        name: tuple(tuple(row) for _, row in zip(range(HEAD_ROWS), rows, strict=False))
        for name, rows in iterate_sheets(path)
    }


def _text(cell: object, decimal: str) -> str:
    """Numbers without a decimal point where they are whole; days as ISO 8601."""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() and abs(cell) < 1e15 else repr(cell).replace(".", decimal)
    if isinstance(cell, datetime):
        return cell.date().isoformat() if cell.time() == time() else cell.isoformat(" ")
    if isinstance(cell, date | time):
        return cell.isoformat()
    return str(cell.total_seconds()) if isinstance(cell, timedelta) else str(cell)
