import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.trade.samples import needs_shared

ROOT = Path(__file__).parents[2]
RUN = ROOT / "replications" / "run.py"


@needs_shared
@pytest.mark.shared
@pytest.mark.slow
def test_every_published_figure_is_computed_and_holds(tmp_path: Path) -> None:
    output = tmp_path / "replications.json"
    command = [sys.executable, str(RUN), "--output", str(output)]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr
    written = json.loads(output.read_text(encoding="utf-8"))
    assert written["missing"] == []
    assert [one["id"] for one in written["figures"] if not one["holds"]] == []
    assert "+81.7 % without codes born or ended" in done.stdout


def test_without_the_data_a_sentence_says_where_they_belong(tmp_path: Path) -> None:
    command = [sys.executable, str(RUN), "--data", str(tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 3
    assert "put ../shared/data beside the checkout" in done.stderr
