"""SQL that turns the raw rows of a file into flows, each with its verdict: kept, refused or left out."""

import re
from collections.abc import Mapping, Sequence
from pathlib import Path

from entrepot.trade.flow_table import FLOW_COLUMNS, FLOW_KEY
from entrepot.trade.importers.expressions import absent_sql, column_sql, text_sql
from entrepot.trade.importers.interface import CELL, LATER, LINES, ROW, FlowPlan
from entrepot.trade.territory_codes import GROUP, territory_targets

_USUAL: Mapping[str, str] = {
    "flow_text": "''",
    "nomenclature": "'HS'",
    "edition": "0",
    "period_text": "''",
    "currency": "''",
    "net_weight_text": "NULL",
    "quantity_text": "NULL",
    "quantity_unit": "''",
    "unit_text": "''",
}
_LATER_USUAL = {"valuation": "''", "attribution": "''", "mark": "''"}


NUMBERED = ("comtrade", "m49")
"""Schemes whose codes are numbers below 1,000: a list answers faster than a join."""


def raw_csv_sql(parts: Sequence[tuple[Path, int]], columns: Sequence[str], delimiter: str, first_line: int) -> str:
    """The rows of the parts of one CSV file as text, with their lines."""
    kinds = ", ".join(f"{text_sql(name)}: 'VARCHAR'" for name in columns)
    texts = []
    for number, (path, before) in enumerate(parts):
        skip = first_line if number == 0 else 0
        texts.append(f"""
            SELECT *, 0 AS {CELL}, row_number() OVER () + {before + skip} AS {ROW}
            FROM read_csv({text_sql(str(path))}, columns = {{{kinds}}}, delim = {text_sql(delimiter)}, skip = {skip},
                header = false, quote = '"', escape = '"', auto_detect = false, strict_mode = true)
        """)  # noqa: S608 - literals are quoted
    return " UNION ALL ".join(texts)


def raw_records_sql(path: Path, columns: Sequence[str]) -> str:
    """The rows of a CSV file that was written by `tidying.write_records`."""
    kinds = ", ".join(f"{text_sql(name)}: 'VARCHAR'" for name in columns)
    return f"""
        SELECT *
        FROM read_csv({text_sql(str(path))}, columns = {{'{ROW}': 'BIGINT', '{CELL}': 'INTEGER', {kinds}}}, delim = ',',
            header = false, quote = '"', escape = '"', auto_detect = false)
    """  # noqa: S608 - literals are quoted


def raw_parquet_sql(path: Path) -> str:
    """The rows of a Parquet file, every column as text."""
    return f"""
        SELECT COLUMNS(* EXCLUDE (file_row_number))::VARCHAR, 0 AS {CELL}, file_row_number + 1 AS {ROW}
        FROM read_parquet({text_sql(str(path))}, file_row_number = true)
    """  # noqa: S608 - literals are quoted


def labels_sql(plan: FlowPlan, which: str) -> str:
    """The distinct labels of reporters or partners."""
    return f"SELECT DISTINCT trim({plan.fields[which]}) FROM ({plan.source or 'SELECT * FROM raw'})"  # noqa: S608


def kinds_sql(plan: FlowPlan) -> list[str]:
    """The types of columns that have few values: Parquet takes them three times faster than text, as the same text."""
    words = {
        "territory": territory_targets(),
        "flow": ("import", "export", "re-export", "re-import"),
        "frequency": ("M", "Q", "A"),
        "valuation": ("FOB", "CIF", ""),
        "attribution": ("origin", "consignment", "destination", ""),
        "mark": ("", "estimated", "suppressed"),
        "partner2": ("",),
        "dataset": (plan.dataset,),
        **{name: (value,) for name, value in _constants(plan).items()},
    }
    return [
        f"CREATE TYPE {name}_kind AS ENUM ({', '.join(text_sql(word) for word in known)})"
        for name, known in words.items()
    ]


def flow_columns_sql(plan: FlowPlan) -> str:
    """The columns of the flow table with their types, those of `kinds_sql` too, for a SELECT over staged rows."""
    narrow = ("flow", "frequency", "valuation", "attribution", "mark", "partner2", "dataset", *_constants(plan))
    kinds = FLOW_COLUMNS | {name: f"{name}_kind" for name in narrow}
    kinds |= {"reporter": "territory_kind", "partner": "territory_kind"}
    return ", ".join(f'CAST("{name}" AS {kind}) AS "{name}"' for name, kind in kinds.items())


def staged_columns_sql(plan: FlowPlan) -> str:
    """The columns of staged rows, those of the flow table with their types."""
    return f"{flow_columns_sql(plan)}, * EXCLUDE ({', '.join(column_sql(name) for name in FLOW_COLUMNS)})"


def varying_key(plan: FlowPlan) -> tuple[str, ...]:
    """The columns of a flow's key that are not the same in all rows of the file."""
    fields = {**plan.fields, "partner2": "''"}
    return tuple(name for name in FLOW_KEY if not re.fullmatch(r"'[^']*'|\d+", fields.get(name, "''")))


def staged_sql(plan: FlowPlan, number: int, numbered: Mapping[str, Mapping[str, str]]) -> str:
    """Every row of the file with the columns of the flow table, territories as printed, part, kind, reason and detail.

    `numbered` has the codes of the schemes whose codes are numbers, by `reporter` and `partner`; those of the
    others stand in the tables `reporter_codes` and `partner_codes`.
    """
    secret = "false" if "partner" in numbered else "coalesce(partner_is_secret, false)"
    return f"""
        WITH source_rows AS NOT MATERIALIZED ({plan.source or f"SELECT *, 1 AS {LINES} FROM raw"}),
        draft AS NOT MATERIALIZED ({_draft_sql(plan)}),
        placed AS NOT MATERIALIZED ({_placed_sql(plan, numbered)}),
        told AS NOT MATERIALIZED ({_told_sql(plan)}),
        judged AS NOT MATERIALIZED ({_judged_sql(plan, numbered)})
        SELECT
            reporter, partner, '' AS partner2, flow,
            nomenclature, edition::SMALLINT AS edition, code, period, frequency, value, currency, valuation,
            CASE WHEN weight = 0 AND coalesce(value, 1) > 0 THEN NULL ELSE weight END AS net_weight_kg,
            CASE WHEN amount = 0 AND coalesce(value, 1) > 0 THEN NULL ELSE amount END AS quantity,
            coalesce(quantity_unit, '') AS quantity_unit, attribution,
            CASE WHEN {secret} THEN 'suppressed' ELSE mark END AS mark, {text_sql(plan.dataset)} AS dataset,
            {number}::INTEGER AS source, line AS "row",
            trim(reporter_code) AS reporter_code, trim(partner_code) AS partner_code,
            part, depth, branch, leaf, cell, lines, is_kept,
            CASE WHEN is_kept THEN 'kept' WHEN left_out IS NOT NULL THEN 'left_out' ELSE 'refused' END AS kind,
            coalesce(left_out, refused, '') AS reason,
            CASE WHEN left_out IS NULL AND refused IS NOT NULL THEN {_DETAIL} ELSE '' END AS detail
        FROM (SELECT *, left_out IS NULL AND refused IS NULL AS is_kept FROM judged)
    """  # noqa: S608 - expressions of the house


def _constants(plan: FlowPlan) -> dict[str, str]:
    """The columns of text, besides those with few words, that are the same in all rows, with that text."""
    texts = {name: plan.fields.get(name, _USUAL[name]) for name in ("nomenclature", "currency", "quantity_unit")}
    return {name: found[1] for name, text in texts.items() if (found := re.fullmatch(r"'([^']*)'", text))}


def _draft_sql(plan: FlowPlan) -> str:
    fields = {**_USUAL, **{name: sql for name, sql in plan.fields.items() if name not in LATER}}
    fields["reporter_code"], fields["partner_code"] = fields.pop("reporter"), fields.pop("partner")
    fields |= {"part": plan.part, "depth": plan.depth, "branch": plan.branch, "leaf": plan.leaf, **plan.extras}
    columns = ", ".join(f"{sql} AS {name}" for name, sql in fields.items())
    return f"SELECT {ROW} AS line, {CELL} AS cell, {LINES} AS lines, {columns} FROM source_rows"  # noqa: S608


def _placed_sql(plan: FlowPlan, numbered: Mapping[str, Mapping[str, str]]) -> str:
    joins, columns = [], []
    for side in ("reporter", "partner"):
        if side in numbered:
            known = [numbered[side].get(str(code), GROUP) for code in range(1000)]
            codes = ", ".join("NULL" if is_sum(side, code) else text_sql(code) for code in known)
            columns.append(f"([{codes}]::territory_kind[])[{_number_sql(side)} + 1] AS {side}")
        else:
            joins.append(f"LEFT JOIN {side}_codes ON {side}_codes.label = trim({side}_code)")
            columns += [f"{side}_codes.territory AS {side}", f"{side}_is_sum"]
    columns += [] if "partner" in numbered else ["partner_is_secret"]
    return f"""
        SELECT draft.*, {", ".join(columns)},
            try_cast(value_text AS DOUBLE) * {plan.value_factor} AS value,
            CASE WHEN try_cast(value_text AS DOUBLE) IS NULL
                THEN {absent_sql("value_text", plan.missing)} ELSE false END AS value_absent,
            try_cast(net_weight_text AS DOUBLE) * {plan.weight_factor} AS weight,
            try_cast(quantity_text AS DOUBLE) * {plan.quantity_factor} AS amount
        FROM draft {" ".join(joins)}
    """  # noqa: S608 - expressions of the house


def _told_sql(plan: FlowPlan) -> str:
    later = {name: plan.fields.get(name, usual) for name, usual in _LATER_USUAL.items()}
    columns = ", ".join(f"coalesce({sql}, '') AS {name}" for name, sql in later.items())
    return f"SELECT *, {columns}, {_PLAINLY_GOOD} AS is_good FROM placed"  # noqa: S608 - expressions of the house


_PLAINLY_GOOD = """
    coalesce(reporter IS NOT NULL AND partner IS NOT NULL AND flow IS NOT NULL AND period IS NOT NULL AND code <> ''
        AND value >= 0 AND value < 'infinity'
        AND (net_weight_text IS NULL OR (weight >= 0 AND weight < 'infinity')), false)
"""
"""Most rows of most files: none of the reasons below applies to them but those of the format itself."""


def _number_sql(side: str) -> str:
    """The code of a territory as a number; blanks that are no spaces are cut off only where the text is none."""
    return f"coalesce(try_cast({side}_code AS INTEGER), try_cast(trim({side}_code) AS INTEGER))"


def is_sum(side: str, territory: str) -> bool:
    """True for a group of territories, and for the world as a reporter: their flows are the sums of others."""
    return territory == GROUP or (side == "reporter" and territory == "W")


def _sum_sql(side: str, numbered: Mapping[str, Mapping[str, str]]) -> str:
    if side not in numbered:
        return f"coalesce({side}_is_sum, false)"
    codes = ", ".join(text_sql(code) for code, territory in numbered[side].items() if is_sum(side, territory))
    return f"coalesce({_number_sql(side)}::VARCHAR IN ({codes}), false)"


_FISCAL = r"""(regexp_matches(period_text, '(?i)^FY ?(19|20)?\d\d$')
    OR (regexp_matches(period_text, '(?i)^(FY ?)?(19|20)\d\d ?[-/–] ?(19|20)?\d\d$') AND
        right(period_text, 2)::INTEGER = (regexp_extract(period_text, '(19|20)\d\d')::INTEGER + 1) % 100))"""
"""Years from April to March and the like, as India writes them."""


def _judged_sql(plan: FlowPlan, numbered: Mapping[str, Mapping[str, str]]) -> str:
    """The first reason that applies; sums are left out before anything in them is looked at."""
    is_group = " OR ".join(_sum_sql(side, numbered) for side in ("reporter", "partner"))
    return f"""
        SELECT *,
            coalesce({plan.left_out},
                CASE WHEN is_good THEN NULL WHEN reporter IS NULL OR partner IS NULL
                    THEN CASE WHEN {is_group} THEN 'group' END END
            ) AS left_out,
            coalesce(CASE
                WHEN is_good THEN NULL
                WHEN reporter IS NULL THEN 'reporter_unknown'
                WHEN partner IS NULL THEN 'partner_unknown'
                WHEN flow IS NULL THEN 'flow_unknown'
                WHEN period IS NULL AND regexp_matches(period_text, '^[34]\\d{{4}}(\\.0*)?$') THEN 'period_excel'
                WHEN period IS NULL AND {_FISCAL} THEN 'period_fiscal'
                WHEN period IS NULL THEN 'period_unreadable'
                WHEN code IS NULL OR code = '' THEN 'code_missing' END,
            {plan.refused},
            CASE
                WHEN is_good THEN NULL
                WHEN value_absent AND mark <> 'suppressed' THEN 'value_missing'
                WHEN NOT value_absent AND (value IS NULL OR NOT isfinite(value)) THEN 'value_unreadable'
                WHEN value < 0 THEN 'value_negative'
                WHEN weight < 0 OR NOT isfinite(weight) THEN 'weight_unreadable'
                WHEN weight IS NULL THEN
                    CASE WHEN NOT {absent_sql("net_weight_text", plan.missing)} THEN 'weight_unreadable' END END
            ) AS refused
        FROM told
    """  # noqa: S608 - expressions of the house


_DETAIL = """
    CASE refused WHEN 'period_fiscal' THEN period_text WHEN 'reporter_unknown' THEN coalesce(trim(reporter_code), '')
        WHEN 'partner_unknown' THEN coalesce(trim(partner_code), '')
        WHEN 'flow_unknown' THEN coalesce(flow_text, '') WHEN 'period_excel' THEN period_text
        WHEN 'period_unreadable' THEN coalesce(period_text, '') WHEN 'code_unreadable' THEN coalesce(code, '')
        WHEN 'code_length' THEN coalesce(code, '') WHEN 'value_unreadable' THEN value_text
        WHEN 'value_negative' THEN value_text WHEN 'unit_unknown' THEN coalesce(unit_text, '')
        WHEN 'code_zeros' THEN code WHEN 'weight_unreadable' THEN net_weight_text ELSE '' END
"""
