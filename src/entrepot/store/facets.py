"""Lists narrowed by what their rows have in common: values with their counts, given what else is chosen."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from entrepot.store.casefile import CaseFile

Chosen = Mapping[str, Sequence[str]]
"""Values that were chosen of each facet; a row has to have one of each facet's."""

SHOWN: Final = 15
MOST_SHOWN: Final = 500
"""Values of one facet on a page when all are asked for; whoever has more is found by searching."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Facet:
    """A column by whose values a list is narrowed; `many` where it holds a list, `labels` its column of names.

    One that is not `counted` narrows only: its values are too many to be offered.
    """

    name: str
    column: str
    many: bool = False
    labels: str = ""
    counted: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class FacetValue:
    """A value with the number of rows that have it, given what is chosen of the other facets."""

    value: str
    label: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class FacetCounts:
    """The commonest values of a facet and all chosen ones; `distinct` counts the values that there are."""

    name: str
    values: tuple[FacetValue, ...]
    distinct: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Narrowing:
    """What is asked of a list: values of its facets, words that all have to occur, facets to be shown whole."""

    chosen: Chosen
    words: tuple[str, ...] = ()
    whole: frozenset[str] = frozenset()


def fold_words(text: str) -> tuple[str, ...]:
    """The words of a search."""
    return tuple(text.split())


def searched_sql(expression: str) -> str:
    """The text in small letters without accents, as words are looked for in it."""
    return f"lower(strip_accents({expression}))"


class NarrowedTable:
    """The rows of an index table that fit what is asked, for one reader: a page of them, and the facets to ask further.

    Rows that fit all but one facet are kept too, since that facet counts them. Where several things decide they are
    worked out once, into a table of this connection's: to look through words and lists costs more than all counting.
    Statements on `rows` take `parameters`.
    """

    def __init__(
        self, case: CaseFile, table: str, facets: Sequence[Facet], keys: Sequence[str], asked: Narrowing
    ) -> None:
        self._connection, self._facets, self._asked = case.connection, facets, asked
        self._narrowing = [one for one in facets if asked.chosen.get(one.name)]
        self.rows = table
        self.parameters: dict[str, object] = {}
        if len(self._narrowing) == 1 and not asked.words:
            self.rows = f"(SELECT *, {self._judge_rows()} FROM {table})"  # noqa: S608 - names are constants
        elif self._narrowing or asked.words:
            self.rows = f"narrowed_{table}"
            self._keep(table, keys)

    @property
    def fits_sql(self) -> str:
        """The condition on `rows` that a row fits all that is asked."""
        return " AND ".join(f"fits_{one.name}" for one in self._narrowing) or "true"

    def count_rows(self) -> int:
        """How many rows fit."""
        sql = f"SELECT count(*) FROM {self.rows} WHERE {self.fits_sql}"  # noqa: S608 - names are constants
        return int(self._connection.execute(sql, self.parameters).fetchall()[0][0])

    def count_facets(self) -> list[FacetCounts]:
        """The values of every facet, each counted among the rows that fit what is chosen of the others."""
        counted = [one for one in self._facets if one.counted]
        found: dict[str, list[FacetValue]] = {one.name: [] for one in counted}
        distinct = dict.fromkeys(found, 0)
        chosen = {f"chosen_{one.name}": list(self._asked.chosen[one.name]) for one in self._narrowing if one.counted}
        sql = " UNION ALL ".join(map(self._facet_sql, counted))
        for name, value, label, count, values in self._connection.execute(sql, self.parameters | chosen).fetchall():
            found[name].append(FacetValue(value=value, label=label, count=count))
            distinct[name] = values
        return [self._complete(one, found[one.name], distinct[one.name]) for one in counted]

    def _judge_rows(self) -> str:
        """A column for each facet of which something is chosen: whether the row has one of the values."""
        fits = []
        for one in self._narrowing:
            values = {f"{one.name}{at}": value for at, value in enumerate(self._asked.chosen[one.name])}
            self.parameters |= values
            fits.append(f"({' OR '.join(_has_sql(one, name) for name in values)}) AS fits_{one.name}")
        return ", ".join(fits)

    def _keep(self, table: str, keys: Sequence[str]) -> None:
        judged = self._judge_rows()
        self.parameters |= {f"word{at}": word for at, word in enumerate(self._asked.words)}
        columns = dict.fromkeys(name for one in self._facets for name in (one.column, one.labels) if name)
        found = ", ".join((*dict.fromkeys((*keys, *columns)), *([judged] if judged else [])))
        words = [f"contains(searched, {searched_sql(f'$word{at}')})" for at in range(len(self._asked.words))]
        missed = " + ".join(f"(NOT fits_{one.name})::INTEGER" for one in self._narrowing) or "0"
        sql = f"""
            CREATE OR REPLACE TEMP TABLE {self.rows} AS
            SELECT * FROM (SELECT {found} FROM {table} WHERE {" AND ".join(words) or "true"}) WHERE {missed} <= 1
        """  # noqa: S608 - names are constants
        self._connection.execute(sql, self.parameters)
        self.parameters = {}

    def _facet_sql(self, facet: Facet) -> str:
        """The values of one facet: its name, value, label, count, number of values."""
        fits = " AND ".join(f"fits_{one.name}" for one in self._narrowing if one.name != facet.name) or "true"
        value = f"unnest({facet.column})" if facet.many else facet.column
        label = f", unnest({facet.labels}) AS label" if facet.labels else ""
        shown = MOST_SHOWN if facet.name in self._asked.whole else SHOWN
        kept = f" OR list_contains($chosen_{facet.name}, value)" if facet in self._narrowing else ""
        return f"""(
            SELECT '{facet.name}', value, {"any_value(label)" if label else "value"}, count(*) AS held, count(*) OVER ()
            FROM (SELECT {value} AS value{label} FROM {self.rows} WHERE {fits})
            GROUP BY value
            QUALIFY row_number() OVER (ORDER BY count(*) DESC, value) <= {shown}{kept}
            ORDER BY held DESC, value
        )"""  # noqa: S608 - names and numbers are constants

    def _complete(self, facet: Facet, found: list[FacetValue], distinct: int) -> FacetCounts:
        """A chosen value that no row has any more stays, with nothing, so that it can be let go."""
        known = {one.value for one in found}
        gone = [value for value in self._asked.chosen.get(facet.name, ()) if value not in known]
        kept = (FacetValue(value=value, label=value, count=0) for value in gone)
        return FacetCounts(name=facet.name, values=(*found, *kept), distinct=distinct)


def _has_sql(facet: Facet, parameter: str) -> str:
    """One value at a time: looking for any of several in a list takes five times as long."""
    return f"list_contains({facet.column}, ${parameter})" if facet.many else f"{facet.column} = ${parameter}"
