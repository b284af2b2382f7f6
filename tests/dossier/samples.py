"""Small cases with sentences written for the tests."""

import hashlib
from dataclasses import replace
from typing import Any

from entrepot.model.actor import Actor
from entrepot.model.case import CaseContents, UnreadInput
from entrepot.model.claim import Claim, Cue, Modality, Polarity, Role, Source, When, Where
from entrepot.model.document import Block, Document, Published
from entrepot.model.interval import Interval
from entrepot.model.issue import Issue
from entrepot.model.proposition import (
    Conflict,
    ConflictValue,
    Drift,
    FirstReport,
    Grade,
    Origin,
    Proposition,
    Trail,
)
from entrepot.model.span import Span

IRAN = Actor(id="country:IR", kind="country", name="Iran")
RUSSIA = Actor(id="country:RU", kind="country", name="Russia")
BELARUS = Actor(id="country:BY", kind="country", name="Belarus")
RAISI = Actor(id="person:ebrahim-raisi", kind="person", name="Ebrahim Raisi")
NORTHLINE = Actor(id="organisation:northline", kind="organisation", name="Northline Shipping")

TEXT = (
    "Drones for the front\n\n"
    "Iran allegedly sent drones to Russia in August 2025, the ministry said. Tehran denies it.\n\n"
    "Latest news"
)
SENTENCE = "Iran allegedly sent drones to Russia in August 2025, the ministry said."
DENIAL = "Tehran denies it."
AUGUST = Interval(start="2025-08-01", end="2025-08-31", granularity="month")


def make_document(text: str = TEXT, name: str = "report.txt", **changes: Any) -> Document:
    """A document whose paragraphs are blocks; a paragraph "Latest news" is furniture."""
    digest = hashlib.sha256(f"{name}\0{text}".encode("utf-8", "surrogatepass")).hexdigest()
    known: dict[str, Any] = {
        "blocks": make_blocks(text),
        "title": "Drones for the front",
        "publisher": "Example Wire",
        "language": "en",
        "published": Published(start="2025-08-21", end="2025-08-21", granularity="day", evidence="given"),
    }
    return Document(
        id=digest[:16],
        path=f"reports/{name}",
        sha256=digest,
        media_type="text/plain",
        text=text,
        **(known | changes),
    )


def make_blocks(text: str) -> tuple[Block, ...]:
    """One block a paragraph."""
    blocks = []
    place = 0
    for part in text.split("\n\n"):
        if part.strip():
            furniture = part.strip() == "Latest news"
            kind = "furniture" if furniture else "paragraph"
            reason = "teaser list" if furniture else ""
            blocks.append(Block(kind=kind, start=place, end=place + len(part), reason=reason))
        place += len(part) + 2
    return tuple(blocks)


def find(text: str, words: str, start: int = 0) -> Span:
    """The first place of the words at or after `start`."""
    place = text.index(words, start)
    return Span(start=place, end=place + len(words), text=words)


def make_claim(document: Document, quote: str = SENTENCE, frame: str = "supply", **changes: Any) -> Claim:
    """A claim in one sentence of the document; `id` follows from its place and frame unless given."""
    span = find(document.text, quote)
    known: dict[str, Any] = {
        "id": f"{document.id}-{span.start}-{frame}",
        "roles": (
            Role(role="supplier", text="Iran", span=None, actor=IRAN, inferred=True, reason="named before"),
            Role(role="goods", text="drones", span=None, inferred=True, hs=("8806",)),
            Role(role="recipient", text="Russia", span=None, actor=RUSSIA, inferred=True),
        ),
        "sources": (Source(name="Example Wire", kind="outlet"),),
        "method": ("frames", "1"),
    }
    return Claim(document_id=document.id, quote=span, frame=frame, **(known | changes))


def alleged_supply(document: Document, modality: Modality = "alleged", polarity: Polarity = "positive") -> Claim:
    """The supply of drones, alleged by a ministry, in August 2025."""
    return make_claim(
        document,
        modality=modality,
        polarity=polarity,
        cues=(
            Cue(kind="modality", span=find(document.text, "allegedly")),
            Cue(kind="attribution", span=find(document.text, "said")),
            Cue(kind="trigger", span=find(document.text, "sent")),
        ),
        when=When(interval=AUGUST, text="August 2025", anchor=""),
        where=Where(span=find(document.text, "Russia"), place=RUSSIA),
        sources=(
            Source(name="Example Wire", kind="outlet"),
            Source(name="the ministry", kind="official", span=find(document.text, "the ministry")),
        ),
        goods_classes=("uav",),
    )


def denied_supply(document: Document) -> Claim:
    """The same supply, denied by Iran."""
    return make_claim(
        document,
        quote=DENIAL,
        modality="denied",
        sources=(Source(name="Example Wire", kind="outlet"), Source(name="Tehran", kind="official", actor=IRAN)),
    )


def office_issue() -> Issue:
    """A president given after the end of his term, with both rows."""
    return Issue(
        code="office_term",
        message="Raisi given as president in January 2025; term ended 19 May 2024; holder then: Pezeshkian.",
        severity="error",
        evidence=(
            "office_terms/IR-president-8: Ebrahim Raisi, 3 August 2021 to 19 May 2024",
            "office_terms/IR-president-9: Masoud Pezeshkian, from 28 July 2024",
        ),
    )


def make_case(*claims: Claim, documents: tuple[Document, ...] = (), **changes: Any) -> CaseContents:
    """A case with these claims; the documents default to the standard one."""
    return CaseContents(
        name=changes.pop("name", "Test case"), documents=documents or (make_document(),), claims=claims, **changes
    )


def full_case() -> CaseContents:
    """Two reports that tell of one supply, a denial, an office out of its term, and an input that was not read."""
    first = make_document()
    second = make_document(
        name="second.txt", publisher="Example Daily", published=None, url="https://example.org/a?b=1&c=2"
    )
    wrong = make_claim(
        second,
        frame="agree",
        roles=(
            Role(role="party", text="Raisi", span=None, actor=RAISI, inferred=True),
            Role(role="party", text="Belarus", span=None, actor=BELARUS, inferred=True),
            Role(role="matter", text="road map of cooperation", span=None, inferred=True),
        ),
        attributes=(("stage", "signed"),),
        issues=(office_issue(),),
    )
    return make_case(
        alleged_supply(first),
        denied_supply(first),
        alleged_supply(second),
        wrong,
        documents=(first, second),
        unread=(UnreadInput(path="in/scan.pdf", reason="The PDF holds pictures and no text; run OCR on it."),),
    )


def make_proposition(*claims: Claim, **changes: Any) -> Proposition:
    """A proposition of these claims, of unknown origin unless origins are given."""
    first = claims[0]
    day = Published(start="2025-08-21", end="2025-08-21", granularity="day", evidence="given")
    known: dict[str, Any] = {
        "id": f"p-{first.id}",
        "frame": first.frame,
        "roles": first.roles,
        "when": first.when.interval if first.when else None,
        "where": "",
        "claims": tuple(claim.id for claim in claims),
        "outlets": tuple(dict.fromkeys(claim.sources[0].name for claim in claims)),
        "origins": (make_origin("unknown", *claims, kind="unknown", independent=False, reasons=("no source given",)),),
        "independent_origins": 0,
        "polarity": (),
        "modalities": (),
        "conflicts": (),
        "first_reported": FirstReport(
            claim_id=first.id, document_id=first.document_id, publisher=first.sources[0].name, published=day
        ),
        "grade": Grade(credibility=6, reason="no origin is named"),
        "reported": Interval(start="2025-08-21", end="2025-08-21", granularity="day"),
    }
    return Proposition(**(known | changes))


def make_origin(name: str, *claims: Claim, **changes: Any) -> Origin:
    """An independent official origin to which these claims lead, each by its own chain."""
    known: dict[str, Any] = {
        "kind": "official",
        "independent": True,
        "claims": tuple(claim.id for claim in claims),
        "trails": tuple(
            Trail(
                claim_id=claim.id,
                document_id=claim.document_id,
                steps=tuple(source.name for source in claim.sources),
            )
            for claim in claims
        ),
    }
    return Origin(name=name, **(known | changes))


def make_conflict(kind: Any, *values: tuple[str, tuple[Claim, ...]]) -> Conflict:
    """A conflict between values, each given by some claims."""
    return Conflict(
        kind=kind,
        values=tuple(
            ConflictValue(value=value, claims=tuple(claim.id for claim in claims)) for value, claims in values
        ),
    )


def merged_case() -> CaseContents:
    """The full case with its claims merged: one contested supply of two origins, and an accord that one claim tells."""
    case = full_case()
    alleged, denied, retold, accord = case.claims
    supply = make_proposition(
        alleged,
        denied,
        retold,
        origins=(
            make_origin("the ministry", alleged, retold, reasons=("both lead to the ministry",)),
            make_origin("Iran", denied, interested=True, reliability="D (the user)"),
        ),
        independent_origins=2,
        conflicts=(make_conflict("denial", ("said to be so", (alleged, retold)), ("denied", (denied,))),),
        grade=Grade(credibility=3, reason="one independent origin says so: the ministry"),
        drifts=(Drift(claim_id=retold.id, earlier_id=alleged.id, what="figure", before="12", after="20"),),
        merged=((retold.id, "supply: the same supplier"), (denied.id, "supply: the same supplier")),
        where="Anzali",
    )
    return replace(case, propositions=(supply, make_proposition(accord)), grading_rule="Digits follow from counting.")
