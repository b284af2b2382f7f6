"""What one proposition says of a way for goods: whence, through where, where to, which goods."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from entrepot.channels.locating import UNION, Located, Reports, locate_conduit, locate_end
from entrepot.model.claim import Claim, Role
from entrepot.model.goods import GoodsScope
from entrepot.model.proposition import Proposition
from entrepot.reference.gazetteer import find_names
from entrepot.reference.goods_scopes import read_goods_scope
from entrepot.reference.territories import territory_in_phrase

WAYS: Mapping[str, tuple[str, str, str]] = {
    "channel": ("channel", "origin", "destination"),
    "supply": ("via", "supplier", "recipient"),
    "seek": ("via", "supplier", "seeker"),
    "host": ("facility", "", "user"),
    "circumvent": ("agent", "", "beneficiary"),
}
"""The roles of each frame that name the way, the origin and the destination; "" where the frame has no such role."""

_WESTERN = re.compile(r"western\b", re.IGNORECASE)
_NO_GOODS = re.compile(r"(?:the )?(?:circumvention|evasion|avoidance|bypassing|violation)(?: of .*)?", re.IGNORECASE)
"""What is done to measures is no goods: a channel "for the circumvention of sanctions" names none."""
_ANY_GOODS = re.compile(r"(?:the |these |such )?(?:goods|products|items|cargo(?:e?s)?|commodities)", re.IGNORECASE)
"""Words for goods of any kind: they say that something goes this way, and not what."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A way for goods as one proposition has it, before those of others are set beside it.

    `destination` is "" where the proposition names none. `notes` are sentences on what is understood where the words
    do not say it. `unit` are the goods of one filler, with no text where none is named. `further` are propositions that
    it rests on besides: the next leg, where two supplies make one way.
    """

    proposition: Proposition
    via: Located
    origins: tuple[str, ...]
    destination: str
    unit: GoodsScope
    notes: tuple[str, ...] = ()
    further: tuple[Proposition, ...] = ()

    @property
    def propositions(self) -> tuple[Proposition, ...]:
        """All that it rests on."""
        return (self.proposition, *self.further)


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """A proposition on a way for goods that makes no channel, and why; `hubs` are those that it names."""

    proposition_id: str
    reason: str
    hubs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What drafts are read from: the claims by id, the reports' texts, and the territories that measures target."""

    claims: Mapping[str, Claim]
    reports: Reports
    targets: frozenset[str]


def read_drafts(proposition: Proposition, said: Said) -> tuple[tuple[Draft, ...], tuple[LeftOut, ...]]:
    """The ways that a proposition names, and why it names none where its frame could."""
    if proposition.frame not in WAYS:
        return (), ()
    way, origin, destination = WAYS[proposition.frame]
    fillers = [role for role in proposition.roles if role.role == way]
    beside = [said.claims[one].quote.text for one in proposition.claims if one in said.claims]
    if not fillers and proposition.frame == "supply":
        return _resales(proposition, beside, said), ()
    if not fillers or (proposition.frame == "host" and not goods_of(proposition)):
        return (), ()
    conduits = [(role, locate_conduit(role, beside, said.reports)) for role in fillers]
    origins = locate_ends(proposition, origin, beside, said)
    ends = locate_ends(proposition, destination, beside, said)
    drafts: list[Draft] = []
    left: list[LeftOut] = []
    for role, via in conduits:
        reason = _why_not(proposition, role, via, origins, ends, said)
        if reason or via is None:
            left.append(LeftOut(proposition_id=proposition.id, reason=reason, hubs=_hubs(via)))
        else:
            drafts += _drafts_through(proposition, via, origins, ends)
    return tuple(drafts), tuple(left)


def _resales(proposition: Proposition, beside: Sequence[str], said: Said) -> tuple[Draft, ...]:
    """A supply of goods that bear another territory's name: whoever sends on "Western chips" did not make them."""
    suppliers = locate_ends(proposition, "supplier", beside, said)
    ends = locate_ends(proposition, "recipient", beside, said)
    found: list[Draft] = []
    for via in suppliers:
        for role in (role for role in proposition.roles if role.role == "goods"):
            makers = _makers(role.text)
            others = [one for one in ends if one.territory not in (via.territory, UNION, *makers)]
            if makers and via.territory not in (UNION, *makers):
                origins = tuple(sorted(one for one in makers if one))
                note = f"“{role.text}” are taken not to be of {territory_in_phrase(via.territory)}'s own making."
                found += [
                    Draft(
                        proposition=proposition, via=via, origins=origins, destination=end.territory,
                        unit=_scope_of(role), notes=(note, *(f"{one.reason}." for one in (via, end) if one.reason)),
                    )
                    for end in others
                ]  # fmt: skip
    return tuple(found)


def _makers(goods: str) -> frozenset[str]:
    """The territories that an adjective before goods names; "" for the West, which is no territory."""
    found: set[str] = set()
    for name in find_names(goods):
        entry = name.entries[0]
        if entry.form_kind == "adjective" and entry.iso2:
            found.add(entry.iso2)
    return frozenset(found | ({""} if _WESTERN.match(goods) else set()))


def locate_ends(proposition: Proposition, name: str, beside: Sequence[str], said: Said) -> list[Located]:
    """The territories of one end, each once, in order."""
    roles = [role for role in proposition.roles if role.role == name]
    found = (locate_end(role, beside, said.reports) for role in roles)
    return list({one.territory: one for one in found if one is not None}.values())


def _why_not(
    proposition: Proposition,
    role: Role,
    via: Located | None,
    origins: Sequence[Located],
    ends: Sequence[Located],
    said: Said,
) -> str:
    """Why a filler makes no way through a third territory; "" where it does."""
    if via is None or via.territory == UNION:
        return f"“{role.text}” is no territory and lies in none that is known here"
    name = territory_in_phrase(via.territory)
    if ends and all(one.territory == via.territory for one in ends):
        return f"“{role.text}” lies in {name}, where the goods are said to go: a place at an end, no third territory"
    if origins and all(one.territory == via.territory for one in origins):
        return f"“{role.text}” lies in {name}, where the goods are said to come from: no third territory"
    if proposition.frame == "circumvent" and not ends:
        return "nobody is named whom the circumvention helps"
    if proposition.frame == "circumvent" and via.territory in said.targets:
        return f"{name} is itself under measures; help from there against sanctions names no way for goods"
    return ""


def _drafts_through(
    proposition: Proposition, via: Located, origins: Sequence[Located], ends: Sequence[Located]
) -> list[Draft]:
    """A draft for each destination and for each of the goods."""
    others: list[Located | None] = [one for one in ends if one.territory not in (via.territory, UNION)]
    destinations = others or [None]
    found = []
    for end in destinations:
        known = tuple(
            one.territory for one in origins if one.territory not in (via.territory, end.territory if end else "")
        )
        located = [one for one in (via, end, *origins) if one is not None]
        found += [
            Draft(
                proposition=proposition, via=via, origins=known, destination=end.territory if end else "", unit=unit,
                notes=tuple(f"{one.reason}." for one in located if one.reason),
            )
            for unit in goods_of(proposition) or (GoodsScope(text=""),)
        ]  # fmt: skip
    return found


def goods_of(proposition: Proposition) -> tuple[GoodsScope, ...]:
    """The goods of each filler; the codes are those that the words fix."""
    return read_goods_roles(proposition.roles)


def read_goods_roles(roles: Sequence[Role]) -> tuple[GoodsScope, ...]:
    """The goods of each filler of the role, those left out that are no goods."""
    found = (_scope_of(role) for role in roles if role.role == "goods")
    return tuple(one for one in found if not _NO_GOODS.fullmatch(one.text))


def _scope_of(role: Role) -> GoodsScope:
    if _ANY_GOODS.fullmatch(role.text):
        return GoodsScope(text="")
    read = read_goods_scope(role.text)
    if read.codes or not role.hs:
        return read
    return GoodsScope(
        text=role.text, nomenclature="HS", edition=2022, codes=role.hs, classes=read.classes, resolution="class"
    )


def _hubs(via: Located | None) -> tuple[str, ...]:
    return (via.hub,) if via is not None and via.hub else ()
