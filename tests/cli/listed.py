"""Two versions of a small list of invented parties, as a user writes such a list, and what commands print."""

import json
from pathlib import Path

HEADER = "id,name,kind,programme,listed_on,country\n"
FIRST = (
    "1,Sea Dog Shipping Company,organisation,DPRK,2018-03-30,KP\n"
    "2,Ivan Petrovich Zaborov,person,UKRAINE,2022-02-24,RU\n"
    "3,Amber Tern,vessel,DPRK,2019-05-01,PA\n"
)
SECOND = (
    "1,Sea Dog Shipping Company,organisation,DPRK; IRAN,2018-03-30,KP\n"
    "2,Ivan Petrovich Zaborov,person,UKRAINE,2022-02-24,RU\n"
    "4,Northern Kestrel Trading,organisation,IRAN,2025-06-01,AE\n"
)


def write_lists(folder: Path) -> tuple[Path, Path]:
    """The two files; the first was published on 1 January 2023, the second on 1 January 2026."""
    paths = folder / "harbour-2023.csv", folder / "harbour-2026.csv"
    for path, rows in zip(paths, (FIRST, SECOND), strict=True):
        path.write_text(HEADER + rows, encoding="utf-8")
    return paths


OFAC = ("--method", "ofac", "--threshold", "0.9")


def records(outcome):
    """What a command printed as JSON Lines."""
    return [json.loads(line) for line in outcome.out.splitlines()]


def first(outcome):
    """The first record that a command printed."""
    return records(outcome)[0]
