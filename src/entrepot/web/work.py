"""Long work in the background: one piece after another, with progress in the case, to be cancelled, taken up again."""

import logging
import threading
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

import duckdb

from entrepot.errors import EntrepotError
from entrepot.model.job import Job, JobKind
from entrepot.store.casefile import CaseFile
from entrepot.store.jobs import ask_job, end_job, find_job, let_wait_again, next_job, tell_progress
from entrepot.web.desk import Desk

_LOG = logging.getLogger("entrepot.web")
_TOLD_EVERY_SECONDS: Final = 0.5
"""Progress is for people: more often would only cost the database."""

Work = Callable[[CaseFile, Job, "JobProgress"], str]
"""Does one kind of work and gives its outcome as a sentence."""


class CancelledError(Exception):
    """Somebody took the work back while it ran."""


class JobProgress:
    """Tells the case how far the work has come, and stops it where somebody cancelled it.

    `case` is on a connection of its own: the work itself may be in the middle of a change.
    """

    def __init__(self, case: CaseFile, job: Job, is_cancelled: Callable[[], bool]) -> None:
        self._case, self._job, self._is_cancelled = case, job, is_cancelled
        self._step, self._done, self._total, self._told = "", 0, 0, 0.0

    def begin(self, what: str, total: int | None) -> None:
        """A step begins."""
        self._step, self._done, self._total = what, 0, total or 0
        self._tell()

    def advance(self) -> None:
        """One more piece is done.

        Raises:
            CancelledError: the work was taken back; what is done so far stays.
        """
        self._done += 1
        if self._is_cancelled():
            raise CancelledError
        if time.monotonic() - self._told > _TOLD_EVERY_SECONDS:
            self._tell()

    def _tell(self) -> None:
        self._told = time.monotonic()
        with self._case.transaction():
            tell_progress(self._case, self._job.number, self._step, self._done, self._total)


def inbox_of(case_path: Path) -> Path:
    """The folder beside a case for files that come in and go out by the workbench."""
    return case_path.with_name(f"{case_path.stem}.inbox")


class Worker:
    """A thread that does what was asked for; `start` it with the server and `stop` it before the case is closed."""

    def __init__(self, desk: Desk, kinds: Mapping[JobKind, Work]) -> None:
        self._desk, self._kinds = desk, kinds
        self._wake, self._stopping = threading.Event(), threading.Event()
        self._cancelled: set[int] = set()
        self._thread = threading.Thread(target=self._run, name="entrepot-work", daemon=True)

    @property
    def inbox(self) -> Path:
        """The folder beside the case in which files wait that readers sent."""
        return inbox_of(self._desk.path)

    def start(self) -> None:
        """Takes up what was left undone, then whatever is asked for."""
        with self._desk.writing() as case:
            let_wait_again(case)
        self._thread.start()

    def stop(self) -> None:
        """Ends after the piece in hand; what is not done waits for the next start."""
        self._stopping.set()
        self._wake.set()
        if self._thread.is_alive():
            self._thread.join(timeout=30)

    def ask(self, kind: JobKind, asked: Mapping[str, str], by: str) -> Job:
        """The work as it waits its turn."""
        with self._desk.writing() as case:
            job = ask_job(case, kind, asked, by, self._desk.now())
        self._wake.set()
        return job

    def cancel(self, number: int) -> bool:
        """Takes work back: at once where it still waits, after the piece in hand where it runs; False once it ended."""
        with self._desk.writing() as case:
            job = find_job(case, number)
            if job is None or not job.is_open:
                return False
            self._cancelled.add(number)
            if job.state == "waiting":
                end_job(case, number, "cancelled", "Taken back before it began.", self._desk.now())
        return True

    def _run(self) -> None:
        while not self._stopping.is_set():
            self._wake.clear()
            with self._desk.reading() as case, self._desk.reading() as told:
                job = next_job(case)
                if job is not None:
                    self._do(case, told, job)
            if job is None:
                self._wake.wait()

    def _do(self, case: CaseFile, told: CaseFile, job: Job) -> None:
        """The work is done, or the case says why not; a fault of the program ends the work, never the worker."""
        progress = JobProgress(told, job, lambda: job.number in self._cancelled or self._stopping.is_set())
        progress.begin("beginning", None)
        try:
            outcome = self._kinds[job.kind](case, job, progress)
        except CancelledError:
            if self._stopping.is_set() and job.number not in self._cancelled:
                return
            self._end(case, job, "cancelled", "Taken back; what was done until then stays.")
        except (EntrepotError, duckdb.Error) as error:
            self._end(case, job, "failed", str(error).splitlines()[0])
        except Exception as error:  # noqa: BLE001 - whatever it is, the next work must be done
            _LOG.error("a fault in the program in %s", job.kind, exc_info=error)
            self._end(case, job, "failed", "Something went wrong in the program; the log of the server has more.")
        else:
            self._end(case, job, "done", outcome)

    def _end(self, case: CaseFile, job: Job, state: str, outcome: str) -> None:
        with case.transaction():
            end_job(case, job.number, state, outcome, self._desk.now())  # type: ignore[arg-type]
