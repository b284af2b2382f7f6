"""The extraction step as the pipeline sees it: pure functions of one document, and their method's name and version.

The grammar takes a second to load; so it is loaded when the first document comes, and not by whoever merely names it.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol, TypeVar

from entrepot.errors import EntrepotError
from entrepot.model.case import UnreadInput
from entrepot.model.claim import Claim, DateExpression, Quotation
from entrepot.model.document import Document

Found = TypeVar("Found")


class Extraction(Protocol):
    """What was found in one document."""

    @property
    def claims(self) -> tuple[Claim, ...]:
        """Its claims, in the order of the text."""
        ...

    @property
    def quotations(self) -> tuple[Quotation, ...]:
        """Its reported speech."""
        ...

    @property
    def dates(self) -> tuple[DateExpression, ...]:
        """Its date expressions."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Everything:
    """All that a case keeps of one document."""

    claims: tuple[Claim, ...]
    quotations: tuple[Quotation, ...]
    dates: tuple[DateExpression, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Extractor:
    """A way of finding claims; to run in several processes, `extract` must be a function of a module."""

    method: tuple[str, str]
    extract: Callable[[Document], Extraction]


def standard_extractor() -> Extractor:
    """The program's own rules."""
    from entrepot.claims import METHOD

    return Extractor(method=METHOD, extract=extract_everything)


def extract_everything(document: Document) -> Everything:
    """The claims, the reported speech and the dates of a document."""
    from entrepot.claims import extract, read_quotations

    found = extract(document)
    # Claims need few of the sentences parsed, reported speech most of them; so the one does not bring the other.
    return Everything(claims=found.claims, quotations=read_quotations(document), dates=found.dates)


def extract_claims(document: Document) -> tuple[Claim, ...]:
    """The claims of a document."""
    from entrepot.claims import extract

    return extract(document).claims


def extract_quotations(document: Document) -> tuple[Quotation, ...]:
    """The reported speech of a document."""
    from entrepot.claims import read_quotations

    return read_quotations(document)


def extract_dates(document: Document) -> tuple[DateExpression, ...]:
    """The date expressions of a document."""
    from entrepot.claims import dates

    return dates.extract_dates(document)


def try_document(extract: Callable[[Document], Found], document: Document) -> Found | UnreadInput:
    """What was found, or one sentence on why the document could not be handled; a fault in the program raises."""
    try:
        return extract(document)
    except EntrepotError as error:
        return UnreadInput(path=document.path, reason=str(error))
