"""A frame's realisations, as a declared table that can be read: one `Pattern` a way of saying it.

`pattern("supply", "verb", "give send", "subj:actor>supplier iobj:actor>recipient obj:goods>goods!")` reads: a verb
"give" or "send" makes a `supply` claim; its subject, if it can act, is the supplier; its object, which must be there
(`!`) and be goods, is the goods. Alternatives for one role are tried in the order given; `a|b` in a slot means either.
"""

from dataclasses import dataclass
from typing import Literal, cast

from entrepot.claims.mentions import Mention
from entrepot.claims.phrases import Token
from entrepot.model.claim import FRAME_ROLES, DateExpression, Modality, Polarity

PredicateKind = Literal["verb", "noun", "adjective"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """Where a role is looked for: the clause's slots in order, the kind of filler that fits, and whether it must be
    there.
    """

    places: tuple[str, ...]
    accepts: str
    role: str
    required: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Pattern:
    """One realisation of a frame. `needs` lists sets of roles of which at least one must be filled whole."""

    frame: str
    kind: PredicateKind
    lemmas: frozenset[str]
    slots: tuple[Slot, ...]
    needs: tuple[frozenset[str], ...] = ()
    attributes: tuple[tuple[str, str], ...] = ()
    modality: Modality | None = None
    polarity: Polarity | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Filled:
    """A pattern that matched: who fills which role, its trigger, and a date of its own if dates were shared out."""

    frame: str
    trigger: Token
    roles: tuple[tuple[str, Mention], ...]
    attributes: tuple[tuple[str, str], ...] = ()
    modality: Modality | None = None
    polarity: Polarity | None = None
    date: DateExpression | None = None

    def of(self, role: str) -> tuple[Mention, ...]:
        """The fillers of one role."""
        return tuple(mention for name, mention in self.roles if name == role)


def pattern(
    frame: str,
    kind: PredicateKind,
    lemmas: str,
    slots: str,
    **options: str,
) -> Pattern:
    """The pattern that a line of a frame's table describes.

    `options`: `needs` ("goods+recipient goods+via"), `modality`, `polarity`; anything else is the claim's attribute.

    Raises:
        ValueError: a role is not one of the frame's.
    """
    needs = tuple(frozenset(group.split("+")) for group in options.pop("needs", "").split())
    modality = cast("Modality | None", options.pop("modality", None))
    polarity = cast("Polarity | None", options.pop("polarity", None))
    parsed = tuple(_slot(frame, text) for text in slots.split())
    return Pattern(
        frame=frame,
        kind=kind,
        lemmas=frozenset(lemmas.split()),
        slots=parsed,
        needs=needs,
        attributes=tuple(sorted(options.items())),
        modality=modality,
        polarity=polarity,
    )


def _slot(frame: str, text: str) -> Slot:
    places, _, rest = text.partition(":")
    accepts, _, role = rest.partition(">")
    required = role.endswith("!")
    role = role.rstrip("!")
    if role not in FRAME_ROLES[frame] and not role.startswith("_"):
        raise ValueError(f"{frame} has no role {role!r}; it has {', '.join(FRAME_ROLES[frame])}")
    return Slot(places=tuple(places.split("|")), accepts=accepts, role=role, required=required)
