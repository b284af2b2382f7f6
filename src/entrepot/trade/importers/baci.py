"""BACI, CEPII's reconciled world trade: a year a file, columns t, i, j, k, v, q."""

import re

from entrepot.errors import InputError
from entrepot.trade.importers.expressions import column_sql
from entrepot.trade.importers.interface import FlowHead, FlowPlan, FlowRequest

_COLUMNS = ("t", "i", "j", "k", "v", "q")
_EDITIONS = {"92": 1992, "96": 1996, "02": 2002, "07": 2007, "12": 2012, "17": 2017, "22": 2022}


class BaciReader:
    """Gaulier and Zignago (2010): t year, i exporter, j importer, k product, v thousand USD FOB, q metric tons."""

    @property
    def format(self) -> str:
        """The format's name for people."""
        return "BACI (t, i, j, k, v, q)"

    def sniff(self, head: FlowHead) -> bool:
        """True where the columns are the six of BACI."""
        return head.kind == "text" and tuple(name.lower() for name in head.columns) == _COLUMNS

    def plan(self, head: FlowHead, request: FlowRequest) -> FlowPlan:
        """Exports of i to j; the edition of the HS stands in the file's name or is given."""
        year, code = column_sql(head.columns[0]), column_sql(head.columns[3])
        return FlowPlan(
            dataset=request.dataset or "baci",
            fields={
                "reporter": column_sql(head.columns[1]),
                "partner": column_sql(head.columns[2]),
                "flow": "'export'",
                "nomenclature": "'HS'",
                "edition": str(request.edition or _edition(head.name)),
                "code": _code(code),
                "period": f"make_date(try_cast({year} AS INTEGER), 1, 1)",
                "period_text": year,
                "frequency": "'A'",
                "value_text": column_sql(head.columns[4]),
                "currency": "'USD'",
                "valuation": "'FOB'",
                "net_weight_text": column_sql(head.columns[5]),
                "attribution": "'destination'",
            },
            extras={"x_plain": _plain(code)},
            reporter_scheme="comtrade",
            partner_scheme="comtrade",
            value_factor="1000",
            weight_factor="1000",
            refused="CASE WHEN x_plain THEN NULL WHEN NOT regexp_matches(code, '^\\d{6}$') THEN 'code_unreadable' END",
        )


def _plain(code: str) -> str:
    """True for the codes of nearly all rows; looked at once, so that nothing else need be."""
    return f"coalesce(regexp_matches({code}, '^\\d{{5,6}}$'), false)"


def _code(code: str) -> str:
    """Six digits, with the zeros in front that were lost."""
    bare = f"trim({code})"
    return (
        f"CASE WHEN {_plain(code)} THEN CASE WHEN length({code}) = 6 THEN {code} ELSE '0' || {code} END"
        f" WHEN length({bare}) < 6 THEN right('000000' || {bare}, 6) ELSE {bare} END"
    )


def _edition(name: str) -> int:
    found = re.search(r"HS(\d\d)(?!\d)", name, re.IGNORECASE)
    if found and found[1] in _EDITIONS:
        return _EDITIONS[found[1]]
    raise InputError(
        f"{name}: BACI's columns do not tell the edition of the HS, and neither does the file's name; give it, for "
        "example --edition 2017."
    )
