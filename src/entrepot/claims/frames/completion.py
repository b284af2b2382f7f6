"""What a sentence leaves to its other words: roles filled from an adjective, a possessor, a clause further in.

Each rule belongs to one frame and only adds or moves a filler; none invents one that the sentence does not hold.
"""

from dataclasses import replace

from entrepot.claims.clauses import gerund_preposition, noun_clause, verb_clause
from entrepot.claims.context import SentenceContext
from entrepot.claims.frames.interface import Filled
from entrepot.claims.mentions import Mention
from entrepot.claims.phrases import Token, conjuncts
from entrepot.claims.words import ACCORDS
from entrepot.model.span import cut_span

Roles = tuple[tuple[str, Mention], ...]
CARRIAGE = frozenset(
    "access delivery supply shipment transfer import export purchase procurement acquisition sale flow "
    "movement transit".split()
)
DEALINGS = frozenset("transit export import sale trade supply shipment transfer re-export delivery".split())
INTENT = frozenset(
    "work begin start develop deepen prepare explore continue strengthen negotiate expand consider boost "
    "intensify study discuss draft launch seek look".split()
)


def complete(filled: Filled, context: SentenceContext) -> Filled | None:
    """The claim with what its frame's rule adds; None where the rule finds that nothing is claimed."""
    rule = RULES.get(filled.frame)
    return rule(filled, context) if rule else filled


def _with(filled: Filled, roles: list[tuple[str, Mention]]) -> Filled:
    return replace(filled, roles=tuple(roles))


def _token(mention: Mention, context: SentenceContext) -> Token | None:
    return context.parsed.doc[mention.token] if mention.token >= 0 and mention.span is not None else None


def _owners(token: Token, context: SentenceContext) -> list[Mention]:
    """Who stands before a noun as possessor or adjective, and can act: "the EU's ban", "Western sanctions"."""
    found: list[Mention] = []
    for child in token.lefts:
        if child.dep_ in ("poss", "amod", "compound", "nmod"):
            for item in conjuncts(child) if child.dep_ == "poss" else [child]:
                if item.tag_ == "PRP$":
                    found += context.resolve(item, "poss")
                elif context.reader.name_at(item) is not None:
                    found += [m for m in (context.named(item),) if m is not None and m.acts and m.kind != "place"]
    return found


def _adjective_country(mention: Mention, context: SentenceContext) -> Mention | None:
    token = _token(mention, context)
    return context.nationality(token) if token is not None else None


def complete_supply(filled: Filled, context: SentenceContext) -> Filled | None:
    """An origin adjective gives the supplier: "Belarusian radars"."""
    roles = [(role, _past_recipient(m, filled, context) if role == "goods" else m) for role, m in filled.roles]
    if not filled.of("supplier"):
        for goods in filled.of("goods"):
            token = _token(goods, context)
            owners = [m for m in _owners(token, context) if m.kind == "organisation"] if token is not None else []
            origin = _adjective_country(goods, context) or (owners[0] if owners else None)
            if origin is not None and origin.key not in {m.key for m in filled.of("recipient")}:
                roles.append(("supplier", origin))
                break
    elif not filled.of("recipient") and filled.trigger.lemma_.lower() in ("supply", "provide"):
        suppliers = {m.key for m in filled.of("supplier")}
        for goods in filled.of("goods"):  # "supply two thirds of Russia's machine tools"
            token = _token(goods, context)
            owners = (
                [m for m in _owners(token, context) if m.kind == "country" and m.key not in suppliers] if token else []
            )
            roles += [("recipient", m) for m in owners[:1]]
    if not any(role in ("supplier", "recipient") for role, _ in roles) and not any(
        m.kind == "vessel" for m in filled.of("via")
    ):
        return None
    return _with(filled, roles)


def _past_recipient(goods: Mention, filled: Filled, context: SentenceContext) -> Mention:
    """“sold Russia drones”: the goods are what stands after the recipient."""
    for recipient in (*filled.of("recipient"), *filled.of("beneficiary")):
        if (
            goods.span
            and recipient.span
            and recipient.span.start == goods.span.start
            and recipient.span.end < goods.span.end
        ):
            span = cut_span(context.reader.text, recipient.span.end, goods.span.end)
            return replace(goods, span=span, text=span.text)
    return goods


def complete_channel(filled: Filled, context: SentenceContext) -> Filled | None:
    """Origin from an adjective of the goods; destination from whoever uses the channel or owns what it restores."""
    roles = list(filled.roles)
    named = {mention.key for role, mention in roles}
    for goods in filled.of("goods"):
        country = _adjective_country(goods, context)
        if country is not None and country.key not in named and not filled.of("origin"):
            roles.append(("origin", country))
            named.add(country.key)
    trigger = filled.trigger
    if not filled.of("destination"):
        roles += _bound_for(filled, named, context)
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
    return _with(filled, roles)


def _bound_for(filled: Filled, named: set[str], context: SentenceContext) -> list[tuple[str, Mention]]:
    """“goods bound for Russia”, "chips destined for Iran": where the goods go, from their own words."""
    for goods in filled.of("goods"):
        token = _token(goods, context)
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
            owners = [m for m in _owners(noun, context) if m.kind == "country"]
            if "destination" not in held:
                found += [("destination", m) for m in owners[:1]]
    return found


def _user_of(noun: Token) -> list[Token] | None:
    """Who uses something as this: the subject of "use X as a channel"."""
    head = noun.head
    if noun.dep_ == "pobj" and head.lower_ == "as" and head.head.lemma_.lower() in ("use", "exploit", "employ"):
        return verb_clause(head.head).slots.get("subj", [])
    return None


def complete_sanction(filled: Filled, context: SentenceContext) -> Filled | None:
    """Issuer from the measure's owner; "Belarusian potash" as target is Belarus, with potash as goods."""
    roles: list[tuple[str, Mention]] = []
    targets = {m.key for m in filled.of("target")}
    for role, mention in filled.roles:
        token = _token(mention, context)
        owners = [m for m in _owners(token, context) if m.kind == "country"] if token is not None else []
        if role == "target" and mention.kind == "thing" and owners and not mention.nationality:
            roles += [("target", m) for m in owners[:1] if m.key not in targets] + [("goods", mention)]
        elif role == "target" and mention.kind == "thing" and mention.nationality and not mention.plural_people:
            country = _adjective_country(mention, context)
            roles += ([("target", country)] if country and country.key not in targets else []) + [("goods", mention)]
            if country is None:
                roles.append(("target", mention))
        else:
            roles.append((role, mention))
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
    for dealing in [m for role, m in roles if role == "target" and m.head in DEALINGS]:
        # "controls on the transit of chips to Russia": the target is Russia
        token = _token(dealing, context)
        ends = (
            [m for item in noun_clause(token).get("to") for m in context.resolve(item, "to") if m.acts] if token else []
        )
        roles = [(role, m) for role, m in roles if m is not dealing] + [("target", m) for m in ends[:1]]
    for measure in filled.of("measure"):
        token = _token(measure, context)
        if token is None:
            continue
        clause = noun_clause(token)
        if not any(role == "issuer" for role, _ in roles):
            held = {m.key for _, m in roles}
            roles += [("issuer", m) for m in _owners(token, context)[:2] if m.key not in held]
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
        if token.lemma_.lower() in (
            "export",
            "re-export",
            "reexport",
            "import",
            "sale",
            "supply",
            "shipment",
            "delivery",
            "transfer",
        ):
            goods = clause.slots.get("compound", []) + clause.slots.get("of", [])
            roles += [("goods", context.reader.read(item)) for item in goods]
    if not any(role in ("issuer", "target") for role, _ in roles) and filled.trigger.lemma_ != "be":
        return None
    return _with(filled, roles)


def complete_finance(filled: Filled, context: SentenceContext) -> Filled | None:
    """“wired to the Estonian's account”: he is paid, the account is the instrument."""
    roles = list(filled.roles)
    if not filled.of("payee"):
        for item in verb_clause(filled.trigger).get("to") if filled.trigger.pos_ == "VERB" else []:
            if item.lemma_.lower() in ("account", "wallet"):
                owners = [
                    m
                    for child in item.children
                    if child.dep_ == "poss"
                    for m in context.resolve(child, "poss")
                    if m.acts
                ]
                roles += [("payee", m) for m in owners] + (
                    [("instrument", context.reader.read(item))] if owners else []
                )
    return _with(filled, roles)


def complete_strike(filled: Filled, context: SentenceContext) -> Filled | None:
    """Whose drones struck did the striking; what else "hits" something ("prices hit the economy") is no attack."""
    clause = verb_clause(filled.trigger) if filled.trigger.pos_ == "VERB" else None
    idle = clause is not None and not clause.passive and bool(clause.slots.get("subj"))
    if idle and not filled.of("attacker") and not filled.of("weapon"):
        return None
    roles = list(filled.roles)
    if not filled.of("attacker"):
        for weapon in filled.of("weapon"):
            country = _adjective_country(weapon, context)
            if country is not None and country.key not in {m.key for m in filled.of("target")}:
                roles.insert(0, ("attacker", country))
                break
    return _with(filled, roles)


def complete_belong(filled: Filled, context: SentenceContext) -> Filled | None:
    """“joined BRICS as a partner”: the status is what stands after "as"."""
    attributes = dict(filled.attributes)
    for child in filled.trigger.children:
        if child.dep_ == "prep" and child.lower_ == "as":
            for item in child.children:
                if item.lemma_.lower() in ("partner", "observer", "member", "associate"):
                    attributes["status"] = item.lemma_.lower()
    return replace(filled, attributes=tuple(sorted(attributes.items())))


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
    return _with(filled, roles)


def complete_pledge(filled: Filled, context: SentenceContext) -> Filled | None:
    """The beneficiary stands inside what is promised; the matter of a readiness is its own clause."""
    roles = [(role, _past_recipient(m, filled, context) if role == "matter" else m) for role, m in filled.roles]
    inner: list[Token] = [child for child in filled.trigger.children if child.dep_ in ("xcomp", "ccomp")]
    people = [m for m in filled.of("matter") if m.acts and m.token >= 0]
    if people and len(people) < len(filled.of("matter")):
        # "promised envoys access": two objects, of which the one that can act is promised the other
        roles = [("beneficiary" if role == "matter" and m in people else role, m) for role, m in roles]
    for matter in filled.of("matter"):
        token = _token(matter, context)
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
                    return _with(filled, roles)
    return _with(filled, roles)


def complete_agree(filled: Filled, context: SentenceContext) -> Filled | None:
    """Parties that stand on the accord itself; whether work was agreed on, or a result."""
    roles = list(filled.roles)
    attributes = dict(filled.attributes)
    for matter in filled.of("matter"):
        token = _token(matter, context)
        if token is None:
            continue
        if token.pos_ in ("VERB", "AUX") and token.lemma_.lower() in INTENT:
            attributes["stage"] = "intent"
        if token.lemma_.lower() in ACCORDS:
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
    roles = list(filled.roles)
    if not filled.of("counterpart"):
        agents = {m.key for m in filled.of("agent")}
        for matter in filled.of("matter"):
            token = _token(matter, context)
            owners = [m for m in _owners(token, context) if m.key not in agents] if token is not None else []
            roles += [("counterpart", m) for m in owners[:1]]
    if len({m.key for role, m in roles if role in ("agent", "counterpart")}) < 2:
        return None
    return _with(filled, roles)


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
        return _with(filled, [*found, *filled.roles])
    senders = [m for m in filled.of("participant") if m.head in ("delegation", "minister", "official", "negotiator")]
    if len(filled.of("participant")) == 1 and senders:  # "delegations from Iran and Russia"
        token = _token(senders[0], context)
        sent = noun_clause(token).slots if token is not None else {}
        named = [
            m for slot in ("from", "of") for item in sent.get(slot, []) for m in context.resolve(item, slot) if m.acts
        ]
        if len(named) > 1:
            return _with(filled, [("participant", m) for m in named])
    if len([m for m in filled.of("participant") if m.kind == "person"]) >= 2:
        return _with(filled, [(role, m) for role, m in filled.roles if m.kind != "country"])
    return filled


def complete_host(filled: Filled, context: SentenceContext) -> Filled | None:
    """“struck the port of X, targeting a hub used for …”: the hub is the port just named."""
    for facility in filled.of("facility"):
        token = _token(facility, context)
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
                return _with(filled, [(role, places[0] if m is facility else m) for role, m in filled.roles])
    return filled


RULES = {
    "supply": complete_supply,
    "channel": complete_channel,
    "sanction": complete_sanction,
    "circumvent": complete_circumvent,
    "pledge": complete_pledge,
    "agree": complete_agree,
    "belong": complete_belong,
    "strike": complete_strike,
    "finance": complete_finance,
    "cooperate": complete_cooperate,
    "meet": complete_meet,
    "host": complete_host,
}
