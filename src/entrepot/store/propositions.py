"""Propositions in a case file, and the traits from which they are made."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from entrepot.model.claim import Claim
from entrepot.model.proposition import Proposition, SourceGrade
from entrepot.store.casefile import CaseFile
from entrepot.store.claim_judgements import iter_effective, latest_claim_judgements
from entrepot.store.codec import decode_json, encode_json
from entrepot.store.rows import CLAIMS, claim_of
from entrepot.store.writing import EXTRACT_STEP

DESCRIBE_STEP = "describe"
MERGE_STEP = "merge"
_BATCH = 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """A document on which a step of corroboration is to be done; the fingerprint is of what it is to be done on."""

    document_id: str
    fingerprint: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimRow:
    """A claim's traits as JSON, and the blocks in which it is looked for, each with whether it asks there."""

    claim_id: str
    traits: str
    blocks: tuple[tuple[int, bool], ...]


def list_undescribed(case: CaseFile, method: tuple[str, str]) -> list[Waiting]:
    """The documents whose claims were not yet described, or were extracted anew or judged since."""
    judged = "(SELECT max(number) FROM claim_judgements AS judged WHERE judged.document_id = done.document_id)"
    extracted = f"concat_ws('/', done.fingerprint, done.method_name, done.method_version, {judged})"
    return _list_waiting(case, EXTRACT_STEP, DESCRIBE_STEP, extracted, method)


def list_unmerged(case: CaseFile, method: tuple[str, str]) -> list[Waiting]:
    """The documents whose claims, as they are now described, were not yet merged."""
    return _list_waiting(case, DESCRIBE_STEP, MERGE_STEP, "done.fingerprint", method)


def _list_waiting(
    case: CaseFile, step: str, following: str, fingerprint: str, method: tuple[str, str]
) -> list[Waiting]:
    sql = f"""
        SELECT done.document_id, {fingerprint}
        FROM steps_done AS done
        LEFT JOIN steps_done AS next ON next.document_id = done.document_id AND next.step = ?
        WHERE done.step = ?
          AND (next.method_name, next.method_version, next.fingerprint) IS DISTINCT FROM (?, ?, {fingerprint})
        ORDER BY done.document_id
    """  # noqa: S608 - the expression is a constant
    rows = case.connection.execute(sql, [following, step, *method]).fetchall()
    return [Waiting(document_id=row[0], fingerprint=row[1]) for row in rows]


def write_traits(case: CaseFile, reports: Sequence[tuple[str, str]], claims: Sequence[tuple[str, ClaimRow]]) -> None:
    """Keeps what is to be known of reports and of their claims, each with its document's id, in place of what was."""
    documents = [document_id for document_id, _ in reports]
    for table in ("report_traits", "claim_traits", "claim_blocks"):
        sql = f"DELETE FROM {table} WHERE document_id IN (SELECT unnest(?::VARCHAR[]))"  # noqa: S608
        case.connection.execute(sql, [documents])
    _insert(case, "report_traits", ("VARCHAR",) * 2, reports)
    _insert(
        case, "claim_traits", ("VARCHAR",) * 3, [(one.claim_id, document_id, one.traits) for document_id, one in claims]
    )
    blocks = [(block, asks, one.claim_id, document_id) for document_id, one in claims for block, asks in one.blocks]
    _insert(case, "claim_blocks", ("UBIGINT", "BOOLEAN", "VARCHAR", "VARCHAR"), blocks)


def list_touched(case: CaseFile, documents: Sequence[str]) -> list[str]:
    """The components that claims of these documents are in, or share a block with."""
    sql = """
        SELECT component FROM proposition_claims WHERE document_id IN (SELECT unnest($1::VARCHAR[]))
        UNION
        SELECT held.component
        FROM claim_blocks AS new
        JOIN claim_blocks AS old ON old.block = new.block AND (old.asks OR new.asks)
        JOIN proposition_claims AS held ON held.claim_id = old.claim_id
        WHERE new.document_id IN (SELECT unnest($1::VARCHAR[]))
        ORDER BY 1
    """
    return [row[0] for row in case.connection.execute(sql, [list(documents)]).fetchall()]


def list_claim_traits(case: CaseFile, components: Sequence[str], documents: Sequence[str]) -> list[tuple[str, str]]:
    """Id and traits of the claims of these components and of these documents, in order of the id."""
    sql = """
        SELECT claim_id, traits
        FROM claim_traits
        WHERE document_id IN (SELECT unnest($2::VARCHAR[]))
           OR claim_id IN (
               SELECT claim_id FROM proposition_claims WHERE component IN (SELECT unnest($1::VARCHAR[]))
           )
        ORDER BY claim_id
    """
    return case.connection.execute(sql, [list(components), list(documents)]).fetchall()


def read_claims(case: CaseFile, claim_ids: Sequence[str]) -> list[Claim]:
    """The claims with these ids, as they are to be read."""
    sql = f"SELECT {CLAIMS.names} FROM claims WHERE id IN (SELECT unnest(?::VARCHAR[]))"  # noqa: S608
    claims = [claim_of(row) for row in case.connection.execute(sql, [list(claim_ids)]).fetchall()]
    return list(iter_effective(claims, latest_claim_judgements(case, claim_ids)))


def list_report_traits(case: CaseFile, documents: Sequence[str]) -> list[str]:
    """The traits of these reports, as JSON, in order of the document's id."""
    sql = "SELECT traits FROM report_traits WHERE document_id IN (SELECT unnest(?::VARCHAR[])) ORDER BY document_id"
    return [row[0] for row in case.connection.execute(sql, [list(documents)]).fetchall()]


def forget_propositions(case: CaseFile, components: Sequence[str]) -> None:
    """Forgets the propositions of these components, and what lists know of them; their claims stay."""
    gone = "SELECT id FROM propositions WHERE component IN (SELECT unnest(?::VARCHAR[]))"
    for table in ("proposition_index", "proposition_numbers", "proposition_origins"):
        sql = f"DELETE FROM {table} WHERE proposition_id IN ({gone})"  # noqa: S608
        case.connection.execute(sql, [list(components)])
    for table in ("propositions", "proposition_claims"):
        sql = f"DELETE FROM {table} WHERE component IN (SELECT unnest(?::VARCHAR[]))"  # noqa: S608
        case.connection.execute(sql, [list(components)])


def write_propositions(case: CaseFile, found: Iterable[tuple[Proposition, str, dict[str, str]]]) -> None:
    """Keeps propositions, each with its component and with the document of each of its claims."""
    rows, claims = [], []
    for one, component, documents in found:
        published = one.first_reported.published
        rows.append(
            (
                *(one.id, component, one.frame, one.independent_origins, len(one.claims), one.grade.credibility),
                *(published.start if published else None, encode_json(one)),
            )
        )
        claims += [(claim_id, documents[claim_id], one.id, component) for claim_id in one.claims]
    if rows:
        kinds = ("VARCHAR", "VARCHAR", "VARCHAR", "INTEGER", "INTEGER", "INTEGER", "VARCHAR", "VARCHAR")
        _insert(case, "propositions", kinds, rows)
        _insert(case, "proposition_claims", ("VARCHAR",) * 4, claims)


def iter_propositions(case: CaseFile) -> Iterator[Proposition]:
    """Every proposition, those with the weightiest independent support first."""
    sql = "SELECT record FROM propositions ORDER BY independent_origins DESC, claim_count DESC, first_published, id"
    cursor = case.connection.cursor()
    try:
        cursor.execute(sql)
        while rows := cursor.fetchmany(_BATCH):
            yield from (decode_json(Proposition, row[0]) for row in rows)
    finally:
        cursor.close()


def count_propositions(case: CaseFile) -> int:
    """How many propositions the case holds."""
    row = case.connection.execute("SELECT count(*) FROM propositions").fetchone()
    return int(row[0]) if row else 0


def write_grades(case: CaseFile, grades: Iterable[SourceGrade]) -> None:
    """Keeps the letters that the user gives to sources, in place of those given to the same before."""
    for one in grades:
        case.connection.execute(
            "INSERT OR REPLACE INTO source_grades VALUES (?, ?, ?)", [one.source, one.letter, one.basis]
        )


def list_grades(case: CaseFile) -> tuple[SourceGrade, ...]:
    """The letters given, in order of the source."""
    rows = case.connection.execute("SELECT source, letter, basis FROM source_grades ORDER BY source").fetchall()
    return tuple(SourceGrade(source=row[0], letter=row[1], basis=row[2]) for row in rows)


def _insert(case: CaseFile, table: str, kinds: Sequence[str], rows: Sequence[tuple[object, ...]]) -> None:
    if not rows:
        return
    values = ", ".join(f"unnest(${number}::{kind}[])" for number, kind in enumerate(kinds, start=1))
    columns = [list(column) for column in zip(*rows, strict=True)]
    case.connection.execute(f"INSERT INTO {table} SELECT {values}", columns)
