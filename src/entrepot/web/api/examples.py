"""A query by example: what an entity in FollowTheMoney's form asks the lists for."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice, product
from typing import Final

from entrepot.model.listing import Identifier
from entrepot.model.match import Query
from entrepot.screening.lists.countries import country_code
from entrepot.screening.lists.ftm import IDENTIFIERS
from entrepot.screening.lists.identifiers import make_identifier
from entrepot.screening.queries import AskedQuery, check_query
from entrepot.web.api.schemata import BIRTHS, COUNTRIES, NAME_PARTS, NAMES, asked_kind

Values = Mapping[str, Sequence[str]]

MAX_READINGS: Final = 24
"""Queries that one example is taken apart into, at most: its names, each with its countries and years of birth."""
_MAX_NUMBERS: Final = 20
_MAX_NUMBER: Final = 100
_YEAR = re.compile(r"(?<!\d)(1[89]\d\d|20\d\d)(?!\d)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """An entity that is asked for; `properties` are texts by FollowTheMoney's names."""

    schema: str
    properties: Values
    id: str = ""


def read_example(example: Example) -> list[AskedQuery]:
    """The queries that the example stands for: one for each of its names, countries and years of birth together.

    Whoever is found by one of them is found; none of its properties is lost, and none is needed.

    Raises:
        CallError: there is no such schema.
    """
    kind = asked_kind(example.schema)
    names = list(dict.fromkeys(_names(example.properties)))
    countries = [code for code in dict.fromkeys(map(country_code, _texts(example.properties, COUNTRIES))) if code]
    found = (_YEAR.search(text) for text in _texts(example.properties, BIRTHS))
    years: list[int | None] = list(dict.fromkeys(int(year[1]) for year in found if year))
    numbers = tuple(islice(_numbers(example.properties), _MAX_NUMBERS))
    readings = product(names or [""], countries or [""], years or [None])
    asked = (
        AskedQuery(
            number=number,
            query=Query(name=name, id=example.id, kind=kind, country=country, birth_year=year, identifiers=numbers),
        )
        for number, (name, country, year) in enumerate(islice(readings, MAX_READINGS), start=1)
    )
    # A number alone finds its bearer; a name that cannot be asked is told.
    return [one if numbers and not one.query.name else check_query(one) for one in asked]


def _names(properties: Values) -> Iterator[str]:
    yield from _texts(properties, NAMES)
    if not any(properties.get(name) for name in NAMES):
        for parts in NAME_PARTS:
            found = [properties[part][0].strip() for part in parts if properties.get(part)]
            if len(found) > 1:
                yield " ".join(found)


def _texts(properties: Values, names: Sequence[str]) -> Iterator[str]:
    for name in names:
        yield from (text.strip() for text in properties.get(name, ()) if text.strip())


def _numbers(properties: Values) -> Iterator[Identifier]:
    for name, kind in IDENTIFIERS.items():
        for text in properties.get(name, ()):
            if text.strip():
                yield make_identifier(name, text.strip()[:_MAX_NUMBER], kind=kind)
