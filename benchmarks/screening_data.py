"""The names that screening is measured on, read from ../shared into the records of the program.

Nothing is cleaned here: names stand as the files print them ("LAST First" where the list does so), so that cleaning is
part of what is measured. Draws follow SHA-256 digests: the same seed gives the same names on every machine.
"""

import csv
import hashlib
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from pathlib import Path

from entrepot.model.listing import ListedName, ListedParty, PartyKind
from entrepot.model.match import Query

SHARED = Path(__file__).resolve().parents[2] / "shared"
NAMES = SHARED / "data" / "names"
LISTS = SHARED / "data" / "lists"
SDN = "us-ofac-sdn"
KINDS: dict[str, PartyKind] = {
    "individual": "person", "entity": "organisation", "vessel": "vessel", "aircraft": "aircraft",
    "Person": "person", "Company": "organisation", "Organization": "organisation", "Vessel": "vessel",
}  # fmt: skip
"""Types of the split and schemata of the labelled pairs; a `LegalEntity` may be a person too, so it stays unknown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldOut:
    """An alias taken out of the list: `target` still stands there under its other names."""

    query: Query
    target: str
    kind: PartyKind
    band: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AliasSplit:
    """A list without some aliases, and these as queries."""

    seed: int
    parties: tuple[ListedParty, ...]
    queries: tuple[HeldOut, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NamePair:
    """Two names, and whether they are those of one party."""

    one: str
    other: str
    kind: PartyKind
    same: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ScriptQuery:
    """A listed party's name in its own script; `noisy` where notes stand among its Latin names ("Chinese: ...")."""

    query: Query
    target: str
    script: str
    noisy: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class OfacScore:
    """What the public search of OFAC gave for a query and a listed name; None where it did not show the name."""

    query: str
    name: str
    score: int | None

    def error(self, given: int) -> int:
        """How many points a score is out. A name not shown among those of 80 points or more may have any below."""
        return max(0, given - 79) if self.score is None else abs(given - self.score)


def digest(*parts: object) -> str:
    """The digest that orders every draw."""
    return hashlib.sha256("\x1f".join(map(str, parts)).encode("utf-8")).hexdigest()


def party(key: str, names: Iterable[str], kind: PartyKind, listed: str = SDN) -> ListedParty:
    """A listed party with nothing but names; the first is its primary name."""
    texts = dict.fromkeys(names)
    return ListedParty(
        id=key,
        list=listed,
        kind=kind,
        names=tuple(
            ListedName(text=text, original=text, strength="strong" if number else "primary")
            for number, text in enumerate(texts)
        ),
    )


def read_types() -> dict[str, PartyKind]:
    """Kinds by entity number, from the list of 2024-05-03; parties listed later have none."""
    path = LISTS / "ofac_sdn_2024-05-03.csv"
    with path.open(encoding="latin-1", newline="") as stream:
        rows = [row for row in csv.reader(stream) if row and row[0].isdigit()]
    return {row[0]: KINDS.get(row[2].strip(), "organisation") for row in rows}


def read_sdn(lines: Path = LISTS / "ofac_sdn_names_2025-11-26.jsonl") -> tuple[ListedParty, ...]:
    """The SDN list of 2025-11-26: 17,815 parties, 41,859 names."""
    kinds = read_types()
    parties = []
    for line in lines.read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        names = sorted(record["names"], key=lambda name: not name["is_primary"])
        key = str(record["entity_id"])
        parties.append(party(key, (name["full_name"] for name in names), kinds.get(key, "unknown")))
    return tuple(parties)


@cache
def read_split(seed: int, count: int = 1000) -> AliasSplit:
    """The list without `count` aliases, drawn by the script beside the data."""
    with tempfile.TemporaryDirectory() as folder:
        script = NAMES / "make_alias_split.py"
        command = [sys.executable, str(script), "--seed", str(seed), "--count", str(count), "--out", folder]
        subprocess.run(command, check=True, capture_output=True)
        index, queries = (_read_json_lines(Path(folder) / name) for name in ("index.jsonl", "queries.jsonl"))
    return AliasSplit(
        seed=seed,
        parties=tuple(
            party(str(one["entity_id"]), one["names"], KINDS.get(str(one["type"]), "unknown")) for one in index
        ),
        queries=tuple(
            HeldOut(
                query=Query(name=one["query"], id=str(number)),
                target=str(one["target"]),
                kind=KINDS.get(one["type"], "unknown"),
                band=one["band"],
            )
            for number, one in enumerate(queries)
        ),
    )


def _read_json_lines(path: Path) -> list[dict[str, str]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


@cache
def read_negatives(count: int) -> tuple[Query, ...]:
    """Synthetic people on no list, the first `count` by digest; a shorter draw is the beginning of a longer one."""
    names = dict.fromkeys(row["full_name"] for row in _rows(NAMES / "yente_cgb_negatives_global.csv"))
    drawn = sorted(names, key=lambda name: digest("negatives", name))[:count]
    return tuple(Query(name=name, id=str(number)) for number, name in enumerate(drawn))


def read_mixed_names() -> list[str]:
    """Names to time queries with: held-out aliases and people on no list in turn."""
    held_out, negatives = read_split(31).queries, read_negatives(1000)
    return [name for one, other in zip(held_out, negatives, strict=True) for name in (one.query.name, other.name)]


def read_pairs() -> tuple[NamePair, ...]:
    """Labelled pairs of names: 211 of one party, 189 of two."""
    return tuple(
        NamePair(
            one=row["name1"],
            other=row["name2"],
            kind=KINDS.get(row["schema"], "unknown"),
            same=row["is_match"] == "true",
        )
        for row in _rows(NAMES / "nomenklatura_name_bench_cases_even.csv")
    )


def read_script_pairs() -> tuple[tuple[ListedParty, ...], tuple[ScriptQuery, ...]]:
    """Parties under their Latin names, and their names in other scripts as queries. For evaluation only."""
    rows = sorted(_rows(NAMES / "xscript_pairs_eu_un_even.csv"), key=lambda row: row["entity"])
    parties, queries = [], []
    for entity, group in groupby(rows, key=lambda row: row["entity"]):
        own = list(group)
        latin = [name.strip() for row in own for name in row["latin_names"].split(" | ") if name.strip()]
        parties.append(party(entity, latin, KINDS.get(own[0]["schema"], "unknown"), "eu-un"))
        for row in own:
            text = row["original_script_name"]
            query = Query(name=text, id=f"{entity}/{len(queries)}")
            queries.append(ScriptQuery(query=query, target=entity, script=row["script"], noisy=_noisy(latin)))
    return tuple(parties), tuple(queries)


def _noisy(names: list[str]) -> bool:
    return any(":" in name or "text of image" in name.lower() for name in names)


def read_ofac_scores() -> tuple[OfacScore, ...]:
    """Published scores of the OFAC search page, 170 of 41 queries."""
    return tuple(
        OfacScore(
            query=row["query_name"],
            name=row["result_name"],
            score=None if int(row["ofac_score"]) < 0 else int(row["ofac_score"]),
        )
        for row in _rows(NAMES / "ofac_fixtures.csv")
    )


def million(parties: Sequence[ListedParty], count: int = 1_000_000) -> Iterator[ListedParty]:
    """Parties with two names each, made of the words of listed names: the same on every machine.

    Words are drawn with the frequency that they have in the list, so that common ones are as crowded as in life.
    """
    words = [word for one in parties for name in one.names for word in name.text.split()]
    for number in range(count):
        state = int(digest("million", number)[:32], 16)
        names = []
        for _ in range(2):
            chosen = []
            for _ in range(2 + state % 3):
                state, place = divmod(state // 3, len(words))
                state = state * 6364136223846793005 + number + 1442695040888963407
                chosen.append(words[place])
            names.append(" ".join(chosen))
        yield party(f"m{number}", names, "unknown", "synthetic")


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))
