"""The figures on the gold standards stay above their floors."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SHARED = ROOT.parent / "shared"


@pytest.mark.slow
@pytest.mark.shared
@pytest.mark.skipif(not SHARED.is_dir(), reason="../shared is not beside this checkout")
def test_no_figure_on_a_gold_standard_is_below_its_floor() -> None:
    command = [sys.executable, str(ROOT / "benchmarks" / "gold.py")]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
