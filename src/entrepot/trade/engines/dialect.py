"""SQL of the house, written for DuckDB, carried over to another engine; and the parameters that it names."""

import re
from collections.abc import Mapping

from entrepot.errors import CallError

_PARAMETER = re.compile(r"\$([a-z_][a-z0-9_]*)")


def named_parameters(sql: str, parameters: Mapping[str, object]) -> dict[str, object]:
    """Those parameters that the statement names; engines refuse the others.

    Raises:
        KeyError: the statement names one that is not given.
    """
    return {name: parameters[name] for name in dict.fromkeys(_PARAMETER.findall(sql))}


def spark_sql(sql: str) -> str:
    """The statement in the dialect of Spark, its parameters as `:name`.

    Raises:
        CallError: sqlglot is not installed.
    """
    try:
        import sqlglot
    except ImportError as missing:
        raise CallError("Spark needs sqlglot as well; install both: pip install 'entrepot[spark]'.") from missing
    return ";\n".join(sqlglot.transpile(sql, read="duckdb", write="spark", unsupported_level=sqlglot.ErrorLevel.RAISE))
