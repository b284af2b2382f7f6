"""What the background worker can do for a case: each kind of work calls the pipeline as the command line does.

What a kind of work needs is loaded when it is first asked for, so that the pages are there at once.
"""

import shutil
from collections.abc import Mapping
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from entrepot.dossier.parts import count
from entrepot.model.job import Job, JobKind
from entrepot.settings import Settings, read_settings
from entrepot.store.casefile import CaseFile
from entrepot.web.desk import Desk
from entrepot.web.work import JobProgress, Work, inbox_of

MOST_MATCHES = 10
"""Listed parties kept for one actor, as `entrepot screen` does."""
EXPORTS = "{stem}-dossier-{number}.zip"
"""The file of a dossier that was asked for, in the inbox of the case."""


def make_duties(desk: Desk) -> Mapping[JobKind, Work]:
    """Every kind of work by its name."""
    settings = read_settings()
    return {
        "add_reports": partial(_add_reports, settings=settings),
        "build": partial(_build, settings=settings),
        "add_list": partial(_add_list, desk=desk),
        "screen": partial(_screen, desk=desk),
        "import_trade": partial(_import_trade, desk=desk),
        "channels": partial(_assess_channels, desk=desk),
        "export": _export,
    }


def _add_reports(case: CaseFile, job: Job, progress: JobProgress, *, settings: Settings) -> str:
    """Reports that were sent are in the case; claims are read out of them straight away."""
    from entrepot.documents import ReadOptions
    from entrepot.pipeline.adding import add_reports

    folder = Path(job.asked["folder"])
    options = ReadOptions(
        max_bytes=settings.max_mb * 1024 * 1024,
        publisher=job.asked.get("publisher") or None,
        published=job.asked.get("published") or None,
    )
    outcome = add_reports(case, [folder], options, progress)
    shutil.rmtree(folder, ignore_errors=True)
    told = f"{count(outcome.read, 'report')} read, {outcome.known} known already, {len(outcome.unread)} not read."
    return f"{told} {_build(case, job, progress, settings=settings)}"


def _build(case: CaseFile, job: Job, progress: JobProgress, *, settings: Settings) -> str:
    """Whatever is new is extracted and merged, in processes of its own so that pages stay quick."""
    from entrepot.pipeline.building import build_case
    from entrepot.pipeline.corroborating import corroborate_case
    from entrepot.pipeline.extractor import standard_extractor
    from entrepot.pipeline.indexing import index_case
    from entrepot.pipeline.status import read_status

    extractor = standard_extractor()
    outcome = build_case(case, extractor, progress, max(2, settings.jobs))
    corroborate_case(case, progress)
    index_case(case, progress)
    status = read_status(case, extractor.method)
    return (
        f"{count(outcome.extracted, 'report')} worked on; the case has {count(status.claims, 'claim')} in "
        f"{count(status.propositions, 'proposition')}."
    )


def _add_list(case: CaseFile, job: Job, progress: JobProgress, *, desk: Desk) -> str:
    """A list that was sent is a version of its list."""
    from entrepot.pipeline.listing import GivenList, add_list_file

    progress.begin("Reading the list", None)
    path = Path(job.asked["file"])
    outcome = add_list_file(case, path, GivenList(name=job.asked.get("name", "")), desk.now().date())
    shutil.rmtree(path.parent, ignore_errors=True)
    version = outcome.kept.version
    known = "" if outcome.is_new else ", which the case had already"
    return f"{version.list}: a version of {count(version.rows, 'row')}{known}."


def _screen(case: CaseFile, job: Job, progress: JobProgress, *, desk: Desk) -> str:
    """The actors of the case are put to its lists."""
    from entrepot.pipeline.list_sets import load_case_lists
    from entrepot.pipeline.screening import Ask, open_desk, screen_actors

    progress.begin("Loading the lists", None)
    lists = load_case_lists(case, None)
    if not lists.versions:
        return "The case has no lists; add one first."
    ask = Ask(limit=MOST_MATCHES, screened_at=desk.now())
    found = screen_actors(case, open_desk(lists, "entrepot", case), ask, progress)
    possible = sum(one.is_possible_match for one in found)
    asked = f"{count(len(found), 'party', 'parties')} put to {count(len(lists.versions), 'list')}"
    return f"{asked}; {possible} with a possible match."


def _import_trade(case: CaseFile, job: Job, progress: JobProgress, *, desk: Desk) -> str:
    """A file of customs records that was sent is in the case."""
    from entrepot.pipeline.trade_import import GivenFlows, import_flows

    path = Path(job.asked["file"])
    mapping = Path(job.asked["mapping"]) if job.asked.get("mapping") else None
    outcome = import_flows(case, path, GivenFlows(mapping=mapping), desk.now().isoformat(), progress)
    shutil.rmtree(path.parent, ignore_errors=True)
    file = outcome.file
    fates = f"{file.kept:,} kept, {file.refused:,} refused, {file.left_out:,} left out"
    return f"{file.name}: {file.read:,} rows read, {fates}."


def _assess_channels(case: CaseFile, job: Job, progress: JobProgress, *, desk: Desk) -> str:
    """The channels that the case speaks of are assessed anew."""
    from entrepot.pipeline.channels import ChannelOptions, keep_channels, run_channels

    now = desk.now()
    outcome = run_channels(case, ChannelOptions(now=now, from_screen=True), progress)
    keep_channels(case, outcome, now)
    left_out = f"; {count(len(outcome.left_out), 'statement')} made none" if outcome.left_out else ""
    return f"{count(len(outcome.assessments), 'channel')} assessed{left_out}."


def export_path(case_path: Path, number: int) -> Path:
    """Where the dossier lies that the work with this number made."""
    return inbox_of(case_path) / EXPORTS.format(stem=case_path.stem, number=number)


def _export(case: CaseFile, job: Job, progress: JobProgress) -> str:
    """The dossier is a file to be taken away."""
    from entrepot.pipeline.contents import read_case
    from entrepot.pipeline.exporting import FORMATS, write_dossier

    progress.begin("Reading the case", None)
    contents = read_case(case, with_shared_text=True)
    progress.begin("Writing the dossier", len(FORMATS))
    target = export_path(case.path, job.number)
    target.parent.mkdir(exist_ok=True)
    with TemporaryDirectory(dir=target.parent) as work:
        folder = Path(work) / f"{case.path.stem}-dossier"
        for name in FORMATS:
            write_dossier(contents, folder, (name,))
            progress.advance()
        packed = shutil.make_archive(str(Path(work) / "dossier"), "zip", root_dir=work, base_dir=folder.name)
        Path(packed).replace(target)
    return f"The dossier is ready: {target.name}, {max(1, target.stat().st_size // 1000):,} kB."
