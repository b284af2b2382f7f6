"""Backtest: with data to the day before a real measure, predict; then compare with what happened.

No earlier measure on the same goods is in the records, so reactions are taken from other territories and other goods of
the same event, and whatever is predicted is held out. Every group says so. Quantiles and thresholds were fixed before
the outcomes were looked at, and nothing was tuned since.
"""

import csv
import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np

from entrepot.trade.interface import Engine
from replications.backtest_flows import CARS_EVENT, LISTED_EVENT, Cells, read_armenia, read_eu

NOMINAL = 90.0
LOW, HIGH = 0.05, 0.95
LEAST_DIRECT = 10e6
"""EUR in nine months of 2021 towards Russia: of less, single consignments are most of what moves."""
LEAST_OWN = 1e6
NEIGHBOURS = ("AM", "GE", "KG", "KZ", "UZ")
_WAR = "Russia's attack on Ukraine of 24 February 2022 moved trade by itself (UA-war-2022)"
_FEE = "Russia multiplied its disposal fee on imported cars on 1 August 2023 (RU-cars-fee-2023)"
PINNED = Path(__file__).with_name("backtest_pinned.csv")
_DOLLARS = 1.0530
"""For a euro, average of 2022 (European Central Bank, reference rates)."""
_AFFECTED = ("870323", "870324", "870332", "870333", "870340", "870350", "870360", "870370", "870380")
"""Codes that hold cars of more than 1,900 cc, hybrids or electric cars: those that the package of June 2023 banned."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Prediction:
    """What was predicted of one case, as an interval, and what happened; in EUR or USD of the window."""

    case: str
    low: float
    high: float
    outcome: float

    @property
    def holds(self) -> bool:
        """Whether the outcome lies within the interval."""
        return self.low <= self.outcome <= self.high


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """The predictions of one question: `basis` says what they rest on, `held_out` what they do not.

    `confounder` names what else happened between, which no prediction knew of.
    """

    id: str
    question: str
    basis: str
    held_out: str
    confounder: str
    predictions: tuple[Prediction, ...]

    @property
    def covered(self) -> int:
        """How many outcomes lie within their intervals."""
        return sum(one.holds for one in self.predictions)

    @property
    def coverage(self) -> float:
        """Their share in %, to be read against the nominal one."""
        return 100 * self.covered / len(self.predictions) if self.predictions else math.nan

    @property
    def below(self) -> int:
        """How many outcomes lie under their intervals."""
        return sum(one.outcome < one.low for one in self.predictions)

    @property
    def above(self) -> int:
        """How many lie over them."""
        return sum(one.outcome > one.high for one in self.predictions)

    @property
    def width(self) -> float:
        """Median of the interval's upper end over its lower end; infinite where the lower end is nothing."""
        ratios = [one.high / one.low if one.low > 0 else math.inf for one in self.predictions]
        return float(np.median(ratios)) if ratios else math.nan


def backtest(engine: Engine) -> tuple[Group, ...]:
    """All groups: direct trade and neighbours in March 2022, cars through Armenia in March 2022 and June 2023."""
    chapters, cars = read_eu(engine, LISTED_EVENT, 2), read_eu(engine, LISTED_EVENT, 6, "8703")
    return (
        _unchanged("direct-unchanged", chapters, ("RU", "BY"), LEAST_DIRECT),
        _direct(chapters),
        *(_unchanged(f"neighbours-unchanged-{via}", chapters, (via,), LEAST_OWN) for via in NEIGHBOURS),
        *(_through(f"neighbours-{via}", chapters, via) for via in NEIGHBOURS),
        _through("cars-2022-AM", cars, "AM"),
        *_cars_of_2023(engine, cars),
    )


def _unchanged(name: str, flows: Cells, partners: Sequence[str], least: float) -> Group:
    """What the growth of the year before alone would predict: a scenario in which nothing changes."""
    found: list[Prediction] = []
    for partner in partners:
        low, high = _quantiles(_growth(flows, partner, "earlier", "before"))
        found += [
            Prediction(case=f"{partner} {code}", low=before * low, high=before * high,
                       outcome=flows.value(partner, code, "after"))
            for code in flows.codes
            if (before := flows.value(partner, code, "before")) >= least
        ]  # fmt: skip
    return Group(
        id=name, question=f"exports of listed goods to {', '.join(partners)} by chapter, if nothing changed",
        basis="growth of the same territory's chapters from 2020 to 2021", confounder=_WAR,
        held_out="everything after February 2022",
        predictions=tuple(found),
    )  # fmt: skip


def _direct(flows: Cells) -> Group:
    """Russia's fall predicted from Belarus's, and the other way round."""
    found: list[Prediction] = []
    for target, other in (("RU", "BY"), ("BY", "RU")):
        low, high = _quantiles(_growth(flows, other, "before", "after"))
        found += [
            Prediction(case=f"{target} {code}", low=before * low, high=before * high,
                       outcome=flows.value(target, code, "after"))
            for code in flows.codes
            if (before := flows.value(target, code, "before")) >= LEAST_DIRECT
        ]  # fmt: skip
    return Group(
        id="direct-reaction", question="exports of listed goods to Russia and Belarus by chapter, after the measures",
        basis="what happened to the other one of the two", confounder=_WAR,
        held_out="all outcomes of the target that is predicted",
        predictions=tuple(found),
    )  # fmt: skip


def _through(name: str, flows: Cells, via: str) -> Group:
    """Trade with a neighbour: its own pace before, and on top what others had of the loss, held out against it.

    At the least the neighbour replaces nothing; at the most the highest share of the loss that other neighbours gained
    in other goods (0.95 quantile), of the highest loss that Belarus's fall lets expect. Bounds are joined by interval
    arithmetic.
    """
    slow, fast = _quantiles(_growth(flows, via, "earlier", "before"))
    remained, _ = _quantiles(_growth(flows, "BY", "before", "after"))
    found = []
    for code in flows.codes:
        direct = flows.value("RU", code, "before")
        if direct < LEAST_DIRECT:
            continue
        shares = [
            flows.gain(other, goods) / lost
            for other in NEIGHBOURS
            for goods in flows.codes
            if other != via and goods != code and (lost := flows.loss("RU", goods)) > LEAST_OWN
        ]
        before = flows.value(via, code, "before")
        most = max(0.0, float(np.quantile(shares, HIGH))) * direct * max(0.0, 1 - remained)
        found.append(
            Prediction(case=f"{via} {code}", low=before * slow, high=before * fast + most,
                       outcome=flows.value(via, code, "after"))
        )  # fmt: skip
    return Group(
        id=name, question=f"exports of listed goods to {via}, after the measures on Russia",
        basis="its own pace before; on top, the share of the loss that other neighbours gained in other goods",
        confounder=_WAR,
        held_out=f"all outcomes of {via}, and of the same goods anywhere", predictions=tuple(found),
    )  # fmt: skip


def _cars_of_2023(engine: Engine, listed: Cells) -> Iterator[Group]:
    """Armenia's cars after June 2023: what it had of EU origin, and what it sent on to Russia."""
    eu_direct = {code: listed.value("RU", code, "after") for code in listed.codes}
    shares = [listed.gain("AM", code) / lost for code in listed.codes if (lost := listed.loss("RU", code)) > LEAST_OWN]
    most = max(0.0, float(np.quantile(shares, HIGH)))
    for flow, end, words in (
        ("import", "EU", "imports of cars of EU origin"),
        ("export", "RU", "exports of cars to Russia"),
    ):
        flows = read_armenia(engine, flow, CARS_EVENT)
        slow, fast = _quantiles(_growth(flows, end, "run_before", "run_after"))
        for label, affected in (("banned", True), ("other", False)):
            found = [
                Prediction(
                    case=f"AM {flow} {code}", low=before * slow,
                    high=before * fast + (most * eu_direct.get(code, 0.0) * 4 / 9 * _DOLLARS if affected else 0.0),
                    outcome=flows.value(end, code, "after"),
                )
                for code in flows.codes
                if (code in _AFFECTED) is affected and (before := flows.value(end, code, "before")) >= LEAST_OWN / 10
            ]  # fmt: skip
            yield Group(
                id=f"cars-2023-{flow}-{label}", question=f"Armenia's {words}, codes {label}, July to October 2023",
                basis="pace of January to June 2023; for banned codes, on top, Armenia's share of the loss of 2022",
                confounder=_FEE,
                held_out="everything after June 2023 (records of the EU end in November 2022)",
                predictions=tuple(found),
            )  # fmt: skip


def _growth(flows: Cells, partner: str, first: str, second: str) -> list[float]:
    """Growth factors of a partner's codes between two windows, of those traded in both."""
    pairs = ((flows.value(partner, code, first), flows.value(partner, code, second)) for code in flows.codes)
    return [after / before for before, after in pairs if before > LEAST_OWN / 10 and after > 0]


def _quantiles(values: Sequence[float]) -> tuple[float, float]:
    low, high = np.quantile(values, [LOW, HIGH])
    return float(low), float(high)


def print_backtest(groups: Sequence[Group]) -> None:
    """A row a group: how many outcomes the stated intervals held, against the nominal share."""
    print(f"\nBacktest: outcomes within stated intervals (nominal {NOMINAL:.0f} %)")
    print(f"{'group':28} {'cases':>6} {'held':>6} {'share':>8} {'under':>6} {'over':>6} {'width':>8}")
    for one in groups:
        width = "inf" if math.isinf(one.width) else f"{one.width:.1f}x"
        print(
            f"{one.id:28} {len(one.predictions):>6} {one.covered:>6} {one.coverage:>7.0f}% {one.below:>6} "
            f"{one.above:>6} {width:>8}"
        )
    for words in dict.fromkeys(one.confounder for one in groups):
        print(f"what else happened: {words}")


def as_records(groups: Sequence[Group]) -> list[Mapping[str, object]]:
    """The groups for machines, each with its cases."""
    return [
        {
            "id": one.id, "question": one.question, "basis": one.basis, "held_out": one.held_out,
            "confounder": one.confounder, "nominal": NOMINAL,
            "cases": len(one.predictions), "held": one.covered, "share": one.coverage, "under": one.below,
            "over": one.above, "median_width": one.width if math.isfinite(one.width) else None,
            "predictions": [{**asdict(each), "holds": each.holds} for each in one.predictions],
        }
        for one in groups
    ]  # fmt: skip


def read_pinned(path: Path = PINNED) -> dict[str, tuple[int, int]]:
    """The cases and the covered ones of each group, as they were when the method was fixed."""
    with path.open(encoding="utf-8", newline="") as handle:
        return {row["id"]: (int(row["cases"]), int(row["held"])) for row in csv.DictReader(handle)}


def find_drift(groups: Sequence[Group], pinned: Mapping[str, tuple[int, int]]) -> list[str]:
    """The groups whose figures are not the pinned ones, and pinned groups that are gone."""
    found = {one.id: (len(one.predictions), one.covered) for one in groups}
    return sorted(name for name in {*found, *pinned} if found.get(name) != pinned.get(name))
