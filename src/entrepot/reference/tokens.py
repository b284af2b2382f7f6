"""Words of a text as keys for looking names up: exact offsets outside, tolerant spelling inside.

A key carries how its word is joined to the one before, because "U.S." and "U S" are different names while "Kim
Jong-un", "Kim Jong Un" and a hard wrap between the two words are one.
"""

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

_MARKS = "\u0300-\u036f\u064b-\u065f\u0670"
_WORD = re.compile(rf"[^\W_][{_MARKS}]*(?:[^\W_][{_MARKS}]*)*|&")
_LOOSE = re.compile(
    r"[ \t\u00a0\u202f]*\n?[ \t\u00a0\u202f]*|[-\u2010\u2011\u2013]\s?|['\u2018\u2019\u02bc`\u00b4]|\u200c|\u200d"
)
_POINT = re.compile(r"\.\s?|/|,\s")
_BREAK = "|"
_LETTERS = str.maketrans(
    {
        "ı": "i",
        "ł": "l",
        "Ł": "L",
        "ø": "o",
        "Ø": "O",
        "đ": "d",
        "Đ": "D",
        "ß": "ss",
        "æ": "ae",
        "Æ": "AE",
        "ə": "a",
        "Ə": "A",
    }
)


class Word(NamedTuple):
    """One word: where it stands, its spelling without diacritics, and how it is joined to the word before.

    `joint` is a space where anything loose lies between (white space, a hyphen, an apostrophe), the punctuation itself
    where it matters to a name, and `|` where no name may go on. `raw_joint` is what really stands there.
    """

    start: int
    end: int
    text: str
    joint: str
    raw_joint: str

    @property
    def key(self) -> str:
        """The word with its joint, as the name index knows it."""
        return self.joint + self.text


@lru_cache(maxsize=50_000)
def fold_word(word: str) -> str:
    """The word without diacritics; letters that do not decompose are replaced by their usual Latin spelling."""
    if word.isascii():
        return "and" if word == "&" else word
    decomposed = unicodedata.normalize("NFKD", word.translate(_LETTERS))
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


@lru_cache(maxsize=10_000)
def fold_joint(between: str) -> str:
    """A space for loose joints, the punctuation itself where it belongs to names, `|` for all else."""
    if between == " " or (between and _LOOSE.fullmatch(between)):
        return " "
    if _POINT.fullmatch(between):
        return between[0] + (" " if len(between) > 1 and between[0] == "." else "")
    squeezed = between.strip()
    return " " if not squeezed and between and between.count("\n") < 2 else _BREAK


def split_words(text: str, start: int = 0, end: int | None = None) -> list[Word]:
    """The words of `text[start:end]` in order, with offsets into `text`."""
    stop = len(text) if end is None else end
    words: list[Word] = []
    previous = start
    for match in _WORD.finditer(text, start, stop):
        begin, finish = match.span()
        between = text[previous:begin]
        joint = fold_joint(between) if words else _BREAK
        words.append(Word(begin, finish, fold_word(match.group()), joint, between))
        previous = finish
    return words


def split_keys(form: str) -> tuple[str, ...] | None:
    """The keys of a name's words, the first one bare; None where the form cannot be looked up."""
    if form.isascii() and form.replace(" ", "").isalnum():
        first, *rest = form.split()  # the common case, kept quick because every name of every table passes here
        return (first, *(" " + word for word in rest))
    words = split_words(form)
    if not words or any(word.joint == _BREAK for word in words[1:]):
        return None
    return (words[0].text, *(word.key for word in words[1:]))
