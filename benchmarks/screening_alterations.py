"""Names as they reach a desk: misspelt, cut, re-ordered, abbreviated, dressed up, badly copied.

Sixteen classes. Each alteration is a function of a name, its parts and a `Draw`, and returns the altered name, or ""
where it does not apply (no middle name to drop, no corporate form). Draws follow SHA-256 digests of the class and the
name, so the same names come out on every machine. Nothing here knows the rules of any engine.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from screening_data import digest

from entrepot.model.listing import ListedParty, PartyKind
from entrepot.model.match import Query

KEYBOARD = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
SOUNDS = (
    ("ks", "x"), ("x", "ks"), ("ph", "f"), ("f", "ph"), ("kh", "h"), ("q", "k"), ("ck", "k"), ("c", "k"), ("dzh", "j"),
    ("iy", "y"), ("yy", "iy"), ("y", "i"), ("sch", "sh"), ("sh", "sch"), ("tch", "ch"), ("w", "v"), ("v", "w"),
    ("ou", "u"), ("u", "ou"), ("oo", "u"), ("ee", "i"), ("ya", "ia"), ("yu", "iu"), ("z", "s"), ("j", "dj"),
)  # fmt: skip
FORMS = {
    "limited liability company": ("llc", "ooo", "ltd", ""), "joint stock company": ("jsc", "ao", ""),
    "llc": ("ooo", "limited liability company", "ltd", ""), "ooo": ("llc", "limited liability company", ""),
    "co., ltd": ("company limited", "ltd", ""), "ltd": ("limited", "llc", ""), "limited": ("ltd", ""),
    "company": ("co", ""), "co": ("company", ""), "inc": ("incorporated", "corp", ""), "corporation": ("corp", ""),
    "corp": ("corporation", ""), "jsc": ("ao", "joint stock company", ""), "ao": ("jsc", ""), "oao": ("ojsc", ""),
    "pjsc": ("pao", ""), "gmbh": ("ltd", ""), "s.a": ("sa", ""), "sa": ("s.a.", ""), "s.a.s": ("sas", ""),
    "sarl": ("ltd", ""), "s.a. de c.v": ("sa de cv", ""), "fze": ("fzco", ""), "fzco": ("fze", ""),
    "dmcc": ("llc", ""), "plc": ("ltd", ""),
}  # fmt: skip
SHORTER = {
    "international": "intl", "company": "co", "and": "&", "&": "and", "trading": "trdg", "general": "gen",
    "limited": "ltd", "corporation": "corp", "industries": "ind", "industrial": "ind", "engineering": "eng",
    "technology": "tech", "technologies": "tech", "bank": "bk", "institute": "inst", "research": "res",
    "university": "univ", "group": "grp", "organization": "org", "development": "dev", "department": "dept",
    "ministry": "min", "association": "assoc", "services": "svcs", "shipping": "shpg", "investment": "inv",
    "management": "mgmt", "center": "ctr", "centre": "ctr", "national": "natl", "transport": "transp",
    "mohammad": "mohd", "muhammad": "md", "mohammed": "mohd", "abdul": "abd", "jose": "j.", "aleksandr": "alex",
    "vladimir": "vlad", "saint": "st", "doctor": "dr", "brothers": "bros", "manufacturing": "mfg",
}  # fmt: skip
LOOKALIKES = (
    ("rn", "m"),
    ("m", "rn"),
    ("o", "0"),
    ("l", "1"),
    ("i", "1"),
    ("s", "5"),
    ("b", "8"),
    ("cl", "d"),
    ("vv", "w"),
)
CYRILLIC = str.maketrans("aceopxyiABCEHKMOPTX", "асеорхуіАВСЕНКМОРТХ")
DRESS = {
    "person": ("Mr. {}", "Dr {}", "{} (businessman)", "Gen. {}", "Mrs {}", "attn: {}", "Haji {}"),
    "organisation": ("The {}", "Messrs {}", "{} - Head Office", "{} Branch", "attn: {}", "{} (Moscow)"),
    "vessel": ("MV {}", "M/T {}", "{} (tanker)", "vessel {}", "SS {}", "the ship {}"),
}
VOWELS = "aeiou"
FORM = re.compile(
    r"(?<![\w.])(" + "|".join(re.escape(form) for form in sorted(FORMS, key=len, reverse=True)) + r")(?!\w)\.?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Altered:
    """An altered name as a query, the class it is of, and the party that it is the name of."""

    query: Query
    target: str
    kind: PartyKind
    name_class: str


@dataclass(frozen=True, slots=True)
class Draw:
    """Choices that depend on the class and the name alone."""

    key: str

    def number(self, below: int, what: str = "") -> int:
        """A whole number from 0."""
        return int(digest(self.key, what)[:12], 16) % below

    def one(self, choices: Sequence[str], what: str = "") -> str:
        """One of the choices."""
        return choices[self.number(len(choices), what)] if choices else ""


def letter_dropped(name: str, draw: Draw, kind: PartyKind) -> str:
    """One letter left out."""
    place = _inner_letter(name, draw)
    return name[:place] + name[place + 1 :] if place else ""


def letter_added(name: str, draw: Draw, kind: PartyKind) -> str:
    """One letter too many."""
    place = _inner_letter(name, draw)
    return name[:place] + _like(name[place], draw.one("aeioulnrstkmd", "letter")) + name[place:] if place else ""


def letter_replaced(name: str, draw: Draw, kind: PartyKind) -> str:
    """One letter struck on the key beside its own."""
    place = _inner_letter(name, draw)
    row = next((row for row in KEYBOARD if place and name[place].lower() in row), "")
    if not row:
        return ""
    at = row.index(name[place].lower())
    beside = draw.one(row[max(0, at - 1) : at] + row[at + 1 : at + 2], "side")
    return name[:place] + _like(name[place], beside) + name[place + 1 :]


def letters_swapped(name: str, draw: Draw, kind: PartyKind) -> str:
    """Two letters that stand side by side changed over."""
    places = [
        at for at in range(1, len(name) - 1) if name[at : at + 2].isalpha() and name[at].lower() != name[at + 1].lower()
    ]
    if not places:
        return ""
    at = places[draw.number(len(places))]
    return name[:at] + name[at + 1] + name[at] + name[at + 2 :]


def letter_doubled(name: str, draw: Draw, kind: PartyKind) -> str:
    """A double letter written once, or a single one twice."""
    if found := re.search(r"([a-zA-Z])\1", name):
        return name[: found.start()] + name[found.start() + 1 :]
    place = _inner_letter(name, draw)
    return name[:place] + name[place] + name[place:] if place else ""


def respelt(name: str, draw: Draw, kind: PartyKind) -> str:
    """Spelt by ear: kh for h, ou for u, f for ph."""
    lower = name.lower()
    usable = [(old, new) for old, new in SOUNDS if lower.find(old, 1) > 0]
    if not usable:
        return ""
    old, new = usable[draw.number(len(usable))]
    at = lower.find(old, 1)
    return name[:at] + _like(name[at], new) + name[at + len(old) :]


def vowel_changed(name: str, draw: Draw, kind: PartyKind) -> str:
    """Another vowel for one vowel."""
    places = [at for at, letter in enumerate(name) if at and letter.lower() in VOWELS]
    if not places:
        return ""
    at = places[draw.number(len(places))]
    other = draw.one(VOWELS.replace(name[at].lower(), ""), "vowel")
    return name[:at] + _like(name[at], other) + name[at + 1 :]


def reordered(name: str, draw: Draw, kind: PartyKind) -> str:
    """The words in another order."""
    words = _words(name)
    turn = 1 + draw.number(max(1, len(words) - 1))
    return " ".join(words[turn:] + words[:turn]) if len(words) > 1 else ""


def initials(name: str, draw: Draw, kind: PartyKind) -> str:
    """One of the names of a person shortened to its first letter, three words or more."""
    words = _words(name)
    if kind != "person" or len(words) < 3:
        return ""
    at = 1 + draw.number(len(words) - 1)
    return " ".join(f"{word[0]}." if place == at else word for place, word in enumerate(words))


def truncated(name: str, draw: Draw, kind: PartyKind) -> str:
    """Cut at the end, as a field of fixed length cuts it."""
    length = len(name) - 2 - draw.number(max(1, min(6, len(name) // 4)))
    # Without its number a vessel of a numbered fleet is another vessel.
    return name[:length].rstrip() if length >= 6 and not re.search(r"\d", name[length:]) else ""


def words_joined_or_split(name: str, draw: Draw, kind: PartyKind) -> str:
    """Two words written as one, or one as two."""
    gaps = [found.start() for found in re.finditer(r"[ -]", name)]
    long = [word for word in name.split() if len(word) >= 7 and word.isalpha()]
    if gaps and (draw.number(2) or not long):
        at = gaps[draw.number(len(gaps), "gap")]
        return name[:at] + name[at + 1 :]
    if not long:
        return ""
    word = draw.one(long, "word")
    at = 3 + draw.number(len(word) - 5, "cut")
    return name.replace(word, f"{word[:at]} {word[at:]}", 1)


def word_dropped(name: str, draw: Draw, kind: PartyKind) -> str:
    """A middle name or patronymic left out: a word that is not the first, of three or more."""
    words = _words(name)
    if len(words) < 3 or kind != "person":
        return ""
    at = len(words) - 1 if len(words) == 3 else 1 + draw.number(len(words) - 1)
    return " ".join(words[:at] + words[at + 1 :])


def form_changed(name: str, draw: Draw, kind: PartyKind) -> str:
    """Another corporate form, or none."""
    if kind != "organisation" or not (found := FORM.search(name)):
        return ""
    new = draw.one(FORMS[found[1].lower()])
    return " ".join(f"{name[: found.start()]} {new} {name[found.end() :]}".split()).strip(" ,.")


def abbreviated(name: str, draw: Draw, kind: PartyKind) -> str:
    """Usual words shortened: Co for Company, & for and, Mohd for Mohammad."""
    words = name.split()
    shorter = [SHORTER.get(word.lower().rstrip(","), word) for word in words]
    return " ".join(shorter) if shorter != words and len(words) > 1 else ""


def noisy(name: str, draw: Draw, kind: PartyKind) -> str:
    """Case, diacritics and punctuation as another system writes them, with a title or filler word."""
    accents = {"a": "á", "e": "é", "i": "ï", "o": "ö", "u": "ü", "c": "ç", "s": "š", "z": "ž", "n": "ñ"}
    lower = "".join(accents.get(c, c) if not draw.number(5, f"{at}") else c for at, c in enumerate(name.lower()))
    marks = lower.replace(" ", draw.one((" ", "  ", ", ", ". "), "mark"), 1).replace("-", " ")
    cased = draw.one((marks, marks.upper(), marks.title()), "case")
    return draw.one(DRESS.get(kind, DRESS["organisation"]), "dress").format(cased)


def misread(name: str, draw: Draw, kind: PartyKind) -> str:
    """Letters that look alike: 0 for O, rn for m, a Cyrillic letter for a Latin one."""
    if draw.number(2) and (places := [at for at, c in enumerate(name) if c.translate(CYRILLIC) != c]):
        at = places[draw.number(len(places), "place")]
        return name[:at] + name[at].translate(CYRILLIC) + name[at + 1 :]
    lower = name.lower()
    usable = [pair for pair in LOOKALIKES if pair[0] in lower[1:]]
    if not usable:
        return ""
    old, new = usable[draw.number(len(usable), "pair")]
    at = lower.index(old, 1)
    return name[:at] + _like(name[at], new) + name[at + len(old) :]


CLASSES: tuple[Callable[[str, Draw, PartyKind], str], ...] = (
    letter_dropped, letter_added, letter_replaced, letters_swapped, letter_doubled, respelt, vowel_changed, reordered,
    initials, truncated, words_joined_or_split, word_dropped, form_changed, abbreviated, noisy, misread,
)  # fmt: skip
KINDS: tuple[PartyKind, ...] = ("person", "organisation", "vessel")


def draw_alterations(parties: Iterable[ListedParty], per_class: int = 60) -> Iterator[Altered]:
    """For each class and kind, up to `per_class` altered names, each of another party.

    Names are drawn from all of a party's names of two words or more, vessels' also of one, with six letters at least.
    What comes out as the listed name of somebody else is left out.
    """
    listed = list(parties)
    owners: dict[str, set[str]] = defaultdict(set)
    for one in listed:
        for name in one.names:
            owners[_folded(name.text)].add(one.id)
    for alter in CLASSES:
        for kind in KINDS:
            own = sorted((p for p in listed if p.kind == kind), key=lambda p: digest(alter.__name__, p.id))
            drawn = (altered for one in own if (altered := _altered(one, alter)))
            yield from islice((one for one in drawn if owners[_folded(one.query.name)] <= {one.target}), per_class)


def _altered(one: ListedParty, alter: Callable[[str, Draw, PartyKind], str]) -> Altered | None:
    key = f"{alter.__name__}/{one.id}"
    draw = Draw(key)
    name = draw.one([name.text for name in one.names if _usable(name.text, one.kind)], "name")
    altered = alter(name, draw, one.kind).strip() if name else ""
    if altered == name or len(altered) < 4:
        return None
    return Altered(query=Query(name=altered, id=key), target=one.id, kind=one.kind, name_class=alter.__name__)


def _folded(name: str) -> str:
    return " ".join(re.findall(r"\w+", name.casefold()))


def _usable(name: str, kind: PartyKind) -> bool:
    return sum(map(str.isalpha, name)) >= 6 and (kind == "vessel" or len(name.split()) > 1)


def _words(name: str) -> list[str]:
    return name.replace(",", " ").split()


def _inner_letter(name: str, draw: Draw) -> int:
    """The place of a letter that does not begin the name, in a word of four letters or more; 0 where there is none."""
    places = [found.start() + at for found in re.finditer(r"[^\W\d_]{4,}", name) for at in range(1, len(found[0]))]
    return places[draw.number(len(places))] if places else 0


def _like(letter: str, text: str) -> str:
    return text.upper() if letter.isupper() else text
