"""Claims that say the same of the same actors, gathered and put in an order that a reader can check."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from entrepot.dossier.phrases import Piece, phrase_claims
from entrepot.dossier.topics import FREE_ROLES, GOODS_ROLES, goods_topics, learn_goods_classes, matters, topic_of
from entrepot.dossier.view import ClaimView, innermost_source, named_source_key, role_key, source_key, source_name
from entrepot.model.claim import Role

RULE = (
    "Claims with the same frame, the same actors in the same roles and goods of the same kind make one point, whatever "
    "their modality, polarity or date; a claim that names two kinds of goods belongs to two points, and matters that "
    "differ are listed. Points that name no resolved actor are left out. Points come in order of the number of reports "
    "that make them, then of the number of different named sources at the ends of their chains (a publisher speaking "
    "for itself and nameless sources add none), then of the number of claims, then of their first place in the case. "
    "Points that a single claim makes are left to the actors, unless there are fewer than six others. "
    "A point is marked contested where it is said in one place and denied, or said not to be so, in another. "
    "Repetition is not confirmation: reports copy each other."
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

AGAINST = frozenset({"denied", "negative"})

PointKey = tuple[str, frozenset[tuple[str, str]]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """One source's stand on a point, with its claims; `own` where it is the publisher's own word."""

    standing: str
    name: str
    own: bool
    claims: tuple[ClaimView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """What some claims say together: the sentence, who stands how to it, and in how many reports it is found."""

    pieces: tuple[Piece, ...]
    actors: frozenset[str]
    claims: tuple[ClaimView, ...]
    reports: int
    named_sources: int
    voices: tuple[Voice, ...]
    contested: bool

    @property
    def only_denied(self) -> bool:
        """True where nobody says it, and somebody denies it or says it is not so."""
        return all(voice.standing in AGAINST for voice in self.voices)


def gather_points(claims: Iterable[ClaimView]) -> tuple[Point, ...]:
    """Every point with a resolved actor, the most widely reported first; `RULE` says how in words."""
    views = tuple(claims)
    classes = learn_goods_classes(view.claim for view in views)
    groups: dict[tuple[PointKey, str], list[ClaimView]] = defaultdict(list)
    for view in views:
        if any(role.actor for role in view.claim.roles):
            for topic in goods_topics(view.claim, classes):
                groups[point_key(view), topic].append(view)
    points = [_make_point(tuple(group), topic, classes) for (_, topic), group in groups.items()]
    return tuple(sorted(points, key=lambda point: (-point.reports, -point.named_sources, -len(point.claims))))


def point_key(view: ClaimView) -> PointKey:
    """The frame, and who or what fills which of the roles that name parties or places."""
    claim = view.claim
    return claim.frame, frozenset(
        (role.role, role_key(role)) for role in claim.roles if role.role not in FREE_ROLES or role.actor
    )


def _make_point(claims: tuple[ClaimView, ...], topic: str, classes: dict[str, str]) -> Point:
    def on_topic(role: Role) -> bool:
        return role.role not in GOODS_ROLES or topic_of(role, classes) == topic

    return Point(
        pieces=phrase_claims((view.claim for view in claims), on_topic),
        actors=frozenset(role.actor.id for view in claims for role in view.claim.roles if role.actor),
        claims=claims,
        reports=len({view.report for view in claims}),
        named_sources=len({key for view in claims if (key := named_source_key(view.claim))}),
        voices=_gather_voices(claims),
        contested=_is_contested(claims),
    )


def standing_of(view: ClaimView) -> str:
    """The modality, or `negative` where the sentence negates the frame without denying somebody's word."""
    claim = view.claim
    return "negative" if claim.polarity == "negative" and claim.modality != "denied" else claim.modality


def _is_contested(claims: tuple[ClaimView, ...]) -> bool:
    """True where a denial or negation meets a claim on the same matter; one without a matter meets them all."""
    for_it = [matters(view.claim) for view in claims if standing_of(view) not in AGAINST]
    against = [matters(view.claim) for view in claims if standing_of(view) in AGAINST]
    return any(not there or not here or here & there for here in for_it for there in against)


def _gather_voices(claims: tuple[ClaimView, ...]) -> tuple[Voice, ...]:
    groups: dict[tuple[str, str, bool], list[ClaimView]] = defaultdict(list)
    for view in claims:
        source = innermost_source(view.claim)
        own = len(view.claim.sources) < 2
        groups[standing_of(view), source_key(source) if source else "", own].append(view)
    voices = []
    for (standing, _, own), group in groups.items():
        source = innermost_source(group[0].claim)
        name = source_name(source) if source else "source not named"
        voices.append(Voice(standing=standing, name=name, own=own, claims=tuple(group)))
    order = list(STANDINGS)
    return tuple(sorted(voices, key=lambda voice: order.index(voice.standing)))
