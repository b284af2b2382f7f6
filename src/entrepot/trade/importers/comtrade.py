"""UN Comtrade as CSV or JSON, in every dialect of its header: camel case, snake case, the former web site's."""

import json
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from entrepot.errors import InputError
from entrepot.trade.importers.expressions import cell_sql, first_sql, fold_header, frequency_sql, period_sql
from entrepot.trade.importers.interface import FlowHead, FlowPlan, FlowRequest, Record
from entrepot.trade.importers.json_records import iterate_objects

_DIALECTS: Mapping[str, tuple[str, ...]] = {
    "type": ("typecode",),
    "frequency": ("freqcode",),
    "period": ("period", "perioddesc", "refperiodid"),
    "year": ("refyear", "year", "yr"),
    "flow": ("flowcode", "tradeflowcode", "tradecode", "rgcode"),
    "reporter": ("reportercode", "rtcode"),
    "reporter_iso": ("reporteriso", "rt3iso"),
    "partner": ("partnercode", "ptcode"),
    "partner2": ("partner2code", "2ndpartnercode", "ptcode2", "secondpartnercode"),
    "classification": ("classificationcode", "classification", "pfcode"),
    "code": ("cmdcode", "commoditycode"),
    "customs": ("customscode", "customsproccode", "cstcode"),
    "transport": ("motcode", "modeoftransportcode"),
    "supply": ("moscode",),
    "unit": ("qtyunitabbr", "qtyunit", "qtdesc"),
    "quantity": ("qty", "tradequantity"),
    "quantity_estimated": ("isqtyestimated",),
    "weight": ("netwgt", "netweightkg", "netweight"),
    "weight_estimated": ("isnetwgtestimated",),
    "estimation": ("legacyestimationflag", "flag", "estcode"),
    "value": ("primaryvalue", "tradevalueus", "tradevalueusd", "tradevalue"),
    "cif": ("cifvalue", "ciftradevalue", "ciftradevalueus", "ciftradevalueusd"),
    "fob": ("fobvalue", "fobtradevalue", "fobtradevalueus", "fobtradevalueusd"),
}
_NEEDED = ("flow", "reporter", "partner", "code", "value")

_FLOWS = {
    "M": "import",
    "X": "export",
    "RX": "re-export",
    "RM": "re-import",
    "1": "import",
    "2": "export",
    "3": "re-export",
    "4": "re-import",
    "IMPORT": "import",
    "EXPORT": "export",
    "RE-EXPORT": "re-export",
    "RE-IMPORT": "re-import",
}
_PARTS_OF_FLOWS = ("DX", "FM", "MIP", "MOP", "XIP", "XOP", "XD", "XF")
"""Domestic exports, foreign imports, trade for processing: parts of exports and imports, which stand beside them."""

_EDITIONS = {"H0": 1992, "H1": 1996, "H2": 2002, "H3": 2007, "H4": 2012, "H5": 2017, "H6": 2022}

_ESTIMATED = ("2", "4", "6")
"""The former flag of estimation: 2 quantity, 4 net weight, 6 both."""


class ComtradeReader:
    """UN Comtrade, reference of the interface's fields; totals are partner2 0, customs C00, transport 0, supply 0."""

    @property
    def format(self) -> str:
        """The format's name for people."""
        return "UN Comtrade CSV or JSON"

    def sniff(self, head: FlowHead) -> bool:
        """True where reporter, partner, flow, commodity and value have names that Comtrade gives them."""
        names = _json_columns(head) if head.kind == "json" else head.columns
        return not set(_NEEDED) - _find(names).keys()

    def plan(self, head: FlowHead, request: FlowRequest) -> FlowPlan:
        """Values in USD; the rows over all partners, procedures and modes of transport, or the sum of the parts.

        Raises:
            InputError: the columns do not say the period.
        """
        is_json = head.kind == "json"
        names = _json_columns(head) if is_json else head.columns
        found = {field: cell_sql(name, _NOTHING) for field, name in _find(names).items()}
        return FlowPlan(
            dataset=request.dataset or "comtrade",
            fields=_fields(found, head.name, request),
            extras={
                "x_cif": found.get("cif", "NULL"),
                "x_fob": found.get("fob", "NULL"),
                "x_estimated": _estimated(found),
                "x_type": found.get("type", "'C'"),
                "x_flow": found["flow"],
            },
            reporter_scheme="comtrade",
            partner_scheme="comtrade",
            left_out=_left_out(),
            refused="CASE WHEN code = '' OR NOT regexp_matches(code, '^[0-9A-Z.]+$') THEN 'code_unreadable' END",
            **_split(found),
            columns=names if is_json else (),
            records=_reader(names) if is_json else None,
        )


_NOTHING = ("", "NA", "N/A", "NaN", "null", "None")


def _find(names: tuple[str, ...]) -> dict[str, str]:
    """The column of each field; the first of its names that is there."""
    folded = {fold_header(name): name for name in reversed(names)}
    found = {
        field: next((folded[alias] for alias in aliases if alias in folded), "") for field, aliases in _DIALECTS.items()
    }
    return {field: name for field, name in found.items() if name}


def _fields(found: Mapping[str, str], file: str, request: FlowRequest) -> dict[str, str]:
    period = found.get("period") or found.get("year")
    if period is None:
        raise InputError(
            f"{file}: no column says the period (period, refYear or Year); export it again with that column."
        )
    period, classification = f"replace({period}, '.0', '')", found.get("classification", "'HS'")
    frequency = (
        f"CASE WHEN {found['frequency']} IN ('A', 'M', 'Q') THEN {found['frequency']} END"
        if "frequency" in found
        else "NULL"
    )
    editions = " ".join(f"WHEN '{key}' THEN {year}" for key, year in _EDITIONS.items())
    flows = " ".join(f"WHEN '{key}' THEN '{kind}'" for key, kind in _FLOWS.items())
    return {
        "reporter": _number(found["reporter"]),
        "partner": _number(found["partner"]),
        "flow": f"CASE upper({found['flow']}) {flows} END",
        "flow_text": found["flow"],
        "nomenclature": (
            f"CASE WHEN {classification} LIKE 'S%' THEN 'SITC' WHEN {classification} LIKE 'B%' THEN 'BEC'"
            f" WHEN {classification} LIKE 'E%' THEN 'EBOPS' ELSE 'HS' END"
        ),
        "edition": str(request.edition)
        if request.edition
        else f"coalesce(CASE {classification} {editions} ELSE try_cast(substr({classification}, 2) AS INTEGER) END, 0)",
        "code": f"upper({first_sql(found['code'], repr(''))})",
        "period": period_sql(period),
        "period_text": period,
        "frequency": first_sql(frequency, frequency_sql(period)),
        "value_text": found["value"],
        "currency": "'USD'",
        "valuation": _VALUATION,
        "net_weight_text": found.get("weight", "NULL"),
        "quantity_text": found.get("quantity", "NULL"),
        "quantity_unit": first_sql(found.get("unit", "NULL"), "''"),
        "attribution": "CASE WHEN flow IN ('import', 're-import') THEN 'origin' ELSE 'destination' END",
        "mark": "CASE WHEN x_estimated THEN 'estimated' ELSE '' END",
    }


_VALUATION = (
    "CASE WHEN flow IN ('export', 're-export') THEN 'FOB'"
    " WHEN coalesce(try_cast(x_cif AS DOUBLE), 0) = 0 AND try_cast(x_fob AS DOUBLE) > 0 THEN 'FOB' ELSE 'CIF' END"
)
"""Imports are CIF but for the reporters that give FOB values only."""


def _number(text: str) -> str:
    """Codes of territories that a spreadsheet has made decimal or has given zeros in front."""
    return f"coalesce(try_cast(try_cast({text} AS DOUBLE) AS INTEGER)::VARCHAR, {text})"


def _estimated(found: Mapping[str, str]) -> str:
    flags = [
        f"lower({found[name]}) IN ('true', '1')" for name in ("weight_estimated", "quantity_estimated") if name in found
    ]
    if "estimation" in found:
        flags.append(f"{found['estimation']} IN ({', '.join(repr(one) for one in _ESTIMATED)})")
    return f"coalesce({' OR '.join(flags)}, false)" if flags else "false"


def _left_out() -> str:
    parts = ", ".join(f"'{one}'" for one in _PARTS_OF_FLOWS)
    return (
        "CASE WHEN x_type = 'S' THEN 'services' WHEN upper(x_flow) IN (" + parts + ") THEN 'part_of_flow'"
        " WHEN partner_code IS NULL AND reporter_code IS NULL AND x_flow IS NULL THEN 'blank' END"
    )


def _split(found: Mapping[str, str]) -> dict[str, Any]:
    """How rows of one flow differ: each dimension that a file has, with the value that means all."""
    dimensions = [
        (name, total) for name, total in (("transport", "0"), ("customs", "C00"), ("supply", "0"), ("partner2", "0"))
        if name in found
    ]  # fmt: skip
    if not dimensions:
        return {}
    texts = {name: f"coalesce({_plain(found[name])}, '{total}')" for name, total in dimensions}
    depth = " + ".join(
        f"CASE WHEN {texts[name]} = '{total}' THEN 0 ELSE {100 + 2**at} END"
        for at, (name, total) in enumerate(dimensions)
    )
    parts = f"concat_ws('/', {', '.join(texts.values())})"
    if "transport" not in texts:
        return {"part": parts, "depth": depth, "splits": True}
    mode = texts["transport"]
    rest = ", ".join(text for name, text in texts.items() if name != "transport") or "''"
    # Modes are hierarchical: 2000 is the sum of 2100 and 2200.
    branch = f"concat_ws('/', left({mode}, 1), {rest})"
    leaf = f"CASE WHEN {mode} LIKE '_000' THEN 0 ELSE 1 END"
    return {"part": parts, "depth": depth, "branch": branch, "leaf": leaf, "splits": True}


def _plain(text: str) -> str:
    return f"nullif(trim(replace({text}, '.0', '')), '')"


def _json_columns(head: FlowHead) -> tuple[str, ...]:
    """The names in the first object of the reply's `data`."""
    start = head.text.find("{", head.text.find("[") + 1)
    if start < 0:
        return ()
    try:
        first, _ = json.JSONDecoder().raw_decode(head.text, start)
    except json.JSONDecodeError:
        return ()
    return tuple(first) if isinstance(first, dict) else ()


def _reader(names: tuple[str, ...]) -> Callable[[Path], Iterator[Record]]:
    def records(path: Path) -> Iterator[Record]:
        for row, one in enumerate(iterate_objects(path), start=1):
            cells = tuple("" if (value := one.get(name)) is None else str(value) for name in names)
            yield Record(row, 0, cells)

    return records
