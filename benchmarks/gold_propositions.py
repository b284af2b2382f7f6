"""Propositions of annotated reports, scored by the scorer in ../shared/score."""

import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from gold_reports import GOLD, BrokenRunError, Figures, import_scorers, run_program

RETELLINGS = Path(__file__).parents[1] / "tests" / "gold" / "retellings"
GOLD_FILES = ("claims.jsonl", "origins.jsonl", "conflicts.jsonl")


def proposition_figures(gold: Path, is_wanted: Callable[[str], bool] = lambda name: True) -> Figures:
    """The figures of a case made of the wanted reports of a gold folder."""
    claims_scorer, _ = import_scorers()
    import score_propositions

    with tempfile.TemporaryDirectory() as folder:
        reports = _copy_reports(gold / "reports", Path(folder) / "reports", is_wanted)
        propositions, claims = _build_case(Path(folder) / "case", reports)
        records, origins, conflicts = (_read_gold(gold / name, is_wanted) for name in GOLD_FILES)
        aliases = claims_scorer.load_aliases(gold, [str(GOLD / "aliases.csv")])
        system = [claims_scorer.system_claim(record, at) for at, record in enumerate(claims)]
        wanted = [claims_scorer.gold_claim(record) for record in records]
        report, _ = score_propositions.score(wanted, origins, conflicts, system, propositions, aliases)
    return {
        "found": report["claims"]["found"] / report["claims"]["named"],
        "bcubed_f1": report["bcubed"]["f1"],
        "bcubed_p": report["bcubed"]["p"],
        "found_bcubed_f1": report["bcubed_found"]["f1"],
        "conflicts_p": report["conflicts"]["p"],
        "conflicts_r": report["conflicts"]["r"],
        "origins_acc": report["origins"]["acc"],
        "origins_inflated": report["origins"]["inflated"],
    }


def _copy_reports(source: Path, target: Path, is_wanted: Callable[[str], bool]) -> Path:
    target.mkdir()
    for path in source.iterdir():
        if path.name == "reports.csv" or is_wanted(path.name):
            shutil.copy(path, target / path.name)
    return target


def _build_case(case: Path, reports: Path) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """The propositions and the claims of a case of these reports."""
    program = str(Path(sys.executable).parent / "entrepot")
    for arguments in (("new", str(case)), ("add", str(case), str(reports)), ("build", str(case))):
        done = subprocess.run([program, "case", *arguments], capture_output=True, text=True, check=False)
        if done.returncode != 0:
            raise BrokenRunError(f"entrepot case {arguments[0]} left with {done.returncode}: {done.stderr[-300:]}")
    return run_program("propositions", str(case)), run_program("claims", str(reports))


def _read_gold(path: Path, is_wanted: Callable[[str], bool]) -> list[dict[str, Any]]:
    """The records of the wanted reports; a group or a conflict belongs to the report of its first claim."""
    records = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    return [record for record in records if is_wanted(record.get("document") or record["claims"][0])]
