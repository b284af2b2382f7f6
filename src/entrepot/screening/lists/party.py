"""A listed party while it is being read: cleaned values beside printed ones, nothing twice, nothing lost."""

from datetime import date

from entrepot.model.issue import Issue
from entrepot.model.listing import (
    Designation,
    Identifier,
    IdentifierKind,
    ListedAddress,
    ListedName,
    ListedParty,
    NameStrength,
    PartyKind,
)
from entrepot.screening.lists.book import Notebook, single_issue
from entrepot.screening.lists.countries import country_code, country_codes, says_no_country
from entrepot.screening.lists.days import Order, read_births, read_day
from entrepot.screening.lists.identifiers import make_identifier
from entrepot.screening.lists.names import listed_name, natural_order

_RANK: dict[NameStrength, int] = {"primary": 0, "strong": 1, "weak": 2}


class PartyBuilder:
    """Takes the fields of one entry as printed and gives the finished record; trouble goes to the notebook too."""

    def __init__(self, book: Notebook, list_name: str, key: str, kind: PartyKind) -> None:
        self.key = key
        self.kind = kind
        self.remarks: list[str] = []
        self.seen: tuple[date, date | None] | None = None
        self._book = book
        self._list = list_name
        self._names: dict[tuple[str, str], ListedName] = {}
        self._designations: dict[Designation, None] = {}
        self._births: dict[str, None] = {}
        self._birth_places: dict[str, None] = {}
        self._countries: dict[str, None] = {}
        self._identifiers: dict[tuple[str, str, str], Identifier] = {}
        self._addresses: dict[ListedAddress, None] = {}
        self._attributes: dict[tuple[str, str], None] = {}
        self._issues: list[Issue] = []

    def add_name(
        self, printed: str, strength: NameStrength = "primary", kind: str = "", language: str = "", text: str = ""
    ) -> None:
        """Adds a name; the same one twice stays once, at its greater strength."""
        name = listed_name(printed, strength, kind, language, text)
        if not name.text:
            return
        place = (name.text, name.original)
        known = self._names.get(place)
        if known is None or _RANK[strength] < _RANK[known.strength]:
            self._names[place] = name

    def add_family_name_first(self, printed: str, strength: NameStrength = "primary", kind: str = "") -> None:
        """Adds a name printed "LAST, First" where the party is a person; other names keep their commas."""
        self.add_name(printed, strength, kind, text=natural_order(printed) if self.kind == "person" else "")

    def add_birth(self, printed: str, order: Order = "dmy") -> None:
        """Adds a date of birth; what is not understood, or only about so, stays among the attributes too."""
        if not printed.strip():
            return
        births = read_births(printed, order)
        self._births.update(dict.fromkeys(births))
        if not births:
            self.trouble("date_unclear", printed)
        if not births or any(mark in printed.lower() for mark in ("circa", "approx")):
            self.add_attribute("date of birth as printed", printed)

    def add_birth_span(self, birth: str) -> None:
        """Adds a date of birth that is in ISO form already."""
        if birth:
            self._births[birth] = None

    def add_birth_place(self, printed: str) -> None:
        """Adds a place of birth as printed."""
        if place := " ".join(printed.split()).strip(" ,"):
            self._birth_places[place] = None

    def add_country(self, printed: str, label: str = "country") -> str:
        """Adds a country of nationality, flag, seat or residence and gives its code, "" where it is not known."""
        codes = country_codes(printed) if printed.strip() else ()
        self._countries.update(dict.fromkeys(codes))
        return codes[0] if codes else self.read_country(printed, label)

    def read_country(self, printed: str, label: str = "country") -> str:
        """The code of a country that is printed; one that is not known stays among the attributes."""
        if not printed.strip():
            return ""
        code = country_code(printed)
        if not code:
            self.add_attribute(label, printed)
            if not says_no_country(printed):
                self.trouble("country_unknown", " ".join(printed.split()))
        return code

    def read_listing_day(self, printed: str, order: Order = "dmy") -> date | None:
        """The day that is printed; one that is not understood stays among the attributes."""
        if not printed.strip():
            return None
        day = read_day(printed, order)
        if day is None:
            self.trouble("date_unclear", printed)
            self.add_attribute("date as printed", printed)
        return day

    def add_identifier(self, label: str, printed: str, country: str = "", kind: IdentifierKind | None = None) -> None:
        """Adds a number or code; `country` is printed or a code. One without letters or digits is an attribute."""
        code = self.read_country(country, f"{label}: country") if country else ""
        one = make_identifier(label, " ".join(printed.split()), code, kind)
        if one.value:
            self._identifiers.setdefault((one.kind, one.value, one.country), one)
        else:
            self.add_attribute(label, printed)

    def add_address(self, *parts: str, country: str = "") -> None:
        """Adds an address of those parts that are there, as printed; its country counts as one of the party's."""
        code = self.add_country(country, "address: country") if country else ""
        kept = [" ".join(part.split()).strip(" ,") for part in (*parts, "" if country == code else country)]
        text = ", ".join(part for part in kept if part)
        if text or code:
            self._addresses[ListedAddress(text=text, country=code)] = None

    def add_attribute(self, label: str, printed: str) -> None:
        """Adds a further field of the list under its own label."""
        if text := printed.strip():
            self._attributes[label, text] = None

    def add_designation(self, designation: Designation) -> None:
        """Adds an act of listing."""
        self._designations[designation] = None

    def trouble(self, code: str, value: str) -> None:
        """Notes trouble with this entry, both in the notebook and on the party."""
        self._book.note(code, value, self.key)
        self._issues.append(single_issue(code, value, self.key))

    @property
    def has_name(self) -> bool:
        """True once the entry has a name."""
        return bool(self._names)

    def build(self) -> ListedParty | None:
        """The finished party, its primary name first; None, and a note, where it has no name at all."""
        if not self._names:
            self._book.note("name_missing", f"The entry {self.key}", self.key)
            return None
        return ListedParty(
            id=self.key,
            list=self._list,
            kind=self.kind,
            names=_ordered(list(self._names.values())),
            designations=tuple(self._designations),
            births=tuple(self._births),
            birth_places=tuple(self._birth_places),
            countries=tuple(self._countries),
            identifiers=tuple(self._identifiers.values()),
            addresses=tuple(self._addresses),
            remarks="\n".join(self.remarks),
            attributes=tuple(self._attributes),
            seen=self.seen,
            issues=tuple(self._issues),
        )


def _ordered(names: list[ListedName]) -> tuple[ListedName, ...]:
    """One primary name, first; further ones that claim to be are strong. Weak names alone stay weak."""
    ranked = sorted(names, key=lambda name: _RANK[name.strength])
    first, rest = ranked[0], ranked[1:]
    head = first if first.strength == "weak" else _with_strength(first, "primary")
    return (head, *(_with_strength(name, "strong") if name.strength == "primary" else name for name in rest))


def _with_strength(name: ListedName, strength: NameStrength) -> ListedName:
    if name.strength == strength:
        return name
    return ListedName(
        text=name.text,
        original=name.original,
        script=name.script,
        strength=strength,
        kind=name.kind,
        language=name.language,
    )
