"""FollowTheMoney's schemata and properties as far as lists and queries have them: which kind of party is which."""

from typing import Final

from entrepot.errors import CallError
from entrepot.model.listing import IdentifierKind, PartyKind

SCHEMA_OF: Final[dict[PartyKind, str]] = {
    "person": "Person",
    "organisation": "Organization",
    "vessel": "Vessel",
    "aircraft": "Airplane",
    "unknown": "LegalEntity",
}
"""What a listed party is given out as: a list seldom says whether an organisation is a company, so none is one."""

_LEGAL: Final[frozenset[PartyKind]] = frozenset({"person", "organisation", "unknown"})
_FIRMS: Final[frozenset[PartyKind]] = frozenset({"organisation", "unknown"})
_CRAFT: Final[frozenset[PartyKind]] = frozenset({"vessel", "aircraft"})
_NONE: Final[frozenset[PartyKind]] = frozenset()

KINDS_OF: Final[dict[str, frozenset[PartyKind]]] = {
    "Thing": _LEGAL | _CRAFT,
    "LegalEntity": _LEGAL,
    "Person": frozenset({"person", "unknown"}),
    "Organization": _FIRMS,
    "Company": _FIRMS,
    "PublicBody": _FIRMS,
    "Asset": _CRAFT,
    "Vehicle": _CRAFT,
    "Vessel": frozenset({"vessel"}),
    "Airplane": frozenset({"aircraft"}),
    **dict.fromkeys(("Address", "BankAccount", "CryptoWallet", "Position", "Security", "UserAccount"), _NONE),
}
"""The kinds of party that may be of a schema; a party of unknown kind may be a person or a firm."""

_ASKED: Final[dict[str, PartyKind]] = {
    "Person": "person",
    "Organization": "organisation",
    "Company": "organisation",
    "PublicBody": "organisation",
    "Vessel": "vessel",
    "Airplane": "aircraft",
}

NUMBER_PROPERTIES: Final[dict[IdentifierKind, str]] = {
    "imo": "imoNumber",
    "mmsi": "mmsi",
    "call_sign": "callSign",
    "registration": "registrationNumber",
    "tax": "taxNumber",
    "lei": "leiCode",
    "swift": "swiftBic",
    "passport": "passportNumber",
    "national_id": "idNumber",
    "tail_number": "registrationNumber",
    "other": "idNumber",
}
"""The property under which a list's number is given out, where its label is no property itself."""

NAMES: Final = ("name", "alias", "previousName", "weakAlias", "abbreviation")
NAME_PARTS: Final = (("firstName", "secondName", "middleName", "fatherName", "lastName"), ("lastName", "firstName"))
COUNTRIES: Final = (
    "nationality",
    "citizenship",
    "country",
    "jurisdiction",
    "flag",
    "mainCountry",
    "registrationCountry",
)
BIRTHS: Final = ("birthDate",)

LABELS: Final[dict[str, str]] = {
    "name": "Name",
    "alias": "Other name",
    "previousName": "Previous name",
    "weakAlias": "Weak alias",
    "birthDate": "Date of birth",
    "birthPlace": "Place of birth",
    "country": "Country",
    "nationality": "Nationality",
    "flag": "Flag",
    "address": "Address",
    "imoNumber": "IMO number",
    "mmsi": "MMSI",
    "callSign": "Call sign",
    "registrationNumber": "Registration number",
    "taxNumber": "Tax number",
    "leiCode": "LEI",
    "swiftBic": "SWIFT/BIC",
    "passportNumber": "Passport number",
    "idNumber": "Identity number",
    "program": "Programme",
    "notes": "Remarks",
    "sanctions": "Listed under",
}
"""Properties of listed parties in words; a query may give any that names, dates, countries or numbers stand in."""


def asked_kind(schema: str) -> PartyKind:
    """The kind of party that an example of this schema asks for.

    Raises:
        CallError: there is no such schema here.
    """
    check_schema(schema)
    return _ASKED.get(schema, "unknown")


def check_schema(schema: str) -> str:
    """The schema, where it is one of those that are known here.

    Raises:
        CallError: it is none.
    """
    if schema not in KINDS_OF:
        raise CallError(f"There is no schema {schema[:60]!r} here; there are: {', '.join(KINDS_OF)}.")
    return schema


def is_of(kind: PartyKind, schema: str) -> bool:
    """True where every party of this kind is of the schema, and not only may be."""
    own = SCHEMA_OF[kind]
    broader = {"Organization": "LegalEntity", "Person": "LegalEntity", "Vessel": "Vehicle", "Airplane": "Vehicle"}
    line = {own, broader.get(own, own), "Thing"} | ({"Asset"} if kind in _CRAFT else set())
    return schema in line
