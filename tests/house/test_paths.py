"""The repository knows nothing of the machines it was written on."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
MACHINE_PATH = re.compile(rb"(?<![\w./~-])/(?:home|root|work|Users|tmp)/[\w.-]+")


def test_no_file_names_a_path_of_somebodys_machine(tracked_files: list[Path]) -> None:
    found = {
        path.relative_to(ROOT).as_posix(): match.group().decode()
        for path in tracked_files
        if (match := MACHINE_PATH.search(path.read_bytes()))
    }
    assert found == {}


def test_no_test_or_module_reads_a_folder_beside_the_checkout_but_shared(tracked_files: list[Path]) -> None:
    beside = re.compile(r"\.\./(?!shared\b|\.\./|\w+\.md|methods|decisions|how-to)\w+")
    found = {
        path.relative_to(ROOT).as_posix(): match.group()
        for path in tracked_files
        if path.suffix in {".py", ".toml"} and (match := beside.search(path.read_text(encoding="utf-8")))
    }
    assert found == {}
