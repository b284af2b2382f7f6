"""The law for the other steps: measures of the tables, of a case and of files; what was in force; gaps."""

import hashlib
from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path

from entrepot.errors import CallError, InputError
from entrepot.measures.assembly import assemble_measures
from entrepot.measures.files import FileRows, read_measure_file, shorten_issues
from entrepot.measures.gap import GapQuestion, assess_gap
from entrepot.measures.in_force import list_in_force
from entrepot.measures.index import MeasureSet
from entrepot.model.finding import Finding
from entrepot.model.goods import GoodsScope
from entrepot.model.measure import Measure
from entrepot.reference.territories import list_territories
from entrepot.store.casefile import CaseFile
from entrepot.store.measure_files import MeasureFile, keep_measure_file, list_measure_files
from entrepot.trade.territory_codes import resolve_territory

__all__ = [
    "MeasureSet", "add_measure_file", "assess_measure_gap", "load_measures", "measures_in_force", "read_issuer",
    "read_measure_status", "read_target",
]  # fmt: skip


def load_measures(case: CaseFile | None = None, extra: Sequence[Path] = ()) -> MeasureSet:
    """The measures of the tables, of the files that the case keeps, and of further files.

    A further file takes the place of one of the same name in the case. What was refused is in `issues`: of the case's
    files in short, since it was said when they were added.

    Raises:
        InputError: a further file or its card cannot be read.
    """
    files = {file.name: shorten_issues(_read(file)) for file in (list_measure_files(case) if case else [])}
    files |= {file.name: _read(file) for file in map(open_measure_file, extra)}
    return assemble_measures(list(files.values()))


def measures_in_force(measures: MeasureSet, target: str, day: date, goods: GoodsScope | None = None) -> list[Measure]:
    """The measures that restrict something towards a target on a day, in order of issuer and id.

    With `goods` only those that bear on them: by a list or words that hold them, by a kind that is about them, or
    measures on goods that go to the target whose goods are not known here (these may or may not bear on them). Lifted
    measures and those that only may be in force are not among them.
    """
    return list_in_force(measures, target, day, goods)


def assess_measure_gap(measures: MeasureSet, target: str, than: str, day: date, goods: GoodsScope) -> Finding:
    """Whether a target is less restricted than another for these goods on a day, and by whom; see `measures.gap`.

    Raises:
        CallError: the two are the same.
    """
    return assess_gap(measures, GapQuestion(target=target, than=than, day=day, goods=goods))


def open_measure_file(path: Path) -> MeasureFile:
    """A user's file with the card beside it, unread.

    Raises:
        InputError: one of the two is not there or is no UTF-8.
    """
    card = path.with_suffix(".toml")
    rows = _read_text(path, "the file of measures")
    if not card.is_file():
        raise InputError(
            f"{path} needs a card beside it, {card.name}, that says title, producer, citation, licence and "
            "state_of_knowledge, a line each."
        )
    return MeasureFile(
        name=path.name,
        rows=rows,
        card=_read_text(card, f"the card of {path.name}"),
        sha256=hashlib.sha256(rows.encode()).hexdigest(),
    )


def add_measure_file(case: CaseFile, path: Path, now: datetime) -> tuple[FileRows, bool]:
    """Keeps a file in the case in place of one of the same name; its rows, and whether there was one.

    Raises:
        InputError: it cannot be read, or no row of it can.
    """
    file = open_measure_file(path)
    found = _read(file)
    if not found.measures and not found.goods:
        reasons = " ".join(issue.message for issue in found.issues[:3])
        raise InputError(f"{path}: no row could be read, so nothing was kept. {reasons}")
    return found, keep_measure_file(case, file, now)


def read_target(text: str) -> str:
    """The code of the one territory that a word stands for.

    Raises:
        CallError: it stands for none, or for many.
    """
    code = resolve_territory(text)
    if code is None or code not in list_territories():
        raise CallError(f"{text!r} names no territory; give a code such as BY, or a name.")
    return code


def read_issuer(measures: MeasureSet, text: str) -> str:
    """The issuer that a word stands for: one that has rows, or a state, whose measures are then not known here.

    Raises:
        CallError: it is neither; the message lists those that have rows.
    """
    if text.upper() in measures.issuers():
        return text.upper()
    code = resolve_territory(text)
    if code is None or code not in list_territories():
        raise CallError(f"{text!r} issues no measures; with rows there are {', '.join(measures.issuers())}.")
    return code


def read_measure_status(case: CaseFile) -> list[dict[str, object]]:
    """The files of measures of a case: their rows, what was refused, when they were added."""
    found = []
    for file in list_measure_files(case):
        rows = _read(file)
        found.append(
            {
                "file": file.name,
                "title": rows.title,
                "rows": len(rows.measures) + len(rows.goods),
                "kind": "goods" if rows.goods else "measures",
                "refused": rows.refused,
                "added_at": file.added_at,
                "sha256": file.sha256,
                "issues": [issue.message for issue in rows.issues],
            }
        )
    return found


def _read(file: MeasureFile) -> FileRows:
    return read_measure_file(file.name, file.rows, file.card, file.sha256)


def _read_text(path: Path, what: str) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{path}: {what} cannot be read ({error}); give it as UTF-8 under this name.") from error
