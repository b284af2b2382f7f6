"""Who reports the legs of a channel in a case's customs records: the senders, else the receivers, and which months."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from entrepot.model.channel import Channel
from entrepot.model.flow import FlowKind
from entrepot.trade.interface import Engine
from entrepot.trade.questions.scope import AGGREGATES
from entrepot.trade.questions.windows import Window


@dataclass(frozen=True, slots=True, kw_only=True)
class Reported:
    """A flow of any goods between two ends in the records: by whom, with whom, from the first to the last period."""

    reporter: str
    partner: str
    flow: FlowKind
    frequency: str
    first: date
    last: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Leg:
    """One side's report of a leg: its reporters, their partners, and the flow as they see it."""

    reporters: tuple[str, ...]
    partners: tuple[str, ...]
    flow: FlowKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Legs:
    """What the records have of both legs of a channel; `origins` are single territories, () for whoever there is."""

    channel: Channel
    origins: tuple[str, ...]
    reported: tuple[Reported, ...]

    @property
    def senders(self) -> tuple[str, ...]:
        """The origins that report exports to the third territory."""
        known = {one.reporter for one in self.reported if one.flow == "export" and one.partner == self.channel.via}
        return self._of_origins(known)

    @property
    def sources(self) -> tuple[str, ...]:
        """The origins from which the third territory reports imports."""
        known = {one.partner for one in self.reported if one.flow == "import" and one.reporter == self.channel.via}
        return self._of_origins(known)

    def first(self) -> tuple[Leg, ...]:
        """The reports of the first leg there are: the senders' own, then the third territory's."""
        sides = (
            Leg(reporters=self.senders, partners=(self.channel.via,), flow="export"),
            Leg(reporters=(self.channel.via,), partners=self.sources, flow="import"),
        )
        return tuple(one for one in sides if self.has(one))

    def onward(self) -> tuple[Leg, ...]:
        """The reports of the onward leg there are: the third territory's own, then the destination's."""
        via, end = (self.channel.via,), (self.channel.destination,)
        sides = (Leg(reporters=via, partners=end, flow="export"), Leg(reporters=end, partners=via, flow="import"))
        return tuple(one for one in sides if self.has(one))

    def direct(self) -> Leg:
        """The direct trade of the senders with the destination."""
        return Leg(reporters=self.senders, partners=(self.channel.destination,), flow="export")

    def has(self, leg: Leg) -> bool:
        """Whether anything of a side's report of a leg is there."""
        return any(
            one.flow == leg.flow and one.reporter in leg.reporters and one.partner in leg.partners
            for one in self.reported
        )

    def common_months(self) -> Window | None:
        """The months that both legs have; None where a leg is not monthly, or they do not meet."""
        first, second = self.first(), self.onward()
        if not first or not second or second[0].flow != "export":
            return None
        spans = [self._months(one) for one in (first[0], second[0])]
        if None in spans:
            return None
        start = max(span.start for span in spans if span)
        end = min(span.end for span in spans if span)
        return Window(start=start, end=end) if start < end else None

    def _months(self, leg: Leg) -> Window | None:
        found = [
            one
            for one in self.reported
            if one.frequency == "M" and one.flow == leg.flow and one.reporter in leg.reporters
            and one.partner in leg.partners
        ]  # fmt: skip
        if not found:
            return None
        return Window(start=min(one.first for one in found), end=max(one.last for one in found))

    def _of_origins(self, known: Collection[str]) -> tuple[str, ...]:
        ends = {self.channel.via, self.channel.destination, *AGGREGATES}
        return tuple(sorted((set(known) - ends) & set(self.origins or known)))


def read_legs(engine: Engine, channel: Channel, origins: Sequence[str]) -> Legs:
    """Which flows of the channel's ends the records have at all, for any goods."""
    sql = """
        SELECT reporter, partner, flow, frequency, min(period) AS first_period, max(period) AS last_period
        FROM flows
        WHERE flow IN ('export', 'import') AND frequency IN ('M', 'A')
          AND (reporter IN ($via, $destination) OR partner IN ($via, $destination))
        GROUP BY reporter, partner, flow, frequency
        ORDER BY reporter, partner, flow, frequency
    """
    found = (
        Reported(
            reporter=str(reporter), partner=str(partner), flow="export" if flow == "export" else "import",
            frequency=str(frequency), first=_day(first), last=_day(last),
        )
        for reporter, partner, flow, frequency, first, last in engine.rows(
            sql, {"via": channel.via, "destination": channel.destination}
        )
    )  # fmt: skip
    wanted = set(origins)
    of_legs = tuple(one for one in found if _is_of_leg(one, channel, wanted))
    return Legs(channel=channel, origins=tuple(origins), reported=of_legs)


def _is_of_leg(one: Reported, channel: Channel, origins: set[str]) -> bool:
    """Whether a flow lies between the ends, or between an end and one of the origins."""
    others = {one.reporter, one.partner} - {channel.via, channel.destination}
    return not others or (len(others) == 1 and (not origins or bool(others & origins)))


def _day(value: object) -> date:
    return value if isinstance(value, date) else date.fromisoformat(str(value)[:10])
