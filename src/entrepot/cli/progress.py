"""A progress bar on standard error for whatever takes longer than two seconds."""

import time
from collections.abc import Callable
from types import TracebackType
from typing import Self

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

PATIENCE_SECONDS = 2.0


class ProgressBar:
    """Tells how far a step has come; says nothing where standard error is no terminal or the step is short."""

    def __init__(
        self, *, shown: bool = True, console: Console | None = None, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._console = console or Console(stderr=True)
        self._clock = clock
        self._shown = shown and self._console.is_terminal
        self._bar: Progress | None = None
        self._what, self._done, self._began = "", 0, 0.0
        self._total: int | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stop()

    def begin(self, what: str, total: int | None) -> None:
        """A step begins; the one before it has ended."""
        self._stop()
        self._what, self._total, self._done, self._began = what, total, 0, self._clock()

    def advance(self) -> None:
        """One more piece is done."""
        self._done += 1
        if self._shown and self._bar is None and self._clock() - self._began > PATIENCE_SECONDS:
            self._start()
        if self._bar is not None:
            self._bar.update(self._bar.task_ids[0], completed=self._done)

    def _start(self) -> None:
        columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
        self._bar = Progress(*columns, console=self._console, transient=True)
        self._bar.add_task(self._what, total=self._total)
        self._bar.start()

    def _stop(self) -> None:
        if self._bar is not None:
            self._bar.stop()
            self._bar = None
