"""The line of the law: what was in force towards both ends on the day, and whether the third territory stands freer."""

import re
from collections.abc import Iterable, Mapping, Sequence

from entrepot.channels.evidence import Assessed, Beside, LineParts, make_line
from entrepot.channels.naming import join_words, name_end
from entrepot.model.channel import Channel, EvidenceReference, MissingRecord
from entrepot.model.claim import Claim
from entrepot.model.finding import Finding, FindingVerdict
from entrepot.model.measure import Measure
from entrepot.model.proposition import Proposition
from entrepot.reference.gazetteer import find_names
from entrepot.reference.territories import territory_adjective

_COMPARATIVE = re.compile(
    r"\b(?:less|fewer|lighter|looser|weaker|milder|softer|not as|not so|far from)\b", re.IGNORECASE
)
_RESTRICTION = re.compile(
    r"\b(?:sanction\w*|restrict\w*|measures?|embargo\w*|control\w*|bans?|banned|bind\w*|bound)\b", re.IGNORECASE
)
_WITH_WHOM = re.compile(
    r"\b(?:unlike|than|compared (?:with|to)|in contrast to|as opposed to)\s+(?P<words>[^,.;:]{2,60})"
)
_REFERENCES = 40
"""Measures that are named one by one; of more, the first are, and the statement counts all."""


def read_compared(propositions: Iterable[Proposition], claims: Mapping[str, Claim]) -> tuple[str, ...]:
    """The territories with whose restrictions the reports compare ("less restricted than Russia"), sorted.

    Only sentences with a comparative and a word of restriction are read; nothing is taken from who is merely named.
    """
    found: set[str] = set()
    for one in propositions:
        for key in one.claims:
            if key in claims:
                found.update(_compared_in(claims[key].quote.text))
    return tuple(sorted(found))


def _compared_in(sentence: str) -> set[str]:
    if not _COMPARATIVE.search(sentence) or not _RESTRICTION.search(sentence):
        return set()
    found = set()
    for match in _WITH_WHOM.finditer(sentence):
        names = find_names(match["words"].removeprefix("the "))
        if names and names[0].start == 0 and names[0].entries[0].actor.kind == "country":
            found.add(names[0].entries[0].iso2)
    return found


def assess_law(channel: Channel, beside: Beside) -> Assessed:
    """What measures were in force towards both ends, and what the comparisons of the third territory come to.

    Comparisons that a report itself makes decide alone where there are any; the others then stand beside them.
    """
    law = beside.law
    deciding = [(than, one) for than, one in law.gaps if than in law.named_by_reports] or list(law.gaps)
    rule = _rule(channel, [one for _, one in deciding])
    detail = "; ".join(_short(channel, than, one) for than, one in deciding)
    parts = LineParts(
        question=_question(channel, beside, [than for than, _ in deciding]),
        statement=_statement(channel, beside, deciding),
        detail=detail or "no comparison was made",
        references=(*_gap_references(law.gaps), *_measure_references(law.in_force)),
        alternatives=tuple(dict.fromkeys(other for _, one in deciding for other in one.alternatives)),
        issues=tuple({(i.code, i.message): i for _, one in deciding for i in one.issues}.values()),
        missing=_missing(rule),
    )
    return make_line(channel, beside.day, rule, parts)


def _question(channel: Channel, beside: Beside, than: Sequence[str]) -> str:
    if not than:
        return f"What did the law restrict towards {name_end(channel.via)} on {beside.day}?"
    others = join_words([name_end(one) for one in than])
    said = ", as a report says" if set(than) & beside.law.named_by_reports else ""
    return f"Was {name_end(channel.via)} less restricted than {others} for these goods on {beside.day}{said}?"


def _rule(channel: Channel, findings: Sequence[Finding]) -> str:
    if not channel.via:
        return "law-ends-open"
    verdicts: set[FindingVerdict] = {one.verdict for one in findings}
    told = verdicts - {"cannot_tell"}
    if not told:
        return "law-unknown"
    if told == {"supports"}:
        return "law-gap" if verdicts == told else "law-mixed"
    return "law-no-gap" if told == {"does_not_support"} else "law-mixed"


def _statement(channel: Channel, beside: Beside, deciding: Sequence[tuple[str, Finding]]) -> str:
    if not channel.via:
        return "The third territory is open."
    in_force = [
        f"{_force_words(measures)} towards {name_end(territory)}" for territory, measures in beside.law.in_force.items()
    ]
    counted = f"On {beside.day} the tables have {join_words(in_force)}." if in_force else ""
    return " ".join([counted, *(one.statement for _, one in deciding)]).strip()


_RELATIONS = (
    ("less", "less restricted by"),
    ("partly_less", "partly less restricted by"),
    ("not_less", "not less restricted by"),
    ("not_known", "not known for"),
)


def _short(channel: Channel, than: str, finding: Finding) -> str:
    """What a comparison came to, issuer by issuer, without the kinds of measures; else its own words."""
    told = finding.method.parameters.get("issuers")
    if not isinstance(told, Mapping):
        return finding.statement.removesuffix(".")
    by_verdict: dict[str, list[str]] = {}
    for issuer, one in told.items():
        verdict = one.get("verdict") if isinstance(one, Mapping) else None
        by_verdict.setdefault(str(verdict), []).append(str(issuer))
    parts = [f"{words} {', '.join(sorted(by_verdict[key]))}" for key, words in _RELATIONS if key in by_verdict]
    ends = f"{name_end(channel.via)} beside {name_end(than)}"
    return f"{ends} was {'; '.join(parts)}" if parts else finding.statement.removesuffix(".")


def _force_words(measures: Sequence[Measure]) -> str:
    if not measures:
        return "no row in force"
    issuers = sorted({one.issuer for one in measures})
    kinds = {kind for one in measures for kind in one.kinds}
    rows = f"{len(measures)} row{'' if len(measures) == 1 else 's'} in force"
    return f"{rows} ({len(kinds)} kinds, by {join_words(issuers)})"


def _gap_references(gaps: Sequence[tuple[str, Finding]]) -> tuple[EvidenceReference, ...]:
    return tuple(
        EvidenceReference(kind="finding", id=one.id, label=f"{territory_adjective(than)} law compared: {one.statement}")
        for than, one in gaps
    )


def _measure_references(in_force: Mapping[str, Sequence[Measure]]) -> tuple[EvidenceReference, ...]:
    found = {one.id: one for measures in in_force.values() for one in measures}
    return tuple(
        EvidenceReference(kind="measure", id=one.id, label=_measure_words(one))
        for one in list(found.values())[:_REFERENCES]
    )


def _measure_words(one: Measure) -> str:
    return f"{one.issuer}, {one.legal_act or 'no act named'}: {one.title}"


def _missing(rule: str) -> tuple[MissingRecord, ...]:
    if rule != "law-unknown":
        return ()
    return (
        MissingRecord(
            what="What the law restricted for these goods on the day.",
            where="The consolidated text of the acts on that day; add rows with `entrepot measures add CASE FILE.csv`.",
        ),
    )
