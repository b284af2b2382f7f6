"""Rows of delimited text: quoting, embedded line breaks, odd ends; blank rows are no rows."""

import csv
import io
import re
from collections.abc import Iterator

from entrepot.errors import InputError

csv.field_size_limit(10_000_000)
"""Remarks and statements of reasons pass the 131,072 characters that the standard library allows."""

_DELIMITERS = ",;\t|"


def read_rows(text: str, delimiter: str = ",") -> Iterator[list[str]]:
    """The rows that hold anything, cell by cell as they stand; a NUL or a lone 0x1A is no content.

    Raises:
        InputError: a cell is longer than any in a list.
    """
    clean = text.replace("\x00", "")
    try:
        for row in csv.reader(io.StringIO(clean, newline=""), delimiter=delimiter):
            if any(cell.strip(" \x1a") for cell in row):
                yield row
    except csv.Error as error:
        raise InputError(
            f"The table breaks off or a quotation mark is never closed ({error}); fetch the list again."
        ) from error


def guess_delimiter(text: str) -> str:
    """The delimiter that occurs most often in the first line, a comma where none does."""
    line = re.sub(r'"[^"]*"', "", text.lstrip().partition("\n")[0])
    best = max(_DELIMITERS, key=line.count)
    return best if best in line else ","


def header_of(text: str, delimiter: str = ",") -> list[str]:
    """The cells of the first row that holds anything, without outer blanks."""
    first = next(read_rows(text, delimiter), [])
    return [cell.strip().lstrip("\ufeff") for cell in first]
