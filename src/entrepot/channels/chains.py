"""Two supplies that make one way: what one party gets from abroad, the same party sends on to a third territory."""

from collections.abc import Iterator, Sequence
from itertools import product

from entrepot.channels.drafts import Draft, Said, goods_of, locate_ends
from entrepot.channels.locating import UNION, Located, locate_conduit
from entrepot.model.actor import Actor
from entrepot.model.claim import Role
from entrepot.model.goods import GoodsScope
from entrepot.model.proposition import Proposition
from entrepot.reference.goods import goods_ancestors


def chain_supplies(propositions: Sequence[Proposition], said: Said) -> list[Draft]:
    """The ways that two supplies make together, where they share the party in the middle and the goods.

    The party is a firm or a body, since a country both buys and sells of everything; it must lie in a third territory,
    and the goods of both must be of related classes or codes. Supplies that name a way of their own are not joined:
    they say theirs already; nor are those that nobody affirms.
    """
    plain = [one for one in propositions if one.frame == "supply" and not _roles(one, "via") and _is_affirmed(one)]
    received = [(one, role) for one in plain for role in _roles(one, "recipient") if _can_pass_on(role.actor)]
    sent = [(one, role) for one in plain for role in _roles(one, "supplier") if _can_pass_on(role.actor)]
    by_actor: dict[str, list[Proposition]] = {}
    for one, role in sent:
        by_actor.setdefault(role.actor.id if role.actor else "", []).append(one)
    found: list[Draft] = []
    for one, role in received:
        for other in by_actor.get(role.actor.id if role.actor else "", ()):
            found += _chain(one, other, role, said)
    return found


def _can_pass_on(actor: Actor | None) -> bool:
    return actor is not None and actor.kind == "organisation"


def _is_affirmed(proposition: Proposition) -> bool:
    """Whether some claim neither negates nor denies it."""
    denied = dict(proposition.modalities).get("denied", 0)
    return dict(proposition.polarity).get("positive", 0) > denied


def _roles(proposition: Proposition, name: str) -> list[Role]:
    return [role for role in proposition.roles if role.role == name]


def _chain(first: Proposition, second: Proposition, middle: Role, said: Said) -> Iterator[Draft]:
    via = locate_conduit(middle, (), said.reports)
    units = _common_goods(first, second)
    if via is None or via.territory == UNION or first.id == second.id or not units:
        return
    origins = locate_ends(first, "supplier", _sentences(first, said), said)
    known = tuple(one.territory for one in origins if one.territory != via.territory)
    for end, unit in product(locate_ends(second, "recipient", _sentences(second, said), said), units):
        if known and end.territory not in (via.territory, UNION, *known):
            yield Draft(
                proposition=second, further=(first,), via=via, origins=known, destination=end.territory, unit=unit,
                notes=_notes(middle, (via, end, *origins)),
            )  # fmt: skip


def _notes(middle: Role, located: Sequence[Located]) -> tuple[str, ...]:
    joined = f"Two supplies are joined at {middle.text}; no report says that the same goods went on."
    return (joined, *(f"{one.reason}." for one in located if one.reason))


def _sentences(proposition: Proposition, said: Said) -> list[str]:
    return [said.claims[one].quote.text for one in proposition.claims if one in said.claims]


def _common_goods(first: Proposition, second: Proposition) -> tuple[GoodsScope, ...]:
    """The goods that are sent on and were received: of one class, or of codes of which one holds the other."""
    return tuple(sent for sent in goods_of(second) if any(_related(received, sent) for received in goods_of(first)))


def _related(one: GoodsScope, other: GoodsScope) -> bool:
    if any(a.startswith(b) or b.startswith(a) for a in one.codes for b in other.codes):
        return True
    return any(a in goods_ancestors(b) or b in goods_ancestors(a) for a, b in product(_narrow(one), _narrow(other)))


def _narrow(scope: GoodsScope) -> list[str]:
    """The classes that say what goods they are: "goods" and "parts" hold everything."""
    return [key for key in scope.classes if len(goods_ancestors(key)) > 1]
