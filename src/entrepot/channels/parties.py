"""The line of listed parties: who is named with the channel, and what lists have that may be them."""

from collections.abc import Sequence
from dataclasses import dataclass

from entrepot.channels.evidence import Assessed, Beside, LineParts, make_line
from entrepot.channels.naming import join_words
from entrepot.model.actor import Actor
from entrepot.model.case import ScreenedActor
from entrepot.model.channel import Channel, EvidenceReference, MissingRecord
from entrepot.model.issue import Issue
from entrepot.model.match import Match

_SCREENED = frozenset({"organisation", "person", "vessel"})
"""Kinds of actors that are put to lists; territories and places are on none as such."""
_SHOWN = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Beheld:
    """A named party beside the matches that stand: judged the same by a person, or not judged yet."""

    actor: Actor
    judged: tuple[Match, ...]
    possible: tuple[Match, ...]


def name_parties(beside: Beside) -> tuple[Actor, ...]:
    """The firms, bodies, persons and ships that fill a role in claims on the channel or beside it, sorted by id.

    Sources are not among them: who says something is not a party to it.
    """
    keys = {key for one in (*beside.propositions, *beside.context) for key in one.claims}
    roles = [role for key in keys if key in beside.claims for role in beside.claims[key].roles]
    found = {role.actor.id: role.actor for role in roles if role.actor is not None and role.actor.kind in _SCREENED}
    return tuple(found[key] for key in sorted(found))


def assess_listed_parties(channel: Channel, beside: Beside) -> Assessed:
    """What the case's screening has on the parties; a match is never more than possible until a person judges it."""
    parties = name_parties(beside)
    screened = {one.screening.query.id: one for one in beside.screening.actors} if beside.screening else {}
    asked = [actor for actor in parties if actor.id in screened]
    found = [_behold(actor, screened[actor.id]) for actor in asked]
    rule = _rule(parties, found)
    detail = _detail(found, len(parties) - len(asked), beside)
    parts = LineParts(
        question="Is any party that is named with this way on a list?",
        statement=_statement(parties, detail),
        detail=detail,
        references=tuple(_reference(one.actor, match) for one in found for match in (*one.judged, *one.possible)),
        issues=tuple(
            Issue(code="screening_outdated", message=text)
            for text in (beside.screening.outdated if beside.screening else ())
        ),
        missing=_missing(parties, asked),
    )
    return make_line(channel, beside.day, rule, parts)


def _behold(actor: Actor, screened: ScreenedActor) -> Beheld:
    matches = [one for one in screened.screening.matches if one.decision == "possible_match" or one.judgement]
    return Beheld(
        actor=actor,
        judged=tuple(one for one in matches if one.judgement and one.judgement.verdict == "positive"),
        possible=tuple(one for one in matches if not one.judgement or one.judgement.verdict == "unsure"),
    )


def _rule(parties: Sequence[Actor], found: Sequence[Beheld]) -> str:
    if not parties:
        return "parties-none-named"
    if not found:
        return "parties-not-screened"
    if any(one.judged for one in found):
        return "parties-judged"
    return "parties-possible" if any(one.possible for one in found) else "parties-not-found"


def _detail(found: Sequence[Beheld], unasked: int, beside: Beside) -> str:
    judged = [f"{one.actor.name} ({_match_words(one.judged[0])})" for one in found if one.judged]
    possible = [f"{one.actor.name} ({_match_words(one.possible[0])})" for one in found if one.possible]
    parts = [f"{len(found)} put to lists"] if found else []
    parts += [f"judged the same by a person: {_few(judged)}"] if judged else []
    parts += [f"possible matches: {_few(possible)}"] if possible else []
    parts += [f"{unasked} not put to lists"] if unasked else []
    if beside.screening is not None and found:
        lists = ", ".join(one.list for one in beside.screening.list_versions)
        parts.append(f"lists: {lists or 'none'}")
    return "; ".join(parts)


def _few(names: Sequence[str]) -> str:
    more = [f"{len(names) - _SHOWN} more"] if len(names) > _SHOWN else []
    return join_words([*names[:_SHOWN], *more])


def _statement(parties: Sequence[Actor], detail: str) -> str:
    if not parties:
        return "The claims on this channel name no firm, body, person or ship."
    names = _few([one.name for one in parties])
    return f"Named with this channel: {names}" + (f"; {detail}." if detail else "; none was put to a list.")


def _match_words(match: Match) -> str:
    since = f", first listed {match.first_listed}" if match.first_listed else ""
    if match.judgement and match.judgement.verdict == "positive":
        return f"{match.name} on {match.list}{since}, judged by {match.judgement.by}"
    return f"possible match: {match.name} on {match.list}{since}, score {match.score:.2f}"


def _reference(actor: Actor, match: Match) -> EvidenceReference:
    return EvidenceReference(
        kind="match", id=f"{actor.id}|{match.list}|{match.id}", label=f"{actor.name}: {_match_words(match)}"
    )


def _missing(parties: Sequence[Actor], asked: Sequence[Actor]) -> tuple[MissingRecord, ...]:
    without = [one.name for one in parties if one not in asked]
    if not without:
        return ()
    what = f"Whether {_few(without)} {'is' if len(without) == 1 else 'are'} on a list."
    return (
        MissingRecord(what=what, where="Add lists with `entrepot lists add` and run `entrepot screen` on the case."),
    )
