"""What a sentence leaves to its other words in supply, channel and circumvent."""

from dataclasses import replace

from entrepot.claims.clauses import TURNING, gerund_preposition, noun_clause, verb_clause
from entrepot.claims.context import SAME_WAY, SentenceContext
from entrepot.claims.frames.implied import origin_of, owners_of, token_of, with_roles
from entrepot.claims.frames.interface import Filled
from entrepot.claims.mentions import Mention
from entrepot.claims.phrases import Token, conjuncts
from entrepot.model.span import cut_span

CARRIAGE = frozenset(
    "access delivery supply shipment transfer import export purchase procurement acquisition sale flow "
    "movement transit re-export reexport".split()
)

DELIVERING = frozenset(
    "prepare organise organize arrange make begin start resume continue complete plan handle".split()
)
"""Verbs whose subject makes the delivery that is their object."""


def complete_supply(filled: Filled, context: SentenceContext) -> Filled | None:
    """An origin adjective gives the supplier: "Belarusian radars"."""
    roles = [(role, past_recipient(m, filled, context) if role == "goods" else m) for role, m in filled.roles]
    if not filled.of("supplier"):
        for goods in filled.of("goods"):
            token = token_of(goods, context)
            owners = owners_of(token, context) if token is not None else []
            origin = origin_of(goods, context) or next((m for m in owners if m.kind == "organisation"), None)
            if origin is not None and origin.text == "Western":
                continue  # "Western cars": where they were made, not who sent them
            if origin is not None and origin.key not in {m.key for m in filled.of("recipient")}:
                roles.append(("supplier", origin))
                break
    elif not filled.of("recipient") and filled.trigger.lemma_.lower() in ("supply", "provide"):
        suppliers = {m.key for m in filled.of("supplier")}
        for goods in filled.of("goods"):  # "supply two thirds of Russia's machine tools"
            token = token_of(goods, context)
            owners = (
                [m for m in owners_of(token, context) if m.kind == "country" and m.key not in suppliers]
                if token
                else []
            )
            roles += [("recipient", m) for m in owners[:1]]
    if any(m.reason == SAME_WAY for m in filled.of("via")) and not filled.of("recipient"):
        roles += [("recipient", m) for m in context.discourse.resolve_thing("recipient")]
    roles += _whose_delivery(filled, {m.key for _, m in roles}, context)
    if not any(role in ("supplier", "recipient") for role, _ in roles) and not any(
        m.kind == "vessel" for m in filled.of("via")
    ):
        return None
    return with_roles(filled, roles)


def _whose_delivery(filled: Filled, named: set[str], context: SentenceContext) -> list[tuple[str, Mention]]:
    """“Garvex is preparing a delivery of engines to Iran”: whoever makes the delivery supplies."""
    noun, verb = filled.trigger, filled.trigger.head
    if noun.pos_ != "NOUN" or noun.dep_ != "dobj" or verb.lemma_.lower() not in DELIVERING or filled.of("supplier"):
        return []
    makers = [m for item in verb_clause(verb).slots.get("subj", []) for m in context.resolve(item, "subj") if m.acts]
    return [("supplier", m) for m in makers if m.key not in named]


def past_recipient(goods: Mention, filled: Filled, context: SentenceContext) -> Mention:
    """“sold Russia drones”: the goods are what stands after the recipient."""
    for recipient in (*filled.of("recipient"), *filled.of("beneficiary"), *filled.of("counterpart")):
        if (
            goods.span
            and recipient.span
            and recipient.span.start == goods.span.start
            and recipient.span.end < goods.span.end
        ):
            span = cut_span(context.reader.text, recipient.span.end, goods.span.end)
            return replace(goods, span=span, text=span.text)
    return goods


def _moved(goods: Mention, context: SentenceContext) -> Mention:
    """“a hub for the re-export of cars”: the goods are the cars."""
    token = token_of(goods, context)
    inner = noun_clause(token).get("of") if token is not None and goods.head in CARRIAGE else ()
    return next((context.reader.read(item) for item in inner), goods)


def complete_channel(filled: Filled, context: SentenceContext) -> Filled | None:
    """Origin from an adjective of the goods; destination from whoever uses the channel or owns what it restores."""
    roles = [(role, _moved(m, context) if role == "goods" else m) for role, m in filled.roles]
    named = {mention.key for role, mention in roles}
    for goods in [m for role, m in roles if role == "goods"]:
        country = origin_of(goods, context)
        if country is not None and country.key not in named and not filled.of("origin"):
            roles.append(("origin", country))
            named.add(country.key)
    trigger = filled.trigger
    if not filled.of("destination"):
        roles += _bound_for(filled, named, context) or _turned_for(trigger, context)
    roles += _through_which(trigger, {role for role, _ in roles}, context)
    if trigger.pos_ in ("NOUN", "PROPN"):
        ends = [m for item in noun_clause(trigger).slots.get("between", []) for m in context.resolve(item, "between")]
        if len(ends) == 2 and not any(role in ("origin", "destination") for role, _ in roles):
            roles += [("origin", ends[0]), ("destination", ends[1])]
        for child in trigger.children:
            if child.dep_ == "prep" and child.lower_ in ("for", "to", "of"):
                roles += _purpose(child, roles, context)
        user = _user_of(trigger)
        if user is not None and not any(role == "destination" for role, _ in roles):
            roles += [
                ("destination", m)
                for item in user
                for m in context.resolve(item, "subj")
                if m.acts and m.key not in named
            ]
    return with_roles(filled, roles)


def _bound_for(filled: Filled, named: set[str], context: SentenceContext) -> list[tuple[str, Mention]]:
    """“goods bound for Russia”, "chips destined for Iran": where the goods go, from their own words."""
    for way in filled.trigger.doc[filled.trigger.i :]:
        if way.lower_ in ("way", "route") and way.dep_ == "pobj" and way.head.lower_ in ("on", "en"):
            # "dual-use goods on their way to Russia"
            ends = [m for item in noun_clause(way).get("to") for m in context.resolve(item, "to") if m.kind != "thing"]
            if ends and ends[0].key not in named:
                return [("destination", ends[0])]
    for goods in filled.of("goods"):
        token = token_of(goods, context)
        for child in token.children if token is not None else ():
            if child.dep_ in ("acl", "amod") and child.lower_ in ("bound", "destined", "intended", "meant", "headed"):
                found = [
                    m
                    for prep in child.children
                    if prep.dep_ == "prep"
                    for item in prep.children
                    for m in context.resolve(item, "to")
                    if m.kind != "thing"
                ]
                return [("destination", m) for m in found if m.key not in named][:1]
    return []


def _turned_for(noun: Token, context: SentenceContext) -> list[tuple[str, Mention]]:
    """“has turned into a corridor, also to Belarus”: where it leads hangs on the verb."""
    verb = noun.head.head
    if noun.dep_ != "pobj" or noun.head.lower_ != "into" or verb.lemma_.lower() not in TURNING:
        return []
    ends = [m for item in verb_clause(verb).slots.get("to", []) for m in context.resolve(item, "to")]
    return [("destination", m) for m in ends if m.acts and m.actor is not None][:1]


def _through_which(noun: Token, held: set[str], context: SentenceContext) -> list[tuple[str, Mention]]:
    """“a corridor through which goods reach Belarus”, "a hub from which they go on to Iran": what goes, and where."""
    found: list[tuple[str, Mention]] = []
    for verb in noun.children:
        words = {item.lower_ for child in verb.children if child.dep_ == "prep" for item in child.children}
        if verb.dep_ != "relcl" or not words & {"which", "whom"}:
            continue
        clause = verb_clause(verb)
        goods = [item for slot in ("obj", "subj") for item in clause.slots.get(slot, [])]
        read = [m for item in goods for m in context.resolve(item, "obj")]
        if "goods" not in held:
            found += [("goods", m) for m in read if m.kind == "thing"]
        ends = [m for slot in ("to", "into") for item in clause.get(slot) for m in context.resolve(item, slot)]
        ends += [m for item in clause.slots.get("obj", []) for m in context.resolve(item, "obj")]
        if "destination" not in held:
            found += [("destination", m) for m in ends if m.acts and m.kind != "thing"][:1]
    return found


def _purpose(
    preposition: Token, roles: list[tuple[str, Mention]], context: SentenceContext
) -> list[tuple[str, Mention]]:
    """“a channel for restoring Iran's defence capabilities”, "for access to sanctioned goods": goods, and for whom."""
    found: list[tuple[str, Mention]] = []
    held = {role for role, _ in roles}
    for child in preposition.children:
        nouns = [item for item in child.children if item.dep_ == "dobj"] if child.dep_ == "pcomp" else []
        if child.dep_ == "pobj" and child.lemma_.lower() in CARRIAGE:
            nouns = [
                item
                for prep in child.children
                if prep.dep_ == "prep" and prep.lower_ in ("to", "of")
                for item in prep.children
                if item.dep_ == "pobj"
            ]
        for noun in nouns:
            if "goods" not in held or any(m.head in CARRIAGE for r, m in roles if r == "goods"):
                roles[:] = [(r, m) for r, m in roles if not (r == "goods" and m.head in CARRIAGE)]
                found += [("goods", context.reader.read(item)) for item in conjuncts(noun)]
            owners = [m for m in owners_of(noun, context) if m.kind == "country"]
            if "destination" not in held:
                found += [("destination", m) for m in owners[:1]]
    return found


def _user_of(noun: Token) -> list[Token] | None:
    """Who uses something as this: the subject of "use X as a channel"."""
    head = noun.head
    if noun.dep_ == "pobj" and head.lower_ == "as" and head.head.lemma_.lower() in ("use", "exploit", "employ"):
        return verb_clause(head.head).slots.get("subj", [])
    return None


def complete_circumvent(filled: Filled, context: SentenceContext) -> Filled | None:
    """“helps X evade sanctions”: the helper acts, X benefits."""
    trigger = filled.trigger
    head = trigger.head
    roles = list(filled.roles)
    if trigger.dep_ in ("ccomp", "xcomp", "conj") and head.lemma_.lower() in ("help", "assist", "aid"):
        helped = [m for role, m in roles if role == "agent"] or [
            m for item in verb_clause(head).slots.get("obj", []) for m in context.resolve(item, "obj")
        ]
        helpers = [
            m for item in verb_clause(head).slots.get("subj", []) for m in context.resolve(item, "subj") if m.acts
        ]
        if helpers:
            keys = {m.key for m in helpers}
            roles = [(role, m) for role, m in roles if role not in ("agent", "beneficiary")]
            roles = (
                [("agent", m) for m in helpers]
                + [("beneficiary", m) for m in helped if m.key not in keys and m.acts]
                + roles
            )
    if not any(role in ("agent", "beneficiary") for role, _ in roles) and gerund_preposition(filled.trigger) is None:
        return None
    return with_roles(filled, roles)
