"""`entrepot trade surge|onward|link|gap|substitution|unit-values|screen`: questions to a case's customs records."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, TypeVar

import click

from entrepot.cli.options import case_argument, json_option
from entrepot.cli.trade_answers import asking
from entrepot.cli.trade_words import FiniteNumber, read_comparison, read_factors, read_one_territory, read_rates

if TYPE_CHECKING:
    from entrepot.trade.questions.leg import LegQuestion

Command = TypeVar("Command", bound=Callable[..., Any])


keep_option = click.option("--keep", is_flag=True, help="Keep the answer in the case, so that its dossier shows it.")
plot_option = click.option(
    "--plot", type=click.Path(path_type=Path), metavar="FILE.svg", help="Draw the picture that goes with the question."
)


def question_options(command: Command) -> Command:
    """The command with the options that every question has."""
    for option in (
        case_argument,
        json_option,
        keep_option,
        plot_option,
        click.option("--dataset", default="", metavar="NAME", help=(
            "Use this collection of the case's (comext, "
            "comtrade)."
        )),
        click.option(
            "--engine", default="duckdb", show_default=True, metavar="ENGINE",
            help="duckdb, local (Spark on this machine) or spark://HOST:PORT.",
        ),
        click.option(
            "--concordance", "concordances", multiple=True, type=click.Path(path_type=Path), metavar="CSV",
            help="Revisions of the Harmonized System, as the UN circulates them (may be repeated).",
        ),
        click.option(
            "--product", default="all", show_default=True, metavar="GOODS",
            help=(
                "Codes or headings (8703,851713), chpl, chpl:TIER, @FILE, all, TOTAL; after a minus what to "
                "leave out."
            ),
        ),
    ):  # fmt: skip
        command = option(command)
    return command


def window_options(command: Command) -> Command:
    """The command with the two windows that it compares."""
    for option in (
        click.option("--after", required=True, metavar="FROM/TO", help="Months of the second window: 2022-03/2022-11."),
        click.option("--before", required=True, metavar="FROM/TO", help="The same calendar months earlier."),
    ):
        command = option(command)
    return command


reporter_option = click.option(
    "--reporter", default="", metavar="TERRITORIES", help="Who reports: DE,PL, EU, coalition; all where none is given."
)
via_option = click.option("--via", required=True, metavar="TERRITORIES", help="The third territory, or several.")
destination_option = click.option(
    "--destination", default="", metavar="TERRITORY", help="Where goods are said to go on to."
)
compared_option = click.option(
    "--compared", default="", metavar="TERRITORIES", help="Partners to compare with, instead of all but known hubs."
)
others_option = click.option(
    "--others", default="", metavar="GOODS", help="Goods to compare with, instead of all but the product."
)
growth_option = click.option(
    "--least-growth", type=FiniteNumber(min=0), default=25.0, show_default=True, metavar="PERCENT",
    help="Growth beyond that of others that counts.",
)  # fmt: skip
rate_option = click.option(
    "--rate",
    "rates",
    multiple=True,
    metavar="CUR=RATE",
    help="Worth of one unit in the exporters' currency (USD=0.95).",
)


@click.command("surge")
@question_options
@window_options
@reporter_option
@via_option
@destination_option
@compared_option
@others_option
@growth_option
def surge(**given: Any) -> None:
    """Did a coalition's exports of goods to a third territory grow beyond what else grew? (first leg)"""
    _ask_leg("surge", given, reporters=given["reporter"], partners=given["via"])


@click.command("onward")
@question_options
@window_options
@via_option
@click.option("--destination", required=True, metavar="TERRITORY", help="Where the goods are said to go on to.")
@compared_option
@others_option
@growth_option
def onward(**given: Any) -> None:
    """Did a third territory's exports of goods to the destination grow beyond what else grew? (second leg)"""
    _ask_leg("onward", given, reporters=given["via"], partners=given["destination"])


@click.command("link")
@question_options
@reporter_option
@click.option("--via", required=True, metavar="TERRITORY", help="The third territory.")
@click.option("--destination", required=True, metavar="TERRITORY", help="Where the goods are said to go on to.")
@click.option("--span", required=True, metavar="FROM/TO", help="The months looked at: 2020-01/2022-12.")
@click.option("--lags", type=click.IntRange(0, 12), default=3, show_default=True, help="Months between the two legs.")
def link(**given: Any) -> None:
    """Do both legs of a channel rise and fall together, product by product and month by month?"""
    from entrepot.pipeline.trade_questions import read_territories
    from entrepot.trade.classifications.selectors import read_goods
    from entrepot.trade.questions.link import LinkQuestion, assess_link
    from entrepot.trade.questions.windows import read_window

    span = read_window(given["span"])
    question = LinkQuestion(
        reporters=read_territories(given["reporter"], span.start),
        via=read_one_territory(given["via"], span.start),
        destination=read_one_territory(given["destination"], span.start),
        goods=read_goods(given["product"]),
        span=span,
        lags=given["lags"],
        dataset=given["dataset"],
    )
    with asking(given) as asked:
        asked.answer(question, [assess_link(asked.engine, question, asked.records)])


@click.command("gap")
@question_options
@click.option("--exporter", required=True, metavar="TERRITORIES", help="Who reports the exports.")
@click.option("--importer", required=True, metavar="TERRITORY", help="Who reports the imports.")
@click.option("--window", required=True, metavar="FROM/TO", help="The months compared.")
@click.option("--before", default="", metavar="FROM/TO", help="An earlier window, to look at additional exports.")
@click.option("--placebo", default="", metavar="TERRITORIES", help="Other importers, to set beside it.")
@click.option(
    "--freight", default="1.03/1.20", show_default=True, metavar="LOW/HIGH", help="Plausible CIF/FOB factors."
)
@rate_option
def gap(**given: Any) -> None:
    """Do an importer's records show what the exporters say they sent there, and are exports orphaned?"""
    from entrepot.pipeline.trade_questions import read_territories
    from entrepot.trade.classifications.selectors import read_goods
    from entrepot.trade.questions.gap import assess_gap
    from entrepot.trade.questions.pair import GapQuestion
    from entrepot.trade.questions.windows import read_window

    window = read_window(given["window"])
    question = GapQuestion(
        exporters=read_territories(given["exporter"], window.start),
        importer=read_one_territory(given["importer"], window.start),
        goods=read_goods(given["product"]),
        window=window,
        before=read_window(given["before"]) if given["before"] else None,
        placebos=read_territories(given["placebo"], window.start),
        factors=read_factors(given["freight"]),
        rates=read_rates(given["rates"]),
        dataset=given["dataset"],
    )
    with asking(given) as asked:
        asked.answer(question, assess_gap(asked.engine, question, asked.records))


@click.command("substitution")
@question_options
@window_options
@reporter_option
@via_option
@click.option("--destination", required=True, metavar="TERRITORY", help="With whom direct trade was lost.")
@rate_option
def substitution(**given: Any) -> None:
    """How much of a lost direct trade can third territories have replaced, at the least and at the most?"""
    from entrepot.pipeline.trade_questions import read_territories
    from entrepot.trade.classifications.selectors import read_goods
    from entrepot.trade.questions.substitution import SubstitutionQuestion, assess_substitution

    windows = read_comparison(given["before"], given["after"])
    day = windows.before.start
    question = SubstitutionQuestion(
        reporters=read_territories(given["reporter"], day),
        destination=read_one_territory(given["destination"], day),
        vias=read_territories(given["via"], day),
        goods=read_goods(given["product"]),
        windows=windows,
        dataset=given["dataset"],
        rates=read_rates(given["rates"]),
    )
    with asking(given) as asked:
        asked.answer(question, [assess_substitution(asked.engine, question, asked.records)])


@click.command("unit-values")
@question_options
@window_options
@reporter_option
@click.option("--partner", default="", metavar="TERRITORIES", help="With whom; all where none is given.")
@click.option("--flow", type=click.Choice(["export", "import"]), default="export", show_default=True)
@click.option(
    "--least-change", type=FiniteNumber(min=0, min_open=True), default=20.0, show_default=True, metavar="PERCENT",
    help="What counts.",
)  # fmt: skip
def unit_values(**given: Any) -> None:
    """Did the value of a kilogram change? Only for records that carry weights."""
    from entrepot.pipeline.trade_questions import read_territories
    from entrepot.trade.classifications.selectors import read_goods
    from entrepot.trade.questions.unit_values import UnitValueQuestion, assess_unit_values

    windows = read_comparison(given["before"], given["after"])
    question = UnitValueQuestion(
        reporters=read_territories(given["reporter"], windows.before.start),
        partners=read_territories(given["partner"], windows.before.start),
        goods=read_goods(given["product"]),
        windows=windows,
        flow=given["flow"],
        dataset=given["dataset"],
        least_change=given["least_change"] / 100,
    )
    with asking(given) as asked:
        asked.answer(question, [assess_unit_values(asked.engine, question, asked.records)])


@click.command("screen")
@question_options
@window_options
@reporter_option
@click.option("--partner", default="", metavar="TERRITORIES", help="With whom; all where none is given.")
@click.option("--flow", type=click.Choice(["export", "import"]), default="export", show_default=True)
@click.option("--digits", type=click.IntRange(2, 10), default=6, show_default=True, help="Width of a product.")
@click.option(
    "--least-value", type=FiniteNumber(min=0), default=1e6, show_default=True,
    help="Value after, in the records' currency.",
)  # fmt: skip
@click.option("--least-growth", type=FiniteNumber(min=0), default=100.0, show_default=True, metavar="PERCENT")
@click.option("--level", type=FiniteNumber(0, 1), default=0.05, show_default=True, help="False discovery rate.")
@click.option("--limit", type=click.IntRange(0), default=50, show_default=True, help="Channels with a finding each.")
def screen(**given: Any) -> None:
    """Which channels of all grew by a rule, how many would by chance, and how many did at a placebo date?"""
    from entrepot.pipeline.trade_questions import read_territories
    from entrepot.trade.classifications.selectors import read_goods
    from entrepot.trade.questions.channels import ScreenQuestion
    from entrepot.trade.questions.screen import assess_screen

    windows = read_comparison(given["before"], given["after"])
    question = ScreenQuestion(
        goods=read_goods(given["product"]),
        windows=windows,
        reporters=read_territories(given["reporter"], windows.before.start),
        partners=read_territories(given["partner"], windows.before.start),
        flow=given["flow"],
        digits=given["digits"],
        least_value=given["least_value"],
        least_growth=given["least_growth"],
        level=given["level"],
        limit=given["limit"],
        dataset=given["dataset"],
    )
    with asking(given) as asked:
        asked.answer(question, assess_screen(asked.engine, question, asked.records))


def _ask_leg(kind: Literal["surge", "onward"], given: dict[str, Any], *, reporters: str, partners: str) -> None:
    from entrepot.trade.questions.ends import require_apart
    from entrepot.trade.questions.surge import assess_surge

    question = _leg_question(given, reporters, partners)
    if kind == "surge":
        require_apart((question.destination,), question.via, ("the destination", "the third territory"))
    with asking(given) as asked:
        asked.answer(question, [assess_surge(asked.engine, question, asked.records, kind)])


def _leg_question(given: dict[str, Any], reporters: str, partners: str) -> "LegQuestion":
    from entrepot.pipeline.trade_questions import read_territories
    from entrepot.trade.classifications.selectors import read_goods
    from entrepot.trade.questions.leg import LegQuestion

    windows = read_comparison(given["before"], given["after"])
    day = windows.before.start
    return LegQuestion(
        reporters=read_territories(reporters, day),
        via=read_territories(partners, day),
        goods=read_goods(given["product"]),
        windows=windows,
        destination=read_one_territory(given["destination"], day) if given["destination"] else "",
        compared=read_territories(given["compared"], day),
        others=read_goods(given["others"]) if given["others"] else None,
        dataset=given["dataset"],
        least_growth=given["least_growth"] / 100,
    )


QUESTIONS = (surge, onward, link, gap, substitution, unit_values, screen)
