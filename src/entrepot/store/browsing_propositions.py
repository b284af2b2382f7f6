"""The propositions of a large case a page at a time: an index by what they have in common, kept beside them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from entrepot.model.proposition import Proposition
from entrepot.store.casefile import CaseFile
from entrepot.store.codec import decode_json
from entrepot.store.facets import Facet, NarrowedTable, Narrowing, searched_sql

PROPOSITION_FACETS: Final = (
    Facet(name="frame", column="frame"),
    Facet(name="origins", column="origin_count"),
    Facet(name="conflict", column="conflicts", many=True),
    Facet(name="credibility", column="credibility"),
    Facet(name="actor", column="actors", many=True, labels="actor_names"),
    Facet(name="origin", column="origins", many=True),
    Facet(name="alone", column="alone", counted=False),
)
_ORDER: Final = "independent_origins DESC, claim_count DESC, first_published, id"
"""The order of the case: the weightiest independent support first, as `store.propositions` gives it."""

_LISTED_SQL: Final = """
        SELECT page.number, propositions.record, indexed.pieces
        FROM page
        JOIN propositions ON propositions.id = page.proposition_id
        JOIN proposition_index AS indexed ON indexed.proposition_id = page.proposition_id
"""
"""The propositions of a page, with number and sentence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OriginRow:
    """An origin of a proposition as the origins of a case are counted."""

    name: str
    kind: str
    independent: bool
    interested: bool
    alone: bool
    claims: int
    outlets: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PropositionIndexRow:
    """What is asked of a proposition; `pieces` is its sentence as JSON, `days` the first and last one of its event."""

    proposition_id: str
    frame: str
    origin_count: str
    credibility: str
    conflicts: tuple[str, ...]
    actors: tuple[tuple[str, str], ...]
    days: tuple[str | None, str | None]
    pieces: str
    searched: str
    origins: tuple[OriginRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedProposition:
    """A proposition with its number in the case and its sentence, as JSON."""

    number: int
    proposition: Proposition
    pieces: str


def list_unindexed_propositions(case: CaseFile) -> list[str]:
    """The ids of the propositions that are not indexed; whoever forgets a proposition forgets its index too."""
    sql = """
        SELECT id FROM propositions ANTI JOIN proposition_index AS known ON known.proposition_id = propositions.id
        ORDER BY id
    """
    return [row[0] for row in case.connection.execute(sql).fetchall()]


def write_proposition_index(case: CaseFile, rows: Iterable[PropositionIndexRow]) -> None:
    """Keeps the index of propositions that have none."""
    found = list(rows)
    if not found:
        return
    main = [
        (
            *(one.proposition_id, one.frame, one.origin_count, one.credibility, list(one.conflicts)),
            *([actor for actor, _ in one.actors], [name for _, name in one.actors]),
            [origin.name for origin in one.origins if origin.independent],
            next((origin.name for origin in one.origins if origin.alone), ""),
            *(*one.days, any(one.days), one.pieces, one.searched),
        )
        for one in found
    ]
    names = (
        "proposition_id, frame, origin_count, credibility, conflicts, actors, actor_names, origins, alone, first_day, "
        "last_day, is_dated, pieces, searched"
    )
    kinds: tuple[str, ...] = (
        *("VARCHAR",) * 4,
        *("VARCHAR[]",) * 4,
        *("VARCHAR",) * 3,
        "BOOLEAN",
        "VARCHAR",
        "VARCHAR",
    )
    _insert(case, "proposition_index", names, kinds, main)
    roots = [
        (one.proposition_id, each.name, each.kind, each.independent, each.interested, each.alone, each.claims,
         list(each.outlets))
        for one in found
        for each in one.origins
    ]  # fmt: skip
    names = "proposition_id, name, kind, independent, interested, alone, claim_count, outlets"
    kinds = (*("VARCHAR",) * 3, *("BOOLEAN",) * 3, "INTEGER", "VARCHAR[]")
    _insert(case, "proposition_origins", names, kinds, roots)


def narrow_propositions(case: CaseFile, asked: Narrowing) -> NarrowedTable:
    """The propositions that fit what is asked."""
    return NarrowedTable(case, "proposition_index", PROPOSITION_FACETS, ("proposition_id",), asked)


def list_propositions(case: CaseFile, found: NarrowedTable, offset: int, limit: int) -> list[ListedProposition]:
    """A page of the propositions that fit, in the order of the case."""
    sql = f"""
        WITH page AS (
            SELECT proposition_id, number
            FROM {found.rows}
            JOIN proposition_numbers USING (proposition_id)
            WHERE {found.fits_sql}
            ORDER BY number
            LIMIT $limit OFFSET $offset
        )
        {_LISTED_SQL}
        ORDER BY page.number
    """  # noqa: S608 - names are constants
    return find_listed(case, sql, found.parameters | {"limit": limit, "offset": offset})


def list_contested(
    case: CaseFile, kinds: Sequence[str], offset: int, limit: int
) -> tuple[int, list[ListedProposition]]:
    """How many propositions have a conflict of these kinds, or of any where none is named, and a page of them."""
    contested = "list_has_any(conflicts, $kinds::VARCHAR[])"
    asked: dict[str, object] = {"kinds": list(kinds) or ["any"]}
    total = f"SELECT count(*) FROM proposition_index WHERE {contested}"  # noqa: S608 - the expression is a constant
    sql = f"""
        WITH page AS (
            SELECT proposition_id, number
            FROM proposition_index
            JOIN proposition_numbers USING (proposition_id)
            WHERE {contested}
            ORDER BY number
            LIMIT $limit OFFSET $offset
        )
        {_LISTED_SQL}
        ORDER BY page.number
    """  # noqa: S608 - expressions are constants
    found = find_listed(case, sql, {**asked, "limit": limit, "offset": offset})
    return int(case.connection.execute(total, asked).fetchall()[0][0]), found


def find_propositions(case: CaseFile, ids: Sequence[str]) -> list[ListedProposition]:
    """These propositions in the order of the case; those that it does not hold or has not indexed are left out."""
    if not ids:
        return []
    sql = f"""
        WITH page AS (
            SELECT proposition_id, number FROM proposition_numbers
            WHERE proposition_id IN (SELECT unnest($ids::VARCHAR[]))
        )
        {_LISTED_SQL}
        ORDER BY page.number
    """  # noqa: S608 - names are constants
    return find_listed(case, sql, {"ids": list(ids)})


def find_listed(case: CaseFile, sql: str, parameters: Mapping[str, object]) -> list[ListedProposition]:
    """The propositions of a query that gives number, record and sentence."""
    rows = case.connection.execute(sql, dict(parameters)).fetchall()
    return [
        ListedProposition(number=row[0], proposition=decode_json(Proposition, row[1]), pieces=row[2]) for row in rows
    ]


def read_propositions(case: CaseFile, ids: Sequence[str]) -> list[Proposition]:
    """These propositions, in order of the id."""
    sql = "SELECT record FROM propositions WHERE id IN (SELECT unnest($1::VARCHAR[])) ORDER BY id"
    return [decode_json(Proposition, row[0]) for row in case.connection.execute(sql, [list(ids)]).fetchall()]


def are_numbered(case: CaseFile) -> bool:
    """True where every proposition, and nothing else, has a number."""
    sql = "SELECT (SELECT count(*) FROM propositions) = (SELECT count(*) FROM proposition_numbers)"
    return bool(case.connection.execute(sql).fetchall()[0][0])


def number_propositions(case: CaseFile) -> None:
    """Numbers the propositions in the order of the case."""
    case.connection.execute("DELETE FROM proposition_numbers")
    case.connection.execute(
        f"""
        INSERT INTO proposition_numbers
        SELECT id, row_number() OVER (ORDER BY {_ORDER}) FROM propositions
        """  # noqa: S608 - the order is a constant
    )


def count_conflicts(case: CaseFile) -> dict[str, int]:
    """How many propositions have a conflict of each kind, the commonest kind first."""
    sql = """
        SELECT kind, count(*) AS held
        FROM (SELECT unnest(conflicts) AS kind FROM proposition_index)
        WHERE kind NOT IN ('any', 'none')
        GROUP BY kind
        ORDER BY held DESC, kind
    """
    return dict(case.connection.execute(sql).fetchall())


def _insert(case: CaseFile, table: str, names: str, kinds: Sequence[str], rows: Sequence[tuple[object, ...]]) -> None:
    if not rows:
        return
    values = [f"unnest(${at}::{kind}[])" for at, kind in enumerate(kinds, start=1)]
    if names.endswith("searched"):
        values[-1] = searched_sql(values[-1])
    sql = f"INSERT INTO {table} ({names}) SELECT {', '.join(values)}"
    case.connection.execute(sql, [list(column) for column in zip(*rows, strict=True)])
