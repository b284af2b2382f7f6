"""Builds the example case with the commands that a user would give, and says what came of it."""

import argparse
import json
import os
import shlex
import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path

EXAMPLE = Path(__file__).parent
COMMAND = Path(sys.executable).parent / "entrepot"


def call(*arguments: str) -> None:
    """Shows a command and runs it; its own words appear as they come."""
    print(f"$ entrepot {shlex.join(arguments)}", flush=True)
    subprocess.run([str(COMMAND), *arguments], check=True, stdin=subprocess.DEVNULL)


def read_dossier(path: Path) -> tuple[int, int, Counter[str]]:
    """The numbers of reports and claims of a dossier, and how often each issue occurs."""
    dossier = json.loads(path.read_text(encoding="utf-8"))
    issues = Counter(code for claim in dossier["claims"] for code in claim["issues"])
    return len(dossier["documents"]), len(dossier["claims"]), issues


def main() -> int:
    """Makes the case and its dossier in the folder given."""
    parser = argparse.ArgumentParser(description="Run the example case.")
    parser.add_argument("folder", type=Path, nargs="?", default=Path("build/demo"))
    folder = parser.parse_args().folder
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    case, dossier = folder / "minsk-2025.duckdb", folder / "dossier"
    reports = EXAMPLE / "reports"
    call("case", "new", str(case), "--name", "Minsk talks, August 2025")
    call("case", "add", str(case), os.path.relpath(reports))
    call("case", "build", str(case))
    call("channels", str(case))
    call("dossier", str(case), "--out", str(dossier))
    documents, claims, issues = read_dossier(dossier / "dossier.json")
    print()
    print(f"{documents} reports, {claims} claims, {issues.total()} issues in them:")
    for code, count in issues.most_common():
        print(f"  {count:3} {code}")
    print()
    print("The channel that the reports speak of, with its map and the evidence side by side, has a page of its own.")
    print(f"The dossier lies in {dossier}: open {dossier / 'dossier.html'} in a browser.")
    print("Leads for human review, not findings of wrongdoing.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
