"""What comes out of a case file: always in the same order, whatever the order in which it went in."""

import zlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from entrepot.errors import CaseError
from entrepot.model.case import CaseContents, UnreadInput
from entrepot.model.claim import Claim, DateExpression, Quotation
from entrepot.model.document import Document
from entrepot.store.casefile import CaseFile
from entrepot.store.claim_judgements import iter_effective, latest_claim_judgements
from entrepot.store.rows import (
    CLAIMS,
    DATES,
    DOCUMENTS,
    QUOTATIONS,
    Row,
    Table,
    claim_of,
    date_of,
    document_of,
    quotation_of,
)
from entrepot.store.writing import InputRow, StepDone

T = TypeVar("T")

_BATCH_ROWS = 256
REPORT_ORDER = "documents.published_start NULLS LAST, documents.published_end, documents.path, documents.id"
"""Reports in order of publication; the undated last; then whatever stays the same from one adding to the next."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PendingDocument:
    """A document on which a step is still to be done, or, where it was `done_before`, to be done again."""

    document_id: str
    fingerprint: str
    done_before: bool


def read_original(case: CaseFile, document_id: str) -> bytes:
    """The bytes of a report as they came in.

    Raises:
        CaseError: the case does not hold them.
    """
    sql = "SELECT compression, content FROM originals WHERE document_id = ?"
    row = case.connection.execute(sql, [document_id]).fetchone()
    if row is None:
        raise CaseError(f"{case.path}: holds no report with the id {document_id}.")
    return zlib.decompress(row[1]) if row[0] == "zlib" else bytes(row[1])


def list_inputs(case: CaseFile, document_id: str) -> list[InputRow]:
    """The names under which a document came in, the one that counts first."""
    sql = "SELECT document_id, path, media_type, is_given, given FROM inputs WHERE document_id = ?"
    rows = case.connection.execute(sql, [document_id]).fetchall()
    names = ("document_id", "path", "media_type", "is_given", "given")
    return sorted((InputRow(**dict(zip(names, row, strict=True))) for row in rows), key=input_precedence)


def input_precedence(row: InputRow) -> tuple[bool, str]:
    """Sorts first the name that counts: one of which something was said from outside, then by the alphabet.

    So the order of adding decides nothing.
    """
    return (not row.is_given, row.path)


def find_step_done(case: CaseFile, step: str, document_id: str) -> StepDone | None:
    """How this step was last done on the document, if it was."""
    sql = "SELECT method_name, method_version, fingerprint FROM steps_done WHERE step = ? AND document_id = ?"
    row = case.connection.execute(sql, [step, document_id]).fetchone()
    if row is None:
        return None
    return StepDone(step=step, document_id=document_id, method=(row[0], row[1]), fingerprint=row[2])


def list_done_otherwise(case: CaseFile, step: str, method: tuple[str, str]) -> list[str]:
    """The documents on which this step was done with another method or another version of it."""
    sql = """
        SELECT document_id
        FROM steps_done
        WHERE step = ? AND (method_name, method_version) IS DISTINCT FROM (?, ?)
        ORDER BY document_id
    """
    return [row[0] for row in case.connection.execute(sql, [step, *method]).fetchall()]


def read_document(case: CaseFile, document_id: str) -> Document | None:
    """The document with this id, if the case holds it."""
    sql = f"SELECT {DOCUMENTS.names} FROM documents WHERE id = ?"  # noqa: S608 - column names are constants
    row = case.connection.execute(sql, [document_id]).fetchone()
    return None if row is None else document_of(row)


def read_documents(case: CaseFile, document_ids: Sequence[str]) -> list[Document]:
    """The documents with these ids, in order of the id; those that the case does not hold are left out."""
    sql = f"SELECT {DOCUMENTS.names} FROM documents WHERE id IN (SELECT unnest(?::VARCHAR[])) ORDER BY id"  # noqa: S608
    return [document_of(row) for row in case.connection.execute(sql, [list(document_ids)]).fetchall()]


def read_claims_of(case: CaseFile, document_ids: Sequence[str]) -> list[Claim]:
    """The claims of these documents as they are to be read, in order of the document's id and of the text."""
    sql = f"""
        SELECT {CLAIMS.names}
        FROM claims
        WHERE document_id IN (SELECT unnest(?::VARCHAR[]))
        ORDER BY document_id, position
    """  # noqa: S608 - names are constants
    claims = [claim_of(row) for row in case.connection.execute(sql, [list(document_ids)]).fetchall()]
    return list(iter_effective(claims, latest_claim_judgements(case, [one.id for one in claims])))


def iter_documents(case: CaseFile) -> Iterator[Document]:
    """Every document, in order of publication."""
    return _stream(case, f"SELECT {DOCUMENTS.names} FROM documents ORDER BY {REPORT_ORDER}", document_of)  # noqa: S608


def iter_claims(case: CaseFile) -> Iterator[Claim]:
    """Every claim as it is to be read, rejected ones too, in the order of the documents and of their texts."""
    return iter_effective(_stream(case, _found_sql(CLAIMS), claim_of), latest_claim_judgements(case))


def iter_quotations(case: CaseFile) -> Iterator[Quotation]:
    """Every piece of reported speech, in the same order."""
    return _stream(case, _found_sql(QUOTATIONS), quotation_of)


def iter_dates(case: CaseFile) -> Iterator[DateExpression]:
    """Every date expression, in the same order."""
    return _stream(case, _found_sql(DATES), date_of)


def iter_unread(case: CaseFile, step: str | None = None) -> Iterator[UnreadInput]:
    """Every input that could not be read, in order of path; of one step, or of all."""
    sql = "SELECT path, reason FROM unread WHERE step = coalesce($step, step) ORDER BY path, step"
    return _stream(case, sql, lambda row: UnreadInput(path=row[0], reason=row[1]), {"step": step})


def read_contents(case: CaseFile) -> CaseContents:
    """The whole case, for the dossier."""
    return CaseContents(
        name=case.name,
        documents=tuple(iter_documents(case)),
        claims=tuple(iter_claims(case)),
        judgements=tuple(sorted(latest_claim_judgements(case).values(), key=lambda one: one.number)),
        quotations=tuple(iter_quotations(case)),
        unread=tuple(iter_unread(case)),
    )


def list_pending(case: CaseFile, step: str, method: tuple[str, str]) -> list[PendingDocument]:
    """The documents on which this step was not yet done, or was done with another method or on another reading."""
    sql = f"""
        SELECT documents.id, documents.fingerprint, done.document_id IS NOT NULL
        FROM documents
        LEFT JOIN steps_done AS done ON done.document_id = documents.id AND done.step = ?
        WHERE (done.method_name, done.method_version, done.fingerprint) IS DISTINCT FROM (?, ?, documents.fingerprint)
        ORDER BY {REPORT_ORDER}
    """  # noqa: S608 - the order is a constant
    rows = case.connection.execute(sql, [step, *method]).fetchall()
    return [PendingDocument(document_id=row[0], fingerprint=row[1], done_before=row[2]) for row in rows]


def read_counts(case: CaseFile) -> dict[str, int]:
    """How many documents, claims, quotations and dates the case holds."""
    tables = [table.name for table in (DOCUMENTS, CLAIMS, QUOTATIONS, DATES)]
    sql = "SELECT " + ", ".join(f"(SELECT count(*) FROM {table})" for table in tables)  # noqa: S608
    counts = case.connection.execute(sql).fetchone() or ()
    return dict(zip(tables, counts, strict=True))


def count_issue_codes(case: CaseFile, table: Table) -> dict[str, int]:
    """How many claims, or documents, carry each issue code, in order of the code."""
    sql = f"""
        SELECT code, count(*) AS carriers
        FROM (SELECT unnest(list_distinct(issues->>'$[*].code')) AS code FROM {table.name})
        GROUP BY code
        ORDER BY code
    """  # noqa: S608 - the name is a constant
    return dict(case.connection.execute(sql).fetchall())


def _found_sql(table: Table) -> str:
    """Selects the rows of a table of things found in documents."""
    names = ", ".join(f"found.{name}" for name, _ in table.columns)
    return f"""
        SELECT {names}
        FROM {table.name} AS found
        JOIN documents ON documents.id = found.document_id
        ORDER BY {REPORT_ORDER}, found.position
    """  # noqa: S608 - names are constants


def _stream(
    case: CaseFile, sql: str, make: Callable[[Row], T], values: dict[str, str | None] | None = None
) -> Iterator[T]:
    """The records of a query, a batch at a time, on a cursor of its own so that others may write meanwhile."""
    cursor = case.connection.cursor()
    try:
        cursor.execute(sql, values)
        while rows := cursor.fetchmany(_BATCH_ROWS):
            yield from map(make, rows)
    finally:
        cursor.close()
