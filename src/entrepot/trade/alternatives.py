"""Other explanations of what records show, each with its status: tested and rejected, not rejected, not testable."""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from entrepot.model.finding import Alternative, AlternativeStatus
from entrepot.reference.memberships import members_of
from entrepot.reference.tables import load_table, split_cell
from entrepot.reference.territories import territory_name

_EVERYWHERE = "*"
_AGREEMENTS = frozenset({"agreement", "reform", "tax", "ban"})
FEW_WITHHELD = 0.05
"""One row in twenty without a value: above that, what is withheld in one window can bring a change."""
_WARS = frozenset({"war", "shock"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """A dated event that moves trade or its records: an agreement, a war, the end of a publication."""

    key: str
    territories: frozenset[str]
    counterparts: frozenset[str]
    kind: str
    start: date
    goods: tuple[str, ...]
    title: str
    effect: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Growth:
    """Growth of a trade between two windows, 0.5 for +50 %; None where the first was nothing."""

    before: float
    after: float

    @property
    def share(self) -> float | None:
        """Growth as a share of the first window."""
        return self.after / self.before - 1 if self.before > 0 else None


def assess_currency(growth: Growth, currency: str, years: tuple[int, int], least_growth: float) -> Alternative:
    """Whether the growth stands in another currency too, at the average rates of the years (ECB)."""
    rates = [_euro_in_dollars(year) for year in years]
    if growth.share is None:
        return _alternative(
            "Currency: without trade in the first window there is no change to convert.", "not_testable"
        )
    if None in rates or currency not in {"EUR", "USD"}:
        text = (
            f"Currency: no rates of {currency or 'an unknown currency'} for {years[0]} and {years[1]} are known here."
        )
        return _alternative(text, "not_testable")
    first, second = (rate or 1.0 for rate in rates)
    factor = second / first if currency == "EUR" else first / second
    other = "USD" if currency == "EUR" else "EUR"
    changed = Growth(before=growth.before, after=growth.after * factor).share or 0.0
    text = f"Currency: in {other} the change is {_percent(changed)} instead of {_percent(growth.share)}."
    fell = growth.share < 0 and changed < 0
    return _alternative(text, _stands(-changed if fell else changed, least_growth))


def assess_new_codes(
    growth: Growth, without_new: Growth | None, without_touched: Growth | None, least_growth: float, reason: str = ""
) -> Alternative:
    """Whether growth stands without codes born or ended between the windows, whose first zero is the nomenclature's."""
    if without_new is None or without_touched is None:
        return _alternative(f"New codes: {reason or 'no concordance covers the windows'}.", "not_testable")
    if without_new == growth and without_touched == growth:
        return _alternative(
            "New codes: no code of these goods was born, ended or split between the windows.", "rejected"
        )
    shares = (growth.share, without_new.share, without_touched.share)
    text = (
        f"New codes: {_percent(shares[0])} over all codes, {_percent(shares[1])} without codes born or ended "
        "between the "
        f"windows, {_percent(shares[2])} without any code that a revision touched."
    )
    known = [share for share in shares[1:] if share is not None]
    return _alternative(text, _stands(min(known), least_growth) if known else "not_rejected")


def assess_rebound(after: float, earlier: Mapping[int, float], least_growth: float) -> Alternative:
    """Whether the level after exceeds the levels of earlier years too, and not only that of a trough.

    `earlier` are the values of the same months by year, without the window compared with.
    """
    if not earlier:
        return _alternative(
            "Rebound: the records do not reach back to the year before the first window.", "not_testable"
        )
    year, highest = max(earlier.items(), key=lambda item: item[1])
    share = after / highest - 1 if highest > 0 else None
    text = f"Rebound: against the same months of {year}, the highest earlier level, the change is {_percent(share)}."
    return _alternative(text, "rejected" if share is None else _stands(share, least_growth))


def assess_price(value: Growth, weight: Growth | None, covered: float, least_growth: float) -> Alternative:
    """Whether the quantity grew too; `covered` is the share of the value that has a weight."""
    if weight is None or weight.share is None or value.share is None or covered < 0.5:
        return _alternative(
            "Price: no weights for most of the value, so price and quantity cannot be told apart.", "not_testable"
        )
    text = f"Price: net weight changed by {_percent(weight.share)} and value by {_percent(value.share)}."
    return _alternative(text, _stands(weight.share, least_growth))


def assess_publication(
    silent: Iterable[str], without_silent: Growth, stopped: Sequence[Event], least_growth: float
) -> Alternative:
    """Whether reporters that stopped publishing make the change; `silent` have no record in part of the windows."""
    named = sorted(set(silent))
    known = "".join(f" Known besides: {event.title}." for event in stopped)
    if not named:
        text = f"Reporting: every reporter used has records in every month of both windows.{known}"
        return _alternative(text, "rejected")
    share = without_silent.share
    text = (
        f"Reporting: no records at all of {_names(named)} in some month of the windows; the change of the others is "
        f"{_percent(share)}.{known}"
    )
    return _alternative(text, "not_rejected" if share is None else _stands(share, least_growth))


def assess_placebo(effects: Mapping[str, float], earlier: Mapping[str, float], when: str) -> Alternative:
    """Whether the same contrasts were as large at a date when there was nothing to find; both in logs, by name."""
    common = [name for name in effects if name in earlier]
    if not common:
        return _alternative(f"Trend: the records do not allow the same comparison at {when}.", "not_testable")
    told = "; ".join(f"{math.exp(earlier[name]):.2f} times instead of {math.exp(effects[name]):.2f}" for name in common)
    text = f"Trend: the same comparison a step earlier, {when}, gives {told} times the growth of others."
    return _alternative(text, "rejected" if all(effects[n] > max(earlier[n], 0) for n in common) else "not_rejected")


def assess_suppression(masked: Growth, goods: Growth, withheld: float = 0.0) -> Alternative:
    """Whether codes that reporters have blacked out, or values withheld, could hold what was found.

    `withheld` is the share of the goods' rows without a value, of the window where it is larger.
    """
    if withheld > FEW_WITHHELD:
        text = f"Suppression: {_percent(withheld)[1:]} of the rows of a window have no value, which is not nothing."
        return _alternative(text, "not_rejected")
    if masked.before == 0 and masked.after == 0:
        return _alternative("Suppression: no blacked-out code of these chapters is among the rows.", "rejected")
    moved, found = masked.after - masked.before, goods.after - goods.before
    text = f"Suppression: blacked-out codes of these chapters moved by {moved:+,.0f}, the goods by {found:+,.0f}."
    small = abs(moved) < 0.1 * abs(found)
    return _alternative(text, "rejected" if small else "not_rejected")


def assess_events(
    territories: Sequence[str], goods: Sequence[str], start: date, end: date, *, beyond_other_goods: bool | None
) -> tuple[Alternative, ...]:
    """Agreements, reforms and wars that begin between the windows.

    `beyond_other_goods` says whether the goods grew more than all others of the same territories: an event that lifts
    all goods alike is then rejected as the whole explanation; None where that was not tested.
    """
    events = list_events(territories, start, end, goods)
    kinds = (("Agreement or reform", _AGREEMENTS), ("War or other shock", _WARS), ("Dated price move", {"price"}))
    found = [
        _event_alternative(label, [event for event in events if event.kind in wanted], beyond_other_goods)
        for label, wanted in kinds
    ]
    return tuple(one for one in found if one is not None)


def assess_transit(leg: str) -> Alternative:
    """Whether goods only passed through, or were used where they went; `leg` is first, onward or both."""
    what = {
        "first": ("this leg alone does not show whether the goods stayed; ask for the onward leg", "not_testable"),
        "onward": ("what goes on may be of the territory's own making or of other origin", "not_testable"),
        "both": ("both legs are in the records, but not whether the same goods went on", "not_rejected"),
    }
    text, status = what[leg]
    return _alternative(
        f"Legitimate transit or own use: {text}.", "not_testable" if status == "not_testable" else "not_rejected"
    )


def list_events(territories: Iterable[str], start: date, end: date, goods: Sequence[str]) -> tuple[Event, ...]:
    """The events that begin in a span, concern one of the goods, given by first digits, and lie between territories.

    An event with two sides must have one of the territories on each. No `goods`, or one that is empty, stand for all.
    """
    wanted = set(territories)
    if wanted & set(members_of("EU", start.isoformat())):
        wanted.add("EU")
    return tuple(
        event
        for event in _events()
        if start <= event.start <= end and _involves(event, wanted) and _concerns(event.goods, goods)
    )


def _involves(event: Event, territories: set[str]) -> bool:
    if _EVERYWHERE in event.territories:
        return True
    return bool(event.territories & territories) and (not event.counterparts or bool(event.counterparts & territories))


def _event_alternative(label: str, events: Sequence[Event], beyond_other_goods: bool | None) -> Alternative | None:
    if not events:
        if label.startswith("Dated"):
            return None
        return _alternative(
            f"{label}: none is known here for these territories in these months; look for others.", "not_testable"
        )
    named = "; ".join(f"{event.title} ({event.start})" for event in events)
    general = all(not event.goods for event in events)
    if general and beyond_other_goods:
        text = f"{label}: {named}. The goods grew more than all other goods, which this would have lifted as well."
        return _alternative(text, "rejected")
    return _alternative(f"{label}: {named}.", "not_rejected")


def _concerns(event_goods: Sequence[str], goods: Sequence[str]) -> bool:
    if not event_goods or not goods or "" in goods:
        return True
    return any(one.startswith(other) or other.startswith(one) for one in event_goods for other in goods)


@cache
def _events() -> tuple[Event, ...]:
    return tuple(
        Event(
            key=row["id"],
            territories=frozenset(split_cell(row["territories"])),
            counterparts=frozenset(split_cell(row["counterparts"])),
            kind=row["kind"],
            start=date.fromisoformat(row["start"]),
            goods=split_cell(row["goods"]),
            title=row["title"],
            effect=row["effect"],
        )
        for row in load_table("trade_confounders").rows
    )


@cache
def _euro_in_dollars(year: int) -> float | None:
    row = load_table("exchange_rates").find_row(f"EUR-USD-{year}")
    return float(row["rate"]) if row else None


def exchange_rate(base: str, quote: str, year: int) -> float | None:
    """Units of `quote` for one of `base`, the average of a year; None where the table has none."""
    if base == quote:
        return 1.0
    rate = _euro_in_dollars(year)
    if rate is None or {base, quote} != {"EUR", "USD"}:
        return None
    return rate if base == "EUR" else 1 / rate


def _alternative(explanation: str, status: AlternativeStatus) -> Alternative:
    return Alternative(explanation=explanation, status=status)


def _stands(share: float, least_growth: float) -> AlternativeStatus:
    return "rejected" if share >= least_growth else "not_rejected"


def _percent(share: float | None) -> str:
    return "without a base" if share is None else f"{100 * share:+,.1f} %"


def _names(codes: Sequence[str]) -> str:
    return ", ".join(territory_name(code) for code in codes)
