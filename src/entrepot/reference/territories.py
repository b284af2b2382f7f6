"""Countries and territories: usual English names, adjectives, peoples, capitals, seats of government."""

import re
from functools import cache

from entrepot.model.actor import Actor
from entrepot.reference.names import FormKind, NamedForm, NameEntry
from entrepot.reference.tables import load_table

_WITH_ARTICLE = frozenset(
    {"AE", "BS", "CD", "CF", "CG", "DO", "GB", "GM", "KM", "MH", "MV", "NL", "PH", "SB", "SC", "US", "KY", "FO"}
)
"""Territories whose usual name takes "the" inside a phrase: "Ministry of Defence of the Netherlands"."""

_KINDS: dict[str, FormKind] = {
    "name": "name",
    "abbreviation": "name",
    "adjective": "adjective",
    "people": "people",
    "capital": "capital",
    "seat": "seat",
}


_DEPENDENT = re.compile(
    "A[IQSWX]|B[LMQV]|C[CKWX]|F[KO]|G[FGILPSU]|H[KM]|I[MO]|JE|KY|M[FOPQS]|N[CFU]|P[FMNR]|RE|S[HJX]|T[CFK]|UM|V[GI]|WF|YT"
)
"""ISO 3166-1 territories whose head of state is another country's."""


def is_dependent(iso2: str) -> bool:
    """True for territories whose head of state is another country's."""
    return _DEPENDENT.fullmatch(iso2) is not None


@cache
def _usual_names() -> dict[str, str]:
    return {row["iso2"]: row["form"] for row in load_table("territory_names").rows if row["usual"]}


@cache
def _adjectives() -> dict[str, str]:
    chosen: dict[str, str] = {}
    for row in load_table("territory_names").rows:
        if row["kind"] == "adjective":
            chosen.setdefault(row["iso2"], row["form"])
    return chosen


def list_territories() -> tuple[str, ...]:
    """All ISO 3166-1 alpha-2 codes that have a name here, with XK for Kosovo, sorted."""
    return tuple(sorted(_usual_names()))


def territory_name(iso2: str) -> str:
    """The usual English name ("North Korea", "Turkey", "Czechia"); the code itself where it is unknown."""
    return _usual_names().get(iso2, iso2)


def territory_adjective(iso2: str) -> str:
    """The usual adjective ("Belarusian", "South Korean"); the name where there is none."""
    return _adjectives().get(iso2, territory_name(iso2))


def territory_in_phrase(iso2: str) -> str:
    """The name as it stands after "of": with its article where it takes one."""
    name = territory_name(iso2)
    return f"the {name}" if iso2 in _WITH_ARTICLE else name


@cache
def territory_actor(iso2: str) -> Actor:
    """The territory as an actor, `country:IR`."""
    return Actor(id=f"country:{iso2}", kind="country", name=territory_name(iso2))


def territory_forms() -> tuple[NamedForm, ...]:
    """Every form of every territory with its reading."""
    return tuple(
        NamedForm(
            form=row["form"],
            entry=NameEntry(
                actor=territory_actor(row["iso2"]),
                form_kind=_KINDS[row["kind"]],
                iso2=row["iso2"],
                weak=row["weak"] == "yes",
                source_kind="official",
            ),
        )
        for row in load_table("territory_names").rows
    )
