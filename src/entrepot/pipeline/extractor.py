"""The extraction step as the pipeline sees it: a pure function of one document, with its method's name and version."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from entrepot.errors import EntrepotError
from entrepot.model.case import UnreadInput
from entrepot.model.claim import Claim, DateExpression, Quotation
from entrepot.model.document import Document


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
class Extractor:
    """A way of finding claims; to run in several processes, `extract` must be a function of a module."""

    method: tuple[str, str]
    extract: Callable[[Document], Extraction]

    def try_document(self, document: Document) -> Extraction | UnreadInput:
        """What was found, or one sentence on why the document could not be handled; a fault in the program raises."""
        try:
            return self.extract(document)
        except EntrepotError as error:
            return UnreadInput(path=document.path, reason=str(error))


def standard_extractor() -> Extractor:
    """The program's own rules; loaded only now, because the grammar takes a second to load."""
    from entrepot.claims import METHOD, extract

    return Extractor(method=METHOD, extract=extract)


def standard_method() -> tuple[str, str]:
    """Name and version of the program's own rules."""
    return standard_extractor().method
