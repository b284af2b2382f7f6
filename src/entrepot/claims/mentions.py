"""Noun phrases into mentions: whom or what a phrase names, and in which of its senses.

A capital, a palace or a people stands for its government where it acts, and for a place where something happens in it.
"""

from dataclasses import dataclass, replace
from typing import Literal

from entrepot.claims.animacy import is_personal
from entrepot.claims.names import DocumentNames, Name
from entrepot.claims.parsing import ParsedSentence
from entrepot.claims.phrases import Token, conjuncts, content_head, core_tokens, is_joint_quantity
from entrepot.claims.words import MEASURES
from entrepot.model.actor import Actor
from entrepot.model.span import Span
from entrepot.reference.territories import territory_actor

MentionKind = Literal["country", "organisation", "person", "place", "vessel", "group", "thing"]

STATE_NOUNS = frozenset(
    "state government authority authorities regime side leadership administration official officials republic "
    "junta".split()
)
"""With a nationality these stand for the country: "the Iranian state", "the Belarusian side", "Turkish officials"."""
ANALYSTS = frozenset("analyst expert economist researcher investigator".split())
SERVANTS = frozenset("officer agent inspector detective".split())
"""What they do their body does: "officers of the State Customs Service", "its men"."""
SPOKESMEN = frozenset("spokesman spokeswoman spokesperson spokespeople".split())
PLACE_NOUNS = frozenset(
    "port city town region province district oblast village zone airport harbour harbor terminal republic "
    "island canal crossing checkpoint gulf strait bay sea station waters anchorage roadstead coast peninsula".split()
)
TITLE_NOUNS = frozenset(
    "president minister premier secretary chancellor governor ambassador envoy chief head director spokesman "
    "spokeswoman spokesperson leader chairman general commander prince king commissioner representative "
    "counterpart deputy".split()
)
NAMED_NOUNS = TITLE_NOUNS | frozenset(
    "ship vessel tanker freighter firm company bank trader dealer businessman man woman outlet agency sister "
    "consultancy broker brokerage lender refiner producer maker manufacturer supplier distributor reseller exporter "
    "importer forwarder shipper carrier airline insurer shipyard subsidiary affiliate parent arm startup foundation "
    "charity watchdog institute operator retailer wholesaler exchange citizen national resident tycoon entrepreneur "
    "oligarch nephew brother son daughter wife husband".split()
)
PLACE_SLOTS = frozenset({"in", "at", "near", "outside", "inside", "around", "off"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """What a noun phrase names: `span` is where it stands; None where the mention was inferred, and `reason` says
    how.
    """

    span: Span | None
    text: str
    kind: MentionKind
    actor: Actor | None = None
    plural: bool = False
    head: str = ""
    nationality: str = ""
    form: str = ""
    source_kind: str = ""
    token: int = -1
    reason: str = ""
    codes: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """What two mentions of one thing share."""
        return self.actor.id if self.actor else self.text.casefold()

    @property
    def plural_people(self) -> bool:
        """True for people counted by nationality ("450 Iranian individuals"), who are not goods of that country."""
        return self.head in ("individual", "entity", "person", "citizen", "official", "company", "firm", "national")

    @property
    def acts(self) -> bool:
        """True for whoever can do something: a state, a body, a person, a group, a ship."""
        return self.kind != "thing"

    def inferred(self, reason: str, codes: tuple[str, ...] = ()) -> "Mention":
        """The same mention as the antecedent of something that only points to it."""
        return replace(
            self, span=None, token=-1, text=self.actor.name if self.actor else self.text, reason=reason, codes=codes
        )


def noun_lemma(token: Token) -> str:
    """A noun's lemma in lower case; the model leaves the plural on a proper noun ("Regulations")."""
    lemma = str(token.lemma_).lower() if token.lower_ != "arms" else "arms"
    return lemma[:-1] if token.tag_ == "NNPS" and lemma.endswith("s") else lemma


def _measure_on(token: Token) -> Token | None:
    """“goods subject to sanctions”: what goods they are stands after them."""
    if token.lemma_.lower() not in ("good", "goods", "item", "product"):
        return None
    for child in token.rights:
        if child.lower_ == "subject" and child.i == token.i + 1:
            for preposition in child.children:
                for item in preposition.children if preposition.lower_ == "to" else ():
                    return item if item.lemma_.lower() in MEASURES else None
    return None


def _is_a_people(token: Token) -> bool:
    """“The British have put X on their list”: an adjective of a country that stands for its noun."""
    definite = any(child.lower_ == "the" and child.dep_ == "det" for child in token.lefts)
    return definite and token.tag_ in ("NNP", "NNPS") and token.dep_ in ("nsubj", "nsubjpass", "dobj", "pobj", "conj")


def _of_a_body(token: Token) -> bool:
    return any(child.dep_ == "prep" and child.lower_ in ("of", "from") for child in token.children)


class MentionReader:
    """Reads the mentions of one sentence."""

    def __init__(self, parsed: ParsedSentence, names: DocumentNames, text: str) -> None:
        self.parsed = parsed
        self.names = names
        self.text = text
        self.offset = parsed.sentence.span.start

    def name_at(self, token: Token) -> Name | None:
        """The proper name that covers a token."""
        return self.names.at(self.offset + token.idx)

    def read(self, token: Token, slot: str = "") -> Mention:
        """The mention that a noun heads, in the sense that its place in the clause gives it."""
        token = content_head(token)
        name = self.name_at(token)
        if name is not None and name.form == "own":
            name = self._known_acronym(token) or name
        if name is not None and name.form == "adjective" and _is_a_people(token):
            return self._named(name, token, slot)
        if name is None or name.form == "adjective":
            name = self._named_by_complement(token) or (None if name is None or name.form == "adjective" else name)
        if name is not None:
            return self._named(name, token, slot)
        if (
            token.dep_ == "appos"
            and not name
            and (head := self.name_at(token.head)) is not None
            and head.form != "adjective"
            and token.i > token.head.i
        ):
            return self._named(head, token.head, slot)
        tokens = core_tokens(token)
        last = tokens[-1]
        if is_joint_quantity(token):
            last = max((child for child in token.children if child.dep_ == "conj"), key=lambda child: int(child.i))
        span = self.span(tokens[0], _measure_on(token) or last)
        lemma = noun_lemma(token)
        country = self.nationality(token)
        if lemma in ANALYSTS | SERVANTS:
            names = [
                name for child in token.lefts if child.dep_ == "compound" for name in [self.name_at(child)] if name
            ]
            bodies = [name for name in names if name.actor.kind == "organisation"]
            if bodies:
                return self._named(bodies[0], token, slot)
        if lemma in SPOKESMEN or (lemma == "representative" and country) or (lemma in SERVANTS and _of_a_body(token)):
            body = self._institution(token)
            if body is not None:
                return replace(self._named(body, token, slot), reason="")
        if country and lemma in STATE_NOUNS and not (lemma in ("state", "republic") and token.tag_ == "NNS"):
            actor = territory_actor(country)
            return Mention(span=span, text=span.text, kind="country", actor=actor, head=lemma, nationality=country)
        kind: MentionKind = "group" if is_personal(lemma) else "thing"
        plural = token.tag_ in ("NNS", "NNPS") or len([c for c in token.children if c.dep_ == "conj"]) > 0
        if kind == "thing" and lemma in PLACE_NOUNS:
            kind = "place"
        return Mention(
            span=span, text=span.text, kind=kind, plural=plural, head=lemma, nationality=country, token=token.i
        )

    def span(self, first: Token, last: Token) -> Span:
        """The stretch of the document from one token to another."""
        start, end = self.offset + first.idx, self.offset + last.idx + len(last)
        return Span(start=start, end=end, text=self.text[start:end])

    def clause_mention(self, first: Token, last: Token) -> Mention:
        """A stretch of the sentence as a filler that names a matter, not somebody."""
        span = self.span(first, last)
        return Mention(span=span, text=span.text, kind="thing", head=first.lemma_.lower(), token=first.i)

    def nationality(self, token: Token) -> str:
        """ISO code of the country that an adjective or a possessor before a noun names, or ""."""
        for child in token.lefts:
            if child.dep_ in ("amod", "compound", "nmod", "poss", "nsubj"):
                name = self.name_at(child)
                if name is not None and name.actor.kind == "country" and name.form != "capital":
                    return name.actor.id.partition(":")[2]
        for child in token.children:
            if child.dep_ == "prep" and child.lower_ == "of":
                for inner in child.children:
                    name = self.name_at(inner)
                    if inner.dep_ == "pobj" and name is not None and name.actor.kind == "country":
                        return name.actor.id.partition(":")[2]
        return ""

    def _named_by_complement(self, token: Token) -> Name | None:
        """“the port of Olya”, "the city Almaty", "the cargo ship NORD STAR 4": the name that a common noun
        introduces.
        """
        lemma = token.lemma_.lower()
        for child in token.children:
            inner = None
            if child.dep_ == "prep" and child.lower_ == "of" and lemma in PLACE_NOUNS:
                inner = next((item for item in child.children if item.dep_ == "pobj"), None)
            elif (
                child.dep_ == "appos"
                and (child.pos_ == "PROPN" or self.name_at(child))
                and (child.i == token.i + 1 or lemma in NAMED_NOUNS or is_personal(lemma))
            ):
                inner = child
            elif child.dep_ == "appos" and child.i > 0 and child.nbor(-1).text == "(" and child.text.isupper():
                inner = child  # "the Foreign Intelligence Service (SVR)": the short form says which
            if inner is not None and inner.pos_ == "PROPN":
                return self.name_at(inner)
        if lemma in TITLE_NOUNS and token.tag_ in ("NN", "NNP"):
            left, right = self.offset + token.idx, self.offset + token.right_edge.idx + len(token.right_edge)
            inside = [name for name in self.names.between(left, right) if name.actor.kind == "person"]
            return inside[0] if inside and inside[0].start - left < 60 else None
        return None

    def _known_acronym(self, token: Token) -> Name | None:
        """A name of no table, followed in brackets by a short form that a table has."""
        for child in token.children:
            if child.dep_ == "appos" and child.i > 0 and child.nbor(-1).text == "(":
                name = self.name_at(child)
                if name is not None and name.form != "own" and len(self._shared_words(token, name)) > 1:
                    return name
        return None

    def _shared_words(self, token: Token, name: Name) -> set[str]:
        """Words that a phrase and a listed name have in common: one short form may stand for several bodies."""
        own = {word.lower_ for word in core_tokens(token)}
        return own & set(name.actor.name.lower().split())

    def places(self, token: Token) -> tuple[Mention, ...]:
        """“the ports of Amirabad and Bandar Anzali”: every name that a plural noun of place introduces."""
        if token.tag_ == "NNS" and noun_lemma(token) in NAMED_NOUNS:
            beside = [child for child in token.children if child.dep_ == "appos" and self.name_at(child) is not None]
            named = tuple(
                self.read(item) for child in beside for item in conjuncts(child) if self.name_at(item) is not None
            )
            return named if len(named) > 1 else ()
        if noun_lemma(token) not in PLACE_NOUNS or token.tag_ != "NNS":
            return ()
        of = [
            item
            for child in token.children
            if child.dep_ == "prep" and child.lower_ == "of"
            for item in child.children
            if item.dep_ == "pobj"
        ]
        return tuple(self.read(item) for head in of for item in conjuncts(head) if self.name_at(item) is not None)

    def _institution(self, token: Token) -> Name | None:
        """The body that a nameless spokesman speaks for."""
        left, right = token.left_edge, token.right_edge
        inside = self.names.between(self.offset + left.idx, self.offset + right.idx + len(right))
        bodies = [name for name in inside if name.actor.kind == "organisation"]
        countries = [name for name in inside if name.actor.kind == "country"]
        found = bodies or countries
        return found[0] if found else None

    def _named(self, name: Name, token: Token, slot: str) -> Mention:
        span = Span(start=name.start, end=name.end, text=self.text[name.start : name.end])
        actor, form = name.actor, name.form
        kind: MentionKind = actor.kind
        if form in ("capital", "seat") and slot in PLACE_SLOTS:
            slug = span.text.casefold().replace(" ", "-")
            actor, kind = Actor(id=f"place:{slug}", kind="place", name=span.text), "place"
        codes = ("actor_repaired",) if name.repaired else ()
        return Mention(
            span=span,
            text=span.text,
            kind=kind,
            actor=actor,
            head=token.lemma_.lower(),
            form=form,
            source_kind=name.source_kind,
            nationality=name.iso2,
            codes=codes,
            plural=form == "people",
            token=token.i,
        )
