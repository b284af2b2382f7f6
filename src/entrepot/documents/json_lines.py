"""JSON Lines and JSON: one document an object, by the names that fields of reports usually have."""

import io
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from entrepot.documents.classify import Header
from entrepot.documents.given import GivenMetadata, parse_published
from entrepot.documents.interface import Draft, ReadTask
from entrepot.documents.options import ReadOptions
from entrepot.documents.raw_input import RawInput, too_large_sentence
from entrepot.documents.sniff import JSON
from entrepot.documents.stated_dates import published_from
from entrepot.documents.text import draft_from_text
from entrepot.errors import InputError
from entrepot.model.case import UnreadInput

_FIELDS = {
    "text": ("text", "body", "content", "article", "fulltext", "full_text"),
    "title": ("title", "headline"),
    "publisher": ("publisher", "source", "outlet", "site"),
    "byline": ("byline", "author", "authors"),
    "url": ("url", "link"),
    "published": ("published", "date", "published_at", "publication_date", "date_published", "datePublished"),
}
_MARK_UP = re.compile(r"</(?:p|div|li|h[1-6]|ul|table|article)\s*>|<br\s*/?>", re.IGNORECASE)
_JSON_FAULTS = (ValueError, RecursionError)


@dataclass(frozen=True, slots=True)
class JsonReader:
    """Reads one JSON object with the text of a report and what is known of it."""

    media_types: frozenset[str] = frozenset({JSON})

    def read(self, task: ReadTask) -> Draft:
        """The text field as plain text, the other fields as what the report says of itself."""
        record = _record(task.path, task.raw)
        body = _field(record, "text")
        if not body.strip():
            raise InputError(f"{task.path} has no text: one of the fields text, body or content must hold it.")
        published = _field(record, "published")
        hint = Header(
            title=_field(record, "title"),
            publisher=_field(record, "publisher"),
            byline=_field(record, "byline"),
            url=_field(record, "url"),
            published=parse_published(published, "field of the record")
            or published_from(published, "field of the record"),
        )
        if _MARK_UP.search(body):
            from entrepot.documents.html import draft_from_fragment

            return draft_from_fragment("", body, hint)
        return draft_from_text(body, hint)


def iter_json_lines(
    path: str, stream: io.BufferedReader | io.BytesIO, given: GivenMetadata, options: ReadOptions
) -> Iterator[RawInput | UnreadInput]:
    """One input a line; blank lines are passed over, and a line that is no object is named by its number."""
    number = 0
    while line := stream.readline(options.max_bytes + 1):
        number += 1
        label = f"{path}#{number}"
        if len(line) > options.max_bytes:
            yield UnreadInput(path=label, reason=too_large_sentence(label, None, options.max_bytes))
            _skip_line(stream, line)
            continue
        body = line.removeprefix(b"\xef\xbb\xbf").strip() if number == 1 else line.strip()
        if not body:
            continue
        if not body.startswith(b"{"):
            yield UnreadInput(
                path=label, reason=f"{label} is no JSON object; each line must be one object with a text."
            )
            continue
        yield RawInput(path=label, raw=body, media_type=JSON, given=given)


def iter_json(path: str, raw: bytes, given: GivenMetadata) -> Iterator[RawInput | UnreadInput]:
    """The object that the file is, or every object of the list that it is."""
    try:
        value = json.loads(raw)
    except _JSON_FAULTS:
        # The reader names the fault, as for any other single document.
        value = None
    if not isinstance(value, list):
        yield RawInput(path=path, raw=raw, media_type=JSON, given=given)
        return
    for number, item in enumerate(value, start=1):
        label = f"{path}#{number}"
        if isinstance(item, dict):
            body = json.dumps(item, ensure_ascii=True, sort_keys=True).encode()
            yield RawInput(path=label, raw=body, media_type=JSON, given=given)
        else:
            yield UnreadInput(
                path=label, reason=f"{label} is no JSON object; each item must be one object with a text."
            )


def _skip_line(stream: io.BufferedReader | io.BytesIO, line: bytes) -> None:
    while line and not line.endswith(b"\n"):
        line = stream.readline(1024 * 1024)


def _record(path: str, raw: bytes) -> dict[str, Any]:
    try:
        value = json.loads(raw)
    except _JSON_FAULTS as error:
        reason = "it is nested too deep" if isinstance(error, RecursionError) else str(error)
        raise InputError(f"{path} is not well-formed JSON ({reason}); check that the line is whole.") from error
    if not isinstance(value, dict):
        raise InputError(f"{path} is JSON but no object with a text field.")
    return value


def _field(record: dict[str, Any], name: str) -> str:
    for key in _FIELDS[name]:
        value = record.get(key)
        if isinstance(value, dict):
            value = value.get("name")
        if isinstance(value, list):
            value = ", ".join(one for one in value if isinstance(one, str))
        if isinstance(value, str) and value.strip():
            # A lone surrogate, which JSON can spell, is no character and could not be written out again.
            return value.encode("utf-8", "replace").decode("utf-8") if _has_surrogate(value) else value
    return ""


def _has_surrogate(value: str) -> bool:
    return any("\ud800" <= character <= "\udfff" for character in value) if not value.isascii() else False
