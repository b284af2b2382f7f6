"""Ministries and other authorities that countries have: "Turkish Foreign Ministry", "customs of Latvia"."""

from dataclasses import dataclass
from functools import cache
from typing import get_args

from entrepot.model.actor import Actor
from entrepot.model.claim import SourceKind
from entrepot.reference.names import FormKind, NameEntry, slug
from entrepot.reference.organisations import body_holders, organisation_actor
from entrepot.reference.tables import load_table, split_cell
from entrepot.reference.territories import territory_actor, territory_adjective, territory_in_phrase
from entrepot.reference.tokens import split_keys

_SOURCE_KINDS: dict[str, SourceKind] = {kind: kind for kind in get_args(SourceKind)}
_FORM_KINDS: dict[str, FormKind] = {kind: kind for kind in get_args(FormKind)}
_SPELLINGS = (("defence", "defense"), ("organisation", "organization"), ("programme", "program"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """A kind of authority that countries have.

    `also_modifier` is true where the noun also stands before nouns ("customs duties").
    """

    key: str
    name: str
    form_kind: FormKind
    source_kind: SourceKind | None
    also_modifier: bool


@cache
def body_forms() -> dict[tuple[str, ...], Body]:
    """Lower-case keys of every body noun, in British and American spelling, with its body."""
    forms: dict[tuple[str, ...], Body] = {}
    for row in load_table("body_names").rows:
        body = Body(
            key=row["id"],
            name=row["name"],
            form_kind=_FORM_KINDS[row["form_kind"]],
            source_kind=_SOURCE_KINDS.get(row["source_kind"]),
            also_modifier=row["also_modifier"] == "yes",
        )
        for form in split_cell(row["forms"]):
            for spelling in _spellings(form):
                keys = split_keys(spelling.lower())
                if keys:
                    forms.setdefault(keys, body)
    return forms


def _spellings(form: str) -> set[str]:
    variants = {form}
    for british, american in _SPELLINGS:
        variants |= {variant.replace(british, american) for variant in variants}
    return variants


@cache
def other_ministry(remit: str) -> Body:
    """A ministry that the table does not list, by its remit as printed: "Roads and Urban Development"."""
    return Body(
        key=f"ministry-of-{slug(remit)}",
        name=f"Ministry of {remit} of {{country}}",
        form_kind="ministry",
        source_kind="official",
        also_modifier=False,
    )


@cache
def body_entry(body: Body, iso2: str) -> NameEntry:
    """The reading of that body of that country; the country itself where the body is its government."""
    holder = body_holders().get((iso2, body.key))
    if holder is not None:
        return holder
    return NameEntry(
        actor=_body_actor(body, iso2),
        form_kind=body.form_kind,
        iso2=iso2,
        weak=False,
        source_kind=body.source_kind,
    )


def _body_actor(body: Body, iso2: str) -> Actor:
    if body.name == "=country":
        return territory_actor(iso2)
    name = body.name.format(country=territory_in_phrase(iso2), adjective=territory_adjective(iso2))
    return organisation_actor(f"{iso2.lower()}-{body.key}", name)
