"""The stretches of versions in which each wording of a list's entries stood unchanged.

A stretch runs from the place of the first version that has the wording to that of the first that has it no longer.
The stretches are the same whatever the order in which versions came in.
"""

from collections.abc import Mapping, Sequence

from entrepot.store.casefile import CaseFile

EntryKey = tuple[str, str, str]
"""Short name of the list, the party's id there, and the digest of its wording."""

_WANTED_SQL = """
    SELECT unnest($lists::VARCHAR[]) AS party_list, unnest($ids::VARCHAR[]) AS party_id,
        unnest($digests::VARCHAR[]) AS digest
"""
_SAME_SQL = """
    list_spans.list = $list AND list_spans.party_list = wanted.party_list
    AND list_spans.party_id = wanted.party_id AND list_spans.digest = wanted.digest
"""


def spans_over(case: CaseFile, name: str, place: str) -> dict[EntryKey, str | None]:
    """The entries that stand at a place, each with the place at which it stands no longer."""
    sql = """
        SELECT party_list, party_id, digest, until_place
        FROM list_spans
        WHERE list = ? AND first_place <= ? AND (until_place IS NULL OR until_place > ?)
    """
    return {row[:3]: row[3] for row in case.connection.execute(sql, [name, place, place]).fetchall()}


def insert_version(case: CaseFile, name: str, place: str, entries: set[EntryKey]) -> None:
    """The stretches with one more version among them, which holds these entries."""
    before, after = _neighbours(case, name, place)
    standing = spans_over(case, name, before) if before else {}
    beginning = _spans_from(case, name, after) if after else set()
    _end(case, name, place, {key: standing[key] for key in standing.keys() - entries}, after)
    come = entries - standing.keys()
    _stretch(case, name, place, sorted(come & beginning), after)
    _write(case, name, [(*key, place, after) for key in sorted(come - beginning)])


def insert_rows(case: CaseFile, table: str, rows: Sequence[tuple[str | None, ...]]) -> None:
    """Writes many rows of text at once."""
    columns = [list(column) for column in zip(*rows, strict=True)]
    if columns:
        values = ", ".join(f"unnest(${number}::VARCHAR[])" for number in range(1, len(columns) + 1))
        case.connection.execute(f"INSERT INTO {table} SELECT {values}", columns)


def wanted_sql(keys: Sequence[EntryKey]) -> tuple[str, dict[str, list[str]]]:
    """A table of these keys as SQL, and its parameters."""
    names = ("lists", "ids", "digests")
    return _WANTED_SQL, {name: [key[place] for key in keys] for place, name in enumerate(names)}


def _neighbours(case: CaseFile, name: str, place: str) -> tuple[str | None, str | None]:
    """The places of the versions before and after."""
    sql = """
        SELECT max(place) FILTER (place < $place), min(place) FILTER (place > $place)
        FROM list_versions
        WHERE list = $list
    """
    before, after = case.connection.execute(sql, {"list": name, "place": place}).fetchall()[0]
    return before, after


def _spans_from(case: CaseFile, name: str, place: str) -> set[EntryKey]:
    """The entries that stand from a place on, and not before it."""
    sql = "SELECT party_list, party_id, digest FROM list_spans WHERE list = ? AND first_place = ?"
    return set(case.connection.execute(sql, [name, place]).fetchall())


def _end(case: CaseFile, name: str, place: str, gone: Mapping[EntryKey, str | None], after: str | None) -> None:
    """What stands before the version and not in it ends there; what stands again in the next begins anew there."""
    if not gone:
        return
    keys = sorted(gone)
    wanted, parameters = wanted_sql(keys)
    sql = f"""
        UPDATE list_spans SET until_place = $place
        FROM ({wanted}) AS wanted
        WHERE {_SAME_SQL} AND first_place < $place AND (until_place IS NULL OR until_place > $place)
    """  # noqa: S608 - constants
    case.connection.execute(sql, {"list": name, "place": place, **parameters})
    _write(case, name, [(*key, after, gone[key]) for key in keys if after is not None and gone[key] != after])


def _stretch(case: CaseFile, name: str, place: str, keys: Sequence[EntryKey], after: str | None) -> None:
    """What stood from the next version on stands from this one on."""
    if not keys:
        return
    wanted, parameters = wanted_sql(keys)
    sql = f"""
        UPDATE list_spans SET first_place = $place
        FROM ({wanted}) AS wanted
        WHERE {_SAME_SQL} AND first_place = $after
    """  # noqa: S608 - constants
    case.connection.execute(sql, {"list": name, "place": place, "after": after, **parameters})


def _write(case: CaseFile, name: str, rows: Sequence[tuple[str | None, ...]]) -> None:
    insert_rows(case, "list_spans", [(name, *row) for row in rows])
