"""Whoever acts, or is acted upon: states, bodies, firms, persons, ships, places."""

from dataclasses import dataclass
from typing import Literal

ActorKind = Literal["country", "organisation", "person", "place", "vessel", "group"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """An actor that a mention was resolved to.

    `id` is `country:IR` (ISO 3166-1 alpha-2; `country:EU` is never used, the European Union is an organisation),
    `organisation:…`, `person:…`, `place:…` or `vessel:…`; `name` is the usual English name.
    """

    id: str
    kind: ActorKind
    name: str
