"""The words of a finding on a gap between measures: one statement, and what else could make a difference."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from entrepot.measures.standing import NO_ACT
from entrepot.model.finding import Alternative, AlternativeStatus, FindingVerdict
from entrepot.model.measure import Measure
from entrepot.reference.measure_kinds import measure_kinds
from entrepot.reference.territories import territory_name

if TYPE_CHECKING:
    from entrepot.measures.gap import GapQuestion
    from entrepot.measures.gap_issuers import IssuerGap

_HEADS: dict[FindingVerdict, str] = {
    "supports": "{target} was less restricted than {than} for {goods} on {day} by every issuer whose rows tell",
    "does_not_support": "By kind of measure {target} was not less restricted than {than} for {goods} on {day}",
    "mixed": "Whether {target} was less restricted than {than} for {goods} on {day} differs by issuer or kind",
    "cannot_tell": "Whether {target} was less restricted than {than} for {goods} on {day} cannot be told from the rows",
}
_PHRASES = {
    "less": "less restricted by",
    "partly_less": "partly less restricted by",
    "not_less": "not less restricted by",
    "not_known": "not known for",
    "no_measures": "no measures on goods towards {than} by",
}
_LISTED = frozenset({"listed", "partly"})


def render_statement(question: GapQuestion, gaps: Sequence[IssuerGap], verdict: FindingVerdict) -> str:
    """One sentence on every issuer, and one on whether breadth could be compared."""
    names = {
        "target": territory_name(question.target), "than": territory_name(question.than),
        "goods": f"\"{question.goods.text}\"" if question.goods.text else "any goods", "day": question.day.isoformat(),
    }  # fmt: skip
    parts = [
        f"{phrase.format(**names)} {', '.join(_issuer_words(gap) for gap in chosen)}"
        for wanted, phrase in _PHRASES.items()
        if (chosen := [gap for gap in gaps if gap.verdict == wanted])
    ]
    return f"{_HEADS[verdict].format(**names)}: {'; '.join(parts)}. {_breadth_words(question, gaps)}"


def _issuer_words(gap: IssuerGap) -> str:
    """The issuer with the kinds that decide it."""
    if gap.verdict in ("less", "partly_less"):
        lacking, eased = gap.kinds("less"), gap.kinds("eased")
        words = [f"no {kind_words(lacking)} on these goods"] if lacking else []
        words += [f"{kind_words(eased)} eased"] if eased else []
        words += [f"{kind_words(gap.kinds('same'))} on both"] if gap.kinds("same") else []
        return f"{gap.issuer} ({'; '.join(words)})"
    if gap.verdict == "not_less":
        shown = [one for one in gap.deciding if one.relation in ("same", "more")]
        derived = ", derived" if all(one.target.derived for one in shown) else ""
        return f"{gap.issuer} ({kind_words(one.kind for one in shown)}{derived})"
    return gap.issuer


def kind_words(kinds: Iterable[str]) -> str:
    """Kinds in words."""
    return " and ".join(measure_kinds()[kind].label for kind in kinds)


def _breadth_words(question: GapQuestion, gaps: Sequence[IssuerGap]) -> str:
    if not question.goods.codes:
        return (
            "The words fix no codes, so only kinds of measures are compared, not how much of these goods each list "
            "covers."
        )
    compared = [f"{gap.issuer} ({kind_words(kinds)})" for gap in gaps if (kinds := _kinds_listed_on_both(gap))]
    if not compared:
        return "No lists of the acts that name these goods are held for both sides, so breadth is not compared."
    return f"Lists of the acts that name these goods are held for both sides only for {', '.join(compared)}."


def _kinds_listed_on_both(gap: IssuerGap) -> tuple[str, ...]:
    """Deciding kinds in force towards both, whose lists that are held name the goods, or some, on both sides."""
    return tuple(
        one.kind for one in gap.deciding if one.relation == "same" and {one.target_bearing, one.than_bearing} <= _LISTED
    )


def list_alternatives(question: GapQuestion, gaps: Sequence[IssuerGap]) -> tuple[Alternative, ...]:
    """What else can make one less restricted than the other, or look so."""
    than, target = territory_name(question.than), territory_name(question.target)
    return (
        *_breadth_alternatives(question, gaps, (target, than)),
        *_relief_alternatives(gaps),
        *_programme_alternatives(gaps, (target, than)),
        *_other_kinds(gaps, (target, than)),
        Alternative(
            explanation=(
                "Practice: licences, exceptions, enforcement and the will of traders can differ where the law does not."
            ),
            status="not_testable",
        ),
    )


def _breadth_alternatives(
    question: GapQuestion, gaps: Sequence[IssuerGap], names: tuple[str, str]
) -> Iterable[Alternative]:
    """How much of the goods the lists of each side cover."""
    narrower = [
        f"{gap.issuer} {measure_kinds()[one.kind].label}"
        for gap in gaps
        for one in gap.deciding
        if one.relation == "same" and one.than_bearing == "listed" and one.target_bearing != "listed"
    ]
    if narrower:
        yield Alternative(
            explanation=(
                f"Breadth: lists that are held name the goods for {names[1]}; for {names[0]} none that is held does "
                f"({', '.join(narrower)})."
            ),
            status="not_rejected",
        )
        return
    known = [gap for gap in gaps if gap.kinds("same")]
    status: AlternativeStatus = (
        "rejected" if known and question.goods.codes and all(map(_kinds_listed_on_both, known)) else "not_testable"
    )
    yield Alternative(
        explanation=(
            f"Breadth: under one kind the lists for {names[0]} can be shorter than those for {names[1]}, or later."
        ),
        status=status,
    )


def _relief_alternatives(gaps: Sequence[IssuerGap]) -> Iterable[Alternative]:
    eased = [one.target.note for gap in gaps for one in (*gap.deciding, *gap.others) if one.target.state == "eased"]
    if eased:
        notes = "; ".join(dict.fromkeys(eased))
        yield Alternative(explanation=f"Relief in force that day: {notes}.", status="not_rejected")


def later_words(later: Sequence[Measure]) -> str:
    """Relief that begins after the day, in a sentence."""
    named = "; ".join(f"{one.id}, {one.issuer}, {_first_day(one)}: {one.title}" for one in later)
    return f"The law changed within a year after this day, so the answer for a later day can differ: {named}."


def _first_day(measure: Measure) -> str:
    if measure.valid_from is None or measure.valid_from.start is None:
        return "no date"
    announced = " (announced, no act known)" if measure.date_basis in NO_ACT else ""
    start = measure.valid_from.start
    return (start[:7] if measure.valid_from.granularity == "month" else start) + announced


def _programme_alternatives(gaps: Sequence[IssuerGap], names: tuple[str, str]) -> Iterable[Alternative]:
    """Deciding kinds that rest on more bodies of law towards the one than towards the other."""
    found = []
    for gap in gaps:
        for kind in gap.kinds("same"):
            target, than = gap.programmes_of(kind)
            if target and set(target) < set(than):
                more = " and ".join(name for name in than if name not in target)
                found.append(
                    f"{gap.issuer} {measure_kinds()[kind].label}: {' and '.join(target)} towards both, {more} towards "
                    f"{names[1]} only"
                )
    if found:
        yield Alternative(
            explanation=f"Bodies of law: the same kind rests on fewer for {names[0]} ({'; '.join(found)}).",
            status="not_rejected",
        )


def _other_kinds(gaps: Sequence[IssuerGap], names: tuple[str, str]) -> Iterable[Alternative]:
    """Kinds that do not decide whether goods may go there, and are in force towards one of the two only."""
    lacking = [
        f"{gap.issuer}: {_kinds_by_programme(gap, wanted)}"
        for gap in gaps
        if (wanted := [one.kind for one in gap.others if one.relation != "more"])
    ]
    if lacking:
        yield Alternative(
            explanation=(
                f"Other kinds: towards {names[1]} and not {names[0]} there were also measures that are not on goods "
                f"going there ({'; '.join(lacking)})."
            ),
            status="not_rejected",
        )


def _kinds_by_programme(gap: IssuerGap, kinds: Sequence[str]) -> str:
    """Kinds in words, with the body of law where it is another than that of the deciding kinds."""
    deciding = {name for one in gap.deciding for side in gap.programmes_of(one.kind) for name in side}
    found: dict[str, list[str]] = {}
    for kind in kinds:
        programmes = gap.programmes_of(kind)[1]
        named = " and ".join(programmes) if deciding and deciding.isdisjoint(programmes) else ""
        found.setdefault(named, []).append(measure_kinds()[kind].label)
    return ", ".join(f"{', '.join(labels)} ({name})" if name else ", ".join(labels) for name, labels in found.items())
