"""What the claims of one proposition say that cannot all be right as printed: shown, never averaged or decided."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, timedelta
from typing import TypeVar

from entrepot.corroboration.answers import STATED
from entrepot.corroboration.circumstances import places_differ
from entrepot.corroboration.fillers import Likeness, compare_lists
from entrepot.corroboration.quantities import Quantity
from entrepot.corroboration.slots import FRAME_SLOTS
from entrepot.corroboration.statements import Statement
from entrepot.model.interval import Interval
from entrepot.model.proposition import Conflict, ConflictKind, ConflictValue

_DONE = frozenset({"signed", "in_force"})
_NOT_YET = frozenset({"talks", "intent"})
_PROGRESS = timedelta(days=30)
"""An undated "has been signed" this much later than "will be signed" is news, and no contradiction."""
Item = TypeVar("Item")


def find_conflicts(statements: Iterable[Statement]) -> tuple[Conflict, ...]:
    """The conflicts among the claims of one proposition, each kind at most once a unit or state."""
    ordered = sorted(statements, key=lambda one: (one.published or "9999", one.document_id, one.position, one.claim_id))
    if len(ordered) < 2:
        return ()
    affirmed = [one for one in ordered if one.polarity == "positive" and one.modality != "denied"]
    finders: tuple[Callable[[Sequence[Statement]], Iterator[Conflict]], ...] = (
        _find_quantities,
        _find_dates,
        _find_places,
        _find_actors,
        _find_stages,
    )
    found = [*_find_denials(ordered, affirmed), *_find_polarity(ordered, affirmed)]
    for find in finders:
        found += find(affirmed)
    return tuple(found)


def _conflict(kind: ConflictKind, values: Iterable[tuple[str, Iterable[Statement]]]) -> Conflict:
    return Conflict(
        kind=kind,
        values=tuple(
            ConflictValue(value=value, claims=tuple(dict.fromkeys(one.claim_id for one in claims)))
            for value, claims in values
        ),
    )


def _find_denials(ordered: Sequence[Statement], affirmed: Sequence[Statement]) -> Iterator[Conflict]:
    """What is denied against what is said; who denies being the owner does not deny that another is."""
    denied = [one for one in ordered if one.modality == "denied" and one.polarity == "positive"]
    meant = [one for one in affirmed if any(_name_the_same(one, denial) for denial in denied)]
    if denied and meant:
        yield _conflict("denial", (("said to be so", meant), ("denied", denied)))


def _name_the_same(one: Statement, other: Statement) -> bool:
    """False where the two name different parties for the act."""
    rivals = FRAME_SLOTS[one.frame].rivals
    return all(
        compare_lists(one.of(role), other.of(role), every=True) is not Likeness.UNLIKE
        for role in rivals
        if one.of(role) and other.of(role)
    )


def _find_polarity(ordered: Sequence[Statement], affirmed: Sequence[Statement]) -> Iterator[Conflict]:
    """What is said to have happened against what is said not to have; a plan does not conflict with "not so far"."""
    negative = [one for one in ordered if one.polarity == "negative" and one.modality != "denied"]
    stated = [one for one in affirmed if one.modality in STATED]
    for stage in sorted({one.stage for one in negative}):
        against = [one for one in negative if one.stage == stage]
        there = [one for one in stated if one.stage == stage and any(_name_the_same(one, each) for each in against)]
        if there:
            yield _conflict("polarity", (("said to be so", there), ("said not to be so", against)))


def _find_quantities(affirmed: Sequence[Statement]) -> Iterator[Conflict]:
    by_unit: dict[str, list[tuple[Quantity, Statement]]] = defaultdict(list)
    for one in affirmed:
        for quantity in one.quantities:
            by_unit[quantity.unit].append((quantity, one))
    for unit in sorted(by_unit):
        groups = _split(by_unit[unit], lambda a, b: a[0].can_be(b[0]), lambda item: item[0].high - item[0].low)
        apart = _apart_by_claim(groups)
        if len(apart) > 1:
            yield _conflict("quantity", ((group[0][0].text, [one for _, one in group]) for group in apart))


def _apart_by_claim(groups: list[list[tuple[Quantity, Statement]]]) -> list[list[tuple[Quantity, Statement]]]:
    """The groups without the claims that print figures of several: a total and its parts do not conflict."""
    holders: dict[str, int] = defaultdict(int)
    for group in groups:
        for claim_id in {one.claim_id for _, one in group}:
            holders[claim_id] += 1
    kept = [[item for item in group if holders[item[1].claim_id] == 1] for group in groups]
    return [group for group in kept if group]


def _find_dates(affirmed: Sequence[Statement]) -> Iterator[Conflict]:
    dated = [(one.when, one) for one in affirmed if one.when is not None]
    groups = _split(dated, lambda a, b: a[0].overlaps(b[0]), lambda item: _length(item[0]))
    if len(groups) > 1:
        yield _conflict("date", ((_print_days(group[0][0]), [one for _, one in group]) for group in groups))


def _find_places(affirmed: Sequence[Statement]) -> Iterator[Conflict]:
    placed = [one for one in affirmed if one.place]
    if not placed or not FRAME_SLOTS[placed[0].frame].punctual:
        return
    groups = _split(placed, lambda a, b: not places_differ(a, b), lambda one: -len(one.place))
    if len(groups) > 1:
        yield _conflict("place", ((group[0].place_text, group) for group in groups))


def _find_actors(affirmed: Sequence[Statement]) -> Iterator[Conflict]:
    """Different parties given for one role of one act, or different persons who act for one state in it."""
    if not affirmed:
        return
    slots = FRAME_SLOTS[affirmed[0].frame]
    for role in slots.parties:
        if role in slots.rivals or slots.punctual:
            filled = [one for one in affirmed if one.of(role)]
            groups = _split(filled, lambda a, b, role=role: _are_one_party(a, b, role), lambda one: 0.0)  # type: ignore[misc]
            if len(groups) > 1:
                yield _conflict("actor", ((_print_party(group[0], role), group) for group in groups))


def _are_one_party(one: Statement, other: Statement, role: str) -> bool:
    """False for different parties; a state and one of its officials are one, two of its presidents are not."""
    slots = FRAME_SLOTS[one.frame]
    if compare_lists(one.of(role), other.of(role), every=True) is Likeness.UNLIKE:
        return False
    there = _single_persons(other, role)
    return not slots.punctual or all(
        there.get(state, person) == person for state, person in _single_persons(one, role).items()
    )


def _single_persons(one: Statement, role: str) -> dict[str, str]:
    """For each state the person in the role who alone acts for it there."""
    acting = [filler for filler in one.of(role) if filler.acts and filler.state]
    return {
        filler.state: filler.text
        for filler in acting
        if filler.kind == "person" and sum(other.state == filler.state for other in acting) == 1
    }


def _print_party(one: Statement, role: str) -> str:
    return ", ".join(filler.text for filler in one.of(role))


def _find_stages(affirmed: Sequence[Statement]) -> Iterator[Conflict]:
    """What has been done against what is still to be done, unless time lies between the two."""
    if not affirmed or affirmed[0].frame not in ("agree", "sanction"):
        return
    done = [one for one in affirmed if _is_done(one)]
    waiting = [one for one in affirmed if _is_waiting(one)]
    apart = [(a, b) for a in done for b in waiting if not _is_progress(a, b)]
    if apart:
        first = list(dict.fromkeys(a.claim_id for a, _ in apart))
        second = list(dict.fromkeys(b.claim_id for _, b in apart))
        yield _conflict(
            "stage",
            (
                _staged([one for one in done if one.claim_id in first]),
                _staged([one for one in waiting if one.claim_id in second]),
            ),
        )


def _staged(claims: Sequence[Statement]) -> tuple[str, Sequence[Statement]]:
    return " or ".join(dict.fromkeys(_print_stage(one) for one in claims)), claims


def _is_done(one: Statement) -> bool:
    return one.modality in STATED and (one.stage in _DONE or one.frame == "sanction")


def _is_waiting(one: Statement) -> bool:
    return one.modality in ("planned", "possible") or (one.frame == "agree" and one.stage in _NOT_YET)


def _is_progress(done: Statement, waiting: Statement) -> bool:
    """True where what was still to be done may have been done since."""
    if not waiting.published:
        return False
    if done.when is not None and done.when.start is not None:
        return done.when.start > waiting.published
    later = date.fromisoformat(waiting.published) + _PROGRESS
    return bool(done.published) and date.fromisoformat(done.published) > later


def _split(
    items: Sequence[Item], agree: Callable[[Item, Item], bool], width: Callable[[Item], float]
) -> list[list[Item]]:
    """Groups of items that agree, begun by the most exact ones; an item that agrees with several groups sides with
    none.
    """
    groups: list[list[Item]] = []
    for item in sorted(items, key=width):
        fitting = [group for group in groups if all(agree(item, other) for other in group)]
        if not fitting:
            if any(agree(item, group[0]) for group in groups):
                continue
            groups.append([item])
        elif len(fitting) == 1:
            fitting[0].append(item)
    return groups


def _length(interval: Interval) -> float:
    if interval.start is None or interval.end is None:
        return float("inf")
    return float((date.fromisoformat(interval.end) - date.fromisoformat(interval.start)).days)


def _print_days(interval: Interval) -> str:
    if interval.start == interval.end:
        return interval.start or ""
    return f"{interval.start or ''}/{interval.end or ''}"


def _print_stage(one: Statement) -> str:
    words = {
        "talks": "in talks",
        "intent": "agreed to work on it",
        "lift": "lifted",
        "ease": "eased",
        "impose": "imposed",
    }
    said = words.get(one.stage, one.stage.replace("_", " ")) or "done"
    return said if one.modality in STATED else f"still to come ({one.modality})"
