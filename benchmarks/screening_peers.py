"""The engines that screening is measured with: our methods, rapidfuzz over all names, and nomenklatura's logic-v2.

nomenklatura is no dependency: it runs in a virtual environment of its own, in a process that speaks JSON Lines:

    PYTHONPATH=src .venv-bench/bin/python benchmarks/screening_peers.py

With `--probe ENGINE` this file instead measures the speed and memory of one engine in its own process.
It is used as its own code uses it to match entities against a data set (`nomenklatura.blocker.Index.match_entities`,
then the algorithm over the candidates): parties become FollowTheMoney entities in a memory store, its DuckDB index
picks 75 candidates a query, `LogicV2.compare` scores them. `logic-v2-full` compares each query with every party
instead, to tell what the index loses; that is done for lists of a few names in any case. A query of unknown kind is
sent as `LegalEntity`, which its users send who do not know more; it is never compared with vessels.
"""

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from entrepot.model.listing import ListedName, ListedParty
from entrepot.model.match import Match, Query

ROOT = Path(__file__).resolve().parents[1]
BENCH_PYTHON = Path(os.environ.get("BENCH_PYTHON", ROOT / ".venv-bench" / "bin" / "python"))
ENGINES = ("entrepot", "logic-v2", "bruteforce", "ofac", "wratio", "logic-v2-full")
FEW = 50
"""Lists up to this length need no index."""
CUTOFF = 0.7
"""The score from which yente, the service around nomenklatura, calls a candidate of logic-v2 a match."""
SCHEMATA = {"person": "Person", "organisation": "Organization", "vessel": "Vessel", "aircraft": "Airplane"}


def make_engine(name: str, parties: Sequence[ListedParty]) -> Any:
    """The parties made ready to be asked by an engine."""
    if name == "ofac":
        from entrepot.screening.ofac import OfacMatcher

        return OfacMatcher(parties)
    if name == "entrepot":
        from entrepot.screening import make_matcher

        return make_matcher(name, parties)
    if name in ("bruteforce", "wratio"):
        return BruteForce(parties, "WRatio" if name == "wratio" else "token_sort_ratio")
    return RemoteLogicV2(parties, full=name == "logic-v2-full")


def match_of(party: ListedParty, matched: str, score: float, threshold: float) -> Match:
    """A match without grounds."""
    return Match(
        id=party.id,
        list=party.list,
        name=party.names[0].text,
        matched_name=matched,
        score=score,
        decision="possible_match" if score >= threshold else "no_match",
        features=(),
    )


class BruteForce:
    """A rapidfuzz ratio of the query and every name, on one core."""

    default_threshold = 0.85

    def __init__(self, parties: Sequence[ListedParty], scorer: str) -> None:
        from rapidfuzz import fuzz, utils

        self.method = (f"rapidfuzz {scorer}", "1")
        self._scorer, self._clean = getattr(fuzz, scorer), utils.default_process
        self._owners = [(party, name.text) for party in parties for name in party.names]
        self._names = [self._clean(text) for _, text in self._owners]

    def match(self, queries: Sequence[Query], *, limit: int, threshold: float | None = None) -> list[tuple[Match, ...]]:
        """The best parties by the ratio, 64 queries at a time."""
        import numpy as np
        from rapidfuzz.process import cdist

        used = self.default_threshold if threshold is None else threshold
        found: list[tuple[Match, ...]] = []
        for start in range(0, len(queries), 64):
            asked = [self._clean(query.name) for query in queries[start : start + 64]]
            for scores in cdist(asked, self._names, scorer=self._scorer, dtype=np.float32, workers=1):
                found += [tuple(self._best(scores, limit, used))]
        return found

    def _best(self, scores: Any, limit: int, threshold: float) -> Iterator[Match]:
        import numpy as np

        # A party has few names: eight times the limit holds enough of them for as many parties.
        size = min(len(scores), 8 * limit)
        top = np.argpartition(-scores, size - 1)[:size]
        seen: set[str] = set()
        for place in top[np.argsort(-scores[top], kind="stable")]:
            party, text = self._owners[place]
            if party.id not in seen and len(seen) < limit:
                seen.add(party.id)
                yield match_of(party, text, float(scores[place]) / 100, threshold)


class RemoteLogicV2:
    """logic-v2 in its own virtual environment."""

    method = ("nomenklatura logic-v2", "")
    default_threshold = CUTOFF
    _worker: subprocess.Popen[str] | None = None

    def __init__(self, parties: Sequence[ListedParty], *, full: bool) -> None:
        self._parties = {party.id: party for party in parties}
        rows = [(p.id, p.kind, [name.text for name in p.names]) for p in parties]
        # The reply is waited for, so that making ready is what is timed here.
        self._ask({"parties": rows, "full": full})
        self._key = id(self)
        type(self)._loaded = self._key

    _loaded = 0

    def match(self, queries: Sequence[Query], *, limit: int, threshold: float | None = None) -> list[tuple[Match, ...]]:
        """What the worker finds; it holds the list that was loaded last."""
        if self._loaded != self._key:
            raise RuntimeError("The worker holds another list by now; make the matcher anew.")
        used = self.default_threshold if threshold is None else threshold
        replies = self._ask({"queries": [(query.name, query.kind) for query in queries], "limit": limit})
        return [
            tuple(match_of(self._parties[key], "", score, used) for key, score in reply) for reply in replies["found"]
        ]

    @classmethod
    def _ask(cls, request: dict[str, Any]) -> dict[str, Any]:
        if cls._worker is None:
            cls._worker = start_worker()
        worker = cls._worker
        if worker.stdin is None or worker.stdout is None:
            raise RuntimeError("The worker was started without pipes.")
        worker.stdin.write(json.dumps(request) + "\n")
        worker.stdin.flush()
        line = worker.stdout.readline()
        if not line:
            raise RuntimeError("The worker of logic-v2 ended; its complaint stands above.")
        reply: dict[str, Any] = json.loads(line)
        return reply


def environment() -> dict[str, str]:
    """What the other interpreter needs to find the records of the program, and to stay on one core."""
    one = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")
    return {**os.environ, **one, "PYTHONPATH": str(ROOT / "src")}


def start_worker() -> subprocess.Popen[str]:
    """The other interpreter, with this file as its program."""
    command = [str(BENCH_PYTHON), str(Path(__file__))]
    return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=environment())


def probe(engine: str, names: Sequence[str], count: int = 0) -> dict[str, float]:
    """Speed and memory of an engine in a process of its own, on one core; `count` synthetic parties, 0 for the list."""
    command = [str(BENCH_PYTHON if engine.startswith("logic") else sys.executable), str(Path(__file__))]
    done = subprocess.run(
        [*command, "--probe", engine, "--count", str(count)],
        check=True, input=json.dumps(names), stdout=subprocess.PIPE, text=True, env=environment(),
    )  # fmt: skip
    figures: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return figures


class LogicV2:
    """nomenklatura's logic-v2; lives in the other virtual environment."""

    default_threshold = CUTOFF

    def __init__(self, parties: Iterable[ListedParty], *, full: bool = False) -> None:
        from followthemoney import Dataset
        from nomenklatura.blocker import Index
        from nomenklatura.matching import LogicV2 as Algorithm
        from nomenklatura.resolver import Linker
        from nomenklatura.store import MemoryStore

        self.method = ("nomenklatura logic-v2", "2")
        self._algorithm, self._config = Algorithm, Algorithm.default_config()
        own = list(parties)
        self._full = full or len(own) <= FEW
        self._dataset = Dataset.make({"name": "list", "title": "list"})
        self._entities = {p.id: self._entity(f"p-{p.id}", p.kind, [n.text for n in p.names]) for p in own}
        if not self._full:
            store = MemoryStore(self._dataset, Linker({}))
            with store.writer() as writer:
                for entity in self._entities.values():
                    writer.add_entity(entity)
            self._folder = tempfile.TemporaryDirectory()
            self._index = Index(store.default_view(), Path(self._folder.name))
            self._index.build()

    def _entity(self, key: str, kind: str, names: list[str]) -> Any:
        from followthemoney import StatementEntity

        data = {"id": key, "schema": SCHEMATA.get(kind, "LegalEntity"), "properties": {"name": names}}
        return StatementEntity.from_data(self._dataset, data, cleaned=True)

    def match(self, queries: Sequence[Query], *, limit: int, threshold: float | None = None) -> list[tuple[Match, ...]]:
        """Candidates of the index, scored and sorted; without grounds and names."""
        return [
            tuple(match_of(ListedParty(id=k, list="", kind="unknown", names=(_NAMELESS,)), "", s, 0) for k, s in found)
            for found in self.rank([(query.name, query.kind) for query in queries], limit)
        ]

    def rank(self, queries: Sequence[tuple[str, str]], limit: int) -> list[list[tuple[str, float]]]:
        """Ids and scores, best first, for each query."""
        asked = [self._entity(f"q-{at}", kind, [name]) for at, (name, kind) in enumerate(queries)]
        candidates: dict[str, Iterable[str]] = {}
        if not self._full:
            for key, found in self._index.match_entities(asked):
                candidates[key.id] = [one.id.removeprefix("p-") for one, _ in found]
        everyone = self._entities if self._full else ()
        return [self._ranked(entity, candidates.get(entity.id, everyone), limit) for entity in asked]

    def _ranked(self, entity: Any, keys: Iterable[str], limit: int) -> list[tuple[str, float]]:
        scored = [(key, self._algorithm.compare(entity, self._entities[key], self._config).score) for key in keys]
        return sorted(scored, key=lambda pair: -pair[1])[:limit]


_NAMELESS = ListedName(text="", original="")


def listed(rows: Iterable[tuple[str, str, list[str]]]) -> Iterator[ListedParty]:
    """Parties as they come over the pipe."""
    for key, kind, names in rows:
        made = tuple(ListedName(text=name, original=name) for name in names)
        yield ListedParty(id=key, list="", kind=kind, names=made)  # type: ignore[arg-type]


def serve() -> None:
    """Answer requests until the pipe is closed: a list to load, or queries to rank."""
    # What libraries print must not get among the answers.
    answers, sys.stdout = sys.stdout, sys.stderr
    engine: LogicV2 | None = None
    for line in sys.stdin:
        request = json.loads(line)
        if "parties" in request:
            engine = LogicV2(listed(request["parties"]), full=request["full"])
            reply: dict[str, Any] = {"loaded": len(request["parties"])}
        else:
            reply = {"found": engine.rank(request["queries"], request["limit"]) if engine else []}
        answers.write(json.dumps(reply) + "\n")
        answers.flush()


def measure_probe(engine: str, count: int) -> dict[str, float]:
    """Seconds to read and index the list, milliseconds a query alone, queries a second together, peak memory.

    The names to ask for come in on standard input, so that reading them costs nothing here.
    """
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    start = time.perf_counter()
    from screening_data import million, read_sdn

    parties: Sequence[ListedParty] = read_sdn()
    if count:
        parties = list(million(parties, count))
    read = time.perf_counter()
    matcher: Any = LogicV2(parties) if engine.startswith("logic") else make_engine(engine, parties)
    # Tables that are loaded only by the first query belong to getting ready.
    matcher.match([Query(name="Vladimir Putin")], limit=10)
    ready, peak_ready = time.perf_counter(), peak_mb()
    mixed = [Query(name=name) for name in json.load(sys.stdin)]
    first = _timed(matcher, mixed[:1])
    alone = [_timed(matcher, [query]) for query in mixed[1 : 400 if first < 0.1 else 40]]
    batch = mixed[: 2000 if first < 0.1 else 200]
    together = _timed(matcher, batch)
    return {
        "read_s": read - start,
        "load_and_index_s": ready - start - (read - start if count else 0),
        "peak_mb_ready": peak_ready,
        "peak_mb": peak_mb(),
        "p50_ms": 1000 * statistics.median(alone),
        "p95_ms": 1000 * statistics.quantiles(alone, n=20)[-1],
        "queries_per_s": len(batch) / together,
    }


def _timed(matcher: Any, queries: Sequence[Query]) -> float:
    start = time.perf_counter()
    matcher.match(queries, limit=10)
    return time.perf_counter() - start


def peak_mb() -> float:
    """The most memory that this process held; what it inherited from its parent is not counted, unlike in getrusage."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return next(int(line.split()[1]) / 1024 for line in status.splitlines() if line.startswith("VmHWM"))


def main() -> None:
    """Serve, or measure one engine."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--probe", metavar="ENGINE", choices=ENGINES)
    parser.add_argument("--count", type=int, default=0)
    asked = parser.parse_args()
    if asked.probe:
        print(json.dumps(measure_probe(asked.probe, asked.count)))
    else:
        serve()


if __name__ == "__main__":
    main()
