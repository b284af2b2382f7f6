"""How well and how fast names are screened: held-out aliases, labelled pairs, altered names, other scripts.

python benchmarks/screening.py [--engines entrepot,logic-v2,bruteforce,ofac] [--quick] [--million]
"""

import argparse
import json
import math
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import product
from pathlib import Path
from statistics import fmean
from typing import Any

from screening_alterations import CLASSES, KINDS, draw_alterations
from screening_data import (
    party,
    read_mixed_names,
    read_negatives,
    read_ofac_scores,
    read_pairs,
    read_script_pairs,
    read_sdn,
    read_split,
)
from screening_peers import BENCH_PYTHON, ENGINES, make_engine, probe

from entrepot.model.listing import ListedParty
from entrepot.model.match import Match, Query
from entrepot.screening.interface import Matcher

Make = Callable[[Sequence[ListedParty]], Matcher]
LIMIT = 75
"""Candidates asked for: nomenklatura's own number."""
ALIAS_SHARE = 0.012
ALTERED_SHARE = 0.015
OUTPUT = Path(__file__).resolve().parents[1] / "build" / "screening.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Alarms:
    """The best score of each name that is on no list, in the order in which the names were drawn."""

    scores: tuple[float, ...]

    def threshold(self, share: float) -> float:
        """The lowest threshold at which no more than `share` of the names are flagged."""
        allowed = math.floor(share * len(self.scores))
        return math.nextafter(sorted(self.scores, reverse=True)[allowed], math.inf)

    def share(self, threshold: float) -> float:
        """The share of the names that are flagged at a threshold."""
        return sum(score >= threshold for score in self.scores) / len(self.scores)


def measure_alarms(matcher: Matcher, negatives: int) -> Alarms:
    """What the matcher finds for people on no list."""
    found = matcher.match(read_negatives(negatives), limit=1)
    return Alarms(scores=tuple(matches[0].score if matches else 0.0 for matches in found))


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """Where the target of a query stands among the candidates, from 1, and its score; 0 and 0.0 where it is not."""

    place: int
    score: float
    groups: tuple[str, ...]


def find_targets(matcher: Matcher, asked: Sequence[tuple[Query, str, tuple[str, ...]]]) -> list[Found]:
    """What the matcher makes of queries: each with the id of its target and the groups it is counted in."""
    results = matcher.match([query for query, _, _ in asked], limit=LIMIT)
    return [_found(matches, target, groups) for matches, (_, target, groups) in zip(results, asked, strict=True)]


def _found(matches: Sequence[Match], target: str, groups: tuple[str, ...]) -> Found:
    place, score = next(((at, one.score) for at, one in enumerate(matches, 1) if one.id == target), (0, 0.0))
    # Candidates of one score stand in no order: a target that shares the best score counts as first.
    first = place > 0 and score >= matches[0].score
    return Found(place=1 if first else max(place, 2) if place else 0, score=score, groups=groups)


def _recall(found: Iterable[Found], threshold: float) -> float:
    scores = [one.place > 0 and one.score >= threshold for one in found]
    return fmean(scores) if scores else 0.0


def _by_group(found: Sequence[Found], threshold: float) -> dict[str, dict[str, float]]:
    groups = sorted({group for one in found for group in one.groups})
    rows = {group: [one for one in found if group in one.groups] for group in groups}
    return {group: {"queries": len(rows[group]), "recall": _recall(rows[group], threshold)} for group in groups}


def measure_aliases(
    make: Make, seeds: Sequence[int], *, queries: int = 1000, negatives: int = 5000, common: int = 400
) -> dict[str, Any]:
    """Held-out aliases found again, over all seeds together.

    `recall` is counted at the lowest threshold of each seed at which no more than 1.2 % of the negatives have a match;
    `recall_common` the same with the first `common` negatives alone, to stand beside engines too slow for more.
    """
    found: list[Found] = []
    kept: dict[str, list[bool]] = {"recall": [], "recall_common": [], "recall_default": []}
    shares: dict[str, list[float]] = {"threshold": [], "flagged": [], "flagged_default": []}
    for seed in seeds:
        split = read_split(seed)
        matcher = make(split.parties)
        own = find_targets(matcher, [(one.query, one.target, (one.band, one.kind)) for one in split.queries[:queries]])
        alarms = measure_alarms(matcher, negatives)
        thresholds = {
            "recall": alarms.threshold(ALIAS_SHARE),
            "recall_common": Alarms(scores=alarms.scores[:common]).threshold(ALIAS_SHARE),
            "recall_default": matcher.default_threshold,
        }
        for name, threshold in thresholds.items():
            kept[name] += [one.place > 0 and one.score >= threshold for one in own]
        shares["threshold"].append(thresholds["recall"])
        shares["flagged"].append(alarms.share(thresholds["recall"]))
        shares["flagged_default"].append(alarms.share(matcher.default_threshold))
        # A score less the threshold of its seed can be counted over seeds.
        found += [Found(place=o.place, score=o.score - thresholds["recall"], groups=o.groups) for o in own]
    return {
        "queries": len(found),
        "negatives": negatives,
        "recall_at_1": fmean(one.place == 1 for one in found),
        "recall_at_75": fmean(one.place > 0 for one in found),
        **{name: fmean(hits) for name, hits in kept.items()},
        **{name: fmean(values) for name, values in shares.items()},
        "groups": _by_group(found, 0.0),
    }


def measure_pairs(make: Make) -> dict[str, Any]:
    """F1 on labelled pairs, each of the second name as the only one of a list: the best one, and at the default."""
    pairs, scores, default = read_pairs(), [], 0.0
    for pair in pairs:
        matcher = make([party("other", [pair.other], pair.kind)])
        matches = matcher.match([Query(name=pair.one, kind=pair.kind)], limit=1)[0]
        scores.append(matches[0].score if matches else 0.0)
        default = matcher.default_threshold
    same = [pair.same for pair in pairs]
    best, threshold = max((_f1(same, scores, one), one) for one in sorted(set(scores)) if one > 0)
    judged = [(pair.one, pair.other, score) for pair, score in zip(pairs, scores, strict=True)]
    wrong = [one for one, pair in zip(judged, pairs, strict=True) if pair.same != (one[2] >= threshold)]
    return {
        "pairs": len(pairs),
        "f1": best,
        "threshold": threshold,
        "f1_default": _f1(same, scores, default),
        "wrong": wrong,
    }


def _f1(same: Sequence[bool], scores: Sequence[float], threshold: float) -> float:
    called = [score >= threshold for score in scores]
    right = sum(one and other for one, other in zip(same, called, strict=True))
    return 2 * right / max(1, sum(same) + sum(called))


def measure_altered(
    make: Make, *, per_class: int = 60, negatives: int = 5000, with_kinds: bool = False
) -> dict[str, Any]:
    """Altered names found at or above the threshold at which no more than 1.5 % of the negatives are flagged.

    `with_kinds` tells the engine which queries are of persons, organisations and vessels.
    """
    parties = read_sdn()
    matcher = make(parties)
    asked = [
        (replace(one.query, kind=one.kind) if with_kinds else one.query, one.target, (one.name_class, one.kind))
        for one in draw_alterations(parties, per_class)
    ]
    alarms = measure_alarms(matcher, negatives)
    threshold = alarms.threshold(ALTERED_SHARE)
    found = find_targets(matcher, asked)
    return {
        "queries": len(found),
        "negatives": negatives,
        "recall": _recall(found, threshold),
        "recall_default": _recall(found, matcher.default_threshold),
        "recall_at_1": fmean(one.place == 1 for one in found),
        "threshold": threshold,
        "flagged": alarms.share(threshold),
        "groups": _by_group(found, threshold),
        "missed": [query.name for (query, _, _), one in zip(asked, found, strict=True) if one.score < threshold],
    }


def measure_scripts(
    make: Make, *, threshold: float | None = None, negatives: int = 5000, limit: int | None = None
) -> dict[str, Any]:
    """Names in other scripts found among Latin ones, with the SDN list as background; aggregate figures alone.

    `threshold` is that of the altered names; without one, that of this list. `limit` takes the first queries of each
    script, for slow engines. `first` counts a target that no other candidate scores above, the same party's entry in
    the background included.
    """
    parties, queries = read_script_pairs()
    matcher = make((*parties, *read_sdn()))
    alarms = measure_alarms(matcher, negatives)
    used = alarms.threshold(ALTERED_SHARE) if threshold is None else threshold
    per_script = {script: [one for one in queries if one.script == script] for script in {q.script for q in queries}}
    rows = {}
    for script, own in sorted(per_script.items()):
        chosen = own[:limit]
        found = find_targets(matcher, [(one.query, one.target, ("noisy",) if one.noisy else ()) for one in chosen])
        rows[script] = {
            "queries": len(found),
            "recall": _recall(found, used),
            "recall_default": _recall(found, matcher.default_threshold),
            "recall_clean": _recall([one for one in found if not one.groups], used),
            "first": fmean(one.place == 1 for one in found),
            "among_75": fmean(one.place > 0 for one in found),
        }
    return {"threshold": used, "flagged": alarms.share(used), "negatives": negatives, "scripts": rows}


def measure_ofac() -> dict[str, Any]:
    """How near the emulation comes to the published scores, and with its numbers chosen without the query in hand."""
    from entrepot.screening.ofac_scoring import RULES, OfacRules, ofac_score

    rows = read_ofac_scores()
    grid = [
        OfacRules(whole_prefix=whole, part_prefix=part, part_floor=floor, shortest_part=shortest)
        for whole, part, floor, shortest in product((4, 5, 6), (4, 5), (0.7, 0.8, 0.82, 0.86), (2, 3, 4))
    ]
    errors = {rules: [row.error(ofac_score(row.query, row.name, rules)) for row in rows] for rules in grid}
    held_out: list[int] = []
    for query in {row.query for row in rows}:
        inside = [number for number, row in enumerate(rows) if row.query == query]
        chosen = min(grid, key=lambda rules: _misses(errors[rules], inside))
        held_out += [errors[chosen][number] for number in inside]
    own = errors[RULES]
    return {
        "rows": len(rows),
        "within_5": fmean(error <= 5 for error in own),
        "exact": fmean(error == 0 for error in own),
        "held_out_within_5": fmean(error <= 5 for error in held_out),
        "held_out_exact": fmean(error == 0 for error in held_out),
    }


def _misses(errors: Sequence[int], inside: Sequence[int]) -> tuple[int, int]:
    """Rows outside a query that are over five points out, and that are out at all."""
    rest = [error for number, error in enumerate(errors) if number not in inside]
    return sum(error > 5 for error in rest), sum(error > 0 for error in rest)


@dataclass(frozen=True, slots=True, kw_only=True)
class Effort:
    """How much is asked. Engines other than ours are asked for `common` negatives alone, being slow."""

    seeds: tuple[int, ...] = (31, 32, 33, 34, 35)
    queries: int = 1000
    negatives: int = 5000
    common: int = 400
    per_class: int = 60
    scripts: int | None = None


QUICK = Effort(seeds=(31,), queries=150, negatives=1000, common=200, per_class=4, scripts=25)


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line of the table: the figure at the end of `path`, how it is written, and the bar set for it."""

    path: str
    label: str
    style: str = ".3f"
    bar: str = ""


LINES = (
    Line(path="aliases.recall_at_1", label="held-out aliases: first"),
    Line(path="aliases.recall_at_75", label="  among the first 75", bar="≥ 0.85"),
    Line(path="aliases.recall", label="  recall at ≤ 1.2 % of people on no list", bar="≥ 0.62"),
    Line(path="aliases.recall_common", label="  the same, first negatives alone, as for all engines"),
    Line(path="aliases.recall_default", label="  recall at the default threshold"),
    Line(path="aliases.flagged_default", label="  share flagged there", style=".2%"),
    *(
        Line(path=f"aliases.groups.{one}.recall", label=f"  recall, {one}")
        for one in ("near", "mid", "far", *KINDS, "unknown")
    ),
    Line(path="pairs.f1", label="labelled pairs: best F1", bar="≥ 0.83"),
    Line(path="pairs.f1_default", label="  F1 at the default threshold"),
    Line(path="altered.recall", label="altered names found at ≤ 1.5 %", bar="≥ 0.90"),
    Line(path="altered.recall_default", label="  at the default threshold"),
    *(Line(path=f"altered.groups.{one}.recall", label=f"  {one}") for one in KINDS),
    *(Line(path=f"altered.groups.{one.__name__}.recall", label=f"  {one.__name__}") for one in CLASSES),
    Line(path="scripts.scripts.cyrillic.recall", label="Cyrillic names found at ≤ 1.5 %", bar="≥ 0.92"),
    Line(path="scripts.scripts.arabic.recall", label="Arabic and Persian", bar="≥ 0.75"),
    Line(path="scripts.scripts.han.recall", label="Han", bar="≥ 0.60"),
    Line(path="scripts.scripts.hangul.recall", label="Hangul", bar="≥ 0.75"),
    *(
        Line(path=f"scripts.scripts.{one}.first", label=f"  first, {one}")
        for one in ("cyrillic", "arabic", "han", "hangul")
    ),
    Line(path="scripts.flagged", label="  share flagged on that list", style=".2%"),
    Line(path="ofac.within_5", label="published OFAC scores within 5 points", bar="≥ 0.95"),
    Line(path="ofac.exact", label="  exact"),
    Line(path="ofac.held_out_within_5", label="  within 5, numbers chosen without the query"),
    Line(path="speed.load_and_index_s", label="read and index the list, s", style=".2f", bar="≤ 3"),
    Line(path="speed.peak_mb", label="peak memory, MB", style=".0f", bar="≤ 300"),
    Line(path="speed.p50_ms", label="one query, median, ms", style=".2f"),
    Line(path="speed.p95_ms", label="one query, 95th percentile, ms", style=".2f", bar="≤ 10"),
    Line(path="speed.queries_per_s", label="queries a second together, one core", style=".0f", bar="≥ 1000"),
    Line(path="million.load_and_index_s", label="a million parties: index, s", style=".1f"),
    Line(path="million.peak_mb", label="  peak memory, MB", style=".0f"),
    Line(path="million.p50_ms", label="  one query, median, ms", style=".2f"),
    Line(path="million.p95_ms", label="  one query, 95th percentile, ms", style=".2f"),
)  # fmt: skip


PARTS = ("aliases", "pairs", "altered", "scripts", "ofac", "speed")


def measure_engine(engine: str, effort: Effort, parts: Sequence[str]) -> dict[str, Any]:
    """All figures of an engine, by part."""
    make = partial(make_engine, engine)
    negatives = effort.negatives if engine == "entrepot" else effort.common
    # logic-v2 compares no vessel with a query of unknown kind, so it is told the kinds.
    kinds = engine.startswith("logic")
    figures: dict[str, Any] = {}
    runs: dict[str, Callable[[], dict[str, Any]]] = {
        "aliases": lambda: measure_aliases(
            make, effort.seeds, queries=effort.queries, negatives=negatives, common=effort.common
        ),
        "pairs": lambda: measure_pairs(make),
        "altered": lambda: measure_altered(make, per_class=effort.per_class, negatives=negatives, with_kinds=kinds),
        "scripts": lambda: measure_scripts(
            make, threshold=figures.get("altered", {}).get("threshold"), negatives=negatives, limit=effort.scripts
        ),
        "ofac": measure_ofac,
        "speed": lambda: probe(engine, read_mixed_names()),
        "million": lambda: probe(engine, read_mixed_names(), 1_000_000),
    }
    for part in parts:
        if part != "ofac" or engine == "ofac":
            print(f"{engine}: {part}", file=sys.stderr, flush=True)
            figures[part] = runs[part]()
    return figures


def _figure(figures: dict[str, Any], path: str) -> float | None:
    for key in path.split("."):
        if key not in figures:
            return None
        figures = figures[key]
    return figures  # type: ignore[return-value]


def print_table(results: dict[str, dict[str, Any]]) -> None:
    """One line a figure, one column an engine, the bar at the end."""
    print(f"{'':54}" + "".join(f"{engine:>14}" for engine in results) + "   bar")
    for line in LINES:
        values = [_figure(figures, line.path) for figures in results.values()]
        if any(value is not None for value in values):
            cells = "".join(f"{'-' if value is None else format(value, line.style):>14}" for value in values)
            print(f"{line.label:54}{cells}   {line.bar}")
    ours = results.get("entrepot", {}).get("speed")
    for engine, figures in results.items():
        if ours and engine != "entrepot" and "speed" in figures:
            ratio = ours["queries_per_s"] / figures["speed"]["queries_per_s"]
            print(f"entrepot answers {ratio:.1f} times as many queries a second as {engine}")


def main() -> int:
    """Measure, print, and keep the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--engines", default="entrepot,logic-v2,bruteforce,ofac", help=f"among {', '.join(ENGINES)}")
    parser.add_argument("--only", action="append", choices=PARTS, help="a part; can be repeated")
    parser.add_argument("--quick", action="store_true", help="about two minutes, with fewer names")
    parser.add_argument("--million", action="store_true", help="also a million synthetic parties")
    asked = parser.parse_args()
    engines = asked.engines.split(",")
    if unknown := sorted(set(engines) - set(ENGINES)):
        parser.error(f"no such engine: {', '.join(unknown)}")
    if any(engine.startswith("logic") for engine in engines) and not BENCH_PYTHON.is_file():
        parser.error("logic-v2 is not installed; call make bench-screening, or leave it out of --engines")
    start = time.perf_counter()
    effort, parts = QUICK if asked.quick else Effort(), tuple(asked.only or PARTS)
    results = {
        engine: measure_engine(engine, effort, (*parts, "million") if asked.million and engine == "entrepot" else parts)
        for engine in engines
    }
    print_table(results)
    print(f"{time.perf_counter() - start:.0f} s")
    OUTPUT.parent.mkdir(exist_ok=True)
    OUTPUT.write_text(json.dumps(results, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
