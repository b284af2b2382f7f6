"""Claims, quotations and dates for reading in a terminal; nothing is cut off."""

from collections.abc import Iterable, Iterator

from rich.console import Console
from rich.text import Text

from entrepot.cli.output import plain
from entrepot.dossier.days import phrase_interval
from entrepot.dossier.phrases import phrase_claim, plain_phrase
from entrepot.model.claim import Claim, DateExpression, Quotation
from entrepot.model.document import Document
from entrepot.model.interval import Interval

Block = tuple[str, Text]
"""A label, such as the frame, and what stands beside it."""

_LABEL_COLUMNS = 12
_MODALITY_STYLES = {
    "asserted": "green",
    "alleged": "yellow",
    "planned": "cyan",
    "possible": "yellow",
    "denied": "red",
}


def print_blocks(console: Console, heading: Text, blocks: Iterable[Block]) -> None:
    """A heading, then each block with its label in a column of its own; lines are wrapped, never cut."""
    console.print(heading, soft_wrap=True)
    console.print()
    for label, body in blocks:
        lines = body.wrap(console, max(console.width - _LABEL_COLUMNS, 30))
        for number, line in enumerate(lines):
            line.rstrip()
            left = Text(("" if number else label).ljust(_LABEL_COLUMNS), style="magenta")
            console.print(left.append_text(line), soft_wrap=True)
        console.print()


def document_heading(document: Document, count: str) -> Text:
    """Which report this is, who published it when, and how much follows."""
    published = document.published
    when = "date unknown"
    if published:
        when = phrase_interval(Interval(start=published.start, end=published.end, granularity=published.granularity))
    heading = Text(plain(document.path), style="bold")
    if document.title:
        heading.append(f"\n{plain(document.title)}", style="not bold")
    return heading.append(
        f"\n{plain(document.publisher) or 'publisher unknown'}, {when}: {count}", style="not bold dim"
    )


def claim_lines(claims: Iterable[Claim]) -> Iterator[Block]:
    """Each claim as a small block: what is said, the sentence, when and by whom, and what is wrong with it."""
    for claim in claims:
        block = Text(plain(plain_phrase(phrase_claim(claim))), style="bold")
        block.append_text(_marks(claim))
        block.append(f"\n\N{LEFT DOUBLE QUOTATION MARK}{plain(claim.quote.text)}\N{RIGHT DOUBLE QUOTATION MARK}")
        block.append_text(_circumstances(claim))
        for issue in claim.issues:
            block.append(f"\n! {issue.code}: {plain(issue.message)}", style="bold red")
        yield claim.frame, block


def quotation_lines(quotations: Iterable[Quotation]) -> Iterator[Block]:
    """Each piece of reported speech: who, by which word, what."""
    for quotation in quotations:
        source = plain(quotation.source.text) if quotation.source else "(nobody named)"
        line = Text(source, style="bold")
        line.append(f" [{plain(quotation.cue.text)}] ", style="not bold cyan")
        line.append(plain(quotation.content.text), style="not bold")
        yield quotation.kind, line


def date_lines(dates: Iterable[DateExpression]) -> Iterator[Block]:
    """Each date expression with the days it stands for."""
    for date in dates:
        line = Text(plain(date.span.text), style="bold")
        if date.interval:
            line.append(f" = {phrase_interval(date.interval)}", style="not bold")
            line.append(f" ({date.interval.start or '...'} to {date.interval.end or '...'})", style="not bold dim")
        elif date.kind == "date":
            line.append(" = not resolved", style="not bold yellow")
        yield date.kind, line


def _marks(claim: Claim) -> Text:
    """How firmly it is said, and whether it is said not to be so."""
    marks = Text("  ")
    marks.append(f"[{claim.modality}]", style=f"not bold {_MODALITY_STYLES[claim.modality]}")
    if claim.polarity == "negative":
        marks.append(" [said not to be so]", style="not bold red")
    if claim.stance:
        marks.append(f" [{', '.join(plain(word) for word in claim.stance)}]", style="not bold dim")
    return marks


def _circumstances(claim: Claim) -> Text:
    """Through whom, when, where, which goods and at which offsets, on a line of their own."""
    chain = " < ".join(plain(source.name) for source in claim.sources) or "nobody named"
    line = Text(f"\n{chain}", style="cyan")
    if claim.when:
        line.append(f" | {phrase_interval(claim.when.interval)}", style="not bold default")
    if claim.where:
        place = claim.where.place.name if claim.where.place else claim.where.span.text
        line.append(f" | in {plain(place)}", style="not bold default")
    headings = ", ".join(dict.fromkeys(code for role in claim.roles for code in role.hs))
    if headings:
        line.append(f" | HS {headings}", style="not bold default")
    line.append(f" | {claim.quote.start}-{claim.quote.end}", style="dim")
    return line
