import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from entrepot import __version__

PROGRAM = str(Path(sys.executable).parent / "entrepot")
CALL = "from entrepot.cli import main; main"


def test_the_version_is_that_of_the_package(entrepot):
    assert entrepot("--version").out == f"entrepot, version {__version__}\n"


@pytest.mark.parametrize(
    "call", [["nonsense"], ["claims"], ["claims", "--colour", "x"], ["case", "add", "only-a-case"]]
)
def test_a_wrong_call_says_what_was_wrong(entrepot, call):
    outcome = entrepot(*call)
    assert outcome.status == 2
    assert outcome.out == ""
    assert "Error:" in outcome.err


def test_help_names_every_command(entrepot):
    listed = entrepot("--help").out
    for name in ("case", "claims", "quotes", "dates", "text", "dossier", "facts"):
        assert f"\n  {name} " in listed


def test_help_needs_none_of_the_heavy_libraries():
    script = "import sys, entrepot.cli; print(*sorted(set(sys.modules) & {'spacy', 'duckdb', 'lxml', 'rich', 'numpy'}))"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout == "\n"


@pytest.mark.skipif(os.name != "posix", reason="pipes close in this way on POSIX systems alone")
def test_a_reader_that_has_seen_enough_causes_no_complaint(tmp_path):
    (tmp_path / "long.txt").write_text("Nothing to see here. " * 50_000)
    done = subprocess.run(
        f'"{PROGRAM}" text "{tmp_path}/long.txt" --json | head -c 10', shell=True, capture_output=True, check=False
    )
    assert done.stderr == b""
    assert done.stdout == b'{"document'


def test_output_is_utf8_whatever_the_locale(tmp_path):
    (tmp_path / "report.txt").write_text("Бишкек – Minsk", encoding="utf-8")
    environment = {**os.environ, "LC_ALL": "C", "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    done = subprocess.run(
        [PROGRAM, "text", str(tmp_path / "report.txt")], capture_output=True, env=environment, check=True
    )
    assert done.stdout.decode() == "Бишкек – Minsk\n"


@pytest.mark.skipif(os.name != "posix", reason="signals are sent in this way on POSIX systems alone")
def test_an_interrupted_run_says_so_in_one_sentence():
    call = f"import signal; signal.signal(signal.SIGINT, signal.default_int_handler); {CALL}(['text', '-'])"
    running = subprocess.Popen(
        [sys.executable, "-c", call], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    with running:
        time.sleep(1.5)
        running.send_signal(signal.SIGINT)
        complaint = running.stderr.read().decode()
    assert running.returncode == 130
    assert complaint.strip().startswith("Interrupted")
    assert "Traceback" not in complaint
