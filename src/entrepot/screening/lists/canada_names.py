"""Canada prints several names in one field, parted in whatever way; they are parted only where that is plain."""

import re
from dataclasses import dataclass, replace

from entrepot.screening.lists.names import natural_order, script_of

_LANGUAGES = {
    "russian": "ru",
    "belarusian": "be",
    "belarussian": "be",
    "ukrainian": "uk",
    "persian": "fa",
    "farsi": "fa",
    "arabic": "ar",
    "chinese": "zh",
}
_LANGUAGE = re.compile(r"[,(]?\s*\b(" + "|".join(_LANGUAGES) + r")\s?:\s*", re.IGNORECASE)
_ALSO = re.compile(
    r"\s*\(\s*(?:also known as|formerly known as|a\.?k\.?a\.?|formerly)\s+(?P<other>.+?)\)?\s*$", re.IGNORECASE
)
_OR = re.compile(r",?\s+or\s+|\s+/\s+|(?<=[^\s/]{2})/\s*(?=[^\s/]{2})|,?\s+and\s+(?=[A-ZА-ЯЁ])")
_LEGAL_FORMS = frozenset("ао оао зао пао ооо мк фгуп ап ao oao zao pao ooo jsc ojsc cjsc pjsc llc ltd fsue inc".split())
_SHORT = 6
"""Letters. A word alone of up to so many capitals is an abbreviation, which other bodies share: a weak name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Alias:
    """One name out of a field; weak for an abbreviation or a nickname, doubtful where it may still hold several."""

    text: str
    language: str = ""
    is_weak: bool = False
    is_doubtful: bool = False


def split_entity(printed: str) -> list[str]:
    """The name of an entity and, where it says "(also known as …)" or prints English/French, the other one."""
    also = _ALSO.search(printed)
    if also:
        others = re.split(r";|, also known as |,? and (?=[A-Z])", also["other"])
        return [name.strip() for name in (printed[: also.start()], *others) if name.strip()]
    parts = [part.strip() for part in re.split(r"\s/\s|(?<=\w\w)/(?=\w\w)", printed)]
    if len(parts) == 2 and all(_is_full(part) for part in parts):
        return parts
    return [printed] if printed else []


def split_aliases(printed: str, *, is_person: bool) -> list[Alias]:
    """The names of a field of aliases, with the language where the field says it.

    A semicolon always parts names. A comma does where each piece is a name of its own, not before a legal form
    ("Завод, АО"), and not in "Family, Given Patronymic", which is turned round. "or" and a stroke part the names of
    bodies, and those of persons where each side is a full name; other variants ("Nikolai or Nikolay / Petrovich …")
    stay whole and are reported.
    """
    found: list[Alias] = []
    for piece in printed.split(";"):
        language = ""
        for place, part in enumerate(_LANGUAGE.split(piece)):
            if place % 2:
                language = _LANGUAGES[part.lower()]
            else:
                found.extend(replace(one, language=language) for one in _names(part.strip(" ,"), is_person))
    return [alias for alias in found if alias.text]


def _names(whole: str, is_person: bool) -> list[Alias]:
    pieces = [part for part in (one.strip() for one in whole.split(",")) if part]
    if len(pieces) < 2 or _has_legal_form(pieces):
        return _ways(_balanced(whole), is_person)
    if all(_is_full(part) for part in pieces) or not is_person or len(pieces) > 3:
        return [name for part in pieces for name in _ways(part.removeprefix("or "), is_person)]
    if len(pieces) == 2 and not _is_full(pieces[0]) and _is_full(pieces[1]) and _has_one_script(whole):
        return [Alias(text=natural_order(f"{pieces[0]}, {pieces[1]}"))]
    if not any(_is_full(part) for part in pieces):
        return [Alias(text=part, is_weak=True) for part in pieces]
    return [Alias(text=whole, is_doubtful=True)]


def _ways(whole: str, is_person: bool) -> list[Alias]:
    ways = [part.strip(" ,") for part in _OR.split(whole)]
    if len(ways) == 1:
        return [Alias(text=whole, is_weak=_is_abbreviation(whole))]
    if not is_person or all(_is_full(part) for part in ways):
        return [Alias(text=part, is_weak=_is_abbreviation(part)) for part in ways]
    return [Alias(text=whole, is_doubtful=True)]


def _is_full(part: str) -> bool:
    """True for two words or more: a name of its own, not a legal form or one more spelling of a given name."""
    return len(part.split()) > 1


def _is_abbreviation(part: str) -> bool:
    return not _is_full(part) and part.isupper() and len(part) <= _SHORT


def _has_legal_form(pieces: list[str]) -> bool:
    return any(part.lower().strip(".)") in _LEGAL_FORMS for part in pieces)


def _has_one_script(text: str) -> bool:
    return len({script_of(word) for word in re.findall(r"[^\W\d_]+", text)}) == 1


def _balanced(text: str) -> str:
    return text if text.count("(") == text.count(")") else text.strip("() ")
