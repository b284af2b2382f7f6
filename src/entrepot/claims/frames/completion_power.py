"""What a sentence leaves to its other words in sanction, strike, finance and host."""

from entrepot.claims.clauses import noun_clause, verb_clause
from entrepot.claims.context import SentenceContext
from entrepot.claims.frames.implied import origin_of, owners_of, token_of, with_roles
from entrepot.claims.frames.interface import Filled
from entrepot.claims.mentions import Mention

DEALINGS = frozenset("transit export import sale trade supply shipment transfer re-export reexport delivery".split())


def complete_sanction(filled: Filled, context: SentenceContext) -> Filled | None:
    """Issuer from the measure's owner; "Belarusian potash" as target is Belarus, with potash as goods."""
    roles: list[tuple[str, Mention]] = []
    targets = {m.key for m in filled.of("target")}
    for role, mention in filled.roles:
        token = token_of(mention, context)
        owners = [m for m in owners_of(token, context) if m.kind == "country"] if token is not None else []
        if role == "target" and mention.kind == "thing" and owners and not mention.nationality:
            roles += [("target", m) for m in owners[:1] if m.key not in targets] + [("goods", mention)]
        elif role == "target" and mention.kind == "thing" and mention.nationality and not mention.plural_people:
            country = origin_of(mention, context)
            roles += ([("target", country)] if country and country.key not in targets else []) + [("goods", mention)]
            if country is None:
                roles.append(("target", mention))
        else:
            roles.append((role, mention))
    if filled.trigger.lemma_.lower() in ("list", "specify") and any(c.lower_ == "as" for c in filled.trigger.children):
        return None  # "is listed as the owner"
    if (
        filled.trigger.tag_ == "VBG"
        and not filled.of("issuer")
        and filled.trigger.dep_ in ("csubj", "nsubj", "pcomp", "ROOT")
    ):
        return None
    if (
        filled.trigger.lemma_ == "be"
        and not filled.of("target")
        and not any(child.tag_ == "EX" for child in filled.trigger.children)
    ):
        return None
    for dealing in [m for role, m in roles if role == "target" and m.actor is None and m.head in DEALINGS]:
        # "controls on the transit of chips to Russia": the target is Russia
        token = token_of(dealing, context)
        ends = (
            [m for item in noun_clause(token).get("to") for m in context.resolve(item, "to") if m.acts] if token else []
        )
        roles = [(role, m) for role, m in roles if m is not dealing] + [("target", m) for m in ends[:1]]
    for measure in filled.of("measure"):
        token = token_of(measure, context)
        if token is None:
            continue
        clause = noun_clause(token)
        if not any(role == "issuer" for role, _ in roles):
            held = {m.key for _, m in roles}
            roles += [("issuer", m) for m in owners_of(token, context)[:2] if m.key not in held]
        if not any(role == "target" for role, _ in roles):
            roles += [
                ("target", m)
                for slot in ("on", "against")
                for item in clause.slots.get(slot, [])
                for m in context.resolve(item, slot)
            ]
        if not any(role == "target" for role, _ in roles):
            inner = [item for slot in ("for", "of") for item in clause.get(slot)]
            roles += [
                ("target", m)
                for item in inner
                for m in [context.nationality(item)]
                if m is not None and m.key not in {x.key for _, x in roles}
            ][:1]
        if token.lemma_.lower() in DEALINGS:
            goods = clause.slots.get("compound", []) + clause.slots.get("of", [])
            roles += [("goods", context.reader.read(item)) for item in goods]
    if not any(role in ("issuer", "target") for role, _ in roles) and filled.trigger.lemma_ != "be":
        return None
    return with_roles(filled, roles)


def complete_strike(filled: Filled, context: SentenceContext) -> Filled | None:
    """Whose drones struck did the striking; what else "hits" something ("prices hit the economy") is no attack."""
    clause = verb_clause(filled.trigger) if filled.trigger.pos_ == "VERB" else None
    idle = clause is not None and not clause.passive and bool(clause.slots.get("subj"))
    if idle and not filled.of("attacker") and not filled.of("weapon"):
        return None
    roles = list(filled.roles)
    if not filled.of("attacker"):
        for weapon in filled.of("weapon"):
            country = origin_of(weapon, context)
            if country is not None and country.key not in {m.key for m in filled.of("target")}:
                roles.insert(0, ("attacker", country))
                break
    return with_roles(filled, roles)


def complete_finance(filled: Filled, context: SentenceContext) -> Filled | None:
    """“wired to the Estonian's account”: he is paid, the account is the instrument."""
    roles = list(filled.roles)
    if not filled.of("payee"):
        for item in verb_clause(filled.trigger).get("to") if filled.trigger.pos_ == "VERB" else []:
            if item.lemma_.lower() in ("account", "wallet"):
                held = [child for child in item.children if child.dep_ == "poss"] + noun_clause(item).slots.get(
                    "of", []
                )
                owners = [m for child in held for m in context.resolve(child, "poss") if m.acts]
                roles += [("payee", m) for m in owners] + (
                    [("instrument", context.reader.read(item))] if owners else []
                )
    if not filled.of("payer"):  # "Zhelmash's payments to Garvex went through a bank"
        for item in filled.of("instrument"):
            token = token_of(item, context)
            owners = [m for m in owners_of(token, context) if m.kind == "organisation"] if token is not None else []
            if owners and owners[0].key not in {m.key for _, m in roles}:
                roles.insert(0, ("payer", owners[0]))
                break
    return with_roles(filled, roles)


def complete_host(filled: Filled, context: SentenceContext) -> Filled | None:
    """“struck the port of X, targeting a hub used for …”: the hub is the port just named."""
    for facility in filled.of("facility"):
        token = token_of(facility, context)
        if (
            token is not None
            and facility.actor is None
            and token.dep_ == "dobj"
            and token.head.dep_ == "advcl"
            and token.head.tag_ == "VBG"
        ):
            places = [
                m
                for item in verb_clause(token.head.head).slots.get("obj", [])
                for m in context.resolve(item, "obj")
                if m.kind == "place" and m.actor
            ]
            if places and not facility.actor:
                return with_roles(filled, [(role, places[0] if m is facility else m) for role, m in filled.roles])
    return filled
