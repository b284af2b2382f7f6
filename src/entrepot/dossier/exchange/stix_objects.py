"""STIX 2.1 objects as plain records: identifiers that follow from stable values, timestamps as the standard has them.

After "STIX Version 2.1", OASIS Standard of 10 June 2021: identifiers in section 2.9, timestamps in 3.2, common
properties in 3.
"""

import re
import uuid
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any

from entrepot.dossier.channels.words import shorten
from entrepot.dossier.claims_csv import CLEANED

StixObject = dict[str, Any]

NAMESPACE = uuid.UUID("6f5d2b0e-8c5b-5f0a-9a7e-3f1f0c0d9b51")
"""This program's own, drawn once; that of the standard is kept for cyber-observable objects, of which none are made."""
SPEC_VERSION = "2.1"
DAY = re.compile(r"\d{4}-\d\d-\d\d\Z", re.ASCII)
NAME_LENGTH = 250


def stix_id(kind: str, *values: str) -> str:
    """`kind--UUID` of version 5: the same values always give the same identifier."""
    return f"{kind}--{uuid.uuid5(NAMESPACE, chr(0x1F).join((kind, *map(clean_text, values))))}"


def print_stamp(moment: datetime) -> str:
    """RFC 3339 in UTC with milliseconds and a Z."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.") + f"{moment.microsecond // 1000:03d}Z"


def stamp_day(day: str) -> str | None:
    """The first instant of an ISO day; None for anything else."""
    return f"{day}T00:00:00.000Z" if DAY.match(day) else None


def make_object(kind: str, keys: Iterable[str], stamp: str, creator: str | None, **properties: Any) -> StixObject:
    """An object with the common properties; those that are None or empty are left out, as the standard asks."""
    made: StixObject = {
        "type": kind,
        "spec_version": SPEC_VERSION,
        "id": stix_id(kind, *keys),
        "created_by_ref": creator,
        "created": stamp,
        "modified": stamp,
        **{name: _clean(value) for name, value in properties.items()},
    }
    return {name: value for name, value in made.items() if value is not None and value not in ("", [], {})}


def name_text(*texts: str) -> str:
    """The first of the texts that says anything, as a name: on one line, cut where it is long; else "not named"."""
    named = (shorten(clean_text(text), NAME_LENGTH) for text in texts)
    return next(filter(None, named), "not named")


def clean_text(text: str) -> str:
    """The text without what no UTF-8 file can hold."""
    return text.translate(CLEANED)


def _clean(value: Any) -> Any:
    if isinstance(value, str):
        return clean_text(value)
    if isinstance(value, list):
        return [cleaned for one in value if (cleaned := _clean(one)) != ""]
    return value
