"""What goes into a case file.

Each function does one thing; the caller puts what belongs together into a transaction. What is to be replaced is
forgotten first: one statement that finds out for itself costs more than the insertion.
"""

import hashlib
import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from entrepot.model.case import UnreadInput
from entrepot.model.claim import Claim, DateExpression, Quotation
from entrepot.model.document import Document
from entrepot.store.casefile import CaseFile
from entrepot.store.rows import (
    CLAIMS,
    DATES,
    DOCUMENTS,
    QUOTATIONS,
    Row,
    Table,
    claim_row,
    date_row,
    document_row,
    insert_sql,
    quotation_row,
)

READ_STEP = "read"
EXTRACT_STEP = "extract"


@dataclass(frozen=True, slots=True, kw_only=True)
class InputRow:
    """A name under which a document came in, and what was said of it from outside, as JSON."""

    document_id: str
    path: str
    media_type: str
    is_given: bool
    given: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StepDone:
    """A step that was done on a document, as it then was, with a method."""

    step: str
    document_id: str
    method: tuple[str, str]
    fingerprint: str


def write_original(case: CaseFile, document_id: str, content: bytes) -> None:
    """Keeps the bytes of a report as they came in."""
    packed = zlib.compress(content, level=6)
    # PDF and ZIP hardly shrink: below a tenth saved, unpacking would cost more than the room is worth.
    pack = len(packed) < 0.9 * len(content)
    digest = hashlib.sha256(content).hexdigest()
    row = [document_id, digest, len(content), "zlib" if pack else "none", packed if pack else content]
    case.connection.execute("INSERT INTO originals VALUES (?, ?, ?, ?, ?)", row)


def write_input(case: CaseFile, row: InputRow) -> None:
    """Keeps the name under which a document came in."""
    values = [row.document_id, row.path, row.media_type, row.is_given, row.given]
    case.connection.execute("INSERT INTO inputs VALUES (?, ?, ?, ?, ?)", values)


def forget_input(case: CaseFile, row: InputRow) -> None:
    """Forgets what was said of a document under this name."""
    case.connection.execute("DELETE FROM inputs WHERE document_id = ? AND path = ?", [row.document_id, row.path])


def write_document(case: CaseFile, document: Document) -> None:
    """Keeps the document."""
    _insert(case, DOCUMENTS, [document_row(document)])


def forget_reading(case: CaseFile, document_id: str) -> None:
    """Forgets how a document was read; its original bytes and what was found in it stay."""
    case.connection.execute("DELETE FROM documents WHERE id = ?", [document_id])
    forget_step_done(case, READ_STEP, document_id)


def write_extraction(
    case: CaseFile, claims: Sequence[Claim], quotations: Sequence[Quotation], dates: Sequence[DateExpression]
) -> None:
    """Keeps what was found in a document."""
    _insert(case, CLAIMS, [claim_row(claim, position) for position, claim in enumerate(claims)])
    _insert(case, QUOTATIONS, [quotation_row(quotation, position) for position, quotation in enumerate(quotations)])
    _insert(case, DATES, [date_row(date, position) for position, date in enumerate(dates)])


def forget_extraction(case: CaseFile, document_id: str) -> None:
    """Forgets what was found in a document."""
    for table in (CLAIMS, QUOTATIONS, DATES):
        case.connection.execute(f"DELETE FROM {table.name} WHERE document_id = ?", [document_id])  # noqa: S608
    forget_step_done(case, EXTRACT_STEP, document_id)


def write_unread(case: CaseFile, step: str, unread: UnreadInput) -> None:
    """Keeps why an input could not be read, in place of what was said of it before."""
    sql = "INSERT OR REPLACE INTO unread (path, step, reason) VALUES (?, ?, ?)"
    case.connection.execute(sql, [unread.path, step, unread.reason])


def forget_unread(case: CaseFile, step: str, path: str) -> None:
    """Forgets that an input could not be read: now it can."""
    case.connection.execute("DELETE FROM unread WHERE path = ? AND step = ?", [path, step])


def write_step_done(case: CaseFile, done: StepDone) -> None:
    """Notes that a step need not be done again until the document or the method changes."""
    row = [done.step, done.document_id, *done.method, done.fingerprint]
    case.connection.execute("INSERT INTO steps_done VALUES (?, ?, ?, ?, ?)", row)


def replace_steps_done(case: CaseFile, done: Sequence[StepDone]) -> None:
    """Notes that a step is done on many documents, whatever was noted of it before."""
    columns = list(zip(*((one.step, one.document_id, *one.method, one.fingerprint) for one in done), strict=True))
    if columns:
        values = ", ".join(f"unnest(${number}::VARCHAR[])" for number in range(1, 6))
        sql = f"INSERT OR REPLACE INTO steps_done SELECT {values}"
        case.connection.execute(sql, [list(column) for column in columns])


def forget_step_done(case: CaseFile, step: str, document_id: str) -> None:
    """Forgets that a step was done."""
    case.connection.execute("DELETE FROM steps_done WHERE step = ? AND document_id = ?", [step, document_id])


def _insert(case: CaseFile, table: Table, rows: Iterable[Row]) -> None:
    columns = [list(column) for column in zip(*rows, strict=True)]
    if columns:
        case.connection.execute(insert_sql(table), columns)
