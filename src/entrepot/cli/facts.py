"""`entrepot facts`: the reference tables with their sources."""

from typing import TYPE_CHECKING

import click

from entrepot.cli.options import json_option
from entrepot.cli.output import out_console, plain, print_record
from entrepot.errors import CallError

if TYPE_CHECKING:
    from entrepot.reference.tables import Row, Table


@click.command()
@click.argument("table_name", metavar="[TABLE]", required=False)
@click.argument("key", metavar="[KEY]", required=False)
@json_option
def facts(table_name: str | None, key: str | None, as_json: bool) -> None:
    """Show the facts that judgements rest on: all tables, the rows of TABLE, or its row KEY with its source."""
    from entrepot.reference.tables import list_tables, load_table

    if table_name is None:
        _show_tables([load_table(name) for name in list_tables()], as_json)
        return
    table = load_table(table_name)
    rows = table.rows if key is None else _rows_of(table, key)
    if as_json:
        for row in rows:
            print_record(dict(row))
    elif key is None:
        _show_rows(table)
    else:
        _show_details(table, rows)


def _rows_of(table: "Table", key: str) -> tuple["Row", ...]:
    row = table.find_row(key)
    if row is None:
        raise CallError(
            f"The table {table.name} has no row with the {table.card.key} '{key}'; "
            f"`entrepot facts {table.name}` lists them."
        )
    return (row,)


def _show_tables(tables: list["Table"], as_json: bool) -> None:
    """Every table with its title, the number of its rows, its producer and its state."""
    from rich.table import Table as Grid

    if as_json:
        for table in tables:
            card = table.card
            print_record(
                {
                    "table": table.name,
                    "title": card.title,
                    "rows": len(table.rows),
                    "key": card.key,
                    "producer": card.producer,
                    "citation": card.citation,
                    "licence": card.licence,
                    "compiled_on": card.compiled_on,
                    "state_of_knowledge": card.state_of_knowledge,
                    "columns": dict(card.columns),
                    "notes": card.notes,
                }
            )
        return
    grid = Grid("table", "rows", "what it says", "state of knowledge", box=None, pad_edge=False)
    for table in tables:
        grid.add_row(table.name, str(len(table.rows)), plain(table.card.title), plain(table.card.state_of_knowledge))
    out_console().print(grid)


def _show_rows(table: "Table") -> None:
    """The table's card, then each row's key and what else fits on a line or two."""
    from rich.text import Text

    console = out_console()
    card = table.card
    console.print(Text(f"{table.name}: {plain(card.title)}", style="bold"))
    for label, value in (
        ("producer", card.producer),
        ("citation", card.citation),
        ("licence", card.licence),
        ("state", card.state_of_knowledge),
        ("notes", card.notes),
    ):
        if value:
            console.print(Text(f"{label}: {plain(value)}", style="dim"))
    for row in table.rows:
        line = Text(f"\n{plain(row[card.key])}", style="bold")
        said = "; ".join(f"{name} {plain(value)}" for name, value in row.items() if value and name != card.key)
        console.print(line.append(f"  {said}", style="not bold"))


def _show_details(table: "Table", rows: tuple["Row", ...]) -> None:
    """One fact, a column a line, each with what the column means."""
    from rich.table import Table as Grid

    grid = Grid(box=None, show_header=False, pad_edge=False)
    grid.add_column(style="bold", no_wrap=True)
    grid.add_column(overflow="fold")
    grid.add_column(style="dim")
    for row in rows:
        for name, value in row.items():
            grid.add_row(name, plain(value) or "-", plain(table.card.columns.get(name, "")))
    out_console().print(grid)
