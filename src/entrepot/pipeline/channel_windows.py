"""Which months the tests of a channel compare: those it is said to work in, and the same before the last measure."""

from dataclasses import dataclass
from datetime import date

from entrepot.model.channel import Channel
from entrepot.trade.questions.windows import Comparison, Window, read_window

_LEAST_MONTHS = 3
"""Fewer months than a quarter let one shipment pass for a change."""
_MONTHS_OF_A_WINDOW = 12
"""Without an end of the period: a year, so that every season is in it once."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """The first and the last month of which the records have anything, and whether they are annual only."""

    first: date
    last: date
    is_annual: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Windows:
    """The windows of a channel's tests with the reason for them, or None of them and why."""

    comparison: Comparison | None
    reason: str


def read_windows(before: str, after: str) -> Windows:
    """The windows that the user gives.

    Raises:
        CallError: one is no window, or they do not hold the same calendar months.
    """
    comparison = Comparison(before=read_window(before), after=read_window(after))
    return Windows(comparison=comparison, reason="the windows were given")


def choose_windows(channel: Channel, measure_on: date | None, span: Span) -> Windows:
    """The windows that follow from the channel's period and the last measure on the destination that precedes it.

    The second window is the period, cut to the months that the records have; without a period it is the year after the
    measure. The first holds the same calendar months, moved back by whole years until it ends before the measure and
    before the second begins.
    """
    start = _start(channel, measure_on)
    if start is None:
        return Windows(
            comparison=None,
            reason=(
                "neither the channel's period nor a measure on the destination gives a date to compare before and "
                "after; give --before and --after"
            ),
        )
    after = _after(channel, start, span)
    if after is None or after.months < _LEAST_MONTHS:
        return Windows(comparison=None, reason=_too_short(start, span))
    cut = min(after.start, measure_on.replace(day=1)) if measure_on and measure_on <= after.start else after.start
    years = 1
    while after.moved(-years).end >= cut:
        years += 1
    return Windows(comparison=Comparison(before=after.moved(-years), after=after), reason=_reason(channel, measure_on))


def _too_short(start: date, span: Span) -> str:
    reach = f"the records reach from {span.first:%Y-%m} to {span.last:%Y-%m}"
    if span.is_annual:
        return f"{reach} year by year and hold no whole year from {start:%Y-%m} on; give --before and --after as years"
    held = f"hold fewer than {_LEAST_MONTHS} months from {start:%Y-%m} on"
    return f"{reach} and {held}; import later ones, or give --before and --after"


def _start(channel: Channel, measure_on: date | None) -> date | None:
    """The first whole month in which the channel is said to work, or else the one after the measure."""
    if channel.period and channel.period.start:
        return _month(date.fromisoformat(channel.period.start))
    return _month(measure_on) if measure_on else None


def _month(day: date) -> date:
    """The month that begins on the day, or else the next one."""
    if day.day == 1:
        return day
    return date(day.year + day.month // 12, day.month % 12 + 1, 1)


def _after(channel: Channel, start: date, span: Span) -> Window | None:
    months = start.year * 12 + start.month - 1 + _MONTHS_OF_A_WINDOW - 1
    end = date(months // 12, months % 12 + 1, 1)
    if channel.period and channel.period.start and channel.period.end:
        end = date.fromisoformat(channel.period.end).replace(day=1)
    first, last = max(start, span.first), min(end, span.last)
    if span.is_annual:
        first = first if first.month == 1 else date(first.year + 1, 1, 1)
        last = min(max(end, start), span.last.replace(month=12))
        last = last if last.month == 12 else date(last.year - 1, 12, 1)
    return Window(start=first, end=last) if first <= last else None


def _reason(channel: Channel, measure_on: date | None) -> str:
    period = "the period of the channel" if channel.period and channel.period.start else "the year after the measure"
    law = f"; the months before {measure_on} are the first measure-free ones" if measure_on else ""
    return f"the second window is {period}{law}"
