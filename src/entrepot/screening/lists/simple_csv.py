"""OpenSanctions' targets.simple.csv: one entity a row, several values parted by semicolons."""

from dataclasses import dataclass, replace
from datetime import date

from entrepot.model.listing import ListedParty
from entrepot.screening.lists.delimited import header_of
from entrepot.screening.lists.interface import ListDraft, ListTask
from entrepot.screening.lists.mapping import ColumnMap
from entrepot.screening.lists.table import read_table

_WANTED = {"id", "schema", "name", "aliases", "birth_date", "countries", "identifiers", "sanctions", "last_change"}
_SEVERAL = ("alias", "birth", "country", "address", "identifier", "programme")
_COLUMNS = ColumnMap(
    title="OpenSanctions",
    columns={
        "id": ("id",),
        "kind": ("schema",),
        "name": ("name",),
        "alias": ("aliases",),
        "birth": ("birth_date",),
        "country": ("countries",),
        "address": ("addresses",),
        "identifier": ("identifiers",),
        "first_seen": ("first_seen",),
        "last_seen": ("last_seen",),
    },
    separators=dict.fromkeys(_SEVERAL, ";"),
    kinds={"cryptowallet": "unknown", "security": "unknown", "asset": "unknown"},
)
"""`sanctions`, `phones`, `emails`, `dataset` and `last_change` stay as attributes: the first is prose."""


@dataclass(frozen=True, slots=True)
class SimpleCsvReader:
    """Reads the simple table; it does not say which aliases are weak, FollowTheMoney files do."""

    format: str = "OpenSanctions simple CSV"

    def sniff(self, head: str) -> bool:
        """True where the header has the columns that OpenSanctions gives."""
        return set(header_of(head)) >= _WANTED

    def read(self, task: ListTask) -> ListDraft:
        """The parties; an entity last seen on the newest day of the file is still there."""
        has_programmes = "program_ids" in header_of(task.text)
        columns = {**_COLUMNS.columns, **({"programme": ("program_ids",)} if has_programmes else {})}
        draft = read_table(task, replace(_COLUMNS, columns=columns))
        newest = max((one.seen[1] for one in draft.parties if one.seen and one.seen[1]), default=None)
        parties = tuple(_still_there(party, newest) for party in draft.parties)
        name = task.name_or("opensanctions" if task.file.stem in ("targets.simple", "targets") else "")
        return replace(draft, name=name, parties=tuple(replace(party, list=name) for party in parties))


def _still_there(party: ListedParty, newest: date | None) -> ListedParty:
    if party.seen is None or party.seen[1] is None or party.seen[1] != newest:
        return party
    return replace(party, seen=(party.seen[0], None))
