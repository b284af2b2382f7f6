"""Numbers and codes as lists print them: what kind each is, and the form in which it compares."""

import re
from functools import cache

from entrepot.model.listing import Identifier, IdentifierKind

_KINDS: tuple[tuple[str, IdentifierKind], ...] = (
    (r"digital currency|isin|ticker|d-u-n-s|duns|okpo|kpp|msn|l/n or s/n|mode s|construction number", "other"),
    (r"serial (number|identification|no)|locode|issuer|trademark|chinese commercial code", "other"),
    (r"\bimo\b|maritime organization|imonumber", "imo"),
    (r"mmsi", "mmsi"),
    (r"call ?sign", "call_sign"),
    (r"tail number|aircraft registration|registration mark", "tail_number"),
    (r"passport|reisepass|pasaporte|passeport", "passport"),
    (r"\blei\b|leicode|legal entity (number|identifier)", "lei"),
    (r"swift|\bbic\b", "swift"),
    (r"\btax|taxnumber|v\.?a\.?t\b|\bnit\b|\bruc\b|\brif\b|r\.?f\.?c\b|c\.u\.i\.t|\binn\b|inncode|fiscal", "tax"),
    (r"fein|\bein\b|\btin\b|c\.i\.f|n\.i\.f|\bpan\b|vatcode|tributaria", "tax"),
    (r"vessel registration", "registration"),
    (
        r"national.{0,9}\b(id|ident)|idnumber|cedula|c\.u\.r\.p|curp|d\.n\.i|dni\b|n\.i\.e|identity|tazkira",
        "national_id",
    ),
    (r"personal id|citizen|birth certificate|credencial|i\.f\.e|electoral|\bssn\b|social security", "national_id"),
    (r"kenyan id|residen|turkish identification|identification number|c\.u\.i\b|id card|\bni number", "national_id"),
    (r"c\.u\.i\.p|le number|numero de identidad|national foreign id|cartilla|ration card|refugee", "national_id"),
    (
        r"regist|company (number|no)|commerci|trade licen|chamber|gazette|business|enterprise|folio|matricula",
        "registration",
    ),
    (
        r"c\.r\. no|social credit|uscc|ogrn|charity|incorporation|hull|organization code|c\.i\.n|file number",
        "registration",
    ),
    (r"branch unit|membership no|economic reg", "registration"),
)
_PATTERNS = tuple((re.compile(pattern, re.IGNORECASE), kind) for pattern, kind in _KINDS)
_NOISE = re.compile(r"[^0-9A-Za-z\u0080-\uffff]")
_CASE_MATTERS = re.compile(r"digital currency", re.IGNORECASE)
_SHIP_NUMBER = re.compile(r"(?:IMO\W*)?(\d{7})\b")


@cache
def identifier_kind(label: str) -> IdentifierKind:
    """What kind of number the list's own word for it means; `other` where the table does not say."""
    return next((kind for pattern, kind in _PATTERNS if pattern.search(label)), "other")


def make_identifier(label: str, printed: str, country: str = "", kind: IdentifierKind | None = None) -> Identifier:
    """The number under its kind, without spaces and marks and in capitals; addresses of wallets stay as they are.

    A ship's number is its seven digits. A number called IMO that is not one stays among the `other`.
    """
    found = kind or identifier_kind(label)
    ship = _SHIP_NUMBER.search(printed) if found == "imo" else None
    if found == "imo" and ship is None:
        found = "other"
    if ship:
        value = ship[1]
    elif _CASE_MATTERS.search(label):
        value = printed.strip()
    else:
        value = _NOISE.sub("", printed).upper()
    return Identifier(kind=found, value=value, original=printed, country=country, label=label)
