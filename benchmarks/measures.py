"""How fast the law of a day is answered: as-of queries on days drawn from twenty years, in one process.

python benchmarks/measures.py [--queries N] [--seed N]
"""

import argparse
import random
import sys
import time
from collections.abc import Callable
from datetime import date, timedelta

from entrepot.measures.gap import GapQuestion, assess_gap
from entrepot.measures.index import MeasureSet
from entrepot.measures.matrix import read_cell
from entrepot.pipeline.measures import load_measures, measures_in_force
from entrepot.reference.goods_scopes import read_goods_scope
from entrepot.reference.measure_kinds import restricting_kinds

FIRST, YEARS = date(2006, 1, 1), 20
ISSUERS = ("CH", "EU", "GB", "UN", "US")
"""Those with the most rows; where an issuer has none, an answer is quick."""
TARGETS = ("BY", "IR", "RU")
BAR_SECONDS = 1.0
"""What 10,000 as-of queries may take."""
_QUERIES_OF_BAR = 10_000
_FEW = 200
"""Gaps compare every issuer and kind of two targets, so fewer of them are timed."""

Query = Callable[[MeasureSet, random.Random], object]


def draw_day(chance: random.Random) -> date:
    """A day of the twenty years."""
    return FIRST + timedelta(days=chance.randrange(YEARS * 365))


def ask_cell(measures: MeasureSet, chance: random.Random) -> object:
    """What an issuer has in force of a kind towards a target."""
    key = (chance.choice(ISSUERS), chance.choice(restricting_kinds()), chance.choice(TARGETS))
    return read_cell(measures, key, draw_day(chance))


def ask_in_force(measures: MeasureSet, chance: random.Random) -> object:
    """Every measure in force towards a target."""
    return measures_in_force(measures, chance.choice(TARGETS), draw_day(chance))


def ask_gap(measures: MeasureSet, chance: random.Random) -> object:
    """Whether one target is less restricted than another."""
    target, than = chance.sample(TARGETS, 2)
    goods = read_goods_scope(chance.choice(("chpl", "military-technical", "8457")))
    return assess_gap(measures, GapQuestion(target=target, than=than, day=draw_day(chance), goods=goods))


def time_queries(ask: Query, queries: int, seed: int) -> float:
    """Seconds for the queries on a set that has answered nothing yet; reading the tables is not counted."""
    measures, chance = load_measures(), random.Random(seed)
    start = time.perf_counter()
    for _ in range(queries):
        ask(measures, chance)
    return time.perf_counter() - start


def main() -> int:
    """Prints seconds and rates; 1 where the bar is missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--queries", type=int, default=_QUERIES_OF_BAR)
    parser.add_argument("--seed", type=int, default=6)
    given = parser.parse_args()
    start = time.perf_counter()
    measures = load_measures()
    print(f"{len(measures.measures)} measures read in {time.perf_counter() - start:.2f} s")
    seconds = time_queries(ask_cell, given.queries, given.seed)
    bar = BAR_SECONDS * given.queries / _QUERIES_OF_BAR
    print(f"{given.queries:,} as-of queries (a cell): {seconds:.2f} s, bar {bar:.2f} s")
    full = time_queries(ask_in_force, given.queries, given.seed)
    print(f"{given.queries:,} as-of queries (everything towards a target): {full:.2f} s")
    gaps = time_queries(ask_gap, _FEW, given.seed)
    print(f"{_FEW} gaps: {gaps:.2f} s, {1000 * gaps / _FEW:.1f} ms each")
    return int(seconds > bar)


if __name__ == "__main__":
    sys.exit(main())
