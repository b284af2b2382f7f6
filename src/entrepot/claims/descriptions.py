"""What a report says of a name in passing, for the phrases that repeat it later: "Corvane, a Serbian plant", and then
"the plant"; "Mila Rask, who heads the forwarder", and then "her company" or "we".
"""

from dataclasses import dataclass, field

from entrepot.claims.mentions import Mention, MentionReader, noun_lemma
from entrepot.claims.phrases import Token

SAME = (
    frozenset("plant factory works enterprise".split()),
    frozenset("trader dealer merchant".split()),
    frozenset("forwarder shipper haulier".split()),
    frozenset("bank lender".split()),
    frozenset("company firm business enterprise".split()),
    frozenset("agency bureau service".split()),
)
"""Nouns that a report uses in turn of one body."""
BODY_WORDS = frozenset(
    "service bureau committee ministry agency commission bank railway council directorate department fund institute "
    "foundation association court corporation office authority inspectorate registry board chamber union "
    "project works plant factory mill refinery shipyard".split()
)
"""Words of a name by which the body is called afterwards: the committee of "State Revenue Committee"."""
HOUSES = frozenset(
    "company firm business enterprise plant factory works bank group employer agency outfit house service "
    "office".split()
)
PUBLIC = frozenset(
    "service committee ministry agency commission inspectorate directorate authority police customs".split()
)
DOING = {
    **dict.fromkeys("sell trade deal".split(), "trader"),
    **dict.fromkeys("make produce build assemble manufacture".split(), "maker"),
    **dict.fromkeys("ship forward carry".split(), "forwarder"),
    **dict.fromkeys("lend".split(), "bank"),
}
"""What somebody is called who does this: "Corvane, which sells lathes" is a trader."""
LEADING = frozenset("head run lead own found manage direct chair represent control".split())


@dataclass(slots=True, kw_only=True)
class Descriptions:
    """Bodies by the nouns that describe them, the last named last; people by the body that they belong to."""

    nouns: dict[str, set[str]] = field(default_factory=dict)
    recent: list[Mention] = field(default_factory=list)
    houses: dict[str, Mention] = field(default_factory=dict)

    def note(self, doc: Token, reader: MentionReader) -> None:
        """Adds what one sentence says of the bodies that it names."""
        for token in doc:
            name = reader.name_at(token)
            if (
                name is None
                or name.form == "adjective"
                or name.actor.kind != "organisation"
                or _is_inside(token, reader)
            ):
                continue
            mention = reader.read(token)
            if mention.actor is None or mention.actor.id != name.actor.id or mention.span is None:
                continue
            self.recent.append(mention)
            said = self.nouns.setdefault(mention.key, set())
            said |= {noun for noun in _describing(token, reader) if noun}
            words = [*name.actor.name.lower().split(), *name.text.lower().split()]
            said |= {word.removesuffix("s") if word == "railways" else word for word in words if word in BODY_WORDS}

    def find(
        self, noun: str, before: int, nationality: str = "", exclude: frozenset[str] = frozenset()
    ) -> Mention | None:
        """The body last named before a place of the text that was described by a noun, of a country if one is given."""
        same = {noun}.union(*(group for group in SAME if noun in group))
        for wanted in ({noun}, same):
            for mention in reversed(self.recent):
                fits = wanted & self.nouns[mention.key] and mention.key not in exclude
                if fits and nationality in ("", mention.nationality) and mention.span and mention.span.start < before:
                    return mention.inferred(f"antecedent of “the {noun}”")
        return None

    def last_public(self) -> Mention | None:
        """The authority or service named last: "its officers" are not a firm's."""
        public = [m for m in self.recent if self.nouns[m.key] & PUBLIC or m.source_kind in ("official", "intelligence")]
        return public[-1].inferred("the authority named last") if public else None

    def house_of(self, person: Mention) -> Mention | None:
        """The body that somebody belongs to, where the report said so."""
        return self.houses.get(person.key)


def _is_inside(token: Token, reader: MentionReader) -> bool:
    """True for a word of a name other than the one that heads it."""
    name, above = reader.name_at(token), reader.name_at(token.head)
    return token.head.i != token.i and above is not None and name is not None and above.start == name.start


def _describing(token: Token, reader: MentionReader) -> list[str]:
    """The common nouns beside a name, or predicated of it, that say what bears it."""
    found = [child for child in token.children if child.dep_ == "appos" and child.i > token.i]
    found += [child for child in token.lefts if child.dep_ == "compound" and child.tag_ == "NN"]
    if token.dep_ == "appos" and token.head.i < token.i:
        found.append(token.head)
    if token.dep_ == "nsubj" and token.head.lemma_ in ("be", "become", "remain"):
        found += [child for child in token.head.children if child.dep_ == "attr" and child.tag_ == "NN"]
    doing = [child for child in token.children if child.dep_ == "relcl" and child.i > token.i]
    done = [DOING[verb.lemma_] for verb in doing if verb.lemma_ in DOING and verb.tag_ in ("VBZ", "VBP")]
    nouns = [item for item in found if item.pos_ == "NOUN" and reader.name_at(item) is None]
    trading = [item for item in nouns if any(child.lower_ == "trading" for child in item.lefts)]
    return [noun_lemma(item) for item in nouns] + ["trader" for _ in trading] + done
