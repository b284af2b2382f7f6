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
