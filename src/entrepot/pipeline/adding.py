"""Reports into a case: original bytes, the document read from them, and why others could not be read."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, fields, replace
from pathlib import Path

from entrepot import __version__
from entrepot.documents import GivenMetadata, RawInput, ReadOptions, iter_raw, read_document
from entrepot.errors import InputError
from entrepot.model.case import UnreadInput
from entrepot.model.document import Document
from entrepot.model.issue import Issue
from entrepot.pipeline.notes import document_notes
from entrepot.pipeline.progress import Progress, SilentProgress
from entrepot.store.casefile import CaseFile
from entrepot.store.codec import decode_json, encode_json
from entrepot.store.reading import (
    find_step_done,
    input_precedence,
    iter_unread,
    list_done_otherwise,
    list_inputs,
    read_original,
)
from entrepot.store.writing import (
    READ_STEP,
    InputRow,
    StepDone,
    forget_input,
    forget_reading,
    forget_step_done,
    forget_unread,
    write_document,
    write_input,
    write_original,
    write_step_done,
    write_unread,
)

READ_METHOD = ("documents", __version__)
"""A reading is done again from the original bytes when the program's version changes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AddOutcome:
    """What became of the inputs: how many reports were read, how many the case knew already, and what was not read.

    `notes` name inputs that were left out because another had the same bytes, and what is wrong with reports that were
    read.
    """

    read: int
    known: int
    unread: tuple[UnreadInput, ...]
    notes: tuple[Issue, ...] = ()


def add_reports(
    case: CaseFile, inputs: Iterable[str | Path], options: ReadOptions, progress: Progress | None = None
) -> AddOutcome:
    """The inputs are in the case; each report is kept wholly or not at all, and only new ones are read.

    The same bytes under two names are one document. A file that has changed since is a further document: the earlier
    one stays, because claims were read from it.
    """
    progress = progress or SilentProgress()
    progress.begin("Reading reports", None)
    read, known = 0, 0
    unread: list[UnreadInput] = []
    notes: list[Issue] = []
    unread_before = {one.path for one in iter_unread(case, READ_STEP)}
    for found in iter_raw(sorted({str(one) for one in inputs}), options, notes.append):
        one = replace(found, path=_keepable(found.path))
        outcome = one if isinstance(one, UnreadInput) else _add_report(case, one, options)
        if isinstance(outcome, UnreadInput):
            write_unread(case, READ_STEP, outcome)
            unread.append(outcome)
        else:
            read, known = (read + 1, known) if outcome else (read, known + 1)
            notes += document_notes(outcome) if outcome else ()
            if one.path in unread_before:
                forget_unread(case, READ_STEP, one.path)
        progress.advance()
    return AddOutcome(read=read, known=known, unread=tuple(unread), notes=tuple(notes))


def reread_outdated(case: CaseFile, progress: Progress) -> None:
    """Every document is as this version of the program reads it; those of another version are read again.

    Where this version cannot read what an earlier one could, the earlier reading stays, and the reason beside it.
    """
    outdated = list_done_otherwise(case, READ_STEP, READ_METHOD)
    if not outdated:
        return
    progress.begin("Reading reports again with this version", len(outdated))
    options = ReadOptions()
    for document_id in outdated:
        chosen = list_inputs(case, document_id)[0]
        raw = read_original(case, document_id)
        outcome = _try_reading(chosen, raw, options)
        with case.transaction():
            if isinstance(outcome, UnreadInput):
                write_unread(case, READ_STEP, outcome)
                forget_step_done(case, READ_STEP, document_id)
                write_step_done(case, _read_step(chosen))
            else:
                _keep_reading(case, chosen, outcome, again=True)
        progress.advance()


def _add_report(case: CaseFile, one: RawInput, options: ReadOptions) -> Document | UnreadInput | None:
    """The document that was read, None when the case had it already, or why it could not be read."""
    document_id = hashlib.sha256(one.raw).hexdigest()[:16]
    known = list_inputs(case, document_id)
    row = _input_row(one, document_id, known)
    chosen = min([row, *(other for other in known if other.path != row.path)], key=input_precedence)
    done = find_step_done(case, READ_STEP, document_id) if known else None
    is_current = done is not None and done.method == READ_METHOD and done.fingerprint == _fingerprint(chosen)
    if is_current and row in known:
        return None
    outcome = None if is_current else _try_reading(chosen, one.raw, options)
    if isinstance(outcome, UnreadInput):
        return outcome
    with case.transaction():
        if known:
            forget_input(case, row)
        else:
            write_original(case, document_id, one.raw)
        write_input(case, row)
        if outcome:
            _keep_reading(case, chosen, outcome, again=done is not None)
    return outcome


def _keepable(path: str) -> str:
    """The path with bytes that are no text written as escapes: file systems allow them, the case file does not."""
    return path.encode("utf-8", "backslashreplace").decode("utf-8")


def _input_row(one: RawInput, document_id: str, known: Iterable[InputRow]) -> InputRow:
    """The name under which a report came in; what was said of it earlier under that name stays unless said anew."""
    earlier = next((row.given for row in known if row.path == one.path), None)
    given = decode_json(GivenMetadata, earlier) if earlier else GivenMetadata()
    anew = one.given or GivenMetadata()
    said = {field.name: getattr(anew, field.name) for field in fields(anew) if getattr(anew, field.name)}
    given = replace(given, **said)
    is_given = bool(given.title or given.publisher or given.url or given.published)
    return InputRow(
        document_id=document_id,
        path=one.path,
        media_type=one.media_type,
        is_given=is_given,
        given=encode_json(given),
    )


def _try_reading(chosen: InputRow, raw: bytes, options: ReadOptions) -> Document | UnreadInput:
    try:
        return read_document(chosen.path, raw, options, decode_json(GivenMetadata, chosen.given), chosen.media_type)
    except InputError as error:
        return UnreadInput(path=chosen.path, reason=str(error))


def _keep_reading(case: CaseFile, chosen: InputRow, document: Document, *, again: bool) -> None:
    """The document is kept, in place of an earlier reading if there was one, and that this version has read it."""
    if again:
        forget_reading(case, document.id)
    write_document(case, document)
    write_step_done(case, _read_step(chosen))


def _read_step(chosen: InputRow) -> StepDone:
    return StepDone(
        step=READ_STEP, document_id=chosen.document_id, method=READ_METHOD, fingerprint=_fingerprint(chosen)
    )


def _fingerprint(row: InputRow) -> str:
    """Tells whether a report was read under this name and with what is now said of it."""
    return hashlib.sha256(encode_json((row.path, row.media_type, row.given)).encode()).hexdigest()[:16]
