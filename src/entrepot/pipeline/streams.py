"""Reports in, extractions out, one at a time and without a case file."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from entrepot.model.case import UnreadInput
from entrepot.model.document import Document
from entrepot.pipeline.extractor import Extraction, Extractor
from entrepot.pipeline.parallel import map_in_order


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """A document with what was found in it."""

    document: Document
    found: Extraction


def extract_stream(
    documents: Iterable[Document | UnreadInput], extractor: Extractor, jobs: int = 1
) -> Iterator[Read | UnreadInput]:
    """Each document with what was found in it, in the order given; few documents are in memory at a time.

    A document on which extraction ends in an error that the user can act on becomes an unread input and the others
    go on; a fault in the program raises.
    """
    for item, found in map_in_order(_Step(extractor), documents, jobs):
        if isinstance(found, UnreadInput) or isinstance(item, UnreadInput):
            yield found if isinstance(found, UnreadInput) else item  # type: ignore[misc]
        else:
            yield Read(document=item, found=found)


@dataclass(frozen=True, slots=True)
class _Step:
    """The extraction of one document, in a form that can be handed to another process."""

    extractor: Extractor

    def __call__(self, item: Document | UnreadInput) -> Extraction | UnreadInput:
        return item if isinstance(item, UnreadInput) else self.extractor.try_document(item)
