"""Countries as lists print them to ISO 3166-1 alpha-2."""

import re
import unicodedata
from functools import cache

from entrepot.reference.territories import list_territories, territory_forms

_NO_COUNTRY = frozenset(
    (
        "unknown;undetermined;none;stateless;n/a;na;not available;not applicable;00;none identified;unspecified;-0-;"
        "no nationality;stateless person"
    ).split(";")
)
_WORDINGS = {
    "belarussian": "BY",
    "china hong kong special administrative region": "HK",
    "china macao special administrative region": "MO",
    "congo": "CG",
    "congo democratic republic": "CD",
    "congo republic of": "CG",
    "cote d ivoire": "CI",
    "dprk": "KP",
    "gaza": "PS",
    "gaza strip": "PS",
    "libyan arab jamahiriya": "LY",
    "korea north": "KP",
    "korea south": "KR",
    "macau": "MO",
    "occupied palestinian territories": "PS",
    "republic of north macedonia": "MK",
    "sao tome and principe": "ST",
    "st kitts and nevis": "KN",
    "state of palestine": "PS",
    "the former yugoslav republic of macedonia": "MK",
    "virgin islands british": "VG",
    "virgin islands u s": "VI",
    "west bank": "PS",
    "zaire": "CD",
}
"""Wordings of OFAC, UN and UK lists that are no usual names, in the form that `_fold` gives them."""

_SEVERAL = re.compile(r",| and | or |/|;|\|")
_BRACKETS = re.compile(r"\s*\([^()]*\)\s*$")
_NUMBER = re.compile(r"[;\n|]|\(\d+\)")


@cache
def country_code(printed: str) -> str:
    """ISO 3166-1 alpha-2 of the country that is printed by name or code, "" where it is not known.

    Names are compared whole, never by likeness: "Northern Mali" is not Mali, and a misspelling is for people to see.
    """
    plain = " ".join(printed.split()).strip(" .,")
    if plain.upper() in _codes():
        return plain.upper()
    if not plain or says_no_country(plain):
        return ""
    for form in _forms(plain):
        if found := _names().get(_fold(form)):
            return found
    return "" if plain.isascii() else _foreign(plain)


@cache
def country_codes(printed: str) -> tuple[str, ...]:
    """The codes of all countries that are printed ("Russian, Belarusian"), empty where one of them is not known."""
    whole = country_code(printed)
    if whole:
        return (whole,)
    found = [country_code(part) for part in _SEVERAL.split(_BRACKETS.sub("", printed)) if part.strip()]
    return tuple(dict.fromkeys(found)) if all(found) else ()


def says_no_country(printed: str) -> bool:
    """True for words that say that no country is known."""
    return printed.strip(" .").lower() in _NO_COUNTRY


def split_countries(printed: str) -> list[str]:
    """The countries of a cell that numbers them "(1) Russia (2) Cyprus" or parts them by semicolons or line breaks."""
    return [part.strip(" ,.") for part in _NUMBER.split(printed) if part.strip(" ,.")]


def _forms(plain: str) -> list[str]:
    """The ways in which lists print one name: plain, "Region: Gaza", "Russia / Russie", "Korea, North", "Iran (…)"."""
    forms = [plain, plain.removeprefix("Region:").strip(), plain.partition(" / ")[0]]
    main, comma, rest = plain.partition(", ")
    if comma:
        forms += [f"{rest} {main}", main if rest.lower() == "the" else plain]
        if rest.lower().endswith(" the"):
            forms.append(f"{rest[:-4]} the {main}")
    if _BRACKETS.search(plain):
        forms.append(_BRACKETS.sub("", plain))
    return forms


def _fold(name: str) -> str:
    """Without accents, marks and capitals, "&" as a word; the article at either end does not count."""
    plain = unicodedata.normalize("NFKD", name.replace("&", " and ")).casefold()
    words = re.findall(r"[^\W_]+", "".join(letter for letter in plain if not unicodedata.combining(letter)))
    while words and words[0] == "the":
        words.pop(0)
    return " ".join(words)


@cache
def _codes() -> frozenset[str]:
    return frozenset(list_territories())


@cache
def _names() -> dict[str, str]:
    """Codes by folded name: rigour's names and three-letter codes, the house's forms over them, wordings over all."""
    from rigour.territories import get_territories

    found: dict[str, str] = {}
    for territory in get_territories():
        # Parts of countries ("gb-eng") count as the country; states that are gone ("suhh") have no code here.
        code = territory.code.partition("-")[0].upper()
        if code in _codes() and not territory.is_historical:
            is_whole = "-" not in territory.code
            names = [territory.name, territory.full_name, territory.alpha3 or ""] if is_whole else [territory.name]
            for name in names:
                found.setdefault(_fold(name), code)
    for form in territory_forms():
        if form.entry.form_kind in ("name", "adjective", "people"):
            found[_fold(form.form)] = form.entry.iso2
    found.update({_fold(wording): code for wording, code in _WORDINGS.items()})
    found.pop("", None)
    return found


@cache
def _foreign(plain: str) -> str:
    """The country by its name in another language. Asked last: building the index of these names takes seconds."""
    from rigour.territories import lookup_territory

    territory = lookup_territory(plain)
    code = territory.code.partition("-")[0].upper() if territory else ""
    return code if code in _codes() else ""
