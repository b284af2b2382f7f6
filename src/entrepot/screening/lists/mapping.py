"""What the columns of a table mean: known from its header, or said in a TOML file by the user."""

import codecs
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from entrepot.errors import CallError
from entrepot.model.listing import IdentifierKind, NameStrength, PartyKind
from entrepot.screening.lists.days import Order

NAME_FIELDS: dict[str, tuple[NameStrength, str]] = {
    "name": ("primary", ""),
    "alias": ("strong", "alias"),
    "weak_alias": ("weak", "weak alias"),
    "previous_name": ("strong", "previous name"),
}
NUMBER_FIELDS: dict[str, IdentifierKind] = {
    "imo": "imo",
    "mmsi": "mmsi",
    "call_sign": "call_sign",
    "registration": "registration",
    "tax": "tax",
    "lei": "lei",
    "swift": "swift",
    "passport": "passport",
    "national_id": "national_id",
    "tail_number": "tail_number",
    "identifier": "other",
}
OTHER_FIELDS = (
    "id", "kind", "programme", "authority", "listed_on", "ended_on", "citation", "country", "birth", "birth_place",
    "address", "remarks", "first_seen", "last_seen",
)  # fmt: skip
FIELDS = frozenset((*NAME_FIELDS, *NUMBER_FIELDS, *OTHER_FIELDS))
_KINDS: tuple[PartyKind, ...] = ("person", "organisation", "vessel", "aircraft", "unknown")
_SECTIONS = frozenset(
    {"list", "file", "columns", "constants", "separators", "kinds", "filters", "names", "rows", "terms"}
)

KIND_WORDS: dict[str, PartyKind] = {
    "person": "person",
    "individual": "person",
    "natural person": "person",
    "p": "person",
    "entity": "organisation",
    "legalentity": "organisation",
    "legal entity": "organisation",
    "company": "organisation",
    "organisation": "organisation",
    "organization": "organisation",
    "publicbody": "organisation",
    "enterprise": "organisation",
    "group": "organisation",
    "e": "organisation",
    "vessel": "vessel",
    "ship": "vessel",
    "aircraft": "aircraft",
    "airplane": "aircraft",
    "unknown": "unknown",
    "": "unknown",
}
"""Words for kinds that need no mapping, in lower case."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RowFilter:
    """Keeps the rows whose column has one of the values, or drops them."""

    column: str
    values: frozenset[str]
    is_drop: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnMap:
    """How a table is read: `columns` gives each field its columns, by name or, without a header, by number from 1.

    `separators` part the values of a field, `empty` are words that mean nothing, `ignored` are columns left out on
    purpose; every other column that is not named stays as an attribute under its own name.
    """

    columns: Mapping[str, tuple[str, ...]]
    name: str = ""
    title: str = ""
    constants: Mapping[str, str] = field(default_factory=dict)
    separators: Mapping[str, str] = field(default_factory=dict)
    kinds: Mapping[str, PartyKind] = field(default_factory=dict)
    terms: Mapping[str, str] = field(default_factory=dict)
    filters: tuple[RowFilter, ...] = ()
    ignored: frozenset[str] = frozenset()
    empty: frozenset[str] = frozenset()
    encoding: str = ""
    delimiter: str = ""
    has_header: bool = True
    skip_lines: int = 0
    date_order: Order = "dmy"
    date_formats: tuple[str, ...] = ()
    is_grouped: bool = False
    is_family_first: bool = False
    strength_column: str = ""
    strengths: Mapping[str, NameStrength] = field(default_factory=dict)


def read_mapping(path: Path) -> ColumnMap:
    """The mapping that a TOML file holds.

    Raises:
        CallError: the file cannot be read, or says something that no mapping has; the message names it.
    """
    parts = _load(path)
    _check_words(path, "section", parts, _SECTIONS)
    columns = {name: _texts(value) for name, value in _section(path, parts, "columns").items()}
    constants = {name: str(value) for name, value in _section(path, parts, "constants").items()}
    separators = {name: str(value) for name, value in _section(path, parts, "separators").items()}
    for section, found in (("columns", columns), ("constants", constants), ("separators", separators)):
        _check_words(path, f"field in [{section}]", found, FIELDS)
    if "name" not in columns:
        raise CallError(f'{path} does not say which column holds the name: add `name = "…"` under [columns].')
    return _column_map(path, parts, columns, constants, separators)


def _load(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise CallError(f"The mapping {path} could not be read ({error.strerror}); check the path.") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise CallError(f"The mapping {path} is not valid TOML: {error}.") from error


def _section(path: Path, parts: dict[str, Any], name: str) -> dict[str, Any]:
    found = parts.get(name, {})
    if not isinstance(found, dict):
        raise CallError(f"{path}: [{name}] must be a table of names and values.")
    return found


def _check_words(path: Path, what: str, found: Mapping[str, object], known: frozenset[str]) -> None:
    strange = sorted(set(found) - known)
    if strange:
        raise CallError(f"{path} has an unknown {what}: {', '.join(strange)}. There are: {', '.join(sorted(known))}.")


def _texts(value: object) -> tuple[str, ...]:
    return tuple(str(one) for one in value) if isinstance(value, list) else (str(value),)


def _column_map(
    path: Path,
    parts: dict[str, Any],
    columns: dict[str, tuple[str, ...]],
    constants: dict[str, str],
    separators: dict[str, str],
) -> ColumnMap:
    about, file, rows, names = (_section(path, parts, name) for name in ("list", "file", "rows", "names"))
    _check_words(path, "setting in [list]", about, frozenset({"name", "title"}))
    _check_words(
        path,
        "setting in [file]",
        file,
        frozenset({"encoding", "delimiter", "header", "skip_lines", "date_order", "date_formats", "empty"}),
    )
    _check_words(path, "setting in [rows]", rows, frozenset({"group_by_id", "ignore_columns"}))
    _check_words(
        path, "setting in [names]", names, frozenset({"family_name_first", "strength_column", "primary", "weak"})
    )
    return ColumnMap(
        columns=columns,
        constants=constants,
        separators=separators,
        name=str(about.get("name", "")),
        title=str(about.get("title", "")),
        kinds=_kinds(path, _section(path, parts, "kinds")),
        terms={name: str(column) for name, column in _section(path, parts, "terms").items()},
        filters=tuple(_filter(path, one) for one in parts.get("filters", [])),
        ignored=frozenset(_texts(rows.get("ignore_columns", []))),
        empty=frozenset(word.lower() for word in _texts(file.get("empty", []))),
        encoding=_encoding(path, str(file.get("encoding", ""))),
        delimiter=str(file.get("delimiter", "")),
        has_header=bool(file.get("header", True)),
        skip_lines=int(file.get("skip_lines", 0)),
        date_order="mdy" if str(file.get("date_order", "dmy")).lower() == "mdy" else "dmy",
        date_formats=_texts(file.get("date_formats", [])),
        is_grouped=bool(rows.get("group_by_id", False)),
        is_family_first=bool(names.get("family_name_first", False)),
        strength_column=str(names.get("strength_column", "")),
        strengths={
            **{word.lower(): "primary" for word in _texts(names.get("primary", []))},
            **{word.lower(): "weak" for word in _texts(names.get("weak", []))},
        },
    )


def _kinds(path: Path, section: dict[str, Any]) -> dict[str, PartyKind]:
    kinds: dict[str, PartyKind] = {}
    for word, meaning in section.items():
        kind = next((one for one in _KINDS if one == meaning), None)
        if kind is None:
            raise CallError(f"{path}: {meaning!r} is no kind of party. There are: {', '.join(_KINDS)}.")
        kinds[word.lower()] = kind
    return kinds


def _filter(path: Path, one: object) -> RowFilter:
    if not isinstance(one, dict) or "column" not in one or ("keep" in one) == ("drop" in one):
        raise CallError(f"{path}: each [[filters]] needs a column and either the values to keep or those to drop.")
    return RowFilter(
        column=str(one["column"]),
        values=frozenset(_texts(one.get("keep", one.get("drop")))),
        is_drop="drop" in one,
    )


def _encoding(path: Path, name: str) -> str:
    try:
        return codecs.lookup(name).name if name else ""
    except LookupError as error:
        raise CallError(f"{path} names the encoding {name!r}, which does not exist; utf-8 is the usual one.") from error
