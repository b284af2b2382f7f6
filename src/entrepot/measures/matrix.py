"""The matrix of a day: what each issuer has in force of each kind towards each target, and what is not known."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from entrepot.measures.day import Standing
from entrepot.measures.index import MeasureSet
from entrepot.measures.standing import NONE
from entrepot.model.issue import Issue
from entrepot.model.measure import CellState, MatrixCell, Measure, MeasureMatrix
from entrepot.reference.coalition import load_stances
from entrepot.reference.measure_kinds import restricting_kinds
from entrepot.reference.memberships import memberships_of

Keep = Callable[[Measure], bool]
NO_ROW = "no row, and nothing says that the rows are complete"
_IN_ORDER: tuple[tuple[str, CellState], ...] = (
    ("in_force", "in_force"),
    ("contested", "contested"),
    ("eased", "eased"),
)
"""States of rows, the strongest first, with the state that they give a cell."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MatrixQuestion:
    """What is asked of the law on a day; () of issuers or kinds stands for all that restrict something.

    `programmes` narrows to rows of these bodies of law (a row of several counts for each); a cell can then be in force
    or not, and the statements of completeness are taken to hold for each programme.
    """

    day: date
    targets: tuple[str, ...]
    issuers: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    programmes: tuple[str, ...] = ()


def read_matrix(measures: MeasureSet, question: MatrixQuestion) -> MeasureMatrix:
    """The cells of the day in order of issuer, kind, target, each with the acts it rests on."""
    issuers = question.issuers or measures.lawgivers()
    kinds = question.kinds or restricting_kinds()
    return MeasureMatrix(
        day=question.day.isoformat(),
        issuers=issuers,
        kinds=kinds,
        targets=question.targets,
        cells=tuple(
            read_cell(measures, (issuer, kind, target), question.day, _keep_programmes(question.programmes))
            for issuer in issuers
            for kind in kinds
            for target in question.targets
        ),
        issues=tuple(_list_issues(measures, question.day)),
    )


def read_cell(measures: MeasureSet, key: tuple[str, str, str], day: date, keep: Keep | None = None) -> MatrixCell:
    """One cell: the union of the rows that stand on the day; unknown where none does and nothing says that none is.

    With `keep` only the rows that it is true of count, and what the statements of completeness say is taken to hold for
    these rows by themselves.
    """
    if keep is not None:
        return _read_cell(measures, key, day, keep)
    known = (*key, measures.stretch_of(key[0], key[2], day))
    found = measures.cells.get(known)
    if found is None:
        found = measures.cells[known] = _read_cell(measures, key, day, None)
    return found


def _read_cell(measures: MeasureSet, key: tuple[str, str, str], day: date, keep: Keep | None) -> MatrixCell:
    issuer, kind, target = key
    standings = measures.standings(issuer, kind, target, day)
    if keep is not None:
        standings = [one for one in standings if keep(one.measure)]
    for standing_state, state in _IN_ORDER:
        if any(one.state == standing_state for one in standings):
            shown = [one for one in standings if one.state in ("in_force", "contested", "eased")]
            return _cell(key, state, shown, _notes(standings, day))
    if any(one.state == "maybe" for one in standings):
        return _cell(key, "unknown", standings, _notes(standings, day))
    return _absent_cell(measures, key, day, standings)


def _keep_programmes(programmes: Sequence[str]) -> Keep | None:
    """What is true of rows of one of these bodies of law; None where all count."""
    wanted = set(programmes)
    return (lambda measure: not wanted.isdisjoint(list_programmes(measure))) if wanted else None


def list_programmes(measure: Measure) -> tuple[str, ...]:
    """The bodies of law that a row belongs to."""
    return tuple(part.strip() for part in measure.programme.split(";") if part.strip())


def _absent_cell(measures: MeasureSet, key: tuple[str, str, str], day: date, lifted: Sequence[Standing]) -> MatrixCell:
    issuer, kind, target = key
    notes = [note for one in lifted for note in one.notes]
    denied = measures.standings(issuer, NONE, target, day)
    coverage = measures.find_coverage(issuer, kind, target, day)
    if denied or coverage:
        reason = denied[0].measure.title if denied else (coverage.evidence if coverage else "")
        return _cell(key, "not_in_force", lifted or denied, [*notes, reason])
    return _cell(key, "unknown", lifted, notes or _explain_silence(measures, key, day))


def _explain_silence(measures: MeasureSet, key: tuple[str, str, str], day: date) -> list[str]:
    """What other tables say of an issuer that has no row at all: that the Union binds it, or its stance in words."""
    issuer, _, target = key
    if measures.restrictions_of(issuer, target, day):
        return [NO_ROW]
    memberships = memberships_of(issuer, "EU", day.isoformat())
    if any(one.status == "member" for one in memberships):
        return [f"no row of its own; bound by the measures of the EU ({memberships[0].evidence})"]
    stance = load_stances().get((issuer, target))
    return [f"no row; {stance.evidence}" if stance else NO_ROW]


def _cell(
    key: tuple[str, str, str], state: CellState, standings: Sequence[Standing], notes: Sequence[str]
) -> MatrixCell:
    issuer, kind, target = key
    return MatrixCell(
        issuer=issuer,
        kind=kind,
        target=target,
        state=state,
        measures=tuple(dict.fromkeys(one.measure.id for one in standings)),
        acts=tuple(dict.fromkeys(one.measure.legal_act for one in standings)),
        note="; ".join(dict.fromkeys(notes)),
        derived=bool(standings) and all(one.derived for one in standings),
        lifted_by=tuple(
            dict.fromkeys(relief.id for one in standings if one.state == "lifted" for relief in one.because)
        ),
    )


def _notes(standings: Sequence[Standing], day: date) -> list[str]:
    """What narrows or disputes the rows of a cell; that a row ends on the day."""
    found = [note for one in standings for note in one.notes]
    for one in standings:
        end = one.measure.valid_to
        if end is not None and end.granularity == "day" and end.end == day.isoformat():
            found.append(f"{one.measure.id} ends on this day")
        wind_down = one.measure.wind_down_to
        if wind_down is not None and wind_down.end and day.isoformat() <= wind_down.end:
            found.append(f"{one.measure.id}: old contracts may run to {wind_down.end}")
    return found


def _list_issues(measures: MeasureSet, day: date) -> list[Issue]:
    """That the day lies after the rows' state of knowledge."""
    known = max((one.observed_on for one in measures.measures), default="")
    issues = list(measures.issues)
    if known and day.isoformat() > known:
        message = f"The rows are of {known}; what changed after that day is not in them."
        issues.append(Issue(code="after_knowledge", message=message, severity="warning"))
    return issues
