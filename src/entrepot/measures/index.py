"""Measures with an as-of index: the law of any day by a look-up, worked out once for each stretch without a change."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from entrepot.measures.day import (
    ALIGNMENT,
    Law,
    Restriction,
    Standing,
    follow_days,
    list_restrictions,
    read_law,
    take_over,
)
from entrepot.measures.standing import FIRST_DAY, LAST_DAY, NONE, Span, list_spans
from entrepot.model.issue import Issue
from entrepot.model.measure import MatrixCell, Measure
from entrepot.reference.measure_coverage import Coverage
from entrepot.reference.measure_kinds import restricting_kinds

_NOTHING: tuple[Standing, ...] = ()
_WHOLE_TIME = (FIRST_DAY,)
_Pair = tuple[str, str]
"""Issuer and target."""


class MeasureSet:
    """The measures of tables and files, ready to be asked for any day.

    Between two days on which something changes in an issuer's rows towards a target, every answer on them is the same;
    each such stretch is worked out when it is first asked for, so that a further question is a bisection.
    `issues` say what was refused when the rows were read; `digests` are the SHA-256 of the tables that the rows come
    from, by name.
    """

    def __init__(
        self,
        measures: Iterable[Measure],
        coverage: Iterable[Coverage] = (),
        *,
        issues: Iterable[Issue] = (),
        digests: Mapping[str, str] | None = None,
    ) -> None:
        self.measures = tuple(sorted(measures, key=lambda one: one.id))
        self.coverage = tuple(coverage)
        self.issues = tuple(issues)
        self.digests = dict(digests or {})
        self._by_id = {one.id: one for one in self.measures}
        self._issuers = tuple(sorted({one.issuer for one in self.measures}))
        self._spans = _group_spans(self.measures)
        self._coverage: dict[_Pair, list[Coverage]] = defaultdict(list)
        for one in self.coverage:
            self._coverage[one.issuer, one.target].append(one)
        self._starts = {pair: self._list_starts(pair) for pair in {*self._spans, *self._coverage}}
        self._laws: dict[tuple[_Pair, int], Law] = {}
        self._restrictions: dict[tuple[_Pair, int], tuple[Restriction, ...]] = {}
        self.cells: dict[tuple[str, str, str, int], MatrixCell] = {}
        """Cells that were asked for before, by issuer, kind, target and stretch."""

    def find(self, key: str) -> Measure | None:
        """The measure of that id, or None."""
        return self._by_id.get(key)

    def issuers(self) -> tuple[str, ...]:
        """Every issuer that has a row, sorted."""
        return self._issuers

    def lawgivers(self) -> tuple[str, ...]:
        """The issuers whose rows restrict something or say that there is nothing; not those that only guide or ask."""
        kinds = {NONE, ALIGNMENT, *restricting_kinds()}
        return tuple(sorted({one.issuer for one in self.measures if not kinds.isdisjoint(one.kinds)}))

    def law_of(self, issuer: str, target: str, day: date) -> Law:
        """Every standing of an issuer towards a target on a day by kind, those it takes over from others among them."""
        pair = (issuer, target)
        number = self.stretch_of(issuer, target, day)
        found = self._laws.get((pair, number))
        if found is None:
            found = self._laws[pair, number] = self._read(pair, day.toordinal())
        return found

    def stretch_of(self, issuer: str, target: str, day: date) -> int:
        """The number of the stretch of days without a change that the day lies in."""
        return bisect_right(self._starts.get((issuer, target), _WHOLE_TIME), day.toordinal()) - 1

    def restrictions_of(self, issuer: str, target: str, day: date) -> tuple[Restriction, ...]:
        """The issuer's own measures that restrict something towards a target on a day, by id, each with its kinds."""
        key = (issuer, target), self.stretch_of(issuer, target, day)
        found = self._restrictions.get(key)
        if found is None:
            found = self._restrictions[key] = list_restrictions(self.law_of(issuer, target, day))
        return found

    def standings(self, issuer: str, kind: str, target: str, day: date) -> Sequence[Standing]:
        """The rows that stand for a kind towards a target on a day, lifted ones among them."""
        return self.law_of(issuer, target, day).get(kind, _NOTHING)

    def find_coverage(self, issuer: str, kind: str, target: str, day: date) -> Coverage | None:
        """The statement that the issuer's rows of this kind towards the target are complete on that day, or None."""
        iso = day.isoformat()
        for one in self._coverage.get((issuer, target), ()):
            if one.start <= iso <= one.end and (not one.kinds or kind in one.kinds):
                return one
        return None

    def _read(self, pair: _Pair, day: int) -> Law:
        own = read_law(self._spans.get(pair, ()), day)
        for alignment in own.get(ALIGNMENT, ()):
            row = alignment.measure
            for followed in (*row.follows, *row.follows_in_part):
                law = read_law(self._spans.get((followed, pair[1]), ()), day)
                for kind, taken in take_over(law, alignment, followed, day):
                    if kind != NONE:
                        own[kind] = (*own.get(kind, _NOTHING), *taken)
        return own

    def _list_starts(self, pair: _Pair) -> list[int]:
        """The first days of the stretches of an issuer's law; the first of all days is one.

        A last day is a stretch of its own, since it may be that of a hand-over. Where the issuer follows others, theirs
        count too, and the days from which it can be taken to have followed.
        """
        starts = {FIRST_DAY, *(day for one in self._coverage.get(pair, ()) for day in _coverage_changes(one))}
        for span in self._spans.get(pair, ()):
            starts |= _changes(span)
            for followed in (*span.measure.follows, *span.measure.follows_in_part):
                for other in self._spans.get((followed, pair[1]), ()):
                    starts |= {*_changes(other), *follow_days(other.measure)}
        return sorted(starts)


def _group_spans(measures: Iterable[Measure]) -> dict[_Pair, list[Span]]:
    found: dict[_Pair, list[Span]] = defaultdict(list)
    for measure in measures:
        for span in list_spans(measure):
            found[measure.issuer, span.target].append(span)
    return dict(found)


def _changes(span: Span) -> set[int]:
    """The days on which the span changes what is to be said of the law."""
    found = {span.first} if span.last == LAST_DAY else {span.first, span.last, span.last + 1}
    wind_down = span.measure.wind_down_to
    if wind_down is not None and wind_down.end is not None:
        found.add(date.fromisoformat(wind_down.end).toordinal() + 1)
    return found


def _coverage_changes(coverage: Coverage) -> tuple[int, int]:
    return date.fromisoformat(coverage.start).toordinal(), date.fromisoformat(coverage.end).toordinal() + 1
