"""What is known of the words in names: legal forms, titles, words with translations, names with many spellings."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import IntEnum
from functools import cache
from typing import NamedTuple

from entrepot.reference.tables import Row, load_table, split_cell
from entrepot.screening.scripts import settle_form


class WordKind(IntEnum):
    """What a word does in a name; decides how much it says of who is named."""

    NAME = 0
    WORD = 1
    PLACE = 2
    TITLE = 3
    LEGAL = 4
    PARTICLE = 5
    GENERIC = 6
    INITIAL = 7


_KINDS = {
    "word": WordKind.WORD,
    "legal_form": WordKind.LEGAL,
    "generic": WordKind.GENERIC,
    "place": WordKind.PLACE,
    "particle": WordKind.PARTICLE,
    "kunya": WordKind.WORD,
    "title": WordKind.TITLE,
    "suffix": WordKind.TITLE,
}


class Phrase(NamedTuple):
    """Words that stand for a concept: the words after the first, and the canonical English words."""

    rest: tuple[str, ...]
    concept: tuple[str, ...]
    kind: WordKind


Phrases = Mapping[str, Mapping[int, Mapping[tuple[str, ...], Phrase]]]
"""Phrases by their first word, by the number of words after it (the most first), and by these."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Lexicon:
    """The tables of words, ready for look-up.

    `phrases` are in lower case, of Latin script in ASCII, others as written; `person_phrases` has only those that stand
    in names of people. `runs` are forms in scripts without spaces, by their text. `groups` are the names that a word is
    a spelling of, `nicknames` those that it is short for. `hanja` gives the Korean readings of a character.
    """

    phrases: Phrases
    person_phrases: Phrases
    runs: Mapping[str, tuple[tuple[str, ...], WordKind]]
    longest_run: int
    groups: Mapping[str, tuple[str, ...]]
    nicknames: Mapping[str, tuple[str, ...]]
    hanja: Mapping[str, tuple[str, ...]]


@cache
def load_lexicon() -> Lexicon:
    """The lexicon, read once from the reference tables."""
    words = load_table("organisation_words").rows
    particles = load_table("person_particles").rows
    names = load_table("given_names").rows
    runs = _runs(words)
    return Lexicon(
        phrases=_phrases((*words, *particles)),
        person_phrases=_phrases(particles),
        runs=runs,
        longest_run=max(map(len, runs), default=0),
        groups=_by_form(names, ("forms", "cyrillic", "arabic")),
        nicknames=_by_form(names, ("hypocorisms",)),
        hanja={row["character"]: split_cell(row["korean"]) for row in load_table("hanja_readings").rows},
    )


def _phrases(rows: Iterable[Row]) -> Phrases:
    found: dict[str, dict[int, dict[tuple[str, ...], Phrase]]] = {}
    for row in rows:
        kind = _KINDS[row["kind"]]
        concept = _concept(row["concept"], kind)
        for column in ("forms", "cyrillic", "arabic"):
            for form in split_cell(settle_form(row[column])):
                first, *others = form.split()
                rest = tuple(others)
                found.setdefault(first, {}).setdefault(len(rest), {}).setdefault(rest, Phrase(rest, concept, kind))
    return {first: dict(sorted(lengths.items(), reverse=True)) for first, lengths in found.items()}


def _concept(written: str, kind: WordKind) -> tuple[str, ...]:
    """The words that a concept is compared by; but for translated words it is one word, whatever it is called."""
    words = written.lower().replace("-", " ").split()
    return tuple(words) if kind == WordKind.WORD else ("".join(words),)


def _runs(words: Iterable[Row]) -> dict[str, tuple[tuple[str, ...], WordKind]]:
    return {
        form: (_concept(row["concept"], _KINDS[row["kind"]]), _KINDS[row["kind"]])
        for row in words
        for column in ("han", "hangul")
        for form in split_cell(row[column])
    }


def _by_form(rows: Iterable[Row], columns: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = defaultdict(list)
    for row in rows:
        for column in columns:
            for form in split_cell(settle_form(row[column])):
                if row["id"] not in found[form]:
                    found[form].append(row["id"])
    return {form: tuple(groups) for form, groups in found.items()}
