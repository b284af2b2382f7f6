"""When the entries of a list came into a case and when their wording last changed, by the versions that it has."""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from entrepot.store.casefile import CaseFile
from entrepot.store.lists import KeptVersion

_DAY = 10
"""Letters of the day with which a version's place begins."""


class EntryDates(NamedTuple):
    """The days of the version that first had the party, of that from which its wording stands, and of the last one."""

    first: date
    changed: date
    last: date


def list_entry_dates(case: CaseFile, kept: KeptVersion) -> Mapping[tuple[str, str], EntryDates]:
    """The days of each party that stands in a version, by its list and id."""
    sql = """
        SELECT party_list, party_id, min(first_place), max(first_place)
        FROM list_spans
        WHERE list = $list AND first_place <= $place
        GROUP BY party_list, party_id
    """
    rows = case.connection.execute(sql, {"list": kept.version.list, "place": kept.place}).fetchall()
    days = {place: date.fromisoformat(place[:_DAY]) for row in rows for place in row[2:]}
    return {(row[0], row[1]): EntryDates(days[row[2]], days[row[3]], kept.effective_on) for row in rows}
