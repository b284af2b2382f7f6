"""`entrepot trade panel`: did flows rise from a month on, beyond their comparisons? A Poisson panel."""

from pathlib import Path
from typing import Any

import click

from entrepot.cli.options import case_argument, json_option
from entrepot.cli.trade_answers import asking
from entrepot.cli.trade_questions import keep_option
from entrepot.cli.trade_words import FiniteNumber


@click.command("panel")
@case_argument
@click.option(
    "--reporters", "--reporter", required=True, metavar="TERRITORIES", help="Who reports: DE,PL, EU, coalition."
)
@click.option("--via", required=True, metavar="TERRITORIES", help="The third territory, or several taken together.")
@click.option(
    "--comparison",
    "--compared",
    default="",
    metavar="TERRITORIES",
    help="Territories compared with, each a placebo.",
)
@click.option(
    "--products",
    "--product",
    required=True,
    metavar="GOODS",
    help="Codes or headings, chpl, chpl:TIER or @FILE.",
)
@click.option("--from", "since", required=True, metavar="MONTH", help="The first month after the change: 2022-03.")
@click.option("--span", default="", metavar="FROM/TO", help="The months used; all where none are given.")
@click.option("--leave-out", "left_out", default="", metavar="GOODS", help="Goods on neither side, such as 27 (fuels).")
@click.option(
    "--by",
    "unit",
    type=click.Choice(["group", "product"]),
    default="group",
    show_default=True,
    help="A row for the goods together, or for each six-digit product.",
)
@click.option(
    "--rest",
    type=click.Choice(["auto", "codes", "total", "none"]),
    default="auto",
    show_default=True,
    help="Goods to compare with: other codes, or the total less the goods.",
)
@click.option("--keep-changed", is_flag=True, help="Keep codes that a new edition of the nomenclature changed.")
@click.option(
    "--relevant",
    "relevant_percent",
    type=FiniteNumber(min=0, min_open=True),
    default=50.0,
    show_default=True,
    metavar="PERCENT",
    help="The rise that must be excluded before there is said to be none.",
)
@click.option("--dataset", default="", metavar="NAME", help="Use this collection of the case's (comext, comtrade).")
@click.option(
    "--concordance",
    "concordances",
    multiple=True,
    type=click.Path(path_type=Path),
    metavar="CSV",
    help="Revisions of the Harmonized System, as the UN circulates them (may be repeated).",
)
@json_option
@keep_option
def panel(case_name: str, concordances: tuple[Path, ...], as_json: bool, keep: bool, **given: Any) -> None:
    """Did flows of goods to a territory rise from a month on, beyond other goods and other territories?

    A Poisson model with fixed effects, zeros kept; with trends before the month, placebo territories and a placebo
    year. Needs pyfixest: pip install 'entrepot[panel]'.
    """
    from entrepot.pipeline.trade_panel import PanelWords, read_panel_question
    from entrepot.trade.panel import ask_panel
    from entrepot.trade.panel.poisson import load_pyfixest

    question = read_panel_question(PanelWords(**given))
    load_pyfixest()
    with asking(
        {"case_name": case_name, "concordances": concordances, "as_json": as_json, "keep": keep, "plot": None}
    ) as asked:
        asked.answer(question, [ask_panel(asked.engine, question, asked.records)])
