"""What is known beside a hypothesis, fetched from the other rooms, and the small parts that lines are made of."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from entrepot.channels.naming import goods_words, name_end
from entrepot.channels.rules import find_rule
from entrepot.model.case import CaseScreening
from entrepot.model.channel import Channel, EvidenceLine, EvidenceReference, MissingRecord
from entrepot.model.claim import Claim
from entrepot.model.finding import Alternative, Finding
from entrepot.model.issue import Issue
from entrepot.model.measure import Measure
from entrepot.model.proposition import Proposition


@dataclass(frozen=True, slots=True, kw_only=True)
class LawBeside:
    """The law on the day: what was in force towards both ends, and the gap findings with whom each compares.

    `named_by_reports` are the territories that the reports themselves compare with. `issuers` are those with any
    measure in force towards an end.
    """

    in_force: Mapping[str, tuple[Measure, ...]] = field(default_factory=dict)
    gaps: tuple[tuple[str, Finding], ...] = ()
    named_by_reports: frozenset[str] = frozenset()
    issuers: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class CustomsBeside:
    """What customs records came to: findings made for the channel, those kept in the case, and what could not be asked.

    `has_records` says whether the case holds any; `about_goods` whether the findings are of the channel's own goods.
    `unpublished` are sentences on records that the third territory does not publish, `why_not` on questions that
    could not be put.
    """

    has_records: bool = False
    about_goods: bool = True
    first: Finding | None = None
    onward: Finding | None = None
    others: tuple[Finding, ...] = ()
    kept: tuple[Finding, ...] = ()
    unpublished: tuple[str, ...] = ()
    why_not: tuple[str, ...] = ()
    notes: tuple[Issue, ...] = ()
    missing: tuple[MissingRecord, ...] = ()

    @property
    def made(self) -> tuple[Finding, ...]:
        """The findings made for the channel, both legs first."""
        return (*(one for one in (self.first, self.onward) if one is not None), *self.others)


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """All that is known beside one channel on a day.

    `propositions` say the channel, `context` are others on its territories. `claims` are by id.
    """

    day: str
    propositions: tuple[Proposition, ...] = ()
    context: tuple[Proposition, ...] = ()
    claims: Mapping[str, Claim] = field(default_factory=dict)
    screening: CaseScreening | None = None
    law: LawBeside = field(default_factory=LawBeside)
    customs: CustomsBeside = field(default_factory=CustomsBeside)
    named_hubs: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessed:
    """A line with the sentence that its rule gives to the assessment, and what it found missing."""

    line: EvidenceLine
    words: str
    missing: tuple[MissingRecord, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class LineParts:
    """What a line holds beside its rule's verdict."""

    question: str
    statement: str
    detail: str = ""
    references: tuple[EvidenceReference, ...] = ()
    alternatives: tuple[Alternative, ...] = ()
    issues: tuple[Issue, ...] = ()
    missing: tuple[MissingRecord, ...] = ()


def make_line(channel: Channel, day: str, rule_key: str, parts: LineParts) -> Assessed:
    """The line with the verdict of its rule, and the rule's sentence."""
    rule = find_rule(rule_key)
    if rule.line is None or rule.verdict is None:
        raise ValueError(f"the rule {rule_key} gives no verdict to a line")
    line = EvidenceLine(
        kind=rule.line,
        question=parts.question,
        statement=parts.statement,
        verdict=rule.verdict,
        rule=rule_key,
        references=parts.references,
        alternatives=parts.alternatives,
        issues=parts.issues,
    )
    words = say_rule(channel, day, rule_key, parts.detail)
    return Assessed(line=line, words=words, missing=parts.missing)


def say_rule(channel: Channel, day: str, rule_key: str, detail: str = "") -> str:
    """The sentence of a rule with the channel's names in it."""
    words = find_rule(rule_key).words.format(
        via=name_end(channel.via),
        destination=name_end(channel.destination),
        goods=f"“{goods_words(channel.goods)}”" if channel.goods.text else goods_words(channel.goods),
        day=day,
        detail=detail.removesuffix("."),
    )
    return words if words.endswith(".") else f"{words}."
