"""The rules that give each line its verdict and the assessment its sentences; they are printed with every answer."""

from dataclasses import dataclass

from entrepot.model.channel import LineKind
from entrepot.model.finding import FindingVerdict


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One rule: when it applies, the verdict it gives to its line, and the sentence that follows from it.

    `verdict` is None for rules that give a sentence of the assessment and belong to no line, and for those that hand on
    the verdict of a finding. `words` has the places `{via}`, `{destination}`, `{goods}`, `{day}` and `{detail}`.
    """

    key: str
    line: LineKind | None
    when: str
    verdict: FindingVerdict | None
    words: str


RULES: tuple[Rule, ...] = (
    Rule(
        key="reports-none", line="reports", verdict="cannot_tell",
        when="No proposition of the case says it.",
        words="No report of the case says that goods go this way.",
    ),
    Rule(
        key="reports-joined", line="reports", verdict="cannot_tell",
        when="Each report says one leg only, and the program joined them where one firm gets goods and sends such on.",
        words="No report says the whole way; two supplies were joined: {detail}.",
    ),
    Rule(
        key="reports-only-denied", line="reports", verdict="does_not_support",
        when="Every claim denies it or says the opposite.",
        words="The reports speak of this way only to deny it: {detail}.",
    ),
    Rule(
        key="reports-contested", line="reports", verdict="mixed",
        when="Some claims say it, and others deny it, say the opposite or differ so that not all can be right.",
        words="The reports disagree: {detail}.",
    ),
    Rule(
        key="reports-independent", line="reports", verdict="supports",
        when=(
            "Two or more independent origins assert it as a fact, at least one of them without an interest, and no "
            "claim stands against it."
        ),
        words="Several origins say it independently: {detail}.",
    ),
    Rule(
        key="reports-interested", line="reports", verdict="cannot_tell",
        when=(
            "Nobody without an interest says it: the origins act for a party to the channel, or for an issuer of "
            "measures towards its third territory or its destination."
        ),
        words="Only interested origins say it, and that is a lead and no support: {detail}.",
    ),
    Rule(
        key="reports-single", line="reports", verdict="cannot_tell",
        when="Fewer than two independent origins say it.",
        words="One origin alone, or none that is known, says it, however often it is repeated: {detail}.",
    ),
    Rule(
        key="reports-not-asserted", line="reports", verdict="cannot_tell",
        when="Several independent origins speak of it, and fewer than two assert it: as planned, possible or alleged.",
        words="The reports speak of a plan, a possibility or an allegation, not of a fact: {detail}.",
    ),
    Rule(
        key="parties-none-named", line="listed_parties", verdict="cannot_tell",
        when="The claims on the channel name no firm, body, person or ship that can be put to a list.",
        words="No party is named that could be put to a list.",
    ),
    Rule(
        key="parties-not-screened", line="listed_parties", verdict="cannot_tell",
        when="Parties are named, and none of them was put to a list.",
        words="The parties that are named were not put to any list.",
    ),
    Rule(
        key="parties-judged", line="listed_parties", verdict="supports",
        when="A person judged a listed party to be the one that the claims name.",
        words="By the judgement of a person, a listed party is named with this way: {detail}.",
    ),
    Rule(
        key="parties-possible", line="listed_parties", verdict="cannot_tell",
        when="There are possible matches that nobody has judged; a possible match decides nothing.",
        words="There are possible matches on lists, which decide nothing until a person has judged them: {detail}.",
    ),
    Rule(
        key="parties-not-found", line="listed_parties", verdict="does_not_support",
        when="The parties were put to lists, and none has a possible match that stands.",
        words="None of the parties that were put to lists has a possible match that stands: {detail}.",
    ),
    Rule(
        key="law-ends-open", line="law", verdict="cannot_tell",
        when="The third territory is open, so that there is nothing to compare.",
        words="Without a third territory the law cannot be compared.",
    ),
    Rule(
        key="law-gap", line="law", verdict="supports",
        when="Every comparison made finds the third territory less restricted for these goods on the day.",
        words="On {day} the law left a gap: {detail}.",
    ),
    Rule(
        key="law-no-gap", line="law", verdict="does_not_support",
        when="No comparison made finds the third territory less restricted for these goods on the day.",
        words="On {day} the law left hardly a gap: {detail}.",
    ),
    Rule(
        key="law-mixed", line="law", verdict="mixed",
        when="Issuers or comparisons differ: by some the third territory is less restricted, by others it is not.",
        words="On {day} the law left a gap by some issuers or comparisons and none by others: {detail}.",
    ),
    Rule(
        key="law-unknown", line="law", verdict="cannot_tell",
        when="The rows of the measures tables do not say what was in force for these goods on the day.",
        words="What the law restricted on {day} cannot be told from the tables: {detail}.",
    ),
    Rule(
        key="customs-ends-open", line="customs", verdict="cannot_tell",
        when="The third territory or the destination is open, so that there are no two legs to ask about.",
        words="Without both ends customs records cannot be asked about this way.",
    ),
    Rule(
        key="customs-none", line="customs", verdict="cannot_tell",
        when="The case holds no customs records that a question of this channel could be put to.",
        words="Customs records were not asked: {detail}.",
    ),
    Rule(
        key="customs-goods-unresolved", line="customs", verdict="cannot_tell",
        when="No code is fixed by the words for the goods; what is found of other goods is not found of these.",
        words="Customs records cannot be asked about goods without a code; what was asked is of other goods: {detail}.",
    ),
    Rule(
        key="customs-unpublished", line="customs", verdict="cannot_tell",
        when="The third territory publishes nothing, nobody else tells of the onward leg, and no test is against it.",
        words="The records cannot tell, because the third territory publishes none of its trade: {detail}.",
    ),
    Rule(
        key="customs-both-legs", line="customs", verdict="supports",
        when="Trade on both legs grew beyond what else grew, and no other test of the channel speaks against it.",
        words="The records are consistent with the channel on both legs: {detail}.",
    ),
    Rule(
        key="customs-against", line="customs", verdict="does_not_support",
        when="A leg did not grow beyond what else grew, and no test of the channel supports it.",
        words="The records do not bear the channel out: {detail}.",
    ),
    Rule(
        key="customs-mixed", line="customs", verdict="mixed",
        when="Some tests support the channel and others do not, or a leg is supported while the other cannot be told.",
        words="The records bear a part of the channel out and not the whole: {detail}.",
    ),
    Rule(
        key="customs-undecided", line="customs", verdict="cannot_tell",
        when="None of the tests that were made could tell.",
        words="The records were asked and could not tell: {detail}.",
    ),
    Rule(
        key="routes-ends-open", line="routes", verdict="cannot_tell",
        when="The third territory or the destination is open, so that there is no way to look for.",
        words="Without both ends there is no way to look for.",
    ),
    Rule(
        key="routes-unknown", line="routes", verdict="cannot_tell",
        when="The corridors table has no way between the two territories, which is no negative fact.",
        words="No way between the two is in the table of corridors, which does not say that there is none.",
    ),
    Rule(
        key="routes-inferred", line="routes", verdict="cannot_tell",
        when="Ways are known only as ones to test, which no source claims.",
        words="Ways from {via} to {destination} are inferred, claimed by no source: {detail}.",
    ),
    Rule(
        key="routes-documented", line="routes", verdict="supports",
        when="A source describes a way between the two; that these goods took it is not said by that.",
        words="A way from {via} to {destination} exists, which says nothing of these goods: {detail}.",
    ),
    Rule(
        key="goods-unresolved", line=None, verdict=None,
        when="The words for the goods fix no code.",
        words="The goods stay unresolved: {goods} is no code, and none is made up.",
    ),
    Rule(
        key="destination-understood", line=None, verdict=None,
        when="A part of the channel was understood from elsewhere in the case.",
        words="A part of this channel is understood and not said: {detail}",
    ),
    Rule(
        key="alternatives-open", line=None, verdict=None,
        when="Another explanation was not rejected, or cannot be tested.",
        words="Other explanations stand: {detail}.",
    ),
    Rule(
        key="leads-only", line=None, verdict=None,
        when="Always.",
        words="This is a lead for human review; the lines stand side by side and are not added up.",
    ),
)  # fmt: skip

_BY_KEY = {rule.key: rule for rule in RULES}


def find_rule(key: str) -> Rule:
    """The rule of that key."""
    return _BY_KEY[key]
