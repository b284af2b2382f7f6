"""What a name in a text may stand for, and where it stands."""

import re
from dataclasses import dataclass
from typing import Literal

from entrepot.model.actor import Actor
from entrepot.model.claim import SourceKind
from entrepot.reference.tokens import fold_word

_SLUG_WORDS = re.compile(r"[^\W_]+")

FormKind = Literal[
    "name",
    "adjective",
    "people",
    "capital",
    "seat",
    "organisation",
    "agency",
    "outlet",
    "service",
    "ministry",
    "person",
    "surname",
    "hub",
    "place",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class NameEntry:
    """One reading of a form: the actor it may stand for.

    `form_kind` says what sort of form it is, `iso2` the country it belongs to (empty if none), `weak` that the form is
    also an ordinary word or a common surname and needs context, `source_kind` how the actor counts as a source.
    """

    actor: Actor
    form_kind: FormKind
    iso2: str
    weak: bool
    source_kind: SourceKind | None


@dataclass(frozen=True, slots=True, kw_only=True)
class NameMatch:
    """A name in a text, `text[start:end]`, with every reading, the likeliest first. Several make it ambiguous."""

    start: int
    end: int
    text: str
    entries: tuple[NameEntry, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedForm:
    """A spelling and one of its readings, as a builder hands it to the index."""

    form: str
    entry: NameEntry


def slug(name: str) -> str:
    """The name in lower case without diacritics, words joined by hyphens, as actor ids carry it."""
    return "-".join(_SLUG_WORDS.findall(" ".join(map(fold_word, name.split())).lower()))
