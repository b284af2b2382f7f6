"""The score that OFAC's public Sanctions List Search gives a name, 0 to 100, as nearly as it can be told from outside.

OFAC's FAQ 249 names two matching logics, Jaro-Winkler and Soundex, over the whole name and over its parts, and says
that the better score is shown. How they are put together is not published. The rules below were found by looking at
170 scores of the search page that nomenklatura (MIT) publishes; they give 160 of these exactly and 165 within five
points, and were not tried on others. Where they are out, the page may have matched an alias that it did not show.

- Whole names are compared without blanks, commas, full stops and apostrophes, in the order in which the list prints
  them ("PUTINVLADIMIR"); hyphens stay.
- Each part of the query takes its best part of the name; parts of the query of one or two letters are left out ("Un",
  "al"). Two parts count only if they sound alike (Soundex) or begin alike and are close; the score is the mean.

It is an emulation for comparison with the page, not a good way to screen: "KIM JONG UN" gives every Kim Jong 100.
"""

import math
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

_IGNORED = str.maketrans("", "", ",.'`’‘ʻʼ")
_CODES = {
    letter: code
    for code, letters in {"1": "BFPV", "2": "CGJKQSXZ", "3": "DT", "4": "L", "5": "MN", "6": "R"}.items()
    for letter in letters
}


@dataclass(frozen=True, slots=True, kw_only=True)
class OfacRules:
    """The four numbers of the emulation; whatever else it does is fixed.

    `whole_prefix` and `part_prefix` are how many letters at the beginning Winkler's bonus looks at: his own number is
    four, whole names fit only with five. `part_floor` is the Jaro similarity from which two parts that begin alike but
    do not sound alike count; 0.80 to 0.82 do equally well on the 170. `shortest_part` is the length of the shortest
    part of a query that is compared, where it has longer ones.
    """

    whole_prefix: int = 5
    part_prefix: int = 4
    part_floor: float = 0.82
    shortest_part: int = 3


RULES = OfacRules()


@dataclass(frozen=True, slots=True, kw_only=True)
class OfacName:
    """A name made ready: without blanks as a whole, and in parts."""

    whole: str
    parts: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PartScore:
    """A part of a query with the part of the name that comes closest; "" and 0 where none counts."""

    part: str
    other: str
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class OfacComparison:
    """Both logics side by side, 0 to 1: the whole names, and the mean of the parts."""

    whole: float
    parts: tuple[PartScore, ...]

    @property
    def of_parts(self) -> float:
        """The mean over the parts of the query."""
        return sum(one.score for one in self.parts) / len(self.parts) if self.parts else 0.0

    @property
    def score(self) -> int:
        """The better of the two in points: whole names are rounded, parts rounded up, as the published scores are."""
        return max(points_of_whole(self.whole), points_of_parts(self.of_parts))


def ofac_score(query: str, name: str, rules: OfacRules = RULES) -> int:
    """The score of a listed name for a query, 0 to 100. Pass the name as the list prints it: "LAST, First"."""
    return compare(prepare(query), prepare(name), rules).score


def prepare(name: str) -> OfacName:
    """The name in capitals, without diacritics, blanks and the marks that the search ignores."""
    bare = "".join(one for one in unicodedata.normalize("NFKD", name) if not unicodedata.combining(one))
    text = bare.upper().translate(_IGNORED)
    return OfacName(whole="".join(text.split()), parts=tuple(text.replace("-", " ").split()))


def query_parts(query: OfacName, rules: OfacRules = RULES) -> tuple[str, ...]:
    """The parts of a query that are compared: the short ones only where it has no others."""
    return tuple(part for part in query.parts if len(part) >= rules.shortest_part) or query.parts


def compare(query: OfacName, name: OfacName, rules: OfacRules = RULES) -> OfacComparison:
    """Both logics applied to a query and a listed name."""
    whole = with_prefix(jaro(query.whole, name.whole), shared_prefix(query.whole, name.whole, rules.whole_prefix))
    parts = tuple(_best_part(part, name.parts, rules) for part in query_parts(query, rules))
    return OfacComparison(whole=whole, parts=parts)


def _best_part(part: str, others: Sequence[str], rules: OfacRules) -> PartScore:
    best, score = "", 0.0
    for other in others:
        if (one := part_score(part, other, rules)) > score:
            best, score = other, one
    return PartScore(part=part, other=best, score=score)


@lru_cache(maxsize=1 << 16)
def part_score(one: str, other: str, rules: OfacRules = RULES) -> float:
    """Jaro-Winkler of two parts, or 0 where they neither sound alike nor begin alike and are close."""
    sounds_alike = soundex(one) == soundex(other) != ""
    if not sounds_alike and one[:1] != other[:1]:
        return 0.0
    similarity = jaro(one, other)
    if not similarity or (not sounds_alike and similarity < rules.part_floor):
        return 0.0
    return with_prefix(similarity, shared_prefix(one, other, rules.part_prefix))


def points_of_whole(score: float) -> int:
    """A score of whole names in points."""
    return round(100 * score)


def points_of_parts(score: float) -> int:
    """A score of parts in points: rounded up, but not by the error of a floating-point sum."""
    return math.ceil(100 * score - 1e-9)


def with_prefix(similarity: float, shared: int) -> float:
    """Winkler's bonus, given whatever the similarity is (later versions ask for 0.7 first; the page does not)."""
    return similarity + 0.1 * shared * (1 - similarity)


def shared_prefix(one: str, other: str, limit: int) -> int:
    """How many letters two texts share at the beginning, `limit` at most."""
    for place in range(limit):
        if one[place : place + 1] != other[place : place + 1] or place >= len(one):
            return place
    return limit


def jaro(one: str, other: str) -> float:
    """Jaro's similarity, 0 to 1, with half transpositions counted as he did (rapidfuzz and others round them down)."""
    if one == other:
        return 1.0 if one else 0.0
    reach = max(0, max(len(one), len(other)) // 2 - 1)
    free = [True] * len(other)
    common = []
    for place, letter in enumerate(one):
        start = place - reach if place > reach else 0
        found = other.find(letter, start, place + reach + 1)
        while found >= 0 and not free[found]:
            found = other.find(letter, found + 1, place + reach + 1)
        if found >= 0:
            free[found] = False
            common.append(letter)
    if not common:
        return 0.0
    theirs = [letter for letter, unused in zip(other, free, strict=True) if not unused]
    moved = sum(mine != their for mine, their in zip(common, theirs, strict=True)) / 2
    count = len(common)
    return (count / len(one) + count / len(other) + (count - moved) / count) / 3


@lru_cache(maxsize=1 << 16)
def soundex(word: str) -> str:
    """American Soundex of a word in capitals ("PUTIN" is P350); "" where it holds no letter from A to Z."""
    letters = [letter for letter in word if "A" <= letter <= "Z"]
    if not letters:
        return ""
    code, last = letters[0], _CODES.get(letters[0], "")
    for letter in letters[1:]:
        if letter in "HW":
            continue
        digit = _CODES.get(letter, "")
        code += digit if digit != last else ""
        last = digit
    return f"{code}000"[:4]
