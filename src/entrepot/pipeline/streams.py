"""Reports in, extractions out, one at a time and without a case file."""

from collections.abc import Callable, Iterable, Iterator
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


Extract = Callable[[Document], Extraction]


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """A document with what was found in it."""

    document: Document
    found: Extraction


def extract_stream(documents: Iterable[Document | UnreadInput], extract: Extract) -> Iterator[Read | UnreadInput]:
    """Each document with what was found in it, in the order given; one document is in memory at a time.

    A document on which extraction ends in an error that the user can act on becomes an unread input and the others
    go on; a fault in the program raises.
    """
    for document in documents:
        if isinstance(document, UnreadInput):
            yield document
            continue
        try:
            found = extract(document)
        except EntrepotError as error:
            yield UnreadInput(path=document.path, reason=str(error))
        else:
            yield Read(document=document, found=found)
