"""Attributions of PolNeAR found again: precision, recall and F of `extract_quotations`.

    python benchmarks/quotes_polnear.py [--split dev|train] [--limit N] [--json]

Reads `../shared/data/text/polnear` (evaluation only: nothing of it is copied). How it counts:

- Gold is every event that has a cue and a content. An article annotated by several people counts once, with the
  annotator whose code comes first. PolNeAR never annotates an attribution inside another's content; neither does
  `extract_quotations` unless asked.
- A found attribution matches a gold one where their cues share at least one character and the characters that their
  contents share are at least half of the gold content. `both` asks for half of the found content as well. Each gold
  attribution is matched at most once, best overlap first.
- Core verbs: attributions whose cue holds a form of one of `CORE`. Recall is over gold attributions with such a cue,
  precision over found ones. A found core attribution that meets no gold one of any verb is false.
"""

import argparse
import json
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from entrepot.claims.parsing import parse_sentences
from entrepot.claims.quotations import extract_quotations, has_reporting_cue
from entrepot.claims.sentences import split_sentences
from entrepot.model.claim import Quotation
from entrepot.model.document import Block, Document

ROOT = Path(__file__).resolve().parents[2] / "shared" / "data" / "text" / "polnear" / "data"

# The verbs of plain reporting. "According to" is no verb and is left out.
CORE = (
    "sa(?:y|ys|id|ying) t(?:ell|ells|old|elling) add(?:s|ed|ing)? announc(?:e|es|ed|ing) claim(?:s|ed|ing)? "
    "report(?:s|ed|ing)? wr(?:ite|ites|ote|itten|iting) not(?:e|es|ed|ing) argu(?:e|es|ed|ing) explain(?:s|ed|ing)? "
    "stat(?:e|es|ed|ing) insist(?:s|ed|ing)? warn(?:s|ed|ing)? acknowledg(?:e|es|ed|ing) admit(?:s|ted|ting)? "
    "declar(?:e|es|ed|ing) confirm(?:s|ed|ing)? repl(?:y|ies|ied|ying) respond(?:s|ed|ing)? alleg(?:e|es|ed|ing) "
    "assert(?:s|ed|ing)?"
).split()
CORE_FORM = re.compile(r"\b(?:" + "|".join(CORE) + r")\b", re.IGNORECASE)

Parts = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Gold:
    """One annotated attribution; cue and content may be in several pieces."""

    cue: Parts
    content: Parts


@dataclass(frozen=True, slots=True)
class Article:
    """One article with its attributions."""

    name: str
    text: str
    gold: tuple[Gold, ...]


def read_articles(split: str, root: Path = ROOT) -> Iterator[Article]:
    """The articles of a split, each with the annotations of its first annotator by code."""
    seen: set[str] = set()
    for path in sorted((root / split / "attributions").glob("*.ann")):
        name = path.stem.rsplit("_", 1)[0]
        if name in seen or not path.stat().st_size:
            continue
        seen.add(name)
        text = (root / split / "text" / f"{name}.txt").read_bytes().decode("utf-8")
        yield Article(name, text, tuple(_read_annotations(path.read_text(encoding="utf-8"))))


def _read_annotations(lines: str) -> Iterator[Gold]:
    spans: dict[str, Parts] = {}
    events: list[str] = []
    for line in lines.split("\n"):
        fields = line.split("\t")
        if fields[0].startswith("T") and len(fields) > 1:
            pieces = fields[1].split(" ", 1)[1].split(";")
            spans[fields[0]] = tuple((int(a), int(b)) for a, b in (piece.split() for piece in pieces))
        elif fields[0].startswith("E"):
            events.append(fields[1])
    for event in events:
        parts: dict[str, list[tuple[int, int]]] = {"Cue": [], "Content": []}
        for argument in event.split():
            role, span = argument.split(":")
            parts.setdefault(role.rstrip("0123456789"), []).extend(spans[span])
        if parts["Cue"] and parts["Content"]:
            yield Gold(tuple(sorted(parts["Cue"])), tuple(sorted(parts["Content"])))


def make_document(article: Article) -> Document:
    """The article as a document whose lines are paragraphs."""
    blocks = tuple(
        Block(kind="paragraph", start=line.start(), end=line.end()) for line in re.finditer(r"\S[^\n]*", article.text)
    )
    return Document(
        id=article.name, path=article.name, sha256="", media_type="text/plain", text=article.text, blocks=blocks
    )


def find_matches(gold: tuple[Gold, ...], found: tuple[Quotation, ...], *, both: bool = False) -> dict[int, int]:
    """Found number by gold number."""
    pairs = []
    for g, wanted in enumerate(gold):
        length = sum(end - start for start, end in wanted.content)
        for f, quotation in enumerate(found):
            if not any(start < quotation.cue.end and quotation.cue.start < end for start, end in wanted.cue):
                continue
            shared = sum(
                max(0, min(end, quotation.content.end) - max(start, quotation.content.start))
                for start, end in wanted.content
            )
            hull = wanted.content[-1][1] - wanted.content[0][0]
            own = quotation.content.end - quotation.content.start
            # A content in several pieces is found as one stretch over its cue: its own length counts as that stretch.
            common = shared if len(wanted.content) == 1 else _overlap(wanted.content, quotation)
            if 2 * shared >= length and (not both or 2 * common >= own or hull == own):
                pairs.append((shared / length, g, f))
    matched: dict[int, int] = {}
    for _, g, f in sorted(pairs, reverse=True):
        if g not in matched and f not in matched.values():
            matched[g] = f
    return matched


def _overlap(content: Parts, quotation: Quotation) -> int:
    return max(0, min(content[-1][1], quotation.content.end) - max(content[0][0], quotation.content.start))


@dataclass(slots=True)
class Tally:
    """Counts of a group of attributions."""

    gold: int = 0
    found: int = 0
    hit_gold: int = 0
    hit_found: int = 0

    def as_row(self) -> dict[str, float]:
        """Counts, precision, recall and F in per cent of one."""
        precision = self.hit_found / self.found if self.found else 0.0
        recall = self.hit_gold / self.gold if self.gold else 0.0
        f_score = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
        return {
            "gold": self.gold,
            "found": self.found,
            "precision": round(precision, 4),
            "recall": round(recall, 4),
            "f": round(f_score, 4),
        }


def count_article(article: Article, found: tuple[Quotation, ...], tallies: dict[str, Tally]) -> None:
    """Adds one article to the tallies."""
    text = article.text
    for name, both in (("all", False), ("all, both halves", True)):
        matched = find_matches(article.gold, found, both=both)
        _add(tallies, name, len(article.gold), len(found), len(matched), len(matched))
    matched = find_matches(article.gold, found)
    core_gold = {g for g, one in enumerate(article.gold) if any(CORE_FORM.search(text[s:e]) for s, e in one.cue)}
    core_found = {f for f, one in enumerate(found) if CORE_FORM.search(one.cue.text)}
    _add(
        tallies,
        "core verbs",
        len(core_gold),
        len(core_found),
        len(core_gold & set(matched)),
        len(core_found & set(matched.values())),
    )
    for kind in ("direct", "indirect", "mixed"):
        mine = {f for f, one in enumerate(found) if one.kind == kind}
        theirs = {g for g, one in enumerate(article.gold) if gold_kind(text, one) == kind}
        _add(tallies, kind, len(theirs), len(mine), len(theirs & set(matched)), len(mine & set(matched.values())))


def gold_kind(text: str, gold: Gold) -> str:
    """The kind of a gold content, by its quotation marks."""
    pieces = [text[start:end].strip(" ,.;") for start, end in gold.content]
    if all(piece[:1] in '"“‘«' or piece[:2] == "''" for piece in pieces):
        return "direct"
    return "mixed" if any(mark in piece for piece in pieces for mark in ('"', "“", "''")) else "indirect"


def _add(tallies: dict[str, Tally], name: str, gold: int, found: int, hit_gold: int, hit_found: int) -> None:
    tally = tallies.setdefault(name, Tally())
    tally.gold += gold
    tally.found += found
    tally.hit_gold += hit_gold
    tally.hit_found += hit_found


def main() -> int:
    """Prints the table; 0 done, 3 where the corpus is not there."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--split", choices=("train", "dev"), default="dev")
    parser.add_argument("--limit", type=int, default=0, help="stop after so many articles")
    parser.add_argument("--json", action="store_true", help="one JSON object instead of a table")
    options = parser.parse_args()
    if not ROOT.is_dir():
        print(f"{ROOT} is not there: nothing measured", file=sys.stderr)
        return 3
    tallies: dict[str, Tally] = {}
    for number, article in enumerate(read_articles(options.split)):
        if options.limit and number >= options.limit:
            break
        document = make_document(article)
        parsed = tuple(parse_sentences(split_sentences(document), has_reporting_cue))
        count_article(article, extract_quotations(document, parsed), tallies)
    rows = {name: tally.as_row() for name, tally in tallies.items()}
    if options.json:
        print(json.dumps({"split": options.split, "rows": rows}))
        return 0
    print(f"{'PolNeAR ' + options.split:<18}{'gold':>8}{'found':>8}{'P':>8}{'R':>8}{'F':>8}")
    for name, row in rows.items():
        print(
            f"{name:<18}{row['gold']:>8}{row['found']:>8}{row['precision']:>8.3f}{row['recall']:>8.3f}{row['f']:>8.3f}"
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())
