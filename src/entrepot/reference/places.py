"""Ports, crossings, free zones, cities and regions by name."""

import re
from functools import cache

from entrepot.model.actor import Actor
from entrepot.reference.names import FormKind, NamedForm, NameEntry, slug
from entrepot.reference.tables import list_tables, load_table, split_cell

_BRACKETS = re.compile(r"\s*\([^)]*\)")


@cache
def place_actor(name: str) -> Actor:
    """`place:<slug>` of that name."""
    return Actor(id=f"place:{slug(name)}", kind="place", name=name)


def _entry(name: str, kind: FormKind, iso2: str, weak: bool = False) -> NameEntry:
    return NameEntry(actor=place_actor(name), form_kind=kind, iso2=iso2, weak=weak, source_kind=None)


def _hub_names(cell: str) -> tuple[str, ...]:
    """The single names in a hub's name: "Jebel Ali / Jafza" is two, "Oral (Uralsk)" one."""
    return tuple(part.strip() for part in re.split(r"\s*/\s*|\s+-\s+", _BRACKETS.sub("", cell)) if part.strip())


def place_forms() -> tuple[NamedForm, ...]:
    """Every form of every hub and place with its reading."""
    forms: list[NamedForm] = []
    for row in load_table("hubs").rows:
        names = _hub_names(row["name"])
        forms += [NamedForm(form=name, entry=_entry(name, "hub", row["iso2"])) for name in names[1:]]
        aliases = (*names[:1], *split_cell(row["alt_names"]))
        forms += [
            NamedForm(form=alias, entry=_entry(names[0].removesuffix(" SEZ"), "hub", row["iso2"])) for alias in aliases
        ]
    if "places" in list_tables():
        for row in load_table("places").rows:
            entry = _entry(row["name"], "place", row["iso2"], weak=row["weak"] == "yes")
            forms += [NamedForm(form=form, entry=entry) for form in (row["name"], *split_cell(row["alt_names"]))]
    return tuple(forms)
