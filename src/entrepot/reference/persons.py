"""Office holders by name: full names, other spellings, surnames."""

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cache

from entrepot.model.actor import Actor
from entrepot.reference.names import FormKind, NamedForm, NameEntry, slug
from entrepot.reference.tables import Row, load_table, split_cell
from entrepot.reference.tokens import fold_word, split_keys

_FAMILY_NAME_FIRST = frozenset({"CN", "HU", "KH", "KP", "KR", "TW", "VN"})
_BY_GIVEN_NAME = frozenset({"AE", "BH", "BN", "ET", "IS", "KW", "MM", "MY", "OM", "PW", "QA", "SA", "TH", "TO"})
"""Countries whose office holders the press does not call by the last part of the name."""
_PARTICLES = frozenset(
    {"al", "bin", "da", "de", "del", "den", "der", "di", "dos", "du", "el", "ibn", "la", "le", "van", "von"}
)
_WORDS = frozenset(
    ["Ali", "Bennett", "Bush", "Brown", "Cohen", "Cooper", "Costa", "Gang", "Gates", "Gil", "Gray", "Green", "Grey", "Hill", "Johnson", "Khan", "Kim", "King", "Lee", "Li", "Long", "Major", "Mark", "May", "Mohammed", "Moon", "Park", "Rama", "Rice", "Roche", "Rose", "Rutte", "Sharif", "Sharma", "Shah", "Silva", "Singh", "Smith", "Sun", "Truss", "Wang", "White", "Xi", "Yang", "Yi", "Young", "Bell", "Bird", "Black", "Blanchard", "Browne", "Carter", "Cruz", "Day", "Diamond", "Drew", "Fox", "Freeman", "Garcia", "Grace", "Hall", "Hunt", "Jean", "Jones", "Joseph", "Lai", "Law", "Lopez", "Martin", "Michel", "Miller", "Moore", "Price", "Reid", "Rich", "Simon", "Thomas", "Turnbull", "Victor", "Walker", "Williams", "Abdul", "Abdullah", "Ahmed", "Hassan", "Hussein", "Ibrahim", "Mahmoud", "Mohamed", "Omar", "Salem", "Salman", "Yusuf", "Charles", "Elizabeth", "Philip", "Felipe", "Frederik", "Harald", "Albert", "Henri", "Ham", "Ho", "Ri", "Pak", "Choe", "Han", "Hu", "Wen", "Qin", "Gul", "Katz", "Barrow", "Sall", "Touré", "Sy", "Ba", "Bah", "Keita", "Ndiaye"]
)
"""Surnames that are also ordinary words, given names, or borne by very many: they need context."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownPerson:
    """A person of the tables: usual name, country, other full names, surnames, and how well known."""

    actor: Actor
    iso2: str
    names: tuple[str, ...]
    surnames: tuple[str, ...]
    prominent: bool


def clean_name(name: str) -> str:
    """The name without remarks in brackets."""
    return re.sub(r"\s*\(.*?\)", "", name).strip()


def person_actor(name: str) -> Actor:
    """`person:<slug>` with that name as the usual one."""
    return Actor(id=f"person:{slug(name)}", kind="person", name=name)


def derive_surname(name: str, iso2: str) -> str:
    """The part of the name by which the press calls the person; empty where it does not use one."""
    parts = name.split()
    if len(parts) < 2 or iso2 in _BY_GIVEN_NAME:
        return ""
    if iso2 in _FAMILY_NAME_FIRST:
        return parts[0]
    if parts[-1] in {"Jr.", "Jr", "Sr.", "II", "III"}:
        parts = parts[:-1]
    return parts[-1]


def name_key(name: str) -> str:
    """Folded, lower-case, letters only: for comparing spellings of one name."""
    return "".join(letter for letter in fold_word(name).lower() if letter.isalpha())


def _surname_variants(surname: str) -> set[str]:
    variants = {surname}
    bare = re.sub(r"^(?:al|el)-", "", surname, flags=re.IGNORECASE)
    if bare != surname:
        variants |= {bare, f"al-{bare}", f"Al-{bare}"}
    return {variant for variant in variants if variant}


@cache
def list_persons() -> tuple[KnownPerson, ...]:
    """Everybody in the tables of office holders, one record a person, the better known first."""
    people: dict[tuple[str, str], dict[str, set[str]]] = {}
    usual: dict[tuple[str, str], str] = {}
    prominent: set[tuple[str, str]] = set()
    for row, name, is_leader in _named_rows():
        key = _find_known(people, usual, row["iso2"], name) or (row["iso2"], name_key(name))
        record = people.setdefault(key, {"names": set(), "surnames": set()})
        usual.setdefault(key, name)
        record["names"].add(name)
        if is_leader:
            prominent.add(key)
    for row in load_table("leader_aliases").rows:
        alias_key = (row["iso2"], name_key(clean_name(row["name"])))
        if row["alias_kind"] != "typo" and alias_key in people:
            kind = "surnames" if row["alias_kind"] == "surname" else "names"
            people[alias_key][kind].add(row["alias"])
    return tuple(_known_person(key, usual[key], people[key], key in prominent) for key in people)


def _known_person(key: tuple[str, str], name: str, record: dict[str, set[str]], prominent: bool) -> KnownPerson:
    surname = derive_surname(name, key[0])
    surnames = record["surnames"] | (_surname_variants(surname) if surname else set())
    return KnownPerson(
        actor=person_actor(name),
        iso2=key[0],
        names=tuple(sorted(record["names"])),
        surnames=tuple(sorted(surnames)),
        prominent=prominent,
    )


def _find_known(
    people: dict[tuple[str, str], dict[str, set[str]]], usual: dict[tuple[str, str], str], iso2: str, name: str
) -> tuple[str, str] | None:
    key = (iso2, name_key(name))
    return key if key in people else None


def _named_rows() -> list[tuple[Row, str, bool]]:
    rows: list[tuple[Row, str, bool]] = []
    for row in load_table("leaders").rows:
        if "(" not in row["name"] or row["name"].endswith("Aslov)"):
            rows.append((row, clean_name(row["name"]), True))
    for row in load_table("office_holders").rows:
        rows += [(row, clean_name(name), False) for name in split_cell(row["person"])]
    rows += [(row, clean_name(row["name"]), False) for row in load_table("ministers").rows]
    return [item for item in rows if len(item[1]) > 2]


def person_forms() -> tuple[NamedForm, ...]:
    """Full names, other spellings and surnames of office holders with their readings."""
    forms: list[NamedForm] = []
    holders: dict[str, int] = defaultdict(int)
    for person in list_persons():
        for surname in person.surnames:
            holders[surname] += 1
    for person in list_persons():
        forms += [_form(name, person, "person", weak=" " not in name) for name in person.names]
        forms += [
            _form(surname, person, "surname", weak=not person.prominent or surname in _WORDS or len(surname) < 3)
            for surname in person.surnames
            if person.prominent or holders[surname] == 1
        ]
    return tuple(form for form in forms if split_keys(form.form))


def _form(form: str, person: KnownPerson, kind: FormKind, weak: bool) -> NamedForm:
    entry = NameEntry(actor=person.actor, form_kind=kind, iso2=person.iso2, weak=weak, source_kind="official")
    return NamedForm(form=form, entry=entry)
