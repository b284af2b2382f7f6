"""The line of customs records: what both legs and the other tests of the channel come to together, never added up."""

from collections.abc import Sequence

from entrepot.channels.evidence import Assessed, Beside, CustomsBeside, LineParts, make_line
from entrepot.channels.naming import goods_words, join_words, name_end
from entrepot.model.channel import Channel, EvidenceReference
from entrepot.model.finding import Alternative, AlternativeStatus, Finding
from entrepot.model.issue import Issue

_LINKING = frozenset({"link"})
"""Kinds of findings whose negative answer speaks against a channel; a gap or a substitution can be absent from one."""


def assess_customs(channel: Channel, beside: Beside) -> Assessed:
    """What the records bear out: both legs, one of them, none, or nothing that they could tell."""
    customs = beside.customs
    rule = _rule(channel, customs)
    found = (*customs.made, *customs.kept)
    detail = _detail(customs)
    parts = LineParts(
        question=(
            f"Do customs records bear out that {_goods(channel)} went to {name_end(channel.via)} and on to "
            f"{name_end(channel.destination)}?"
        ),
        statement=_statement(customs, detail),
        detail=detail,
        references=tuple(_reference(one) for one in found),
        alternatives=join_alternatives(found),
        issues=(
            *(_note("publication", text) for text in customs.unpublished),
            *(_note("not_asked", text) for text in customs.why_not),
            *customs.notes,
        ),
        missing=customs.missing,
    )
    return make_line(channel, beside.day, rule, parts)


def _goods(channel: Channel) -> str:
    return goods_words(channel.goods) if channel.goods.text else "the goods"


def _rule(channel: Channel, customs: CustomsBeside) -> str:
    if not channel.via or not channel.destination or channel.via == channel.destination:
        return "customs-ends-open"
    if not channel.goods.codes and not customs.about_goods and customs.made:
        return "customs-goods-unresolved"
    tests = (*customs.made, *customs.kept)
    if not tests:
        return "customs-unpublished" if customs.unpublished else "customs-none"
    if not customs.about_goods:
        return "customs-goods-unresolved"
    return _verdict_rule(customs, tests)


def _verdict_rule(customs: CustomsBeside, tests: Sequence[Finding]) -> str:
    legs = [_leg_verdict(customs, kind) for kind in ("surge", "onward")]
    against_link = any(one.kind in _LINKING and one.verdict == "does_not_support" for one in tests)
    verdicts = {one.verdict for one in tests}
    if legs == ["supports", "supports"] and not against_link:
        return "customs-both-legs"
    if customs.unpublished and legs[1] == "cannot_tell" and not verdicts & {"does_not_support"}:
        return "customs-unpublished"
    if verdicts == {"cannot_tell"}:
        return "customs-undecided"
    if "does_not_support" in legs and not verdicts & {"supports", "mixed"}:
        return "customs-against"
    if verdicts & {"supports", "mixed"}:
        return "customs-mixed"
    return "customs-undecided"


def _leg_verdict(customs: CustomsBeside, kind: str) -> str:
    """The verdict on a leg: of the finding made for the channel, else of those kept where they agree."""
    made = customs.first if kind == "surge" else customs.onward
    if made is not None and made.verdict != "cannot_tell":
        return made.verdict
    kept = {one.verdict for one in customs.kept if one.kind == kind} - {"cannot_tell"}
    return kept.pop() if len(kept) == 1 else "cannot_tell"


_SAYS = {
    "supports": "supports",
    "does_not_support": "does not support",
    "mixed": "is mixed",
    "cannot_tell": "cannot tell",
}
_KINDS = {
    "surge": "the first leg",
    "onward": "the onward leg",
    "link": "the link of both legs",
    "gap": "the mirror gap",
    "orphan_exports": "orphaned exports",
    "substitution": "substitution of direct trade",
    "unit_values": "unit values",
    "screen_channel": "a channel of a screen",
}


def _detail(customs: CustomsBeside) -> str:
    told = [f"{_kind_words(one)} {_SAYS[one.verdict]}" for one in customs.made]
    told += [f"{_kind_words(one)}, kept in the case, {_SAYS[one.verdict]}" for one in customs.kept]
    parts = [join_words(told)] if told else []
    reasons = (*customs.unpublished, *(() if told else customs.why_not))
    return "; ".join([*parts, *(one.removesuffix(".") for one in reasons)]) or "nothing could be asked"


def _statement(customs: CustomsBeside, detail: str) -> str:
    return " ".join([f"{detail[:1].upper()}{detail[1:]}.", *(one.statement for one in customs.made)])


def _reference(finding: Finding) -> EvidenceReference:
    return EvidenceReference(kind="finding", id=finding.id, label=f"{finding.kind}: {finding.statement}")


def _note(code: str, text: str) -> Issue:
    return Issue(code=code, message=text, severity="note")


def join_alternatives(findings: Sequence[Finding]) -> tuple[Alternative, ...]:
    """Other explanations of several findings, each once with the tests that it is of.

    Where findings differ on one, the weaker rejection counts.
    """
    order: tuple[AlternativeStatus, ...] = ("not_rejected", "not_testable", "rejected")
    found: dict[str, tuple[list[str], AlternativeStatus]] = {}
    for finding in findings:
        for other in finding.alternatives:
            labels, status = found.setdefault(other.explanation, ([], other.status))
            labels.append(_kind_words(finding))
            found[other.explanation] = (labels, min(status, other.status, key=order.index))
    return tuple(
        Alternative(explanation=_labelled(labels, text), status=status) for text, (labels, status) in found.items()
    )


def _labelled(labels: Sequence[str], explanation: str) -> str:
    told = join_words(list(dict.fromkeys(labels)))
    return f"{told[:1].upper()}{told[1:]}: {explanation[:1].lower()}{explanation[1:]}"


def _kind_words(finding: Finding) -> str:
    return _KINDS.get(finding.kind, finding.kind.replace("_", " "))
