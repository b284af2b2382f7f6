"""Short reports for the tests of claims, and claims written on one line so that they can be read beside a sentence."""

from entrepot.claims import extract
from entrepot.claims.clauses import Clause, read_clauses
from entrepot.claims.parsing import ParsedSentence, parse_sentences
from entrepot.claims.sentences import split_sentences
from entrepot.model.claim import FRAME_ROLES, Claim, Role
from entrepot.model.document import Block, BlockKind, Document, Published

PUBLISHER = "Halden Press"
PUBLISHED = "2025-06-18"
"""A Wednesday."""


def make_report(
    *paragraphs: str | tuple[BlockKind, str], publisher: str = PUBLISHER, published: str | None = PUBLISHED
) -> Document:
    """A report of these paragraphs; a pair says of what kind the block is."""
    blocks, texts, start = [], [], 0
    for item in paragraphs:
        kind, text = ("paragraph", item) if isinstance(item, str) else item
        blocks.append(Block(kind=kind, start=start, end=start + len(text)))
        texts.append(text)
        start += len(text) + 2
    return Document(
        id="report",
        path="report.txt",
        sha256="",
        media_type="text/plain",
        text="\n\n".join(texts),
        blocks=tuple(blocks),
        publisher=publisher,
        published=Published(start=published, end=published, granularity="day", evidence="given") if published else None,
    )


def claims_of(*paragraphs: str | tuple[BlockKind, str], **about: str | None) -> tuple[Claim, ...]:
    """The claims of a report of these paragraphs."""
    return extract(make_report(*paragraphs, **about)).claims


def only_claim(*paragraphs: str | tuple[BlockKind, str], **about: str | None) -> Claim:
    """The one claim of these paragraphs."""
    claims = claims_of(*paragraphs, **about)
    assert len(claims) == 1, [one_line(claim) for claim in claims]
    return claims[0]


def last_claim(*paragraphs: str | tuple[BlockKind, str], **about: str | None) -> Claim:
    """The one claim of the last sentence of these paragraphs."""
    claims = claims_of(*paragraphs, **about)
    assert claims, "no claim"
    last = [claim for claim in claims if claim.quote == claims[-1].quote]
    assert len(last) == 1, [one_line(claim) for claim in last]
    assert paragraphs[-1] is None or str(paragraphs[-1]).endswith(last[0].quote.text), last[0].quote
    return last[0]


def name_of(role: Role) -> str:
    """A filler by its actor's usual name, or by its words in small letters."""
    return role.actor.name if role.actor else role.text.casefold()


def roles_of(claim: Claim, role: str) -> list[str]:
    """The names that fill one role."""
    return sorted(name_of(item) for item in claim.roles if item.role == role)


def one_line(claim: Claim) -> str:
    """A claim as `frame (polarity, modality): role name; …; attribute value`, what is positive and asserted unsaid."""
    marks = [word for word in (claim.polarity, claim.modality) if word not in ("positive", "asserted")]
    parts = [f"{role} {name}" for role in FRAME_ROLES[claim.frame] for name in roles_of(claim, role)]
    parts += [f"{name} {value}" for name, value in claim.attributes]
    return f"{claim.frame}{' (' + ', '.join(marks) + ')' if marks else ''}: {'; '.join(parts)}"


def told(*paragraphs: str | tuple[BlockKind, str], **about: str | None) -> list[str]:
    """The claims of these paragraphs, each on one line."""
    return [one_line(claim) for claim in claims_of(*paragraphs, **about)]


def chain_of(claim: Claim) -> list[str]:
    """The names of a claim's sources after its publisher."""
    return [source.name for source in claim.sources[1:]]


def codes_of(claim: Claim) -> set[str]:
    """The codes of a claim's issues."""
    return {issue.code for issue in claim.issues}


def parse_one(sentence: str) -> ParsedSentence:
    """The parse of one sentence."""
    (parsed,) = parse_sentences(split_sentences(make_report(sentence)))
    return parsed


def clause_of(sentence: str, lemma: str) -> Clause:
    """The clause of the predicate with this lemma."""
    return next(clause for clause in read_clauses(parse_one(sentence).doc) if clause.lemma == lemma)
