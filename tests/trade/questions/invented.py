"""Invented trade, whose truth is known."""

import math
import random
import zlib
from datetime import date

BEFORE, AFTER = "2021-03/2021-11", "2022-03/2022-11"


def months(first: int, last: int) -> list[date]:
    return [date(year, month, 1) for year in range(first, last + 1) for month in range(1, 13)]


def monthly_rows(reporters, partners, codes, value, *, years=(2019, 2022), **fixed):
    """A row for each reporter, partner, code and month, of `value(reporter, partner, code, month)`."""
    return [
        {"reporter": reporter, "partner": partner, "code": code, "period": month, "value": amount, **fixed}
        for reporter in reporters
        for partner in partners
        for code in codes
        for month in months(*years)
        if (amount := value(reporter, partner, code, month)) is not None
    ]


def noisy(seed: int = 7):
    """Values around a million, the same for the same arguments."""

    def value(reporter, partner, code, month):
        key = zlib.crc32(f"{reporter}{partner}{code}{month}{seed}".encode())
        return 1e6 * math.exp(random.Random(key).gauss(0, 0.2))

    return value
