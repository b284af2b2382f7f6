"""One document into its claims, quotations and dates: a pure function, with no memory of other documents."""

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from entrepot.claims.affiliations import note_affiliations
from entrepot.claims.attribution import Attributor, Chain
from entrepot.claims.checks import OfficeCheck, flag_membership, flag_offices
from entrepot.claims.context import SentenceContext
from entrepot.claims.coreference import Discourse
from entrepot.claims.dates import extract_dates
from entrepot.claims.frames import PATTERNS, FrameMatcher
from entrepot.claims.frames.interface import Filled
from entrepot.claims.mentions import Mention, MentionReader
from entrepot.claims.modality import CHARGING, Commitment, judge_commitment
from entrepot.claims.names import DocumentNames
from entrepot.claims.parsing import ParsedSentence, parse_sentences
from entrepot.claims.places import read_where
from entrepot.claims.quantities import read_quantity
from entrepot.claims.quotations import Attribution, extract_quotations, has_reporting_cue
from entrepot.claims.sentences import split_sentences
from entrepot.claims.stance import find_stance
from entrepot.claims.timing import read_when, share_out
from entrepot.claims.triggers import choose_sentences
from entrepot.model.claim import Claim, Cue, DateExpression, Quotation, Role
from entrepot.model.document import Document
from entrepot.model.issue import Issue
from entrepot.model.span import Span
from entrepot.reference.goods import classify_goods

GOODS_ROLES = frozenset({"goods", "weapon"})
POINTER = re.compile(r"^(?:See|Read|Watch|Listen|Subscribe|Sign up)\b|, see (?:the|our|also|below|above)\b")
"""Sentences that send the reader elsewhere assert nothing."""
GUESSING = frozenset("think believe guess fear reckon expect suspect doubt worry".split())
METHOD = ("entrepot.claims", "3")


@dataclass(frozen=True, slots=True, kw_only=True)
class Extraction:
    """What one document gave."""

    claims: tuple[Claim, ...]
    quotations: tuple[Quotation, ...]
    dates: tuple[DateExpression, ...]


@lru_cache(maxsize=1)
def matcher() -> FrameMatcher:
    """The frames' tables, indexed once."""
    return FrameMatcher(PATTERNS)


def extract(document: Document) -> Extraction:
    """The claims, quotations and dates of a document, each with exact offsets into its canonical text."""
    sentences = split_sentences(document)
    worth = choose_sentences([sentence.span.text for sentence in sentences])
    dates = extract_dates(document)
    parsed = list(parse_sentences(sentences, worth.__contains__)) if worth else []
    return Extraction(claims=tuple(ClaimBuilder(document, parsed, dates).build()), quotations=(), dates=dates)


def read_quotations(document: Document) -> tuple[Quotation, ...]:
    """Every attribution of a document, whether or not it carries a claim; parses all that may hold one, which is most
    of it.
    """
    sentences = split_sentences(document)
    parsed = list(parse_sentences(sentences, has_reporting_cue))
    return extract_quotations(document, parsed)


class ClaimBuilder:
    """Walks through a document's sentences in order, keeping what pronouns and "the report" refer to."""

    def __init__(self, document: Document, parsed: list[ParsedSentence], dates: tuple[DateExpression, ...]) -> None:
        self.document = document
        self.parsed = parsed
        self.dates = dates
        self.names = DocumentNames(document.text, parsed, document.publisher)
        self.discourse = Discourse()
        self.attributor = Attributor(document)
        self.office_check = OfficeCheck(document, dates)

    def build(self) -> list[Claim]:
        """Every claim of the document, in order of the text."""
        claims: list[Claim] = []
        seen: set[str] = set()
        contexts = [self._context(item) for item in self.parsed if item.doc is not None]
        self.attributor.find_interviewee(contexts)
        self.attributor.note_quotations(contexts)
        for context in contexts:
            item = context.parsed
            self.discourse.descriptions.note(item.doc, context.reader)
            note_affiliations(context)
            attributions = self.attributor.read_sentence(context)
            context.speaker = self.attributor.speaker_of(attributions, context)
            told = not item.sentence.headline and POINTER.search(item.sentence.span.text) is None
            if told and not self.attributor.is_source_line(context):
                for filled in (part for whole in matcher().match(context) for part in share_out(whole, context)):
                    claim = self._claim(filled, context, attributions)
                    if claim is not None and claim.id not in seen:
                        seen.add(claim.id)
                        claims.append(claim)
            self._note(context)
            self.attributor.close_sentence(attributions, context)
        return claims

    def _context(self, item: ParsedSentence) -> SentenceContext:
        span = item.sentence.span
        dates = tuple(date for date in self.dates if span.start <= date.span.start < span.end)
        return SentenceContext(item, MentionReader(item, self.names, self.document.text), self.discourse, dates)

    def _note(self, context: SentenceContext) -> None:
        ranked = context.ranked()
        for rank in (3, 2, 1):
            level = [item for item in ranked if item.rank == rank and item.mention.acts]
            groups: dict[int, list[Mention]] = {}
            for item in level:
                groups.setdefault(item.joined, []).append(item.mention)
            pairs = [group for group in groups.values() if len({m.key for m in group}) == 2]
            if pairs:
                self.discourse.note_pair(pairs[-1])
                break
        self.discourse.note_sentence(ranked)

    def _claim(self, filled: Filled, context: SentenceContext, attributions: tuple[Attribution, ...]) -> Claim | None:
        commitment = judge_commitment(filled.trigger)
        if commitment.blocked:
            return None
        roles = tuple(_role(name, mention) for name, mention in filled.roles)
        chain = self.attributor.chain_of(filled, commitment, attributions, context)
        sources = (self.attributor.reader.publisher, *chain.links)
        span = context.parsed.sentence.span
        stance = tuple(find_stance(self.document.text, span))
        modality = filled.modality or commitment.modality
        if filled.frame == "assess" and filled.trigger.lemma_.lower() in GUESSING and modality == "asserted":
            modality = "possible"
        charged = any(word.lemma_.lower() in CHARGING for word in commitment.vouchers)
        if modality == "alleged" and len(sources) == 1 and not chain.codes and not charged:
            chain.codes.append("source_unknown")
        when, unresolved = read_when(filled, context, frozenset(item.cue_token for item in attributions))
        taken = frozenset(mention.key for _, mention in filled.roles)
        quantity = read_quantity(filled, context)
        return Claim(
            id=_claim_id(self.document, span, filled.frame, roles, modality, commitment.polarity, sources),
            document_id=self.document.id,
            quote=span,
            frame=filled.frame,
            roles=roles,
            attributes=(*filled.attributes, *([("quantity", quantity)] if quantity else [])),
            polarity=filled.polarity or commitment.polarity,
            modality=modality,
            cues=_cues(filled, commitment, chain, stance, context),
            stance=tuple(dict.fromkeys(span.text for span in stance)),
            goods_classes=tuple(dict.fromkeys(key for name, m in filled.roles if (key := _classify(name, m)[0]))),
            sources=sources,
            when=when,
            where=read_where(filled.trigger, context, taken),
            issues=(
                *_issues(filled, chain, unresolved),
                *flag_offices(context, when, self.office_check, [m for _, m in filled.roles]),
                *(
                    flag_membership(filled, when, self.document)
                    if modality == "asserted" and commitment.polarity == "positive"
                    else ()
                ),
            ),
            method=METHOD,
        )


def _role(name: str, mention: Mention) -> Role:
    return Role(
        role=name,
        text=mention.text,
        span=mention.span,
        actor=mention.actor,
        inferred=mention.span is None,
        reason=mention.reason,
        hs=_classify(name, mention)[1],
    )


def _classify(role: str, mention: Mention) -> tuple[str, tuple[str, ...]]:
    """The class of goods that a filler names and its HS headings, where the table is sure; nothing for other roles."""
    goods = classify_goods(mention.text) if role in GOODS_ROLES else None
    return ("", ()) if goods is None else (goods.key, goods.hs)


def _cues(
    filled: Filled, commitment: Commitment, chain: Chain, stance: Sequence[Span], context: SentenceContext
) -> tuple[Cue, ...]:
    cues = [Cue(kind="trigger", span=context.reader.span(filled.trigger, filled.trigger))]
    for kind, token in commitment.cues:
        cues.append(Cue(kind=kind, span=context.reader.span(token, token)))  # type: ignore[arg-type]
    text = context.reader.text
    cues += [
        Cue(kind="attribution", span=Span(start=start, end=end, text=text[start:end])) for start, end in chain.cues
    ]
    cues += [Cue(kind="stance", span=span) for span in stance]
    return tuple(cues)


MESSAGES = {
    "actor_repaired": "“{text}” is read as {name}, a name that the report spells otherwise elsewhere.",
    "actor_ambiguous": "“{text}” may stand for more than one of "
    "those named before it; the likelier one, {name}, is shown.",
    "source_unknown": "Whoever vouches for this is not named.",
    "self_citation": "The publisher cites itself; no further origin is given.",
    "date_unresolved": "The time that the sentence gives has no calendar value: "
    "nothing in the report says which year or day is meant.",
}
"""What each code says to a reader."""


def _issues(filled: Filled, chain: Chain, unresolved: bool) -> tuple[Issue, ...]:
    found: dict[str, Issue] = {}
    for _, mention in filled.roles:
        for code in mention.codes:
            name = mention.actor.name if mention.actor else mention.text
            text = (
                mention.span.text
                if mention.span
                else mention.reason.partition("“")[2].partition("”")[0] or mention.text
            )
            found[code] = Issue(code=code, message=MESSAGES[code].format(text=text, name=name), span=mention.span)
    codes = [*chain.codes, *(["date_unresolved"] if unresolved else [])]
    for code in codes:
        found.setdefault(code, Issue(code=code, message=MESSAGES[code].format(text="", name="")))
    return tuple(found.values())


def _claim_id(document: Document, span: Span, frame: str, roles: tuple[Role, ...], *rest: object) -> str:
    facts = [
        document.id,
        str(span.start),
        str(span.end),
        frame,
        *(f"{r.role}={r.text}" for r in roles),
        *map(str, rest),
    ]
    return hashlib.sha256("\x1f".join(facts).encode()).hexdigest()[:16]


__all__ = ["METHOD", "Extraction", "extract"]
