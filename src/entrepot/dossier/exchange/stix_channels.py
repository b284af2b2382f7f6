"""A channel as STIX: a grouping of its places, of the propositions behind it, and of a note a line of evidence."""

from collections.abc import Iterator, Sequence

from entrepot.dossier.channels.places import ChannelPlaces
from entrepot.dossier.exchange.stix_objects import StixObject, make_object, name_text, print_stamp
from entrepot.dossier.exchange.stix_things import creator_id
from entrepot.model.case import KeptChannel, ScreenedActor
from entrepot.model.channel import ChannelAssessment, EvidenceLine
from entrepot.model.finding import Finding
from entrepot.model.match import Match

LEAD = "A hypothesis and a lead for human review; the lines of evidence are not added up."


def stamp_channel(kept: KeptChannel) -> str:
    """When the channel was assessed, or kept where that is not told."""
    return print_stamp(kept.assessment.assessed_at or kept.kept_at)


def make_channel(kept: KeptChannel, members: Sequence[str]) -> StixObject:
    """The channel as a grouping of everything beside it."""
    assessment = kept.assessment
    return make_object(
        "grouping",
        ("channel", assessment.channel.id),
        stamp_channel(kept),
        creator_id(),
        name=name_text(assessment.question, assessment.channel.name),
        description="\n".join((LEAD, *assessment.words)),
        context="unspecified",
        object_refs=list(dict.fromkeys(members)),
        labels=["channel", "hypothesis"],
    )


def make_channel_notes(kept: KeptChannel, about: Sequence[str], places: ChannelPlaces) -> Iterator[StixObject]:
    """A note on the channel's places (`about`) for each line, corridor, lever, and for what stands beside them."""
    assessment = kept.assessment
    for line in assessment.lines:
        yield _note(
            kept, ("line", line.kind), line.question, _line_words(line), about, ["evidence", line.kind, line.verdict]
        )
    for corridor in places.corridors.values():
        content = f"{corridor.name}: {corridor.basis}. {corridor.note} Source: {corridor.source}"
        yield _note(
            kept, ("corridor", corridor.id), f"Corridor: {corridor.name}", content, about, ["corridor", corridor.basis]
        )
    for title, label, lines in _lists(assessment):
        if lines:
            yield _note(kept, (label,), title, "\n".join(lines), about, [label])
    for one in kept.closures:
        yield _note(kept, ("closure", one.id), "What levers would close", one.statement, about, ["closure-estimate"])


def make_finding(finding: Finding, stamp: str, about: Sequence[str]) -> StixObject:
    """A finding of measures or customs records as a note on territories; it names no firm."""
    others = [f"{one.status}: {one.explanation}" for one in finding.alternatives]
    return make_object(
        "note",
        ("finding", finding.id),
        stamp,
        creator_id(),
        abstract=name_text(finding.statement),
        content="\n".join((finding.statement, f"Verdict: {finding.verdict}", *others)),
        object_refs=list(about),
        labels=["finding", finding.kind, finding.verdict],
    )


def make_match_note(actor: ScreenedActor, match: Match, stamp: str, about: Sequence[str]) -> StixObject:
    """A possible match as a note on the actor and the list's entry: a likeness of names until a person has compared."""
    judged = match.judgement
    told = f" Judged {judged.verdict} by {judged.by}." if judged else " Nobody has judged it."
    reasons = " ".join(one.detail for one in match.features if one.detail)
    query = actor.screening.query
    return make_object(
        "note",
        ("match", query.id, match.list, match.id),
        stamp,
        creator_id(),
        abstract="Possible match",
        content=f"Possible match of {query.name} with {match.name} ({match.list}, {match.id}), score "
        f"{match.score:.2f}. A likeness of names, not an identification.{told} {reasons}".strip(),
        object_refs=list(about),
        labels=["possible-match"],
    )


def _note(
    kept: KeptChannel, keys: Sequence[str], title: str, content: str, about: Sequence[str], labels: list[str]
) -> StixObject:
    return make_object(
        "note",
        ("channel", kept.assessment.channel.id, *keys),
        stamp_channel(kept),
        creator_id(),
        abstract=name_text(title),
        content=content or title,
        object_refs=list(about),
        labels=labels,
    )


def _line_words(line: EvidenceLine) -> str:
    rests = [f"{one.kind} {one.id}: {one.label}" for one in line.references]
    return "\n".join((line.statement, f"Verdict: {line.verdict} (rule {line.rule})", *rests))


def _lists(assessment: ChannelAssessment) -> Iterator[tuple[str, str, list[str]]]:
    yield (
        "What else could explain it",
        "alternatives",
        [f"{one.status}: {one.explanation}" for one in assessment.alternatives],
    )
    yield "What is missing", "missing", [f"{one.what} {one.where}".strip() for one in assessment.missing]
    yield (
        "Red flags",
        "red-flags",
        [f"{one.status}: {one.statement} ({one.issuer}, {one.id}). {one.reason}" for one in assessment.red_flags],
    )
