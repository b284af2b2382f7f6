"""Pieces of SQL that readers of formats share: columns, numbers, periods, words."""

import re
from collections.abc import Mapping, Sequence

MISSING = ("", "NA", "N/A", "NaN", "null", "NULL", "None", ":", "-", "–", "..", "...", "…")
"""Cells that say nothing in the tables of statistics offices; a zero is none of them."""


def column_sql(name: str) -> str:
    """The column of that name."""
    return '"' + name.replace('"', '""') + '"'


def text_sql(value: str) -> str:
    """The text as a literal."""
    return "'" + value.replace("'", "''") + "'"


def cell_sql(name: str, missing: Sequence[str] = MISSING) -> str:
    """The text of a cell without blanks around it; NULL where it says nothing."""
    values = ", ".join(text_sql(value) for value in missing)
    trimmed = f"trim({column_sql(name)})"
    return f"CASE WHEN {trimmed} IN ({values}) THEN NULL ELSE {trimmed} END"


def absent_sql(text: str, missing: Sequence[str] = MISSING) -> str:
    """True where a text says nothing."""
    values = ", ".join(text_sql(value) for value in missing)
    return f"coalesce(trim({text}) IN ({values}), true)"


def plain_number_sql(text: str, decimal: str = ".", thousands: str = "") -> str:
    """The number as a machine writes it: no separators of thousands, a point before the decimals."""
    for mark in (*_marks(thousands), *([" ", "\N{NO-BREAK SPACE}", "\N{NARROW NO-BREAK SPACE}"] if thousands else [])):
        text = f"replace({text}, {text_sql(mark)}, '')"
    return f"replace({text}, ',', '.')" if decimal == "," else text


def words_sql(text: str, words: Mapping[str, str]) -> str:
    """What a word stands for; NULL where it stands for nothing."""
    if not words:
        return text
    cases = " ".join(f"WHEN {text_sql(word)} THEN {text_sql(meaning)}" for word, meaning in words.items())
    return f"CASE {text} {cases} END"


def first_sql(*texts: str) -> str:
    """The first of the texts that is not NULL."""
    return texts[0] if len(texts) == 1 else f"coalesce({', '.join(texts)})"


def _marks(thousands: str) -> list[str]:
    return list(dict.fromkeys(thousands))


_YEAR = r"^(19|20)\d\d$"
_MONTH = r"^(19|20)\d\d[-./ ]?M?(0[1-9]|1[0-2])$"
_SHORT_MONTH = r"^(19|20)\d\d[-./ M]([1-9])$"
_DAY = r"^(19|20)\d\d-(0[1-9]|1[0-2])-[0-3]\d([T ].*)?$"
_QUARTER = r"^(19|20)\d\d[-./ ]?Q[1-4]$"
_ANNUAL = r"^(19|20)\d\d(52|00|A|-A1?)$"


def period_sql(text: str) -> str:
    """The first day of the year, quarter or month that a text names (2022, 2022-03, 202203, 2022M03, 2022-Q1, 202252).

    NULL where it names none; 202252 is the year, as Comext and UN Comtrade write it.
    """
    year = f"left({text}, 4)"
    return (
        f"CASE WHEN regexp_matches({text}, '{_YEAR}') OR regexp_matches({text}, '{_ANNUAL}')"
        f" THEN make_date({year}::INTEGER, 1, 1)"
        f" WHEN regexp_matches({text}, '{_MONTH}') THEN make_date({year}::INTEGER, right({text}, 2)::INTEGER, 1)"
        f" WHEN regexp_matches({text}, '{_SHORT_MONTH}') THEN make_date({year}::INTEGER, right({text}, 1)::INTEGER, 1)"
        f" WHEN regexp_matches({text}, '{_DAY}')"
        f" THEN make_date({year}::INTEGER, substr({text}, 6, 2)::INTEGER, 1)"
        f" WHEN regexp_matches({text}, '{_QUARTER}')"
        f" THEN make_date({year}::INTEGER, 3 * right({text}, 1)::INTEGER - 2, 1) END"
    )


def frequency_sql(text: str) -> str:
    """M, Q or A for the kind of period that a text names."""
    return (
        f"CASE WHEN regexp_matches({text}, '{_YEAR}') OR regexp_matches({text}, '{_ANNUAL}') THEN 'A'"
        f" WHEN regexp_matches({text}, '{_QUARTER}') THEN 'Q' ELSE 'M' END"
    )


def pad_sql(text: str, length: int) -> str:
    """The code with the zeros in front that a spreadsheet has dropped."""
    zeros = "0" * length
    return (
        f"CASE WHEN length({text}) < {length} AND regexp_matches({text}, '^\\d+$')"
        f" THEN right('{zeros}' || {text}, {length}) ELSE {text} END"
    )


def even_pad_sql(text: str) -> str:
    """The code with one zero in front where its number of digits is odd: chapters, headings, HS6 and CN8 are even."""
    return f"CASE WHEN regexp_matches({text}, '^(\\d\\d)*\\d$') THEN '0' || {text} ELSE {text} END"


def fold_header(name: str) -> str:
    """The name of a column without case, blanks and punctuation, so that dialects of one header are equal."""
    return re.sub(r"[^a-z0-9]", "", name.casefold())
