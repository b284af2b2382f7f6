"""JSON Lines, or one JSON array, to objects; lines that are none are counted and left out."""

import json
from typing import Any

from entrepot.errors import InputError
from entrepot.screening.lists.book import Notebook


def read_json_rows(name: str, text: str, book: Notebook) -> tuple[list[dict[str, Any]], int]:
    """The objects in the order of the file, and how many lines or items there are with those that are none.

    Raises:
        InputError: not a single line is a JSON object.
    """
    plain = text.strip()
    # Only line feeds end a line: a name may hold the separators U+2028 or U+0085, which `splitlines` takes for ends.
    lines = [line for line in plain.split("\n") if line.strip()]
    # Parsed as one array: a third of the time that a call a line takes.
    whole = _load(plain if plain.startswith("[") else f"[{','.join(lines)}]")
    if isinstance(whole, list) and all(isinstance(one, dict) for one in whole):
        return whole, len(whole)
    rows: list[dict[str, Any]] = []
    count = 0
    for number, line in enumerate(lines, start=1):
        count += 1
        row = _load(line)
        if isinstance(row, dict):
            rows.append(row)
        else:
            book.note("row_unreadable", "A line is not a JSON object", f"line {number}")
    if not rows:
        raise InputError(f"{name} looks like JSON and holds no object that can be read; fetch it again.")
    return rows, count


def _load(text: str) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None
