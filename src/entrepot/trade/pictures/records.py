"""What pictures show, read out of the records: months, legs, both sides of a pair by year."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import cast

from entrepot.errors import CallError
from entrepot.model.flow import FlowKind
from entrepot.trade.alternatives import exchange_rate
from entrepot.trade.classifications.selectors import Goods
from entrepot.trade.interface import Engine
from entrepot.trade.pictures.bands import Band, BandPanel
from entrepot.trade.pictures.mirror import MirrorYear
from entrepot.trade.pictures.series import MonthlySeries, SeriesPoint
from entrepot.trade.questions.findings import Records
from entrepot.trade.questions.markets import compare_windows
from entrepot.trade.questions.pair import GapQuestion, read_mirror
from entrepot.trade.questions.scope import Picked, Scope, pick_cells
from entrepot.trade.questions.windows import Comparison, Window, read_window

_CELLS = "picture_cells"
_REPORTERS = "picture_reporters"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadSeries:
    """A series as the records have it, with their currency."""

    series: MonthlySeries
    currency: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ChannelQuestion:
    """The flows of a channel: who sends, by way of whom, to whom, which goods, in which two windows."""

    origins: tuple[str, ...]
    vias: tuple[str, ...]
    destination: str
    goods: Goods
    windows: Comparison
    dataset: str = ""


def read_series(engine: Engine, scope: Scope, window: Window | None, label: str) -> ReadSeries:
    """The value by month: a zero where a reporter published and named no such flow, nothing where none published.

    A month with suppressed records and no value is one without a value.

    Raises:
        CallError: the records hold no such flow, or not by month.
    """
    span = window or _span(engine, scope)
    picked = pick_cells(engine, _CELLS, scope, (span,))
    if picked.collection is None or picked.collection.frequency != "M":
        raise CallError(f"The case has no monthly records of {label}; `entrepot trade status` says what it has.")
    sql = f"""
        SELECT period, sum(value) AS value
        FROM {_CELLS}
        WHERE part <> 'masked'
        GROUP BY period
        ORDER BY period
    """  # noqa: S608 - a name of the house
    known = {cast(date, period): cast("float | None", value) for period, value in engine.rows(sql)}
    months = sorted({*known, *_published_months(engine, scope, picked, span)})
    points = tuple(SeriesPoint(month=month, value=known.get(month, 0.0)) for month in months)
    return ReadSeries(series=MonthlySeries(label=label, points=points), currency=picked.currency)


def read_channel(engine: Engine, question: ChannelQuestion, names: dict[str, str]) -> tuple[tuple[BandPanel, ...], str]:
    """The direct flow and both legs in each window, and their currency; a leg that nobody published has no value.

    Each leg is as its sender reports it; as its receiver does where the sender published nothing.

    `names` are those of the nodes: of the origins together (""), and of each territory. A leg in another currency is
    turned into that of the first at the average rate of the year in which the window begins; where no rate is known it
    is left without a value.
    """
    ends = [(question.origins, "", question.destination)]
    ends += [(question.origins, "", via) for via in question.vias]
    ends += [((via,), via, question.destination) for via in question.vias]
    panels: tuple[list[Band], list[Band]] = ([], [])
    currency = ""
    for reporters, source, target in ends:
        scope = _leg_scope(engine, question, reporters, target)
        compared = compare_windows(engine, scope, question.windows)
        currency = currency or compared.currency
        windows = (question.windows.before, question.windows.after)
        for panel, window, value in zip(panels, windows, (compared.before, compared.after), strict=True):
            rate = exchange_rate(compared.currency or currency, currency, window.start.year)
            known = rate is not None and _is_published(engine, scope.reporters, window, scope.flow)
            panel.append(
                Band(source=names[source], target=names[target], value=value * (rate or 0.0) if known else None)
            )
    labels = (str(question.windows.before), str(question.windows.after))
    found = zip(labels, panels, strict=True)
    return tuple(BandPanel(label=label, bands=tuple(bands)) for label, bands in found), currency


def list_mirrored_vias(engine: Engine, question: ChannelQuestion) -> tuple[str, ...]:
    """The third territories whose own imports stand in for the first leg, since no origin publishes its exports."""
    scopes = {via: _leg_scope(engine, question, question.origins, via) for via in question.vias}
    return tuple(via for via, scope in scopes.items() if scope.flow == "import")


def _leg_scope(engine: Engine, question: ChannelQuestion, reporters: tuple[str, ...], target: str) -> Scope:
    """What the sender reports; where it publishes nothing in either window, what the receiver reports, if it does."""
    sent = Scope(
        flow="export", goods=question.goods, reporters=reporters, partners=(target,), dataset=question.dataset
    )  # fmt: skip
    windows = (question.windows.before, question.windows.after)
    if not reporters or any(_is_published(engine, reporters, window) for window in windows):
        return sent
    if not any(_is_published(engine, (target,), window, "import") for window in windows):
        return sent
    return Scope(
        flow="import", goods=question.goods, reporters=(target,), partners=reporters, dataset=question.dataset
    )  # fmt: skip


def read_mirror_years(
    engine: Engine, question: GapQuestion, known: Records | None = None
) -> tuple[tuple[MirrorYear, ...], str]:
    """Both sides of a pair for each year of the question's window, as far as both published it, and their currency.

    An exporter that published nothing in a year has no value, an importer that names the goods from nowhere has none,
    and neither has one in a currency without a known rate.
    """
    found: list[MirrorYear] = []
    currency = ""
    for year in range(question.window.start.year, question.window.end.year + 1):
        whole = read_window(str(year))
        # Of the first and the last year only the months of the question: one side may end before the other.
        window = Window(start=max(whole.start, question.window.start), end=min(whole.end, question.window.end))
        mirror = read_mirror(engine, question, question.importer, window, known)
        currency = currency or mirror.currency
        comparable = bool(mirror.products) or not mirror.trouble
        sent = comparable and _is_published(engine, question.exporters, window)
        come = comparable and any(one.imported_from_all is not None for one in mirror.products)
        found.append(
            MirrorYear(
                year=year,
                exports=float(mirror.exported) if sent else None,
                imports=float(mirror.imported) if come else None,
            )
        )
    return tuple(found), currency


def _span(engine: Engine, scope: Scope) -> Window:
    """From the first to the last month that the reporters have."""
    _bind_reporters(engine, scope.reporters)
    sql = f"""
        SELECT min(period) AS first_period, max(period) AS last_period
        FROM flows
        WHERE flow = $flow AND frequency = 'M' AND ($dataset = '' OR dataset = $dataset)
            AND reporter IN (SELECT reporter FROM {_REPORTERS})
    """  # noqa: S608 - a name of the house
    first, last = engine.rows(sql, {"flow": scope.flow, "dataset": scope.dataset})[0]
    if first is None:
        raise CallError("The case has no monthly records of these reporters; `entrepot trade status` says what it has.")
    return Window(start=cast(date, first), end=cast(date, last))


def _published_months(engine: Engine, scope: Scope, picked: Picked, span: Window) -> list[date]:
    """The months for which a reporter has anything in the collection that was picked."""
    _bind_reporters(engine, scope.reporters)
    sql = f"""
        SELECT DISTINCT period
        FROM flows
        WHERE flow = $flow AND frequency = 'M' AND dataset = $dataset AND period BETWEEN $first AND $last
            AND reporter IN (SELECT reporter FROM {_REPORTERS})
        ORDER BY period
    """  # noqa: S608 - a name of the house
    dataset = picked.collection.dataset if picked.collection else ""
    parameters = {"flow": scope.flow, "dataset": dataset, "first": span.start, "last": span.end}
    return [cast(date, row[0]) for row in engine.rows(sql, parameters)]


def _is_published(engine: Engine, reporters: Sequence[str], window: Window, flow: FlowKind = "export") -> bool:
    """Whether any of the reporters has any record of the flow in the window."""
    _bind_reporters(engine, reporters)
    sql = f"""
        SELECT count(*) AS row_count
        FROM flows
        WHERE flow = $flow AND period BETWEEN $first AND $last AND reporter IN (SELECT reporter FROM {_REPORTERS})
    """  # noqa: S608 - a name of the house
    count = engine.rows(sql, {"flow": flow, "first": window.start, "last": window.end})[0][0]
    return cast(int, count) > 0


def _bind_reporters(engine: Engine, reporters: Sequence[str]) -> None:
    engine.add_table(_REPORTERS, {"reporter": "VARCHAR"}, [(code,) for code in reporters])
