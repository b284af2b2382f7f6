"""International and national bodies, services, agencies and outlets by name."""

from dataclasses import replace
from functools import cache
from typing import get_args

from entrepot.model.actor import Actor
from entrepot.model.claim import SourceKind
from entrepot.reference.names import FormKind, NamedForm, NameEntry
from entrepot.reference.tables import Row, load_table, split_cell

_SOURCE_KINDS: dict[str, SourceKind] = {kind: kind for kind in get_args(SourceKind)}
_FORM_KINDS: dict[str, FormKind] = {kind: kind for kind in get_args(FormKind)}


def organisation_actor(identifier: str, name: str) -> Actor:
    """`organisation:<identifier>`; the West is a group of states rather than a body."""
    return Actor(id=f"organisation:{identifier}", kind="group" if identifier == "west" else "organisation", name=name)


@cache
def _sources_by_id() -> dict[str, Row]:
    return {row["id"]: row for row in load_table("sources").rows}


def _source_entry(row: Row, weak: bool) -> NameEntry:
    kind = row["kind"]
    form_kind: FormKind = "outlet"
    source_kind: SourceKind = "outlet"
    if kind in {"intelligence", "official"}:
        form_kind = "service"
        source_kind = "intelligence" if kind == "intelligence" else "official"
    elif kind == "wire" or row["news_agency"] == "yes":
        form_kind = "agency"
        source_kind = "wire"
    return NameEntry(
        actor=organisation_actor(row["id"], row["name"]),
        form_kind=form_kind,
        iso2=row["iso2"],
        weak=weak,
        source_kind=source_kind,
    )


def _organisation_entry(row: Row, weak: bool) -> NameEntry:
    known = _sources_by_id().get(row["id"])
    return NameEntry(
        actor=organisation_actor(row["id"], known["name"] if known else row["name"]),
        form_kind=_FORM_KINDS[row["form_kind"]],
        iso2=row["iso2"],
        weak=weak,
        source_kind=_SOURCE_KINDS.get(row["source_kind"]),
    )


def _with_article_variants(form: str) -> tuple[str, ...]:
    if form.startswith("The ") and " " in form[4:]:
        return (form, form[4:])
    if form.startswith("The "):
        return (form, "the " + form[4:])
    return (form,)


def named_organisations() -> tuple[NamedForm, ...]:
    """Every form of every body, service, agency and outlet with its reading; weak forms are marked.

    Where both tables have a form, organisation_names decides: the Council of the European Union acts as the Union.
    """
    forms: list[NamedForm] = []
    for row in load_table("organisation_names").rows:
        forms += _expand(row["forms"], _organisation_entry(row, weak=False))
        forms += _expand(row["weak_forms"], _organisation_entry(row, weak=True))
        forms += _expand(row["name"], _organisation_entry(row, weak=row["id"] == "west"))
        forms += _expand(row["capital_forms"], replace(_organisation_entry(row, weak=False), form_kind="capital"))
    taken = {named.form for named in forms}
    for row in load_table("sources").rows:
        found = _expand(f"{row['name']};{row['aliases']};{_press_spellings(row)}", _source_entry(row, weak=False))
        found += _expand(row["weak_aliases"], _source_entry(row, weak=True))
        forms += [named for named in found if named.form not in taken]
    return (*forms, *_company_forms())


def _press_spellings(row: Row) -> str:
    """Media as others write them: "Tass" and "Belta" beside "TASS" and "BelTA", and by their domain."""
    if row["kind"] in {"intelligence", "official"}:
        return ""
    names = (row["name"], *split_cell(row["aliases"]))
    short = [name.capitalize() for name in names if name.isascii() and name.isalpha() and len(name) > 3]
    return ";".join((*(name for name in short if name not in names), row["domain"]))


def _company_forms() -> list[NamedForm]:
    forms: list[NamedForm] = []
    for row in load_table("companies").rows:
        entry = NameEntry(
            actor=organisation_actor(row["id"], row["name"]),
            form_kind="organisation",
            iso2=row["iso2"],
            weak=False,
            source_kind=None,
        )
        forms += _expand(row["forms"], entry)
        forms += _expand(row["weak_forms"], replace(entry, weak=True))
    return forms


def _expand(cell: str, entry: NameEntry) -> list[NamedForm]:
    return [
        NamedForm(form=variant, entry=entry) for form in split_cell(cell) for variant in _with_article_variants(form)
    ]


@cache
def body_holders() -> dict[tuple[str, str], NameEntry]:
    """The named body that a country has for a kind of body: `("US", "treasury")` is the Department of the Treasury."""
    return {
        (row["iso2"], row["body"]): _organisation_entry(row, weak=False)
        for row in load_table("organisation_names").rows
        if row["body"] and row["iso2"]
    }
