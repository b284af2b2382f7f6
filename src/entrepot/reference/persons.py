"""Office holders by name: full names, other spellings, surnames."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

from rapidfuzz.distance import JaroWinkler

from entrepot.model.actor import Actor
from entrepot.reference.names import FormKind, NamedForm, NameEntry, slug
from entrepot.reference.tables import Row, load_table, split_cell
from entrepot.reference.territories import is_dependent
from entrepot.reference.tokens import fold_word

_FAMILY_NAME_FIRST = frozenset({"CN", "KH", "KP", "KR", "TW", "VN"})
_BY_GIVEN_NAME = frozenset({"AE", "BH", "BN", "ET", "IS", "KW", "MM", "MY", "OM", "PW", "QA", "SA", "TH", "TO"})
"""Countries whose office holders the press does not call by the last part of the name."""
_PARTICLES = frozenset({"bin", "da", "de", "del", "den", "der", "di", "dos", "du", "ibn", "la", "le", "van", "von"})
_LEADER, _RECENT, _OTHER = 2, 1, 0
"""How well known: in leaders.csv; a principal seen in office since 2023 or often in reports; the rest."""
_SHORTEST_OF_OTHERS = 5
_RECENT_SINCE = "2023"
_MIDDLE_INITIAL = re.compile(r"(?<=\w) [A-Z]\.(?= )")
_NOT_LETTERS = re.compile(r"[\W\d_]+")
_SAME_SPELLING = 0.93
"""Jaro-Winkler similarity of two spellings of one word of a name: "Hassan" and "Hasan" pass; "Kim Jong Il" and "Kim
Jong Un" are kept apart by the rule that short words must be equal."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownPerson:
    """A person of the tables: usual name, country, other full names, surnames, and how well known."""

    actor: Actor
    iso2: str
    names: tuple[str, ...]
    surnames: tuple[str, ...]
    standing: int


@dataclass(slots=True)
class _Record:
    name: str
    iso2: str
    standing: int
    names: set[str] = field(default_factory=set)
    surnames: set[str] = field(default_factory=set)


class _Registry:
    """Persons while they are being collected: spellings of one person of one country become one record."""

    def __init__(self) -> None:
        self.records: list[_Record] = []
        self._by_key: dict[tuple[str, str], _Record] = {}
        self._by_initial: dict[tuple[str, str], list[tuple[list[str], _Record]]] = defaultdict(list)

    def find(self, name: str, iso2: str) -> _Record | None:
        """The record of that very spelling."""
        return self._by_key.get((iso2, name_key(name)))

    def add(self, name: str, iso2: str, standing: int) -> None:
        """Record one spelling, under the person already known whose name it spells if there is one."""
        record = self.find(name, iso2) or self._find_alike(name, iso2)
        if record is None:
            usual = name if standing == _LEADER else _MIDDLE_INITIAL.sub("", name)
            record = _Record(usual, iso2, standing)
            self.records.append(record)
        record.standing = max(record.standing, standing)
        self._spell(record, name)
        self._spell(record, record.name)

    def add_alias(self, name: str, iso2: str, alias: str) -> None:
        """Record another spelling of a person already known; a single word is a surname."""
        record = self.find(name, iso2)
        if record is None:
            return
        if " " not in alias:
            record.surnames.add(alias)
            return
        self._spell(record, alias)
        surname = derive_surname(alias, iso2)
        if surname:
            record.surnames |= _surname_variants(surname)

    def _spell(self, record: _Record, name: str) -> None:
        key = (record.iso2, name_key(name))
        record.names.add(name)
        if key not in self._by_key:
            self._by_key[key] = record
            words = name_words(name)
            self._by_initial[record.iso2, words[0][:1]].append((words, record))

    def _find_alike(self, name: str, iso2: str) -> _Record | None:
        words = name_words(name)
        for known, record in self._by_initial[iso2, words[0][:1]]:
            if _is_same_spelling(words, known, iso2):
                return record
        return None


def _is_same_spelling(left: list[str], right: list[str], iso2: str) -> bool:
    """True where two full names differ as transliterations do, or one leaves out what stands between or after.

    Short words must be equal. Where people are called by given names a shorter form may be somebody else's.
    """
    short, long = (left, right) if len(left) <= len(right) else (right, left)
    if len(short) < 2 or not _is_same_word(short[0], long[0]):
        return False
    if len(short) == len(long):
        return all(map(_is_same_word, short, long))
    if iso2 in _BY_GIVEN_NAME or iso2 in _FAMILY_NAME_FIRST:
        return False
    if _is_same_word(short[-1], long[-1]):
        return all(word in long for word in short[1:-1])
    return all(word in long[1:] for word in short[1:])


def _is_same_word(one: str, other: str) -> bool:
    if one == other:
        return True
    if min(len(one), len(other)) < 4 or one[0] != other[0]:
        return False
    return JaroWinkler.similarity(one, other) >= _SAME_SPELLING


def name_words(name: str) -> list[str]:
    """The words of a name folded and in lower case, hyphens parting them, titles of descent and initials left out."""
    words = [fold_word(word).lower().strip(".,'’") for word in name.replace("-", " ").split()]
    return [word for word in words if len(word) > 1 and word not in {"jr", "sr", "ii", "iii"}] or words[:1] or [""]


def clean_name(name: str) -> str:
    """The name without remarks in brackets."""
    return re.sub(r"\s*\(.*?\)", "", name).strip()


def person_actor(name: str) -> Actor:
    """`person:<slug>` with that name as the usual one."""
    return Actor(id=f"person:{slug(name)}", kind="person", name=name)


def name_key(name: str) -> str:
    """Folded, lower-case, letters only: for comparing spellings of one name."""
    return _NOT_LETTERS.sub("", fold_word(name).lower())


def derive_surname(name: str, iso2: str) -> str:
    """The part of the name by which the press calls the person; empty where it does not use one."""
    parts = [part for part in name.split() if part not in {"Jr.", "Jr", "Sr.", "II", "III"}]
    if len(parts) < 2 or iso2 in _BY_GIVEN_NAME:
        return ""
    if iso2 in _FAMILY_NAME_FIRST:
        return parts[0]
    first = len(parts) - 1
    while first > 1 and parts[first - 1].lower() in _PARTICLES:
        first -= 1
    return " ".join(parts[first:])


def _surname_variants(surname: str) -> set[str]:
    variants = {surname}
    bare = re.sub(r"^(?:al|el)-", "", surname, flags=re.IGNORECASE)
    if bare != surname:
        variants |= {bare, f"al-{bare}", f"Al-{bare}"}
    if surname[:1].islower() and " " in surname:
        variants.add(surname[0].upper() + surname[1:])
    return {variant for variant in variants if variant}


@cache
def _registry() -> _Registry:
    registry = _Registry()
    leaders = load_table("leaders").rows
    for row in leaders:
        if "Council" not in row["name"]:
            registry.add(clean_name(row["name"]), row["iso2"], _LEADER)
    for row in (*load_table("leader_aliases").rows, *load_table("person_aliases").rows):
        if row["alias_kind"] != "typo":
            registry.add_alias(clean_name(row["name"]), row["iso2"], row["alias"])
    for row in load_table("public_persons").rows:
        registry.add(row["name"], row["iso2"], _RECENT)
        for form in split_cell(row["forms"]):
            registry.add_alias(row["name"], row["iso2"], form)
    for name, iso2, standing in _other_holders():
        registry.add(name, iso2, standing)
    return registry


def own_office_holders() -> Iterator[Row]:
    """The rows of office_holders.csv without the heads of state whom territories borrow from another country."""
    for row in load_table("office_holders").rows:
        if not (row["role"] == "chief_of_state" and is_dependent(row["iso2"])):
            yield row


def _other_holders() -> Iterator[tuple[str, str, int]]:
    for row in own_office_holders():
        recent = row["rank"] == "principal" and row["last_seen"] >= _RECENT_SINCE
        for name in split_cell(row["person"]):
            yield clean_name(name), row["iso2"], _RECENT if recent else _OTHER
    for row in load_table("ministers").rows:
        recent = row["field"] == "foreign" and not row["end"]
        yield clean_name(row["name"]), row["iso2"], _RECENT if recent else _OTHER


@cache
def list_persons() -> tuple[KnownPerson, ...]:
    """Everybody in the tables of office holders, one record a person, the better known first."""
    ranked = sorted(_registry().records, key=lambda record: -record.standing)
    return tuple(_known_person(record) for record in ranked if len(record.name) > 2)


def _known_person(record: _Record) -> KnownPerson:
    surname = derive_surname(record.name, record.iso2)
    return KnownPerson(
        actor=person_actor(record.name),
        iso2=record.iso2,
        names=tuple(sorted(record.names)),
        surnames=tuple(sorted(record.surnames | (_surname_variants(surname) if surname else set()))),
        standing=record.standing,
    )


def find_person(name: str, iso2: str) -> Actor | None:
    """The person of that full name and country in the tables, in any spelling that the tables hold."""
    record = _registry().find(name, iso2)
    return person_actor(record.name) if record else None


@cache
def _bearers() -> dict[str, tuple[Actor, ...]]:
    bearers: dict[str, dict[str, Actor]] = defaultdict(dict)
    for person in list_persons():
        for form in (*person.names, *person.surnames):
            bearers[name_key(form)][person.actor.id] = person.actor
    return {key: tuple(actors.values()) for key, actors in bearers.items()}


def find_bearers(name: str) -> tuple[Actor, ...]:
    """Everybody in the tables of office holders with that full name or surname."""
    return _bearers().get(name_key(name), ())


@cache
def _common_surnames() -> dict[str, str]:
    return {row["surname"]: row["use"] for row in load_table("common_surnames").rows}


def person_forms() -> tuple[NamedForm, ...]:
    """Full names, other spellings and surnames of office holders with their readings.

    A surname is given where its bearer is in leaders.csv or is its only bearer; it is weak where it is an ordinary word
    or a common name, or where its bearer is not one of the better known.
    """
    holders: dict[str, set[str]] = defaultdict(set)
    for person in list_persons():
        for surname in person.surnames:
            holders[surname].add(person.actor.id)
    forms: list[NamedForm] = []
    for person in list_persons():
        forms += [_form(name, person, "person", weak=" " not in name and name.isascii()) for name in person.names]
        forms += [
            _form(surname, person, "surname", weak=_is_weak(surname, person))
            for surname in person.surnames
            if _is_used_alone(surname, person) and (person.standing == _LEADER or len(holders[surname]) == 1)
        ]
    return tuple(forms)


def _is_used_alone(surname: str, person: KnownPerson) -> bool:
    """False for words that would be taken for a little known person's name wherever they stand ("On", "John")."""
    use = _common_surnames().get(surname)
    return use != "never" and not (person.standing == _OTHER and (use or len(surname) < _SHORTEST_OF_OTHERS))


def _is_weak(surname: str, person: KnownPerson) -> bool:
    return (
        person.standing == _OTHER
        or surname in _common_surnames()
        or len(surname) < (2 if person.standing == _LEADER else 4)
    )


def _form(form: str, person: KnownPerson, kind: FormKind, weak: bool) -> NamedForm:
    entry = NameEntry(actor=person.actor, form_kind=kind, iso2=person.iso2, weak=weak, source_kind="official")
    return NamedForm(form=form, entry=entry)
