"""The objects of a JSON reply one after the other, without the whole of it in memory."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from entrepot.errors import InputError

_CHUNK = 1 << 20


def iterate_objects(path: Path) -> Iterator[dict[str, Any]]:
    """The objects of the first list in a JSON document: that under `data` of a reply, or the document itself.

    Raises:
        InputError: the list breaks off, or holds something else than objects.
    """
    decoder = json.JSONDecoder()
    with path.open(encoding="utf-8-sig") as file:
        buffer = file.read(_CHUNK)
        at = buffer.find("[") + 1
        if not at:
            raise InputError(
                f"{path.name}: this JSON has no list of records; take the reply of the interface as it came."
            )
        while True:
            at = _past_blanks(buffer, at)
            if at < len(buffer) and buffer[at] == "]":
                return
            try:
                found, end = decoder.raw_decode(buffer, at)
            except json.JSONDecodeError:
                more = file.read(_CHUNK)
                if not more:
                    raise InputError(f"{path.name}: the JSON breaks off or is damaged; fetch it again.") from None
                buffer, at = buffer[at:] + more, 0
                continue
            if not isinstance(found, dict):
                raise InputError(f"{path.name}: the list holds {found!r} where a record should be; fetch it again.")
            yield found
            at = end


def _past_blanks(buffer: str, at: int) -> int:
    while at < len(buffer) and buffer[at] in " \t\r\n,":
        at += 1
    return at
