"""Channels of a case: hypotheses from its reports, a file or its findings, with the evidence beside each of them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path

from entrepot.channels.assessment import assess_channel
from entrepot.channels.context import Placed, list_context, place_propositions
from entrepot.channels.drafts import LeftOut, Said
from entrepot.channels.evidence import Beside
from entrepot.channels.files import read_channel_file
from entrepot.channels.hypotheses import list_named_hubs, propose_channels
from entrepot.channels.locating import index_reports
from entrepot.channels.screened import propose_screened
from entrepot.model.case import CaseContents
from entrepot.model.channel import Channel, ChannelAssessment, ChannelGround
from entrepot.model.proposition import Proposition
from entrepot.pipeline.channel_law import last_measure_on, read_law
from entrepot.pipeline.channel_records import RecordOptions, RecordRequest, ask_records
from entrepot.pipeline.contents import read_case
from entrepot.pipeline.measures import MeasureSet, load_measures
from entrepot.pipeline.progress import Progress, SilentProgress
from entrepot.pipeline.trade_questions import AskedRecords, open_trade_records
from entrepot.store.casefile import CaseFile
from entrepot.store.channels import forget_channels, keep_channel
from entrepot.store.trade_files import list_trade_files


@dataclass(frozen=True, slots=True, kw_only=True)
class ChannelOptions:
    """What is asked of a case's channels.

    `as_of` is the day of the law and the lists; None for the day on which each channel was first reported, else `now`.
    `file` adds the user's channels, `from_screen` those that kept findings suggest. `records` are the user's windows
    and goods for the questions to customs records.
    """

    now: datetime
    as_of: date | None = None
    file: Path | None = None
    from_screen: bool = False
    records: RecordOptions = RecordOptions()  # noqa: RUF009 - it is frozen


@dataclass(frozen=True, slots=True, kw_only=True)
class ChannelOutcome:
    """The assessments in the order of the case, with the pictures of each; what makes no channel; rows refused.

    `gone` are ids of kept channels that have no ground in the case any more.
    """

    assessments: tuple[ChannelAssessment, ...]
    pictures: tuple[tuple[str, ...], ...]
    left_out: tuple[LeftOut, ...]
    refused: tuple[str, ...]
    gone: tuple[str, ...]


def run_channels(case: CaseFile, options: ChannelOptions, progress: Progress | None = None) -> ChannelOutcome:
    """Hypotheses and their assessments, with what was left out and why; nothing is kept.

    Channels of a file or of findings that are kept in the case are assessed again; those made from propositions alone
    that no proposition makes any more are `gone`.

    Raises:
        InputError: the file of channels cannot be read.
        CallError: the windows or the goods that were given are none.
    """
    progress = progress or SilentProgress()
    contents = read_case(case)
    measures = load_measures(case)
    said = _said(contents, measures)
    proposed = propose_channels(contents.propositions, said)
    file = read_channel_file(options.file) if options.file else None
    screened = propose_screened([one.finding for one in contents.findings]) if options.from_screen else ()
    channels = _merge(proposed.channels, _lasting(contents), file.channels if file else (), screened)
    work = _Work(
        contents=contents,
        said=said,
        measures=measures,
        reported=proposed.channels,
        placed=place_propositions(contents.propositions, said),
        named_hubs=list_named_hubs(contents.propositions),
        options=options,
    )
    progress.begin("Assessing channels", len(channels))
    found: list[tuple[ChannelAssessment, tuple[str, ...]]] = []
    with _records(case) as asked:
        for channel in channels:
            found.append(_assess(channel, work, asked))
            progress.advance()
    ids = {one.id for one in channels}
    return ChannelOutcome(
        assessments=tuple(assessment for assessment, _ in found),
        pictures=tuple(pictures for _, pictures in found),
        left_out=proposed.left_out,
        refused=file.refused if file else (),
        gone=tuple(one.assessment.channel.id for one in contents.channels if one.assessment.channel.id not in ids),
    )


def keep_channels(case: CaseFile, outcome: ChannelOutcome, now: datetime) -> None:
    """Keeps the assessments in place of earlier ones; channels without a ground go, with what was estimated of them."""
    forget_channels(case, outcome.gone)
    for assessment, pictures in zip(outcome.assessments, outcome.pictures, strict=True):
        keep_channel(case, assessment, pictures, now)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Work:
    """What is the same for every channel of a case."""

    contents: CaseContents
    said: Said
    measures: MeasureSet
    reported: tuple[Channel, ...]
    placed: tuple[Placed, ...]
    named_hubs: Mapping[str, tuple[str, ...]]
    options: ChannelOptions


@contextmanager
def _records(case: CaseFile) -> Iterator[AskedRecords | None]:
    """The case's customs records, None where it has none."""
    if not list_trade_files(case):
        yield None
        return
    with open_trade_records(case) as asked:
        yield asked


def _said(contents: CaseContents, measures: MeasureSet) -> Said:
    return Said(
        claims={claim.id: claim for claim in contents.claims},
        reports=index_reports({document.id: document.text for document in contents.documents}, contents.claims),
        targets=frozenset(target for one in measures.measures for target in one.targets),
    )


def _lasting(contents: CaseContents) -> tuple[Channel, ...]:
    """The kept channels that a file or a finding made, with only those grounds; the findings must still be kept."""
    findings = {one.finding.id for one in contents.findings}
    found = []
    for kept in contents.channels:
        grounds = tuple(one for one in kept.assessment.channel.grounds if _lasts(one, findings))
        if grounds:
            found.append(replace(kept.assessment.channel, grounds=grounds))
    return tuple(found)


def _lasts(ground: ChannelGround, findings: set[str]) -> bool:
    return ground.kind == "file" or (ground.kind == "screen" and ground.reference in findings)


def _merge(*groups: Iterable[Channel]) -> tuple[Channel, ...]:
    """The channels of all groups, each once, in order; of a later one with the same id the later words count."""
    found: dict[str, Channel] = {}
    for group in groups:
        for one in group:
            found[one.id] = one
    return tuple(found.values())


def _assess(channel: Channel, work: _Work, asked: AskedRecords | None) -> tuple[ChannelAssessment, tuple[str, ...]]:
    propositions = _propositions(channel, work)
    day = _day(channel, propositions, work.options)
    law = read_law(channel, propositions, work.said.claims, work.measures, day)
    request = RecordRequest(
        channel=channel,
        day=day,
        measure_on=last_measure_on(channel, work.measures, _before(channel, day)),
        kept=tuple(one.finding for one in work.contents.findings),
        options=work.options.records,
    )
    customs = ask_records(asked, request)
    beside = Beside(
        day=day.isoformat(),
        propositions=propositions,
        context=list_context(channel, work.placed, propositions),
        claims=work.said.claims,
        screening=work.contents.screenings,
        law=law,
        customs=customs.beside,
        named_hubs=work.named_hubs,
    )
    return assess_channel(channel, beside, work.options.now), customs.pictures


def _propositions(channel: Channel, work: _Work) -> tuple[Proposition, ...]:
    """The propositions that say a channel: its grounds, and for a channel of a file or a finding those on its way."""
    wanted = {one.reference for one in channel.grounds if one.kind == "proposition"}
    if not wanted:
        like = (one for one in work.reported if _says(one, channel))
        wanted = {ground.reference for one in like for ground in one.grounds}
    return tuple(sorted((one for one in work.contents.propositions if one.id in wanted), key=lambda one: one.id))


def _says(reported: Channel, channel: Channel) -> bool:
    if (reported.via, reported.destination) != (channel.via, channel.destination):
        return False
    codes, others = reported.goods.codes, channel.goods.codes
    return not codes or not others or any(a.startswith(b) or b.startswith(a) for a in codes for b in others)


def _day(channel: Channel, propositions: Sequence[Proposition], options: ChannelOptions) -> date:
    """The day of the law: as asked; else the end of a period that the user gave; else when it was first reported."""
    if options.as_of:
        return options.as_of
    today = options.now.date()
    period = channel.period
    if period and period.end and any(one.kind == "file" for one in channel.grounds):
        return min(date.fromisoformat(period.end), today)
    published = [one.first_reported.published for one in propositions]
    days = [one.start for one in published if one is not None]
    return min(date.fromisoformat(min(days)), today) if days else today


def _before(channel: Channel, day: date) -> date:
    """The day by which a measure must have begun that the channel could answer to."""
    start = channel.period.start if channel.period else None
    return min(date.fromisoformat(start), day) if start else day
