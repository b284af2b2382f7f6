"""What a phrase stands for that names of its own report settle: a body named in short, offices for their holders."""

from typing import TYPE_CHECKING

from entrepot.claims.descriptions import HOUSES
from entrepot.claims.mentions import Mention, MentionReader
from entrepot.claims.phrases import Token, conjuncts
from entrepot.reference.gazetteer import country_of
from entrepot.reference.territories import territory_actor

if TYPE_CHECKING:
    from entrepot.claims.context import SentenceContext

OFFICES = {
    "president": "president",
    "minister": "minister",
    "leader": "leader",
    "premier": "prime minister",
    "chancellor": "chancellor",
    "secretary": "secretary",
}


def body_in_short(token: Token, mention: Mention, reader: MentionReader) -> tuple[Mention, ...]:
    """“the coast guard” after "the Hellenic Coast Guard": the body whose name ends with these words."""
    words = mention.text.casefold()
    if " " not in words or not mention.text.islower():
        return ()
    for name in reversed(reader.names.between(0, reader.offset + token.idx)):
        if name.actor.kind == "organisation" and name.text.casefold().endswith(f" {words}"):
            reason = f"antecedent of “the {mention.text}”"
            kind, iso2 = name.source_kind, name.iso2
            return (
                Mention(
                    span=None,
                    text=name.actor.name,
                    kind="organisation",
                    actor=name.actor,
                    source_kind=kind,
                    nationality=iso2,
                    reason=reason,
                ),
            )
    return ()


def office_holders(token: Token, reader: MentionReader) -> tuple[Mention, ...]:
    """“the presidents of Belarus and Iran”: the countries themselves stand for them, in the order named."""
    if token.lemma_.lower() not in OFFICES or token.tag_ not in ("NNS", "NNPS"):
        return ()
    found: list[Mention] = []
    for child in token.children:
        if child.dep_ == "appos" or (child.dep_ == "prep" and child.lower_ == "of"):
            heads = [child] if child.dep_ == "appos" else [item for item in child.children if item.dep_ == "pobj"]
            resolved = [m for head in heads for item in conjuncts(head) for m in (reader.read(item),)]
            people = [m for m in resolved if m.kind == "person"]
            countries = [m for m in resolved if m.kind == "country"]
            found = people or found or countries
    return tuple(found) if len(found) > 1 else ()


def own_country(token: Token, context: "SentenceContext") -> tuple[Mention, ...]:
    """“His country had sold nothing”: the state that whoever is meant speaks for."""
    owners = [child for child in token.lefts if child.dep_ == "poss" and child.tag_ == "PRP$"]
    if token.lemma_.lower() not in ("country", "nation") or token.tag_ != "NN" or not owners:
        return ()
    for mention in context.resolve(owners[0], "poss"):
        code = mention.nationality or (country_of(mention.actor) if mention.actor is not None else None)
        if code:
            actor = territory_actor(code)
            reason = f"the country of “{mention.text}”"
            return (Mention(span=None, text=actor.name, kind="country", actor=actor, reason=reason),)
    return ()


def own_house(token: Token, context: "SentenceContext") -> tuple[Mention, ...]:
    """“Her company never sold it”: the body of which the report said that she belongs to it."""
    owners = [child for child in token.lefts if child.dep_ == "poss" and child.tag_ == "PRP$"]
    if token.lemma_.lower() not in HOUSES or not owners:
        return ()
    houses = [context.discourse.descriptions.house_of(m) for m in context.resolve(owners[0], "poss")]
    return tuple(m.inferred(f"antecedent of “{owners[0].lower_} {token.lower_}”") for m in houses if m is not None)
