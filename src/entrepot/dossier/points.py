"""Claims that say the same of the same actors, gathered and put in an order that a reader can check."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from entrepot.dossier.phrases import Piece, phrase_claims
from entrepot.dossier.view import ClaimView, innermost_source, named_source_key, role_key, source_key, source_name

RULE = (
    "Claims with the same frame and the same actors in the same roles make one point, whatever their modality, "
    "polarity or date; goods and matters that differ are listed. Points that name no resolved actor are left out here. "
    "Points come in order of the number of reports that make them, then of the number of different named sources at "
    "the ends of their chains (a publisher speaking for itself and nameless sources add none), then of the number of "
    "claims, then of their first place in the case. Repetition is not confirmation: reports copy each other."
)

STANDINGS = {
    "asserted": "stated by",
    "alleged": "alleged by",
    "planned": "said to be planned by",
    "possible": "held possible by",
    "denied": "denied by",
    "negative": "said not to be so by",
}
"""How a source stands to a point, in the order in which it is printed. `negative` goes before the modality."""

FREE_ROLES = frozenset({"goods", "matter", "measure", "quantity", "instrument", "weapon"})
"""Roles that say what, not who; they do not keep two claims apart."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """One source's stand on a point, with the claims in which it takes it."""

    standing: str
    name: str
    publisher: bool
    claims: tuple[ClaimView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """What some claims say together: the sentence, who stands how to it, and in how many reports it is found."""

    pieces: tuple[Piece, ...]
    frame: str
    claims: tuple[ClaimView, ...]
    reports: int
    named_sources: int
    voices: tuple[Voice, ...]

    @property
    def contested(self) -> bool:
        """True where it is both said and denied, or said and said not to be so."""
        standings = {voice.standing for voice in self.voices}
        return bool(standings & {"denied", "negative"}) and bool(standings - {"denied", "negative"})


def gather_points(claims: Iterable[ClaimView]) -> tuple[Point, ...]:
    """Every point with a resolved actor, the most widely reported first; `RULE` says how in words."""
    groups: dict[tuple[str, frozenset[tuple[str, str]]], list[ClaimView]] = defaultdict(list)
    for view in claims:
        if any(role.actor for role in view.claim.roles):
            groups[point_key(view)].append(view)
    points = [_make_point(tuple(group)) for group in groups.values()]
    return tuple(sorted(points, key=lambda point: (-point.reports, -point.named_sources, -len(point.claims))))


def point_key(view: ClaimView) -> tuple[str, frozenset[tuple[str, str]]]:
    """The frame, and who or what fills which of the roles that name parties or places."""
    claim = view.claim
    return claim.frame, frozenset(
        (role.role, role_key(role)) for role in claim.roles if role.role not in FREE_ROLES or role.actor
    )


def _make_point(claims: tuple[ClaimView, ...]) -> Point:
    return Point(
        pieces=phrase_claims(view.claim for view in claims),
        frame=claims[0].claim.frame,
        claims=claims,
        reports=len({view.report for view in claims}),
        named_sources=len({key for view in claims if (key := named_source_key(view.claim))}),
        voices=_gather_voices(claims),
    )


def standing_of(view: ClaimView) -> str:
    """The modality, or `negative` where the sentence negates the frame without denying somebody's word."""
    claim = view.claim
    return "negative" if claim.polarity == "negative" and claim.modality != "denied" else claim.modality


def _gather_voices(claims: tuple[ClaimView, ...]) -> tuple[Voice, ...]:
    groups: dict[tuple[str, str], list[ClaimView]] = defaultdict(list)
    for view in claims:
        source = innermost_source(view.claim)
        groups[standing_of(view), source_key(source) if source else ""].append(view)
    voices = []
    for (standing, _), group in groups.items():
        source = innermost_source(group[0].claim)
        voices.append(
            Voice(
                standing=standing,
                name=source_name(source) if source else "source not named",
                publisher=all(len(view.claim.sources) < 2 for view in group),
                claims=tuple(group),
            )
        )
    order = list(STANDINGS)
    return tuple(sorted(voices, key=lambda voice: order.index(voice.standing)))
