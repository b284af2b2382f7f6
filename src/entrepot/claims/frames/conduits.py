"""`channel` said with two verbs: "ports that are used to send drones to Russia", "uses the firm to ship chips to
Iran".
"""

from entrepot.claims.clauses import verb_clause
from entrepot.claims.context import SentenceContext
from entrepot.claims.frames.fillers import ACCEPTS
from entrepot.claims.frames.interface import Filled
from entrepot.claims.phrases import Token

SENDING = frozenset(
    "send ship move deliver transport export smuggle transfer route forward supply carry funnel bring get "
    "obtain import".split()
)


def read_conduits(context: SentenceContext) -> list[tuple[Filled, int]]:
    """The `channel` claims of "use X to send Y" in a sentence, each with the index of the inner verb."""
    found: list[tuple[Filled, int]] = []
    for verb in context.parsed.doc:
        if (
            verb.pos_ == "VERB"
            and verb.lemma_.lower() in SENDING
            and verb.dep_ in ("xcomp", "advcl")
            and verb.head.lemma_.lower() == "use"
        ):
            filled = _fill(verb, verb.head, context)
            if filled is not None:
                found.append((filled, verb.i))
    return found


def _fill(inner: Token, use: Token, context: SentenceContext) -> Filled | None:
    above, below = verb_clause(use), verb_clause(inner)
    channels = [
        m
        for item in above.slots.get("obj", [])
        for m in context.resolve(item, "through")
        if m.kind in ("place", "country", "organisation", "vessel", "group")
    ]
    goods = [
        m
        for item in below.slots.get("obj", [])
        for m in context.resolve(item, "obj")
        if ACCEPTS["goods"](m, below, context)
    ]
    if not channels or not goods:
        return None
    roles = [("channel", m) for m in channels] + [("goods", m) for m in goods]
    roles += [
        ("destination", m)
        for slot in ("to", "into")
        for item in below.get(slot)
        for m in context.resolve(item, slot)
        if m.acts
    ][:1]
    roles += [("origin", m) for item in below.get("from") for m in context.resolve(item, "from") if m.kind != "thing"][
        :1
    ]
    if not any(role == "origin" for role, _ in roles):
        countries = [m for item in below.slots.get("obj", []) for m in [context.nationality(item)] if m is not None]
        roles += [("origin", m) for m in countries[:1]]
    return Filled(frame="channel", trigger=use, roles=tuple(roles))
