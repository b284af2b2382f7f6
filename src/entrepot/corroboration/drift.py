"""How a retelling differs from the earliest telling that leads to the same root."""

from collections.abc import Iterator, Mapping, Sequence

from entrepot.corroboration.fillers import Likeness, compare_lists
from entrepot.corroboration.naming import is_one_name
from entrepot.corroboration.quantities import disagree
from entrepot.corroboration.retelling import thing_tokens
from entrepot.corroboration.slots import FRAME_SLOTS
from entrepot.corroboration.statements import Statement
from entrepot.model.proposition import Drift, Origin, Proposition

_MODALITY = {
    "asserted": "said to be so",
    "alleged": "alleged",
    "planned": "said to be planned",
    "possible": "held possible",
    "denied": "denied",
}
_STAGE = {"talks": "in talks", "intent": "to be worked on", "in_force": "in force"}


def find_drifts(origins: Sequence[Origin], statements: Mapping[str, Statement]) -> tuple[Drift, ...]:
    """What changed between the earliest claim of each origin and its retellings in other reports."""
    return tuple(drift for origin in origins for drift in _follow(origin, statements))


def _follow(origin: Origin, statements: Mapping[str, Statement]) -> Iterator[Drift]:
    """The changes among claims of one speaker; what an origin says through another speaker is no retelling."""
    speakers = {trail.claim_id: trail.steps[-1] if trail.steps else "" for trail in origin.trails}
    ordered = sorted((statements[claim_id] for claim_id in origin.claims), key=telling_order)
    earliest = ordered[0]
    if not earliest.published:
        return
    for later in ordered[1:]:
        retold = is_one_name(speakers[later.claim_id], speakers[earliest.claim_id]) or _is_one_service(earliest, later)
        if later.document_id != earliest.document_id and retold:
            for what, before, after in _changes(earliest, later):
                yield Drift(
                    claim_id=later.claim_id, earlier_id=earliest.claim_id, what=what, before=before, after=after
                )


def _is_one_service(one: Statement, other: Statement) -> bool:
    """True for "Ukrainian intelligence" and the service of that state that another report names."""
    return one.speaker == other.speaker != "" and one.speaker_kind == other.speaker_kind == "intelligence"


def find_turned(one: Proposition, earlier: Proposition, statements: Mapping[str, Statement]) -> Iterator[Drift]:
    """What a speaker's earlier word, told under another frame, has become in later reports; once for each of these."""
    first = [statements[claim_id] for claim_id in earlier.claims]
    told: set[str] = set()
    for later in sorted((statements[claim_id] for claim_id in one.claims), key=telling_order):
        before = [each for each in first if _is_earlier_word(each, later)]
        if before and later.document_id not in told:
            told.add(later.document_id)
            origin = min(before, key=telling_order)
            yield Drift(
                claim_id=later.claim_id,
                earlier_id=origin.claim_id,
                what="told as another thing",
                before=_print_thing(origin),
                after=_print_thing(later),
            )


def _is_earlier_word(earlier: Statement, later: Statement) -> bool:
    """True for what the same speaker is said to have said, in a report published before."""
    return (
        earlier.speaker == later.speaker != ""
        and earlier.document_id != later.document_id
        and bool(earlier.published)
        and earlier.published <= (later.published or "9999")
        and telling_order(earlier) < telling_order(later)
        and not {*thing_tokens(earlier)}.isdisjoint(thing_tokens(later))
    )


def _print_thing(one: Statement) -> str:
    things = [filler.text for role in FRAME_SLOTS[one.frame].things for filler in one.of(role)]
    return f"{one.frame}: {', '.join(things)}"


def telling_order(one: Statement) -> tuple[str, str, int, str]:
    """Sorts tellings by publication, those without a date last."""
    return (one.published or "9999", one.document_id, one.position, one.claim_id)


def _changes(earliest: Statement, later: Statement) -> Iterator[tuple[str, str, str]]:
    """What a retelling says otherwise: how firmly, how far, how many, what exactly."""
    if earliest.modality != later.modality and "denied" not in (earliest.modality, later.modality):
        yield "how firmly it is said", _MODALITY[earliest.modality], _MODALITY[later.modality]
    if earliest.stage and later.stage and earliest.stage != later.stage:
        yield "stage", _STAGE.get(earliest.stage, earliest.stage), _STAGE.get(later.stage, later.stage)
    figures = disagree(earliest.quantities, later.quantities)
    if figures:
        yield "figure", figures[0].text, figures[1].text
    for role in FRAME_SLOTS[earliest.frame].core:
        yield from _role_change(role, earliest, later)


def _role_change(role: str, earliest: Statement, later: Statement) -> Iterator[tuple[str, str, str]]:
    before, after = (tuple(one for one in each.of(role) if not one.empty) for each in (earliest, later))
    words = [", ".join(filler.text for filler in fillers) for fillers in (before, after)]
    if before and not after:
        yield f"{role} left out", words[0], ""
    elif after and not before:
        yield f"{role} added", "", words[1]
    elif before and after:
        likeness = compare_lists(before, after, every=role in FRAME_SLOTS[earliest.frame].parties)
        changed = {
            Likeness.UNLIKE: "another",
            Likeness.BROADER: "made more particular:",
            Likeness.NARROWER: "made more general:",
        }
        if likeness in changed:
            yield f"{changed[likeness]} {role}", words[0], words[1]
