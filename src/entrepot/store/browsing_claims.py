"""The claims of a large case a page at a time: an index by what they have in common, kept beside them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from entrepot.model.claim import Claim
from entrepot.model.document import Document
from entrepot.store.casefile import CaseFile
from entrepot.store.facets import Facet, NarrowedTable, Narrowing, searched_sql
from entrepot.store.propositions import Waiting
from entrepot.store.reading import REPORT_ORDER
from entrepot.store.rows import CLAIMS, DOCUMENTS, claim_of, document_of
from entrepot.store.writing import EXTRACT_STEP

INDEX_STEP: Final = "index"

CLAIM_FACETS: Final = (
    Facet(name="frame", column="frame"),
    Facet(name="polarity", column="polarity"),
    Facet(name="modality", column="modality"),
    Facet(name="decision", column="decision"),
    Facet(name="source", column="source_kind"),
    Facet(name="actor", column="actors", many=True, labels="actor_names"),
    Facet(name="publisher", column="publisher"),
    Facet(name="issue", column="issues", many=True),
    Facet(name="year", column="year"),
    Facet(name="month", column="month"),
    Facet(name="report", column="document_id", counted=False),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimIndexRow:
    """What is asked of a claim as it is to be read; `actors` are ids with names, each id once."""

    claim_id: str
    document_id: str
    place: int
    frame: str
    polarity: str
    modality: str
    source_kind: str
    publisher: str
    year: str
    month: str
    decision: str
    issues: tuple[str, ...]
    actors: tuple[tuple[str, str], ...]
    searched: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimPlace:
    """Where a claim stands: the number of its report, counted by publication, and its place there, both from 1."""

    claim_id: str
    document_id: str
    report: int
    place: int
    decision: str

    @property
    def label(self) -> str:
        """The claim's number, "2.14"."""
        return f"{self.report}.{self.place}"


def list_unindexed(case: CaseFile, method: tuple[str, str]) -> list[Waiting]:
    """The documents whose claims are not indexed, or were extracted anew or judged since."""
    sql = """
        WITH judged AS (
            SELECT document_id, max(number) AS number FROM claim_judgements GROUP BY document_id
        ), extracted AS (
            SELECT done.document_id,
                concat_ws('/', done.fingerprint, done.method_name, done.method_version, judged.number) AS fingerprint
            FROM steps_done AS done
            LEFT JOIN judged ON judged.document_id = done.document_id
            WHERE done.step = $extract
        )
        SELECT extracted.document_id, extracted.fingerprint
        FROM extracted
        LEFT JOIN steps_done AS indexed ON indexed.document_id = extracted.document_id AND indexed.step = $index
        WHERE (indexed.method_name, indexed.method_version, indexed.fingerprint)
            IS DISTINCT FROM ($name, $version, extracted.fingerprint)
        ORDER BY extracted.document_id
    """
    asked = {"extract": EXTRACT_STEP, "index": INDEX_STEP, "name": method[0], "version": method[1]}
    rows = case.connection.execute(sql, asked).fetchall()
    return [Waiting(document_id=row[0], fingerprint=row[1]) for row in rows]


def write_claim_index(case: CaseFile, documents: Sequence[str], rows: Iterable[ClaimIndexRow]) -> None:
    """The index of the claims of these documents, in place of what it held of them."""
    case.connection.execute(
        "DELETE FROM claim_index WHERE list_contains($1::VARCHAR[], document_id)", [list(documents)]
    )
    values = [
        (
            *(one.claim_id, one.document_id, one.place, one.frame, one.polarity, one.modality, one.source_kind),
            *(one.publisher, one.year, one.month, one.decision, list(one.issues)),
            *([actor for actor, _ in one.actors], [name for _, name in one.actors], one.searched),
        )
        for one in rows
    ]
    if not values:
        return
    kinds = ("VARCHAR", "VARCHAR", "INTEGER", *("VARCHAR",) * 8, *("VARCHAR[]",) * 3, "VARCHAR")
    columns = [f"unnest(${at}::{kind}[])" for at, kind in enumerate(kinds, start=1)]
    columns[-1] = searched_sql(columns[-1])
    sql = f"INSERT INTO claim_index SELECT {', '.join(columns)}"
    case.connection.execute(sql, [list(column) for column in zip(*values, strict=True)])


def narrow_claims(case: CaseFile, asked: Narrowing) -> NarrowedTable:
    """The claims that fit what is asked."""
    return NarrowedTable(case, "claim_index", CLAIM_FACETS, ("claim_id", "document_id", "place", "decision"), asked)


def list_claims(case: CaseFile, found: NarrowedTable, offset: int, limit: int) -> list[ClaimPlace]:
    """A page of the claims that fit, in order of report and text."""
    sql = f"""
        WITH numbered AS (SELECT id, row_number() OVER (ORDER BY {REPORT_ORDER}) AS number FROM documents)
        SELECT claim_id, document_id, number, place, decision
        FROM {found.rows}
        JOIN numbered ON numbered.id = document_id
        WHERE {found.fits_sql}
        ORDER BY number, place
        LIMIT $limit OFFSET $offset
    """  # noqa: S608 - names are constants
    page: dict[str, object] = {"limit": limit, "offset": offset}
    return [_place(row) for row in case.connection.execute(sql, found.parameters | page).fetchall()]


def find_places(case: CaseFile, claim_ids: Sequence[str]) -> dict[str, ClaimPlace]:
    """Where these claims stand, by id; those that are not indexed are left out."""
    sql = f"""
        WITH numbered AS (SELECT id, row_number() OVER (ORDER BY {REPORT_ORDER}) AS number FROM documents)
        SELECT claim_id, document_id, number, place, decision
        FROM claim_index
        JOIN numbered ON numbered.id = document_id
        WHERE claim_id IN (SELECT unnest($1::VARCHAR[]))
    """  # noqa: S608 - the order is a constant
    found = map(_place, case.connection.execute(sql, [list(claim_ids)]).fetchall())
    return {one.claim_id: one for one in found}


def find_extracted(case: CaseFile, claim_id: str) -> Claim | None:
    """The claim as the program extracted it, whatever was decided of it since."""
    sql = f"SELECT {CLAIMS.names} FROM claims WHERE id = $1"  # noqa: S608 - column names are constants
    row = case.connection.execute(sql, [claim_id]).fetchone()
    return claim_of(row) if row else None


def list_of_sentence(case: CaseFile, claim: Claim) -> list[str]:
    """The ids of the other claims that rest on the same words, in order of the frame."""
    sql = """
        SELECT id
        FROM claims
        WHERE document_id = $1 AND quote_start < $3 AND quote_end > $2 AND id <> $4
        ORDER BY quote_start, quote_end, frame, id
    """
    place = [claim.document_id, claim.quote.start, claim.quote.end, claim.id]
    return [row[0] for row in case.connection.execute(sql, place).fetchall()]


def read_heads(case: CaseFile, document_ids: Sequence[str]) -> dict[str, Document]:
    """These reports by id as they are named in lists: without text, blocks and issues, which are long."""
    left_out = {"text": "''", "blocks": "'[]'", "issues": "'[]'"}
    names = ", ".join(left_out.get(name, name) for name, _ in DOCUMENTS.columns)
    sql = f"SELECT {names} FROM documents WHERE id IN (SELECT unnest($1::VARCHAR[]))"  # noqa: S608 - constants
    found = map(document_of, case.connection.execute(sql, [list(document_ids)]).fetchall())
    return {one.id: one for one in found}


def _place(row: tuple[str, str, int, int, str]) -> ClaimPlace:
    claim_id, document_id, report, place, decision = row
    return ClaimPlace(claim_id=claim_id, document_id=document_id, report=report, place=place, decision=decision)
