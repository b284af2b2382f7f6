"""JSON Lines with an entry a line and little but its names: the quick way in, for tens of thousands of names."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from entrepot.model.listing import ListedName, ListedParty, NameStrength, PartyKind
from entrepot.screening.lists.book import Notebook
from entrepot.screening.lists.interface import ListDraft, ListTask
from entrepot.screening.lists.json_rows import read_json_rows
from entrepot.screening.lists.names import clean_name, script_of

_FIRST_LINE = re.compile(r'\s*\[?\s*\{\s*"(?:entity_id|id)"\s*:[^{]*?"(?:names|name|aliases)"\s*:')
_ALIAS_KINDS = {"1400": "aka", "1401": "fka", "1402": "nka", "1403": ""}
"""OFAC's numbers for the types of a name: also known as, formerly, now; 1403 is the name proper."""

_KINDS: dict[str, PartyKind] = {
    "individual": "person",
    "person": "person",
    "entity": "organisation",
    "organisation": "organisation",
    "organization": "organisation",
    "company": "organisation",
    "vessel": "vessel",
    "aircraft": "aircraft",
    "unknown": "unknown",
    "": "unknown",
}
_KNOWN = frozenset({"entity_id", "id", "names", "name", "aliases", "type", "kind"})


@dataclass(frozen=True, slots=True)
class NameLinesReader:
    """Reads entries with `names` (objects or plain strings) or with `name` and `aliases`.

    The names stay as printed, family name first where the file has it so: nothing in it says which word is which.
    """

    format: str = "JSON Lines of names"

    def sniff(self, head: str) -> bool:
        """True where the first object has a key and names, and is no FollowTheMoney entity."""
        line = head.lstrip().partition("\n")[0]
        return bool(_FIRST_LINE.match(line)) and '"schema"' not in line

    def read(self, task: ListTask) -> ListDraft:
        """The parties in the order of the file, each name as it stands there."""
        book = Notebook()
        rows, count = read_json_rows(task.file.name, task.text, book)
        name = task.name_or("")
        return ListDraft(
            name=name,
            title="",
            rows=count,
            parties=tuple(_parties(rows, name, book)),
            issues=book.list_issues(),
        )


def _parties(rows: list[dict[str, Any]], list_name: str, book: Notebook) -> Iterable[ListedParty]:
    for row in rows:
        key = str(row.get("entity_id", row.get("id", "")))
        names = _names(row)
        if not names or not key:
            book.note("name_missing", f"The entry {key or 'without a key'}", key)
            continue
        word = str(row.get("type", row.get("kind", ""))).lower()
        kind = _KINDS.get(word)
        if kind is None:
            book.note("kind_unknown", word, key)
        attributes: tuple[tuple[str, str], ...] = ()
        if row.keys() - _KNOWN:
            attributes = tuple((name, str(row[name])) for name in row if name not in _KNOWN and row[name])
            for name, _ in attributes:
                book.note("field_unknown", name, key)
        yield ListedParty(id=key, list=list_name, kind=kind or "unknown", names=names, attributes=attributes)


def _names(row: dict[str, Any]) -> tuple[ListedName, ...]:
    listed = row.get("names")
    if not isinstance(listed, list):
        aliases = row.get("aliases") or []
        listed = [row.get("name"), *(aliases if isinstance(aliases, list) else str(aliases).split(";"))]
    if listed and isinstance(listed[0], dict):
        return _from_objects([one for one in listed if isinstance(one, dict)])
    printed = [one for one in listed if isinstance(one, str) and one.strip()]
    return tuple([_name(one, "strong" if place else "primary", "") for place, one in enumerate(printed)])


def _from_objects(listed: list[dict[str, Any]]) -> tuple[ListedName, ...]:
    """The primary name first; the others in the order of the file."""
    first: ListedName | None = None
    others: list[ListedName] = []
    for one in listed:
        printed = one.get("full_name") or one.get("name")
        if not isinstance(printed, str) or not printed.strip():
            continue
        kind = _ALIAS_KINDS.get(one.get("type_id", ""), "")
        if first is None and one.get("is_primary"):
            first = _name(printed, "primary", kind)
        else:
            others.append(_name(printed, "weak" if one.get("is_weak") else "strong", kind))
    if first is None and others and others[0].strength == "strong":
        first = _name(others[0].original, "primary", others[0].kind)
        del others[0]
    return (first, *others) if first else tuple(others)


def _name(printed: str, strength: NameStrength, kind: str) -> ListedName:
    if printed.isascii():
        return ListedName(text=" ".join(printed.split()), original=printed, strength=strength, kind=kind)
    text = clean_name(printed)
    return ListedName(text=text, original=printed, script=script_of(text), strength=strength, kind=kind)
