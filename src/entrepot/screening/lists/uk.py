"""One designation of a UK list, whether it came from CSV or XML, to a party."""

import re
from dataclasses import dataclass, field

from entrepot.model.listing import Designation, NameStrength, PartyKind
from entrepot.screening.lists.book import Notebook
from entrepot.screening.lists.countries import split_countries
from entrepot.screening.lists.names import clean_name
from entrepot.screening.lists.party import PartyBuilder

AUTHORITY = "United Kingdom"
_KINDS: dict[str, PartyKind] = {
    "individual": "person",
    "entity": "organisation",
    "ship": "vessel",
    "vessel": "vessel",
}
_LANGUAGES = {
    "arabic": "ar",
    "belarusian": "be",
    "burmese": "my",
    "chinese": "zh",
    "dari": "prs",
    "farsi": "fa",
    "hebrew": "he",
    "korean": "ko",
    "pashto": "ps",
    "persian": "fa",
    "russian": "ru",
    "ukrainian": "uk",
    "urdu": "ur",
}
_NUMBERED = re.compile(r"\(\d+\)\s*")
_INSIDE = re.compile(r"\((?P<label>[^()]{3,60})\):\s*(?P<value>.*?)(?=\s*\([^()]{3,60}\):|$)", re.DOTALL)
_LIST_REFERENCE = "UK Sanctions List Ref"
_SHIP_NUMBER = re.compile(r"IMO number", re.IGNORECASE)


@dataclass(slots=True, kw_only=True)
class UkName:
    """A name in its parts (Name 1 to Name 5, then Name 6), with the list's words for its type and strength."""

    parts: tuple[str, ...]
    kind: str
    quality: str


@dataclass(slots=True, kw_only=True)
class UkEntry:
    """The fields of one designation, each with all its values in the order of the file."""

    key: str
    kind: str = ""
    names: list[UkName] = field(default_factory=list)
    scripts: list[tuple[str, str, str]] = field(default_factory=list)
    addresses: list[tuple[tuple[str, ...], str]] = field(default_factory=list)
    births: list[str] = field(default_factory=list)
    birth_places: list[tuple[str, str]] = field(default_factory=list)
    countries: list[tuple[str, str]] = field(default_factory=list)
    numbers: list[tuple[str, str, str]] = field(default_factory=list)
    texts: list[tuple[str, str]] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)
    designations: list[tuple[str, str, str, str]] = field(default_factory=list)
    unknown: list[tuple[str, str]] = field(default_factory=list)


def build_party(entry: UkEntry, list_name: str, book: Notebook) -> PartyBuilder:
    """The party of a designation: aliases of low quality are weak, a ship's flag and an address give countries."""
    party = PartyBuilder(book, list_name, entry.key, _KINDS.get(entry.kind.lower(), "unknown"))
    if entry.kind.lower() not in _KINDS:
        party.trouble("kind_unknown", entry.kind or "no kind")
    for name in entry.names:
        _add_name(party, name)
    for text, script, language in entry.scripts:
        kind = f"original script ({script})" if script else "original script"
        party.add_name(text, "strong", kind, _LANGUAGES.get(language.lower(), language))
    for birth in entry.births:
        for one in split_numbered(birth):
            party.add_birth(one)
    for town, country in entry.birth_places:
        _add_birth_place(party, town, country)
    for label, printed in entry.countries:
        for country in split_countries(printed):
            party.add_country(country, label)
    _add_rest(party, entry)
    return party


def _add_rest(party: PartyBuilder, entry: UkEntry) -> None:
    for label, number, country in entry.numbers:
        for one in split_numbered(number):
            party.add_identifier(label, one, country)
    for parts, country in entry.addresses:
        party.add_address(*parts, country=country)
    for label, text in entry.texts:
        party.add_attribute(label, text)
    for remark in dict.fromkeys(entry.remarks):
        party.remarks.append(remark)
        _add_labelled(party, remark)
    for regime, source, imposed, day in entry.designations:
        terms = (("source", source), ("sanctions imposed", imposed))
        party.add_designation(
            Designation(
                programme=regime,
                authority=AUTHORITY,
                listed_on=party.read_listing_day(day),
                terms=tuple((label, value) for label, value in terms if value),
            )
        )
    for label, value in entry.unknown:
        party.trouble("field_unknown", label)
        party.add_attribute(label, value)


def split_numbered(printed: str) -> list[str]:
    """The values of a cell that numbers them "(1) … (2) …"; the cell alone where it does not."""
    if not printed.lstrip().startswith("(1)"):
        return [printed.strip()] if printed.strip() else []
    return [part.strip(" .;") for part in _NUMBERED.split(printed) if part.strip(" .;")]


def _add_name(party: PartyBuilder, name: UkName) -> None:
    printed = clean_name(" ".join(part for part in name.parts if part))
    kind = " ".join(name.kind.split())
    strength: NameStrength = "strong"
    if kind.lower() == "primary name" or not kind:
        strength = "primary"
    elif "low" in name.quality.lower():
        strength = "weak"
    party.add_name(printed, strength, kind)


def _add_birth_place(party: PartyBuilder, town: str, country: str) -> None:
    """Towns and countries that are numbered belong together by their numbers, where there are as many of both."""
    towns, countries = split_numbered(town), split_numbered(country)
    if len(towns) == len(countries):
        for pair in zip(towns, countries, strict=True):
            party.add_birth_place(", ".join(pair))
    else:
        for place in (*towns, *countries):
            party.add_birth_place(place)


def _add_labelled(party: PartyBuilder, remark: str) -> None:
    """OFSI's older list puts the ship's number and the reference of the UK list into the text, as "(label):value"."""
    for match in _INSIDE.finditer(remark):
        label, value = match["label"], match["value"].strip(" .")
        if _SHIP_NUMBER.search(label):
            party.add_identifier(label, value, kind="imo")
        elif label == _LIST_REFERENCE:
            party.add_attribute(label, value)
