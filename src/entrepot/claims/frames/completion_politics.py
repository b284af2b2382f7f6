"""What a sentence leaves to its other words among states: belong, pledge, agree, cooperate, meet."""

from dataclasses import replace

from entrepot.claims.clauses import gerund_preposition, noun_clause, verb_clause
from entrepot.claims.context import SentenceContext
from entrepot.claims.frames.accords import with_subject
from entrepot.claims.frames.completion_trade import past_recipient
from entrepot.claims.frames.implied import owners_of, token_of, with_roles
from entrepot.claims.frames.interface import Filled
from entrepot.claims.phrases import Token
from entrepot.claims.words import ACCORDS

INTENT = frozenset(
    "work begin start develop deepen prepare explore continue strengthen negotiate expand consider boost "
    "intensify study discuss draft launch seek look".split()
)


def complete_belong(filled: Filled, context: SentenceContext) -> Filled | None:
    """“joined BRICS as a partner”: the status is what stands after "as"."""
    attributes = dict(filled.attributes)
    for child in filled.trigger.children:
        if child.dep_ == "prep" and child.lower_ == "as":
            for item in child.children:
                if item.lemma_.lower() in ("partner", "observer", "member", "associate"):
                    attributes["status"] = item.lemma_.lower()
    return replace(filled, attributes=tuple(sorted(attributes.items())))


def complete_pledge(filled: Filled, context: SentenceContext) -> Filled | None:
    """The beneficiary stands inside what is promised; the matter of a readiness is its own clause."""
    roles = [(role, past_recipient(m, filled, context) if role == "matter" else m) for role, m in filled.roles]
    inner: list[Token] = [child for child in filled.trigger.children if child.dep_ in ("xcomp", "ccomp")]
    people = [m for m in filled.of("matter") if m.acts and m.token >= 0]
    if people and len(people) < len(filled.of("matter")):
        # "promised envoys access": two objects, of which the one that can act is promised the other
        roles = [("beneficiary" if role == "matter" and m in people else role, m) for role, m in roles]
    for matter in filled.of("matter"):
        token = token_of(matter, context)
        if token is not None and token.pos_ in ("NOUN", "PROPN"):
            clauses = [child for child in token.children if child.dep_ == "acl"]
            clauses += [
                item
                for item in context.parsed.doc
                if (prep := gerund_preposition(item)) is not None and prep.head.i == token.i
            ]
            clauses += [
                inside
                for child in token.children
                if child.dep_ == "prep"
                for inside in child.children
                if inside.dep_ == "pcomp" and inside not in clauses
            ]
            if clauses and matter.head in (
                "readiness",
                "willingness",
                "preparedness",
                "commitment",
                "assistance",
                "help",
                "support",
            ):
                roles = [(role, m) for role, m in roles if m is not matter]
                roles += [("matter", context.clause(item)) for item in clauses]
                inner += clauses
    if not any(role == "beneficiary" for role, _ in roles):
        agents = {m.key for m in filled.of("agent")}
        for verb in inner:
            clause = verb_clause(verb) if verb.pos_ in ("VERB", "AUX") else noun_clause(verb)
            for slot in ("obj", "iobj", "with", "to"):
                found = [
                    m
                    for item in clause.slots.get(slot, [])
                    for m in context.resolve(item, slot)
                    if m.acts and m.key not in agents
                ]
                if found:
                    roles += [("beneficiary", m) for m in found]
                    return with_roles(filled, roles)
    return with_roles(filled, roles)


def complete_agree(filled: Filled, context: SentenceContext) -> Filled | None:
    """Parties that stand on the accord itself; whether work was agreed on, or a result."""
    roles = list(filled.roles)
    attributes = dict(filled.attributes)
    for matter in filled.of("matter"):
        token = token_of(matter, context)
        if token is None:
            continue
        if token.pos_ in ("VERB", "AUX") and token.lemma_.lower() in INTENT:
            attributes["stage"] = "intent"
        if token.lemma_.lower() in ACCORDS and token.pos_ in ("NOUN", "PROPN"):
            roles = [(role, with_subject(m, token, context) if m is matter else m) for role, m in roles]
            held = {m.key for role, m in roles if role == "party"}
            if len(held) > 1:
                continue  # who signed is named; whose treaty it is are the same parties again
            places = ("between", "of", "with") if not held else ("with", "between")
            for place in places:
                for item in noun_clause(token).slots.get(place, []):
                    roles += [("party", m) for m in context.resolve(item, place) if m.acts and m.key not in held]
    return replace(filled, roles=tuple(roles), attributes=tuple(sorted(attributes.items())))


def complete_cooperate(filled: Filled, context: SentenceContext) -> Filled | None:
    """“supported Russia's invasion”: Russia is the one supported."""
    roles = [(role, past_recipient(m, filled, context) if role == "matter" else m) for role, m in filled.roles]
    if not filled.of("counterpart"):
        agents = {m.key for m in filled.of("agent")}
        for matter in filled.of("matter"):
            token = token_of(matter, context)
            owners = [m for m in owners_of(token, context) if m.key not in agents] if token is not None else []
            roles += [("counterpart", m) for m in owners[:1]]
    if len({m.key for role, m in roles if role in ("agent", "counterpart")}) < 2:
        return None
    return with_roles(filled, roles)


def complete_meet(filled: Filled, context: SentenceContext) -> Filled | None:
    """“announced it after talks with X”: whoever announced it talked."""
    if filled.trigger.pos_ == "NOUN" and len(filled.of("participant")) == 1:
        token = filled.trigger
        while token.head.i != token.i and token.pos_ not in ("VERB", "AUX"):
            token = token.head
        subjects = verb_clause(token).slots.get("subj", []) if token.pos_ in ("VERB", "AUX") else []
        held = {m.key for _, m in filled.roles}
        found = [
            ("participant", m)
            for item in subjects
            for m in context.resolve(item, "subj")
            if m.acts and m.key not in held
        ]
        if not found:
            return None
        return with_roles(filled, [*found, *filled.roles])
    senders = [m for m in filled.of("participant") if m.head in ("delegation", "minister", "official", "negotiator")]
    if len(filled.of("participant")) == 1 and senders:  # "delegations from Iran and Russia"
        token = token_of(senders[0], context)
        sent = noun_clause(token).slots if token is not None else {}
        named = [
            m for slot in ("from", "of") for item in sent.get(slot, []) for m in context.resolve(item, slot) if m.acts
        ]
        if len(named) > 1:
            return with_roles(filled, [("participant", m) for m in named])
    if len([m for m in filled.of("participant") if m.kind == "person"]) >= 2:
        return with_roles(filled, [(role, m) for role, m in filled.roles if m.kind != "country"])
    return filled
