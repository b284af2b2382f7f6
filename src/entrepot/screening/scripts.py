"""Scripts: which one a word is written in, and how it is read in Latin letters.

Alphabets are romanised by rigour; Arabic script is read letter by letter into consonants, since it does not write
short vowels; Chinese characters are read in Mandarin and, where the name can be Korean, in Korean; Hangul is read by
the Revised Romanisation, syllable by syllable. Each reading is a guess at what a list prints, so names are compared on
the keys of `spelling`, never on one romanisation alone.
"""

import unicodedata
from functools import lru_cache

from rigour.text.translit import ascii_text

_RANGES = (
    (0x0370, 0x03FF, "greek"), (0x0400, 0x052F, "cyrillic"), (0x0530, 0x058F, "armenian"), (0x0590, 0x05FF, "hebrew"),
    (0x0600, 0x06FF, "arabic"), (0x0750, 0x077F, "arabic"), (0x08A0, 0x08FF, "arabic"), (0x0900, 0x097F, "devanagari"),
    (0x10A0, 0x10FF, "georgian"), (0x1100, 0x11FF, "hangul"), (0x2E80, 0x2FDF, "han"), (0x3040, 0x30FF, "kana"),
    (0x3400, 0x4DBF, "han"), (0x4E00, 0x9FFF, "han"), (0xAC00, 0xD7AF, "hangul"), (0xF900, 0xFAFF, "han"),
    (0xFB50, 0xFDFF, "arabic"), (0xFE70, 0xFEFF, "arabic"), (0x20000, 0x2FA1F, "han"),
)  # fmt: skip

# Letters that look alike, one of them used for the other by slip or to hide.
_LOOKALIKES = dict(zip("авекмнорстухіјѕԁԛԝһ", "abekmhopctyxijsdqwh", strict=True))
_LOOKALIKES_BACK = {latin: cyrillic for cyrillic, latin in _LOOKALIKES.items() if cyrillic not in "вн"}
_LETTERS = str.maketrans("0345789", "oeastbg")
_RUSSIAN = str.maketrans("іїєґў", "ииегв")
_FROM_CYRILLIC, _TO_CYRILLIC = str.maketrans(_LOOKALIKES), str.maketrans(_LOOKALIKES_BACK)

# One sign for each letter, those of `spelling.fold`: so no two letters in a row look like one (sh), and the skeleton of
# `spelling` can be taken at once.
_ARABIC = {
    "ا": "", "أ": "", "إ": "", "آ": "", "ء": "", "ئ": "", "ؤ": "", "ٱ": "", "ع": "", "ى": "", "ة": "",
    "ب": "b", "پ": "p", "ت": "t", "ث": "T", "ج": "j", "چ": "C", "ح": "h", "خ": "h", "د": "d", "ذ": "Z", "ر": "r",
    "ز": "z", "ژ": "J", "س": "s", "ش": "S", "ص": "s", "ض": "D", "ط": "t", "ظ": "Q", "غ": "g", "ف": "f", "ق": "k",
    "ڤ": "v", "ك": "k", "ک": "k", "گ": "g", "ل": "l", "م": "m", "ن": "n", "ه": "h", "ھ": "h", "ە": "h", "ہ": "h",
    "و": "w", "ي": "y", "ی": "y", "ے": "y", "ٹ": "t", "ڈ": "d", "ڑ": "r", "ں": "n",
}  # fmt: skip
_ARABIC |= {
    # Pashto, Kurdish, Uighur.
    "ټ": "t", "ډ": "d", "ړ": "r", "ڼ": "n", "ځ": "z", "څ": "s", "ښ": "S", "ږ": "J", "ګ": "g", "ې": "y", "ۍ": "y",
    "ڕ": "r", "ڵ": "l", "ێ": "y", "ۆ": "w", "ۇ": "w", "ۈ": "w", "ۋ": "v", "ڭ": "n",
}  # fmt: skip
_ONE_LETTER = str.maketrans(
    {
        "ي": "ی",
        "ى": "ی",
        "ك": "ک",
        "أ": "ا",
        "إ": "ا",
        "آ": "ا",
        "ٱ": "ا",
        "ة": "ه",
        "ۀ": "ه",
        "ۃ": "ه",
        "ہ": "ه",
        "ە": "ه",
    }
)
"""Letters of Arabic script that are one letter to most who type them, on whatever keyboard they have."""
_LONG = {"ا": "a", "أ": "a", "آ": "a", "إ": "i", "ٱ": "a", "و": "u", "ؤ": "u", "ي": "i", "ی": "i", "ى": "a", "ئ": "i"}

_SILENT = frozenset("هہە")
_LEAST_WITH_SILENT = 2
"""A last h of longer words stands for a vowel (Fatimeh) or is not written in Latin letters by most (Abdulla)."""
_AS_SPELT = str.maketrans("DZTQ", "dzsz")

_INITIALS = ("g", "kk", "n", "d", "tt", "r", "m", "b", "pp", "s", "ss", "", "j", "jj", "ch", "k", "t", "p", "h")
_VOWELS = (
    "a", "ae", "ya", "yae", "eo", "e", "yeo", "ye", "o", "wa", "wae", "oe", "yo", "u", "wo", "we", "wi", "yu", "eu",
    "ui", "i",
)  # fmt: skip
_FINALS = (
    "", "k", "k", "k", "n", "n", "n", "t", "l", "k", "m", "l", "l", "l", "p", "l", "m", "p", "p", "t", "t", "ng", "t",
    "t", "k", "t", "p", "t",
)  # fmt: skip


def script_of(word: str) -> str:
    """The script of the first letter that belongs to one, "latin" where none is of another."""
    for letter in word:
        code = ord(letter)
        if code >= 0x0370:
            for first, last, script in _RANGES:
                if first <= code <= last:
                    return script
    return "latin"


def read_lettered(word: str) -> list[str]:
    """The word with digits that stand for letters read as these (put1n, fue1); none where digits remain."""
    ones = ("i", "l") if "1" in word else ("",)
    read = (word.replace("1", one).translate(_LETTERS) for one in ones)
    return [lettered for lettered in read if lettered.isalpha()]


def swap_lookalikes(word: str) -> str:
    """Latin letters as the Cyrillic ones that look the same."""
    return word.translate(_TO_CYRILLIC)


def settle_lookalikes(word: str) -> str:
    """The word in one script, where Latin and Cyrillic letters are mixed: that of most of its letters."""
    cyrillic = sum("\u0400" <= letter <= "\u052f" for letter in word)
    latin = sum("a" <= letter <= "z" for letter in word)
    if not cyrillic or not latin:
        return word
    return word.translate(_FROM_CYRILLIC if latin >= cyrillic else _TO_CYRILLIC)


@lru_cache(maxsize=50_000)
def romanise(word: str) -> str:
    """A word of an alphabet in lower-case ASCII letters and digits; "" where nothing of it can be read."""
    return "".join(letter for letter in ascii_text(word).lower() if letter.isalnum() and letter.isascii())


def settle_arabic(word: str) -> str:
    """A word of Arabic script with one letter for those that keyboards and habits mix up (Arabic and Persian yeh)."""
    return word.translate(_ONE_LETTER)


def settle_form(word: str) -> str:
    """A word as forms of the lexicon are kept: of Cyrillic without the points of yo, which few write."""
    return settle_arabic(word).replace("ё", "е")


def russify(word: str) -> str:
    """A word of Ukrainian or Belarusian with the letters that Russian writes in their place."""
    return word.translate(_RUSSIAN)


def read_arabic(word: str) -> tuple[str, str]:
    """The consonants of a word in Arabic script, and the same with the long vowels, in the letters of a fold."""
    plain = "".join(letter for letter in unicodedata.normalize("NFKC", word) if not unicodedata.combining(letter))
    plain = plain.replace("لله", "ل")
    if len(plain) > _LEAST_WITH_SILENT and plain[-1] in _SILENT:
        plain = plain[:-1]
    consonants = "".join(_ARABIC.get(letter, "") for letter in plain)
    written = "".join(_LONG.get(letter) or _ARABIC.get(letter, "") for letter in plain)
    return consonants, written.translate(_AS_SPELT)


def read_hangul(word: str) -> list[str]:
    """The syllables of a word in Hangul by the Revised Romanisation; what is no syllable is left out."""
    syllables = []
    for letter in unicodedata.normalize("NFC", word):
        place = ord(letter) - 0xAC00
        if 0 <= place < 11172:
            syllables.append(_INITIALS[place // 588] + _VOWELS[place % 588 // 28] + _FINALS[place % 28])
    return syllables


@lru_cache(maxsize=50_000)
def read_han(character: str) -> str:
    """The Mandarin reading of a character without its tone."""
    return romanise(character)
