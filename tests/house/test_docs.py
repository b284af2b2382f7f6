"""What the documentation says can be done can be done, and does what it shows."""

import importlib.util
import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGES = sorted([ROOT / "README.md", *(ROOT / "docs").rglob("*.md")])
BLOCK = re.compile(r"^```console(?P<words>[^\n]*)\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\]\((?!https?:|#)([^)#\s]+)")


@dataclass
class Call:
    """A command of a page, what it should print (in order, with `...` for what is left out), and its status."""

    command: str
    status: int
    shown: list[str] = field(default_factory=list)


def read_calls(text: str) -> list[Call]:
    calls: list[Call] = []
    for block in BLOCK.finditer(text):
        status = re.search(r"status=(\d+)", block["words"])
        for line in block["body"].splitlines():
            if line.startswith("$ "):
                calls.append(Call(command=line[2:], status=int(status[1]) if status else 0))
            elif line.strip() and line.strip() not in {"...", "…"}:
                calls[-1].shown.append(line.strip())
    return calls


def pages_with_calls() -> list[Path]:
    return [page for page in PAGES if "\n$ entrepot" in page.read_text(encoding="utf-8")]


@pytest.mark.slow
@pytest.mark.parametrize("page", pages_with_calls(), ids=lambda page: page.relative_to(ROOT).as_posix())
def test_the_commands_of_a_page_run_and_print_what_it_shows(page: Path, tmp_path: Path) -> None:
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    search = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    environment = {**os.environ, "PATH": search, "COLUMNS": "100", "LC_ALL": "C.UTF-8"}
    for call in read_calls(page.read_text(encoding="utf-8")):
        if "entrepot " not in call.command and not call.command.startswith("printf "):
            continue
        done = subprocess.run(
            ["bash", "-c", call.command], cwd=tmp_path, env=environment, capture_output=True, text=True, check=False,
            stdin=subprocess.DEVNULL,
        )  # fmt: skip
        output = done.stdout + done.stderr
        assert done.returncode == call.status, f"$ {call.command}\n{output[-2000:]}"
        printed = iter(line.strip() for line in output.splitlines())
        absent = [line for line in call.shown if line not in printed]
        assert absent == [], f"$ {call.command} does not print this, or not in this order:\n{output[-4000:]}"


def test_every_link_between_pages_leads_somewhere() -> None:
    broken = [
        f"{page.relative_to(ROOT).as_posix()}: {target}"
        for page in PAGES
        for target in LINK.findall(page.read_text(encoding="utf-8"))
        if not (page.parent / target).exists()
    ]
    assert broken == []


def test_the_reference_of_the_command_line_is_what_the_commands_say() -> None:
    spec = importlib.util.spec_from_file_location("write_reference", ROOT / "docs" / "write_reference.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    written = module.PAGE.read_text(encoding="utf-8")
    assert module.render_reference() == written, "call: python docs/write_reference.py"
