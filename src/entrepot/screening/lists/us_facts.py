"""What the US lists say of a party under a label: one table for OFAC's remarks, its XML and the screening list."""

import re

from entrepot.model.listing import IdentifierKind
from entrepot.screening.lists.party import PartyBuilder

NUMBER_LABELS = (
    "Afghan Money Service Provider License Number|Aircraft Construction Number (also called L/N or S/N or F/N)|"
    "Aircraft Manufacturer's Serial Number (MSN)|Aircraft Mode S Transponder Code|Aircraft Serial Identification|"
    "Aircraft Tail Number|Previous Aircraft Tail Number|BIK (RU)|Birth Certificate Number|Bosnian Personal ID No.|"
    "Branch Unit Number|British National Overseas Passport|Business Number|Business Registration Document #|"
    "Business Registration Number|C.I.F.|C.I.N.|C.R. No.|C.U.I.|C.U.I.P.|C.U.I.T.|C.U.R.P.|"
    "Cartilla de Servicio Militar Nacional|Cedula No.|Central Registration System Number|"
    "Certificate of Incorporation Number|Chamber of Commerce Number|Chinese Commercial Code|Citizen's Card Number|"
    "Commercial Registry Number|Company Number|Credencial electoral|D-U-N-S Number|D.N.I.|Digital Currency Address|"
    "Diplomatic Passport|Driver's License No.|Dubai Chamber of Commerce Membership No.|"
    "Economic Register Number (CBLS)|Electoral Registry No.|Enterprise Number|File Number|Fiscal Code|"
    "Folio Mercantil No.|Government Gazette Number|I.F.E.|Identification Number|Immigration No.|ISIN|"
    "Istanbul Chamber of Comm. No.|Italian Fiscal Code|Kenyan ID No.|LE Number|Legal Entity Number|License|"
    "MMSI|MICEX Code|MSB Registration Number|Matricula Mercantil No|Military Registration Number|"
    "Moroccan Personal ID No.|N.I.E.|N.I.F.|NIT #|National Foreign ID Number|National ID No.|Numero de Identidad|"
    "Organization Code|Passport|Permit Number|Personal ID Card|Pilot License Number|Public Registration Number|"
    "R.F.C.|RFC|RIF #|RTN|RUC #|Refugee ID Card|Registered Charity No.|Registration Certificate Number (Dubai)|"
    "Registration ID|Registration Number|Residency Number|Romanian C.R.|Romanian Permanent Resident|"
    "Russian State Individual Business Registration Number Pattern (OGRNIP)|SRE Permit No.|SSN|SWIFT/BIC|"
    "Seafarer's Identification Document|Serial No.|Stateless Person ID Card|Stateless Person Passport|"
    "Tax ID No.|Tazkira National ID Card|Tourism License No.|Trade License No.|Travel Document Number|"
    "Turkish Identification Number|U.S.A. Passport|UAE Identification|UK Company Number|UN/LOCODE|US FEIN|"
    "Unified Social Credit Code (USCC)|United Social Credit Code Certificate (USCCC)|V.A.T. Number|VisaNumberID|"
    "Vessel Registration Identification|International Maritime Organization No.|Equity Ticker|Birth Certificate|"
    "Public Security and Immigration No.|Temporary suspension of deportation No.|Registered Charity Number|"
    "Interpol: Red Notice. File No.|CNP (Personal Numerical Code)|Romanian Tax Registration|Trademark number|"
    "Numero Unico de Identificacao Tributaria (NUIT)|Paraguayan tax identification number"
).split("|")
"""OFAC's own words for numbers, as they occur in its files of 2022 to 2025; further ones follow the pattern below."""

_FURTHER_NUMBERS = re.compile(r"(?:\b(?:No\.?|[Nn]umber|Code|ID|Passport|Card)|#)$")
_TEXT_LABELS = re.compile(
    r"^(gender|website|email|phone|telephone|fax|secondary sanctions|additional sanctions|transactions prohibited|"
    r"organization (established|type)|target type|executive order|listing date|effective date|purchase/sales|caatsa|"
    r"ifca|aircraft (model|manufacture date|operator)|former vessel flag|(other )?vessel (type|flag|year|owner)|"
    r"issuer name|phone number|linked to|for more information|all offices|nationality of registration)",
    re.IGNORECASE,
)
_SHIP = re.compile(r"\bIMO\b", re.IGNORECASE)
_VESSEL_LABELS = ("Vessel Registration Identification", "International Maritime Organization No.")
_MMSI = re.compile(r"MMSI\s*", re.IGNORECASE)


def is_number(label: str) -> bool:
    """True where what follows the label is a number or code that identifies, not a text."""
    if _TEXT_LABELS.match(label):
        return False
    return label in NUMBER_LABELS or label.startswith("Digital Currency") or bool(_FURTHER_NUMBERS.search(label))


def add_fact(party: PartyBuilder, label: str, value: str, country: str = "", dates: str = "") -> None:
    """Adds to the party what a label says: a number with its country, or a text among the attributes.

    `dates` ("issued 3 May 2010") stays with the number as an attribute.
    """
    label = label.strip().rstrip(":- ")
    if not value.strip() or not label:
        party.add_attribute(label or "remark", value)
        return
    if label == "Nationality of Registration":
        party.add_country(value, label)
        return
    if not is_number(label):
        party.add_attribute(label, f"{value} ({country})" if country else value)
        return
    party.add_identifier(label, _MMSI.sub("", value), country, _kind(party, label, value))
    if dates:
        party.add_attribute(f"{label}: dates", f"{value}: {dates}")


def _kind(party: PartyBuilder, label: str, value: str) -> IdentifierKind | None:
    """The numbers of ships and those of shipping companies are both called IMO, and are never compared."""
    if _MMSI.match(value):
        return "mmsi"
    if label in _VESSEL_LABELS or _SHIP.search(value):
        if not _SHIP.search(value) and label == _VESSEL_LABELS[0]:
            return None
        return "imo" if party.kind in ("vessel", "unknown") else "registration"
    return None
