"""`entrepot channels CASE`: the ways for goods that a case speaks of, with the evidence on each side by side."""

import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from entrepot.cli.dates import day_option, right_now
from entrepot.cli.exits import exit_of_outcome, leave
from entrepot.cli.options import case_argument, json_option
from entrepot.cli.output import counted, out_console, print_record, warn
from entrepot.errors import CallError

if TYPE_CHECKING:
    from entrepot.model.channel import ChannelAssessment
    from entrepot.pipeline.channels import ChannelOutcome

_NO_RANKING = (
    "Channels are not ranked: an order by openness would say which way is the least controlled. They come in the order "
    "of the case; read the lines of each with --show ID."
)


def _refuse_ranking(context: click.Context, parameter: click.Parameter, value: bool) -> None:
    """An order by strength or openness is refused, with the reason."""
    if value:
        raise CallError(_NO_RANKING)


@click.command("channels")
@case_argument
@json_option
@day_option("--as-of", help="The day of the law and the hubs; without it the day of each channel's first report.")
@click.option(
    "--file",
    "file",
    type=click.Path(path_type=Path),
    metavar="FILE.csv",
    help=("Further channels, one a row: name,origin,via,destination,goods,from,to,hubs."),
)
@click.option("--from-screen", is_flag=True, help="Also channels that findings kept in the case suggest.")
@click.option("--before", default="", metavar="FROM/TO", help="First window for customs records: 2021-03/2021-11.")
@click.option("--after", default="", metavar="FROM/TO", help="Second window, of the same calendar months.")
@click.option("--product", default="", metavar="GOODS", help="Goods for customs records, instead of the channel's.")
@click.option("--keep/--no-keep", default=True, show_default=True, help="Keep the assessments in the case.")
@click.option("--show", "shown", default="", metavar="ID", help="Only print a channel that the case keeps.")
@click.option(
    "--forget", "forgotten", default="", metavar="ID", help="Take a channel and its estimates out of the case."
)
@click.option("--rank", is_flag=True, hidden=True, expose_value=False, is_eager=True, callback=_refuse_ranking)
@click.option("--sort", is_flag=True, hidden=True, expose_value=False, is_eager=True, callback=_refuse_ranking)
def channels(case_name: str, as_json: bool, shown: str, forgotten: str, **given: Any) -> None:
    """Assess the ways for goods that a case speaks of: origin, third territory, destination, goods, period.

    Beside each stand what reports say, listed parties, the law on the day, customs records and routes, each with a
    verdict by a printed rule; nothing is added up. They come in the order of the case.
    """
    if shown and forgotten:
        raise CallError("Either --show or --forget; give one of them.")
    if shown:
        _print_all([_find_kept(case_name, shown)], as_json)
    elif forgotten:
        _forget(case_name, forgotten)
    else:
        _assess(case_name, as_json, **given)


def _assess(
    case_name: str,
    as_json: bool,
    *,
    as_of: date | None,
    file: Path | None,
    from_screen: bool,
    before: str,
    after: str,
    product: str,
    keep: bool,
) -> None:
    from entrepot.cli.progress import ProgressBar
    from entrepot.pipeline.channel_records import RecordOptions
    from entrepot.pipeline.channels import ChannelOptions, keep_channels, run_channels
    from entrepot.pipeline.corroborating import count_waiting
    from entrepot.store import open_case

    now = right_now()
    records = RecordOptions(before=before, after=after, product=product)
    options = ChannelOptions(now=now, as_of=as_of, file=file, from_screen=from_screen, records=records)
    with open_case(case_name, read_only=not keep) as opened:
        waiting = count_waiting(opened)
        if waiting:
            warn(f"{counted(waiting, 'reports')} not merged yet; run `entrepot case build {case_name}`.")
        with ProgressBar(shown=not sys.stdout.isatty()) as progress:
            outcome = run_channels(opened, options, progress)
        if keep:
            keep_channels(opened, outcome, now)
    _print_all(outcome.assessments, as_json)
    _tell(outcome, keep)
    leave(exit_of_outcome(unread=len(outcome.refused), found=False))


def _tell(outcome: "ChannelOutcome", keep: bool) -> None:
    for sentence in outcome.refused:
        warn(sentence)
    for one in outcome.left_out:
        warn(f"{one.proposition_id} makes no channel: {one.reason}")
    if outcome.gone and keep:
        warn(f"{counted(len(outcome.gone), 'channels')} taken out of the case: nothing in it makes them any more")
    if not outcome.assessments:
        warn("No proposition, file or finding of this case speaks of a way for goods through a third territory.")
        return
    kept = ", kept in the case" if keep else ""
    warn(f"{counted(len(outcome.assessments), 'channels')}{kept}; leads for human review, in the order of the case")


def _print_all(assessments: "list[ChannelAssessment] | tuple[ChannelAssessment, ...]", as_json: bool) -> None:
    from entrepot.cli.channel_lines import print_channel
    from entrepot.dossier.channel_records import channel_record

    console = None if as_json else out_console()
    for one in assessments:
        if console is None:
            print_record(channel_record(one))
        else:
            print_channel(console, one)


def _find_kept(case_name: str, channel_id: str) -> "ChannelAssessment":
    from entrepot.store import open_case
    from entrepot.store.channels import list_channels

    with open_case(case_name, read_only=True) as opened:
        kept = {one.assessment.channel.id: one.assessment for one in list_channels(opened)}
    if channel_id not in kept:
        ids = ", ".join(kept) or f"none; run `entrepot channels {case_name}` first"
        raise CallError(f"The case keeps no channel {channel_id}; it keeps: {ids}.")
    return kept[channel_id]


def _forget(case_name: str, channel_id: str) -> None:
    from entrepot.store import open_case
    from entrepot.store.channels import forget_channels

    _find_kept(case_name, channel_id)
    with open_case(case_name) as opened:
        forget_channels(opened, [channel_id])
    warn(f"Channel {channel_id} taken out of the case; if reports make it, the next run brings it back.")
