"""Nouns into sources: the links of which chains of attribution are made."""

import re
from dataclasses import replace
from typing import cast

from entrepot.claims.clauses import verb_clause
from entrepot.claims.context import SentenceContext
from entrepot.claims.mentions import Mention, noun_lemma
from entrepot.claims.name_words import FIRM_WORDS, OUTLET_WORDS
from entrepot.claims.phrases import Token, conjuncts, is_nominal
from entrepot.claims.press import is_press_office, press_body
from entrepot.claims.publishers import PUBLIC_WORDS, fold, publisher_names, publisher_source
from entrepot.model.claim import Source, SourceKind
from entrepot.model.document import Document
from entrepot.model.span import Span

DOCUMENT_NOUNS = frozenset(
    "report statement document record declaration slip letter filing register indictment complaint study data "
    "figure paper return table review text note article affidavit ledger invoice manifest log list dossier "
    "memo file bulletin release communique communiqué assessment investigation analysis survey audit map "
    "image picture photo footage database waybill order "
    "protocol receipt certificate minutes correspondence email e-mail "
    "registry journal logbook notebook timetable extract excerpt folder".split()
)

PAPERS = frozenset("report study analysis investigation survey assessment datum data figure paper estimate".split())
"""Papers that speak for whoever made them: “a report by C4ADS”, “data from Kpler”."""

OFFICIAL_HEADS = frozenset(
    "prosecutor court ministry minister police customs government authority embassy parliament president".split()
)

PUBLIC_SERVANTS = frozenset("official commissioner minister diplomat envoy spokesman spokeswoman secretary".split())
"""Who speaks for a state or a body once it is named: “European Union officials”."""
OUTLETS = frozenset("channel newspaper paper daily website portal magazine agency broadcaster outlet station".split())

NAMELESS = re.compile(
    r"\b(official|diplomat|source|driver|banker|employee|witness|eyewitness|trader|agent|resident|person|people|insider|broker|"
    r"worker|channel|outlet|daily|analyst|expert|economist|observer|businessman|captain|sailor|executive|merchant|media|blogger|foreman)s?\b",
    re.IGNORECASE,
)

INTELLIGENCE = re.compile(r"intelligence|security service|SBU|SZRU|FSB|SVR|CIA|MI6", re.IGNORECASE)

CITING = frozenset("cite quote refer".split())

SOURCE_LINE_VERBS = frozenset("report write inform say note tell publish announce state add".split())


COUNTS = r"(?:count|reckoning|estimates?|figures|account|tally|statistics|records|view)\b"

RECKONING = re.compile(
    r"(?:^|, )(?:[Bb]y|[Oo]n|[Ii]n) "
    rf"(?:(?P<owner>[^,]{{2,40}}?)['’]s? (?:own )?{COUNTS}|the {COUNTS} of (?P<of>[^,]{{2,60}}))"
)


FIRST = re.compile(
    r"\bas (?P<who>[^,]{2,50}?) (?:was|were|had been) (?:the )?first to (?:report|reveal|write|disclose|say)\b"
)
"""“…, as Reuters was the first to report”."""


class SourceReader:
    """Reads a noun as a link of a chain: who is meant, through whom it came, whether it is the publisher itself.

    `covering` are the sources that a line for the whole document names; `last` whom "the report" or "it" continues.
    """

    def __init__(self, document: Document) -> None:
        self.publisher = publisher_source(document)
        self.names = publisher_names(document)
        self.covering: tuple[Source, ...] = ()
        self.last: tuple[Source, ...] = ()
        self.papers: dict[str, Source] = {}
        self.press: tuple[Source, ...] = ()

    def sources(self, token: Token, context: SentenceContext) -> list[Source]:
        """The links that a noun and whatever is joined to it by "and" name."""
        found: list[Source] = []
        for item in conjuncts(token):
            found += self.source(item if context.reader.name_at(item) else name_beside(item), context)
        return found

    def source(self, token: Token, context: SentenceContext) -> list[Source]:
        """The links that one noun names; "it" and "the report" continue whoever was quoted last."""
        lemma = token.lemma_.lower()
        if token.tag_ == "PRP" and token.lower_ in ("it",) and self.last:
            person = self.last[-1].actor is not None and self.last[-1].actor.kind == "person"
            itself = self._it(token, context) if person else []
            return itself or [replace(link, span=None) for link in self.last[-1:]]
        pointing = any(child.lower_ in ("the", "its", "this", "that") for child in token.lefts)
        modified = any(
            child.dep_ in ("amod", "compound", "poss", "nmod") and child.lower_ not in ("its", "same")
            for child in token.lefts
        )
        spoken = self._press(token, context) if is_press_office(token) else ()
        if spoken:
            return list(spoken)
        paper = self.papers.get(lemma) if pointing and not modified and not list(token.rights) else None
        if paper is not None:
            return [replace(paper, span=None)]
        at = context.offset + token.idx
        body = context.discourse.descriptions.find(lemma, at) if pointing and not modified else None
        if body is not None and not self._continues(lemma, token) and token.tag_ == "NN" and not list(token.rights):
            return [source_of(body, token)]
        if lemma in ("report", "statement", "document", "service", "agency", "text") and pointing and not modified:
            if (
                self.last
                and self.last[-1].kind not in ("unnamed", "participant", "expert")
                and not any(child.dep_ in ("prep", "acl", "appos") for child in token.rights)
            ):
                return [replace(link, span=None) for link in self.last[-1:]]
            if not self.last and self.covering:
                return [replace(link, span=None) for link in self.covering[-1:]]
        makers = _makers(token, context) if lemma in PAPERS else []
        found = [m for item in makers for m in context.resolve(item) if m.actor is not None]
        links = [_in_full(source_of(mention, token), token, context) for mention in found or context.resolve(token)]
        links = [_as_official(link, token, context) for link in links]
        if len(links) == 1 and links[0].kind == "document" and lemma not in PAPERS:
            self.papers.setdefault(lemma, links[0])
        return links

    def _continues(self, lemma: str, token: Token) -> bool:
        """“the same agency”, or "the service" right after an intelligence service: whoever was quoted last goes on."""
        last = self.last[-1] if self.last else None
        same = any(child.lower_ == "same" for child in token.lefts)
        return same or (last is not None and (last.kind == "intelligence" or lemma in last.name.lower().split()))

    def _press(self, token: Token, context: SentenceContext) -> tuple[Source, ...]:
        """“the press service of the railway”: the railway; alone, the one whose press service spoke before."""
        body = press_body(token, context)
        if body is not None:
            self.press = (replace(source_of(body, token), kind="official"),)
        return self.press if body is not None else tuple(replace(link, span=None) for link in self.press)

    def _it(self, token: Token, context: SentenceContext) -> list[Source]:
        """“The coast guard detained the ship on Monday, it said”: a body that acts in what it tells."""
        told = [child for child in token.head.children if child.dep_ == "ccomp" and child.i < token.i]
        subjects = [item for verb in told for item in verb_clause(verb).slots.get("subj", [])]
        acting = [m for item in subjects for m in context.resolve(item, "subj")]
        return [source_of(m, subjects[0]) for m in acting if m.kind in ("organisation", "country")][:1]

    def seen_by(self, token: Token, context: SentenceContext) -> list[Source]:
        """“records seen by Volna”: the outlet that saw the document stands before it in the chain."""
        beside = [item for child in token.children if child.dep_ == "prep" for item in child.children]
        for child in [*token.children, *(inner for item in beside for inner in item.children)]:
            if child.dep_ == "acl" and child.lemma_.lower() in (
                "see",
                "obtain",
                "review",
                "examine",
                "publish",
                "cite",
                "quote",
                "release",
            ):
                for agent in child.children:
                    if agent.dep_ in ("agent", "prep") and agent.lower_ == "by":
                        return [
                            link
                            for item in agent.children
                            if item.dep_ == "pobj"
                            for link in self.sources(item, context)
                        ]
        return []

    def quoted(self, cue: Token, context: SentenceContext) -> list[Source]:
        """“BelTA quoted Lukashenko as saying”: whom an outlet quotes vouches for the words."""
        if cue.lemma_.lower() == "say" and cue.head.lower_ == "as":
            cue = cue.head.head  # "was quoted by Reuters as saying": the saying hangs on the quoting
        if cue.lemma_.lower() not in ("quote", "cite") or cue.tag_ == "VBG":
            return []
        relation = "nsubjpass" if verb_clause(cue).passive else "dobj"
        if not any(child.dep_ == "prep" and child.lower_ == "as" for child in cue.children):
            return []
        return [link for child in cue.children if child.dep_ == relation for link in self.sources(child, context)]

    def hearer(self, cue: Token, context: SentenceContext) -> Source | None:
        """“told The War Zone that”: an outlet that heard it hands it on.

        "was quoted by BelTA": so does one that quotes.
        """
        for child in cue.children:
            if child.dep_ in ("dobj", "dative") and is_nominal(child) and cue.lemma_.lower() in ("tell", "inform"):
                for mention in context.resolve(child):
                    heard = _is_outlet(mention) or noun_lemma(child) in OUTLETS
                    if heard and not self.is_publisher(source_of(mention, child)):
                        return source_of(mention, child)
            if child.dep_ == "agent" and cue.lemma_.lower() in ("quote", "cite", "report"):
                for item in child.children:
                    if item.dep_ == "pobj":
                        for mention in context.resolve(appositive_name(item)):
                            return source_of(mention, item)
            if child.dep_ == "prep" and child.lower_ == "to" and cue.lemma_.lower() in ("say", "speak"):
                for item in child.children:
                    mention = context.reader.read(item)
                    if mention.source_kind in ("outlet", "wire"):
                        return source_of(mention, item)
        return None

    def objects(self, token: Token, context: SentenceContext) -> list[Source]:
        """Whom a verb of citing cites: “citing A and B”, “referring to A”."""
        found: list[Source] = []
        for child in token.children:
            if child.dep_ == "dobj":
                found += self.sources(child, context)
            elif child.dep_ == "prep" and child.lower_ == "to":
                for item in child.children:
                    if item.dep_ == "pobj":
                        found += self.sources(item, context)
        return found

    def source_line(self, context: SentenceContext) -> tuple[Source, ...]:
        """“X reports on it, referring to A and B”: the sources of the whole item, where the sentence states nothing
        else.
        """
        doc = context.parsed.doc
        root = next((token for token in doc if token.dep_ == "ROOT"), None)
        if root is None or root.lemma_.lower() not in SOURCE_LINE_VERBS:
            return ()
        if any(child.dep_ in ("ccomp", "parataxis") for child in root.children):
            return ()
        objects = [t for child in root.children if child.dep_ in ("dobj", "pobj") for t in (child,)]
        if any(t.tag_ != "PRP" and t.lower_ not in ("this", "that") for t in objects):
            return ()
        citing = [token for token in doc if token.lemma_.lower() in CITING and token.tag_ in ("VBG", "VBN")]
        found = [link for token in citing for link in self.objects(token, context)]
        if found:
            subjects = [appositive_name(child) for child in root.children if child.dep_ == "nsubj"]
            tellers = [link for item in subjects for link in self.sources(item, context)]
            known = [link for link in tellers if link.actor is not None]
            found = (known or tellers) + found
        if not found and any(child.dep_ == "nsubjpass" and child.lower_ in ("this", "it") for child in root.children):
            agents = [
                item
                for child in root.children
                if child.dep_ == "agent"
                for item in child.children
                if item.dep_ == "pobj"
            ]
            found = [link for item in agents for link in self.sources(item, context)]
        named = {link.name: link for link in found if not self.is_publisher(link)}
        return tuple(named.values())

    def bases(self, context: SentenceContext) -> list[Source]:
        """On whose count or papers a statement rests.

        “By Ankara's count”, “by the count of the watchdog Airwars”, “…, per a leaked memo”, “…, based on customs data”.
        """
        found: list[Source] = []
        match = RECKONING.search(context.parsed.sentence.span.text)
        if match is not None:
            start, end = match.span("owner" if match["owner"] else "of")
            for name in context.reader.names.between(context.offset + start, context.offset + end):
                span = Span(start=name.start, end=name.end, text=name.text)
                kind = cast("SourceKind", name.source_kind or "official")
                found.append(Source(name=name.actor.name, kind=kind, span=span, actor=name.actor))
        first = FIRST.search(context.parsed.sentence.span.text)
        for name in context.reader.names.between(*_within(first, "who", context.offset)) if first else ():
            span = Span(start=name.start, end=name.end, text=name.text)
            kind = cast("SourceKind", name.source_kind or "outlet")
            found.append(Source(name=name.actor.name, kind=kind, span=span, actor=name.actor))
        for token in context.parsed.doc:
            opens = token.i == 0 or token.nbor(-1).text == ","
            if not opens or token.lower_ not in ("per", "based"):
                continue
            at = token if token.lower_ == "per" else next((c for c in token.children if c.lower_ == "on"), token)
            for item in at.children:
                if item.dep_ == "pobj" and (noun_lemma(item) in DOCUMENT_NOUNS or context.reader.name_at(item)):
                    found += [*self.seen_by(item, context), *self.sources(item, context)]
        return found

    def is_publisher(self, link: Source) -> bool:
        """Whether a link is the publisher under another of its names: it stands first in the chain already."""
        name = fold(link.name)
        return name in self.names or (
            link.actor is not None and self.publisher.actor is not None and link.actor.id == self.publisher.actor.id
        )


def _within(match: re.Match[str], group: str, offset: int) -> tuple[int, int]:
    """Where a group of a match in a sentence stands in the document."""
    start, end = match.span(group)
    return offset + start, offset + end


def source_of(mention: Mention, token: Token) -> Source:
    """A mention as a link of a chain."""
    whole = (
        mention.actor is not None
        and mention.head not in ("official", "authority")
        and mention.actor.id != "organisation:west"
    )
    name = mention.actor.name if whole and mention.actor is not None else mention.text
    return Source(name=name, kind=_kind(mention, token), span=mention.span, actor=mention.actor)


def _is_outlet(mention: Mention) -> bool:
    """True for a body that may hand on what it heard; a ministry that is informed of something does not."""
    words = set(mention.text.lower().split())
    return mention.kind == "organisation" and mention.source_kind != "official" and not words & PUBLIC_WORDS


def _makers(token: Token, context: SentenceContext) -> list[Token]:
    """Whoever made a paper, where a name says so: C4ADS of “a report by C4ADS”."""
    made = [child for child in token.children if child.dep_ in ("prep", "agent") and child.lower_ in ("by", "from")]
    makers = [item for child in made for item in child.children if item.dep_ == "pobj"]
    return [item for item in makers if (name := context.reader.name_at(item)) is not None and name.form != "adjective"]


def _in_full(link: Source, token: Token, context: SentenceContext) -> Source:
    """A link without a name of its own, with what tells it from others: “two forwarders in Almaty”."""
    if link.actor is not None or link.span is None or link.span.end != context.offset + token.idx + len(token.text):
        return link
    owners = [child for child in token.lefts if child.dep_ == "poss" and child.tag_ != "PRP$"]
    first = next((t for t in owners[0].subtree if t.dep_ != "det"), token) if owners else None
    tail = [child for child in token.rights if child.dep_ in ("prep", "amod") and child.i < token.i + 5]
    last = max((int(child.right_edge.i) for child in tail), default=token.i)
    clause = any(item.pos_ in ("VERB", "PUNCT") for item in token.doc[token.i + 1 : last + 1])
    if clause or not token.i < last <= token.i + 6:
        last = token.i
    if first is None and last == token.i:
        return link
    start = context.offset + first.idx if first is not None else link.span.start
    end = context.reader.span(token.doc[token.i], token.doc[last]).end
    span = Span(start=start, end=end, text=context.reader.text[start:end])
    return replace(link, name=span.text, span=span)


def _as_official(link: Source, token: Token, context: SentenceContext) -> Source:
    """“Ukraine's sanctions commissioner”: a nameless servant of a state or a body that is named is no unknown."""
    if link.kind != "unnamed" or noun_lemma(token) not in PUBLIC_SERVANTS:
        return link
    first, last = token.left_edge, token.right_edge
    start, end = context.offset + first.idx, context.offset + last.idx + len(last)
    named = [name for name in context.reader.names.between(start, end) if name.form != "own"]
    public = any(name.actor.kind in ("country", "organisation") for name in named)
    return replace(link, kind="official") if public else link


def _own_kind(mention: Mention) -> SourceKind:
    """What a body that no table has is as a source, by its name: an outlet, an authority, or a firm with a say."""
    words = mention.text.lower().split()
    if words[-1] in OUTLET_WORDS:
        return "wire" if words[-1] == "wire" else "outlet"
    return "participant" if set(words) & FIRM_WORDS - PUBLIC_WORDS and not set(words) & PUBLIC_WORDS else "official"


def _kind(mention: Mention, token: Token) -> SourceKind:
    if mention.source_kind:
        return mention.source_kind  # type: ignore[return-value]
    if mention.actor is not None and INTELLIGENCE.search(mention.actor.name):
        return "intelligence"
    if mention.head in DOCUMENT_NOUNS:
        return "document"
    if mention.head in OUTLETS:
        return "outlet"
    if mention.head in OFFICIAL_HEADS:
        return "official"
    if mention.kind == "organisation" and mention.form == "own":
        return _own_kind(mention)
    if mention.kind in ("country", "organisation"):
        return (
            "official"
            if mention.kind == "country"
            else "outlet"
            if mention.form in ("agency", "outlet")
            else "official"
        )
    if mention.kind == "person":
        return "participant"
    return (
        "expert"
        if mention.head in ("analyst", "expert", "economist", "researcher", "lawyer", "professor")
        else "unnamed"
    )


def is_nameless(link: Source) -> bool:
    """Whether a link is somebody whose name is withheld: “an official”, “two traders”."""
    if link.actor is not None and not link.actor.id.startswith("organisation:west"):
        return False
    return link.kind not in ("document", "official") and bool(NAMELESS.search(link.name))


def name_beside(token: Token) -> Token:
    """“the state news agency BelTA”: the name right after a common noun, be it parsed as a second subject."""
    following = token.nbor(1) if token.i + 1 < len(token.doc) else token
    if following.pos_ == "PROPN" and following.dep_ == token.dep_ and following.head.i == token.head.i:
        return following
    return appositive_name(token)


def appositive_name(token: Token) -> Token:
    """The name that explains a noun, “BelTA” of “the agency, BelTA”, or the noun itself."""
    return next((child for child in token.children if child.dep_ == "appos" and child.pos_ == "PROPN"), token)
