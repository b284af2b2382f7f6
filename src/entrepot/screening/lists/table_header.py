"""A table whose header names the usual columns: read without a mapping."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from entrepot.errors import InputError
from entrepot.screening.lists.delimited import guess_delimiter, header_of
from entrepot.screening.lists.interface import ListDraft, ListTask
from entrepot.screening.lists.mapping import ColumnMap
from entrepot.screening.lists.table import read_table

_USUAL: Mapping[str, tuple[str, ...]] = {
    "id": ("id", "entity_id", "uid", "unique_id", "ent_num", "reference", "reference_number", "record_id", "key"),
    "name": ("name", "full_name", "fullname", "primary_name", "entity_name", "listed_name", "party", "party_name"),
    "alias": ("aliases", "alias", "aka", "a_k_a", "akas", "alt_names", "alternative_names", "other_names"),
    "weak_alias": ("weak_aliases", "weak_alias", "low_quality_aliases"),
    "previous_name": ("previous_name", "previous_names", "former_names", "fka"),
    "kind": ("kind", "type", "schema", "entity_type", "party_type"),
    "country": ("country", "countries", "nationality", "nationalities", "citizenship", "flag", "jurisdiction"),
    "birth": ("birth_date", "birth_dates", "birth_year", "date_of_birth", "dob", "birthdate", "d_o_b"),
    "birth_place": ("birth_place", "place_of_birth", "pob", "birthplace"),
    "programme": ("programme", "program", "programmes", "programs", "program_ids", "regime", "programkey"),
    "authority": ("authority", "issuer"),
    "listed_on": ("listed_on", "listing_date", "date_listed", "date_of_listing", "date_designated", "start_date"),
    "ended_on": ("ended_on", "end_date", "delisted_on"),
    "citation": ("citation", "legal_basis", "legal_act"),
    "address": ("address", "addresses"),
    "remarks": ("remarks", "notes", "comments", "reason", "reasons"),
    "imo": ("imo", "imo_number", "imonumber"),
    "mmsi": ("mmsi",),
    "call_sign": ("call_sign", "callsign"),
    "registration": ("registration_number", "registrationnumber", "company_number", "registration", "ogrn", "ogrncode"),
    "tax": ("tax_number", "taxnumber", "tax_id", "inn", "inncode", "vat"),
    "lei": ("lei", "leicode", "lei_code"),
    "swift": ("swift", "bic", "swift_bic", "swiftbic"),
    "passport": ("passport", "passport_number", "passportnumber"),
    "national_id": ("national_id", "idnumber", "id_number"),
    "tail_number": ("tail_number",),
    "identifier": ("identifiers",),
    "first_seen": ("first_seen",),
    "last_seen": ("last_seen",),
}
_FAMILY, _GIVEN = ("last_name", "lastname", "surname", "family_name"), ("first_name", "firstname", "given_name")
_SEVERAL = (
    "alias", "weak_alias", "previous_name", "country", "birth", "birth_place", "programme", "address", "identifier",
    "imo", "mmsi", "registration", "tax", "passport", "national_id",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class HeaderReader:
    """Reads tables with a column of names and, if there are, the usual others under their usual headings."""

    format: str = "table with a header"

    def sniff(self, head: str) -> bool:
        """True where the first row has a cell that is a heading for names, or several usual headings."""
        if head.lstrip().startswith(("<", "{", "[")):
            return False
        header = header_of(head, guess_delimiter(head))
        found = _columns(header)
        return "name" in found or (len(header) > 2 and len(found) > 1) or _looks_like_header(header)

    def read(self, task: ListTask) -> ListDraft:
        """The parties, one a row; a semicolon or a bar parts several values of a cell.

        Raises:
            InputError: no column is one of names.
        """
        delimiter = guess_delimiter(task.text)
        header = header_of(task.text, delimiter)
        columns = _columns(header)
        if "name" not in columns:
            raise InputError(
                f"{task.file.name} is a table without a column of names that is known; it has: {', '.join(header)}. "
                f"Say in a mapping file (--mapping) which column is what."
            )
        separators = dict.fromkeys(_SEVERAL, "|" if _has_bars(task.text, delimiter) else ";")
        return read_table(task, ColumnMap(columns=columns, separators=separators, delimiter=delimiter))


def _columns(header: list[str]) -> dict[str, tuple[str, ...]]:
    by_word: dict[str, str] = {}
    for cell in header:
        by_word.setdefault(re.sub(r"\W+", "_", cell.strip().lower()).strip("_"), cell)
    found = {}
    for field, words in _USUAL.items():
        columns = tuple(by_word[word] for word in words if word in by_word)
        if columns:
            found[field] = columns if field in _SEVERAL else columns[:1]
    given = next((by_word[word] for word in _GIVEN if word in by_word), "")
    family = next((by_word[word] for word in _FAMILY if word in by_word), "")
    if "name" not in found and family:
        found["name"] = (given, family) if given else (family,)
    return found


def _looks_like_header(header: list[str]) -> bool:
    """Several short words without digits, none twice: headings, if not of the usual ones."""
    words = [cell for cell in header if re.fullmatch(r"[A-Za-z_][A-Za-z_ /()]{1,40}", cell)]
    return (
        len(header) > 2
        and len(words) == len(set(header))
        and all(cell == cell.lower() or "_" in cell for cell in header)
    )


def _has_bars(text: str, delimiter: str) -> bool:
    """A bar parts values where it is not the delimiter and semicolons are that, or are fewer."""
    return delimiter != "|" and (delimiter == ";" or text.count("|") > text.count(";"))
