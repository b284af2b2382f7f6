"""Floors only rise."""

import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
FLOORS = "tests/gold/floors.toml"
sys.path.insert(0, str(ROOT / "benchmarks"))

from gold import MEASURES  # noqa: E402


def git(*arguments: str) -> str:
    command = ["git", "-c", "safe.directory=*", *arguments]
    try:
        return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("this copy is no git checkout, so earlier floors are not known")


def floors_of(text: str) -> dict[tuple[str, str], float]:
    return {(group, key): value for group, table in tomllib.loads(text).items() for key, value in table.items()}


def current_floors() -> dict[tuple[str, str], float]:
    return floors_of((ROOT / FLOORS).read_text(encoding="utf-8"))


def test_every_floor_is_one_of_a_measure() -> None:
    measures = {(group, measure.key) for group, measures in MEASURES.items() for measure in measures}
    assert set(current_floors()) - measures == set()


def test_every_measure_with_a_bar_has_a_floor() -> None:
    barred = {(group, m.key) for group, measures in MEASURES.items() for m in measures if m.bar is not None}
    assert barred - set(current_floors()) == set()


def test_no_floor_was_ever_lowered() -> None:
    ceilings = {(group, m.key) for group, measures in MEASURES.items() for m in measures if m.at_most}
    now = current_floors()
    lowered = []
    for commit in git("log", "--format=%H", "--", FLOORS).split():
        for place, then in floors_of(git("show", f"{commit}:{FLOORS}")).items():
            value = now.get(place)
            if value is None or (value > then if place in ceilings else value < then):
                lowered.append((commit[:8], place, then, value))
    assert lowered == []
