"""Lines that DuckDB's reader of CSV would not take, or would not number rightly, put in order by Python."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from entrepot.errors import InputError
from entrepot.trade.importers.interface import Record
from entrepot.trade.scanning import CHUNK, count_lines

_FIELD_LIMIT = 1 << 20


@dataclass(frozen=True, slots=True, kw_only=True)
class RefusedLine:
    """A line that is no record: where it stands, what is wrong with it, and the line itself."""

    row: int
    reason: str
    detail: str
    text: str


class _Lines:
    """The lines of a file, remembered until the record that they make up is done."""

    def __init__(self, lines: Iterator[str]) -> None:
        self._lines = lines
        self.taken: list[str] = []

    def __iter__(self) -> Iterator[str]:
        for line in self._lines:
            self.taken.append(line)
            yield line

    def take(self) -> str:
        """The lines since the last call, as one text."""
        text, self.taken = "".join(self.taken).rstrip("\r\n"), []
        return text


def iterate_lines(
    path: Path, *, delimiter: str, width: int, first_line: int, refused: list[RefusedLine]
) -> Iterator[Record]:
    """The records of a CSV file below its header, with the lines on which they begin.

    A line with too few or too many cells goes to `refused`; blank lines are none.

    Raises:
        InputError: a text that is opened by a quotation mark has no end.
    """
    csv.field_size_limit(_FIELD_LIMIT)
    with path.open(encoding="utf-8-sig", newline="") as file:
        lines = _Lines(iter(file))
        reader = csv.reader(lines, delimiter=delimiter)
        begun = 1
        try:
            for cells in reader:
                row, begun, text = begun, reader.line_num + 1, lines.take()
                if row <= first_line or not any(cell.strip() for cell in cells):
                    continue
                if len(cells) != width:
                    detail = f"{len(cells)} cells where the header has {width}"
                    refused.append(RefusedLine(row=row, reason="cells_wrong", detail=detail, text=text))
                    continue
                yield Record(row, 0, tuple(cells))
        except csv.Error as error:
            raise InputError(
                f"{path.name}: a text that begins in line {begun} has no end ({error}); correct its quotation marks."
            ) from error


def write_records(records: Iterator[Record], path: Path) -> int:
    """How many records were written to a CSV file: line, cell, and the cells of the record."""
    written = 0
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        for row, cell, cells in records:
            writer.writerow((row, cell, *map(_one_line, cells)))
            written += 1
    return written


def _one_line(cell: str) -> str:
    return cell.replace("\r", " ").replace("\n", " ") if "\n" in cell or "\r" in cell else cell


def split_file(path: Path, folder: Path, parts: int) -> list[tuple[Path, int]]:
    """Copies of the parts of a file, cut at line ends, each with the number of lines before it.

    DuckDB numbers the rows of one file one after the other; of several files it reads as many at once as it may.
    """
    size, found, before = path.stat().st_size, [], 0
    with path.open("rb") as source:
        for number in range(parts):
            target, lines, end = folder / f"part-{number}", 0, size * (number + 1) // parts
            with target.open("wb") as file:
                while source.tell() < end and (chunk := source.read(min(CHUNK, end - source.tell()))):
                    lines += count_lines(chunk)
                    file.write(chunk)
                rest = source.readline() if source.tell() < size and chunk[-1:] != b"\n" else b""
                file.write(rest)
            found.append((target, before))
            before += lines + rest.count(b"\n")
    return found
