"""The words that attribute: which word, with which complement, and what kind of commitment it voices."""

import csv
import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

TABLE = Path(__file__).parent / "cues" / "attribution_cues.csv"


@dataclass(frozen=True, slots=True, kw_only=True)
class CueEntry:
    """One word that attributes, with the complements it takes when it does.

    `forms` are the spellings that the trigger filter looks for.
    """

    pos: str
    lemma: str
    cue_class: str
    constructions: frozenset[str]


@lru_cache(maxsize=1)
def read_cue_table() -> dict[tuple[str, str], CueEntry]:
    """The table of cues by part of speech and lemma."""
    with TABLE.open(encoding="utf-8", newline="") as lines:
        return {
            (row["pos"], row["lemma"]): CueEntry(
                pos=row["pos"],
                lemma=row["lemma"],
                cue_class=row["class"],
                constructions=frozenset(row["constructions"].split()),
            )
            for row in csv.DictReader(lines)
        }


def find_cue(lemma: str, pos: str, construction: str) -> CueEntry | None:
    """The entry of `lemma` if it attributes with this complement."""
    entry = read_cue_table().get((pos, lemma))
    return entry if entry is not None and construction in entry.constructions else None


# Forms that do not begin as their dictionary form does.
IRREGULAR = (
    "said told wrote written spoke spoken thought saw seen knew known sought found felt meant heard held swore sworn "
    "understood understand foresaw drew bade forbade accord hoping hoped denie replie worrie implie testifie identifie "
    "clarifie specifie certifie verifie"
).split()


@lru_cache(maxsize=1)
def _trigger() -> re.Pattern[str]:
    stems = {re.escape(lemma.removesuffix("e")) for _, lemma in read_cue_table() if "_" not in lemma}
    stems |= {
        "in the words",
        "in (?:his|her|its|their|the|a|one|[\\w’']+[’']s?) ",
        "by (?:\\w+[’']s|his|her|its|their) ",
    }
    return re.compile(r"\b(?:" + "|".join(sorted(stems | set(IRREGULAR))) + r")|[\"“„«]|''", re.IGNORECASE)


def has_reporting_cue(text: str) -> bool:
    """True where a parse of `text` may yield an attribution."""
    return _trigger().search(text) is not None
