"""Comext bulk files: full_v2_YYYYMM.dat and older forms, a line for each reporter, partner, code and procedure."""

from entrepot.trade.importers.expressions import cell_sql, column_sql, first_sql, period_sql
from entrepot.trade.importers.interface import FlowHead, FlowPlan, FlowRequest
from entrepot.trade.territory_codes import Scheme

_REPORTERS = ("REPORTER_ISO", "DECLARANT_ISO", "REPORTER", "DECLARANT")
_PARTNERS = ("PARTNER_ISO", "PARTNER")
_PROCEDURES = ("STAT_PROCEDURE", "STAT_REGIME")
_VALUES = (
    ("VALUE_EUR", 1),
    ("VALUE_IN_EUROS", 1),
    ("VALUE_IN_EURO", 1),
    ("VALUE_1000ECU", 1000),
    ("VALUE_1000EURO", 1000),
)
_WEIGHTS = (("QUANTITY_KG", 1), ("QUANTITY_IN_KG", 1), ("QUANTITY_TON", 1000), ("QUANTITY_IN_100KG", 100))
_UNITS = ("SUPPL_UNIT", "SUPP_UNIT")
_ALL_PROCEDURES = "4"
"""STAT_REGIME 4 of the older files is the sum over all procedures (methods of the monthly Comext CD-ROM)."""

_CODES = "^(\\d{2}|\\d{4}|\\d{6}|\\d{8})$"
_MASKED = "^\\d{2}[0-9A-Z]*[A-Z][0-9A-Z]*$"
"""Confidential trade is booked under codes with letters: 8471SSSS, 09YYY123, 99SSSSSS."""


class ComextBulkReader:
    """Eurostat's user guide on international trade in goods: field names and codes of the bulk files."""

    @property
    def format(self) -> str:
        """The format's name for people."""
        return "Comext bulk file (PRODUCT_NC, FLOW, PERIOD)"

    def sniff(self, head: FlowHead) -> bool:
        """True where product, flow and one of the values stand in the header."""
        names = {name.upper() for name in head.columns}
        return {"PRODUCT_NC", "FLOW", "PERIOD"} <= names and any(name in names for name, _ in _VALUES)

    def plan(self, head: FlowHead, request: FlowRequest) -> FlowPlan:
        """Values in EUR, weights in kilograms; statistical procedures are added up where their sum is not there."""
        names = {name.upper(): name for name in head.columns}
        value, value_factor = next((names[name], factor) for name, factor in _VALUES if name in names)
        weight = next(((names[name], factor) for name, factor in _WEIGHTS if name in names), None)
        code, period = cell_sql(names["PRODUCT_NC"]), cell_sql(names["PERIOD"])
        procedure = next((cell_sql(names[name]) for name in _PROCEDURES if name in names), "NULL")
        reporter = next(names[name] for name in _REPORTERS if name in names)
        partner = next(names[name] for name in _PARTNERS if name in names)
        unit = next((cell_sql(names[name]) for name in _UNITS if name in names), "NULL")
        return FlowPlan(
            dataset=request.dataset or "comext",
            fields={
                "reporter": column_sql(reporter),
                "partner": column_sql(partner),
                "flow": f"CASE {cell_sql(names['FLOW'])} WHEN '1' THEN 'import' WHEN '2' THEN 'export' END",
                "flow_text": column_sql(names["FLOW"]),
                "nomenclature": "'CN'",
                "edition": f"try_cast(left({period}, 4) AS INTEGER)",
                "code": f"CASE upper({code}) WHEN 'TT' THEN 'TOTAL' ELSE upper({code}) END",
                "period": period_sql(period),
                "period_text": period,
                "frequency": f"CASE WHEN right({period}, 2) = '52' OR length({period}) = 4 THEN 'A' ELSE 'M' END",
                "value_text": column_sql(value),
                "currency": "'EUR'",
                "valuation": "CASE flow WHEN 'import' THEN 'CIF' ELSE 'FOB' END",
                "net_weight_text": column_sql(weight[0]) if weight else "NULL",
                "quantity_text": column_sql(names["SUP_QUANTITY"]) if "SUP_QUANTITY" in names else "NULL",
                "quantity_unit": first_sql(unit, "''"),
                "attribution": attribution_sql("x_trade_type"),
                "mark": f"CASE WHEN code <> 'TOTAL' AND regexp_matches(code, '{_MASKED}') THEN 'suppressed' END",
            },
            extras={"x_trade_type": _trade_type(names)},
            reporter_scheme=_scheme(reporter, head),
            partner_scheme=_scheme(partner, head),
            value_factor=str(value_factor),
            weight_factor=str(weight[1]) if weight else "1",
            refused=(
                f"CASE WHEN code <> 'TOTAL' AND NOT regexp_matches(code, '{_CODES}')"
                f" AND NOT regexp_matches(code, '{_MASKED}') THEN 'code_unreadable' END"
            ),
            part=_part(names, procedure),
            depth=f"CASE WHEN {procedure} IS NULL OR {procedure} = '{_ALL_PROCEDURES}' THEN 0 ELSE 1 END",
            splits=True,
        )


def attribution_sql(trade_type: str = "NULL") -> str:
    """What the partner is: of exports the destination; of imports the origin, within the Union the consignor.

    Regulation (EU) 2019/2152: arrivals from Member States are booked by Member State of consignment, imports from
    third countries by country of origin.
    """
    return (
        "CASE flow WHEN 'export' THEN 'destination' ELSE"
        f" CASE WHEN {trade_type} = 'I' THEN 'consignment' WHEN {trade_type} = 'E' THEN 'origin'"
        " WHEN partner IN ('W', 'EU', '_X') THEN ''"
        f" WHEN partner IN ({_MEMBERS}) OR (partner = 'GB' AND period < DATE '2021-01-01') THEN 'consignment'"
        " ELSE 'origin' END END"
    )


_MEMBERS = ", ".join(
    f"'{code}'" for code in "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK".split()
)


def _trade_type(names: dict[str, str]) -> str:
    return f"upper({cell_sql(names['TRADE_TYPE'])})" if "TRADE_TYPE" in names else "NULL"


def _scheme(column: str, head: FlowHead) -> Scheme:
    """Numbers are of the old nomenclature of countries, letters of the present one; the first line tells."""
    if column.upper().endswith("_ISO"):
        return "comext"
    lines = head.text.splitlines()
    cells = lines[1].split(head.delimiter) if len(lines) > 1 else []
    at = head.columns.index(column)
    first = cells[at].strip(' "') if at < len(cells) else ""
    return "geonom" if first.isdecimal() else "comext"


def _part(names: dict[str, str], procedure: str) -> str:
    """Lines of one flow differ by procedure, and where a code belongs to several other classifications, by those."""
    others = [
        names[name] for name in names if name.startswith(("PRODUCT_", "TRADE_TYPE", "SUPP")) and name != "PRODUCT_NC"
    ]
    return f"concat_ws('/', {', '.join([procedure, *(column_sql(name) for name in others)])})"
