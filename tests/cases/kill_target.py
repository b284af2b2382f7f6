"""Adds a folder to a case and builds it slowly; a test ends it in the middle."""

import sys

from entrepot.documents import ReadOptions
from entrepot.pipeline.adding import add_reports
from entrepot.pipeline.building import build_case
from entrepot.pipeline.extractor import Extractor
from entrepot.pipeline.progress import SilentProgress
from entrepot.store import open_case
from tests.pipeline.fakes import METHOD, slow_extract


class Ticks(SilentProgress):
    """Says on standard output that one more piece is done."""

    def advance(self):
        sys.stdout.write("tick\n")
        sys.stdout.flush()


def main():
    case_path, folder = sys.argv[1:]
    with open_case(case_path) as case:
        add_reports(case, [folder], ReadOptions(), Ticks())
        build_case(case, Extractor(method=METHOD, extract=slow_extract), Ticks())


if __name__ == "__main__":
    main()
