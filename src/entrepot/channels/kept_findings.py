"""Which findings that a case keeps are about a channel, and the note on those that are not about its goods."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from entrepot.model.channel import Channel
from entrepot.model.finding import Finding
from entrepot.model.issue import Issue

_BOTH_ENDS = frozenset({"link", "onward", "substitution"})
"""Kinds that ask about both ends, so that both must be the channel's."""
_ENDS = ("via", "destination", "importer", "partner", "partners", "reporter", "reporters", "exporters")


def pick_findings(findings: Sequence[Finding], channel: Channel) -> tuple[Finding, ...]:
    """The kept findings on the channel's own territories and goods; one whose goods differ says nothing of these."""
    return tuple(one for one in findings if _is_of_ends(one, channel) and _is_of_goods(one, channel))


def note_other_goods(finding: Finding | None, channel: Channel) -> Finding | None:
    """The finding with the note that it is of other goods than the report's."""
    if finding is None:
        return None
    message = (
        f"These are not the report's goods: no code is fixed by {channel.goods.text or 'its words'}, so that "
        f"{finding.subject.get('goods', 'others')} was asked about instead."
    )
    return replace(finding, issues=(*finding.issues, Issue(code="not_the_channels_goods", message=message)))


def _is_of_ends(finding: Finding, channel: Channel) -> bool:
    named = {code for key in _ENDS for code in _texts(finding.subject, key)}
    if not channel.via or channel.via not in named:
        return False
    return finding.kind not in _BOTH_ENDS or {channel.via, channel.destination} - {""} <= named


def _is_of_goods(finding: Finding, channel: Channel) -> bool:
    goods = " ".join((*_texts(finding.subject, "product"), *_texts(finding.subject, "goods")))
    codes = [part for part in goods.replace(",", " ").split() if part.isdigit()]
    return any(one.startswith(code) or code.startswith(one) for one in channel.goods.codes for code in codes)


def _texts(subject: Mapping[str, object], key: str) -> tuple[str, ...]:
    value = subject.get(key)
    if isinstance(value, str):
        return (value,)
    return tuple(str(one) for one in value) if isinstance(value, list | tuple) else ()
