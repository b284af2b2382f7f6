"""The origins of all propositions of a case together: on whose word how much rests."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from entrepot.store.casefile import CaseFile
from entrepot.store.facets import searched_sql


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseOrigin:
    """An origin by its name: behind how many propositions and claims it stands, and behind how many alone.

    `interested` where it is a party to one of them. Those that are not `independent` count for nothing.
    """

    name: str
    kind: str
    independent: bool
    interested: bool
    propositions: int
    alone: int
    claims: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CarriedBy:
    """An outlet that carries the words of an origin, in how many propositions."""

    outlet: str
    propositions: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Carriers:
    """The outlets that carry the words of an origin in the most propositions, and how many there are in all."""

    first: tuple[CarriedBy, ...]
    total: int


NO_CARRIERS: Final = Carriers(first=(), total=0)


def list_case_origins(case: CaseFile, words: str, offset: int, limit: int) -> tuple[int, list[CaseOrigin]]:
    """How many origins have these words in their name, and a page of them.

    Those first on which the most propositions rest alone; those that count for nothing last.
    """
    sql = f"""
        SELECT name, min(kind), bool_or(independent), bool_or(interested), count(*),
            count(*) FILTER (WHERE alone), sum(claim_count), count(*) OVER ()
        FROM proposition_origins
        WHERE contains({searched_sql("name")}, {searched_sql("$words")})
        GROUP BY name
        ORDER BY 3 DESC, 6 DESC, 5 DESC, name
        LIMIT $limit OFFSET $offset
    """  # noqa: S608 - expressions are constants
    rows = case.connection.execute(sql, {"words": words, "limit": limit, "offset": offset}).fetchall()
    found = [
        CaseOrigin(
            name=row[0],
            kind=row[1],
            independent=row[2],
            interested=row[3],
            propositions=row[4],
            alone=row[5],
            claims=int(row[6]),
        )
        for row in rows
    ]
    return (int(rows[0][7]) if rows else 0), found


def list_outlets(case: CaseFile, names: Sequence[str], limit: int) -> dict[str, Carriers]:
    """The outlets that carry the words of these origins, those of the most propositions first, so many for each."""
    sql = """
        SELECT name, outlet, count(*) AS carried, count(*) OVER (PARTITION BY name) AS outlets
        FROM (
            SELECT name, unnest(outlets) AS outlet
            FROM proposition_origins
            WHERE list_contains($1::VARCHAR[], name)
        )
        GROUP BY name, outlet
        QUALIFY row_number() OVER (PARTITION BY name ORDER BY count(*) DESC, outlet) <= $2
        ORDER BY carried DESC, outlet
    """
    found: dict[str, list[CarriedBy]] = defaultdict(list)
    totals: dict[str, int] = {}
    for name, outlet, carried, outlets in case.connection.execute(sql, [list(names), limit]).fetchall():
        found[name].append(CarriedBy(outlet=outlet, propositions=carried))
        totals[name] = outlets
    return {name: Carriers(first=tuple(outlets), total=totals[name]) for name, outlets in found.items()}
