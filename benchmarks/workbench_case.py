"""An invented case as large as that of a whole desk: a hundred reports are merged, then written many times over."""

import random
from collections.abc import Iterator
from pathlib import Path

from entrepot import corroboration
from entrepot.claims import METHOD
from entrepot.model.actor import Actor
from entrepot.model.claim import FRAME_ROLES, Claim, Cue, Role, Source, When, Where
from entrepot.model.document import Block, Document, Published
from entrepot.model.interval import Interval
from entrepot.model.issue import Issue
from entrepot.model.span import Span
from entrepot.pipeline.corroborating import corroborate_case
from entrepot.pipeline.indexing import index_case
from entrepot.store import CaseFile, create_case
from entrepot.store.writing import EXTRACT_STEP, StepDone, write_document, write_extraction, write_step_done

MARK = "@@"
"""Stands for the number of the copy in whatever must differ between copies."""
REPORTS = 100
CLAIMS_EACH = 20
TABLES = ("documents", "claims", "proposition_claims", "steps_done", "report_traits")

Story = tuple[str, tuple[Role, ...]]
"""A frame with its parties."""
Told = tuple[str, str, Span, int]
"""A report's id and publisher, a sentence, and its place."""

COUNTRIES = [
    Actor(id=f"country:{code}", kind="country", name=name)
    for code, name in (
        ("IR", "Iran"), ("BY", "Belarus"), ("RU", "Russia"), ("AE", "United Arab Emirates"), ("TR", "Türkiye"),
        ("KZ", "Kazakhstan"), ("KG", "Kyrgyzstan"), ("CN", "China"), ("AM", "Armenia"), ("GE", "Georgia"),
        ("KP", "North Korea"), ("UA", "Ukraine"), ("VE", "Venezuela"), ("SY", "Syria"), ("UZ", "Uzbekistan"),
    )
]  # fmt: skip
GOODS = ("drones", "bearings", "machine tools", "chips", "engines", "optics", "lithium cells", "gearboxes", "sensors")
FRAMES = ("supply", "seek", "channel", "sanction", "circumvent", "agree", "meet", "own", "strike", "produce")
MODALITIES = ("asserted",) * 6 + ("alleged", "planned", "possible", "denied")
KINDS = ("official", "intelligence", "participant", "expert", "document", "wire")
WORDS = (
    "the ministry said that a shipment of the goods had left the port in spring and reached the plant by rail while "
    "officials of both sides met again to discuss payment through banks abroad and further deliveries"
).split()


def make_case(path: Path, copies: int) -> CaseFile:
    """A case of `copies` hundred reports with twenty claims each, its propositions and its index."""
    case = create_case(path, f"Invented: {copies * REPORTS:,} reports")
    with case.transaction():
        for document, claims in _invent(random.Random(7)):
            write_document(case, document)
            write_extraction(case, claims, (), ())
            done = StepDone(step=EXTRACT_STEP, document_id=document.id, method=METHOD, fingerprint=document.sha256)
            write_step_done(case, done)
    corroborate_case(case)
    with case.transaction():
        _mark_propositions(case)
        for table in (*TABLES, "propositions"):
            _copy(case, table, copies)
    corroborated = {"name": corroboration.METHOD[0], "version": corroboration.METHOD[1]}
    _settle_steps(case, corroborated)
    index_case(case)
    return case


def _copy(case: CaseFile, table: str, copies: int) -> None:
    """The rows of a table once for each copy, in place of the first ones; days of publication lie apart."""
    described = case.connection.execute(f"DESCRIBE {table}").fetchall()
    columns = []
    for name, kind, *_ in described:
        if name in ("published_start", "published_end", "first_published"):
            columns.append(f"CAST(CAST({name} AS DATE) + CAST(copy AS INTEGER) AS VARCHAR)")
        elif kind in ("VARCHAR", "JSON"):
            columns.append(f"replace(CAST({name} AS VARCHAR), '{MARK}', printf('%03d', copy))")
        else:
            columns.append(name)
    case.connection.execute(f"CREATE TEMP TABLE first AS SELECT * FROM {table}")
    case.connection.execute(f"DELETE FROM {table}")
    case.connection.execute(
        f"INSERT INTO {table} SELECT {', '.join(columns)} FROM range({copies}) AS copies(copy) CROSS JOIN first"
    )
    case.connection.execute("DROP TABLE first")


def _mark_propositions(case: CaseFile) -> None:
    """Ids of propositions and components carry the mark, so that those of the copies differ."""
    rows = case.connection.execute("SELECT id, component, record FROM propositions").fetchall()
    known = {row[0] for row in rows}
    for identity, _, record in rows:
        marked = record
        for each in known:
            if each in marked:
                marked = marked.replace(each, f"{each}-{MARK}")
        case.connection.execute("UPDATE propositions SET record = ? WHERE id = ?", [marked, identity])
    case.connection.execute(f"UPDATE proposition_claims SET proposition_id = proposition_id || '-{MARK}'")
    for table in ("propositions", "proposition_claims"):
        case.connection.execute(f"UPDATE {table} SET component = component || '-{MARK}'")
    case.connection.execute(f"UPDATE propositions SET id = id || '-{MARK}'")


def _settle_steps(case: CaseFile, method: dict[str, str]) -> None:
    """Every step counts as done on what is there, so that nothing is taken for pending."""
    case.connection.execute(
        """
        UPDATE steps_done SET fingerprint = documents.fingerprint
        FROM documents WHERE documents.id = steps_done.document_id AND step = 'extract'
        """
    )
    case.connection.execute(
        """
        UPDATE steps_done AS later
        SET fingerprint = concat_ws('/', first.fingerprint, first.method_name, first.method_version)
        FROM steps_done AS first
        WHERE first.document_id = later.document_id AND first.step = 'extract' AND later.step IN ('describe', 'merge')
          AND later.method_name = $name AND later.method_version = $version
        """,
        method,
    )


def _invent(chance: random.Random) -> Iterator[tuple[Document, list[Claim]]]:
    stories = [_story(chance, number) for number in range(60)]
    for number in range(REPORTS):
        yield _report(chance, number, stories)


def _story(chance: random.Random, number: int) -> Story:
    """What several reports tell: a frame with its parties, among them firms that no other copy has."""
    frame = FRAMES[number % len(FRAMES)]
    roles = []
    for role in FRAME_ROLES[frame]:
        if role in ("goods", "matter", "measure", "weapon", "instrument"):
            roles.append(_role(role, chance.choice(GOODS)))
        elif chance.random() < 0.4:
            firm = f"Kestrel {number} Trading {MARK}"
            roles.append(_role(role, Actor(id=f"organisation:kestrel-{number}-{MARK}", kind="organisation", name=firm)))
        else:
            roles.append(_role(role, chance.choice(COUNTRIES)))
    return frame, tuple(roles)


def _role(role: str, who: Actor | str) -> Role:
    actor = who if isinstance(who, Actor) else None
    text = actor.name if actor else str(who)
    return Role(role=role, text=text, span=None, actor=actor, inferred=True, reason="invented")


def _report(chance: random.Random, number: int, stories: list[Story]) -> tuple[Document, list[Claim]]:
    identity = f"d{MARK}-{number:03d}"
    publisher = f"Outlet {number % 40}" if number % 4 else f"Gazette {number % 40} of {MARK}"
    sentences = [
        f"{' '.join(chance.choices(WORDS, k=24)).capitalize()} ({number}/{at})." for at in range(CLAIMS_EACH + 8)
    ]
    text = " ".join(sentences)
    claims, start = [], 0
    for at, sentence in enumerate(sentences):
        if at < CLAIMS_EACH:
            quote = Span(start=start, end=start + len(sentence), text=sentence)
            claims.append(_claim(chance, (identity, publisher, quote, at), stories))
        start += len(sentence) + 1
    day = f"2025-{number % 12 + 1:02d}-{number % 27 + 1:02d}"
    middle = text.index(" ", len(text) // 2)
    document = Document(
        id=identity,
        path=f"reports/{identity}.txt",
        sha256=identity,
        media_type="text/plain",
        text=text,
        blocks=(Block(kind="paragraph", start=0, end=middle), Block(kind="paragraph", start=middle + 1, end=len(text))),
        title=f"Report {number} on the trade of {MARK}",
        publisher=publisher,
        language="en",
        published=Published(start=day, end=day, granularity="day", evidence="given"),
    )
    return document, claims


def _claim(chance: random.Random, told: Told, stories: list[Story]) -> Claim:
    identity, publisher, quote, at = told
    frame, roles = chance.choice(stories)
    kind = chance.choice(KINDS)
    outlet = Source(name=publisher, kind="outlet")
    voice = Source(name=f"{kind.capitalize()} {chance.randrange(12)}", kind=kind)  # type: ignore[arg-type]
    day = f"20{chance.randrange(15, 26)}-{chance.randrange(1, 13):02d}-{chance.randrange(1, 29):02d}"
    when = When(interval=Interval(start=day, end=day, granularity="day"), text=day, anchor="text")
    place = chance.choice(COUNTRIES)
    word = quote.text.split(" ", 1)[0]
    return Claim(
        id=f"c{identity}-{at:02d}",
        document_id=identity,
        quote=quote,
        frame=frame,
        roles=roles,
        attributes=(("stage", "signed"),) if frame == "agree" else (),
        polarity="negative" if chance.random() < 0.05 else "positive",
        modality=chance.choice(MODALITIES),  # type: ignore[arg-type]
        cues=(Cue(kind="trigger", span=Span(start=quote.start, end=quote.start + len(word), text=word)),),
        when=when if chance.random() < 0.4 else None,
        where=Where(span=Span(start=quote.start, end=quote.start + 3, text=place.name[:3]), place=place)
        if chance.random() < 0.2
        else None,
        sources=(outlet, voice) if chance.random() < 0.7 else (outlet,),
        issues=(Issue(code="office_term", message="outside the term"),) if chance.random() < 0.03 else (),
        method=METHOD,
    )
