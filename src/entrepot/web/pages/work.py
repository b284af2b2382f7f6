"""Long work: what was asked for, how far it has come, and the forms to ask for more."""

import re
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any

from fastapi import APIRouter, File, Form, Request, UploadFile
from fastapi.responses import FileResponse, Response

from entrepot.dossier.markup import Html, element
from entrepot.errors import CallError
from entrepot.model.job import Job, JobKind
from entrepot.store.jobs import find_job, list_jobs
from entrepot.web.duties import export_path
from entrepot.web.paper import render_empty
from entrepot.web.requests import CaseGiven, DeskGiven
from entrepot.web.respond import MissingError, Visit, add_page, back_to, check_proof
from entrepot.web.work import Worker

router = APIRouter()

KINDS: dict[JobKind, str] = {
    "add_reports": "Add reports",
    "build": "Build the case",
    "add_list": "Add a list",
    "screen": "Put the actors to the lists",
    "import_trade": "Import customs records",
    "channels": "Assess channels",
    "export": "Write the dossier",
}
STATES = {"waiting": "waits", "running": "runs", "done": "done", "failed": "failed", "cancelled": "cancelled"}
_UNSAFE = re.compile(r"[^\w.\- ()]+")
_CHUNK = 1 << 20


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkPage:
    """The work asked for last, the latest first."""

    jobs: tuple[Job, ...]
    title: str = "Work"

    def record(self) -> dict[str, Any]:
        """Each piece of work with its progress."""
        return {"jobs": [job_record(job) for job in self.jobs]}


def job_record(job: Job) -> dict[str, Any]:
    """A piece of work without the places of its files."""
    return {
        "number": job.number,
        "kind": job.kind,
        "by": job.by,
        "asked_at": job.asked_at.isoformat(),
        "state": job.state,
        "step": job.step,
        "done": job.done,
        "total": job.total,
        "outcome": job.outcome,
        "ended_at": job.ended_at.isoformat() if job.ended_at else None,
    }


def read_work(case: CaseGiven) -> WorkPage:
    """Long work that was asked for, the latest first."""
    return WorkPage(jobs=tuple(list_jobs(case)))


def render_work(page: WorkPage, visit: Visit) -> Html:
    """The forms, and the log with its progress."""
    is_running = any(job.is_open for job in page.jobs)
    return element(
        "div",
        element("div", _forms(visit), class_="duties"),
        element("h2", "Asked for so far"),
        element(
            "div",
            _table(page.jobs, visit) if page.jobs else render_empty("Nothing was asked for yet."),
            data_jobs="running" if is_running else "",
            aria_live="polite",
        ),
    )


def _forms(visit: Visit) -> list[Html]:
    reports = _upload("files", "Reports (HTML, PDF, Word, text, mail, archives)", multiple=True)
    return [
        _form(visit, "add_reports", reports, _line("publisher", "Publisher"), _line("published", "Published on")),
        _form(visit, "add_list", _upload("files", "A list file of an issuer"), _line("name", "Short name")),
        _form(
            visit,
            "import_trade",
            _upload("files", "A file of customs records"),
            _upload("mapping", "A mapping, if needed"),
        ),
        _form(visit, "build"),
        _form(visit, "screen"),
        _form(visit, "channels"),
        _form(visit, "export"),
    ]


def _form(visit: Visit, kind: JobKind, *fields: Html) -> Html:
    return element(
        "form",
        element("h3", KINDS[kind]),
        element("input", type="hidden", name="proof", value=visit.proof),
        element("input", type="hidden", name="kind", value=kind),
        [element("p", field) for field in fields],
        element(
            "p",
            element("label", "Your name ", element("input", name="by", value=visit.name, required=True, maxlength=200)),
        ),
        element("button", KINDS[kind], type="submit"),
        action="/jobs",
        method="post",
        enctype="multipart/form-data",
        class_="duty",
    )


def _upload(name: str, label: str, *, multiple: bool = False) -> Html:
    return element(
        "label", f"{label} ", element("input", type="file", name=name, multiple=multiple, required=name == "files")
    )


def _line(name: str, label: str) -> Html:
    return element("label", f"{label} ", element("input", name=name, maxlength=200))


def _table(jobs: Sequence[Job], visit: Visit) -> Html:
    head = element("tr", *(element("th", text, scope="col") for text in ("No.", "What", "State", "Outcome")))
    table = element(
        "table", element("thead", head), element("tbody", [_row(job, visit) for job in jobs]), class_="register"
    )
    return element("div", table, class_="scroll", tabindex=0, role="region", aria_label="Work")


def _row(job: Job, visit: Visit) -> Html:
    return element(
        "tr",
        element("td", job.number, class_="number"),
        element(
            "td",
            KINDS[job.kind],
            element("p", "by ", element("bdi", job.by), f", {job.asked_at:%Y-%m-%d %H:%M}", class_="minor"),
        ),
        element("td", STATES[job.state], _progress(job)),
        element("td", element("bdi", job.outcome), _cancel(job, visit) if job.is_open else None, _download(job)),
    )


def _progress(job: Job) -> Html | None:
    if job.state != "running":
        return None
    share = element("progress", value=job.done, max=job.total, aria_label=job.step) if job.total else None
    figures = f" {job.done:,} of {job.total:,}" if job.total else ""
    return element("p", f"{job.step}{figures}", share, class_="minor")


def _download(job: Job) -> Html | None:
    if job.kind != "export" or job.state != "done":
        return None
    return element("p", element("a", f"Take dossier {job.number}", href=f"/exports/{job.number}.zip"))


def _cancel(job: Job, visit: Visit) -> Html:
    return element(
        "form",
        element("input", type="hidden", name="proof", value=visit.proof),
        element("button", f"Cancel {job.number}", type="submit"),
        action=f"/jobs/{job.number}/cancel",
        method="post",
    )


@router.post("/jobs", operation_id="ask_job", response_model=dict[str, Any])
def ask(
    request: Request,
    kind: Annotated[JobKind, Form()],
    by: Annotated[str, Form(max_length=200)] = "",
    proof: Annotated[str, Form(max_length=200)] = "",
    publisher: Annotated[str, Form(max_length=200)] = "",
    published: Annotated[str, Form(max_length=40)] = "",
    name: Annotated[str, Form(max_length=200)] = "",
    files: Annotated[list[UploadFile] | None, File()] = None,
    mapping: Annotated[UploadFile | None, File()] = None,
) -> Response:
    """Asks for long work; files that go with it wait beside the case until their turn."""
    check_proof(request, proof)
    if not by.strip():
        raise CallError("Say who asks for it.")
    worker = find_worker(request)
    sent = [one for one in files or [] if one.filename]
    asked = {"publisher": publisher, "published": published, "name": name}
    if kind in ("add_reports", "add_list", "import_trade"):
        if not sent:
            raise CallError("Choose a file to send.")
        folder = worker.inbox / secrets.token_hex(8)
        kept = [_keep(one, folder) for one in sent]
        asked |= {"folder": str(folder), "file": str(kept[0])}
        if mapping is not None and mapping.filename:
            asked["mapping"] = str(_keep(mapping, folder))
    worker.ask(kind, {name: value for name, value in asked.items() if value}, by.strip())
    return back_to("/jobs", by)


@router.post("/jobs/{number}/cancel", operation_id="cancel_job", response_model=dict[str, Any])
def cancel(request: Request, number: int, proof: Annotated[str, Form(max_length=200)] = "") -> Response:
    """Takes work back; what is done so far stays."""
    check_proof(request, proof)
    if not find_worker(request).cancel(number):
        raise CallError(f"The work {number} has ended already, or was never asked for.")
    return back_to("/jobs")


@router.get("/jobs/{number}.json", operation_id="job", response_model=dict[str, Any])
def read_job(case: CaseGiven, number: int) -> dict[str, Any]:
    """One piece of work with its progress."""
    job = find_job(case, number)
    if job is None:
        raise MissingError(f"No work {number} was asked for.")
    return job_record(job)


@router.get("/exports/{number}.zip", operation_id="export", response_class=FileResponse)
def download(desk: DeskGiven, number: int) -> Response:
    """The dossier that was written, as an archive."""
    path = export_path(desk.path, number)
    if not path.is_file():
        raise MissingError(f"No dossier {number} was written; ask for one under Work.")
    return FileResponse(path, media_type="application/zip", filename=path.name)


def find_worker(request: Request) -> Worker:
    """The worker of the application."""
    worker: Worker = request.app.state.worker
    return worker


def _keep(file: UploadFile, folder: Path) -> Path:
    """The file as it was sent, under the last part of its name with nothing in it that a path could mean."""
    folder.mkdir(parents=True, exist_ok=True)
    name = _UNSAFE.sub("_", (file.filename or "").replace("\\", "/").rsplit("/", 1)[-1]).strip(". ")[:120] or "file"
    path = folder / name
    number = 1
    while path.exists():
        number += 1
        path = folder / f"{number}-{name}"
    with path.open("wb") as written:
        while chunk := file.file.read(_CHUNK):
            written.write(chunk)
    return path


add_page(router, "/jobs", read_work, render_work)
