"""Reports in, whatever is looked for in them out, one at a time and without a case file."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

from entrepot.model.case import UnreadInput
from entrepot.model.document import Document
from entrepot.pipeline.extractor import try_document
from entrepot.pipeline.parallel import map_in_order

Found = TypeVar("Found")


@dataclass(frozen=True, slots=True, kw_only=True)
class Read(Generic[Found]):
    """A document with what was found in it."""

    document: Document
    found: Found


def extract_stream(
    documents: Iterable[Document | UnreadInput], extract: Callable[[Document], Found], jobs: int = 1
) -> Iterator[Read[Found] | UnreadInput]:
    """Each document with what was found in it, in the order given; few documents are in memory at a time.

    A document on which extraction ends in an error that the user can act on becomes an unread input and the others
    go on; a fault in the program raises.
    """
    for _, outcome in map_in_order(_Step(extract), documents, jobs):
        yield outcome


@dataclass(frozen=True, slots=True)
class _Step(Generic[Found]):
    """The extraction of one document, in a form that can be handed to another process."""

    extract: Callable[[Document], Found]

    def __call__(self, item: Document | UnreadInput) -> Read[Found] | UnreadInput:
        if isinstance(item, UnreadInput):
            return item
        found = try_document(self.extract, item)
        return found if isinstance(found, UnreadInput) else Read(document=item, found=found)
