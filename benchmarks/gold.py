"""The figures of the gold standards in ../shared, in one table, held against the committed floors.

    python benchmarks/gold.py [--only GROUP]...

Groups: `development` and `held_out` (claims and dates of the sixteen reports of ../shared/gold, the four that nobody
reads apart from the twelve), `written` (claims of the sixteen reports in tests/gold/written), `propositions` (those of
the sixteen reports of ../shared/gold), `retold` and `retold_unread` (propositions of the affairs in
tests/gold/retellings, the five that rules are learned from apart from the one that nobody reads), `polnear` (reported
speech), `timebank` (dates), `plover` (who does it to whom), `ecbplus` (mentions of one event), `screening` (names put
to a list).
A group whose data are absent is skipped and said to be. Exit status 1 when a figure is below its floor in
tests/gold/floors.toml; the bar of a measure is what was set out to be reached, and is shown, not enforced.
"""

import argparse
import json
import subprocess
import sys
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from gold_propositions import RETELLINGS, proposition_figures
from gold_reports import GOLD, HELD_OUT, BrokenRunError, DataAbsentError, Figures, GoldReports, written_figures

ROOT = Path(__file__).parents[1]
FLOORS = ROOT / "tests" / "gold" / "floors.toml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """What is measured, and the bar set for it; `at_most` where less is better."""

    key: str
    label: str
    bar: float | None = None
    at_most: bool = False


TRAPS = Measure(key="traps_false", label="claims inside traps", bar=0, at_most=True)
CLAIMS = (
    Measure(key="strict_p", label="claims, strict precision", bar=0.80),
    Measure(key="strict_r", label="claims, strict recall", bar=0.60),
    Measure(key="source_acc", label="innermost source", bar=0.90),
    Measure(key="chain_acc", label="whole chain", bar=0.80),
    Measure(key="modality_acc", label="modality", bar=0.85),
    Measure(key="polarity_acc", label="polarity", bar=0.95),
    Measure(key="when_acc", label="when", bar=0.85),
    TRAPS,
    Measure(key="offsets_exact", label="offsets exact", bar=1.0),
    Measure(key="office_term_r", label="wrong offices found", bar=1.0),
    Measure(key="office_term_false", label="wrong offices, false alarms", bar=0, at_most=True),
    Measure(key="member_status_r", label="wrong memberships found", bar=1.0),
    Measure(key="member_status_false", label="wrong memberships, false alarms", bar=0, at_most=True),
    Measure(key="dates_f1", label="dates, value F1"),
)
WRITTEN = tuple(replace(measure, bar=None) for measure in CLAIMS[: CLAIMS.index(TRAPS) + 1])
"""Without bars: these reports were written for the project and are used while its rules are."""
PROPOSITIONS = (
    Measure(key="found", label="claims found"),
    Measure(key="bcubed_f1", label="propositions, B-cubed F", bar=0.80),
    Measure(key="bcubed_p", label="propositions, B-cubed precision"),
    Measure(key="found_bcubed_f1", label="propositions, B-cubed F of found claims"),
    Measure(key="conflicts_p", label="conflicts, precision", bar=0.80),
    Measure(key="conflicts_r", label="conflicts, recall", bar=0.80),
    Measure(key="origins_acc", label="independent origins right", bar=0.80),
    Measure(key="origins_inflated", label="independent origins too many", bar=0, at_most=True),
)
MEASURES: dict[str, tuple[Measure, ...]] = {
    "development": CLAIMS,
    "held_out": CLAIMS,
    "written": WRITTEN,
    "propositions": PROPOSITIONS,
    "retold": PROPOSITIONS,
    "retold_unread": PROPOSITIONS,
    "polnear": (
        Measure(key="f1", label="attributions, F", bar=0.75),
        Measure(key="core_p", label="core reporting verbs, precision", bar=0.90),
        Measure(key="core_r", label="core reporting verbs, recall", bar=0.93),
    ),
    "timebank": (
        Measure(key="exact", label="calendar dates, the words' own days", bar=0.85),
        Measure(key="as_given", label="calendar dates, interval as printed"),
    ),
    "plover": (
        Measure(key="actor", label="actor found", bar=0.60),
        Measure(key="target", label="target found", bar=0.60),
    ),
    "ecbplus": (
        Measure(key="head_lemma", label="same head lemma in a topic, B-cubed F"),
        Measure(key="best", label="with slots, B-cubed F", bar=0.715),
    ),
    "screening": (
        Measure(key="alias_recall", label="held-out aliases, at 1.2 % alarms", bar=0.62),
        Measure(key="among_75", label="right party among 75", bar=0.85),
        Measure(key="flagged_default", label="alarms at the default threshold", bar=0.012, at_most=True),
        Measure(key="pairs_f1", label="labelled pairs, best F1", bar=0.83),
        Measure(key="altered_recall", label="altered names, at 1.5 % alarms", bar=0.90),
        Measure(key="cyrillic", label="Cyrillic against Latin", bar=0.92),
        Measure(key="arabic", label="Arabic script against Latin", bar=0.75),
        Measure(key="han", label="Chinese characters against Latin", bar=0.60),
        Measure(key="hangul", label="Hangul against Latin", bar=0.75),
        Measure(key="ofac_near", label="OFAC's scores within 5 points", bar=0.95),
    ),
}


def run_benchmark(script: str, *arguments: str) -> dict[str, Any]:
    """The JSON object that another benchmark prints; it says with status 3 that its corpus is absent."""
    command = [sys.executable, str(Path(__file__).parent / script), *arguments, "--json"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode == 3:
        raise DataAbsentError("its corpus in ../shared/data is not beside this checkout")
    if not done.stdout.strip():
        raise BrokenRunError(f"{script} printed nothing: {done.stderr.strip()[-500:]}")
    figures: dict[str, Any] = json.loads(done.stdout)
    return figures


def polnear_figures() -> Figures:
    """Attributions of the development part of PolNeAR, which was not used to tune on."""
    rows = run_benchmark("quotes_polnear.py", "--split", "dev")["rows"]
    core = rows["core verbs"]
    return {"f1": rows["all"]["f"], "core_p": core["precision"], "core_r": core["recall"]}


def timebank_figures() -> Figures:
    """Dates of the half of TimeBank that was not looked at while the grammar was written."""
    row = run_benchmark("dates_timebank.py")["report"]
    return {"exact": row["share"], "as_given": row["as_given"]}


def plover_figures() -> Figures:
    """Who does it to whom, on the predicate that a record marks as its event."""
    import plover

    if not plover.RECORDS.is_file():
        raise DataAbsentError("../shared/data/text/plover is not beside this checkout")
    shares, _ = plover.measure(plover.read_records(), own_predicates=True)
    return {"actor": shares.actor, "target": shares.target}


def ecbplus_figures() -> Figures:
    """Mentions of events on the topics that the groupings were not tuned on."""
    rows = run_benchmark("ecbplus.py")["rows"]
    return {"head_lemma": rows["lemma"]["check"]["f"], "best": rows["and the same deed"]["check"]["f"]}


def screening_group() -> Figures:
    """Names put to a list; its modules are loaded only when asked for."""
    from gold_screening import screening_figures

    return screening_figures()


def measured(only: list[str]) -> Iterator[tuple[str, Figures | str]]:
    """Each group with its figures, or with the reason why there are none."""
    reports: list[GoldReports] = []

    def gold_figures(held_out: bool) -> Figures:
        if not reports:
            reports.append(GoldReports())
        return reports[0].figures(lambda name: (name in HELD_OUT) == held_out)

    groups: dict[str, Callable[[], Figures]] = {
        "development": lambda: gold_figures(held_out=False),
        "held_out": lambda: gold_figures(held_out=True),
        "written": written_figures,
        "propositions": lambda: proposition_figures(GOLD),
        "retold": lambda: proposition_figures(RETELLINGS, lambda name: name[0] in "abcef"),
        "retold_unread": lambda: proposition_figures(RETELLINGS, lambda name: name[0] == "d"),
        "polnear": polnear_figures,
        "timebank": timebank_figures,
        "plover": plover_figures,
        "ecbplus": ecbplus_figures,
        "screening": screening_group,
    }
    for name, figures in groups.items():
        if not only or name in only:
            try:
                yield name, figures()
            except DataAbsentError as error:
                yield name, f"skipped: {error}"
            except BrokenRunError as error:
                yield name, f"failed: {error}"


def print_group(name: str, figures: Figures, floors: dict[str, float]) -> list[str]:
    """Prints a row for each measure; returns those that are below their floor."""
    missed = []
    for measure in MEASURES[name]:
        figure, floor = figures.get(measure.key), floors.get(measure.key)
        bar = _compared(figure, measure.bar, measure.at_most)
        kept = _compared(figure, floor, measure.at_most)
        if kept == "no":
            missed.append(f"{name} {measure.key} is {_number(figure)}, its floor is {_number(floor)}")
        cells = (_number(figure), _number(floor), _number(measure.bar), {"": "-", "yes": "met", "no": "not met"}[bar])
        print(f"{name:12} {measure.label:36}" + "".join(f"{cell:>9}" for cell in cells))
    return missed


def _compared(figure: float | None, limit: float | None, at_most: bool) -> str:
    if limit is None or figure is None:
        return ""
    good = figure <= limit if at_most else round(figure, 4) >= limit
    return "yes" if good else "no"


def _number(value: float | None) -> str:
    if value is None:
        return "-"
    return str(value) if isinstance(value, int) else f"{value:.3f}"


def main() -> int:
    """Prints the table; 1 when a floor was missed."""
    parser = argparse.ArgumentParser(description="Figures of the gold standards against their floors.")
    parser.add_argument("--only", action="append", default=[], choices=list(MEASURES), help="measure this group alone")
    options = parser.parse_args()
    floors = tomllib.loads(FLOORS.read_text(encoding="utf-8"))
    print(f"{'':12} {'measure':36}" + "".join(f"{cell:>9}" for cell in ("figure", "floor", "bar", "")))
    missed: list[str] = []
    for name, found in measured(options.only):
        if isinstance(found, str):
            print(f"{name:12} {found}")
            missed += [f"{name} was not measured"] if found.startswith("failed") else []
        else:
            missed += print_group(name, found, floors.get(name, {}))
    for line in missed:
        print(f"not as it should be: {line}", file=sys.stderr)
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
