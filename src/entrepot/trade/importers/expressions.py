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
    marks = _marks(thousands)
    plain = f"regexp_replace(trim({text}), '[{marks}]', '', 'g')" if marks else f"trim({text})"
    whole = f"regexp_matches(trim({text}), {text_sql(_broken_groups(marks))})" if marks else "false"
    if decimal == ",":
        whole += f" OR contains({plain}, '.')"
        plain = f"replace({plain}, ',', '.')"
    elif not marks:
        return text
    return f"CASE WHEN {whole} THEN {text} || ' (its separators?)' ELSE {plain} END"


def words_sql(text: str, words: Mapping[str, str]) -> str:
    """What a word stands for; NULL where it stands for nothing."""
    if not words:
        return text
    cases = " ".join(f"WHEN {text_sql(word)} THEN {text_sql(meaning)}" for word, meaning in words.items())
    return f"CASE {text} {cases} END"


def first_sql(*texts: str) -> str:
    """The first of the texts that is not NULL."""
    return texts[0] if len(texts) == 1 else f"coalesce({', '.join(texts)})"


_BLANKS = " \N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}\N{THIN SPACE}"
_APOSTROPHES = "'\N{RIGHT SINGLE QUOTATION MARK}"


def _marks(thousands: str) -> str:
    """The separators for a class of a regular expression inside of a literal; apostrophes are alike, as blanks are."""
    if not thousands:
        return ""
    given = set(thousands) | set(_BLANKS) | (set(_APOSTROPHES) if set(thousands) & set(_APOSTROPHES) else set())
    return "".join("''" if mark == "'" else f"\\{mark}" if mark in r"\]^-." else mark for mark in sorted(given))


def _broken_groups(marks: str) -> str:
    """Digits behind a separator that are no group: three of them, or two in the Indian way before another group."""
    marks = marks.replace("''", "'")
    return rf"[{marks}](\d{{0,2}}([^\d{marks}]|$)|\d{{4}}|\d?[{marks}])"


_YEAR = r"^(19|20)\d\d$"
_MONTH = r"^(19|20)\d\d[-./ ]?M?(0[1-9]|1[0-2])$"
_SHORT_MONTH = r"^(19|20)\d\d[-/ M]([1-9])$"
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


def code_sql(name: str) -> str:
    """The commodity code of a column without what spreadsheets and people put around it; NULL where there is none.

    `'847130`, `="847130"` and `847130.0` are 847130, `8471.30.00` and `8471 30 00` are 84713000, and of
    `84713000 Computers` the description goes. A code in scientific notation has lost its digits and stays as it is.
    """
    edges = f"regexp_replace({column_sql(name)}, '^[\\s\\p{{Z}}=''\"]+|[\\s\\p{{Z}}''\"]+$', '', 'g')"
    bare = f"nullif(regexp_replace({edges}, '[\\s\\p{{Z}}]+', ' ', 'g'), '')"
    digits = "regexp_replace(c, '^(\\d[\\d. ]*\\d)( *[-–—:] *| +)[^\\d .].*\\pL{3}.*$', '\\1')"
    read = f"""
        CASE WHEN regexp_matches(c, '^\\d([.,]\\d+)?[Ee][+]?\\d+$') THEN c
            WHEN regexp_matches(c, '^\\d+\\.0$') THEN left(c, -2)
            ELSE upper(replace(replace({digits}, ' ', ''), '.', '')) END
    """
    column = column_sql(name)
    return f"CASE WHEN regexp_matches({column}, '^[0-9]+$') THEN {column} ELSE {once_sql(bare, 'c', read)} END"


def once_sql(text: str, name: str, expression: str) -> str:
    """The expression over a name that stands for a long text, which is worked out and planned once only."""
    return f"list_transform([{text}], lambda {name}: {expression})[1]"


def look_up_sql(word: str, known: Mapping[str, str]) -> str:
    """What a word of many stands for; NULL where it is none of them. Neither words nor meanings have blanks."""
    words, meanings = (f"string_split({text_sql(' '.join(texts))}, ' ')" for texts in (known, known.values()))
    return f"{meanings}[list_position({words}, {word})]"


def pad_sql(text: str, length: int) -> str:
    """The code with the zeros in front that a spreadsheet has dropped."""
    zeros = "0" * length
    return (
        f"CASE WHEN length({text}) < {length} AND regexp_matches({text}, '^\\d+$')"
        f" THEN right('{zeros}' || {text}, {length}) ELSE {text} END"
    )


def fold_header(name: str) -> str:
    """The name of a column without case, blanks and punctuation, so that dialects of one header are equal."""
    return re.sub(r"[^a-z0-9]", "", name.casefold())
