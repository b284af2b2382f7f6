"""What has to be known of a report to tell whose word its claims are; read once a report, kept with the case."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from entrepot.corroboration.reuse import sign_text
from entrepot.corroboration.speakers import read_speaker
from entrepot.corroboration.statements import Statement, describe_claim
from entrepot.model.claim import Claim
from entrepot.model.document import READ_KINDS, Document, Published
from entrepot.reference.gazetteer import find_entries
from entrepot.reference.names import slug

_SIGNED_WORDS = 40
"""Shorter items resemble each other by their formulas alone."""
_HEAD_CHARACTERS = 700
_FOOT_CHARACTERS = 500
_BYLINE = re.compile(r"\b(?:[Rr]eporting by|[Rr]eported by our|our (?:own )?correspondent|special correspondent)\b")
_COMMITS = re.compile(
    r"\b(?:promis|pledg|offer|vow|ready|readiness|willing|commit|assur|invit|agree|undertak)", re.IGNORECASE
)
_CURRENT = timedelta(days=14)
"""What happened within a fortnight before publication is news; what is older is recalled."""
_SAW = (
    r"\b(?:seen|obtained|reviewed|viewed|examined|analysed|analyzed|visited|collected|verified|inspected) by "
    r"(?:the )?{0}|{0}(?:'s|’s)? (?:has |have )?"
    r"(?:seen|saw|obtained|reviewed|examined|visited|established|found|analysed|analyzed)\b|"
    r"\b(?:told|interview with|interview to|spoke to|speaking to) (?:the )?{0}|"
    r"{0}(?:'s|’s) (?:own )?(?:reporter|correspondent|investigation|analysis|count|tally)\b"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportTraits:
    """One report as corroboration needs it.

    `publisher_key` tells publishers apart. `own_reporting` quotes the words that show that the publisher's people were
    there; "" where none do. `signature` is the MinHash of the text that was read.
    """

    document_id: str
    publisher: str
    publisher_key: str
    publisher_actor: str
    published: Published | None
    own_reporting: str
    signature: bytes = b""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimTraits:
    """A claim as it is compared.

    `speaks_for` is whom its innermost source speaks for, "" where that is not known. `is_own` says that the publisher
    saw or heard it itself. `is_commitment` says that the sentence tells of somebody's promise or offer.
    """

    statement: Statement
    speaks_for: str
    is_own: bool
    is_commitment: bool


def describe_report(document: Document, claims: Iterable[Claim]) -> tuple[ReportTraits, tuple[ClaimTraits, ...]]:
    """What is to be known of a report and of its claims; a function of these alone."""
    text = "\n".join(document.text[block.start : block.end] for block in document.blocks if block.kind in READ_KINDS)
    actor = next((entry.actor.id for entry in find_entries(document.publisher)), "") if document.publisher else ""
    traits = ReportTraits(
        document_id=document.id,
        publisher=document.publisher,
        publisher_key=publisher_key(document.publisher, actor),
        publisher_actor=actor,
        published=document.published,
        own_reporting=read_own_reporting(document),
        signature=sign_text(text) if len(text.split()) >= _SIGNED_WORDS else b"",
    )
    return traits, tuple(_describe(document, claim, traits) for claim in claims)


def _describe(document: Document, claim: Claim, traits: ReportTraits) -> ClaimTraits:
    statement = describe_claim(claim, document)
    return ClaimTraits(
        statement=statement,
        speaks_for=read_speaker(document, claim),
        is_own=bool(traits.own_reporting and _is_current(statement, traits))
        or read_own_papers(document.publisher, claim.quote.text),
        is_commitment=claim.frame == "pledge"
        or (claim.modality == "planned" and bool(_COMMITS.search(claim.quote.text))),
    )


def _is_current(statement: Statement, traits: ReportTraits) -> bool:
    """True where the event is the news itself and not what the report recalls: it happened shortly before, or is
    undated.
    """
    when, published = statement.when, traits.published
    if when is None or published is None:
        return when is None
    earliest = (date.fromisoformat(published.start) - _CURRENT).isoformat()
    return (when.end or "9999") >= earliest and (when.start or "") >= earliest


def publisher_key(name: str, actor: str = "") -> str:
    """A publisher in one word for comparison, the same for its own page and for whoever cites it."""
    return actor or f"organisation:{slug(re.sub(r'^[Tt]he ', '', name))}"


def read_own_reporting(document: Document) -> str:
    """The words that show reporting of the publisher's own, "" where there are none: a dateline with its name, or a
    line naming its reporter.
    """
    if not document.publisher:
        return ""
    head, foot = document.text[:_HEAD_CHARACTERS], document.text[-_FOOT_CHARACTERS:]
    dateline = _own_dateline(document.publisher).search(head)
    found = dateline or _BYLINE.search(foot) or _BYLINE.search(head)
    return " ".join(found.group().split()) if found else ""


def read_own_papers(publisher: str, sentence: str) -> bool:
    """True where a sentence says that the publisher saw, found or was told it itself."""
    return bool(publisher) and _own_papers(publisher).search(sentence) is not None


@lru_cache(maxsize=2000)
def _own_papers(publisher: str) -> re.Pattern[str]:
    return re.compile(_SAW.format(f"(?:{_any_form(publisher)})"))


@lru_cache(maxsize=2000)
def _own_dateline(publisher: str) -> re.Pattern[str]:
    place = r"^[^\n]{0,60}?[A-Z][A-Z.'’ -]{2,}\b[^\n]{0,60}?(?:\(|[–—-]\s*)"
    return re.compile(rf"{place}(?:{_any_form(publisher)})\b\)?", re.MULTILINE)


def _any_form(publisher: str) -> str:
    return "|".join(re.escape(form) for form in _short_forms(publisher))


def _short_forms(publisher: str) -> list[str]:
    """The publisher's name with and without its article, and its initials where there are three or more."""
    bare = re.sub(r"^[Tt]he ", "", publisher)
    initials = "".join(word[0] for word in bare.split() if word[0].isupper())
    return [publisher, bare, *([initials] if len(initials) >= 3 else [])]
