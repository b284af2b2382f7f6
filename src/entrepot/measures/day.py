"""An issuer's law on a target on one day: the rows that stand, by kind, and what relief and alignment do to them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from entrepot.measures.standing import RELIEF, Span, touches
from entrepot.model.measure import Measure
from entrepot.reference.measure_kinds import measure_kinds

StandingState = Literal["in_force", "contested", "eased", "lifted", "maybe"]
ALIGNMENT = "alignment"
"""The kind of a row by which an issuer takes over another's measures."""
DELAY_DAYS = 92
"""Who follows another issuer takes its packages over after weeks to months (coalition/CH); three months are taken."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """How a row stands for a kind on a day: in force, contested, eased or lifted by relief, or only maybe in force.

    `because` names the rows that ease or lift it, or the alignment by which another issuer takes it over; `notes` are
    sentences on it.
    """

    measure: Measure
    state: StandingState
    because: tuple[Measure, ...] = ()
    derived: bool = False
    notes: tuple[str, ...] = ()


RESTRICTING: frozenset[StandingState] = frozenset({"in_force", "contested", "eased"})
Restriction = tuple[Measure, tuple[str, ...]]
"""A measure with the kinds for which it stands on a day."""
Law = Mapping[str, tuple[Standing, ...]]
"""The standings of an issuer towards a target, by kind."""


def read_law(spans: Iterable[Span], day: int) -> dict[str, tuple[Standing, ...]]:
    """The standings of a day by kind, from the spans of one issuer towards one target."""
    active = _without_superseded([span for span in spans if span.first <= day <= span.last])
    reliefs = [span for span in active if span.kind == RELIEF]
    found: dict[str, list[Standing]] = defaultdict(list)
    for span in active:
        found[span.kind].append(_relieve(_stand(span), span, reliefs))
    return {kind: tuple(standings) for kind, standings in found.items()}


def list_restrictions(law: Law) -> tuple[Restriction, ...]:
    """The measures of a law that restrict something, by id, each with its kinds; what was taken over is left out."""
    found: dict[str, tuple[Measure, list[str]]] = {}
    for kind, standings in law.items():
        for one in standings if measure_kinds()[kind].restricts else ():
            if one.state in RESTRICTING and not one.derived:
                found.setdefault(one.measure.id, (one.measure, []))[1].append(kind)
    return tuple((measure, tuple(kinds)) for _, (measure, kinds) in sorted(found.items()))


def _without_superseded(active: list[Span]) -> list[Span]:
    """The spans of the day without rows that another row took the place of: on the day of the hand-over it counts."""
    gone = {key for span in active if span.certainty == "certain" for key in span.measure.supersedes}
    return [span for span in active if span.measure.id not in gone] if gone else active


def _stand(span: Span) -> Standing:
    if span.certainty == "maybe":
        return Standing(measure=span.measure, state="maybe", notes=(span.reason,))
    if span.measure.contested_by:
        who = ", ".join(span.measure.contested_by)
        return Standing(measure=span.measure, state="contested", notes=(f"{span.measure.id} is contested by {who}",))
    return Standing(measure=span.measure, state="in_force")


def _relieve(standing: Standing, span: Span, reliefs: Sequence[Span]) -> Standing:
    """The standing after relief: lifted where the kind was taken away, eased where only part of it was."""
    if RELIEF in span.measure.kinds:
        return standing
    for relief in reliefs:
        if not touches(relief.measure, span.measure):
            continue
        if span.kind in relief.measure.lifts:
            standing = _with_relief(standing, relief, "lifted")
        elif span.kind in relief.measure.eases and standing.state != "lifted":
            standing = _with_relief(standing, relief, "eased")
    return standing


def _with_relief(standing: Standing, relief: Span, state: StandingState) -> Standing:
    word = f"{state} by {relief.measure.id} ({relief.measure.scope or relief.measure.title})"
    because = (*standing.because, relief.measure)
    if relief.certainty == "maybe":
        return replace(standing, because=because, notes=(*standing.notes, f"may be {word}: {relief.reason}"))
    return replace(standing, state=state, because=because, notes=(*standing.notes, f"{standing.measure.id} {word}"))


def take_over(law: Law, alignment: Standing, followed: str, day: int) -> Iterator[tuple[str, tuple[Standing, ...]]]:
    """What an issuer takes over of another's law, by kind, marked as derived.

    It only may be in force where the alignment is in part, or itself only may be, and where the act is so young that it
    need not have been taken over yet.
    """
    for kind, standings in law.items():
        yield kind, tuple(_derive(one, alignment, followed, day) for one in standings)


def _derive(one: Standing, alignment: Standing, followed: str, day: int) -> Standing:
    row = alignment.measure
    in_part = followed in row.follows_in_part
    fresh = _is_fresh(one.measure, day)
    doubtful = in_part or fresh or alignment.state == "maybe"
    words = f"follows {followed}{' in part, so which of it is not known' if in_part else ''} ({row.legal_act})"
    return replace(
        one,
        state="maybe" if doubtful and one.state in RESTRICTING else one.state,
        because=(*one.because, row),
        derived=True,
        notes=(*one.notes, words, *([f"{one.measure.id} is young, and others follow later"] if fresh else [])),
    )


def _is_fresh(measure: Measure, day: int) -> bool:
    """Whether an act is so young that who follows the issuer may not have taken it over yet."""
    return any(day < settled for settled in follow_days(measure))


def follow_days(measure: Measure) -> tuple[int, ...]:
    """The day from which on those who follow the issuer can be taken to have taken the act over; () if undated."""
    if measure.valid_from is None or measure.valid_from.start is None:
        return ()
    return (date.fromisoformat(measure.valid_from.start).toordinal() + DELAY_DAYS,)
