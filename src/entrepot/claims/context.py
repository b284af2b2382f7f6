"""One sentence in its discourse: from a noun of the parse to whom or what it stands for."""

from dataclasses import replace

from entrepot.claims.antecedents import body_in_short, office_holders, own_country, own_house
from entrepot.claims.clauses import verb_clause
from entrepot.claims.coreference import (
    FIRST_PRONOUNS,
    KIND_OF_HEAD,
    PAIR_HEADS,
    PERSON_PRONOUNS,
    PLURAL_PRONOUNS,
    THING_PRONOUNS,
    Discourse,
    Ranked,
)
from entrepot.claims.mentions import SERVANTS, SPOKESMEN, TITLE_NOUNS, Mention, MentionReader, noun_lemma
from entrepot.claims.parsing import ParsedSentence
from entrepot.claims.phrases import Token, content_head
from entrepot.claims.words import FACILITIES
from entrepot.model.actor import Actor
from entrepot.model.claim import DateExpression
from entrepot.model.span import Span, cut_span
from entrepot.reference.gazetteer import country_of
from entrepot.reference.territories import territory_actor

CHANGING = frozenset("lower raise lift ease extend tighten prolong renew suspend relax widen broaden scrap".split())
"""What one does to a measure: "the EU lowered it" can mean nothing else that was named."""
POLITE = frozenset("esteemed honourable honorable same said aforementioned".split())
POINTED = {
    "goods": "goods",
    "made": "goods",
    "bought": "goods",
    "cargo": "goods",
    "measure": "measure",
    "accord": "accord",
    "club": "club",
    "stored": "goods",
}
"""Which kind of thing a pronoun stands for in a slot."""
SAME_WAY = "the way of the goods before"
PRONOUN_TAGS = frozenset({"PRP", "PRP$"})


class SentenceContext:
    """Resolves the nouns of one sentence; keeps what was resolved, for the sentences after it."""

    def __init__(
        self, parsed: ParsedSentence, reader: MentionReader, discourse: Discourse, dates: tuple[DateExpression, ...]
    ) -> None:
        self.parsed = parsed
        self.reader = reader
        self.discourse = discourse
        self.dates = dates
        self.offset = parsed.sentence.span.start
        self.speaker: Mention | None = None
        self.things: list[Mention] = []
        self._seen: dict[tuple[int, str], tuple[Mention, ...]] = {}

    def is_date(self, token: Token) -> bool:
        """True for a token that belongs to a date expression."""
        at = self.offset + token.idx
        return any(date.span.start <= at < date.span.end for date in self.dates)

    def date_at(self, token: Token) -> DateExpression | None:
        """The date expression that a token belongs to."""
        at = self.offset + token.idx
        return next((date for date in self.dates if date.span.start <= at < date.span.end), None)

    def named(self, token: Token) -> Mention | None:
        """The proper name at a token as a mention, whatever stands around it."""
        name = self.reader.name_at(token)
        if name is None:
            return None
        span = Span(start=name.start, end=name.end, text=self.reader.text[name.start : name.end])
        return Mention(
            span=span,
            text=span.text,
            kind=name.actor.kind,
            actor=name.actor,
            head=token.lemma_.lower(),
            form=name.form,
            token=token.i,
        )

    def clause(self, verb: Token) -> Mention:
        """A subordinate clause as a filler: from its verb to its end, without what hangs loosely on it."""
        first = next((c.left_edge for c in verb.children if c.dep_ in ("nsubj", "nsubjpass") and c.i < verb.i), verb)
        last = verb.head if verb.dep_ == "amod" and verb.head.i > verb.i else verb
        for token in verb.subtree:
            if token.i <= verb.i:
                continue
            if token.head.i == verb.i and (token.dep_ in ("cc", "conj") or token.text in (",", ";", "–", "-")):
                break
            last = token if token.i > last.i else last
        while (last.is_punct or last.is_space) and last.i > verb.i:
            last = last.nbor(-1)
        mention = self.reader.clause_mention(first, last)
        return replace(mention, head=verb.lemma_.lower(), token=verb.i)

    def resolve(self, token: Token, slot: str = "") -> tuple[Mention, ...]:
        """Whom or what a noun stands for: usually one mention, two for "the two sides", none where no rule is sure."""
        key = (token.i, slot)
        if key not in self._seen:
            self._seen[key] = self._resolve(token, slot)
        return self._seen[key]

    def _resolve(self, token: Token, slot: str) -> tuple[Mention, ...]:
        if self.is_date(token):
            return ()
        word = token.lower_
        if token.tag_ in PRONOUN_TAGS or (word in PLURAL_PRONOUNS and token.tag_ in ("DT", "PDT", "PRP")):
            if word in FIRST_PRONOUNS:
                said = self.speaker and self._speaking_for(word, self.speaker)
                return (said.inferred(f"the speaker's “{word}”"),) if said else ()
            return self.discourse.resolve_pronoun(word, self._before_pronoun(token))
        whole = [
            item for child in token.children if child.lower_ == "of" for item in child.children if item.tag_ == "PRP"
        ]
        if whole and word in ("most", "some", "many", "all", "none", "few", "several", "half", "both"):
            return self.discourse.resolve_thing("goods")
        if word in ("one", "none", "some", "most", "many", "few", "several") and content_head(token).i != token.i:
            return self._resolve(content_head(token), slot)
        if token.tag_ in ("WDT", "WP", "EX") or word in (
            "that",
            "this",
            "these",
            "those",
            "which",
            "who",
            "what",
            "one",
            "none",
        ):
            return ()
        pair = self._pair(token) or self.reader.places(token)
        if pair:
            return pair
        mention = self.reader.read(token, slot)
        mention = self._without_date(mention)
        if mention.actor is None and mention.head in SPOKESMEN:
            heads = [
                item
                for child in token.children
                if child.dep_ == "prep" and child.lower_ in ("for", "of")
                for item in child.children
            ]
            bodies = [m for item in heads for m in self.resolve(item, "for") if m.actor is not None]
            if bodies:
                return (bodies[0],)
        servants = mention.head in SERVANTS or token.lower_ == "men"
        if mention.actor is None and servants:
            owners = [child for child in token.lefts if child.dep_ == "poss"]
            bodies = [m for child in owners for m in self.resolve(child, "poss") if m.kind == "organisation"]
            last = self.discourse.descriptions.last_public() if any(c.lower_ == "its" for c in owners) else None
            if bodies or last is not None:
                return (bodies[0] if bodies or last is None else last,)
        if mention.actor is None:
            holders = office_holders(token, self.reader)
            if holders:
                return holders
            definite = own_country(token, self) or own_house(token, self) or self._definite(token, mention)
            if definite:
                return definite
        return (mention,)

    def _without_date(self, mention: Mention) -> Mention:
        """“In May 2021 drones were sold”: a date before a noun is none of its words."""
        for date in self.dates:
            span = mention.span
            if span is not None and span.start < date.span.end < span.end and date.span.start <= span.start:
                cut = cut_span(self.reader.text, date.span.end, span.end)
                return replace(mention, span=cut, text=cut.text)
        return mention

    def resolve_for(self, token: Token, slot: str, accepts: str) -> tuple[Mention, ...]:
        """As `resolve`, but a pronoun looks for an antecedent of the kind that its slot takes: "lifting them",
        "joined it".
        """
        word = token.lower_
        if accepts in POINTED and (word in ("it", "them", "they", "these", "those", "both")):
            found = self.discourse.resolve_thing(POINTED[accepts])
            if found or accepts in ("measure", "accord", "club"):
                sure = word != "it" or accepts != "measure" or token.head.lemma_.lower() in CHANGING
                return found if sure else ()
        if accepts == "sameway":
            same = any(child.lower_ == "same" for child in token.children) and token.lemma_ in ("route", "way", "road")
            return tuple(replace(m, reason=SAME_WAY) for m in self.discourse.resolve_thing("via")) if same else ()
        if accepts == "territory":
            owners = [child for child in token.lefts if child.dep_ == "poss"]
            mention = self.reader.read(token)
            held = [m for child in owners for m in self.resolve(child, "poss") if m.kind == "country"]
            return (replace(held[0], head=mention.head),) if held else ()
        return self.resolve(token, slot)

    def _pair(self, token: Token) -> tuple[Mention, ...]:
        words = {child.lower_ for child in token.children}
        lemma = token.lemma_.lower()
        if (
            lemma in PAIR_HEADS
            and words & {"two", "both"}
            and not any(child.dep_ == "prep" and child.lower_ == "of" for child in token.children)
        ):
            return self.discourse.resolve_pair(lemma)
        if token.lower_ == "sides" and "the" in words:
            return self.discourse.resolve_pair(lemma)
        return ()

    def _speaking_for(self, word: str, speaker: Mention) -> Mention:
        """“Nothing has come to us”: who says "we" speaks for the body to which he belongs."""
        house = self.discourse.descriptions.house_of(speaker) if word in ("we", "us", "our") else None
        return house or speaker

    def _described(self, token: Token, modifiers: list[Token], exclude: frozenset[str]) -> tuple[Mention, ...]:
        """“the plant”, "the South Korean service": what the report described so before, or named so."""
        nationality = self.reader.nationality(token) if modifiers else ""
        if modifiers and not (nationality and len({self.reader.name_at(item) for item in modifiers}) == 1):
            return ()
        at = self.offset + token.idx
        found = self.discourse.descriptions.find(noun_lemma(token), at, nationality, exclude)
        return (found,) if found is not None and token.tag_ in ("NN", "NNP") else ()

    def _definite(self, token: Token, mention: Mention) -> tuple[Mention, ...]:
        lemma = token.lemma_.lower()
        modifiers = [
            child
            for child in token.lefts
            if child.dep_ in ("amod", "compound", "nmod", "poss", "nummod") and child.lower_ not in POLITE
        ]
        pointing = any(child.lower_ in ("the", "this", "that") for child in token.lefts)
        complement = any(child.dep_ in ("prep", "relcl", "acl", "appos") for child in token.rights)
        shortened = body_in_short(token, mention, self.reader) if pointing and not complement else ()
        if shortened:
            return shortened
        if pointing and not complement:
            here = frozenset(item.mention.key for item in self._nearby(token))
            described = self._described(token, modifiers, here) if lemma not in ("company", "firm", "group") else ()
            if described:
                return described
        if (lemma not in KIND_OF_HEAD and lemma not in FACILITIES) or not pointing or modifiers or complement:
            return ()
        if lemma == "country":
            bodies = [
                m
                for item in self.before(token)
                for m in (item.mention,)
                if item.rank == 3 and m.kind == "organisation" and m.actor is not None
            ]
            owners = [code for m in bodies for code in [country_of(m.actor) if m.actor else None] if code]
            if owners:
                actor = territory_actor(owners[-1])
                return (
                    Mention(
                        span=None,
                        text=actor.name,
                        kind="country",
                        actor=actor,
                        reason="the country of the body before it",
                    ),
                )
        # "The Treasury put the company under sanctions": what is pointed to is not the subject of the same clause.
        here = frozenset(item.mention.key for item in self.before(token) if item.rank == 3)
        return self.discourse.resolve_definite(lemma, self.before(token), here)

    def _nearby(self, token: Token) -> list[Ranked]:
        """Other arguments of the verb of a noun: "the bank lent the company": these are two."""
        verb = token.head if token.dep_ in ("nsubj", "nsubjpass", "dobj", "dative") else token.head.head
        beside = verb_clause(verb).slots.get("subj", []) if verb.pos_ == "VERB" else []
        return [self._ranked(item) for item in beside if item.i < token.i and self.reader.name_at(item) is not None]

    def before(self, token: Token) -> list[Ranked]:
        """The mentions of this sentence that stand before a token, ranked."""
        found: list[Ranked] = []
        for other in self.parsed.doc:
            if other.i >= token.left_edge.i or other.i >= token.i:
                break
            if (
                other.pos_ in ("NOUN", "PROPN")
                and other.dep_ not in ("compound", "nmod", "amod")
                and not self.is_date(other)
            ):
                ranked = self._ranked(other)
                definite = self._definite(other, ranked.mention) if ranked.mention.actor is None else ()
                found.append(replace(ranked, mention=replace(definite[0], token=other.i)) if definite else ranked)
        return found

    def _before_pronoun(self, token: Token) -> list[Ranked]:
        """What stands before a pronoun, without the subject of its own verb: “Britain sanctioned it” is about two."""
        verb = token.head if token.dep_ in ("dobj", "dative") else token.head.head if token.dep_ == "pobj" else None
        if verb is None or verb.pos_ != "VERB" or token.lower_.endswith("self"):
            return self.before(token)
        subjects = {item.i for item in verb_clause(verb).slots.get("subj", [])}
        return [item for item in self.before(token) if item.mention.token not in subjects]

    def ranked(self) -> list[Ranked]:
        """All mentions of this sentence, ranked, pronouns standing for what they were resolved to."""
        found: list[Ranked] = []
        for token in self.parsed.doc:
            if token.tag_ == "PRP" and token.dep_ in ("nsubj", "nsubjpass", "dobj"):
                found += [
                    Ranked(mention=replace(m, reason="", token=-1), rank=_rank(token), joined=token.i)
                    for m in self.resolve(token)
                ]
            elif token.pos_ in ("NOUN", "PROPN") or token.tag_.startswith("NN"):
                if token.dep_ in ("compound", "nmod", "amod") or self.is_date(token):
                    continue
                pair = self._pair(token) or self._definite(token, self.reader.read(token))
                if pair:
                    teller = token.dep_ == "nsubj" and any(child.dep_ == "ccomp" for child in token.head.children)
                    found += [Ranked(mention=m, rank=_rank(token), joined=token.i, teller=teller) for m in pair]
                else:
                    found.append(self._ranked(token))
        return found

    def _note_title(self, token: Token, mention: Mention) -> None:
        """“spokesman Edgar Molnar”: the next "the spokesman" is he."""
        if mention.kind != "person" or mention.actor is None:
            return
        beside = [
            token,
            *token.lefts,
            *(child for child in token.children if child.dep_ == "appos"),
            *([token.head] if token.dep_ == "appos" else []),
        ]
        for word in beside:
            if word.lemma_.lower() in TITLE_NOUNS and word.tag_ in ("NN", "NNP"):
                self.discourse.titles[word.lemma_.lower()] = mention

    def _ranked(self, token: Token) -> Ranked:
        slot = "in" if token.dep_ == "pobj" and token.head.lower_ in ("in", "at", "near") else ""
        first = token
        while first.dep_ == "conj":
            first = first.head
        mention = self.reader.read(token, slot)
        self._note_title(token, mention)
        teller = first.dep_ == "nsubj" and any(child.dep_ == "ccomp" for child in first.head.children)
        return Ranked(mention=mention, rank=_rank(token), joined=first.i, teller=teller)

    def note(self, frame: str, roles: tuple[tuple[str, Mention], ...]) -> None:
        """Remembers what a claim named, for the pronouns after it."""
        if frame == "meet":
            self.discourse.note_pair([m for _, m in roles])
        authorities = tuple(m for role, m in roles if role == "authority" and frame == "enforce")
        if authorities:
            self.discourse.authority = authorities
        if frame == "supply" and any(role == "via" for role, _ in roles):
            self.discourse.note_thing("via", tuple(m for role, m in roles if role == "via"))
            self.discourse.note_thing("recipient", tuple(m for role, m in roles if role == "recipient"))
        for role, kind in (("goods", "goods"), ("measure", "measure"), ("organisation", "club"), ("matter", "accord")):
            if kind != "accord" or frame == "agree":
                self.discourse.note_thing(kind, tuple(m for name, m in roles if name == role))

    def people(self) -> list[Mention]:
        """The sources of the sentence that are persons: their office is checked like that of an actor."""
        return [
            Mention(
                span=Span(start=name.start, end=name.end, text=name.text),
                text=name.text,
                kind="person",
                actor=name.actor,
            )
            for name in self.reader.names.between(self.offset, self.parsed.sentence.span.end)
            if name.actor.kind == "person"
        ]

    def nationality(self, token: Token) -> Mention | None:
        """The country that an adjective or possessor before a noun names, as a mention."""
        for child in token.lefts:
            if child.dep_ in ("amod", "compound", "nmod", "poss"):
                name = self.reader.name_at(child)
                if name is not None and name.actor.kind == "country":
                    span = Span(start=name.start, end=name.end, text=name.text)
                    return Mention(
                        span=span,
                        text=name.text,
                        kind="country",
                        actor=name.actor,
                        head=child.lemma_.lower(),
                        form=name.form,
                    )
        return None


def person(name: str, identifier: str) -> Mention:
    """A mention of a known person that the text does not name."""
    return Mention(span=None, text=name, kind="person", actor=Actor(id=identifier, kind="person", name=name))


def _rank(token: Token) -> int:
    first = token
    while first.dep_ == "conj" or (first.dep_ == "appos" and first.head.dep_ in ("nsubj", "nsubjpass")):
        first = first.head
    if first.dep_ in ("nsubj", "nsubjpass"):
        return 3
    return 2 if first.dep_ in ("dobj", "dative", "attr") or (first.dep_ == "pobj" and first.head.dep_ == "agent") else 1


__all__ = ["PERSON_PRONOUNS", "THING_PRONOUNS", "SentenceContext", "person"]
