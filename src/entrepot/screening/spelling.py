"""How one word of a name is spelt in several ways: keys on which the spellings of one word fall together.

Three keys, from fine to coarse. The `fold` keeps vowels and levels what romanisation systems do differently (kh/h,
ou/u, y/i, doubled letters). The `skeleton` keeps consonants alone, for scripts and habits that leave vowels open. The
`korean_key` levels what the systems for Korean do differently (McCune-Reischauer, the Revised Romanisation, the North's
own). Keys only propose; `similarity` decides how near two words are.
"""

import re
from functools import lru_cache

_SEQUENCES = (
    # Longest first: each is written otherwise in some romanisation of the same letter.
    ("shch", "S"), ("tsch", "C"), ("sch", "S"), ("tch", "C"), ("dzh", "j"), ("zh", "J"), ("dj", "j"), ("kh", "h"),
    ("gh", "g"), ("ph", "f"), ("th", "t"), ("dh", "d"), ("sh", "S"), ("ch", "C"), ("cz", "C"), ("sz", "S"),
    ("ck", "k"), ("tz", "z"), ("ts", "z"), ("qu", "k"), ("dz", "d"), ("x", "ks"), ("q", "k"), ("w", "v"),
    ("ce", "se"), ("ci", "si"), ("cy", "si"), ("c", "k"),
)  # fmt: skip
_VOWEL_RUNS = (
    ("oo", "u"), ("ou", "u"), ("ee", "i"), ("ie", "e"), ("ye", "e"), ("iy", "i"), ("yi", "i"), ("yu", "u"), ("iu", "u"),
    ("ya", "a"), ("ia", "a"), ("yo", "o"), ("io", "o"), ("oe", "o"), ("ue", "u"), ("ae", "e"), ("ai", "ei"),
    ("ay", "ei"), ("ey", "ei"), ("y", "i"),
)  # fmt: skip
_FOLDS = _SEQUENCES + _VOWEL_RUNS
_INNER_J = re.compile(r"(?<=l)j(?=[aeou])|(?<=[aeiouy])j(?![aeiouy])")
_DOUBLED = re.compile(r"([A-Za-z])\1+")
_FINAL_H = re.compile(r"(?<=[aeiou])h$")
_SPELT_H = re.compile(r"[aeiou]h$")
_PAIRS = ("th", "sh", "dh", "kh", "gh")
_TO_CLASS = str.maketrans({"S": "s", "C": "c", "J": "j", "z": "s"} | dict.fromkeys("aeiou"))
_TO_SEMITIC = str.maketrans(
    {"S": "s", "C": "s", "J": "j", "z": "s", "g": "k", "p": "b", "v": None, "d": "t"} | dict.fromkeys("aeiouwy~")
)
_CONSONANTS = str.maketrans(dict.fromkeys("aeiouvwy~"))
_ARABS = str.maketrans("DZTQ", "ddtz")
_PERSIANS = str.maketrans("DZTQ", "zzsz")
"""Four letters of Arabic script that are d, d (dh), t (th), z to Arabs and z or s to Persians and Turks."""
_KOREAN_SEQUENCES = (
    ("ch", "j"), ("kk", "k"), ("tt", "t"), ("pp", "p"), ("jj", "j"), ("ss", "s"), ("sh", "s"), ("ng", "N"),
    ("yeo", "o"), ("eo", "o"), ("eu", "o"), ("ui", "i"), ("wo", "o"), ("ou", "o"), ("oo", "o"), ("yu", "o"),
    ("yo", "o"), ("yae", "e"), ("ae", "e"), ("oe", "e"), ("ye", "e"), ("ee", "i"), ("ea", "o"), ("ya", "a"),
    ("wa", "a"), ("u", "o"), ("y", ""), ("w", ""), ("g", "k"), ("d", "t"), ("b", "p"), ("r", "l"), ("z", "j"),
    ("x", "s"), ("v", "p"), ("f", "p"),
)  # fmt: skip


@lru_cache(maxsize=200_000)
def fold(word: str) -> str:
    """The word with what romanisations do differently made alike; `word` is lower-case ASCII."""
    if word.isdigit():
        return word
    folded = _INNER_J.sub("i", word) if "j" in word else word
    for written, alike in _FOLDS:
        if written in folded:
            folded = folded.replace(written, alike)
    return _FINAL_H.sub("", _DOUBLED.sub(r"\1", folded)) or word


def skeleton(folded: str) -> str:
    """The consonants of a folded word; a vowel at the start counts as one, since it is rarely lost."""
    bones = folded.translate(_TO_CLASS)
    return ("'" + bones) if folded[:1] in "aeiou" else bones


def consonants(folded: str) -> str:
    """The consonants of a folded word, each as it is; w and y are left out, which are often vowels."""
    return folded.translate(_CONSONANTS)


def semitic_skeleton(folded: str) -> str:
    """The consonants of a folded word as Arabic script would keep them: no vowels, no w or y, like sounds alike."""
    return folded.translate(_TO_SEMITIC)


def semitic_skeletons(word: str, folded: str) -> set[str]:
    """The skeletons of a word in Latin letters.

    In it th, sh, dh, kh and gh may be one letter of Arabic or two, and a last h may be a consonant or a vowel's.
    """
    one = semitic_skeleton(folded)
    apart = word
    for pair in _PAIRS:
        apart = apart.replace(pair, pair[0] + "~h")
    skeletons = {one} if apart == word else {one, semitic_skeleton(fold(apart))}
    return skeletons | {bones + "h" for bones in skeletons} if _SPELT_H.search(word) else skeletons


def arabic_consonants(written: str) -> tuple[str, str]:
    """Consonants that `scripts.read_arabic` gives, as Arabs and as Persians and Turks read them."""
    return written.translate(_ARABS), written.translate(_PERSIANS)


def arabic_skeletons(written: str) -> set[str]:
    """The skeletons of consonants that `scripts.read_arabic` gives."""
    return {semitic_skeleton(read) for read in arabic_consonants(written)}


@lru_cache(maxsize=200_000)
def korean_key(word: str) -> str:
    """The word with what romanisations of Korean do differently made alike."""
    key = word
    for written, alike in _KOREAN_SEQUENCES:
        if written in key:
            key = key.replace(written, alike)
    return key
