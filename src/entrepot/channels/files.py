"""A user's file of channels: one a row, read strictly; a row that cannot be read is named, and the others count."""

import csv
import io
import re
from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from entrepot.channels.locating import UNION
from entrepot.channels.naming import channel_id, name_channel, unresolved_sentence
from entrepot.channels.routes import find_corridors, find_hub
from entrepot.errors import InputError
from entrepot.model.channel import Channel, ChannelGround
from entrepot.model.goods import GoodsScope
from entrepot.model.interval import Granularity, Interval
from entrepot.model.issue import Issue
from entrepot.reference.gazetteer import find_entries
from entrepot.reference.goods_scopes import read_goods_scope
from entrepot.reference.tables import load_table
from entrepot.reference.territories import list_territories, territory_name

COLUMNS = ("name", "origin", "via", "destination", "goods", "from", "to", "hubs")
_NEEDED = ("via",)
_COALITION = "coalition"
_DAY = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


@dataclass(frozen=True, slots=True, kw_only=True)
class ChannelFile:
    """The channels of a file in its order, and a sentence for each row that could not be read."""

    channels: tuple[Channel, ...]
    refused: tuple[str, ...]


class _RowError(ValueError):
    """What is wrong with a row, in words that end a sentence."""


def read_channel_file(path: Path) -> ChannelFile:
    """The channels that a CSV file names, one a row: `name, origin, via, destination, goods, from, to, hubs`.

    Territories are codes or names, several separated by `;`; among the origins also `EU` and `coalition`. Goods are
    codes, `chpl` or words. `from` and `to` are days, months or years. Only `via` is needed.

    Raises:
        InputError: the file cannot be read, has no header of these columns, or holds no row.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{path}: the file of channels cannot be read ({error}); give a CSV in UTF-8.") from error
    rows = list(csv.reader(io.StringIO(text, newline="")))
    header = [cell.strip().casefold() for cell in rows[0]] if rows else []
    _check_header(path, header)
    channels: list[Channel] = []
    refused: list[str] = []
    for number, cells in enumerate(rows[1:], start=2):
        if not any(cell.strip() for cell in cells):
            continue
        try:
            channels.append(_read_row(path.name, number, header, cells))
        except _RowError as error:
            refused.append(f"{path.name}, row {number}: {error}; it was left out.")
    if not channels and not refused:
        raise InputError(f"{path}: the file holds no channel; write one a row under {', '.join(COLUMNS)}.")
    return ChannelFile(channels=_distinct(channels), refused=tuple(refused))


def _check_header(path: Path, header: list[str]) -> None:
    unknown = [name for name in header if name not in COLUMNS]
    absent = [name for name in _NEEDED if name not in header]
    twice = sorted({name for name in header if header.count(name) > 1})
    for names, what in ((unknown, "is no column of it"), (absent, "is missing"), (twice, "stands twice")):
        if names:
            raise InputError(
                f"{path}: {', '.join(map(repr, names))} {what}; the columns of a file of channels are "
                f"{', '.join(COLUMNS)}."
            )


def _read_row(file: str, number: int, header: list[str], cells: list[str]) -> Channel:
    if len(cells) > len(header) and any(cell.strip() for cell in cells[len(header) :]):
        raise _RowError(f"has {len(cells)} cells where the header has {len(header)}")
    row = {name: cell.strip() for name, cell in zip(header, cells, strict=False)}
    via = _read_one(row.get("via", ""), "via")
    if not via:
        raise _RowError("names no via")
    destination = _read_one(row.get("destination", ""), "destination")
    if via == destination:
        raise _RowError(f"has {territory_name(via)} as both via and destination")
    origins = tuple(one for one in _read_origins(row.get("origin", "")) if one not in (via, destination))
    goods = read_goods_scope(row.get("goods", ""))
    period = _read_period(row.get("from", ""), row.get("to", ""))
    hubs = _read_hubs(row.get("hubs", ""))
    return Channel(
        id=channel_id("file", via, destination, goods.text.casefold(), *origins, period, *hubs),
        name=row.get("name") or name_channel(via, destination, goods),
        origins=origins,
        via=via,
        destination=destination,
        goods=goods,
        period=period,
        grounds=(ChannelGround(kind="file", reference=f"{file}, row {number}", text=_row_words(row)),),
        hubs=hubs,
        corridors=find_corridors(via, destination),
        issues=_issues(destination, goods),
    )


def _row_words(row: Mapping[str, str]) -> str:
    return "; ".join(f"{name}: {cell}" for name, cell in row.items() if cell)


def _read_one(cell: str, column: str) -> str:
    parts = _parts(cell)
    if len(parts) > 1:
        raise _RowError(f"has several territories as {column} ({cell}); write a row for each")
    return _read_territory(parts[0], column) if parts else ""


def _read_origins(cell: str) -> tuple[str, ...]:
    found: dict[str, None] = {}
    for part in _parts(cell):
        if part.casefold() == _COALITION:
            members = (row["iso2"] for row in load_table("gecc_members").rows)
            found.update(dict.fromkeys(one for one in members if one != UNION))
        elif part.upper() == UNION or part.casefold() == "european union":
            found[UNION] = None
        else:
            found[_read_territory(part, "origin")] = None
    return tuple(sorted(found))


def _read_territory(word: str, column: str) -> str:
    if word.upper() in list_territories():
        return word.upper()
    found = {entry.iso2 for entry in find_entries(word) if entry.actor.kind == "country"}
    if len(found) != 1:
        raise _RowError(f"has {word!r} as {column}, which names no territory; give a code such as AM, or a name")
    return found.pop()


def _read_hubs(cell: str) -> tuple[str, ...]:
    found = []
    for part in _parts(cell):
        hub = find_hub(part)
        if hub is None:
            raise _RowError(f"has {part!r} among its hubs, which `entrepot facts hubs` does not list")
        found.append(hub)
    return tuple(sorted(set(found)))


def _read_period(first: str, last: str) -> Interval | None:
    start, end = _read_end(first, "from", at_end=False), _read_end(last, "to", at_end=True)
    if start is None and end is None:
        return None
    if start and end and end < start:
        raise _RowError(f"ends ({last}) before it begins ({first})")
    granularity: Granularity = "day" if start == end else "range"
    return Interval(start=start, end=end, granularity=granularity)


def _read_end(cell: str, column: str, *, at_end: bool) -> str | None:
    if not cell:
        return None
    found = _DAY.fullmatch(cell)
    try:
        if found is None:
            raise ValueError("no day, month or year")
        year, month, day = int(found[1]), int(found[2] or (12 if at_end else 1)), int(found[3] or 0)
        return date(year, month, day or (monthrange(year, month)[1] if at_end else 1)).isoformat()
    except ValueError as error:
        raise _RowError(f"has {cell!r} as {column} ({error}); write 2022, 2022-03 or 2022-03-01") from error


def _parts(cell: str) -> list[str]:
    return [part for part in (part.strip() for part in re.split("[;,]", cell)) if part]


def _issues(destination: str, goods: GoodsScope) -> tuple[Issue, ...]:
    found = []
    if not destination:
        message = "No destination is given, so that the channel cannot be tested as a whole."
        found.append(Issue(code="destination_open", message=message))
    if not goods.codes:
        found.append(Issue(code="goods_unresolved", message=unresolved_sentence(goods)))
    return tuple(found)


def _distinct(channels: list[Channel]) -> tuple[Channel, ...]:
    """Rows that say the same are one channel, with both rows as its grounds."""
    found: dict[str, Channel] = {}
    for one in channels:
        known = found.get(one.id)
        found[one.id] = replace(known, grounds=(*known.grounds, *one.grounds)) if known else one
    return tuple(found.values())
