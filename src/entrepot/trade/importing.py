"""A file of trade statistics into rows of the flow table, every row of it accounted for."""

from collections.abc import Mapping
from concurrent.futures import Future
from dataclasses import dataclass
from pathlib import Path

from entrepot.errors import EntrepotError, InputError
from entrepot.model.issue import Issue
from entrepot.trade.conversion import Conversion, Tell, convert, row_texts
from entrepot.trade.importers import plan_import
from entrepot.trade.importers.headers import header_problem
from entrepot.trade.importers.interface import FlowRequest
from entrepot.trade.importers.mapping import read_flow_mapping
from entrepot.trade.parquet_files import FlowSummary, flow_summary, work_connection
from entrepot.trade.preparing import PreparedFile, prepare_file
from entrepot.trade.reasons import LEFT_OUT, REFUSED, refusal_sentence
from entrepot.trade.rejects import write_rejects
from entrepot.trade.scanning import FileScan


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportResult:
    """What became of a file: `read` = `kept` + all of `refused` + all of `left_out`, each counted by reason.

    `rejects` is True where a file of refused rows was written.
    """

    dataset: str
    format: str
    sha256: str
    size: int
    read: int
    kept: int
    refused: Mapping[str, int]
    left_out: Mapping[str, int]
    summary: FlowSummary
    rejects: bool
    issues: tuple[Issue, ...] = ()


def import_file(
    path: Path,
    request: FlowRequest,
    *,
    number: int,
    scan: Future[FileScan],
    parquet: Path,
    rejects: Path,
    folder: Path,
    tell: Tell = lambda *_: None,
) -> ImportResult:
    """The rows of a file, written to `parquet`, with the refused ones in `rejects`; working files lie in `folder`.

    `tell` is called when a step begins. The rows carry `number` as their source. `scan` may still be under way: what
    looks like plain text is read meanwhile, and once more with care if it turns out to be none.

    Raises:
        InputError: the file cannot be read, is of no known format, or none of its rows can be kept.
        CallError: the mapping is wrong.
    """
    tell("reading", None)
    encoding = read_flow_mapping(request.mapping).text("encoding") if request.mapping else ""

    def bring(file: PreparedFile) -> ImportResult:
        return _import_prepared(
            file, request, number=number, parquet=parquet, rejects=rejects, folder=folder, tell=tell
        )

    file = prepare_file(path, folder, scan, encoding, is_trusted=True)
    try:
        return bring(file)
    except InputError:
        if file.text is not None or scan.result().is_plain:
            raise
    return bring(prepare_file(path, folder, scan, encoding))


def _import_prepared(
    file: PreparedFile, request: FlowRequest, *, number: int, parquet: Path, rejects: Path, folder: Path, tell: Tell
) -> ImportResult:
    problem = header_problem(file.head.columns) if file.head.kind == "text" and request.mapping is None else ""
    if problem:
        raise InputError(f"{file.head.name}: the header {problem}, then import again.")
    reader, plan = plan_import(file.head, request)
    with work_connection(folder) as connection:
        work = Conversion(connection=connection, plan=plan, file=file, folder=folder, number=number, tell=tell)
        kept, refused, left_out = convert(work, parquet)
        result = ImportResult(
            dataset=plan.dataset,
            format=reader.format,
            sha256=file.given.result().sha256,
            size=file.given.result().size,
            read=kept + sum(refused.values()) + sum(left_out.values()),
            kept=kept,
            refused=dict(refused),
            left_out=dict(left_out),
            summary=flow_summary(connection, parquet),
            rejects=bool(refused),
            issues=(*file.issues, *plan.issues, *_count_issues(refused, left_out)),
        )
        _check(work, result, file.head.name)
        if refused:
            tell("writing refused rows", None)
            write_rejects(connection, work.refused_lines, row_texts(work), rejects)
    return result


def _check(work: Conversion, result: ImportResult, name: str) -> None:
    """Nothing is lost on the way to disk, and something was there to keep."""
    if result.summary.rows != result.kept:
        raise EntrepotError(
            f"{name}: {result.kept:,} rows were kept but {result.summary.rows:,} written; nothing was imported. "
            "Check the disk and try again."
        )
    if result.read == 0:
        raise InputError(f"{name} has a header and no rows; an empty file never means that nothing was traded.")
    if result.kept == 0:
        reasons = ", ".join(f"{reason} {count:,}" for reason, count in {**result.refused, **result.left_out}.items())
        raise InputError(
            f"{name} was read as {result.format}, and none of its {result.read:,} rows can be kept ({reasons})."
            f"{_example(work)} Nothing was imported."
        )


def _example(work: Conversion) -> str:
    sql = """SELECT "row", reason, detail FROM set_aside WHERE kind = 'refused' ORDER BY "row", cell LIMIT 1"""
    row = work.connection.execute(sql).fetchone()
    return f" Line {row[0]}: {refusal_sentence(row[1], row[2])}" if row else ""


def _rows(count: int) -> str:
    return f"{count:,} {'row' if count == 1 else 'rows'}"


def _count_issues(refused: Mapping[str, int], left_out: Mapping[str, int]) -> list[Issue]:
    found = [
        Issue(
            code=f"rows_{reason}",
            message=f"{_rows(count)} refused ({reason}): {REFUSED[reason].replace('{detail}', '...')}",
        )
        for reason, count in sorted(refused.items())
    ]
    return found + [
        Issue(code=f"left_out_{reason}", message=f"{_rows(count)} left out: {LEFT_OUT[reason]}.", severity="note")
        for reason, count in sorted(left_out.items())
    ]
