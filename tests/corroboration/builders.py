"""Claims and reports made for tests: only what a test is about is said, the rest is usual."""

from collections.abc import Iterable

from entrepot.corroboration import ClaimTraits, Evidence, ReportTraits, corroborate, describe_report
from entrepot.model.actor import Actor
from entrepot.model.claim import Claim, Role, Source, When, Where
from entrepot.model.document import Block, Document, Published
from entrepot.model.interval import Interval
from entrepot.model.issue import Issue
from entrepot.model.proposition import Proposition
from entrepot.model.span import Span

IRAN = Actor(id="country:IR", kind="country", name="Iran")
RUSSIA = Actor(id="country:RU", kind="country", name="Russia")
BELARUS = Actor(id="country:BY", kind="country", name="Belarus")
VENEZUELA = Actor(id="country:VE", kind="country", name="Venezuela")
UKRAINE = Actor(id="country:UA", kind="country", name="Ukraine")
BRITAIN = Actor(id="country:GB", kind="country", name="United Kingdom")
SZRU = Actor(id="organisation:szru", kind="organisation", name="Foreign Intelligence Service of Ukraine")
REUTERS = Actor(id="organisation:reuters", kind="organisation", name="Reuters")
BELTA = Actor(id="organisation:belta", kind="organisation", name="BelTA")
LUKASHENKO = Actor(id="person:alexander-lukashenko", kind="person", name="Alexander Lukashenko")
PEZESHKIAN = Actor(id="person:masoud-pezeshkian", kind="person", name="Masoud Pezeshkian")
RAISI = Actor(id="person:ebrahim-raisi", kind="person", name="Ebrahim Raisi")
OLYA = Actor(id="place:olya", kind="place", name="Olya")

Filled = str | Actor | tuple[str | Actor, ...]


def firm(name: str) -> Actor:
    """A firm that no table knows."""
    return Actor(id=f"organisation:{name.lower().replace(' ', '-')}", kind="organisation", name=name)


def person(name: str) -> Actor:
    """Somebody whom no table knows."""
    return Actor(id=f"person:{name.lower().replace(' ', '-')}", kind="person", name=name)


def day(text: str) -> Interval:
    """A day, a month ("2025-08") or a stretch ("2022-01-01/")."""
    if "/" in text:
        start, _, end = text.partition("/")
        return Interval(start=start or None, end=end or None, granularity="range")
    if len(text) == 7:
        return Interval(start=f"{text}-01", end=f"{text}-28", granularity="month")
    return Interval(start=text, end=text, granularity="day")


def report(name: str, text: str = "", published: str = "2025-08-22", publisher: str = "") -> Document:
    """A report of one paragraph, by an outlet of its own unless told otherwise."""
    text = text or f"{name} has a text of its own."
    return Document(
        id=name,
        path=f"{name}.txt",
        sha256=name,
        media_type="text/plain",
        text=text,
        blocks=(Block(kind="paragraph", start=0, end=len(text)),),
        publisher=publisher or f"Outlet {name}",
        published=Published(start=published, end=published, granularity="day", evidence="given") if published else None,
    )


def source(who: str | Actor, kind: str = "") -> Source:
    """A link of a chain; an actor counts as official unless told otherwise."""
    if isinstance(who, Actor):
        return Source(name=who.name, kind=kind or "official", actor=who)  # type: ignore[arg-type]
    return Source(name=who, kind=kind or "participant")  # type: ignore[arg-type]


def claim(
    document: Document,
    frame: str,
    *,
    number: int = 0,
    sources: Iterable[Source] = (),
    when: str = "",
    where: Actor | None = None,
    quote: str = "",
    polarity: str = "positive",
    modality: str = "asserted",
    stage: str = "",
    action: str = "",
    issues: tuple[str, ...] = (),
    **roles: Filled,
) -> Claim:
    """A claim of a report; `number` tells claims of one report apart and places them in its text."""
    quote = quote or f"Sentence {number} of {document.id}."
    filled = []
    for role, fillers in roles.items():
        for one in fillers if isinstance(fillers, tuple) else (fillers,):
            who = one if isinstance(one, Actor) else None
            text = who.name if who else str(one)
            filled.append(Role(role=role, text=text, span=None, actor=who, inferred=True, reason="made for a test"))
    return Claim(
        id=f"{document.id}#{number}",
        document_id=document.id,
        quote=Span(start=number * 1000, end=number * 1000 + len(quote), text=quote),
        frame=frame,
        roles=tuple(filled),
        attributes=tuple((key, value) for key, value in (("stage", stage), ("action", action)) if value),
        polarity=polarity,  # type: ignore[arg-type]
        modality=modality,  # type: ignore[arg-type]
        when=When(interval=day(when), text=when, anchor="") if when else None,
        where=Where(span=Span(start=0, end=len(where.name), text=where.name), place=where) if where else None,
        sources=(Source(name=document.publisher, kind="outlet"), *sources),
        issues=tuple(Issue(code=code, message=f"{code} found") for code in issues),
    )


def evidence(*reports: tuple[Document, Iterable[Claim]]) -> Evidence:
    """Reports with their claims as corroboration takes them."""
    traits: dict[str, ClaimTraits] = {}
    known: dict[str, ReportTraits] = {}
    claims: dict[str, Claim] = {}
    for document, own in reports:
        told = tuple(own)
        known[document.id], described = describe_report(document, told)
        traits |= {one.statement.claim_id: one for one in described}
        claims |= {one.id: one for one in told}
    return Evidence(claims=claims, traits=traits, reports=known)


def propose(*claims: tuple[Document, Claim]) -> tuple[Proposition, ...]:
    """The propositions of some claims, each given with its report."""
    by_report: dict[str, tuple[Document, list[Claim]]] = {}
    for document, one in claims:
        by_report.setdefault(document.id, (document, []))[1].append(one)
    return tuple(one.proposition for one in corroborate(evidence(*by_report.values())))


def groups(*claims: tuple[Document, Claim]) -> set[frozenset[str]]:
    """Which claims are one proposition, by their ids."""
    return {frozenset(one.claims) for one in propose(*claims)}
