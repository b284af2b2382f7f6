"""What a phrase stands for that names of its own report settle: a body named in short, offices for their holders."""

from entrepot.claims.mentions import Mention, MentionReader
from entrepot.claims.phrases import Token, conjuncts

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
