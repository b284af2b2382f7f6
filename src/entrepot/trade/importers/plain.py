"""Tables whose header says everything, the units too: reporter, partner, flow, hs_code, year, value_usd."""

import re
from typing import Any

from entrepot.errors import InputError
from entrepot.trade.importers.interface import FlowHead, FlowPlan, FlowRequest
from entrepot.trade.importers.mapped import mapped_plan
from entrepot.trade.importers.mapping import check_mapping
from entrepot.trade.importers.units import read_value_unit, read_weight_unit

_ROLES: dict[str, tuple[str, ...]] = {
    "reporter": (
        "reporter",
        "reporter_iso",
        "reporter_iso2",
        "reporter_iso3",
        "reporter_code",
        "reporter_country",
        "declarant",
    ),
    "partner": ("partner", "partner_iso", "partner_iso2", "partner_iso3", "partner_code", "partner_country"),
    "flow": ("flow", "trade_flow", "direction", "flow_type"),
    "code": (
        *("hs_code", "hs6", "hs", "hs8", "hs10", "cn_code", "cn8", "product_code", "commodity_code", "product", "code"),
        *("cn", "hs_10", "hs_8", "hs_6", "tnved", "tn_ved", "htsno"),
    ),
    "period": ("period", "date", "month", "year_month", "time_period", "time", "ref_period"),
    "year": ("year", "ref_year"),
}


class PlainReader:
    """A table of flows whose columns have plain names; the value's currency and scale stand in its name."""

    @property
    def format(self) -> str:
        """The format's name for people."""
        return "table of flows (reporter, partner, flow, hs_code, period or year, value_usd)"

    def sniff(self, head: FlowHead) -> bool:
        """True where reporter, partner and code are named plainly."""
        found = _roles(_columns(head))
        return {"reporter", "partner", "code"} <= found.keys()

    def plan(self, head: FlowHead, request: FlowRequest) -> FlowPlan:
        """As the header says.

        Raises:
            InputError: it leaves open the flow, the period or the unit of the value.
        """
        columns = _columns(head)
        return mapped_plan(check_mapping(_mapping(columns, head.name), head.name), head, request)


def _columns(head: FlowHead) -> tuple[str, ...]:
    if head.kind != "workbook":
        return head.columns
    first = next((rows for rows in head.sheets.values() if rows), ())
    return tuple(" ".join(cell.split()) for cell in first[0]) if first else ()


def _fold(name: str) -> str:
    return re.sub(r"[^a-z0-9]+", "_", name.strip().casefold()).strip("_")


def _roles(columns: tuple[str, ...]) -> dict[str, str]:
    folded = {_fold(name): name for name in reversed(columns)}
    return {role: folded[alias] for role, names in _ROLES.items() for alias in reversed(names) if alias in folded}


def _mapping(columns: tuple[str, ...], file: str) -> dict[str, Any]:
    roles = _roles(columns)
    value, unit = _value(columns, file)
    if "flow" not in roles:
        raise InputError(
            f"{file}: no column says whether rows are imports or exports; say it in a mapping (--mapping)."
        )
    weight = next(((name, unit_text) for name in columns if (unit_text := _weight(name))), None)
    return {
        "dataset": re.sub(r"[^a-z0-9]+", "-", file.casefold().split(".")[0]).strip("-") or "table",
        "nomenclature": "CN" if _fold(roles["code"]).startswith("cn") else "HS",
        "edition": "period" if _fold(roles["code"]).startswith("cn") else 0,
        "reporter": {"column": roles["reporter"]},
        "partner": {"column": roles["partner"]},
        "flow": {"column": roles["flow"]},
        "code": {"column": roles["code"]},
        "period": _period(roles, file),
        "value": {"column": value, "unit": unit},
        **({"weight": {"column": weight[0], "unit": weight[1]}} if weight else {}),
    }


def _period(roles: dict[str, str], file: str) -> dict[str, str]:
    if "year" in roles and _fold(roles.get("period", "")) == "month":
        return {"year": roles["year"], "month": roles["period"]}
    if "period" in roles:
        return {"column": roles["period"]}
    if "year" in roles:
        return {"year": roles["year"]}
    raise InputError(f"{file}: no column says the year or month; name it period, or say it in a mapping (--mapping).")


def _value(columns: tuple[str, ...], file: str) -> tuple[str, str]:
    """The column of values and its unit, which its own name says: value_usd, trade_value_thousand_eur."""
    named = [(name, _unit_words(name)) for name in columns if re.search(r"value|amount|stoimost", _fold(name))]
    found = [(name, words) for name, words in named if read_value_unit(words)]
    if len(found) == 1:
        return found[0]
    if found:
        raise InputError(
            f"{file}: {', '.join(name for name, _ in found)} all hold values; say in a mapping which counts."
        )
    seen = (
        f"the header of {', '.join(name for name, _ in named)} does not say in what unit"
        if named
        else "none is named value"
    )
    raise InputError(
        f"{file}: the values are in no known unit ({seen}); name the column value_usd or value_thousand_usd, or give a "
        "mapping (--mapping)."
    )


def _unit_words(name: str) -> str:
    text = re.sub(r"[_()\[\],]+", " ", name.casefold().replace("us$", "usd"))
    words = [word for word in text.split() if word not in _FILLERS]
    return " ".join(words)


_FILLERS = {
    "value",
    "values",
    "trade",
    "amount",
    "in",
    "of",
    "total",
    "primary",
    "statistical",
    "customs",
    "fob",
    "cif",
    "stat",
}


def _weight(name: str) -> str:
    folded = _fold(name)
    match = re.fullmatch(r"(?:net_?)?(?:weight|wgt|mass|quantity)_(?:in_)?(.+)", folded)
    return match[1] if match and read_weight_unit(match[1]) else ""
