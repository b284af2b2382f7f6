"""Names as printed to names that compare: spaces, order of parts, script."""

import re
import unicodedata
from functools import cache

from entrepot.model.listing import ListedName, NameStrength

# Marks that change nothing one sees: zero-width space, directions of writing, byte-order mark, soft hyphen.
# The zero-width non-joiner stays: in Persian it parts letters.
_INVISIBLE = dict.fromkeys([0x00AD, 0x200B, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A), 0xFEFF])
_SUFFIX = re.compile(r"^(.*), ((?:[JS]r|Esq|Ph\.?D|M\.?D|I{1,3}|IV)\.?)$")
_SCRIPTS = {"cjk": "han", "fullwidth": "latin", "halfwidth": "katakana", "kangxi": "han", "ideographic": "han"}


def clean_name(printed: str) -> str:
    """The name with single spaces, composed letters and no invisible marks."""
    if printed.isascii():
        return " ".join(printed.split())
    return " ".join(unicodedata.normalize("NFC", printed.translate(_INVISIBLE)).split())


def natural_order(printed: str) -> str:
    """The name "LAST, First" as "First LAST", a suffix ("Jr.") last; a name without a comma as it stands."""
    family, comma, given = clean_name(printed).partition(", ")
    if not comma:
        return family.rstrip(",")
    suffix = _SUFFIX.match(given)
    return f"{suffix[1]} {family} {suffix[2]}" if suffix else f"{given} {family}"


@cache
def _script_of_letter(letter: str) -> str:
    if not letter.isalpha():
        return ""
    word = unicodedata.name(letter, "").partition(" ")[0].lower()
    return _SCRIPTS.get(word, word)


def script_of(text: str) -> str:
    """The Unicode script of most of its letters in lower case ("latin", "cyrillic", "han"); "latin" where none."""
    if text.isascii():
        return "latin"
    counts: dict[str, int] = {}
    for letter in text:
        script = _script_of_letter(letter)
        if script:
            counts[script] = counts.get(script, 0) + 1
    return max(counts, key=counts.__getitem__) if counts else "latin"


def listed_name(
    printed: str, strength: NameStrength = "primary", kind: str = "", language: str = "", text: str = ""
) -> ListedName:
    """The name as a list prints it; `text` is its natural order where that differs from the print."""
    cleaned = clean_name(text or printed)
    return ListedName(
        text=cleaned,
        original=printed,
        script=script_of(cleaned),
        strength=strength,
        kind=kind,
        language=language,
    )
