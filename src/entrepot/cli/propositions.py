"""`entrepot propositions` and `compare`: what several reports say together, and how two of them differ."""

import click

from entrepot.cli.options import case_argument, json_option, read_options
from entrepot.cli.output import counted, out_console, print_record, warn


@click.command()
@case_argument
@click.option("--contested", is_flag=True, help="Only those with a conflict.")
@click.option("--frame", metavar="NAME", help="Only those of this frame, such as supply.")
@click.option("--all", "everything", is_flag=True, help="Also those that rest on one claim, in the table.")
@click.option("--limit", type=click.IntRange(min=1), metavar="N", help="Only the first N.")
@json_option
def propositions(
    case_name: str, contested: bool, frame: str | None, everything: bool, limit: int | None, as_json: bool
) -> None:
    """List what the reports of a case say together: independent origins, conflicts, drift, the weightiest first.

    The table leaves out what rests on a single claim; JSON Lines have everything.
    """
    from entrepot.cli.proposition_lines import print_propositions
    from entrepot.dossier.proposition_records import proposition_record
    from entrepot.pipeline.contents import read_case
    from entrepot.pipeline.corroborating import count_waiting
    from entrepot.store import open_case

    with open_case(case_name, read_only=True) as opened:
        waiting = count_waiting(opened)
        contents = read_case(opened)
    if waiting:
        warn(f"{counted(waiting, 'reports')} not merged yet; run `entrepot case build {case_name}`.")
    wanted = [
        one
        for one in contents.propositions
        if (one.conflicts or not contested) and (frame is None or one.frame == frame)
    ]
    claims = {claim.id: claim for claim in contents.claims}
    if as_json:
        for one in wanted[:limit]:
            print_record(proposition_record(one, claims))
        return
    shown = wanted if everything else [one for one in wanted if len(one.claims) > 1 or one.conflicts]
    print_propositions(out_console(), shown[:limit], contents)
    contested_count = sum(bool(one.conflicts) for one in wanted)
    warn(
        f"{counted(len(wanted), 'propositions')}, {contested_count:,} with a conflict; "
        f"{len(wanted) - len(shown):,} rest on a single claim and are not shown (see --all)"
    )


@click.command()
@click.argument("left", metavar="REPORT")
@click.argument("right", metavar="REPORT")
@click.option("--allow-network", is_flag=True, help="Let http(s) addresses be fetched.")
@json_option
def compare(left: str, right: str, allow_network: bool, as_json: bool) -> None:
    """Compare two reports: what both say, what one says alone, where they differ, what text they share."""
    from entrepot.cli.proposition_lines import print_comparison
    from entrepot.dossier.proposition_records import comparison_record
    from entrepot.pipeline.comparing import compare_files

    options = read_options(published=None, publisher=None, allow_network=allow_network)
    found = compare_files(left, right, options)
    if as_json:
        print_record(comparison_record(found))
    else:
        print_comparison(out_console(), found)
