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
        year, code = column_sql(head.columns[0]), f"trim({column_sql(head.columns[3])})"
        return FlowPlan(
            dataset=request.dataset or "baci",
            fields={
                "reporter": column_sql(head.columns[1]),
                "partner": column_sql(head.columns[2]),
                "flow": "'export'",
                "nomenclature": "'HS'",
                "edition": str(request.edition or _edition(head.name)),
                "code": f"CASE WHEN length({code}) < 6 THEN right('000000' || {code}, 6) ELSE {code} END",
                "period": f"make_date(try_cast({year} AS INTEGER), 1, 1)",
                "period_text": year,
                "frequency": "'A'",
                "value_text": column_sql(head.columns[4]),
                "currency": "'USD'",
                "valuation": "'FOB'",
                "net_weight_text": column_sql(head.columns[5]),
                "attribution": "'destination'",
            },
            reporter_scheme="comtrade",
            partner_scheme="comtrade",
            value_factor="1000",
            weight_factor="1000",
            refused="CASE WHEN NOT regexp_matches(code, '^\\d{6}$') THEN 'code_unreadable' END",
        )


def _edition(name: str) -> int:
    found = re.search(r"HS(\d\d)(?!\d)", name, re.IGNORECASE)
    if found and found[1] in _EDITIONS:
        return _EDITIONS[found[1]]
    raise InputError(
        f"{name}: BACI's columns do not tell the edition of the HS, and neither does the file's name; give it, for "
        "example --edition 2017."
    )
