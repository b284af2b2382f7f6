"""A case as files for people and programs."""

import contextlib
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from tempfile import NamedTemporaryFile

from entrepot.dossier import (
    render_csv,
    render_findings_csv,
    render_follow_the_money,
    render_html,
    render_json,
    render_screenings_csv,
)
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
}
"""Each format with the name of its file and what renders it."""


def write_dossier(contents: CaseContents, folder: Path, formats: Iterable[str]) -> list[Path]:
    """The files that were written, one a format; each is there wholly or not at all.

    Raises:
        CallError: the folder cannot be written to.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        return [_write_file(folder / FORMATS[name][0], FORMATS[name][1](contents)) for name in formats]
    except OSError as error:
        raise CallError(
            f"{folder}: the dossier cannot be written there ({error.strerror}); choose another --out."
        ) from error


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
