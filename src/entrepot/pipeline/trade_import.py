"""Files of customs statistics into a case and out of it: each wholly or not at all, none of them twice."""

import shutil
import tempfile
import threading
from collections.abc import Iterator, Sequence
from concurrent.futures import Future
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import duckdb

from entrepot.errors import CallError, InputError
from entrepot.model.flow import FlowFile
from entrepot.model.issue import Issue
from entrepot.pipeline.progress import Progress, SilentProgress
from entrepot.store.casefile import CaseFile
from entrepot.store.trade_files import (
    find_trade_file,
    flow_folder,
    flow_paths,
    forget_trade_file,
    list_trade_files,
    next_file_number,
    write_trade_file,
)
from entrepot.trade.importers.interface import FlowRequest
from entrepot.trade.importing import ImportResult, import_file
from entrepot.trade.parquet_files import coverage, find_overlap, work_connection, write_without
from entrepot.trade.scanning import FileScan, file_size, scanning

_STEPS = 100
"""DuckDB says how far a statement has come in per cent."""
_BEAT_SECONDS = 0.3
_WORK = ".import-"
DOWNLOADS = "downloads"
"""Folder of replies that were fetched, beside the rows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GivenFlows:
    """What the user says of a file: a name in place of its own, what its columns mean, its dataset and edition."""

    name: str = ""
    mapping: Path | None = None
    dataset: str = ""
    edition: int | None = None
    replace_overlap: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class FlowOutcome:
    """What became of a file; `result` is None where the case had these very bytes under this name already.

    `overtaken` counts rows of earlier files that the new one replaced, by the name of the file.
    """

    file: FlowFile
    result: ImportResult | None
    overtaken: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """Which periods a reporter's rows cover, and how many between the first and the last have none.

    `behind` is the number of months by which the reporter ends before the latest one of the dataset.
    """

    dataset: str
    reporter: str
    flow: str
    frequency: str
    rows: int
    first_period: date
    last_period: date
    missing: int
    behind: int


def import_flows(
    case: CaseFile, path: Path, given: GivenFlows, imported_at: str, progress: Progress | None = None
) -> FlowOutcome:
    """The file's rows are in the case, in place of those of an earlier file of the same name; a file that is there
    already changes nothing.

    Raises:
        InputError: it cannot be read, or another file of its dataset has some of its flows.
        CallError: the mapping is wrong.
    """
    name = given.name or path.name
    known = find_trade_file(case, name)
    with scanning(path) as scan:
        if any(one.size == file_size(path) for one in list_trade_files(case)):
            sha256 = scan.result().sha256
            if known is not None and known.sha256 == sha256 and not (given.mapping or given.edition or given.dataset):
                return FlowOutcome(file=known, result=None)
            _refuse_twin(case, name, sha256)
        return _bring(case, path, name, given, known, scan, imported_at, progress or SilentProgress())


def _bring(
    case: CaseFile,
    path: Path,
    name: str,
    given: GivenFlows,
    known: FlowFile | None,
    scan: Future[FileScan],
    imported_at: str,
    progress: Progress,
) -> FlowOutcome:
    folder = flow_folder(case)
    folder.mkdir(exist_ok=True)
    sweep(case)
    number = next_file_number(case)
    teller = _Teller(progress, name)
    with _work_folder(folder) as work, _until_done(teller):
        request = FlowRequest(mapping=given.mapping, dataset=given.dataset, edition=given.edition)
        result = import_file(
            path,
            request,
            number=number,
            scan=scan,
            parquet=work / "flows.parquet",
            rejects=work / "rejects.csv",
            folder=work,
            tell=teller,
        )
        file = _flow_file(number, name, result, imported_at)
        overtaken = _overtaken(case, file, work, known, replace_overlap=given.replace_overlap)
        _commit(case, file, work, known, overtaken)
    return FlowOutcome(file=file, result=result, overtaken=tuple((new.name, rows) for new, rows in overtaken))


def remove_flows(case: CaseFile, name: str) -> FlowFile:
    """The file of that name and its rows are no longer in the case.

    Raises:
        CallError: the case has no such file.
    """
    known = find_trade_file(case, name)
    if known is None:
        names = ", ".join(one.name for one in list_trade_files(case)) or "none"
        raise CallError(f"The case has no file {name}; it has: {names}.")
    with case.transaction():
        forget_trade_file(case, known.number)
    sweep(case)
    return known


def rejects_path(case: CaseFile, file: FlowFile) -> Path:
    """Where the refused rows of a file lie, with their reasons."""
    return flow_folder(case) / f"{file.number}-rejects.csv"


def flow_coverage(case: CaseFile) -> list[Coverage]:
    """Which periods each reporter covers, and who stopped publishing before the others."""
    paths = flow_paths(case)
    if not paths:
        return []
    with tempfile.TemporaryDirectory(prefix="entrepot-trade-") as work, work_connection(Path(work)) as connection:
        rows = coverage(connection, paths)
    latest: dict[tuple[object, object], date] = {}
    for dataset, _, _, frequency, _, _, last, *_ in rows:
        assert isinstance(last, date)  # noqa: S101 - a column of days
        latest[dataset, frequency] = max(last, latest.get((dataset, frequency), last))
    return [_coverage(row, latest[row[0], row[3]]) for row in rows]


def sweep(case: CaseFile) -> None:
    """What no file of the case owns is gone from its folder: left by an import that was interrupted, or overtaken."""
    folder = flow_folder(case)
    if not folder.is_dir():
        return
    files = list_trade_files(case)
    owned = {one.parquet for one in files} | {rejects_path(case, one).name for one in files}
    for path in sorted(folder.iterdir()):
        if path.is_dir() and path.name.startswith(_WORK):
            shutil.rmtree(path)
        elif path.is_file() and path.name not in owned and path.name.endswith((".parquet", "-rejects.csv")):
            path.unlink()


@contextmanager
def _work_folder(folder: Path) -> Iterator[Path]:
    """Beside the rows, so that a finished file only changes its name."""
    with tempfile.TemporaryDirectory(prefix=_WORK, dir=folder) as work:
        yield Path(work)


@contextmanager
def _until_done(teller: "_Teller") -> Iterator[None]:
    try:
        yield
    finally:
        teller.stop()


class _Teller:
    """Tells the steps of an import to whoever shows them, and how far the database says that one has come."""

    def __init__(self, progress: Progress, name: str) -> None:
        self._progress, self._name = progress, name
        self._over: threading.Event | None = None

    def __call__(self, step: str, connection: duckdb.DuckDBPyConnection | None) -> None:
        """A step begins; the one before it is over."""
        self.stop()
        self._progress.begin(f"{self._name}: {step}", _STEPS)
        self._over = threading.Event()
        threading.Thread(target=self._watch, args=(self._over, connection), daemon=True).start()

    def stop(self) -> None:
        """The last step is over."""
        if self._over is not None:
            self._over.set()

    def _watch(self, over: threading.Event, connection: duckdb.DuckDBPyConnection | None) -> None:
        done = 0
        while not over.wait(_BEAT_SECONDS):
            with suppress(duckdb.Error):
                now = int(connection.query_progress()) if connection is not None else 0
                while done < now:
                    self._progress.advance()
                    done += 1


def _refuse_twin(case: CaseFile, name: str, sha256: str) -> None:
    twin = next((one for one in list_trade_files(case) if one.sha256 == sha256 and one.name != name), None)
    if twin is not None:
        raise InputError(
            f"{name} holds the very bytes that the case has as {twin.name}; it was not imported, so that nothing "
            f"counts twice. Remove that one first if the new name is to stay: entrepot trade remove CASE {twin.name}."
        )


def _flow_file(number: int, name: str, result: ImportResult, imported_at: str) -> FlowFile:
    return FlowFile(
        number=number,
        name=name,
        dataset=result.dataset,
        sha256=result.sha256,
        size=result.size,
        read=result.read,
        kept=result.kept,
        refused=sum(result.refused.values()),
        left_out=sum(result.left_out.values()),
        parquet=f"{number}.parquet",
        imported_at=imported_at,
        first_period=result.summary.first_period,
        last_period=result.summary.last_period,
        issues=result.issues,
    )


_Overtaken = Sequence[tuple[FlowFile, int]]


def _overtaken(
    case: CaseFile, file: FlowFile, work: Path, known: FlowFile | None, *, replace_overlap: bool
) -> list[tuple[FlowFile, int]]:
    """The other files of the dataset as they will be without the flows of the new one, and how many rows they lose.

    Raises:
        InputError: some have such flows and are not to be overtaken.
    """
    found: list[tuple[FlowFile, int]] = []
    new = work / "flows.parquet"
    with work_connection(work) as connection:
        for other in list_trade_files(case):
            if other.dataset != file.dataset or other == known or not _meet(file, other):
                continue
            old = flow_folder(case) / other.parquet
            overlap = find_overlap(connection, new, old)
            if not overlap.rows:
                continue
            if not replace_overlap:
                raise InputError(
                    f"{file.name} was not imported: {overlap.rows:,} of its flows are in {other.name} already (the "
                    f"first: {overlap.example}), and would count twice. Give --replace-overlap to replace them there, "
                    f"import it under the name {other.name} to replace that file, or remove that file first."
                )
            parquet = f"{other.number}-without-{file.number}.parquet"
            kept = write_without(connection, old, new, work / parquet)
            found.append((_without(other, kept, overlap.rows, parquet, file), overlap.rows))
    return found


def _meet(one: FlowFile, other: FlowFile) -> bool:
    """True where the periods of two files meet, so that they may have flows in common."""
    spans = (one.first_period, one.last_period, other.first_period, other.last_period)
    if any(day is None for day in spans):
        return False
    assert one.first_period and one.last_period and other.first_period and other.last_period  # noqa: S101 - as above
    return one.first_period <= other.last_period and other.first_period <= one.last_period


def _without(other: FlowFile, kept: int, lost: int, parquet: str, file: FlowFile) -> FlowFile:
    issue = Issue(
        code="left_out_overtaken",
        message=f"{lost:,} rows were replaced by those of {file.name}, imported {file.imported_at}.",
        severity="note",
    )
    return replace(
        other, kept=kept, left_out=other.left_out + other.kept - kept, parquet=parquet, issues=(*other.issues, issue)
    )


def _commit(case: CaseFile, file: FlowFile, work: Path, known: FlowFile | None, overtaken: _Overtaken) -> None:
    """The rows are in their place before the case says so; until then the case points to those it had."""
    folder = flow_folder(case)
    (work / "flows.parquet").rename(folder / file.parquet)
    if (work / "rejects.csv").exists():
        (work / "rejects.csv").rename(rejects_path(case, file))
    for other, _ in overtaken:
        (work / other.parquet).rename(folder / other.parquet)
    with case.transaction():
        if known is not None:
            forget_trade_file(case, known.number)
        write_trade_file(case, file)
        for other, _ in overtaken:
            write_trade_file(case, other)
    sweep(case)


def _coverage(row: tuple[object, ...], latest: date) -> Coverage:
    dataset, reporter, flow, frequency, rows, first, last, _, missing = row
    assert isinstance(first, date) and isinstance(last, date)  # noqa: S101 - columns of days
    assert isinstance(rows, int) and isinstance(missing, int)  # noqa: S101 - columns of counts
    return Coverage(
        dataset=str(dataset),
        reporter=str(reporter),
        flow=str(flow),
        frequency=str(frequency),
        rows=rows,
        first_period=first,
        last_period=last,
        missing=missing,
        behind=(latest.year - last.year) * 12 + latest.month - last.month,
    )
