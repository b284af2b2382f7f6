"""What is known beside the name, and whether it agrees: kind, country, year of birth, identifiers.

Facts confirm or reject where both sides have them; where one side has none they say nothing.
"""

from collections.abc import Iterator

from entrepot.model.listing import Identifier, ListedParty
from entrepot.model.match import Feature, Query

SAME_IDENTIFIER = 12.0
"""A number that is given to one party only outweighs any difference of names."""
_OTHER_IMO, _OTHER_IDENTIFIER = -6.0, -1.5
"""A ship keeps its IMO number for life; of other numbers a party may have several."""
_SAME_BIRTH, _NEAR_BIRTH, _OFF_BIRTH, _OTHER_BIRTH = 1.5, 0.5, -2.0, -7.0
"""Years on lists are often estimates: two or three years off speak against, more rejects even the same name."""
_NEAR_YEARS, _OFF_YEARS = 1, 3
_SAME_COUNTRY, _OTHER_COUNTRY = 0.7, -0.8
"""Nationality, residence and seat are often mixed up in both records: a weak ground either way."""
_OTHER_KIND = -7.0
_STRICT = frozenset({"imo", "lei"})

_LEAST_DIGITS = 4
"""Shorter numbers are given to many."""
_FAMILIES = {"imo": "imo", "mmsi": "mmsi", "lei": "lei", "swift": "swift", "passport": "paper", "national_id": "paper"}
"""Kinds of numbers that lists mix up with each other; all others are numbers of registers and tax offices."""

IdentifierKey = tuple[str, str]


def key_of(identifier: Identifier) -> IdentifierKey | None:
    """What two identifiers must share to be one: the family of kinds, and the value without punctuation."""
    value = "".join(letter for letter in identifier.value.upper() if letter.isalnum()).removeprefix("IMO")
    return (_FAMILIES.get(identifier.kind, "register"), value) if len(value) >= _LEAST_DIGITS else None


def is_same(one: Identifier, other: Identifier) -> bool:
    """Whether two identifiers are one: the same key, and not those of two countries."""
    key = key_of(one)
    return (
        key is not None
        and key == key_of(other)
        and (one.country == other.country or "" in (one.country, other.country))
    )


def weigh_facts(query: Query, party: ListedParty) -> Iterator[Feature]:
    """The facts that speak for or against, each as a feature with its sentence."""
    yield from _weigh_identifiers(query, party)
    if "unknown" not in (query.kind, party.kind) and query.kind != party.kind:
        yield Feature(
            name="other_kind",
            score=1.0,
            weight=_OTHER_KIND,
            detail=f"The query is of a {query.kind}, the listed party is a {party.kind}.",
        )
    if query.birth_year and party.births:
        yield _weigh_birth(query.birth_year, party.births)
    if query.country and party.countries:
        same = query.country.upper() in party.countries
        yield Feature(
            name="same_country" if same else "other_country",
            score=1.0,
            weight=_SAME_COUNTRY if same else _OTHER_COUNTRY,
            detail=f"Country of the query: {query.country.upper()}; of the listed party: {', '.join(party.countries)}.",
        )


def _weigh_identifiers(query: Query, party: ListedParty) -> Iterator[Feature]:
    for asked in query.identifiers:
        if key_of(asked) is None:
            continue
        if any(is_same(asked, one) for one in party.identifiers):
            yield Feature(
                name="same_identifier",
                score=1.0,
                weight=SAME_IDENTIFIER,
                detail=f"Both have the {asked.kind.replace('_', ' ')} number {asked.value}.",
            )
            continue
        others = [one for one in party.identifiers if one.kind == asked.kind and one.country == asked.country]
        if others:
            yield Feature(
                name="other_identifier",
                score=1.0,
                weight=_OTHER_IMO if asked.kind in _STRICT else _OTHER_IDENTIFIER,
                detail=f"The {asked.kind.replace('_', ' ')} numbers differ: {asked.value} and "
                f"{', '.join(one.value for one in others)}.",
            )


def _weigh_birth(year: int, births: tuple[str, ...]) -> Feature:
    nearest = min(_distance(year, birth) for birth in births)
    name, weight = ("same_birth_year", _SAME_BIRTH) if not nearest else ("other_birth_year", _OTHER_BIRTH)
    if 0 < nearest <= _OFF_YEARS:
        name, weight = ("near_birth_year", _NEAR_BIRTH) if nearest <= _NEAR_YEARS else (name, _OFF_BIRTH)
    return Feature(
        name=name, score=1.0, weight=weight, detail=f"Born {year} by the query, {', '.join(births)} by the list."
    )


def _distance(year: int, birth: str) -> int:
    """Years between a year and a day, month, year or span as `ListedParty.births` has them."""
    years = [int(part[:4]) for part in birth.split("/") if part[:4].isdecimal()]
    if not years:
        return 1
    return 0 if min(years) <= year <= max(years) else min(abs(year - one) for one in years)
