"""A small extractor of its own, which needs no grammar: every line with a colon is somebody's claim."""

import hashlib
import re
import time
from dataclasses import dataclass, replace

from entrepot.errors import InputError
from entrepot.model.actor import Actor
from entrepot.model.claim import Claim, DateExpression, Quotation, Role, Source
from entrepot.model.interval import Interval
from entrepot.model.span import Span
from entrepot.pipeline.extractor import Extractor

METHOD = ("fake", "1")


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    claims: tuple[Claim, ...]
    quotations: tuple[Quotation, ...]
    dates: tuple[DateExpression, ...]


def extract(document):
    """Claims, quotations and dates by the plainest of rules."""
    if "refuse" in document.text:
        raise InputError(f"{document.path} asked to be refused; ask it again.")
    lines = [_span(match, 0) for match in re.finditer(r"[^\n]+: [^\n]+", document.text)]
    dates = [_span(match, 0) for match in re.finditer(r"\d{4}-\d{2}-\d{2}", document.text)]
    return Found(
        claims=tuple(_claim(document, line) for line in lines),
        quotations=tuple(_quotation(document, line) for line in lines),
        dates=tuple(_date(document, span) for span in dates),
    )


def slow_extract(document):
    """The same, slowly enough to be interrupted."""
    time.sleep(0.05)
    return extract(document)


FAKE = Extractor(method=METHOD, extract=extract)


class CountingExtract:
    """Notes the path of every document that it is asked about."""

    def __init__(self):
        self.paths = []

    def __call__(self, document):
        self.paths.append(document.path)
        return extract(document)


def _span(match, group):
    return Span(start=match.start(group), end=match.end(group), text=match.group(group))


def _claim(document, line):
    key = f"{document.id}|{line.start}|{document.publisher}"
    return Claim(
        id=hashlib.sha256(key.encode()).hexdigest()[:16],
        document_id=document.id,
        quote=line,
        frame="meet",
        roles=(Role(role="participant", text=line.text, span=line),),
        sources=(Source(name=document.publisher or "unknown", kind="outlet"),),
        method=METHOD,
    )


def _quotation(document, line):
    return Quotation(document_id=document.id, source=None, cue=line, content=line, kind="indirect")


def _date(document, span):
    day = Interval(start=span.text, end=span.text, granularity="day")
    return DateExpression(document_id=document.id, span=span, kind="date", interval=day)


def extract_actors(document):
    """As above, but "kind Name: ..." makes a claim whose participant is that actor."""
    found = extract(document)
    claims = []
    for claim in found.claims:
        kind, _, name = claim.quote.text.partition(":")[0].partition(" ")
        actor = Actor(id=f"{kind}:{name.lower().replace(' ', '-')}", kind=kind, name=name)
        claims.append(replace(claim, roles=(replace(claim.roles[0], actor=actor),)))
    return replace(found, claims=tuple(claims))
