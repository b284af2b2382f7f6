"""When each entry of OFAC's list was seen first and last, from versions of the file that were compared."""

from dataclasses import dataclass
from datetime import date

from entrepot.model.listing import Designation
from entrepot.screening.lists.book import Notebook
from entrepot.screening.lists.days import read_day
from entrepot.screening.lists.delimited import header_of, read_rows
from entrepot.screening.lists.interface import ListDraft, ListTask
from entrepot.screening.lists.ofac_csv import AUTHORITY, OFAC_KINDS, split_programmes
from entrepot.screening.lists.party import PartyBuilder

_COLUMNS = ["ent_num", "name", "sdn_type", "program", "first_seen", "last_seen"]


@dataclass(frozen=True, slots=True)
class HistoryReader:
    """Reads tables of first and last sight; an entry last seen on the newest day of the file is still there."""

    format: str = "history of OFAC entries"

    def sniff(self, head: str) -> bool:
        """True where the header is that of the table."""
        return header_of(head) == _COLUMNS

    def read(self, task: ListTask) -> ListDraft:
        """The parties with `seen`; the newest day of the file is the day up to which it speaks."""
        rows = list(read_rows(task.text))[1:]
        newest = max((day for row in rows if len(row) == len(_COLUMNS) and (day := read_day(row[5]))), default=None)
        book = Notebook()
        name = task.name_or("us-ofac-sdn-history")
        parties = []
        for number, row in enumerate(rows, start=2):
            if len(row) != len(_COLUMNS):
                book.note(
                    "row_unreadable", f"A row has {len(row)} columns in place of {len(_COLUMNS)}", f"row {number}"
                )
            elif party := _party(row, newest, name, book).build():
                parties.append(party)
        return ListDraft(
            name=name,
            title="Specially Designated Nationals, entries by first and last sight",
            published=newest,
            rows=len(rows),
            parties=tuple(parties),
            issues=book.list_issues(),
        )


def _party(row: list[str], newest: date | None, list_name: str, book: Notebook) -> PartyBuilder:
    key, printed, kind_word, programmes, first, last = (cell.strip() for cell in row)
    kind_word = "" if kind_word == "-0-" else kind_word.lower()
    party = PartyBuilder(book, list_name, key, OFAC_KINDS.get(kind_word, "unknown"))
    if kind_word not in OFAC_KINDS:
        party.trouble("kind_unknown", kind_word)
    party.add_family_name_first(printed)
    for programme in split_programmes(programmes):
        party.add_designation(Designation(programme=programme, authority=AUTHORITY))
    begins, ends = party.read_listing_day(first), party.read_listing_day(last)
    if begins:
        party.seen = (begins, None if ends == newest else ends)
    return party
