"""Eurostat's data browser and interface: SDMX-CSV, and the columns to which its TSV and workbooks are turned."""

from entrepot.errors import InputError
from entrepot.trade.importers.comext_bulk import attribution_sql
from entrepot.trade.importers.expressions import cell_sql, frequency_sql, period_sql
from entrepot.trade.importers.interface import CELL, LINES, ROW, FlowHead, FlowPlan, FlowRequest

DIMENSIONS = ("reporter", "partner", "product", "flow", "indicators", "TIME_PERIOD", "OBS_VALUE", "OBS_FLAG")

_VALUES = {"VALUE_IN_EUROS": 1, "VALUE_EUR": 1, "VALUE_IN_EURO": 1, "VALUE_1000EURO": 1000, "VALUE_IN_1000_EURO": 1000}
_WEIGHTS = {
    "QUANTITY_IN_100KG": 100,
    "QUANTITY_KG": 1,
    "QUANTITY_IN_KG": 1,
    "QUANTITY_IN_TONNES": 1000,
    "QUANTITY_TON": 1000,
}
_SUPPLEMENTARY = ("SUPPLEMENTARY_QUANTITY", "SUP_QUANTITY", "SUPPLEMENTARY_UNITS")

_ALIASES = {
    "declarant": "reporter",
    "geo": "reporter",
    "indicator": "indicators",
    "indic": "indicators",
    "time": "time_period",
}


class SdmxReader:
    """One observation a line: reporter, partner, product, flow, indicator, period, value, flag (Eurostat SDMX-CSV)."""

    @property
    def format(self) -> str:
        """The format's name for people."""
        return "Eurostat SDMX-CSV (reporter, partner, product, flow, indicators, TIME_PERIOD, OBS_VALUE)"

    def sniff(self, head: FlowHead) -> bool:
        """True where the dimensions of trade and OBS_VALUE stand in the header."""
        return head.kind == "text" and _missing(head.columns) in ([], ["indicators"])

    def plan(self, head: FlowHead, request: FlowRequest) -> FlowPlan:
        """Values in EUR; weights and supplementary quantities of a flow join its value."""
        return sdmx_plan(head.columns, head.name, request)


def sdmx_plan(columns: tuple[str, ...], file: str, request: FlowRequest) -> FlowPlan:
    """How observations become flows.

    Raises:
        InputError: the columns do not say what was measured.
    """
    names = _names(columns)
    if "indicators" not in names:
        raise InputError(
            f"{file}: no column says what was measured (indicators: VALUE_IN_EUROS, QUANTITY_IN_100KG); take that "
            "dimension into the download."
        )
    return FlowPlan(
        dataset=request.dataset or "comext",
        source=_pivot(names),
        fields={
            "reporter": "s_reporter",
            "partner": "s_partner",
            "flow": (
                "CASE WHEN upper(s_flow) IN ('1', 'IMPORT', 'IMPORTS', 'M', 'I') THEN 'import'"
                " WHEN upper(s_flow) IN ('2', 'EXPORT', 'EXPORTS', 'X', 'E') THEN 'export' END"
            ),
            "flow_text": "s_flow",
            "nomenclature": "'CN'",
            "edition": "try_cast(left(s_period, 4) AS INTEGER)",
            "code": "upper(s_product)",
            "period": period_sql("s_period"),
            "period_text": "s_period",
            "frequency": frequency_sql("s_period"),
            "value_text": "s_value",
            "currency": "'EUR'",
            "valuation": "CASE flow WHEN 'import' THEN 'CIF' ELSE 'FOB' END",
            "net_weight_text": "s_weight",
            "quantity_text": "s_quantity",
            "attribution": attribution_sql(),
            "mark": _MARK,
        },
        extras={"x_flag": "s_flag", "x_values": "s_values", "x_other": "s_other", "x_repeated": "s_repeated"},
        reporter_scheme="any",
        partner_scheme="any",
        territories=dict(_EUROSTAT),
        refused=(
            "CASE WHEN x_repeated THEN 'row_repeated'"
            " WHEN x_other IS NOT NULL AND x_values = 0 THEN 'indicator_unknown'"
            " WHEN code <> 'TOTAL' AND NOT regexp_matches(code, '^\\d{2}[0-9A-Z_]*$') THEN 'code_unreadable'"
            " WHEN x_values = 0 THEN 'value_missing' END"
        ),
        left_out="CASE WHEN value_absent AND x_values > 0 AND NOT regexp_matches(x_flag, '[cC]') THEN 'no_value' END",
        columns=columns,
    )


_MARK = (
    "CASE WHEN regexp_matches(x_flag, '[cC]') THEN 'suppressed'"
    " WHEN code <> 'TOTAL' AND regexp_matches(code, '[A-Z]') THEN 'suppressed'"
    " WHEN regexp_matches(x_flag, '[eEsS]') THEN 'estimated' ELSE '' END"
)
"""Eurostat's flags: c confidential, e estimated, s its own estimate; p, provisional, is no estimate."""

_EUROSTAT = {"GR": "GR", "EL": "GR", "UK": "GB", "XS": "RS", "XI": "GB", "XU": "GB"}


def _names(columns: tuple[str, ...]) -> dict[str, str]:
    folded = {name.strip().casefold(): name for name in columns}
    return {_ALIASES.get(key, key): name for key, name in folded.items()}


def _missing(columns: tuple[str, ...]) -> list[str]:
    names = _names(columns)
    return [name for name in DIMENSIONS[:-1] if name.casefold() not in names]


def _coded(name: str) -> str:
    """The code in "AT: Austria" as the data browser writes cells that hold both; else the cell."""
    cell = cell_sql(name, ("",))
    return f"CASE WHEN regexp_matches({cell}, '^[0-9A-Z_]+:') THEN trim(split_part({cell}, ':', 1)) ELSE {cell} END"


def _pivot(names: dict[str, str]) -> str:
    """One row a flow: its value, weight and supplementary quantity, which are observations of their own."""
    observation, indicator = cell_sql(names["obs_value"]), f"upper({_coded(names['indicators'])})"
    indicator = f"replace(replace({indicator}, ' ', '_'), '-', '_')"
    flag = f"coalesce({cell_sql(names['obs_flag'])}, '')" if "obs_flag" in names else "''"
    confidential = f"coalesce({cell_sql(names['conf_status'])}, '')" if "conf_status" in names else "''"
    return f"""
        WITH observations AS (
            SELECT {ROW}, {CELL}, {_coded(names["reporter"])} AS s_reporter, {_coded(names["partner"])} AS s_partner,
                {_coded(names["product"])} AS s_product, {_coded(names["flow"])} AS s_flow,
                {cell_sql(names["time_period"], ("",))} AS s_period, {indicator} AS indicator,
                {observation} AS observation, {flag} || {confidential} AS flag
            FROM raw
        ), scaled AS (
            SELECT *, {_factor(_VALUES)} AS value_factor, {_factor(_WEIGHTS)} AS weight_factor,
                indicator IN ({", ".join(f"'{name}'" for name in _SUPPLEMENTARY)}) AS is_supplementary
            FROM observations
        )
        SELECT
            s_reporter, s_partner, s_product, s_flow, s_period,
            min({ROW}) AS {ROW}, min({CELL}) AS {CELL}, count(*) AS {LINES},
            max(CASE WHEN value_factor = 1 THEN observation WHEN value_factor IS NOT NULL
                THEN coalesce((try_cast(observation AS DOUBLE) * value_factor)::VARCHAR, observation) END) AS s_value,
            max(CASE WHEN weight_factor = 1 THEN observation WHEN weight_factor IS NOT NULL
                THEN coalesce((try_cast(observation AS DOUBLE) * weight_factor)::VARCHAR, observation) END) AS s_weight,
            max(CASE WHEN is_supplementary THEN observation END) AS s_quantity,
            max(CASE WHEN value_factor IS NOT NULL THEN flag ELSE '' END) AS s_flag,
            count(value_factor) AS s_values,
            max(CASE WHEN value_factor IS NULL AND weight_factor IS NULL AND NOT is_supplementary THEN indicator END)
                AS s_other,
            count(*) <> count(DISTINCT indicator) AS s_repeated
        FROM scaled
        GROUP BY ALL
    """  # noqa: S608 - expressions of the house


def _factor(units: dict[str, int]) -> str:
    return f"CASE indicator {' '.join(f'WHEN {name!r} THEN {factor}' for name, factor in units.items())} END"


def observation_cells(values: dict[str, str]) -> tuple[str, ...]:
    """The cells of one observation in the order of `DIMENSIONS`."""
    return tuple(values.get(name, "") for name in DIMENSIONS)
