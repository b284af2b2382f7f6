"""A case as files for people and programs."""

import contextlib
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from tempfile import NamedTemporaryFile

from entrepot.channels.rules import RULES
from entrepot.dossier import (
    render_channel_pages,
    render_channels_csv,
    render_csv,
    render_findings_csv,
    render_follow_the_money,
    render_geojson,
    render_html,
    render_json,
    render_provenance,
    render_screenings_csv,
    render_stix,
)
from entrepot.dossier.channels.file_names import FOLDER, MARK
from entrepot.errors import CallError
from entrepot.model.case import CaseContents

Render = Callable[[CaseContents], str | Iterable[str]]


def _entity_lines(contents: CaseContents) -> Iterator[str]:
    """The entities of FollowTheMoney, a line each."""
    return (f"{line}\n" for line in render_follow_the_money(contents))


FORMATS: dict[str, tuple[str, Render]] = {
    "html": ("dossier.html", render_html),
    "json": ("dossier.json", render_json),
    "csv": ("claims.csv", render_csv),
    "ftm": ("entities.ftm.json", _entity_lines),
    "screenings": ("screenings.csv", render_screenings_csv),
    "findings": ("findings.csv", render_findings_csv),
    "channels": ("channels.csv", render_channels_csv),
    "geojson": ("channels.geojson", render_geojson),
    "stix": ("bundle.stix.json", render_stix),
    "prov": ("provenance.json", render_provenance),
}
"""Each format with the name of its file and what renders it; beside the HTML stands a page for each channel."""


def write_dossier(contents: CaseContents, folder: Path, formats: Iterable[str]) -> list[Path]:
    """The files that were written, each there wholly or not at all; pages of channels follow the dossier's own.

    Pages of channels that the case no longer has are taken away; files that the program did not write stay.

    Raises:
        CallError: the folder cannot be written to.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        return [path for name in formats for path in _write_format(contents, folder, name)]
    except OSError as error:
        raise CallError(
            f"{folder}: the dossier cannot be written there ({error.strerror}); choose another --out."
        ) from error


def _write_format(contents: CaseContents, folder: Path, name: str) -> list[Path]:
    file, render = FORMATS[name]
    written = [_write_file(folder / file, render(contents))]
    return written + _write_channels(contents, folder / FOLDER) if name == "html" else written


def _write_channels(contents: CaseContents, folder: Path) -> list[Path]:
    """The pages of the channels, and of no others."""
    if contents.channels:
        folder.mkdir(exist_ok=True)
    rules = {rule.key: rule.when for rule in RULES}
    written = [_write_file(folder / name, page) for name, page in render_channel_pages(contents, rules)]
    for path in folder.glob("*.html") if folder.is_dir() else ():
        if path not in written and MARK in path.read_text(encoding="utf-8", errors="replace")[:4000]:
            path.unlink()
    if not written and folder.is_dir():
        with contextlib.suppress(OSError):  # somebody else's files are in it
            folder.rmdir()
    return written


def _write_file(path: Path, content: str | Iterable[str]) -> Path:
    """Writes beside the place and moves it in, so that nobody ever reads half a file."""
    pieces = [content] if isinstance(content, str) else content
    with NamedTemporaryFile(
        "w", encoding="utf-8", errors="backslashreplace", newline="", dir=path.parent, prefix=path.name, delete=False
    ) as file:
        beside = Path(file.name)
        try:
            file.writelines(pieces)
        except BaseException:
            with contextlib.suppress(OSError):
                beside.unlink()
            raise
    beside.chmod(0o644)
    beside.replace(path)
    return path
