"""A claim's slots as one plain sentence, by a pattern a frame; what the report leaves open is said to be open."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Literal

from entrepot.dossier.names import role_name
from entrepot.dossier.patterns import ACTIONS, PATTERNS, STAGES, Pattern
from entrepot.model.claim import Claim, Role
from entrepot.model.proposition import Proposition

PieceKind = Literal["words", "actor", "thing", "absent"]
Mood = Literal["past", "will", "may"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """Some words of a phrase: connecting words, a resolved actor, another filler, or a slot that is not filled."""

    kind: PieceKind
    text: str
    actor_id: str = ""


LISTED = 4
"""Fillers of one role that a sentence for many claims lists; the rest are counted."""


def phrase_claim(claim: Claim) -> tuple[Piece, ...]:
    """The claim in one plain sentence, put as firmly as its innermost source puts it."""
    return phrase_claims((claim,))


def phrase_claims(claims: Iterable[Claim], keep: Callable[[Role], bool] = lambda role: True) -> tuple[Piece, ...]:
    """One sentence for claims of one frame about the same actors; fillers that differ are listed, the commonest first.

    `keep` leaves out fillers that the sentence is not about.

    Raises:
        ValueError: the frame is none of the contract's.
    """
    group = tuple(claims)
    frame = group[0].frame
    pattern = PATTERNS.get(frame)
    if pattern is None:
        raise ValueError(f"no pattern for the frame {frame!r}")
    fillers = _fillers(group, keep)
    past, plain = _verb(pattern, group)
    pieces = _subject(pattern, fillers.get(pattern.subject, ()))
    pieces.append(Piece(kind="words", text=f" {_conjugate(past, plain, _mood(group), _negated(group))}"))
    needed = dict(pattern.needed)
    for before, role in pattern.slots:
        preposition = before.replace(" on ", " for ") if frame == "sanction" and past in ("eased", "lifted") else before
        if fillers.get(role):
            pieces += [Piece(kind="words", text=preposition), *_listed(fillers[role], len(group) > 1)]
        elif role in needed:
            pieces += [Piece(kind="words", text=preposition), Piece(kind="absent", text=needed[role])]
    return (*pieces, *_extras(group))


def phrase_proposition(one: Proposition, claims: Iterable[Claim]) -> tuple[Piece, ...]:
    """What is proposed, as one sentence without a standing: who says it how firmly stands beside it.

    The stage or action is that of the claim published first; one that is only planned or held possible is put so.
    """
    told = tuple(claims)
    affirmed = [claim for claim in told if claim.polarity == "positive"] or list(told)
    first = affirmed[0]
    moods = {claim.modality for claim in affirmed}
    modality = first.modality if moods <= {"planned", "possible"} else "asserted"
    return phrase_claims((replace(first, roles=one.roles, modality=modality, attributes=_staged(first)),))


def _staged(claim: Claim) -> tuple[tuple[str, str], ...]:
    """The attributes that change the verb; a figure belongs to one claim only."""
    return tuple((key, value) for key, value in claim.attributes if key != "quantity")


def plain_phrase(pieces: Iterable[Piece]) -> str:
    """The phrase as text, with a capital at its beginning."""
    text = "".join(piece.text for piece in pieces).strip()
    return capitalised(text)


def capitalised(text: str) -> str:
    """The text with a capital at its beginning, unless it begins with something like "example.org" or "S-400"."""
    return text[:1].upper() + text[1:] if text.split(" ", 1)[0].isalpha() else text


def _fillers(claims: tuple[Claim, ...], keep: Callable[[Role], bool]) -> dict[str, tuple[Role, ...]]:
    seen: dict[str, dict[str, Role]] = {}
    times: Counter[tuple[str, str]] = Counter()
    for claim in claims:
        for role in filter(keep, claim.roles):
            seen.setdefault(role.role, {}).setdefault(_wording(role), role)
            times[role.role, _wording(role)] += 1
    return {
        name: tuple(sorted(found.values(), key=lambda role: -times[role.role, _wording(role)]))
        for name, found in seen.items()
    }


def _wording(role: Role) -> str:
    """The actor, or the words in the singular: "missile" and "missiles" need not both be listed."""
    return role.actor.id if role.actor else " ".join(singular(word) for word in role.text.casefold().split())


def singular(word: str) -> str:
    """The word without the ending of a regular English plural, which is close enough to compare by."""
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    return word[:-1] if word.endswith("s") and not word.endswith("ss") and len(word) > 3 else word


def _subject(pattern: Pattern, roles: tuple[Role, ...]) -> list[Piece]:
    if roles:
        return _listed(roles)
    return [Piece(kind="absent", text=pattern.missing or f"{pattern.subject} not named")]


def _listed(roles: tuple[Role, ...], shortened: bool = False) -> list[Piece]:
    if shortened and len(roles) > LISTED + 1:
        more = Piece(kind="words", text=f" and {len(roles) - LISTED} more")
        return [*_separated(roles[:LISTED], ", "), more]
    return _separated(roles, " and ")


def _separated(roles: tuple[Role, ...], last: str) -> list[Piece]:
    pieces: list[Piece] = []
    for place, role in enumerate(roles):
        if place:
            pieces.append(Piece(kind="words", text=last if place == len(roles) - 1 else ", "))
        pieces.append(
            Piece(
                kind="actor" if role.actor else "thing",
                text=role_name(role),
                actor_id=role.actor.id if role.actor else "",
            )
        )
    return pieces


def _verb(pattern: Pattern, claims: tuple[Claim, ...]) -> tuple[str, str]:
    attributes = {value for claim in claims for key, value in claim.attributes if key in ("stage", "action")}
    if len(attributes) == 1:
        value = attributes.pop()
        table = {"agree": STAGES, "sanction": ACTIONS}.get(claims[0].frame, {})
        return table.get(value, (pattern.past, pattern.plain))
    return pattern.past, pattern.plain


def _mood(claims: tuple[Claim, ...]) -> Mood:
    if claims[0].frame == "assess":
        return "past"
    modalities = {claim.modality for claim in claims}
    if modalities == {"planned"}:
        return "will"
    return "may" if modalities <= {"planned", "possible"} else "past"


def _negated(claims: tuple[Claim, ...]) -> bool:
    return all(claim.polarity == "negative" for claim in claims)


def _conjugate(past: str, plain: str, mood: Mood, negated: bool) -> str:
    if mood == "past":
        return f"did not {plain}" if negated else past
    return f"{mood} not {plain}" if negated else f"{mood} {plain}"


def _extras(claims: tuple[Claim, ...]) -> list[Piece]:
    """Quantity and status, where all the claims give the same: one claim's figure is not another's."""
    given = [
        tuple(" ".join(value.split()) for key, value in claim.attributes if key in ("quantity", "status"))
        for claim in claims
    ]
    values = [value for value in given[0] if value] if len(set(given)) == 1 else []
    return [Piece(kind="words", text=f" ({'; '.join(values)})")] if values else []
