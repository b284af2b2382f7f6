"""Several rows of one flow: sums beside their parts, parts without a sum, rows that stand twice."""

import duckdb

from entrepot.trade.flow_table import FLOW_KEY
from entrepot.trade.importers.interface import FlowPlan
from entrepot.trade.staging import flow_columns_sql

_KEY = ", ".join(FLOW_KEY)
_CODED = f"{_KEY}, reporter_code, partner_code"
"""A flow as printed: two codes that are one territory here are two of them."""

_REPEATED_SQL = f"""
    CREATE OR REPLACE TEMP TABLE repeated AS
    SELECT flow_hash
    FROM (SELECT hash({_KEY}) AS flow_hash FROM staged WHERE is_kept)
    GROUP BY flow_hash
    HAVING count(*) > 1
"""  # noqa: S608 - constants

_MULTIPLE_SQL = f"""
    CREATE OR REPLACE TEMP TABLE multiple AS
    SELECT staged.*
    FROM staged
    SEMI JOIN repeated ON repeated.flow_hash = hash({_KEY})
    WHERE is_kept
"""  # noqa: S608 - constants
"""Only the rows of flows that have several, which in most files are few."""

# Where the sum over all parts is there, it counts; else the parts of the split with the fewest dimensions, and among
# these those sums that stand higher (mode of transport 2000 before 2100).
_PICKED_SQL = f"""
    CREATE OR REPLACE TEMP TABLE picked AS
    WITH ranked AS (
        SELECT *, min(depth) OVER (PARTITION BY {_CODED}) AS least_depth FROM multiple
    ), topped AS (
        SELECT *,
            min(CASE WHEN depth = least_depth THEN leaf END) OVER (PARTITION BY {_CODED}, depth, branch) AS least_leaf
        FROM ranked
    ), compared AS (
        SELECT *, depth = least_depth AND leaf = least_leaf AS is_picked,
            count(*) OVER same_part AS alike,
            count(DISTINCT (coalesce(value, -1), coalesce(net_weight_kg, -1))) OVER same_part AS figures,
            row_number() OVER (PARTITION BY {_CODED}, depth, branch, leaf, part ORDER BY "row", cell) AS place,
            min("row") OVER same_part AS first_row, max("row") OVER same_part AS last_row
        FROM topped
        WINDOW same_part AS (PARTITION BY {_CODED}, depth, branch, leaf, part)
    )
    SELECT * REPLACE (
        CASE WHEN NOT is_picked THEN 'left_out' WHEN alike = 1 OR (figures = 1 AND place = 1) THEN 'kept'
            ELSE 'refused' END AS kind,
        CASE WHEN NOT is_picked THEN 'part_of_total' WHEN alike = 1 OR (figures = 1 AND place = 1) THEN ''
            WHEN figures = 1 THEN 'row_repeated' ELSE 'rows_conflict' END AS reason,
        CASE WHEN is_picked AND figures > 1 THEN first_row || ' and ' || last_row ELSE '' END AS detail
    )
    FROM compared
"""  # noqa: S608 - constants

# A weight of the whole is known where every part with a value has one.
_SUMMED_SQL = f"""
    CREATE OR REPLACE TEMP TABLE summed AS
    SELECT {_KEY}, sum(value) AS value, any_value(currency) AS currency,
        CASE WHEN count(CASE WHEN net_weight_kg IS NULL AND coalesce(value, 1) > 0 THEN 1 END) = 0
            THEN sum(net_weight_kg) END AS net_weight_kg,
        CASE WHEN count(CASE WHEN quantity IS NULL AND coalesce(value, 1) > 0 THEN 1 END) = 0
            AND count(DISTINCT quantity_unit) = 1 THEN sum(quantity) END AS quantity,
        CASE WHEN count(DISTINCT quantity_unit) = 1 THEN min(quantity_unit) ELSE '' END AS quantity_unit,
        CASE WHEN bool_or(mark = 'suppressed') THEN 'suppressed' WHEN bool_or(mark = 'estimated') THEN 'estimated'
            ELSE '' END AS mark,
        any_value(dataset) AS dataset, any_value(source) AS source, min("row") AS "row",
        count(*) AS rows_added, count(DISTINCT (reporter_code, partner_code)) AS codes
    FROM picked
    WHERE kind = 'kept'
    GROUP BY {_KEY}
"""  # noqa: S608 - constants

SET_ASIDE_SQL = """
    SELECT "row", cell, kind, reason, detail, lines FROM staged WHERE NOT is_kept
    UNION ALL
    SELECT "row", cell, kind, reason, detail, lines FROM picked WHERE kind <> 'kept'
"""
"""The rows that were refused or left out, once `settle` has been called."""


def settled_sql(plan: FlowPlan) -> str:
    """The rows of the flow table, once `settle` has been called."""
    columns = flow_columns_sql(plan)
    return f"""
        SELECT {columns}
        FROM staged
        ANTI JOIN repeated ON repeated.flow_hash = hash({_KEY})
        WHERE is_kept
        UNION ALL
        SELECT {columns} FROM summed
    """  # noqa: S608 - constants


def settle(connection: duckdb.DuckDBPyConnection) -> None:
    """One row a flow: the tables `repeated`, `picked` and `summed` say what became of rows that share one.

    The view `staged` must have the columns of `staging.staged_sql`.
    """
    for sql in (_REPEATED_SQL, _MULTIPLE_SQL, _PICKED_SQL, _SUMMED_SQL):
        connection.execute(sql)


def count_added(connection: duckdb.DuckDBPyConnection) -> dict[str, int]:
    """How many rows were added to another one of the same flow, by reason."""
    sql = """
        SELECT CASE WHEN codes > 1 THEN 'same_territory' ELSE 'added_up' END AS reason, sum(rows_added - 1)::BIGINT
        FROM summed
        WHERE rows_added > 1
        GROUP BY reason
        ORDER BY reason
    """
    return dict(connection.execute(sql).fetchall())
