"""The remarks of OFAC's CSV files: statements in one string, taken apart."""

import re

from entrepot.screening.lists.party import PartyBuilder
from entrepot.screening.lists.us_facts import NUMBER_LABELS, add_fact, is_number

_QUOTED_NAME = re.compile(r"(?:alt\. )?(a\.k\.a\.|f\.k\.a\.|n\.k\.a\.),? ['\"](.+?)['\"]?$")
_BIRTH = re.compile(r"(?:alt\. )?DOB (.+)$")
_BIRTH_PLACE = re.compile(r"(?:alt\. )?POB (.+)$")
_COUNTRY = re.compile(r"(?:alt\. )?(nationality|citizen) (.+)$")
_TEXTS = re.compile(
    r"(Gender|Websites?|Email Address|Phone Number|Telephone(?: No\.)?:?|Fax(?: No\.)?:?|Secondary sanctions risk:|"
    r"Additional Sanctions Information -|Organization Established Date|Organization Type:|Linked To:|Target Type|"
    r"Aircraft Model|Aircraft Manufacture Date|Aircraft Operator|Former Vessel Flag|"
    r"Other Vessel (?:Flag|Type|Call Sign)|"
    r"Vessel Year of Build|Vessel Owner|Vessel Type|Nationality of Registration|Issuer Name|IFCA Determination -|"
    r"Transactions Prohibited For Persons Owned or Controlled By U\.S\. Financial Institutions:|"
    r"Executive Order \d+ Directive (?:Determination|Information) ?-?|Executive Order \d+ information:|"
    r"(?:Listing|Effective|Purchase/Sales For Divestment) Date \([^)]*\):?|CAATSA Section 235 Information:) *(.+)$"
)
_NUMBERS = re.compile(
    "(" + "|".join(re.escape(label) for label in sorted(NUMBER_LABELS, key=len, reverse=True)) + r"):?(?: -)? +(\S.*)$"
)
_CURRENCY = re.compile(r"(Digital Currency Address - [A-Z0-9]+) (\S+)$")
_FURTHER = re.compile(r"([A-Z][A-Za-z.'/ -]{2,40}?(?: No\.?| [Nn]umber| ID| Card)) (\S*\d.*)$")
_NUMBER = re.compile(
    r"(?P<value>.+?)(?: \((?P<country>[^()]+)\))?"
    r"(?:[ ,]+(?P<dates>(?:date of issue|issued|expires|expired|issue date)\b.*))?$"
)
_PART = re.compile(r";\s+")


def apply_remarks(remarks: str, party: PartyBuilder) -> None:
    """The party with every statement of the remarks that has a form; the whole string stays as its remarks.

    Quoted other names are weak, as OFAC's own guide says of them. What has no form (an office held, a family tie) is
    text for people and is kept in the remarks alone.
    """
    party.remarks.append(remarks)
    for statement in _split(remarks):
        _apply(statement, party)


def _split(remarks: str) -> list[str]:
    """The statements: parted by semicolons, except inside a quoted name."""
    joined: list[str] = []
    for part in _PART.split(remarks.strip()):
        if joined and _is_open(joined[-1]):
            joined[-1] = f"{joined[-1]}; {part}"
        else:
            joined.append(part)
    joined[-1] = re.sub(r"\.$", "", joined[-1])
    return [part.strip() for part in joined if part.strip()]


def _is_open(part: str) -> bool:
    return bool(re.match(r"(?:alt\. )?[afn]\.k\.a\. '", part)) and part.count("'") == 1


def _apply(statement: str, party: PartyBuilder) -> None:
    plain = statement.strip().strip("()") if statement.startswith("(Linked To") else statement
    if match := _QUOTED_NAME.match(plain):
        party.add_name(match[2], "weak", match[1])
    elif match := _BIRTH.match(plain):
        party.add_birth(match[1])
    elif match := _BIRTH_PLACE.match(plain):
        party.add_birth_place(match[1])
    elif match := _COUNTRY.match(plain):
        party.add_country(match[2], match[1])
    elif match := _TEXTS.match(plain.removeprefix("alt. ")):
        add_fact(party, match[1], match[2])
    else:
        _apply_number(plain.removeprefix("alt. "), party)


def _apply_number(statement: str, party: PartyBuilder) -> None:
    found = _CURRENCY.match(statement) or _NUMBERS.match(statement) or _FURTHER.match(statement)
    if found is None or not is_number(found[1]):
        return
    parts = _NUMBER.match(found[2])
    if parts is None or not (parts["value"].isupper() or any(letter.isdigit() for letter in parts["value"])):
        return
    if parts["value"].startswith("issued"):
        party.add_attribute(found[1], parts["value"])
        return
    add_fact(party, found[1], parts["value"].rstrip(","), parts["country"] or "", parts["dates"] or "")
