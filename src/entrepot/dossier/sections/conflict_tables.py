"""What cannot all be right: each value with who gives it, through which outlet and since when. Nothing is decided."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from entrepot.dossier.days import phrase_interval, read_interval
from entrepot.dossier.issue_words import phrase_days
from entrepot.dossier.markup import Html, element
from entrepot.dossier.names import source_name
from entrepot.dossier.parts import claim_links, count, published_words
from entrepot.dossier.proposition_words import conflict_title
from entrepot.dossier.view import CaseView, ClaimView, PropositionView
from entrepot.model.proposition import Conflict, ConflictValue

MOST_VOICES = 8
"""Rows for one value; whoever else says it stands in the tree of origins."""


@dataclass(slots=True, kw_only=True)
class Voice:
    """Somebody who gives a value, in one outlet."""

    name: str
    outlet: str
    claims: list[ClaimView] = field(default_factory=list)


def render_conflicts(view: PropositionView, case: CaseView) -> Html | None:
    """One table for each conflict, all with the same columns."""
    if not view.proposition.conflicts:
        return None
    tables = (_render_conflict(*one, case) for one in _join_denials(view.proposition.conflicts))
    return element("div", tables, class_="conflicts")


def _join_denials(conflicts: Iterable[Conflict]) -> list[tuple[str, tuple[ConflictValue, ...]]]:
    """The title and values of each table: what is denied by one and negated by another is affirmed in one place."""
    tables: list[tuple[str, tuple[ConflictValue, ...]]] = []
    for one in conflicts:
        title = conflict_title(one.kind)
        if tables and one.values[:1] == tables[-1][1][:1]:
            before, values = tables.pop()
            tables.append((f"{before}; {title}", (*values, *one.values[1:])))
        else:
            tables.append((title, one.values))
    return tables


def _render_conflict(title: str, values: tuple[ConflictValue, ...], case: CaseView) -> Html:
    caption = element("caption", title.capitalize())
    head = element("tr", *(element("th", text, scope="col") for text in ("Said", "By", "In", "Published", "Claims")))
    bodies = (element("tbody", _rows(value, case)) for value in values)
    table = element("table", caption, element("thead", head), bodies, class_="held-apart")
    return element("div", table, class_="scroll")


def _rows(value: ConflictValue, case: CaseView) -> list[Html]:
    voices = _gather_voices([case.claims_by_id[each] for each in value.claims if each in case.claims_by_id])
    shown = voices[:MOST_VOICES]
    span = len(shown) + (len(voices) > MOST_VOICES)
    said = element("th", element("bdi", _value(value.value)), scope="rowgroup", rowspan=span or 1)
    rows = [_row(said if at == 0 else None, voice) for at, voice in enumerate(shown)]
    if len(voices) > MOST_VOICES:
        rest = f"and {count(len(voices) - MOST_VOICES, 'more voice')}, among the origins above"
        rows.append(element("tr", element("td", rest, colspan=4)))
    return rows or [element("tr", said)]


def _value(text: str) -> str:
    interval = read_interval(text)
    return phrase_interval(interval) if interval else phrase_days(text)


def _gather_voices(claims: list[ClaimView]) -> list[Voice]:
    """Who says it in which outlet, the earliest first as the claims come."""
    found: dict[tuple[str, str], Voice] = {}
    for view in claims:
        outlet = view.document.publisher or "publisher unknown"
        sources = view.claim.sources
        name = source_name(sources[-1]) if len(sources) > 1 else outlet
        found.setdefault((name, outlet), Voice(name=name, outlet=outlet)).claims.append(view)
    return list(found.values())


def _row(said: Html | None, voice: Voice) -> Html:
    outlet = "its own words" if voice.outlet == voice.name else element("bdi", voice.outlet)
    return element(
        "tr",
        said,
        element("td", element("bdi", voice.name), data_label="By"),
        element("td", outlet, data_label="In"),
        element("td", published_words(voice.claims[0].document.published), data_label="Published"),
        element("td", claim_links(voice.claims, 6), data_label="Claims"),
    )
