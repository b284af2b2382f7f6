"""`entrepot lists`: sanctions lists into a case, version after version, and what changed between them."""

from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from entrepot.cli.dates import day_option, right_now
from entrepot.cli.exits import exit_of_outcome, leave
from entrepot.cli.options import case_argument, json_option
from entrepot.cli.output import counted, out_console, plain, print_record, warn
from entrepot.errors import CallError, InputError

if TYPE_CHECKING:
    from entrepot.pipeline.listing import ListChange, ListChanges, ListOutcome
    from entrepot.store.casefile import CaseFile
    from entrepot.store.lists import KeptVersion

_NAMED = 12
"""Entries of each kind that the table of changes names; `--json` has all."""

shrunk_option = click.option(
    "--accept-shrunk", is_flag=True, help="Take a version with far fewer rows than the one before it."
)


@click.group()
def lists() -> None:
    """Keep sanctions lists in a case, with every earlier version of them."""


@lists.command("add")
@case_argument
@click.argument("files", metavar="FILE...", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--name", default="", metavar="LIST", help="Short name of the list, where the file's own will not do.")
@day_option("--published", help="When it was published, where the file does not say.")
@click.option(
    "--mapping", type=click.Path(path_type=Path), metavar="TOML", help="What the columns of a table of yours mean."
)
@shrunk_option
@json_option
def add(
    case_name: str,
    files: tuple[Path, ...],
    name: str,
    published: date | None,
    mapping: Path | None,
    accept_shrunk: bool,
    as_json: bool,
) -> None:
    """Add list files; each is a version of its list, in order of publication whatever the order of adding."""
    from entrepot.pipeline.listing import GivenList, add_list_file
    from entrepot.store import open_case

    given = GivenList(name=name, published=published, mapping=mapping, accept_shrunk=accept_shrunk)
    refused = 0
    with open_case(case_name) as opened:
        for path in files:
            try:
                outcome = add_list_file(opened, path, given, right_now().date())
            except InputError as error:
                refused += 1
                warn(str(error))
            else:
                _print_outcome(outcome, as_json)
    leave(exit_of_outcome(unread=refused, found=False))


@lists.command("update")
@case_argument
@click.argument("names", metavar="[LIST]...", nargs=-1)
@click.option("--allow-network", is_flag=True, help="Let the lists be fetched from their issuers.")
@click.option("--url", metavar="URL", help="Fetch the one LIST from here instead.")
@shrunk_option
@json_option
def update(
    case_name: str, names: tuple[str, ...], allow_network: bool, url: str | None, accept_shrunk: bool, as_json: bool
) -> None:
    """Fetch the newest version of each LIST, or of all that the case has, from its issuer."""
    from entrepot.pipeline.list_updates import find_address, list_read_options, update_list
    from entrepot.store import open_case

    if url and len(names) != 1:
        raise CallError("--url is the address of one list; name that list.")
    refused = 0
    with open_case(case_name) as opened:
        sources = [find_address(name, url) for name in names or _known_names(opened)]
        options = list_read_options(allow_network=allow_network)
        for source in sources:
            try:
                outcome = update_list(opened, source, options, right_now().date(), accept_shrunk=accept_shrunk)
            except InputError as error:
                refused += 1
                warn(str(error))
            else:
                _print_outcome(outcome, as_json)
    leave(exit_of_outcome(unread=refused, found=False))


@lists.command("status")
@case_argument
@json_option
def status(case_name: str, as_json: bool) -> None:
    """Say which lists a case has: their newest version, how old it is, and how many versions there are."""
    from entrepot.store import open_case
    from entrepot.store.lists import list_versions

    with open_case(case_name, read_only=True) as opened:
        found = list_versions(opened)
    rows = [
        _status_row([one for one in found if one.version.list == name], right_now().date())
        for name in dict.fromkeys(one.version.list for one in found)
    ]
    if as_json:
        for row in rows:
            print_record(row)
    elif rows:
        _print_status(rows)
    else:
        warn(f"The case has no list yet; add one with `entrepot lists add {case_name} FILE`.")


@lists.command("changes")
@case_argument
@click.argument("name", metavar="LIST")
@day_option("--from", "start", help="The version in force on that day, not the one before.")
@day_option("--to", "end", help="The version in force on that day, not the newest.")
@json_option
def changes(case_name: str, name: str, start: date | None, end: date | None, as_json: bool) -> None:
    """List who was added to a list, removed from it or changed on it, by the issuer's own keys."""
    from entrepot.pipeline.listing import list_changes
    from entrepot.store import open_case

    if start and end and start > end:
        raise CallError(f"--from {start} is after --to {end}; change them round.")
    with open_case(case_name, read_only=True) as opened:
        found = list_changes(opened, name, start, end)
    if as_json:
        for one in found.changes:
            print_record(_change_record(one, found))
    else:
        _print_changes(found)


def _known_names(opened: "CaseFile") -> list[str]:
    """The lists of the case whose address is known; the others are named."""
    from entrepot.pipeline.list_updates import has_address
    from entrepot.pipeline.listing import list_names

    names = list_names(opened)
    if not names:
        raise CallError("The case has no list to update; name one, or add a file with `entrepot lists add`.")
    for name in names:
        if not has_address(name):
            warn(f"{name}: no address is known for it; give it with --url.")
    return [name for name in names if has_address(name)]


def _print_outcome(outcome: "ListOutcome", as_json: bool) -> None:
    """One record or line a file: which version of which list it is, and what was wrong with it."""
    kept = outcome.kept
    version = kept.version
    if as_json:
        print_record({"is_new": outcome.is_new, **_version_row(kept), "issues": [asdict(one) for one in kept.issues]})
    when = version.published or f"no date; counts from {kept.effective_on}"
    if outcome.is_new:
        warn(f"{version.list} ({when}): {counted(version.rows, 'rows')} taken in as a new version")
    else:
        warn(f"{version.list} ({when}): the case has this very file already; nothing was changed")
    for issue in kept.issues:
        if outcome.is_new and issue.severity != "note":
            warn(f"  {issue.message}")


def _version_row(kept: "KeptVersion") -> dict[str, Any]:
    version = kept.version
    return {
        "list": version.list,
        "title": version.title,
        "published": version.published.isoformat() if version.published else None,
        "sha256": version.sha256,
        "rows": version.rows,
        "added": kept.added_on.isoformat(),
    }


def _status_row(versions: "list[KeptVersion]", today: date) -> dict[str, Any]:
    newest = versions[-1]
    return {
        **_version_row(newest),
        "versions": len(versions),
        "oldest": versions[0].effective_on.isoformat(),
        "age_days": (today - newest.effective_on).days,
    }


def _print_status(rows: list[dict[str, Any]]) -> None:
    from rich.table import Table

    grid = Table("list", "published", "age", "rows", "versions", "added", "sha256", "title", box=None, pad_edge=False)
    for row in rows:
        cells = (row["published"] or "no date", counted(row["age_days"], "days"), f"{row['rows']:,}", row["versions"])
        texts = (row["list"], *cells, row["added"], row["sha256"][:12], row["title"])
        grid.add_row(*(plain(str(text)) for text in texts))
    out_console().print(grid)


def _change_record(one: "ListChange", found: "ListChanges") -> dict[str, Any]:
    party = one.party
    return {
        "change": one.change,
        "list": party.list,
        "id": party.id,
        "kind": party.kind,
        "name": party.names[0].text if party.names else "",
        "programs": list(party.programmes),
        "first_listed": party.first_listed_on.isoformat() if party.first_listed_on else None,
        "fields": list(one.fields),
        "from": _version_row(found.older),
        "to": _version_row(found.newer),
    }


def _print_changes(found: "ListChanges") -> None:
    from rich.text import Text

    console = out_console()
    days = [one.version.published or one.effective_on for one in (found.older, found.newer)]
    console.print(Text(f"{plain(found.newer.version.list)}: from {days[0]} to {days[1]}", style="bold"))
    for change in ("added", "removed", "changed"):
        chosen = [one for one in found.changes if one.change == change]
        console.print(Text(f"\n{len(chosen):>6,} {change}", style="bold"))
        for one in chosen[:_NAMED]:
            console.print(Text(f"       {_change_line(one)}"), soft_wrap=True)
        if len(chosen) > _NAMED:
            console.print(Text(f"       and {len(chosen) - _NAMED:,} more (see --json)", style="dim"))


def _change_line(one: "ListChange") -> str:
    party = one.party
    name = party.names[0].text if party.names else "no name"
    what = f": {', '.join(one.fields)}" if one.fields else ""
    return plain(f"{party.id} {name} ({', '.join(party.programmes) or 'no programme'}){what}")
