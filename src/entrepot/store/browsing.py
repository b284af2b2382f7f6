"""A case a page at a time: what a reader of a large case needs without reading all of it."""

from collections.abc import Sequence
from dataclasses import dataclass

from entrepot.store.casefile import CaseFile
from entrepot.store.reading import REPORT_ORDER


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportRow:
    """A report in a list: its number is its place in order of publication, counted from 1."""

    number: int
    document_id: str
    title: str
    publisher: str
    path: str
    published_start: str | None
    published_end: str | None
    published_granularity: str | None
    claims: int


def list_reports(case: CaseFile, words: str = "", offset: int = 0, limit: int = 50) -> tuple[int, list[ReportRow]]:
    """How many reports there are whose title, publisher or name holds these words, and a page of them."""
    sql = f"""
        WITH numbered AS (
            SELECT row_number() OVER (ORDER BY {REPORT_ORDER}) AS number, id, title, publisher, path,
                published_start, published_end, published_granularity
            FROM documents
        ), claimed AS (
            SELECT document_id, count(*) AS claims FROM claims GROUP BY document_id
        )
        SELECT number, id, title, publisher, path, published_start, published_end, published_granularity,
            coalesce(claims, 0), count(*) OVER ()
        FROM numbered
        LEFT JOIN claimed ON claimed.document_id = numbered.id
        WHERE contains(lower(concat_ws(' ', title, publisher, path)), lower($words))
        ORDER BY number
        LIMIT $limit OFFSET $offset
    """  # noqa: S608 - the order is a constant
    rows = case.connection.execute(sql, {"words": words, "limit": limit, "offset": offset}).fetchall()
    found = [
        ReportRow(
            number=row[0],
            document_id=row[1],
            title=row[2],
            publisher=row[3],
            path=row[4],
            published_start=row[5],
            published_end=row[6],
            published_granularity=row[7],
            claims=row[8],
        )
        for row in rows
    ]
    return (int(rows[0][9]) if rows else 0), found


def number_reports(case: CaseFile, document_ids: Sequence[str]) -> dict[str, int]:
    """The numbers of these reports: their places in order of publication."""
    sql = f"""
        WITH numbered AS (SELECT id, row_number() OVER (ORDER BY {REPORT_ORDER}) AS number FROM documents)
        SELECT id, number FROM numbered WHERE list_contains($1, id)
    """  # noqa: S608 - the order is a constant
    return dict(case.connection.execute(sql, [list(document_ids)]).fetchall())


def place_claims(case: CaseFile, document_ids: Sequence[str]) -> dict[str, int]:
    """The places of all claims of these reports in their text, counted from 1, by the claim's id."""
    sql = """
        SELECT id, row_number() OVER (PARTITION BY document_id ORDER BY quote_start, quote_end, frame, id)
        FROM claims
        WHERE list_contains($1, document_id)
    """
    return dict(case.connection.execute(sql, [list(document_ids)]).fetchall())


def find_proposition_ids(case: CaseFile, claim_ids: Sequence[str]) -> dict[str, str]:
    """The propositions that these claims are part of, by the claim's id; claims that are in none are left out."""
    sql = "SELECT claim_id, proposition_id FROM proposition_claims WHERE list_contains($1, claim_id)"
    return dict(case.connection.execute(sql, [list(claim_ids)]).fetchall())
