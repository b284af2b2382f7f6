"""Sanctions and export-control lists as published: listed parties, their names, and the version they were read from."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from entrepot.model.issue import Issue

PartyKind = Literal["person", "organisation", "vessel", "aircraft", "unknown"]
NameStrength = Literal["primary", "strong", "weak"]
IdentifierKind = Literal[
    "imo", "mmsi", "call_sign", "registration", "tax", "lei", "swift", "passport", "national_id", "tail_number", "other"
]


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedName:
    """One name of a listed party.

    `text` is the name cleaned and in natural order where the list has its parts, `original` as the list prints it.
    `script` is the Unicode script of most of its letters in lower case ("latin", "cyrillic", "han"). A `weak` name is
    one that the list itself calls weak or of low quality: it never makes a match alone. `kind` is the list's own word
    for it ("aka", "fka", "nee").
    """

    text: str
    original: str
    script: str = "latin"
    strength: NameStrength = "primary"
    kind: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Identifier:
    """A number or code that a list gives a party: `value` cleaned for comparison, `original` as printed.

    `country` is ISO 3166-1 alpha-2, "" where the list says none. `label` is the list's own word for the kind.
    """

    kind: IdentifierKind
    value: str
    original: str
    country: str = ""
    label: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedAddress:
    """An address as printed, with the country (ISO 3166-1 alpha-2, "" where not understood)."""

    text: str
    country: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Designation:
    """An act by which a party was put on a list: under which programme, by whom, since when, on what terms.

    `citation` is the legal act or notice as the list cites it; `terms` are conditions that the list prints beside it
    (the licence requirement and policy of the US Entity List). A day is None where the list gives none.
    """

    programme: str
    authority: str = ""
    listed_on: date | None = None
    ended_on: date | None = None
    citation: str = ""
    terms: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedParty:
    """Whoever a list names: the cleaned record beside the values as printed.

    `id` is the list's own key, unique within the list. `births` are ISO days, months or years, in the order printed,
    as `1958`, `1958-03` or `1958-03-02`; a span is `1955/1958`. `countries` (nationality, flag, seat, residence) are
    ISO 3166-1 alpha-2. `attributes` hold every further field of the list that is kept, by its own label. `seen` is the
    first and last day on which the entry stood in the list, where versions of it were compared: that is not the day
    from which the listing is valid in law, which stands in `designations`. `issues` is what could not be understood.
    """

    id: str
    list: str
    kind: PartyKind
    names: tuple[ListedName, ...]
    designations: tuple[Designation, ...] = ()
    births: tuple[str, ...] = ()
    birth_places: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    identifiers: tuple[Identifier, ...] = ()
    addresses: tuple[ListedAddress, ...] = ()
    remarks: str = ""
    attributes: tuple[tuple[str, str], ...] = ()
    seen: tuple[date, date | None] | None = None
    issues: tuple[Issue, ...] = ()

    @property
    def programmes(self) -> tuple[str, ...]:
        """The programmes under which the party is listed, each once."""
        return tuple(dict.fromkeys(one.programme for one in self.designations if one.programme))

    @property
    def first_listed_on(self) -> date | None:
        """The earliest day of listing; where the list gives none, the first day on which the entry was seen."""
        days = [one.listed_on for one in self.designations if one.listed_on]
        return min(days) if days else self.seen[0] if self.seen else None


@dataclass(frozen=True, slots=True, kw_only=True)
class ListVersion:
    """A list as it stood: publication day (None where neither file nor user says), SHA-256 of the file, and rows read.

    `list` is the short name by which it is known ("us-ofac-sdn", "un-sc"); of several files, the digest is that of
    their digests in order.
    """

    list: str
    published: date | None
    sha256: str
    rows: int
    title: str = ""
    path: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyList:
    """A list that was read: its version, its parties in the order of the file, and what was wrong with the file."""

    version: ListVersion
    parties: tuple[ListedParty, ...]
    issues: tuple[Issue, ...] = ()
