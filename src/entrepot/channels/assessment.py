"""A channel with the evidence side by side: five lines, flags, other explanations, what is missing, and the words."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from entrepot.channels import METHOD
from entrepot.channels.confounders import explain_events, list_confounders, reference_events
from entrepot.channels.customs import assess_customs, join_alternatives
from entrepot.channels.evidence import Assessed, Beside, say_rule
from entrepot.channels.law import assess_law
from entrepot.channels.naming import join_words, name_end
from entrepot.channels.parties import assess_listed_parties
from entrepot.channels.red_flags import flag_indicators, list_caveats
from entrepot.channels.reports import assess_reports
from entrepot.channels.ways import assess_routes
from entrepot.model.channel import Channel, ChannelAssessment, EvidenceReference, MissingRecord
from entrepot.model.finding import Alternative
from entrepot.reference.tables import Row

_UNDERSTOOD = "channel_understood"
_SHOWN = 4


def assess_channel(channel: Channel, beside: Beside, now: datetime | None = None) -> ChannelAssessment:
    """The assessment of one hypothesis; each line stands for itself, and no figure sums them up."""
    events = list_confounders(channel, beside.day, _since(channel, beside.day))
    lines = (
        assess_reports(channel, beside),
        assess_listed_parties(channel, beside),
        assess_law(channel, beside),
        assess_customs(channel, beside),
        assess_routes(channel, beside),
    )
    alternatives = _alternatives(channel, beside, events)
    said = [(one.line.rule, one.words) for one in lines] + _further_words(channel, beside, alternatives)
    findings = (*(one for _, one in beside.law.gaps), *beside.customs.made, *beside.customs.kept)
    return ChannelAssessment(
        channel=channel,
        question=ask_question(channel),
        as_of=beside.day,
        lines=tuple(_with_events(one, events).line for one in lines),
        findings=tuple({one.id: one for one in findings}.values()),
        red_flags=flag_indicators(channel, beside),
        alternatives=alternatives,
        missing=_missing(channel, lines),
        words=tuple(words for _, words in said),
        rules=tuple(rule for rule, _ in said),
        method=METHOD,
        assessed_at=now,
        caveats=list_caveats(),
    )


def ask_question(channel: Channel) -> str:
    """The one-line question that a channel is."""
    parts = [part.strip() for part in channel.goods.text.split(";") if part.strip()]
    goods = f"goods ({_few(parts)})" if parts else "goods"
    whence = f" from {_few([*map(name_end, channel.origins)])}" if channel.origins else ""
    period = channel.period
    when = "" if period is None else f", {period.start or '...'} to {period.end or 'now'}"
    ends = f"reach {name_end(channel.destination)} through {name_end(channel.via)}"
    return f"Do {goods}{whence} {ends}{when}?"


def _few(names: Sequence[str]) -> str:
    more = [f"{len(names) - _SHOWN} more"] if len(names) > _SHOWN else []
    return join_words([*names[:_SHOWN], *more])


def _since(channel: Channel, day: str) -> str:
    """From when events are looked at: a year before the channel is said to work, else the default."""
    start = channel.period.start if channel.period else None
    if start is None or start > day:
        return ""
    return f"{int(start[:4]) - 1:04d}{start[4:]}"


def _alternatives(channel: Channel, beside: Beside, events: tuple[Row, ...]) -> tuple[Alternative, ...]:
    """Explanations of the customs findings, of the law, and the dated events that no finding has looked at."""
    found = (*beside.customs.made, *beside.customs.kept) if beside.customs.about_goods else ()
    tested = join_alternatives(found)
    named = " ".join(one.explanation for one in tested)
    events = tuple(row for row in events if row["title"] not in named)
    return (*tested, *explain_events(channel, events, beside.day))


def _with_events(one: Assessed, events: tuple[Row, ...]) -> Assessed:
    """The line of customs records with the dated events that stand beside it, whatever the records say."""
    if one.line.kind != "customs" or not events:
        return one
    known = {reference.id for reference in one.line.references}
    more: tuple[EvidenceReference, ...] = tuple(r for r in reference_events(events) if r.id not in known)
    return replace(one, line=replace(one.line, references=(*one.line.references, *more)))


def _further_words(channel: Channel, beside: Beside, alternatives: tuple[Alternative, ...]) -> list[tuple[str, str]]:
    """The sentences that belong to no single line."""
    said: list[tuple[str, str]] = []
    understood = [one.message for one in channel.issues if one.code == _UNDERSTOOD]
    if understood:
        said.append(("destination-understood", " ".join(understood)))
    if not channel.goods.codes:
        said.append(("goods-unresolved", ""))
    standing = [one.explanation.removesuffix(".") for one in alternatives if one.status != "rejected"]
    if standing:
        more = f"; and {len(standing) - _SHOWN} more" if len(standing) > _SHOWN else ""
        said.append(("alternatives-open", "; ".join(standing[:_SHOWN]) + more))
    said.append(("leads-only", ""))
    return [(rule, say_rule(channel, beside.day, rule, detail)) for rule, detail in said]


def _missing(channel: Channel, lines: tuple[Assessed, ...]) -> tuple[MissingRecord, ...]:
    found = [record for one in lines for record in one.missing]
    if not channel.goods.codes:
        found.append(
            MissingRecord(
                what="Which goods are meant, as codes of a nomenclature.",
                where="The source of the report; or name codes with --product, on your own judgement.",
            )
        )
    return tuple(dict.fromkeys(found))
