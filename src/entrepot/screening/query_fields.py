"""What a query says of the bearer of a name beside the name: kind, country, year of birth, numbers."""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from entrepot.model.issue import Issue
from entrepot.model.listing import Identifier, IdentifierKind, PartyKind
from entrepot.model.match import Query

KINDS: dict[str, PartyKind] = {
    **dict.fromkeys(("person", "individual", "natural person", "people", "human"), "person"),
    **dict.fromkeys(
        ("organisation", "organization", "company", "entity", "firm", "legalentity", "group", "legal person"),
        "organisation",
    ),
    **dict.fromkeys(("vessel", "ship"), "vessel"),
    **dict.fromkeys(("aircraft", "airplane", "plane"), "aircraft"),
}
IDENTIFIERS: dict[str, IdentifierKind] = {
    **dict.fromkeys(("imo", "imo_number"), "imo"),
    **dict.fromkeys(("mmsi",), "mmsi"),
    **dict.fromkeys(("call_sign", "callsign"), "call_sign"),
    **dict.fromkeys(("registration", "registration_number", "ogrn", "company_number"), "registration"),
    **dict.fromkeys(("tax", "tax_id", "tax_number", "inn", "vat"), "tax"),
    **dict.fromkeys(("lei",), "lei"),
    **dict.fromkeys(("swift", "bic"), "swift"),
    **dict.fromkeys(("passport", "passport_number"), "passport"),
    **dict.fromkeys(("national_id", "id_number", "identity_number"), "national_id"),
    **dict.fromkeys(("tail_number",), "tail_number"),
}
_KIND_FIELDS = ("kind", "type", "schema")
_COUNTRY_FIELDS = ("country", "nationality", "flag")
_BIRTH_FIELDS = ("birth_year", "year_of_birth", "birth_date", "date_of_birth", "dob")
_YEAR = re.compile(r"(?<!\d)(1[89]\d\d|20\d\d)(?!\d)")
_MAX_TEXT = 200


def read_fields(row: Mapping[str, Any]) -> tuple[tuple[tuple[str, str], ...], Query, tuple[Issue, ...]]:
    """The fields as given, a query without a name that has them understood, and what was not understood."""
    given = tuple(_flatten(row))
    texts = dict(given)
    kind, country, birth = (_first(texts, names) for names in (_KIND_FIELDS, _COUNTRY_FIELDS, _BIRTH_FIELDS))
    year = _YEAR.search(birth)
    query = Query(
        name="",
        id=texts.get("id", ""),
        kind=KINDS.get(kind.casefold(), "unknown"),
        country=_country_code(country) if country else "",
        birth_year=int(year[1]) if year else None,
        identifiers=tuple(_identifiers(texts)),
    )
    unclear = (
        ("kind", kind, query.kind == "unknown" and kind.casefold() != "unknown"),
        ("country", country, not query.country),
        ("birth_year", birth, year is None),
    )
    return given, query, tuple(_unclear(name, text) for name, text, is_so in unclear if text and is_so)


def _country_code(printed: str) -> str:
    # Loaded late, like the numbers below: the room of the lists is heavy, and most queries are names alone.
    from entrepot.screening.lists.countries import country_code

    return country_code(printed)


def _flatten(row: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Each field with its text; identifiers that stand in a mapping of their own are taken out of it."""
    for key, value in row.items():
        if key == "identifiers":
            yield from _nested(value)
        elif isinstance(value, str | int | float) and not isinstance(value, bool) and str(value).strip():
            yield key, _text(value)


def _nested(value: Any) -> Iterator[tuple[str, str]]:
    if isinstance(value, str) and value.lstrip().startswith("{") and len(value) < _MAX_TEXT * 10:
        try:
            value = json.loads(value)
        except ValueError:
            return
    if isinstance(value, Mapping):
        for key, one in value.items():
            if isinstance(one, str | int):
                yield str(key).casefold(), _text(one)


def _text(value: Any) -> str:
    """The value on one line, without bytes that are no text, no longer than anything sensible."""
    text = " ".join(str(value).split())[:_MAX_TEXT]
    return text.encode("utf-8", "replace").decode("utf-8")


def _identifiers(texts: Mapping[str, str]) -> Iterator[Identifier]:
    known = {name: kind for name in texts if (kind := IDENTIFIERS.get(name))}
    if known:
        from entrepot.screening.lists.identifiers import make_identifier

        for name, kind in known.items():
            yield make_identifier(name, texts[name], kind=kind)


def _first(texts: Mapping[str, str], names: tuple[str, ...]) -> str:
    return next((texts[name] for name in names if texts.get(name)), "")


def _unclear(name: str, text: str) -> Issue:
    message = f"The {name} '{text[:60]}' was not understood and left aside."
    return Issue(code="query_field_unclear", message=message, severity="note")
