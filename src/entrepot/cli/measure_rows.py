"""Rows of law and files of the user's as tables for people."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from entrepot.cli.output import out_console, plain

if TYPE_CHECKING:
    from entrepot.model.interval import Interval
    from entrepot.model.measure import Measure


def print_rows(rows: "Sequence[Measure]") -> None:
    """A row of law a line, in order of time."""
    from rich.table import Table

    grid = Table("from", "to", "id", "issuer", "targets", "kinds", "act", box=None, pad_edge=False)
    for row in rows:
        days = (_day_words(row.valid_from) or "?", _day_words(row.valid_to))
        texts = (*days, row.id, row.issuer, " ".join(row.targets), ", ".join(row.kinds).replace("_", " "))
        grid.add_row(*map(plain, texts), plain(row.legal_act))
    out_console().print(grid)


def print_measure(row: "Measure") -> None:
    """Everything on a row, a fact a line."""
    from rich.table import Table
    from rich.text import Text

    console = out_console()
    console.print(Text(f"{row.id}  {plain(row.title)}", style="bold"))
    grid = Table(box=None, show_header=False, pad_edge=False)
    grid.add_column(style="dim", no_wrap=True)
    grid.add_column(overflow="fold")
    for label, value in _facts(row):
        if value:
            grid.add_row(label, plain(value))
    console.print(grid)
    console.print()


def _facts(row: "Measure") -> list[tuple[str, str]]:
    """What a row says, in the order in which a lawyer asks for it."""
    listed = [f"{one.nomenclature} {one.code}{'' if one.extent == 'whole' else ' in part'}" for one in row.goods_lists]
    limits = [
        " ".join((limit.kind, *limit.targets, *(("from", _day_words(limit.valid_from)) if limit.valid_from else ())))
        for limit in row.kind_limits
    ]
    return [
        ("issuer", row.issuer),
        ("body of law", row.programme),
        ("towards", ", ".join(row.targets)),
        ("kinds", ", ".join(row.kinds)),
        ("of these", "; ".join(limits)),
        ("direction", row.direction.replace("_", " ")),
        ("act", row.legal_act),
        ("article", row.article),
        ("valid from", f"{_day_words(row.valid_from) or 'not known'} ({row.date_basis})"),
        ("valid to", _day_words(row.valid_to) or "open"),
        ("announced", _day_words(row.announced)),
        ("wind-down to", _day_words(row.wind_down_to)),
        ("status", f"{row.status}{': ' if row.status_note else ''}{row.status_note}"),
        ("contested by", ", ".join(row.contested_by)),
        ("scope", row.scope),
        ("summary", row.summary),
        ("goods", f"{row.goods.text} ({row.goods.resolution})" if row.goods else ""),
        ("codes listed", ", ".join(listed)),
        ("exceptions", "; ".join(row.exceptions)),
        ("follows", ", ".join((*row.follows, *(f"{one} in part" for one in row.follows_in_part)))),
        ("lifts", ", ".join(row.lifts)),
        ("eases", ", ".join(row.eases)),
        ("touches", ", ".join(row.relieves)),
        ("in place of", ", ".join(row.supersedes)),
        ("source", row.source),
        ("checked", f"{row.checked}; known to hold on {row.observed_on}"),
        ("stands in", row.table),
    ]


def _day_words(when: "Interval | None") -> str:
    if when is None or when.start is None:
        return ""
    return {"year": when.start[:4], "month": when.start[:7]}.get(when.granularity, when.start)


def print_files(rows: Sequence[Mapping[str, Any]]) -> None:
    """A file of the user's a line, then what was refused of them."""
    from rich.table import Table
    from rich.text import Text

    grid = Table("file", "rows", "refused", "added", "sha256", "title", box=None, pad_edge=False)
    for row in rows:
        texts = (row["file"], row["rows"], row["refused"], row["added_at"], row["sha256"][:12], row["title"])
        grid.add_row(*(plain(str(text)) for text in texts))
    out_console().print(grid)
    for row in rows:
        for message in row["issues"]:
            out_console().print(Text(f"  {plain(message)}", style="dim"), soft_wrap=True)
