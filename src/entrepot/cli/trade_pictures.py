"""`entrepot trade plot series|flows|gap`: pictures of customs records as SVG."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from entrepot.cli.dates import right_now
from entrepot.cli.options import case_argument, json_option
from entrepot.cli.trade_answers import write_picture
from entrepot.cli.trade_words import goods_words, read_comparison, read_factors, read_one_territory, territory_words
from entrepot.errors import CallError

if TYPE_CHECKING:
    from entrepot.pipeline.trade_questions import AskedRecords
    from entrepot.trade.pictures import MeasureDate

Command = TypeVar("Command", bound=Callable[..., Any])
_LINES = 2
"""Lines that one picture of months holds."""


@click.group("plot")
def plot() -> None:
    """Draw customs records: months with measures, flows by way of a territory, both sides of a pair by year."""


def picture_options(command: Command) -> Command:
    """The command with the options that every picture has."""
    for option in (
        case_argument,
        json_option,
        click.option("--dataset", default="", metavar="NAME", help="Use this collection of the case's."),
        click.option(
            "--output", required=True, type=click.Path(path_type=Path, allow_dash=True), metavar="FILE.svg",
            help="Where the picture goes, or - for standard output.",
        ),
        click.option("--title", default="", metavar="TEXT", help="Title, where another than usual is wanted."),
        click.option(
            "--product", "--products", default="all", show_default=True, metavar="GOODS",
            help="Codes or headings, chpl, chpl:TIER, @FILE, all, TOTAL; after a minus what to leave out.",
        ),
    ):  # fmt: skip
        command = option(command)
    return command


@plot.command("series")
@picture_options
@click.option(
    "--flow", "legs", multiple=True, required=True, metavar="FROM>TO",
    help="Exports of FROM to TO, such as EU>AM; give it twice for two lines.",
)  # fmt: skip
@click.option("--span", default="", metavar="FROM/TO", help="The months shown; all where none are given.")
@click.option(
    "--measure", "measures", multiple=True, metavar="DAY=NAME", help="A day to mark, such as 2022-03-15=Luxury goods."
)
def series(**given: Any) -> None:
    """Draw one or two flows month by month, with the days of measures."""
    from entrepot.pipeline.trade_questions import read_territories
    from entrepot.trade.classifications.selectors import read_goods
    from entrepot.trade.pictures import draw_series
    from entrepot.trade.pictures.records import read_series
    from entrepot.trade.questions.scope import Scope
    from entrepot.trade.questions.windows import read_window

    measures = [_read_measure(text) for text in given["measures"]]
    window = read_window(given["span"]) if given["span"] else None
    if len(given["legs"]) > _LINES:
        raise CallError("A picture holds one or two flows; draw the others in another one.")
    day = window.start if window else right_now().date()
    found = []
    with _open_engine(given["case_name"]) as asked:
        for text in given["legs"]:
            source, target = _read_leg(text)
            scope = Scope(
                flow="export",
                goods=read_goods(given["product"]),
                reporters=read_territories(source, day),
                partners=read_territories(target, day),
                dataset=given["dataset"],
            )
            label = f"Exports of {territory_words(source)} to {territory_words(target)}"
            found.append(read_series(asked.engine, scope, window, label))
    if len({one.currency for one in found}) > 1:
        raise CallError("The two flows are in different currencies and cannot share an axis; draw them apart.")
    title = given["title"] or goods_words(given["product"]).capitalize()
    svg = draw_series([one.series for one in found], measures, found[0].currency, title)
    shown = [one.series for one in found]
    _finish(svg, given, {"title": title, "currency": found[0].currency, "series": shown, "measures": measures})


@plot.command("flows")
@picture_options
@click.option("--reporter", "--origin", "origins", required=True, metavar="TERRITORIES", help="Who sends, as one.")
@click.option("--via", required=True, metavar="TERRITORIES", help="The territories between, each by itself.")
@click.option("--destination", required=True, metavar="TERRITORY", help="Where the goods are said to go on to.")
@click.option("--before", required=True, metavar="FROM/TO", help="Months of the first window: 2021-03/2021-11.")
@click.option("--after", required=True, metavar="FROM/TO", help="The same calendar months later.")
def flows(**given: Any) -> None:
    """Draw the flows from origins by way of territories to a destination, before and after."""
    from entrepot.pipeline.trade_questions import read_territories
    from entrepot.reference.territories import territory_name
    from entrepot.trade.classifications.selectors import read_goods
    from entrepot.trade.pictures import Columns, draw_bands
    from entrepot.trade.pictures.records import ChannelQuestion, read_channel
    from entrepot.trade.questions.ends import require_apart, require_named

    windows = read_comparison(given["before"], given["after"])
    day = windows.after.start
    destination = read_one_territory(given["destination"], day)
    vias = read_territories(given["via"], day)
    names = {code: territory_name(code) for code in (*vias, destination)} | {"": territory_words(given["origins"])}
    question = ChannelQuestion(
        origins=read_territories(given["origins"], day),
        vias=vias,
        destination=destination,
        goods=read_goods(given["product"]),
        windows=windows,
        dataset=given["dataset"],
    )
    require_named(vias, "third territory")
    require_apart((destination,), vias, ("the destination", "a third territory"))
    with _open_engine(given["case_name"]) as asked:
        panels, currency = read_channel(asked.engine, question, names)
    columns = Columns(origins=(names[""],), vias=tuple(names[via] for via in vias), destinations=(names[destination],))
    if not any(band.value for one in panels for band in one.bands):
        raise CallError("The records hold none of these flows in the two windows; see `entrepot trade status`.")
    title = given["title"] or f"{names['']} to {names[destination]}: {goods_words(given['product'])}"
    svg = draw_bands(panels, columns, currency, title)
    _finish(svg, given, {"title": title, "currency": currency, "windows": panels})


@plot.command("gap")
@picture_options
@click.option("--exporter", required=True, metavar="TERRITORIES", help="Who reports the exports.")
@click.option("--importer", required=True, metavar="TERRITORY", help="Who reports the imports.")
@click.option("--years", required=True, metavar="FROM/TO", help="The years shown: 2018/2023.")
@click.option(
    "--freight", default="1.03/1.20", show_default=True, metavar="LOW/HIGH", help="Plausible CIF/FOB factors."
)
def gap(**given: Any) -> None:
    """Draw what both sides of a pair report, year by year."""
    from entrepot.pipeline.trade_questions import read_territories
    from entrepot.trade.classifications.selectors import read_goods
    from entrepot.trade.pictures import MirrorLabels, draw_mirror
    from entrepot.trade.pictures.records import read_mirror_years
    from entrepot.trade.questions.pair import GapQuestion
    from entrepot.trade.questions.windows import read_window

    window = read_window(given["years"])
    question = GapQuestion(
        exporters=read_territories(given["exporter"], window.start),
        importer=read_one_territory(given["importer"], window.start),
        goods=read_goods(given["product"]),
        window=window,
        dataset=given["dataset"],
    )
    with _open_engine(given["case_name"]) as asked:
        years, currency = read_mirror_years(asked.engine, question, asked.records)
    if all(one.exports is None and one.imports is None for one in years):
        raise CallError("Neither side has records that can be compared in these years; see `entrepot trade status`.")
    exporter, importer = territory_words(given["exporter"]), territory_words(given["importer"])
    labels = MirrorLabels(
        exports=f"Exports of {exporter} to {importer} (FOB)",
        imports=f"Imports of {importer} from {exporter} (CIF)",
        currency=currency,
        title=given["title"] or f"{exporter} and {importer}: {goods_words(given['product'])}",
    )
    svg = draw_mirror(years, labels, read_factors(given["freight"]))
    _finish(svg, given, {"title": labels.title, "currency": currency, "years": years})


def _finish(svg: str, given: dict[str, Any], data: dict[str, Any]) -> None:
    """The picture is written; with `--json` what it shows is printed."""
    write_picture(svg, given["output"])
    if given["as_json"]:
        from entrepot.store.codec import encode_json

        click.echo(encode_json({"output": str(given["output"]), **data}))


@contextmanager
def _open_engine(case_name: str) -> "Iterator[AskedRecords]":
    """The records of the case in an engine."""
    from entrepot.pipeline.trade_questions import open_trade_records
    from entrepot.store import open_case

    with open_case(case_name, read_only=True) as opened, open_trade_records(opened) as asked:
        yield asked


def _read_measure(text: str) -> "MeasureDate":
    """A day and its name, or a measure of the reference table by its id."""
    from entrepot.reference.tables import load_table
    from entrepot.trade.pictures import MeasureDate

    row = load_table("measures").find_row(text.strip())
    if row is None and "=" not in text:
        raise CallError(
            f"--measure {text!r} is no dated measure; write 2022-03-15=NAME, or an id of `entrepot facts measures`."
        )
    day, label = (row["start"], f"{row['jurisdiction']}: {row['title']}") if row else text.split("=", 1)
    try:
        return MeasureDate(day=date.fromisoformat(day.strip()), label=label.strip())
    except ValueError as error:
        raise CallError(f"--measure {text!r}: {day.strip()!r} is no day; write it as 2022-03-15.") from error


def _read_leg(text: str) -> tuple[str, str]:
    source, arrow, target = text.partition(">")
    if not arrow or not source.strip() or not target.strip():
        raise CallError(f"--flow {text!r} names no flow; write FROM>TO, such as EU>AM.")
    return source.strip(), target.strip()
