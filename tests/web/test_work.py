"""Long work: done one after another in the background, told of, taken back, taken up again."""

import threading
import time
from collections.abc import Callable

from entrepot.errors import InputError
from entrepot.model.job import Job
from entrepot.store import CaseFile
from entrepot.store.jobs import ask_job, find_job, list_jobs, tell_progress
from entrepot.web import Desk
from entrepot.web.work import JobProgress, Work, Worker

Doing = Callable[[CaseFile, Job, JobProgress], str]


def worker_of(desk: Desk, doing: Doing) -> Worker:
    duties: dict[str, Work] = dict.fromkeys(("build", "screen"), doing)
    return Worker(desk, duties)  # type: ignore[arg-type]


def ended(case: CaseFile, number: int) -> Job:
    """The work once it has ended."""
    for _ in range(400):
        job = find_job(case, number)
        assert job is not None
        if not job.is_open:
            return job
        time.sleep(0.02)
    raise AssertionError("the work never ended")


def test_what_is_asked_for_is_done_in_order_with_its_outcome(desk: Desk, case: CaseFile) -> None:
    done: list[int] = []

    def doing(_: CaseFile, job: Job, progress: JobProgress) -> str:
        progress.begin("counting", 3)
        progress.advance()
        done.append(job.number)
        return f"counted for {job.by}"

    worker = worker_of(desk, doing)
    worker.start()
    numbers = [worker.ask("build", {}, who).number for who in ("Ada", "Ben")]
    assert [ended(case, number).outcome for number in numbers] == ["counted for Ada", "counted for Ben"]
    assert done == numbers
    worker.stop()


def test_a_fault_ends_the_work_with_a_sentence_and_the_next_is_done(desk: Desk, case: CaseFile) -> None:
    def doing(_: CaseFile, job: Job, progress: JobProgress) -> str:
        if job.number == 1:
            raise InputError("The file is empty; send it again.")
        if job.number == 2:
            raise ValueError("secret detail")
        return "done"

    worker = worker_of(desk, doing)
    worker.start()
    numbers = [worker.ask("build", {}, "Ada").number for _ in range(3)]
    told = [ended(case, number) for number in numbers]
    assert [one.state for one in told] == ["failed", "failed", "done"]
    assert told[0].outcome == "The file is empty; send it again."
    assert "secret" not in told[1].outcome
    worker.stop()


def test_running_work_stops_after_the_piece_in_hand_when_it_is_taken_back(desk: Desk, case: CaseFile) -> None:
    going, pieces = threading.Event(), []

    def doing(_: CaseFile, job: Job, progress: JobProgress) -> str:
        progress.begin("working", 10_000)
        for piece in range(10_000):
            pieces.append(piece)
            going.set()
            time.sleep(0.01)
            progress.advance()
        return "all done"

    worker = worker_of(desk, doing)
    worker.start()
    job = worker.ask("build", {}, "Ada")
    waiting = worker.ask("screen", {}, "Ada")
    assert going.wait(10)
    assert worker.cancel(waiting.number)
    assert worker.cancel(job.number)
    assert ended(case, job.number).state == ended(case, waiting.number).state == "cancelled"
    assert len(pieces) < 10_000
    assert not worker.cancel(job.number)
    worker.stop()


def test_work_that_ran_when_the_program_stopped_is_taken_up_again(desk: Desk, case: CaseFile) -> None:
    job = ask_job(case, "build", {"publisher": "x"}, "Ada", desk.now())
    tell_progress(case, job.number, "half way", 5, 10)
    seen: list[Job] = []

    def doing(_: CaseFile, again: Job, progress: JobProgress) -> str:
        seen.append(again)
        return "done after all"

    worker = worker_of(desk, doing)
    worker.start()
    assert ended(case, job.number).outcome == "done after all"
    assert seen[0].asked == {"publisher": "x"}
    worker.stop()


def test_stopping_the_server_leaves_the_work_to_the_next_start(desk: Desk, case: CaseFile) -> None:
    going = threading.Event()

    def doing(_: CaseFile, job: Job, progress: JobProgress) -> str:
        progress.begin("working", None)
        while True:
            going.set()
            time.sleep(0.01)
            progress.advance()

    worker = worker_of(desk, doing)
    worker.start()
    job = worker.ask("build", {}, "Ada")
    assert going.wait(10)
    worker.stop()
    kept = find_job(case, job.number)
    assert kept is not None and kept.is_open
    again = worker_of(desk, lambda *_: "done")
    again.start()
    assert ended(case, job.number).state == "done"
    again.stop()
    assert len(list_jobs(case)) == 1
