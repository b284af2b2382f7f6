"""The line of the reports: who says it, how independently, in whose interest, and what stands against it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from entrepot.channels.evidence import Assessed, Beside, LineParts, make_line
from entrepot.channels.naming import LEGS_JOINED, join_words, name_end
from entrepot.model.actor import Actor
from entrepot.model.channel import Channel, EvidenceReference
from entrepot.model.claim import Claim
from entrepot.model.issue import Issue
from entrepot.model.proposition import Origin, Proposition
from entrepot.reference.backing import state_behind
from entrepot.reference.territories import territory_in_phrase

_COMMITTED = frozenset({"asserted"})
_SHOWN = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """One independent origin over all propositions of a channel: a state and its organs are one voice.

    `interest` says why it is interested, "" where nothing known makes it so. `modalities` are those of its claims that
    say the channel; `against` counts its claims that deny it or say the opposite.
    """

    name: str
    interest: str
    modalities: frozenset[str]
    against: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """The claims on a channel by what they do, and the voices behind them."""

    voices: tuple[Voice, ...]
    modalities: Mapping[str, int]
    against: int
    conflicts: int

    @property
    def affirming(self) -> tuple[Voice, ...]:
        """The voices that say the channel."""
        return tuple(one for one in self.voices if one.modalities)

    @property
    def for_it(self) -> int:
        """How many claims say the channel, whatever their modality."""
        return sum(self.modalities.values())


def assess_reports(channel: Channel, beside: Beside) -> Assessed:
    """What the reports come to: independent voices, interested ones among them, modality, denials and conflicts."""
    said = hear_reports(channel, beside)
    joined = any(one.code == LEGS_JOINED for one in channel.issues)
    rule = "reports-joined" if joined and beside.propositions else _rule(beside.propositions, said)
    detail = _detail(said)
    statement = (
        f"{_count(len(beside.propositions), 'proposition')} of {_count(said.for_it + said.against, 'claim')} on this "
        f"channel: {detail}."
        if beside.propositions
        else "The case holds no proposition on this channel."
    )
    parts = LineParts(
        question=(
            f"Who says that goods reach {name_end(channel.destination)} through {name_end(channel.via)}, "
            "and how independently?"
        ),
        statement=statement,
        detail=detail,
        references=_references(beside),
        issues=_issues(said),
    )
    return make_line(channel, beside.day, rule, parts)


def hear_reports(channel: Channel, beside: Beside) -> Said:
    """The voices and counts over all propositions; each claim counts once."""
    modalities: dict[str, int] = {}
    against = 0
    for claim in _claims_of(beside):
        if _is_against(claim):
            against += 1
        else:
            modalities[claim.modality] = modalities.get(claim.modality, 0) + 1
    return Said(
        voices=_voices(channel, beside),
        modalities={key: modalities[key] for key in sorted(modalities)},
        against=against,
        conflicts=sum(len(one.conflicts) for one in beside.propositions),
    )


def _claims_of(beside: Beside) -> list[Claim]:
    keys = {key for one in beside.propositions for key in one.claims}
    return [beside.claims[key] for key in sorted(keys) if key in beside.claims]


def _is_against(claim: Claim) -> bool:
    return claim.polarity == "negative" or claim.modality == "denied"


def _voices(channel: Channel, beside: Beside) -> tuple[Voice, ...]:
    """One voice for each state, and for each origin that is no state's; sorted by name."""
    names: dict[str, list[str]] = {}
    keys: dict[str, set[str]] = {}
    interests: dict[str, set[str]] = {}
    for origin in (origin for one in beside.propositions for origin in one.origins if origin.independent):
        state = _state_of(origin, beside.claims)
        voice = f"state:{state}" if state else origin.name.casefold()
        names.setdefault(voice, []).append(_short_name(origin, beside.claims))
        keys.setdefault(voice, set()).update(origin.claims)
        interests.setdefault(voice, set()).update(_interests(origin, state, channel, beside.law.issuers))
    found = [_voice(sorted(set(names[key])), keys[key], interests[key], beside.claims) for key in names]
    return tuple(sorted(found, key=lambda one: one.name))


def _voice(names: Sequence[str], keys: set[str], interests: set[str], claims: Mapping[str, Claim]) -> Voice:
    known = [claims[key] for key in sorted(keys) if key in claims]
    return Voice(
        name=join_words(list(names)),
        interest="; ".join(sorted(interests)),
        modalities=frozenset(claim.modality for claim in known if not _is_against(claim)),
        against=sum(map(_is_against, known)),
    )


def _speakers(origin: Origin, claims: Mapping[str, Claim]) -> list[Actor]:
    """The actors at the end of the chains of an origin's claims."""
    last = [claims[key].sources[-1] for key in origin.claims if key in claims and claims[key].sources]
    return [one.actor for one in last if one.actor is not None]


def _state_of(origin: Origin, claims: Mapping[str, Claim]) -> str:
    """The state for which an origin speaks, "" where its speakers stand for none or for several."""
    states = {state_behind(actor) for actor in _speakers(origin, claims)} - {None}
    return str(states.pop()) if len(states) == 1 else ""


def _short_name(origin: Origin, claims: Mapping[str, Claim]) -> str:
    """The speaker's usual name where the origin has one, else the origin's."""
    names = sorted({actor.name for actor in _speakers(origin, claims)})
    return names[0] if len(names) == 1 else origin.name


def _interests(origin: Origin, state: str, channel: Channel, issuers: frozenset[str]) -> set[str]:
    """Why an origin is interested: it is a party to what it states, or its state has measures on one of the ends."""
    found = {"a party to what it states"} if origin.interested else set()
    if state and state in {channel.via, channel.destination, *channel.origins}:
        found.add(f"acts for {territory_in_phrase(state)}, a party to the channel")
    elif state and state in issuers:
        found.add(f"acts for {territory_in_phrase(state)}, which has measures of its own towards an end of the channel")
    return found


def _rule(propositions: Sequence[Proposition], said: Said) -> str:
    affirming = said.affirming
    if not propositions:
        return "reports-none"
    if not said.for_it:
        return "reports-only-denied" if said.against else "reports-none"
    if said.against or said.conflicts:
        return "reports-contested"
    if affirming and all(one.interest for one in affirming):
        return "reports-interested"
    if len(affirming) < 2:
        return "reports-single"
    asserting = [one for one in affirming if one.modalities & _COMMITTED]
    if len(asserting) >= 2 and not all(one.interest for one in asserting):
        return "reports-independent"
    return "reports-not-asserted"


def _detail(said: Said) -> str:
    parts = [_origin_words(said.affirming)]
    if said.modalities:
        told = join_words([f"{count} as {_MODALITIES[kind]}" for kind, count in said.modalities.items()])
        parts.append(f"claimed {told}")
    if said.against:
        voices = [one.name for one in said.voices if one.against]
        by = f" ({join_words(voices[:_SHOWN])})" if voices else ""
        parts.append(f"{_count(said.against, 'claim')} against it{by}")
    if said.conflicts:
        parts.append(_count(said.conflicts, "conflict"))
    return "; ".join(parts)


_MODALITIES = {"asserted": "a fact", "alleged": "an allegation", "planned": "planned", "possible": "possible"}


def _origin_words(voices: Sequence[Voice]) -> str:
    if not voices:
        return "no independent origin that is named says it"
    shown = [f"{one.name} ({one.interest})" if one.interest else one.name for one in voices[:_SHOWN]]
    more = f" and {len(voices) - _SHOWN} more" if len(voices) > _SHOWN else ""
    interested = sum(bool(one.interest) for one in voices)
    if len(voices) == 1:
        return f"one independent origin{', interested' if interested else ''}: {shown[0]}"
    return f"{len(voices)} independent origins, {interested} of them interested: {join_words(shown)}{more}"


def _references(beside: Beside) -> tuple[EvidenceReference, ...]:
    said = [_reference(one, beside.claims, "") for one in beside.propositions]
    return (*said, *(_reference(one, beside.claims, "beside it: ") for one in beside.context))


def _reference(proposition: Proposition, claims: Mapping[str, Claim], prefix: str) -> EvidenceReference:
    claim = claims.get(proposition.first_reported.claim_id)
    label = claim.quote.text if claim else proposition.frame
    return EvidenceReference(kind="proposition", id=proposition.id, label=f"{prefix}{label}")


def _issues(said: Said) -> tuple[Issue, ...]:
    found = []
    if said.against:
        message = f"{_count(said.against, 'claim')} deny it or say the opposite; nothing is decided between them."
        found.append(Issue(code="claims_against", message=message, severity="note"))
    return tuple(found)


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
