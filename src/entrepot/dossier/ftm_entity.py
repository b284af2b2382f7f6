"""A FollowTheMoney entity as a record: its identifier, its values cleaned, its dates as that model writes them."""

import hashlib
from collections.abc import Iterable
from typing import Any

Entity = dict[str, Any]


def entity_id(*parts: str) -> str:
    """SHA-1 of the parts, which must be stable raw values."""
    return hashlib.sha1("\x1f".join(("entrepot", *parts)).encode("utf-8", "replace"), usedforsecurity=False).hexdigest()


def make_entity(schema: str, identifier: str, properties: dict[str, Iterable[str | None]]) -> Entity:
    """The entity with each value once, in the order given; values and properties that hold nothing are left out."""
    kept: dict[str, list[str]] = {}
    for name, values in properties.items():
        clean = list(dict.fromkeys(_clean(value) for value in values if value and value.strip()))
        if clean:
            kept[name] = clean
    return {"id": identifier, "schema": schema, "properties": kept}


def _clean(value: str) -> str:
    return "".join(
        "\ufffd" if 0xD800 <= ord(character) < 0xE000 else character for character in value if character != "\0"
    )


def shared_date(start: str, end: str) -> str:
    """The part of a date that first and last day share, as FollowTheMoney writes a month or a year; else nothing."""
    return next((start[:length] for length in (10, 7, 4) if start[:length] == end[:length]), "")
