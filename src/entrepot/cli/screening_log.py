"""The log of screenings and judgements of a case, as JSON Lines, as a table with commas, and for reading."""

import csv
import io
from collections.abc import Iterator, Mapping

import click

from entrepot.cli.output import counted, out_console, plain, print_record
from entrepot.dossier.claims_csv import safe_cell
from entrepot.dossier.match_records import COLUMNS, match_cells, screening_record
from entrepot.model.match import Screening
from entrepot.screening.judgements import Honoured, Judged, honour_judgements
from entrepot.store.casefile import CaseFile
from entrepot.store.screenings import (
    KeptJudgement,
    LoggedQuery,
    Run,
    count_queries,
    iter_queries,
    list_judgements,
    list_runs,
)

LOG_COLUMNS = ("record", "run", "position", *COLUMNS)


def print_log_json(case: CaseFile) -> None:
    """A line a query of the log, as it was answered then, and a line a judgement."""
    judged = list_judgements(case)
    runs = {run.number: run for run in list_runs(case)}
    for row in iter_queries(case):
        run, honoured = runs[row.run], _as_then(row, judged)
        told = {
            "record": "screening",
            "run": row.run,
            "position": row.position,
            "subject": run.subject,
            "screened_at": run.screened_at.isoformat(),
        }
        record = screening_record(
            _screening(row, run, honoured), issues=(*row.issues, *run.issues), judged_earlier=honoured.earlier
        )
        print_record(told | record)
    for kept in judged:
        print_record({"record": "judgement", **_judgement_record(kept)})


def print_log_csv(case: CaseFile) -> None:
    """A row a candidate of the log, one for a query that has none, and a row a judgement."""
    _print_row(dict(zip(LOG_COLUMNS, LOG_COLUMNS, strict=True)))
    judged = list_judgements(case)
    runs = {run.number: run for run in list_runs(case)}
    for row in iter_queries(case):
        for cells in _query_rows(row, runs[row.run], _as_then(row, judged)):
            _print_row(cells)
    for kept in judged:
        one = kept.judgement
        cells = {"record": "judgement", "query": one.query, "list": one.list, "id": one.party_id}
        cells |= {"verdict": one.verdict, "judged_by": one.by, "judged_at": one.judged_at.isoformat()}
        _print_row(cells | {"judgement_reason": one.reason})


def print_log_table(case: CaseFile) -> None:
    """Each run in a line, then each judgement in a line."""
    from rich.text import Text

    console = out_console()
    for run in list_runs(case):
        noun = "actors" if run.subject == "actors" else "names"
        asked = counted(count_queries(case, run.number), noun)
        lists = ", ".join(f"{one.list} ({one.published or 'no date'})" for one in run.versions)
        as_of = f" as of {run.as_of}" if run.as_of else ""
        how = f"{lists}{as_of}, {' '.join(run.method)}, from {run.threshold:g}"
        console.print(Text(plain(f"{run.screened_at:%Y-%m-%d %H:%M}  {asked} put to {how}")), soft_wrap=True)
    for kept in list_judgements(case):
        one = kept.judgement
        reason = f": {one.reason}" if one.reason else ""
        what = f"{one.query} and {one.list}:{one.party_id} judged {one.verdict} by {one.by}{reason}"
        console.print(Text(plain(f"{one.judged_at:%Y-%m-%d %H:%M}  {what}"), style="magenta"), soft_wrap=True)


def _as_then(row: LoggedQuery, judged: list[KeptJudgement]) -> Honoured:
    """The matches with the judgements that were honoured when the query was asked."""
    by_number = {one.number: one for one in judged}
    then = [by_number[number] for number in row.judged if number]
    latest = {
        (one.query_key, one.judgement.list, one.judgement.party_id): Judged(
            number=one.number, query_key=one.query_key, digest=one.digest, judgement=one.judgement
        )
        for one in then
    }
    return honour_judgements(row.query.name, row.matches, row.digests, latest)


def _screening(row: LoggedQuery, run: Run, honoured: Honoured) -> Screening:
    return Screening(
        query=row.query,
        list_versions=run.versions,
        method=run.method,
        threshold=run.threshold,
        matches=honoured.matches,
        as_of=run.as_of,
    )


def _query_rows(row: LoggedQuery, run: Run, honoured: Honoured) -> Iterator[dict[str, str]]:
    versions = {version.list: version for version in run.versions}
    told = {
        "record": "screening",
        "run": str(row.run),
        "position": str(row.position),
        "query_id": row.query.id,
        "query": row.query.name,
        "kind": row.query.kind,
        "method": " ".join(run.method),
        "threshold": f"{run.threshold:g}",
        "as_of": run.as_of.isoformat() if run.as_of else "",
        "screened_at": run.screened_at.isoformat(),
        "issues": "; ".join(issue.message for issue in row.issues),
    }
    if not honoured.matches:
        yield told
    for match in honoured.matches:
        version = versions.get(match.list)
        cells = match_cells(match, is_earlier=(match.list, match.id) in honoured.earlier)
        if version:
            cells["list_sha256"] = version.sha256
            cells["list_published"] = version.published.isoformat() if version.published else ""
        yield told | cells


def _judgement_record(kept: KeptJudgement) -> dict[str, object]:
    one = kept.judgement
    return {
        "number": kept.number,
        "query": one.query,
        "list": one.list,
        "id": one.party_id,
        "verdict": one.verdict,
        "by": one.by,
        "judged_at": one.judged_at.isoformat(),
        "reason": one.reason,
        "record_digest": kept.digest,
    }


def _print_row(cells: Mapping[str, str]) -> None:
    out = io.StringIO(newline="")
    csv.writer(out, lineterminator="\n").writerow([safe_cell(cells.get(name, "")) for name in LOG_COLUMNS])
    click.echo(out.getvalue(), nl=False)
