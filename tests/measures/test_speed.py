"""As-of queries are quick enough to be asked for every claim of a case."""

import random
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2] / "benchmarks"))

from entrepot.pipeline.measures import load_measures
from measures import BAR_SECONDS, ask_cell, ask_in_force


def cpu_seconds(ask, queries: int) -> float:
    """Seconds of this process for queries on a set that has answered nothing yet."""
    measures, chance = load_measures(), random.Random(1)
    start = time.process_time()
    for _ in range(queries):
        ask(measures, chance)
    return time.process_time() - start


def test_ten_thousand_as_of_queries_over_twenty_years_take_less_than_a_second() -> None:
    assert cpu_seconds(ask_cell, 10_000) < BAR_SECONDS


def test_a_thousand_questions_for_everything_in_force_take_less_than_a_second() -> None:
    assert cpu_seconds(ask_in_force, 1_000) < BAR_SECONDS
