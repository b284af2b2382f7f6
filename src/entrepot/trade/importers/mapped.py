"""National tables, CSV, workbook or Parquet, read by a mapping of their columns."""

import csv
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from entrepot.errors import InputError
from entrepot.trade.importers.expressions import (
    MISSING,
    cell_sql,
    code_sql,
    column_sql,
    frequency_sql,
    once_sql,
    pad_sql,
    period_sql,
    plain_number_sql,
    text_sql,
    words_sql,
)
from entrepot.trade.importers.headers import guess_delimiter, header_problem
from entrepot.trade.importers.interface import CELL, LINES, FlowHead, FlowPlan, FlowRequest, Record
from entrepot.trade.importers.mapping import FlowMapping, read_flow_mapping
from entrepot.trade.importers.spoken_periods import iso_period_sql, month_sql
from entrepot.trade.importers.units import currency_sql, value_factor_sql
from entrepot.trade.importers.workbooks import iterate_sheets

_EXCEL_EPOCH = "DATE '1899-12-30'"
"""Day 0 of Excel's dates, with its 29 February 1900 that never was behind it."""

_ENDS = {"export": "destination", "re-export": "destination"}
"""Exports are booked by last known destination everywhere; imports by origin here and by consignment there."""

_SITES = {"import": "CIF", "re-import": "CIF", "export": "FOB", "re-export": "FOB"}


class MappedReader:
    """Any table with a line of headers; the mapping says which column is what, and in which unit."""

    @property
    def format(self) -> str:
        """The format's name for people."""
        return "table with a mapping of its columns (--mapping)"

    def sniff(self, head: FlowHead) -> bool:
        """A mapping is given by the user, so nothing is guessed."""
        return False

    def plan(self, head: FlowHead, request: FlowRequest) -> FlowPlan:
        """As the mapping says.

        Raises:
            CallError: the mapping is wrong.
            InputError: the table lacks a column that the mapping names.
        """
        assert request.mapping is not None  # noqa: S101 - only asked for with a mapping
        return mapped_plan(read_flow_mapping(request.mapping), head, request)


def mapped_plan(mapping: FlowMapping, head: FlowHead, request: FlowRequest) -> FlowPlan:
    """How the table becomes flows.

    Raises:
        InputError: as above.
    """
    columns, line, sheet = _header(mapping, head)
    _check_columns(mapping, columns, head.name)
    missing = tuple(str(one) for one in mapping.parts.get("missing", ())) + MISSING
    source, cells = _source(mapping, columns)
    period, frequency, period_text = _period(mapping, wide=bool(source))
    return FlowPlan(
        dataset=request.dataset or mapping.dataset,
        source=source,
        cells=cells,
        fields={
            "reporter": _either(mapping.section("reporter")),
            "partner": _either(mapping.section("partner")),
            "flow": _flow(mapping),
            "flow_text": _flow_text(mapping),
            "nomenclature": text_sql(mapping.text("nomenclature", "HS").upper()),
            "edition": _edition(mapping, request, period),
            "code": _code(mapping),
            "period": period,
            "period_text": period_text,
            "frequency": frequency,
            "value_text": _number(mapping, _value_column(mapping)),
            "currency": _currency(mapping),
            "valuation": _by_flow(mapping, "valuation", "x_valuation"),
            "net_weight_text": _number(mapping, mapping.section("weight").get("column")),
            "quantity_text": _number(mapping, mapping.section("quantity").get("column")),
            "quantity_unit": _quantity_unit(mapping),
            "unit_text": _unit_text(mapping),
            "attribution": _by_flow(mapping, "attribution", "x_attribution"),
            "mark": "CASE WHEN x_suppressed THEN 'suppressed' ELSE '' END",
        },
        extras={**_extras(mapping), "x_left_out": _left_out(mapping)},
        missing=missing,
        reporter_scheme=mapping.section("reporter").get("scheme", "any"),
        partner_scheme=mapping.section("partner").get("scheme", "any"),
        territories=mapping.territories,
        value_factor=_factor(mapping),
        weight_factor=str(mapping.weight_unit.factor) if mapping.weight_unit else "1",
        refused=_refused(mapping),
        left_out=(
            "CASE WHEN x_left_out THEN 'left_out_by_mapping' WHEN value_absent AND NOT x_suppressed THEN 'no_value' END"
        ),
        **_split(mapping),
        columns=columns,
        first_line=line,
        delimiter=_delimiter(mapping, head, line),
        encoding=mapping.text("encoding"),
        records=_sheet_records(mapping, sheet, line, len(columns)) if head.kind == "workbook" else None,
    )


def _header(mapping: FlowMapping, head: FlowHead) -> tuple[tuple[str, ...], int, str]:
    """The names of the columns, the line on which they stand, and the sheet."""
    line = int(mapping.text("header_line", "1"))
    if head.kind == "workbook":
        sheet = mapping.text("sheet") or next(iter(head.sheets), "")
        if sheet not in head.sheets:
            raise InputError(f"{head.name} has no sheet {sheet!r}; it has: {', '.join(head.sheets)}.")
        rows = head.sheets[sheet]
        return (_named(rows[line - 1]) if line <= len(rows) else ()), line, sheet
    delimiter = _delimiter(mapping, head, line)
    if line == 1 and delimiter == head.delimiter:
        return _named(head.columns), 1, ""
    return _named(next(csv.reader(_line(head, line), delimiter=delimiter), [])), line, ""


def _delimiter(mapping: FlowMapping, head: FlowHead, line: int) -> str:
    """As the mapping says, else as the line of headers shows: titles above it have no cells."""
    given = mapping.text("delimiter")
    return given or (head.delimiter if line == 1 else guess_delimiter("".join(_line(head, line))))


def _line(head: FlowHead, line: int) -> list[str]:
    return [one.rstrip("\r") for one in head.text.split("\n")[line - 1 : line]]


def _named(cells: Sequence[str]) -> tuple[str, ...]:
    return tuple(" ".join(cell.split()) or f"column {at}" for at, cell in enumerate(cells, start=1))


def _check_columns(mapping: FlowMapping, columns: Sequence[str], file: str) -> None:
    named = [one.column for one in mapping.series]
    for section in ("reporter", "partner", "flow", "code", "period", "value", "weight", "quantity", "suppressed"):
        part = mapping.section(section)
        named += [str(part[key]) for key in ("column", "unit_column", "year", "month") if key in part]
    named += [str(one) for one in mapping.section("split").get("columns", ())]
    named += [str(one["column"]) for one in mapping.parts.get("left_out", ())]
    absent = [name for name in dict.fromkeys(named) if name not in columns]
    if absent:
        is_garbled = not mapping.text("encoding") and re.search("[\u0080-\u00ff\ufffd]{3}", "".join(columns))
        hint = " If these look wrong, say the encoding (cp1251, gb18030, cp1254)." if is_garbled else ""
        raise InputError(
            f"{file} has no column {', '.join(map(repr, absent))}, which {mapping.path} names; its columns are: "
            f"{', '.join(columns) or 'none'}.{hint}"
        )
    problem = header_problem(columns)
    if problem:
        raise InputError(f"{file}: the header {problem}, then import again.")


def _source(mapping: FlowMapping, columns: Sequence[str]) -> tuple[str, int]:
    """One row a value, for tables with a column a flow or a column a period."""
    pattern = mapping.section("period").get("columns")
    if pattern:
        wide = [name for name in columns if re.search(str(pattern), name)]
        if not wide:
            raise InputError(
                f"No column matches [period] columns = {str(pattern)!r}; the columns are: {', '.join(columns)}."
            )
        periods = [_captured(str(pattern), name) for name in wide]
        names, values = "[" + ", ".join(map(text_sql, periods)) + "]", "[" + ", ".join(map(column_sql, wide)) + "]"
        sql = f"""
            SELECT * EXCLUDE ({CELL}, wide_place), {names}[wide_place] AS wide_period,
                {values}[wide_place] AS wide_value, wide_place - 1 AS {CELL}, 1 AS {LINES}
            FROM raw, (SELECT unnest(generate_series(1, {len(wide)})) AS wide_place)
        """  # noqa: S608 - expressions of the house
        return sql, len(wide)
    if not mapping.series:
        return "", 1
    parts = [
        f"""
            SELECT * EXCLUDE ({CELL}), {column_sql(one.column)} AS wide_value, {text_sql(one.flow)} AS wide_flow,
                {text_sql(one.attribution)} AS wide_attribution, {text_sql(one.valuation)} AS wide_valuation,
                {at} AS {CELL}, 1 AS {LINES}
            FROM raw
        """  # noqa: S608 - expressions of the house
        for at, one in enumerate(mapping.series)
    ]
    return " UNION ALL ".join(parts), len(parts)


def _captured(pattern: str, name: str) -> str:
    """The period within a header: the first group of the pattern where it has one, else the whole header."""
    match = re.search(pattern, name)
    return (match[1] or name) if match and match.re.groups else name


def _either(section: Mapping[str, Any]) -> str:
    return column_sql(str(section["column"])) if "column" in section else text_sql(str(section["constant"]))


def _flow_text(mapping: FlowMapping) -> str:
    if mapping.series:
        return "wide_flow"
    section = mapping.section("flow")
    return cell_sql(str(section["column"]), ("",)) if "column" in section else text_sql(str(section["constant"]))


def _flow(mapping: FlowMapping) -> str:
    words = {str(key): str(value) for key, value in mapping.section("flow").get("words", {}).items()}
    if words:
        return words_sql(_flow_text(mapping), words)
    text = f"lower({_flow_text(mapping)})"
    known = {
        "import": "import",
        "imports": "import",
        "export": "export",
        "exports": "export",
        "m": "import",
        "x": "export",
        "re-export": "re-export",
        "re-exports": "re-export",
        "re-import": "re-import",
        "re-imports": "re-import",
    }
    return words_sql(text, known)


def _code(mapping: FlowMapping) -> str:
    section = mapping.section("code")
    if "constant" in section:
        return text_sql(str(section["constant"]).upper())
    code = code_sql(str(section["column"]))
    return once_sql(code, "c", pad_sql("c", int(section["digits"]))) if "digits" in section else code


def _edition(mapping: FlowMapping, request: FlowRequest, period: str) -> str:
    """A year; or, where the nomenclature is made anew each year, that of the period."""
    given = request.edition or mapping.parts.get("edition", 0)
    if given == "period":
        return f"coalesce(year({period}), 0)"
    if not re.fullmatch("0|(19|20)[0-9]{2}", str(given)):
        raise InputError(f'{mapping.path}: edition must be a year such as 2017, 0 where unknown, or "period".')
    return str(given)


def _period(mapping: FlowMapping, *, wide: bool) -> tuple[str, str, str]:
    """The period, its frequency, and the text from which both come."""
    section = mapping.section("period")
    if "year" in section:
        year = cell_sql(str(section["year"]), ("",))
        if "month" in section:
            month = cell_sql(str(section["month"]), ("",))
            month = f"coalesce({month_sql(month)}, lpad({month}, greatest(2, length({month}))::INTEGER, '0'))"
            text = f"{year} || '-' || {month}"
        else:
            text = year
    elif "columns" in section and wide:
        text = "wide_period"
    else:
        text = cell_sql(str(section["column"]), ("",)) if "column" in section else text_sql(str(section["constant"]))
    form = str(section.get("format", ""))
    if not form:
        iso = iso_period_sql(text)
        return once_sql(iso, "p", period_sql("p")), _frequency(mapping, once_sql(iso, "p", frequency_sql("p"))), text
    if form == "excel":
        day = f"({_EXCEL_EPOCH} + try_cast(try_cast({text} AS DOUBLE) AS INTEGER))"
    else:
        day = f"try_strptime({text}, {text_sql(form)})"
    frequency = _frequency(mapping, "'M'" if form == "excel" or re.search("%[mbB]", form) else "'A'")
    unit = {"'Q'": "quarter", "'A'": "year"}.get(frequency, "month")
    return f"date_trunc('{unit}', {day})::DATE", frequency, text


def _frequency(mapping: FlowMapping, usual: str) -> str:
    given = mapping.text("frequency").upper()
    return text_sql(given) if given in ("M", "Q", "A") else usual


def _value_column(mapping: FlowMapping) -> str:
    if mapping.series or "columns" in mapping.section("period"):
        return "wide_value"
    return str(mapping.section("value")["column"])


def _number(mapping: FlowMapping, column: object) -> str:
    if not column:
        return "NULL"
    return plain_number_sql(column_sql(str(column)), mapping.text("decimal", "."), mapping.text("thousands"))


def _unit_text(mapping: FlowMapping) -> str:
    column = mapping.section("value").get("unit_column")
    return f"lower({cell_sql(str(column), ('',))})" if column else "NULL"


def _currency(mapping: FlowMapping) -> str:
    return text_sql(mapping.unit.name) if mapping.unit else currency_sql(_unit_text(mapping))


def _factor(mapping: FlowMapping) -> str:
    return repr(mapping.unit.factor) if mapping.unit else value_factor_sql("unit_text")


def _quantity_unit(mapping: FlowMapping) -> str:
    section = mapping.section("quantity")
    if "unit_column" in section:
        return f"coalesce({cell_sql(str(section['unit_column']))}, '')"
    return text_sql(str(section.get("unit", "")))


def _by_flow(mapping: FlowMapping, name: str, column: str) -> str:
    """Said once, or for each flow, or by the series; else as customs usually do (imports CIF, exports FOB)."""
    given = mapping.parts.get(name)
    if isinstance(given, Mapping):
        usual = words_sql("flow", {str(key): str(value) for key, value in given.items()})
    elif given is not None:
        usual = text_sql(str(given))
    else:
        usual = words_sql("flow", _SITES if name == "valuation" else _ENDS)
    return f"coalesce(nullif({column}, ''), {usual}, '')"


def _extras(mapping: FlowMapping) -> dict[str, str]:
    wide = bool(mapping.series) and "columns" not in mapping.section("period")
    section = mapping.section("suppressed")
    words = ", ".join(text_sql(str(word)) for word in section.get("words", ()))
    column = column_sql(str(section.get("column", "")))
    return {
        "x_attribution": "wide_attribution" if wide else "''",
        "x_valuation": "wide_valuation" if wide else "''",
        "x_suppressed": f"coalesce(trim({column}) IN ({words}), false)" if words else "false",
    }


def _left_out(mapping: FlowMapping) -> str:
    """Rows that a mapping leaves out by their values: sums that stand among the rows."""
    tests = [
        f"trim({column_sql(str(one['column']))}) IN ({', '.join(text_sql(str(value)) for value in one['values'])})"
        for one in mapping.parts.get("left_out", ())
    ]
    return f"coalesce({' OR '.join(tests)}, false)" if tests else "false"


def _refused(mapping: FlowMapping) -> str:
    harmonized = mapping.text("nomenclature", "HS").upper() in ("HS", "CN")
    form = "^[0-9]{2}[0-9A-Z]{0,10}$|^[0-9]$" if harmonized else "^[0-9][0-9A-Z]*$"
    digits = int(mapping.section("code").get("digits", 0))
    tests = "CASE"
    if digits:
        tests += f" WHEN regexp_matches(code, '^[0-9][0-9A-Z]*$') AND length(code) > {digits} THEN 'code_length'"
    tests += f" WHEN code <> 'TOTAL' AND NOT regexp_matches(code, '{form}') THEN 'code_unreadable'"
    if harmonized:
        # Chapters begin with 01, and codes have an even number of digits but in a few countries, which then say so.
        odd = "" if digits else " OR regexp_matches(code, '^[0-9]([0-9][0-9])*$')"
        tests += f" WHEN regexp_matches(code, '^00'){odd} THEN 'code_zeros'"
    if mapping.unit is None:
        tests += " WHEN currency IS NULL THEN 'unit_unknown'"
    return tests + " END"


def _split(mapping: FlowMapping) -> dict[str, Any]:
    section = mapping.section("split")
    names = [str(one) for one in section.get("columns", ())]
    if not names:
        return {}
    texts = [f"coalesce(trim({column_sql(name)}), '')" for name in names]
    totals = {str(key): str(value) for key, value in section.get("totals", {}).items()}
    depth = " + ".join(
        f"CASE WHEN {text} = {text_sql(totals.get(name, ''))} THEN 0 ELSE {100 + 2**at} END"
        for at, (name, text) in enumerate(zip(names, texts, strict=True))
    )
    return {"part": f"concat_ws('/', {', '.join(texts)})", "depth": depth, "splits": True}


def _sheet_records(mapping: FlowMapping, sheet: str, line: int, width: int) -> Callable[[Path], Iterator[Record]]:
    def records(path: Path) -> Iterator[Record]:
        for _, rows in iterate_sheets(path, sheet, mapping.text("decimal", ".")):
            for row, cells in enumerate(rows, start=1):
                if row > line and any(cell.strip() for cell in cells):
                    padded = (*cells, *("",) * (width - len(cells)))
                    yield Record(row, 0, tuple(padded[:width]))

    return records
