"""Customs records put to the questions of a channel: both legs, their link, the mirror, and what direct trade lost."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial
from typing import Literal, TypeVar

from entrepot.channels.evidence import CustomsBeside
from entrepot.channels.kept_findings import note_other_goods, pick_findings
from entrepot.channels.missing import describe_silence, list_mirrors, list_missing_legs, list_wanted_records
from entrepot.channels.naming import name_end
from entrepot.errors import CallError
from entrepot.model.channel import Channel
from entrepot.model.finding import Finding
from entrepot.model.issue import Issue
from entrepot.pipeline.channel_legs import Leg, Legs, read_legs
from entrepot.pipeline.channel_windows import Span, Windows, choose_windows, read_windows
from entrepot.pipeline.trade_pictures import draw_question
from entrepot.pipeline.trade_questions import AskedRecords, read_territories
from entrepot.trade.classifications.selectors import Goods, read_goods
from entrepot.trade.pictures.records import ChannelQuestion
from entrepot.trade.questions.gap import assess_gap
from entrepot.trade.questions.leg import LegQuestion
from entrepot.trade.questions.link import LinkQuestion, assess_link
from entrepot.trade.questions.pair import GapQuestion
from entrepot.trade.questions.substitution import SubstitutionQuestion, assess_substitution
from entrepot.trade.questions.surge import assess_surge
from entrepot.trade.questions.windows import Comparison

T = TypeVar("T")

_OTHER_GOODS = ("chpl", "all")
"""What is asked where no code is fixed, the first of which there are records: never the report's own goods."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordOptions:
    """What the user wants of the records: windows of their own, goods of their own."""

    before: str = ""
    after: str = ""
    product: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordRequest:
    """A channel put to the records, with the day asked about, the last measure on the destination by then, and the
    findings that the case keeps.
    """

    channel: Channel
    day: date
    measure_on: date | None
    kept: tuple[Finding, ...]
    options: RecordOptions


@dataclass(frozen=True, slots=True, kw_only=True)
class CustomsAnswer:
    """What the records came to, and the pictures of it."""

    beside: CustomsBeside
    pictures: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Ask:
    """One channel before the records, with the goods and the windows that are asked about."""

    asked: AskedRecords
    legs: Legs
    goods: Goods
    windows: Comparison

    @property
    def channel(self) -> Channel:
        """The channel asked about."""
        return self.legs.channel


@dataclass(slots=True)
class _Found:
    """What has been found so far; questions that cannot be put say why."""

    first: Finding | None = None
    onward: Finding | None = None
    others: list[Finding] = field(default_factory=list)
    why_not: list[str] = field(default_factory=list)
    pictures: list[str] = field(default_factory=list)

    @property
    def rests_on_rows(self) -> bool:
        """Whether a leg has any row of the goods."""
        return any(one is not None and one.inputs for one in (self.first, self.onward))


def ask_records(asked: AskedRecords | None, request: RecordRequest) -> CustomsAnswer:
    """What the case's customs records say of a channel, with what could not be asked and where it could be had.

    Raises:
        CallError: the windows or the goods that the user gives are none.
    """
    channel, day = request.channel, request.day.isoformat()
    beside = CustomsBeside(
        has_records=asked is not None,
        kept=pick_findings(request.kept, channel),
        unpublished=describe_silence(channel, day),
        missing=list_mirrors(channel, day),
    )
    if not channel.via or not channel.destination or channel.via == channel.destination:
        return CustomsAnswer(beside=beside)
    if asked is None:
        return _unasked(beside, channel, "The case holds no customs records.", wanted=True)
    legs = read_legs(asked.engine, channel, read_territories(",".join(channel.origins), request.day))
    windows = _windows(legs, request)
    if windows.comparison is None:
        return _unasked(beside, channel, windows.reason, wanted=not legs.reported)
    return _ask_all(asked, legs, windows.comparison, beside, request.options)


def _unasked(beside: CustomsBeside, channel: Channel, why: str, *, wanted: bool) -> CustomsAnswer:
    records = list_wanted_records(channel) if wanted else ()
    return CustomsAnswer(beside=replace(beside, why_not=(why,), missing=(*beside.missing, *records)))


def _windows(legs: Legs, request: RecordRequest) -> Windows:
    options = request.options
    if options.before or options.after:
        if not (options.before and options.after):
            raise CallError("One window alone compares nothing; give both --before and --after.")
        return read_windows(options.before, options.after)
    if not legs.reported:
        reason = f"The case's customs records have nothing of {name_end(legs.channel.via)} on either leg."
        return Windows(comparison=None, reason=reason)
    span = Span(
        first=min(one.first for one in legs.reported),
        last=max(one.last for one in legs.reported),
        is_annual=all(one.frequency == "A" for one in legs.reported),
    )
    return choose_windows(legs.channel, request.measure_on, span)


def _ask_all(
    asked: AskedRecords, legs: Legs, windows: Comparison, beside: CustomsBeside, options: RecordOptions
) -> CustomsAnswer:
    channel = legs.channel
    selector = options.product or _selector(channel)
    found = _Found()
    for text in (selector,) if selector else _OTHER_GOODS:
        ask, found = _Ask(asked=asked, legs=legs, goods=read_goods(text), windows=windows), _Found()
        _ask_legs(ask, found)
        if selector:
            _ask_further(ask, found)
        if found.rests_on_rows:
            break
    answer = replace(
        beside,
        about_goods=bool(selector),
        first=found.first if selector else note_other_goods(found.first, channel),
        onward=found.onward if selector else note_other_goods(found.onward, channel),
        others=tuple(found.others),
        why_not=tuple(found.why_not),
        notes=_notes(options),
        missing=(*beside.missing, *list_missing_legs(channel, found.first, found.onward)),
    )
    return CustomsAnswer(beside=answer, pictures=tuple(found.pictures))


def _notes(options: RecordOptions) -> tuple[Issue, ...]:
    if not options.product:
        return ()
    message = f"The records were asked for {options.product}, which the user named; the reports' words fix no more."
    return (Issue(code="goods_of_the_user", message=message, severity="note"),)


def _selector(channel: Channel) -> str:
    """The channel's goods as the questions take them, "" where no code is fixed."""
    text = channel.goods.text.strip().casefold()
    if channel.goods.resolution == "list" and text.startswith("chpl"):
        return text
    return ",".join(channel.goods.codes)


def _ask_legs(ask: _Ask, found: _Found) -> None:
    """Both legs, each as its sender reports it, or else as its receiver does; with the picture of the flows."""
    found.first = _ask_leg(ask, found, ask.legs.first(), "surge")
    found.onward = _ask_leg(ask, found, ask.legs.onward(), "onward")
    flows = ChannelQuestion(
        origins=ask.legs.senders or ask.legs.sources,
        vias=(ask.channel.via,),
        destination=ask.channel.destination,
        goods=ask.goods,
        windows=ask.windows,
    )
    if flows.origins and found.rests_on_rows:
        found.pictures[:0] = draw_question(ask.asked.engine, flows)


def _ask_leg(ask: _Ask, found: _Found, sides: Sequence[Leg], kind: Literal["surge", "onward"]) -> Finding | None:
    """The first answer that rests on rows; else the first there is."""
    answers: list[Finding] = []
    for side in sides:
        question = LegQuestion(
            reporters=side.reporters, via=side.partners, goods=ask.goods, windows=ask.windows, flow=side.flow,
            destination=ask.channel.destination if kind == "surge" else "",
        )  # fmt: skip
        answer = _try(found, partial(assess_surge, ask.asked.engine, question, ask.asked.records, kind))
        if answer is not None and answer.inputs:
            found.pictures += draw_question(ask.asked.engine, question)
            return answer
        answers += [answer] if answer is not None else []
    return answers[0] if answers else None


def _ask_further(ask: _Ask, found: _Found) -> None:
    """The link of both legs, the mirror of the first, and what the direct trade lost, as far as somebody reports."""
    channel, legs, engine, records = ask.channel, ask.legs, ask.asked.engine, ask.asked.records
    span = legs.common_months()
    if span is not None:
        link = LinkQuestion(
            reporters=legs.senders or legs.sources, via=channel.via, destination=channel.destination, goods=ask.goods,
            span=span,
        )  # fmt: skip
        answer = _try(found, lambda: assess_link(engine, link, records))
        found.others += [answer] if answer is not None else []
    if legs.senders and any(one.flow == "import" and one.reporter == channel.via for one in legs.reported):
        gap = GapQuestion(exporters=legs.senders, importer=channel.via, goods=ask.goods, window=ask.windows.after)
        found.others += _try(found, lambda: assess_gap(engine, gap, records)) or ()
    if legs.has(legs.direct()):
        lost = SubstitutionQuestion(
            reporters=legs.senders, destination=channel.destination, vias=(channel.via,), goods=ask.goods,
            windows=ask.windows,
        )  # fmt: skip
        answer = _try(found, lambda: assess_substitution(engine, lost, records))
        found.others += [answer] if answer is not None else []


def _try(found: _Found, ask: Callable[[], T]) -> T | None:
    """The answer to a question; None where it cannot be put, whose reason is kept while the others go on."""
    try:
        return ask()
    except CallError as error:
        found.why_not.append(str(error))
        return None
