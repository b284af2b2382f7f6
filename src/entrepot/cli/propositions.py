"""`entrepot propositions` and `compare`: what several reports say together, and how two of them differ."""

import click

from entrepot.cli.options import case_argument, json_option, read_options
from entrepot.cli.output import counted, out_console, print_record, warn


@click.command()
@case_argument
@click.option("--contested", is_flag=True, help="Only those with a conflict.")
@click.option("--frame", metavar="NAME", help="Only those of this frame, such as supply.")
@click.option("--limit", type=click.IntRange(min=1), metavar="N", help="Only the first N.")
@json_option
def propositions(case_name: str, contested: bool, frame: str | None, limit: int | None, as_json: bool) -> None:
    """List what the reports of a case say together: independent origins, conflicts, drift, the weightiest first."""
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
    else:
        print_propositions(out_console(), wanted[:limit], contents)
        warn(f"{counted(len(wanted), 'propositions')}, {sum(bool(one.conflicts) for one in wanted):,} with a conflict")


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
