"""`entrepot close CHANNEL`: what a tighter measure would close of a channel, and what lawful trade it would hit."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from entrepot.cli.closing_lines import print_estimates, print_levers
from entrepot.cli.dates import right_now
from entrepot.cli.options import Command, json_option
from entrepot.cli.output import counted, warn
from entrepot.cli.trade_words import read_comparison, read_rates
from entrepot.errors import CallError

if TYPE_CHECKING:
    from entrepot.model.channel import Channel
    from entrepot.pipeline.closing import ClosingAnswer, ClosingRequest
    from entrepot.store.casefile import CaseFile

_LATEST = date(2100, 1, 1)


def _refuse(context: click.Context, parameter: click.Parameter, value: bool) -> None:
    """An order of routes or a list of substitutes is refused, with the reason."""
    if value:
        from entrepot.channels.closure_words import FROM_MEASURE_TO_EFFECT

        raise CallError(FROM_MEASURE_TO_EFFECT)


def _refused(name: str) -> Callable[[Command], Command]:
    """An option that no question has, so that asking is answered instead of being an unknown option."""
    return click.option(name, is_flag=True, hidden=True, expose_value=False, is_eager=True, callback=_refuse)


@click.command("close")
@click.argument("channel", metavar="CHANNEL")
@click.option("--case", "case_name", required=True, metavar="CASE", help="The case with the channel and the records.")
@click.option(
    "--lever", "levers", multiple=True, metavar="LEVER",
    help="L01, with :goods=8703, :issuers=EU, :territory=AM, :object=NAME as needed (may be repeated).",
)  # fmt: skip
@click.option("--list-levers", "listed", is_flag=True, help="Which levers there are, and what records can say of each.")
@click.option("--budget", default="", metavar="AMOUNT", help="Choose among the bans: lawful trade a year, as 50mEUR.")
@click.option(
    "--choose", type=click.Choice(["low", "mid", "high"]), default="mid", show_default=True,
    help="Which figure of the closed amount the choice goes by.",
)  # fmt: skip
@click.option("--before", default="", metavar="FROM/TO", help="Months before the measures: 2021-03/2021-11.")
@click.option("--after", default="", metavar="FROM/TO", help="The same calendar months later: 2022-03/2022-11.")
@click.option("--since", default="", metavar="DAY", help="Instead of windows: the day that parts before from after.")
@click.option("--currency", default="", metavar="CUR", help="Currency of the figures, instead of that of the records.")
@click.option(
    "--rate", "rates", multiple=True, metavar="CUR=RATE", help="Worth of one unit in that currency (USD=0.95)."
)
@click.option("--dataset", default="", metavar="NAME", help="Use this collection of exports (comext, comtrade).")
@click.option(
    "--engine", default="duckdb", show_default=True, metavar="ENGINE",
    help="duckdb, local (Spark on this machine) or spark://HOST:PORT.",
)  # fmt: skip
@click.option(
    "--concordance", "concordances", multiple=True, type=click.Path(path_type=Path), metavar="CSV",
    help="Revisions of the Harmonized System, as the UN circulates them (may be repeated).",
)  # fmt: skip
@json_option
@click.option("--keep", is_flag=True, help="Keep the estimates in the case, so that its dossier shows them.")
@_refused("--rank-routes")
@_refused("--substitutes")
@_refused("--rank")
def close(channel: str, case_name: str, listed: bool, keep: bool, as_json: bool, **given: Any) -> None:
    """What would a tighter measure close of a channel, and what lawful trade would it hit?

    CHANNEL is the id or the name of a channel that the case keeps, or territories and goods as
    ORIGIN>VIA>DESTINATION:GOODS (AM>RU:8703), in quotes. Figures are ranges, a year; they go from a measure to its
    effect only.
    """
    from entrepot.pipeline.closing import describe_levers
    from entrepot.pipeline.closing_words import read_channel
    from entrepot.store import open_case

    with open_case(case_name, read_only=not keep) as case:
        found = read_channel(case, channel, right_now().date())
        if listed:
            print_levers(describe_levers(found), as_json)
            return
        answer = _ask(case, _read_request(found, given), given)
        if keep:
            _keep(case, found, answer)
        print_estimates(answer.estimates, found, as_json)


def _read_request(channel: "Channel", given: dict[str, Any]) -> "ClosingRequest":
    from entrepot.pipeline.closing import ClosingRequest
    from entrepot.pipeline.closing_words import read_budget, read_lever

    if not given["levers"]:
        raise CallError("No lever is named; give --lever L01, or see --list-levers.")
    if bool(given["before"]) != bool(given["after"]):
        raise CallError("Give both --before and --after, or neither.")
    windows = read_comparison(given["before"], given["after"]) if given["before"] else None
    day = windows.after.start if windows else right_now().date()
    return ClosingRequest(
        channel=channel,
        levers=tuple(read_lever(text, channel, day) for text in given["levers"]),
        windows=windows,
        since=_read_day(given["since"]) if given["since"] else None,
        budget=read_budget(given["budget"]) if given["budget"] else None,
        choose=given["choose"],
        currency=given["currency"].upper(),
        dataset=given["dataset"],
        rates=read_rates(given["rates"]),
    )


def _read_day(text: str) -> date:
    try:
        found = date.fromisoformat(text)
    except ValueError as error:
        raise CallError(f"--since {text!r} is no day; write one like 2022-02-24.") from error
    if not date(1900, 1, 1) <= found < _LATEST:
        raise CallError(f"--since {text!r} lies outside 1900 to 2099; check its year.")
    return found


def _ask(case: "CaseFile", request: "ClosingRequest", given: dict[str, Any]) -> "ClosingAnswer":
    """The answer; a case without customs records is asked only what needs none."""
    from entrepot.pipeline.closing import close_channel
    from entrepot.pipeline.trade_questions import open_trade_records
    from entrepot.store.trade_files import list_trade_files

    if not list_trade_files(case):
        return close_channel(None, request)
    with open_trade_records(case, engine=given["engine"], concordances=given["concordances"]) as asked:
        return close_channel(asked, request)


def _keep(case: "CaseFile", channel: "Channel", answer: "ClosingAnswer") -> None:
    """The estimates stand in the case beside the channel; of a channel that it does not keep, as findings."""
    from entrepot.channels.closure_answer import as_finding
    from entrepot.store.channels import keep_closure, list_channels
    from entrepot.store.findings import keep_findings

    now = right_now()
    known = {one.assessment.channel.id for one in list_channels(case)}
    for estimate in answer.estimates:
        keep_closure(case, estimate, now)
    if channel.id not in known:
        keep_findings(case, [as_finding(one, channel) for one in answer.estimates], [], now)
    warn(f"{counted(len(answer.estimates), 'estimates')} kept in the case")
