"""A reader's draft as a document: what is given laid over what was inferred, and the language told."""

import hashlib
import re

from entrepot.documents.given import GivenMetadata
from entrepot.documents.interface import Draft
from entrepot.documents.language import name_language
from entrepot.model.document import READ_KINDS, Document
from entrepot.model.issue import Issue

ID_LENGTH = 16
_SAMPLE_CHARS = 3000


def finish_document(path: str, raw: bytes, media_type: str, draft: Draft, given: GivenMetadata) -> Document:
    """The document of `raw`; a field that is given wins, and its evidence says so."""
    digest = hashlib.sha256(raw).hexdigest()
    language = name_language(_sample(draft))
    return Document(
        id=digest[:ID_LENGTH],
        path=path,
        sha256=digest,
        media_type=media_type,
        text=draft.text,
        blocks=draft.blocks,
        title=given.title or _one_line(draft.title),
        publisher=given.publisher or _one_line(draft.publisher),
        byline=_one_line(draft.byline),
        url=given.url or draft.url,
        language=language,
        published=given.published or draft.published,
        issues=(*given.issues, *draft.issues, *_language_issues(language), *_body_issues(draft)),
    )


def _sample(draft: Draft) -> str:
    parts: list[str] = []
    length = 0
    for block in draft.blocks:
        if block.kind in READ_KINDS:
            parts.append(draft.text[block.start : min(block.end, block.start + _SAMPLE_CHARS)])
            length += len(parts[-1])
        if length > _SAMPLE_CHARS:
            break
    return " ".join(parts)[:_SAMPLE_CHARS]


def _language_issues(language: str) -> tuple[Issue, ...]:
    if language in ("", "en"):
        return ()
    message = (
        f"The text is in another language than English (it looks like '{language}'); it is kept, but no claims "
        f"are read "
        "from it. Add an English translation as a report of its own."
    )
    return (Issue(code="language_unsupported", message=message),)


def _body_issues(draft: Draft) -> tuple[Issue, ...]:
    if any(block.kind in READ_KINDS for block in draft.blocks):
        return ()
    message = (
        "Nothing in it could be told from menus, links and notices, so no claims are read from it; check "
        "how it was saved."
    )
    return (Issue(code="no_body_text", message=message),)


def _one_line(value: str) -> str:
    return re.sub(r"\s+", " ", value).strip()
