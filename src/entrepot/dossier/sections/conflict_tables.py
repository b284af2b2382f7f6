"""What cannot all be right: each value with who gives it, through which outlet and since when. Nothing is decided."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from entrepot.dossier.days import phrase_interval, read_interval
from entrepot.dossier.issue_words import phrase_days
from entrepot.dossier.markup import Html, element, join
from entrepot.dossier.names import source_name
from entrepot.dossier.parts import claim_links, count, published_words
from entrepot.dossier.proposition_words import conflict_title
from entrepot.dossier.view import CaseView, ClaimView, PropositionView
from entrepot.model.proposition import Conflict, ConflictValue

MOST_OUTLETS = 3
MOST_VOICES = 8
"""Rows for one value; whoever else says it stands in the tree of origins."""


@dataclass(slots=True, kw_only=True)
class Voice:
    """Somebody who gives a value, with the claims that carry it, the earliest first."""

    name: str
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
    head = element("tr", *(element("th", text, scope="col") for text in ("Said", "By", "In", "Since", "Claims")))
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
    """Who says it, the earliest first as the claims come."""
    found: dict[str, Voice] = {}
    for view in claims:
        sources = view.claim.sources
        name = source_name(sources[-1]) if len(sources) > 1 else _outlet(view)
        found.setdefault(name, Voice(name=name)).claims.append(view)
    return list(found.values())


def _outlet(view: ClaimView) -> str:
    return view.document.publisher or "publisher unknown"


def _row(said: Html | None, voice: Voice) -> Html:
    return element(
        "tr",
        said,
        element("td", element("bdi", voice.name), data_label="By"),
        element("td", _outlets(voice), data_label="In"),
        element("td", published_words(voice.claims[0].document.published), data_label="Since"),
        element("td", claim_links(voice.claims, 6), data_label="Claims"),
    )


def _outlets(voice: Voice) -> Html:
    """The outlets that carry it, the first ones by name."""
    names = list(dict.fromkeys(_outlet(view) for view in voice.claims))
    shown = names if len(names) <= MOST_OUTLETS + 1 else names[:MOST_OUTLETS]
    named = ("its own words" if name == voice.name else element("bdi", name) for name in shown)
    rest = f" and {len(names) - len(shown)} more" if len(names) > len(shown) else None
    return join(((", " if at else None, name) for at, name in enumerate(named)), rest)
