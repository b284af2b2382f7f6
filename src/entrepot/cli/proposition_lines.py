"""Propositions and comparisons for reading in a terminal; nothing is cut off."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from rich.console import Console
from rich.text import Text

from entrepot.cli.claim_lines import Block, print_blocks
from entrepot.cli.output import counted, plain
from entrepot.dossier.days import phrase_interval
from entrepot.dossier.phrases import phrase_proposition, plain_phrase
from entrepot.dossier.proposition_words import CREDIBILITY, conflict_title, drift_words, origin_words
from entrepot.model.case import CaseContents
from entrepot.model.claim import Claim
from entrepot.model.comparison import Comparison, SharedPassage
from entrepot.model.document import Document
from entrepot.model.proposition import Conflict, Origin, Proposition

Claims = Mapping[str, Claim]


def print_propositions(console: Console, found: Sequence[Proposition], contents: CaseContents) -> None:
    """Each proposition as a block: its sentence, who stands behind it, what conflicts, what changed on the way."""
    claims = {claim.id: claim for claim in contents.claims}
    publishers = _publishers(contents.documents)
    heading = Text(plain(contents.name), style="bold")
    print_blocks(console, heading, proposition_lines(found, claims, publishers))


def print_comparison(console: Console, found: Comparison) -> None:
    """The comparison in parts: what both say, where they differ, what one says alone, what text they share."""
    claims = {claim.id: claim for claim in found.claims}
    publishers = _publishers((found.left, found.right))
    names = [publishers[document.id] for document in (found.left, found.right)]
    parts = (
        (f"Both say ({len(found.both)})", found.both, _voices),
        (f"Where they differ ({len(found.differing)})", found.differing, _differences),
        (f"Only {names[0]} says ({len(found.only_left)})", found.only_left, _voices),
        (f"Only {names[1]} says ({len(found.only_right)})", found.only_right, _voices),
    )
    for title, part, tell in parts:
        blocks = ((one.frame, _sentence(one, claims).append_text(tell(one, claims, publishers))) for one in part)
        print_blocks(console, Text(plain(title), style="bold"), blocks)
    share = f"{found.resemblance:.0%} of the five-word runs are common to both"
    heading = Text(f"Shared text ({counted(len(found.shared), 'passages')}; {share})", style="bold")
    print_blocks(console, heading, _shared_lines(found.shared))


def _sentence(one: Proposition, claims: Claims) -> Text:
    told = [claims[claim_id] for claim_id in one.claims]
    return Text(plain(plain_phrase(phrase_proposition(one, told))), style="bold")


def _voices(one: Proposition, claims: Claims, publishers: Mapping[str, str]) -> Text:
    """Whose word each claim is, and how firmly it is said."""
    told = (claims[claim_id] for claim_id in one.claims)
    lines = dict.fromkeys(f"{_voice(claim, publishers)}: {_standing(claim)}" for claim in told)
    return Text("".join(f"\n- {plain(line)}" for line in lines), style="not bold cyan")


def _standing(claim: Claim) -> str:
    return "said not to be so" if claim.polarity == "negative" else claim.modality


def _differences(one: Proposition, claims: Claims, publishers: Mapping[str, str]) -> Text:
    """The conflicts of a proposition, and what a retelling changed."""
    found = Text()
    for conflict in one.conflicts:
        found.append_text(_conflict(conflict, claims, publishers))
    for drift in one.drifts:
        who = publishers[claims[drift.claim_id].document_id], publishers[claims[drift.earlier_id].document_id]
        found.append(f"\n~ {plain(drift_words(drift, *who))}", style="not bold magenta")
    return found


def proposition_lines(found: Iterable[Proposition], claims: Claims, publishers: Mapping[str, str]) -> Iterator[Block]:
    """Each proposition as a small block."""
    for one in found:
        block = _sentence(one, claims)
        block.append_text(_figures(one))
        block.append_text(_circumstances(one, publishers))
        for origin in one.origins:
            block.append_text(_origin(origin))
        yield one.frame, block.append_text(_differences(one, claims, publishers))


def _figures(one: Proposition) -> Text:
    grade = f"{one.grade.credibility} {CREDIBILITY[one.grade.credibility]}: {one.grade.reason}"
    line = Text(f"\n{counted(one.independent_origins, 'independent origins')}", style="not bold green")
    line.append(f", {counted(len(one.claims), 'claims')} in {counted(len(one.outlets), 'outlets')}", style="default")
    return line.append(f" | credibility {plain(grade)}", style="dim")


def _circumstances(one: Proposition, publishers: Mapping[str, str]) -> Text:
    first = one.first_reported
    parts = [f"happened {phrase_interval(one.when)}"] if one.when else []
    parts += [f"in {plain(one.where)}"] if one.where else []
    if one.reported and first.published:
        parts.append(f"first reported by {plain(publishers[first.document_id])}, {phrase_interval(one.reported)}")
    return Text(f"\n{' | '.join(parts)}" if parts else "", style="not bold default")


def _origin(origin: Origin) -> Text:
    style = "cyan" if origin.independent else "yellow"
    return Text(f"\n- {plain(origin_words(origin))}", style=f"not bold {style}")


def _conflict(conflict: Conflict, claims: Claims, publishers: Mapping[str, str]) -> Text:
    values = []
    for value in conflict.values:
        names = dict.fromkeys(_voice(claims[claim_id], publishers) for claim_id in value.claims)
        values.append(f"{value.value} ({', '.join(names)})")
    return Text(f"\n! {conflict_title(conflict.kind)}: {plain(' / '.join(values))}", style="bold red")


def _voice(claim: Claim, publishers: Mapping[str, str]) -> str:
    """Who says it, through which outlet."""
    outlet = publishers[claim.document_id]
    return f"{claim.sources[-1].name} in {outlet}" if len(claim.sources) > 1 else outlet


def _shared_lines(shared: Sequence[SharedPassage]) -> Iterator[Block]:
    for passage in shared:
        body = Text(plain(passage.left.text))
        if passage.same_words != passage.words:
            body.append(f"\n= {plain(passage.right.text)}", style="dim")
        yield f"{passage.same_words} words", body


def _publishers(documents: Iterable[Document]) -> dict[str, str]:
    return {document.id: document.publisher or document.path for document in documents}
