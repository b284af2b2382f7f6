"""Who says it through whom: the chain of attribution of each claim, publisher first, whoever vouches last."""

from dataclasses import dataclass, field, replace

from entrepot.claims.clauses import verb_clause
from entrepot.claims.context import SentenceContext
from entrepot.claims.frames.interface import Filled
from entrepot.claims.mentions import Mention, noun_lemma
from entrepot.claims.modality import CHARGING, DENY, Commitment
from entrepot.claims.phrases import Token, conjuncts
from entrepot.claims.press import is_figured, quoting_verb, shower
from entrepot.claims.quotations import Attribution, find_sentence_attributions
from entrepot.claims.quote_marks import find_quoted_regions
from entrepot.claims.sources import CITING, DOCUMENT_NOUNS, SourceReader, is_nameless, source_of
from entrepot.model.claim import Source
from entrepot.model.document import Document

VOUCHING = frozenset(
    "say tell add announce claim state report note explain insist confirm admit acknowledge reveal disclose "
    "deny reject dismiss refute allege accuse suspect charge believe think warn write read show suggest "
    "indicate record stress emphasise emphasize argue maintain assert declare recall comment remark point_out "
    "find conclude estimate according quote cite describe complain reply respond concede predict fear hear "
    "learn make see understand testify repeat reiterate recount assess judge count account figure put "
    "document reckon claim allegation accusation assertion statement belief contend hint imply observe "
    "speak caution tweet post publish detail inform assure update brief view opinion word mention refer".split()
)
"""Words whose subject vouches for what follows. Who promises, plans, wants or asks is an agent, not a source."""
ACTING = frozenset("party agent issuer supplier seeker participant producer payer authority".split())
PUNISHING = frozenset("sanction blacklist designate list fine convict sentence jail charge indict block".split())
SELF = frozenset({"we", "us", "our"})


@dataclass(slots=True, kw_only=True)
class Chain:
    """The links found for one claim, after the publisher, with what was noticed on the way."""

    links: list[Source] = field(default_factory=list)
    codes: list[str] = field(default_factory=list)
    classes: list[str] = field(default_factory=list)
    cues: list[tuple[int, int]] = field(default_factory=list)


class Attributor:
    """Keeps, through one document, what its source line covers and whom "the report" or "it" continues."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.reader = SourceReader(document)
        self.quotations: dict[tuple[int, int], tuple[SentenceContext, Token]] = {}
        self.interviewee: Source | None = None
        self.interviewee_mention: Mention | None = None

    def read_sentence(self, context: SentenceContext) -> tuple[Attribution, ...]:
        """The attributions of a sentence; a source line for the whole document is remembered, and yields none."""
        found = find_sentence_attributions(context.parsed.doc, context.offset)
        line = self.reader.source_line(context)
        if line:
            self.reader.covering = self.reader.last = line
        return found

    def close_sentence(self, attributions: tuple[Attribution, ...], context: SentenceContext) -> None:
        """Remembers whom the sentence quoted last: "the report said", "it adds" in the next one continue him."""
        if self.is_source_line(context):
            return
        spoken = [
            item
            for item in attributions
            if item.lemma.partition(" ")[0] in VOUCHING and item.construction != "infinitive"
        ]
        for item in spoken:
            source = item.source_token if item.source_token is not None else _left_neighbour(item, context)
            if source is None:
                continue
            token = context.parsed.doc[source]
            if token.lower_ in SELF:
                continue
            links = [link for link in self.reader.sources(token, context) if not self.reader.is_publisher(link)]
            if links:
                self.reader.last = tuple(links)

    def speaker_of(self, attributions: tuple[Attribution, ...], context: SentenceContext) -> Mention | None:
        """Who says "I" and "we" in a sentence: the one whose words stand there between quotation marks, or the
        interviewee.
        """
        for item in attributions:
            quoted = any(mark in context.parsed.sentence.span.text for mark in '“"«')
            if quoted and item.source_token is not None and context.parsed.doc[item.source_token].tag_ != "PRP":
                mentions = context.resolve(context.parsed.doc[item.source_token], "subj")
                return mentions[0] if mentions else None
        return self.interviewee_mention if context.parsed.sentence.answer else None

    def is_source_line(self, context: SentenceContext) -> bool:
        """True for a sentence that only says where the story comes from."""
        return bool(self.reader.source_line(context))

    def chain_of(
        self, filled: Filled, commitment: Commitment, attributions: tuple[Attribution, ...], context: SentenceContext
    ) -> Chain:
        """The chain of attribution of one claim of a sentence."""
        chain = Chain()
        trigger = filled.trigger
        around = sorted(
            (a for a in attributions if trigger.i in a.content_tokens and trigger.i != a.cue_token),
            key=lambda a: (_depth(a, attributions), -len(a.content_tokens)),
        )
        actors = {m.key for role, m in filled.roles if role in ACTING}
        for item in around:
            if item.lemma in ("announce", "declare") and self._speaks_for_itself(item, actors, context):
                continue
            self._add(item, chain, context)
        for voucher in commitment.vouchers:
            self._add_voucher(voucher, attributions, chain, context)
        held = {link.name for link in chain.links}
        chain.links += [link for link in self.reader.bases(context) if link.name not in held]
        if not chain.links:
            self._add_shower(trigger, chain, context)
        if not chain.links:
            self._add_letter(trigger, chain, context)
        if not chain.links:
            self._add_tag(trigger, chain, context)
        if not chain.links:
            self._add_speaker_of_quotation(trigger, chain, context)
        self._add_sanctioner(trigger, chain, context)
        self._add_citing(trigger, chain, context)
        answerer = self.interviewee if context.parsed.sentence.answer else None
        if answerer is not None and answerer.name not in {link.name for link in chain.links}:
            chain.links.insert(0, answerer)
        if not chain.links and not chain.codes:
            self._carry_over(trigger, chain, context)
        return chain

    def _speaks_for_itself(self, item: Attribution, actors: set[str], context: SentenceContext) -> bool:
        """“The UK announced that it would end …”: an act of the speaker, not a report by him."""
        if item.source_token is None:
            return False
        speakers = {
            m.key for token in conjuncts(context.parsed.doc[item.source_token]) for m in context.resolve(token, "subj")
        }
        return bool(speakers) and speakers <= actors

    def _add_voucher(
        self, verb: Token, attributions: tuple[Attribution, ...], chain: Chain, context: SentenceContext
    ) -> None:
        """Whoever denies or alleges, where the grammar of quotations did not name him; behind a denial nobody else
        vouches.
        """
        if verb.pos_ not in ("VERB", "AUX"):
            return
        links = [
            link for token in verb_clause(verb).slots.get("subj", []) for link in self.reader.source(token, context)
        ]
        if not links and verb.lemma_.lower() in CHARGING and verb_clause(verb).passive and not chain.links:
            links = [source_of(mention, verb) for mention in context.discourse.authority]
        links = [replace(link, span=None) if not verb_clause(verb).slots.get("subj") else link for link in links]
        links = [link for link in links if not self.reader.is_publisher(link)]
        names = [link.name for link in links]
        if verb.lemma_.lower() in DENY:
            # What is denied is somebody's claim; but it is the denial that is reported, and that has a source.
            chain.codes = [code for code in chain.codes if code != "source_unknown"]
        if verb.lemma_.lower() in DENY and any(link.name in names for link in chain.links):
            last = max(index for index, link in enumerate(chain.links) if link.name in names)
            chain.links = chain.links[: last + 1]
        elif not any(link.name in names for link in chain.links):
            chain.links += links

    def note_quotations(self, contexts: list[SentenceContext]) -> None:
        """Finds, before the claims are read, who speaks each quotation that runs over several sentences."""
        for block in {context.parsed.sentence.block: context for context in contexts}:
            inside = [context for context in contexts if context.parsed.sentence.block == block]
            if len(inside) < 2:
                continue
            bounds = self.document.blocks[block]
            for region in find_quoted_regions(self.document.text, bounds.start, bounds.end):
                if region.level == 1 and not region.scare:
                    self._note_quotation((region.start, region.end), inside)

    def _note_quotation(self, region: tuple[int, int], contexts: list[SentenceContext]) -> None:
        spans = [context.parsed.sentence.span for context in contexts]
        over = [c for c, span in zip(contexts, spans, strict=True) if span.start < region[1] and region[0] < span.end]
        if len(over) < 2 and not any(span.start == region[0] for span in spans):
            return  # a few words of somebody's inside a sentence of the writer's own
        before = [c for c in contexts if c.parsed.sentence.span.end <= region[0] + 1][-1:]
        for context in [*reversed(over), *before]:
            for item in find_sentence_attributions(context.parsed.doc, context.offset):
                outside = not region[0] <= item.cue[0] < region[1]
                if outside and item.source_token is not None and item.lemma.partition(" ")[0] in VOUCHING:
                    self.quotations[region] = (context, context.parsed.doc[item.source_token])
                    return

    def _add_speaker_of_quotation(self, trigger: Token, chain: Chain, context: SentenceContext) -> None:
        """A sentence of a longer quotation is said by whoever says the rest of it."""
        at = context.offset + trigger.idx
        for (start, end), (told_in, speaker) in self.quotations.items():
            if start <= at < end and told_in is not context:
                found = [link for link in self.reader.sources(speaker, told_in) if not self.reader.is_publisher(link)]
                chain.links += [replace(link, span=None) for link in found]
                if found:
                    chain.codes = [code for code in chain.codes if code != "source_unknown"]

    def _add_sanctioner(self, trigger: Token, chain: Chain, context: SentenceContext) -> None:
        """“sanctioned X for doing Y”: Y is the word of the authority, unless the authority itself publishes."""
        preposition = trigger.head if trigger.dep_ == "pcomp" else None
        if preposition is None or preposition.lower_ not in ("for", "of") or self.reader.publisher.kind == "official":
            return
        verb = preposition.head
        if verb.lemma_.lower() not in PUNISHING or verb.pos_ != "VERB":
            return
        found = [
            link for token in verb_clause(verb).slots.get("subj", []) for link in self.reader.source(token, context)
        ]
        names = {link.name for link in chain.links}
        chain.links += [link for link in found if link.name not in names and not self.reader.is_publisher(link)]

    def _add_tag(self, trigger: Token, chain: Chain, context: SentenceContext) -> None:
        """“"…," his lawyer, X, said”: the tag after a quotation, where the parse did not tie the two together."""
        marks = [token.i for token in context.parsed.doc if token.text == '"']
        if not marks or not trigger.i < marks[-1] or context.parsed.doc[marks[-1] - 1].text not in (",", "?", "!"):
            return
        for token in context.parsed.doc[marks[-1] :]:
            if token.pos_ == "VERB" and token.lemma_.lower() in VOUCHING:
                clause = verb_clause(token)
                subjects = clause.slots.get("subj", [])
                if clause.passive and clause.lemma in ("quote", "cite"):
                    subjects = subjects + clause.slots.get("obj", [])  # "X was quoted by Y": Y, and then X
                chain.links += [
                    link
                    for item in subjects
                    for link in self.reader.source(item, context)
                    if not self.reader.is_publisher(link)
                ]
                return

    def _add_shower(self, trigger: Token, chain: Chain, context: SentenceContext) -> None:
        """“Waybills record 26 wagons that A sent”, “the bureau puts at 300 the number of lathes that A sent”."""
        verb = quoting_verb(trigger)
        subject = shower(trigger)
        if verb is not None:  # "it may send more, a lawmaker quoted the service as saying"
            told = [link for item in verb_clause(verb).get("subj") for link in self.reader.sources(item, context)]
            chain.links += [link for link in told if not self.reader.is_publisher(link)]
            chain.links += self.reader.quoted(verb, context)
        elif subject is None or (noun_lemma(subject) not in DOCUMENT_NOUNS and not is_figured(subject)):
            return
        else:
            links = self.reader.seen_by(subject, context) + self.reader.sources(subject, context)
            chain.links += [link for link in links if not self.reader.is_publisher(link)]
            self.reader.last = tuple(links) or self.reader.last

    def _add_letter(self, trigger: Token, chain: Chain, context: SentenceContext) -> None:
        """“said in a letter that …”: where the parse made the words a clause of the letter, whoever said it still
        vouches.
        """
        for token in (trigger, *trigger.ancestors):
            head = token.head
            if (
                token.dep_ in ("relcl", "acl")
                and noun_lemma(head) in DOCUMENT_NOUNS
                and head.dep_ == "pobj"
                and any(c.lower_ == "that" for c in token.children)
            ):
                verb = head.head.head
                if verb.lemma_.lower() in VOUCHING and verb.pos_ == "VERB":
                    links = [
                        link
                        for item in verb_clause(verb).slots.get("subj", [])
                        for link in self.reader.source(item, context)
                    ]
                    chain.links += [link for link in links if not self.reader.is_publisher(link)]
                return

    def _add(self, item: Attribution, chain: Chain, context: SentenceContext) -> None:
        chain.classes.append(item.cue_class)
        chain.cues.append(item.cue)
        lemma = item.lemma.partition(" ")[0]
        if lemma not in VOUCHING or (
            item.construction == "infinitive"
            and lemma not in ("claim", "deny")
            and not item.passive
            and item.source_token is not None
        ):
            return
        source = item.source_token if item.source_token is not None else _left_neighbour(item, context)
        if source is None:
            if lemma in (
                "allege",
                "report",
                "say",
                "claim",
                "believe",
                "accuse",
                "suspect",
                "think",
                "reportedly",
                "allegedly",
            ):
                chain.codes.append("source_unknown")
            return
        token = context.parsed.doc[source]
        if token.lower_ in SELF:
            heard = self._heard_from(context.parsed.doc[item.cue_token], context)
            chain.links += heard
            if token.lower_ == "we":
                chain.codes.append(
                    "self_citation" if context.parsed.doc[item.cue_token].tag_ == "VBD" else "source_unknown"
                )
            return
        cue = context.parsed.doc[item.cue_token]
        teller = _teller(cue)
        quoted = self.reader.quoted(cue, context)
        hearer = self.reader.hearer(cue, context) if teller is None else None
        links = self.reader.sources(token if teller is None else teller, context)
        if links and all(self.reader.is_publisher(link) for link in links):
            if self.reader.publisher.kind in ("outlet", "wire") and lemma not in ("say",):
                chain.codes.append("self_citation")
            return
        for link in ([hearer] if hearer else []) + self.reader.seen_by(token, context) + links + quoted:
            if link.name not in {held.name for held in chain.links} and not self.reader.is_publisher(link):
                chain.links.append(link)
        if any(is_nameless(link) for link in links):
            chain.codes.append("source_unknown")

    def _heard_from(self, cue: Token, context: SentenceContext) -> list[Source]:
        """“we hear from a man in Piraeus”: whoever the publisher heard it from, named or not."""
        if cue.lemma_.lower() not in ("hear", "learn", "understand", "gather"):
            return []
        return [link for item in verb_clause(cue).slots.get("from", []) for link in self.reader.sources(item, context)]

    def _add_citing(self, trigger: Token, chain: Chain, context: SentenceContext) -> None:
        """“reported last week, citing Trade Data Monitor”: what is cited vouches for what was reported."""
        for token in context.parsed.doc:
            cites_itself = "self_citation" in chain.codes
            if token.lemma_.lower() in CITING and token.tag_ == "VBG" and (chain.links or cites_itself):
                chain.codes = [code for code in chain.codes if code != "self_citation"]
                for link in self.reader.objects(token, context):
                    if link.name not in {held.name for held in chain.links} and not self.reader.is_publisher(link):
                        chain.links.append(link)

    def find_interviewee(self, contexts: list[SentenceContext]) -> None:
        """Whoever answers in a report of questions and answers: the first person that the text before them names."""
        if not any(context.parsed.sentence.answer for context in contexts):
            return
        for context in contexts:
            if context.parsed.sentence.answer:
                return
            people = context.people() if context.parsed.sentence.headline is False else []
            if people:
                self.interviewee_mention = replace(people[0], span=None)
                self.interviewee = Source(
                    name=people[0].actor.name if people[0].actor else people[0].text,
                    kind="participant",
                    actor=people[0].actor,
                )
                return

    def _carry_over(self, trigger: Token, chain: Chain, context: SentenceContext) -> None:
        if self.reader.covering:
            chain.links += [replace(link, span=None) for link in self.reader.covering]


def _depth(item: Attribution, others: tuple[Attribution, ...]) -> int:
    """How many others' words an attribution itself stands in."""
    return sum(item.cue_token in other.content_tokens for other in others if other is not item)


def _teller(cue: Token) -> Token | None:
    """“As claimed by Kyiv, Iran …”: the agent of the participle tells, whatever subject the grammar lends it."""
    if cue.tag_ != "VBN" or not any(child.dep_ == "mark" and child.lower_ == "as" for child in cue.children):
        return None
    return next((item for child in cue.children if child.dep_ == "agent" for item in child.children), None)


def _left_neighbour(item: Attribution, context: SentenceContext) -> int | None:
    """The noun right before a verb of saying, where the parse lost it: "…, the Service (SZRU) said"."""
    cue = context.parsed.doc[item.cue_token]
    after = [token for token in cue.doc[cue.i + 1 : cue.i + 5] if not token.is_space]
    nouns = [token for token in after if token.pos_ in ("NOUN", "PROPN", "PRON")]
    if (
        nouns
        and after
        and after[0].pos_ in ("DET", "PROPN", "PRON")
        and nouns[-1].i + 1 < len(cue.doc)
        and nouns[-1].nbor(1).text in (",", ".", ";")
    ):
        return int(nouns[-1].i)
    if item.passive or cue.pos_ != "VERB" or cue.i == 0 or cue.tag_ not in ("VBD", "VBZ", "VBP"):
        return None
    token = cue.nbor(-1)
    while token.i > 0 and (token.is_punct or token.is_space or token.dep_ == "punct"):
        token = token.nbor(-1)
        if token.i > 0 and token.nbor(1).text == ")":
            while token.i > 0 and token.text != "(":
                token = token.nbor(-1)
            token = token.nbor(-1) if token.i > 0 else token
    if token.dep_ == "pobj" and token.head.lower_ == "of" and token.head.head.pos_ in ("NOUN", "PROPN"):
        token = token.head.head
    return (
        token.i
        if (token.pos_ in ("NOUN", "PROPN", "PRON") and token.i not in item.content_tokens) or token.pos_ == "PROPN"
        else None
    )
