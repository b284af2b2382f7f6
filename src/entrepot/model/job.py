"""Long work that somebody asked the workbench to do for a case."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

JobKind = Literal["add_reports", "build", "add_list", "screen", "import_trade", "channels", "export"]
JobState = Literal["waiting", "running", "done", "failed", "cancelled"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """One piece of long work, from asking to its outcome; `number` counts those of the case from 1.

    `asked` says what is to be done, `by` who asked. `step` says in words what it is doing, `done` of `total` pieces of
    that step are done, `total` is 0 where nobody knows. `outcome` is one sentence once it has ended. Work that was
    running when the program stopped waits again: each kind goes on from where it was.
    """

    number: int
    kind: JobKind
    asked: Mapping[str, str]
    by: str
    asked_at: datetime
    state: JobState = "waiting"
    step: str = ""
    done: int = 0
    total: int = 0
    outcome: str = ""
    ended_at: datetime | None = None

    @property
    def is_open(self) -> bool:
        """True until it has ended."""
        return self.state in ("waiting", "running")
