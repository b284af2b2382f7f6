"""Who belongs to which body, where a sentence says so beside a person's name: "the founder of X", "who heads X"."""

from entrepot.claims.clauses import verb_clause
from entrepot.claims.context import SentenceContext
from entrepot.claims.descriptions import LEADING
from entrepot.claims.mentions import Mention
from entrepot.claims.phrases import Token, prepositions


def note_affiliations(context: SentenceContext) -> None:
    """Remembers, for each person that a sentence names, the body of which it says that he leads or serves it."""
    for token in context.parsed.doc:
        name = context.reader.name_at(token)
        if name is None or name.actor.kind != "person" or token.dep_ == "compound":
            continue
        for item in _bodies_beside(token):
            house = next((m for m in context.resolve(item, "of") if _is_house(m)), None)
            if house is not None:
                context.discourse.descriptions.houses[name.actor.id] = house


def _is_house(mention: Mention) -> bool:
    return mention.kind == "organisation" and mention.actor is not None


def _bodies_beside(person: Token) -> list[Token]:
    """The nouns that may name the body of a person: after "of", before "'s", as the object of "who heads"."""
    offices = [child for child in person.children if child.dep_ == "appos"]
    offices += [person.head] if person.dep_ == "appos" else []
    found = [item for office in offices for name, item in prepositions(office) if name in ("of", "at", "for", "with")]
    owned = [*offices, person]
    found += [child for office in owned for child in office.children if child.dep_ == "poss"]
    for verb in person.children:
        if verb.dep_ == "relcl" and verb.lemma_.lower() in LEADING | {"work"}:
            clause = verb_clause(verb)
            found += [item for slot in ("obj", "for", "at") for item in clause.slots.get(slot, [])]
    return found
