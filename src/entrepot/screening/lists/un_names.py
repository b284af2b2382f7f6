"""Names of the UN list that hold more than one name: spellings in brackets, in another script, after a semicolon."""

import re

from entrepot.screening.lists.names import script_of

_BORN = re.compile(r",?\s+\bborn\b(?= (?:in|on|\d))")
_BRACKETS = re.compile(r"^(?P<outside>[^()]*)\((?P<inside>[^()]+)\)[\s,.]*$")
_SCRIPT_WORDS = re.compile(r"\(?(?:in )?(?:original script|Arabic script|Cyrillic script)\)?:?\s*", re.IGNORECASE)
_NOTE_NAME = re.compile(r"^(?:in )?(?:original|Arabic|Cyrillic) script:\s*(.+)$", re.IGNORECASE)
_LETTERED = re.compile(r"(?:^|\s)[a-z]\)\s")


def split_title(printed: str) -> list[str]:
    """The names of an entity that the list parts by " ; " or " / ", as it does for a body with two names."""
    return [part for part in (one.strip() for one in re.split(r"\s+[;/]\s+", printed)) if part]


def split_alias(printed: str, note: str = "") -> tuple[list[str], str]:
    """The names that an alias holds, and what else it and its note say.

    "Name (name in another script)" is two names, "one; another" too; brackets in the same script are an explanation and
    stay with the name. "born in 1963" is no part of a name.
    """
    parts = _BORN.split(printed, maxsplit=1)
    remainder = [printed[len(parts[0]) :].strip(" ,")] if len(parts) > 1 else []
    names = _pieces(parts[0])
    script_note = _NOTE_NAME.match(note)
    if script_note:
        names.append(script_note[1].strip())
    elif note:
        remainder.append(note)
    return [name for name in names if name], "; ".join(part for part in remainder if part)


def _pieces(printed: str) -> list[str]:
    brackets = _BRACKETS.match(printed)
    if brackets and brackets["outside"].strip():
        inside = _SCRIPT_WORDS.sub("", brackets["inside"])
        if script_of(inside) != script_of(brackets["outside"]):
            return [brackets["outside"].strip(), *_semicolons(inside)]
    return _semicolons(printed)


def _semicolons(printed: str) -> list[str]:
    if printed.count("(") != printed.count(")") or re.search(r"\([^)]*;", printed):
        return [printed.strip()]
    return [part.strip() for piece in printed.split(";") for part in _LETTERED.split(piece) if part.strip()]
