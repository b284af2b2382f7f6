"""The actors of a large case a page at a time, with how often they are named and how their screening came out."""

from dataclasses import dataclass

from entrepot.store.casefile import CaseFile
from entrepot.store.facets import searched_sql

UNSCREENED = ("country", "place", "group")
"""Kinds of actors that are on no list as such."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorRow:
    """An actor in a list: how many claims name it and in how many reports.

    `best` is the score of the likeliest possible match of the last screening, None where it was not put to any list or
    nothing came near; `is_screened` tells the two apart.
    """

    actor_id: str
    name: str
    kind: str
    claims: int
    reports: int
    is_screened: bool
    best: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorsAsked:
    """Which actors are asked for: of one kind, with these words in the name, only those with a possible match."""

    kind: str = ""
    words: str = ""
    only_matched: bool = False


_NAMED_SQL = """
    named AS (
        SELECT actor_id, any_value(name) AS name, count(*) AS claims, count(DISTINCT document_id) AS reports
        FROM (
            SELECT unnest(actors) AS actor_id, unnest(actor_names) AS name, document_id
            FROM claim_index
            WHERE decision <> 'rejected'
        )
        GROUP BY actor_id
    )
"""
_SCREENED_SQL = """
    last_run AS (SELECT max(run) AS run FROM screening_runs WHERE subject = 'actors'),
    screened AS (
        SELECT query->>'$.id' AS actor_id, max(best) AS best
        FROM (
            SELECT query::JSON AS query, list_max(list_transform(
                list_filter(from_json(matches, '[{"decision": "VARCHAR", "score": "DOUBLE"}]'),
                    lambda found: found.decision = 'possible_match'),
                lambda found: found.score)) AS best
            FROM screenings
            WHERE run = (SELECT run FROM last_run)
        )
        GROUP BY actor_id
    )
"""


def list_actor_rows(case: CaseFile, asked: ActorsAsked, offset: int = 0, limit: int = 50) -> tuple[int, list[ActorRow]]:
    """How many actors there are as asked for, and a page of them: those named by most claims first."""
    sql = f"""
        WITH {_NAMED_SQL}, {_SCREENED_SQL}
        SELECT named.actor_id, name, split_part(named.actor_id, ':', 1) AS kind, claims, reports,
            screened.actor_id IS NOT NULL, best, count(*) OVER ()
        FROM named
        LEFT JOIN screened ON screened.actor_id = named.actor_id
        WHERE ($kind = '' OR starts_with(named.actor_id, concat($kind, ':')))
          AND contains({searched_sql("name")}, {searched_sql("$words")})
          AND (NOT $only_matched OR best IS NOT NULL)
        ORDER BY claims DESC, name, named.actor_id
        LIMIT $limit OFFSET $offset
    """  # noqa: S608 - expressions of the house
    values = {"kind": asked.kind, "words": asked.words, "only_matched": asked.only_matched}
    rows = case.connection.execute(sql, {**values, "limit": limit, "offset": offset}).fetchall()
    names = ("actor_id", "name", "kind", "claims", "reports", "is_screened", "best")
    return (int(rows[0][7]) if rows else 0), [ActorRow(**dict(zip(names, row[:7], strict=True))) for row in rows]


def count_actor_kinds(case: CaseFile) -> dict[str, int]:
    """How many actors of each kind the claims name, the commonest kind first."""
    sql = """
        SELECT split_part(actor_id, ':', 1) AS kind, count(DISTINCT actor_id) AS actors
        FROM (SELECT unnest(actors) AS actor_id FROM claim_index WHERE decision <> 'rejected')
        GROUP BY kind
        ORDER BY actors DESC, kind
    """
    return dict(case.connection.execute(sql).fetchall())


def find_actor_row(case: CaseFile, actor_id: str) -> ActorRow | None:
    """The actor with this id, where a claim that nobody rejected names it."""
    sql = f"""
        WITH {_NAMED_SQL}, {_SCREENED_SQL}
        SELECT named.actor_id, name, split_part(named.actor_id, ':', 1), claims, reports,
            screened.actor_id IS NOT NULL, best
        FROM named
        LEFT JOIN screened ON screened.actor_id = named.actor_id
        WHERE named.actor_id = $1
    """  # noqa: S608 - expressions of the house
    row = case.connection.execute(sql, [actor_id]).fetchone()
    names = ("actor_id", "name", "kind", "claims", "reports", "is_screened", "best")
    return ActorRow(**dict(zip(names, row, strict=True))) if row else None


def list_actor_propositions(case: CaseFile, actor_id: str, limit: int = 50) -> list[tuple[str, str]]:
    """Id and sentence (JSON pieces) of the propositions about this actor, the weightiest first."""
    sql = """
        SELECT proposition_id, pieces
        FROM proposition_index
        JOIN propositions ON propositions.id = proposition_id
        WHERE list_contains(actors, $1)
        ORDER BY independent_origins DESC, claim_count DESC, first_published, proposition_id
        LIMIT $2
    """
    return case.connection.execute(sql, [actor_id, limit]).fetchall()
