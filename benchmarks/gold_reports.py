"""The program's output on annotated reports, scored by the scorers in ../shared/score."""

import json
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

SHARED = Path(__file__).parents[2] / "shared"
GOLD = SHARED / "gold"
WRITTEN = Path(__file__).parents[1] / "tests" / "gold" / "written"
HELD_OUT = frozenset(
    {"brief-central-asia.txt", "court-drone-engines.txt", "explainer-shadow-fleet.txt", "intel-belarus-channel-b.html"}
)
"""Reports that nobody opens while building: the figures on them say what the program does on unseen text."""
Figures = dict[str, float | None]


class DataAbsentError(Exception):
    """What a group is measured on is not beside this checkout."""


class BrokenRunError(Exception):
    """The program, or another benchmark, ended in an error."""


def run_program(*arguments: str) -> list[dict[str, Any]]:
    """The JSON Lines that the program prints; an input that it could not read is named, and costs its claims."""
    command = [str(Path(sys.executable).parent / "entrepot"), *arguments, "--json"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode == 3:
        print(done.stderr.strip(), file=sys.stderr)
    elif done.returncode != 0:
        raise BrokenRunError(
            f"entrepot {' '.join(arguments)} left with {done.returncode}: {done.stderr.strip()[-500:]}"
        )
    return [json.loads(line) for line in done.stdout.splitlines()]


def import_scorers() -> tuple[ModuleType, ModuleType]:
    """The scorers of claims and of dates, which need the alias table of ../shared/gold as well."""
    if not (GOLD / "claims.jsonl").is_file():
        raise DataAbsentError("../shared/gold is not beside this checkout")
    if str(SHARED / "score") not in sys.path:
        sys.path.insert(0, str(SHARED / "score"))
    import score_claims
    import score_dates

    return score_claims, score_dates


def written_figures() -> Figures:
    """The figures on the reports in tests/gold/written, whose alias table goes on where that of ../shared/gold ends."""
    claims, _ = import_scorers()
    gold, folder = claims.load_gold(WRITTEN)
    system = [
        claims.system_claim(record, i) for i, record in enumerate(run_program("claims", str(WRITTEN / "reports")))
    ]
    aliases = claims.load_aliases(folder, [str(GOLD / "aliases.csv")])
    traps = list(claims.read_json_lines(str(WRITTEN / "traps.jsonl")))
    return _claim_figures(claims.score(gold, system, aliases, traps).figures)


class GoldReports:
    """The program's output on the sixteen reports, scored by the scorers that lie beside them."""

    def __init__(self) -> None:
        self.claims, self.dates = import_scorers()
        folder = str(GOLD / "reports")
        self.system = [self.claims.system_claim(record, i) for i, record in enumerate(run_program("claims", folder))]
        self.system_dates = run_program("dates", folder)
        self.texts = {self.claims.document_name(r["document"]): r["text"] for r in run_program("text", folder)}

    def figures(self, is_wanted: Callable[[str], bool]) -> Figures:
        """The figures over the documents wanted. Only sums leave this function, no text and no single error."""
        name = self.claims.document_name
        gold, folder = self.claims.load_gold(GOLD)
        traps = [t for t in self.claims.read_json_lines(str(GOLD / "traps.jsonl")) if is_wanted(name(t["document"]))]
        system = [s for s in self.system if is_wanted(s.document)]
        aliases = self.claims.load_aliases(folder, [])
        report = self.claims.score([g for g in gold if is_wanted(g.document)], system, aliases, traps).figures
        dates = [d for d in self.claims.read_json_lines(str(GOLD / "dates.jsonl")) if is_wanted(name(d["document"]))]
        given = [d for d in self.system_dates if is_wanted(name(d["document"]))]
        return {
            **_claim_figures(report),
            "offsets_exact": self._exact_offsets(system),
            **_issue_figures(report["issues"]["by_code"], "office_term"),
            **_issue_figures(report["issues"]["by_code"], "member_status"),
            "dates_f1": self.dates.score(dates, given)[0]["value"]["f1"],
        }

    def _exact_offsets(self, system: list[Any]) -> float | None:
        with tempfile.TemporaryDirectory() as folder:
            for document, text in self.texts.items():
                (Path(folder) / document).write_bytes(text.encode())
            checked = self.claims.check_offsets(system, Path(folder))
        return 0.0 if checked["claims_unchecked"] else checked["exact"]


def _claim_figures(report: dict[str, Any]) -> Figures:
    return {
        **{f"strict_{k}": report["strict"][k] for k in ("p", "r")},
        **{f"{k}_acc": report[k]["acc"] for k in ("source", "chain", "modality", "polarity", "when")},
        "traps_false": report["traps"]["false"],
    }


def _issue_figures(by_code: dict[str, Any], code: str) -> Figures:
    row = by_code.get(code, {"gold": 0, "given": 0, "right": 0})
    return {
        f"{code}_r": row["right"] / row["gold"] if row["gold"] else None,
        f"{code}_false": row["given"] - row["right"],
    }
