"""How often the actor and the target of a PLOVER event record are found among the arguments of its sentence.

    python benchmarks/plover.py [../shared/data/text/plover/PLOVER_GSR_CAMEO_even.json] [--missed]

The records (Open Event Data Alliance, CC BY-SA 4.0) give a sentence, who acts, and upon whom, as words of the sentence.
Their codes play no part here: the frames of Entrepôt are others. What is measured is the grammar beneath the frames.

An actor is *found* when a predicate of the sentence (a verb, or a noun that names an event) has an argument in the
place of its agent (subject, understood subject, "by", possessor) whose words overlap the record's by half of the
shorter. A target is found when a predicate has such an argument in any other place. A record with two actors and no
target ("Hungarian and Romanian officials agreed") has its second actor as target, in either place. A record that names
no actor, or no target, is left out of that share. Every predicate of a sentence is looked at, as with off-the-shelf
subject-verb-object triples; the stricter figures look at the predicates that the record marks as its event alone.
"""

import argparse
import json
import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from entrepot.claims.clauses import Clause, read_clauses
from entrepot.claims.parsing import STRAIGHT, load_model

RECORDS = Path(__file__).parents[2] / "shared" / "data" / "text" / "plover" / "PLOVER_GSR_CAMEO_even.json"
AGENT_SLOTS = frozenset({"subj", "by", "poss"})
CLAUSAL = frozenset({"relcl", "acl", "advcl", "appos", "conj", "cc", "punct"})
EVENT_MARK = re.compile(r"\(EVT: ([^()]*)\)")

Stretch = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class EventRecord:
    """One record: its sentence, and where its actors, its targets and the words of its event stand in it."""

    id: str
    text: str
    actors: tuple[Stretch, ...]
    targets: tuple[Stretch, ...]
    events: tuple[Stretch, ...]
    mutual: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Shares:
    """Records that name an actor or a target, and how many of them were found."""

    actors: int
    actors_found: int
    targets: int
    targets_found: int

    @property
    def actor(self) -> float:
        """The share of actors found."""
        return self.actors_found / self.actors

    @property
    def target(self) -> float:
        """The share of targets found."""
        return self.targets_found / self.targets


def read_records(path: Path = RECORDS) -> list[EventRecord]:
    """Every event record of the file; the first one describes the file and is left out."""
    rows = json.loads(path.read_text(encoding="utf-8"))
    return [_event_record(row) for row in rows if row["event"] != "DOCUMENT"]


def _event_record(row: dict[str, Any]) -> EventRecord:
    text = row["text"]
    actors, targets = _stretches(text, row.get("source")), _stretches(text, row.get("target"))
    mutual = not targets and len(actors) > 1
    if mutual:
        actors, targets = actors[:1], actors[1:]
    info = row.get("textInfo")
    marked = EVENT_MARK.findall(info.get("markup", "") if isinstance(info, dict) else "") or row["eventText"].split()
    events = tuple(found for words in marked if (found := _stretch(text, words)))
    return EventRecord(id=row["id"], text=text, actors=actors, targets=targets, events=events, mutual=mutual)


def _stretches(text: str, parties: object) -> tuple[Stretch, ...]:
    if not isinstance(parties, list):
        return ()
    names = [party["actorText"] for party in parties if isinstance(party, dict) and party.get("actorText")]
    return tuple(found for name in names if (found := _stretch(text, name)))


def _stretch(text: str, words: str) -> Stretch | None:
    """Where the words stand in the text; the longest piece where they stand apart ("Bosnian Serbs ... forces")."""
    for piece in sorted((part.strip() for part in words.split("...")), key=len, reverse=True):
        pattern = r"\s+".join(map(re.escape, piece.split()))
        if piece and (match := re.search(pattern, text, re.IGNORECASE)):
            return match.start(), match.end()
    return None


def argument_stretch(head: Any) -> Stretch:
    """The argument's noun with the words before it; nothing that hangs on it from behind, which may be anything."""
    left = head.idx
    for child in head.lefts:
        if child.dep_ not in CLAUSAL:
            left = min(left, child.left_edge.idx)
    return left, head.idx + len(head.text)


def overlaps(one: Stretch, other: Stretch) -> bool:
    """True when they share at least half of the shorter."""
    shared = min(one[1], other[1]) - max(one[0], other[0])
    return shared > 0 and shared * 2 >= min(one[1] - one[0], other[1] - other[0])


def is_found(parties: Iterable[Stretch], clauses: Iterable[Clause], places: str) -> bool:
    """True when one of the parties is an argument in the places asked for: `agent`, `other` or `any`."""
    arguments = [argument_stretch(head) for clause in clauses for head in _arguments(clause, places)]
    return any(overlaps(party, argument) for party in parties for argument in arguments)


def _arguments(clause: Clause, places: str) -> Iterator[Any]:
    for slot in (*clause.slots, *clause.deep):
        if places == "any" or (slot in AGENT_SLOTS) == (places == "agent"):
            yield from clause.get(slot)


def measure(records: list[EventRecord], own_predicates: bool = False) -> tuple[Shares, list[str]]:
    """The shares found, and a line for each miss."""
    nlp = load_model()
    actors = actors_found = targets = targets_found = 0
    missed: list[str] = []
    docs = nlp.pipe(record.text.translate(STRAIGHT) for record in records)
    for record, doc in zip(records, docs, strict=True):
        clauses = [clause for clause in read_clauses(doc) if _counts(clause, record, own_predicates)]
        if record.actors:
            actors += 1
            actors_found += (found := is_found(record.actors, clauses, "agent"))
            missed += [] if found else [f"actor  {record.id}"]
        if record.targets:
            targets += 1
            targets_found += (found := is_found(record.targets, clauses, "any" if record.mutual else "other"))
            missed += [] if found else [f"target {record.id}"]
    shares = Shares(actors=actors, actors_found=actors_found, targets=targets, targets_found=targets_found)
    return shares, missed


def _counts(clause: Clause, record: EventRecord, own_predicates: bool) -> bool:
    head = clause.head
    if own_predicates:
        return any(start <= head.idx < end for start, end in record.events)
    return clause.kind == "verb"


def main() -> int:
    """Prints the shares."""
    parser = argparse.ArgumentParser(description="Actors and targets of PLOVER records found by the grammar.")
    parser.add_argument("records", nargs="?", type=Path, default=RECORDS)
    parser.add_argument("--missed", action="store_true", help="name the records whose actor or target was not found")
    options = parser.parse_args()
    records = read_records(options.records)
    for label, own in (("any predicate", False), ("the event's own predicate", True)):
        shares, missed = measure(records, own)
        print(f"{label:26} actor {shares.actors_found}/{shares.actors} {shares.actor:.3f}   ", end="")
        print(f"target {shares.targets_found}/{shares.targets} {shares.target:.3f}")
        if options.missed:
            print("\n".join(missed))
    return 0


if __name__ == "__main__":
    sys.exit(main())
