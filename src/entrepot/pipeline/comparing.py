"""Two reports read, extracted and compared, without a case file."""

from entrepot.corroboration.comparison import compare_reports
from entrepot.documents import ReadOptions, read_documents
from entrepot.errors import CallError, InputError
from entrepot.model.case import UnreadInput
from entrepot.model.claim import Claim
from entrepot.model.comparison import Comparison
from entrepot.model.document import Document
from entrepot.pipeline.extractor import extract_claims, try_document


def compare_files(left: str, right: str, options: ReadOptions) -> Comparison:
    """The two reports beside each other.

    Raises:
        CallError: a path holds several reports, or both hold the same bytes.
        InputError: one of them cannot be read.
    """
    first, second = (_read_one(path, options) for path in (left, right))
    if first.id == second.id:
        raise CallError(f"{left} and {right} hold the same bytes: they are one report.")
    return compare_reports((first, _extract(first)), (second, _extract(second)))


def _read_one(path: str, options: ReadOptions) -> Document:
    found = list(read_documents((path,), options, lambda note: None))
    if len(found) != 1:
        raise CallError(f"{path}: holds {len(found)} reports; name two single reports to compare.")
    one = found[0]
    if isinstance(one, UnreadInput):
        raise InputError(one.reason if one.path in one.reason else f"{one.path}: {one.reason}")
    return one


def _extract(document: Document) -> tuple[Claim, ...]:
    found = try_document(extract_claims, document)
    if isinstance(found, UnreadInput):
        raise InputError(f"{found.path}: {found.reason}")
    return found
