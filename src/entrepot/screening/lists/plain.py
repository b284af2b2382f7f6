"""A plain text file with one name a line."""

import re
from dataclasses import dataclass

from entrepot.errors import InputError
from entrepot.screening.lists.book import Notebook
from entrepot.screening.lists.delimited import read_rows
from entrepot.screening.lists.interface import ListDraft, ListTask
from entrepot.screening.lists.party import PartyBuilder

_SAMPLE = 50
_LONGEST = 400
"""Characters. Longer lines are sentences; the longest names on the lists of 2025 have about 350."""


@dataclass(frozen=True, slots=True)
class PlainReader:
    """Reads names, one a line; empty lines and those that start with `#` are left out."""

    format: str = "plain text, one name a line"

    def sniff(self, head: str) -> bool:
        """True for text that is neither XML nor JSON."""
        return not head.lstrip().startswith(("<", "{", "["))

    def read(self, task: ListTask) -> ListDraft:
        """The names as parties of unknown kind, keyed by the number of their line.

        Raises:
            InputError: the lines are too long to be names.
        """
        lines = [
            (number, line) for number, line in enumerate(re.split(r"\r\n|\r|\n", task.text), start=1) if _is_name(line)
        ]
        if any(len(line) > _LONGEST for _, line in lines):
            raise InputError(
                f"{task.file.name} is of no format that is known, and its lines are too long to be names. Take the CSV "
                f"or XML that the issuer offers, or describe the columns in a mapping file."
            )
        _refuse_table(task.file.name, [line for _, line in lines[:_SAMPLE]])
        book = Notebook()
        book.note("format_guessed", f"The file has no form; each of its {len(lines)} lines was read as one name")
        name = task.name_or("")
        parties = []
        for number, line in lines:
            party = PartyBuilder(book, name, str(number), "unknown")
            party.add_name(line.strip())
            if built := party.build():
                parties.append(built)
        return ListDraft(name=name, title="", rows=len(lines), parties=tuple(parties), issues=book.list_issues())


def _refuse_table(name: str, lines: list[str]) -> None:
    """Lines of as many cells each are a table without a header, and reading them whole would hide every name."""
    for delimiter in "\t;|,":
        widths = {len(row) for row in read_rows("\n".join(lines), delimiter)}
        if len(widths) == 1 and widths.pop() > 2 and len(lines) > 1:
            raise InputError(
                f"{name} is a table without a header, so it does not say which column holds the names. Say so in a "
                f"mapping file (--mapping), with `header = false` and the columns by number."
            )


def _is_name(line: str) -> bool:
    return bool(line.strip()) and not line.startswith("#")
