"""Lists in a case file: every version that was added, each wording of an entry kept once."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from entrepot.model.issue import Issue
from entrepot.model.listing import ListedParty, ListVersion
from entrepot.store.casefile import CaseFile
from entrepot.store.codec import decode_json, encode_json
from entrepot.store.list_spans import EntryKey, insert_rows, insert_version, spans_over, wanted_sql
from entrepot.store.parties import day, decode_party, digest_parts, encode_party

_COLUMNS = (
    "number, list, place, effective_on, published_on, added_on, sha256, row_count, title, path, seen_from, issues"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptVersion:
    """A version of a list as the case keeps it.

    `effective_on` is the day from which it counts: that of publication, or that of adding where none is known.
    `seen_from` is the first day that its entries tell of, where the list is itself a history. Versions of a list are
    ordered by `place`.
    """

    number: int
    place: str
    effective_on: date
    added_on: date
    seen_from: date | None
    version: ListVersion
    issues: tuple[Issue, ...] = ()


def list_versions(case: CaseFile, name: str | None = None) -> tuple[KeptVersion, ...]:
    """The versions of a list, or of all lists, by list and then the oldest first."""
    sql = f"SELECT {_COLUMNS} FROM list_versions WHERE list = coalesce($name, list) ORDER BY list, place"  # noqa: S608
    return tuple(_kept(row) for row in case.connection.execute(sql, {"name": name}).fetchall())


def write_version(
    case: CaseFile, version: ListVersion, parties: Sequence[ListedParty], issues: Sequence[Issue], added_on: date
) -> KeptVersion:
    """Keeps a version in its place among the others; the caller sees to the transaction.

    The list must not hold a version of the same digest already.
    """
    staged: dict[EntryKey, tuple[str, str]] = {}
    for party in parties:
        parts = encode_party(party)
        staged[party.list, party.id, digest_parts(*parts)] = parts
    seen_from = min((party.seen[0] for party in parties if party.seen), default=None)
    kept = _write_row(case, version, issues, added_on, seen_from)
    insert_version(case, version.list, kept.place, set(staged))
    _write_entries(case, version.list, staged)
    return kept


def list_keys(case: CaseFile, kept: KeptVersion) -> set[EntryKey]:
    """The entries that stand in a version."""
    return set(spans_over(case, kept.version.list, kept.place))


def read_parties(case: CaseFile, kept: KeptVersion) -> tuple[list[ListedParty], list[str]]:
    """The parties of a version as matching needs them, in order of list and id, and the digest of each record."""
    sql = """
        SELECT party_list, party_id, digest, core
        FROM list_spans
        JOIN list_entries USING (list, party_list, party_id, digest)
        WHERE list = $list AND first_place <= $place AND (until_place IS NULL OR until_place > $place)
        ORDER BY party_list, party_id, digest
    """
    rows = case.connection.execute(sql, {"list": kept.version.list, "place": kept.place}).fetchall()
    return [decode_party(row[0], row[1], row[3]) for row in rows], [row[2] for row in rows]


def read_whole_parties(case: CaseFile, name: str, keys: Sequence[EntryKey]) -> list[ListedParty]:
    """The parties with these keys, in their order, with all that the list says of them."""
    wanted, parameters = wanted_sql(keys)
    sql = f"""
        SELECT party_list, party_id, digest, core, rest
        FROM list_entries
        JOIN ({wanted}) AS wanted USING (party_list, party_id, digest)
        WHERE list = $list
    """  # noqa: S608 - a constant
    rows = case.connection.execute(sql, {"list": name, **parameters}).fetchall()
    found = {row[:3]: decode_party(row[0], row[1], row[3], row[4]) for row in rows}
    return [found[key] for key in keys]


def find_digest(case: CaseFile, party_list: str, party_id: str) -> str | None:
    """The digest of a party's record in the newest version that has it; None where no version has."""
    sql = """
        SELECT digest
        FROM list_spans
        WHERE party_list = ? AND party_id = ?
        ORDER BY until_place DESC NULLS FIRST, first_place DESC, digest
        LIMIT 1
    """
    row = case.connection.execute(sql, [party_list, party_id]).fetchone()
    return None if row is None else str(row[0])


def _write_row(
    case: CaseFile, version: ListVersion, issues: Sequence[Issue], added_on: date, seen_from: date | None
) -> KeptVersion:
    number = case.connection.execute("SELECT coalesce(max(number), 0) + 1 FROM list_versions").fetchall()[0][0]
    effective_on = version.published or added_on
    kept = KeptVersion(
        number=number,
        place=f"{effective_on.isoformat()}/{number:06d}",
        effective_on=effective_on,
        added_on=added_on,
        seen_from=seen_from,
        version=version,
        issues=tuple(issues),
    )
    row = [
        *(number, version.list, kept.place, effective_on.isoformat(), _iso(version.published), added_on.isoformat()),
        *(version.sha256, version.rows, version.title, version.path, _iso(seen_from), encode_json(kept.issues)),
    ]
    sql = f"INSERT INTO list_versions ({_COLUMNS}) VALUES ({', '.join('?' * len(row))})"  # noqa: S608
    case.connection.execute(sql, row)
    return kept


def _write_entries(case: CaseFile, name: str, staged: Mapping[EntryKey, tuple[str, str]]) -> None:
    """Keeps the wordings that no version had."""
    sql = "SELECT party_list, party_id, digest FROM list_entries WHERE list = ?"
    known = set(case.connection.execute(sql, [name]).fetchall())
    insert_rows(case, "list_entries", [(name, *key, *staged[key]) for key in sorted(staged.keys() - known)])


def _iso(value: date | None) -> str | None:
    return None if value is None else value.isoformat()


def _kept(row: tuple[Any, ...]) -> KeptVersion:
    number, name, place, effective_on, published_on, added_on, sha256, rows, title, path, seen_from, issues = row
    version = ListVersion(
        list=name, published=day(published_on), sha256=sha256, rows=rows, title=title, path=path
    )  # fmt: skip
    return KeptVersion(
        number=number,
        place=place,
        effective_on=date.fromisoformat(effective_on),
        added_on=date.fromisoformat(added_on),
        seen_from=day(seen_from),
        version=version,
        issues=decode_json(tuple[Issue, ...], issues),
    )
