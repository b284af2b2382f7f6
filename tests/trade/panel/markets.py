"""Made-up monthly records with a known effect, for models to find."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import numpy as np

from entrepot.trade.engines.duckdb import DuckDBEngine
from entrepot.trade.panel import PanelQuestion
from tests.trade.samples import write_flows

REPORTERS = ("AT", "BE", "CZ", "DE", "ES", "FI", "FR", "IT", "LT", "NL", "PL", "SE")
SINCE = date(2022, 3, 1)
LISTED, OTHER = "854231", "620342"


@dataclass(frozen=True, kw_only=True)
class World:
    """Flows of two goods to territories; `factors` multiply the listed goods since the date, `early` a year before."""

    factors: Mapping[str, float]
    early: Mapping[str, float] | None = None
    noise: float = 0.15
    seed: int = 3


def months(first: int = 2020, last: int = 2022) -> list[date]:
    return [date(year, month, 1) for year in range(first, last + 1) for month in range(1, 13)]


def flows_of(world: World) -> Iterator[dict[str, object]]:
    draw = np.random.default_rng(world.seed)
    for reporter in REPORTERS:
        for partner in world.factors:
            for code in (LISTED, OTHER):
                size = 1e6 * draw.lognormal(sigma=0.8)
                for month in months():
                    value = size * draw.lognormal(sigma=world.noise) * _factor(world, partner, code, month)
                    yield {"reporter": reporter, "partner": partner, "code": code, "period": month, "value": value}


def _factor(world: World, partner: str, code: str, month: date) -> float:
    if code != LISTED:
        return 1.0
    if month >= SINCE:
        return world.factors[partner]
    early = (world.early or {}).get(partner, 1.0)
    return early if month >= date(2021, 3, 1) else 1.0


@contextmanager
def engine_of(folder: Path, rows: Iterable[dict[str, object]]) -> Iterator[DuckDBEngine]:
    with closing(DuckDBEngine(threads=1)) as engine:
        engine.add_flows([write_flows(folder, rows)])
        yield engine


def question_of(**given: object) -> PanelQuestion:
    usual: dict[str, object] = {
        "reporters": REPORTERS, "via": ("AM",), "comparison": ("GE", "AZ"), "products": (LISTED,), "since": SINCE,
    }  # fmt: skip
    return PanelQuestion(**{**usual, **given})  # type: ignore[arg-type]
