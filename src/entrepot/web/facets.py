"""Facets beside a list: every choice is an address, several values of one facet can be chosen, any can be let go."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from entrepot.dossier.markup import Html, element, join
from entrepot.store.facets import FacetCounts, FacetValue, Narrowing, fold_words
from entrepot.web.lists import Asked, address, render_pager, render_search
from entrepot.web.paper import render_empty
from entrepot.web.requests import PAGE_ROWS

LARGEST = 50
"""Values of one facet that an address may choose."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FacetWords:
    """How a facet is told: its title, its values in words, and whether they stand in their own order."""

    title: str
    value: Callable[[str], str] = str
    ordered: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class FacetList:
    """The facets of the list at `path`: what is asked of it, the counts, and the words for them."""

    path: str
    asked: Asked
    counts: Sequence[FacetCounts]
    words: Mapping[str, FacetWords]

    def chosen(self, name: str) -> list[str]:
        """The values chosen of a facet."""
        values = self.asked.get(name, [])
        return list(values) if isinstance(values, list) else []

    def record(self) -> list[dict[str, Any]]:
        """Every facet with its values as they are shown."""
        return [
            {
                "name": one.name,
                "title": self.words[one.name].title,
                "distinct": one.distinct,
                "values": [
                    {
                        "value": value.value,
                        "label": self.label(one.name, value),
                        "count": value.count,
                        "chosen": value.value in self.chosen(one.name),
                    }
                    for value in one.values
                ],
            }
            for one in self.counts
        ]

    def label(self, name: str, value: FacetValue) -> str:
        """The value in words."""
        return self.words[name].value(value.label) if value.label == value.value else value.label


def narrow(asked: Asked, facets: Sequence[str], words: str, whole: Sequence[str]) -> Narrowing:
    """What an address asks of a list, as the store takes it."""
    chosen = {name: values for name in facets if isinstance(values := asked.get(name, []), list) and values}
    return Narrowing(chosen=chosen, words=fold_words(words), whole=frozenset(whole))


def render_facets(facets: FacetList) -> Html:
    """All facets, each folded where nothing of it is chosen and it is not among the first."""
    groups = [_render_facet(facets, one) for one in facets.counts if one.values]
    return element("nav", groups, class_="facets", id="facets", aria_label="Narrow the list down")


def render_chosen(facets: FacetList, extra: Mapping[str, str] | None = None) -> Html | None:
    """What the list is narrowed to, each choice with the way to let it go; `extra` names choices without a facet."""
    choices = [
        (name, value, f"{facets.words[name].title}: {_chosen_label(facets, name, value)}")
        for name in facets.words
        for value in facets.chosen(name)
    ]
    choices += [(name, "", label) for name, label in (extra or {}).items()]
    if not choices:
        return None
    items = [
        element(
            "li",
            element("bdi", label),
            " ",
            element("a", "remove", href=_without(facets, name, value), aria_label=f"remove {label}"),
        )
        for name, value, label in choices
    ]
    kept = {name: value for name, value in facets.asked.items() if name == "q"}
    clear = element("li", element("a", "remove all", href=address(facets.path, kept))) if len(choices) > 1 else None
    return element("ul", items, clear, class_="chosen", aria_label="The list is narrowed to")


def _chosen_label(facets: FacetList, name: str, value: str) -> str:
    for one in facets.counts:
        if one.name == name:
            found = next((each for each in one.values if each.value == value), None)
            return facets.label(name, found) if found else value
    return facets.words[name].value(value)


def _without(facets: FacetList, name: str, value: str) -> str:
    left = [each for each in facets.chosen(name) if each != value] if value else None
    return address(facets.path, facets.asked, **{name: left, "page": None})


def _render_facet(facets: FacetList, one: FacetCounts) -> Html:
    words = facets.words[one.name]
    values = sorted(one.values, key=lambda each: each.value, reverse=True) if words.ordered else one.values
    items = [_render_value(facets, one.name, value) for value in values]
    is_whole = one.name in _listed(facets.asked.get("more", []))
    more = None
    if one.distinct > len(one.values) or is_whole:
        label = "fewer" if is_whole else f"all {one.distinct:,}"
        whole = [name for name in _listed(facets.asked.get("more", [])) if name != one.name]
        target = address(facets.path, facets.asked, more=whole if is_whole else [*whole, one.name])
        more = element("p", element("a", label, href=target, aria_label=f"{words.title}: {label}"), class_="minor")
    return element("section", element("h2", words.title), element("ul", items), more)


def _listed(values: object) -> list[str]:
    return [str(each) for each in values] if isinstance(values, list) else []


def _render_value(facets: FacetList, name: str, value: FacetValue) -> Html:
    chosen = facets.chosen(name)
    is_chosen = value.value in chosen
    values = [each for each in chosen if each != value.value] if is_chosen else [*chosen, value.value]
    label = element("bdi", facets.label(name, value) or "none")
    link = element(
        "a",
        join(element("span", "✓ ", aria_hidden="true"), label) if is_chosen else label,
        href=address(facets.path, facets.asked, **{name: values, "page": None}),
        aria_current="true" if is_chosen else None,
    )
    return element("li", link, element("span", f"{value.count:,}", class_="number"))


@dataclass(frozen=True, slots=True, kw_only=True)
class BrowserWords:
    """What a list with facets is told in: one of its rows, the box to search in, what an empty case is to do."""

    one: str
    search: str
    nothing_yet: str


def render_browser(
    facets: FacetList,
    words: BrowserWords,
    total: int,
    page: int,
    listed: Html | None,
    *more: Html | None,
    extra: Mapping[str, str] | None = None,
) -> Html:
    """The facets beside the list, on narrow screens below it; `listed` is None where the page has no rows."""
    asked, path = facets.asked, facets.path
    shown = element(
        "div",
        render_search(path, asked, words.search),
        render_chosen(facets, extra),
        element("p", element("a", "Narrow the list down", href="#facets"), class_="to-facets"),
        more,
        render_pager(path, asked, total, page, words.one),
        listed or _render_nothing(facets, words, total),
        render_pager(path, asked, total, page, words.one) if total > PAGE_ROWS else None,
    )
    return element("div", render_facets(facets), shown, class_="browser")


def _render_nothing(facets: FacetList, words: BrowserWords, total: int) -> Html:
    """Why there are no rows, and the way on."""
    if total:
        return render_empty("The list is not that long.", element("a", "To its beginning", href=facets.path))
    if any(value for name, value in facets.asked.items() if name != "page"):
        everything = element("a", f"All {words.one}s", href=facets.path)
        return render_empty(f"No {words.one} fits all of this; let one choice go.", everything)
    return render_empty(words.nothing_yet, element("a", "To the work", href="/jobs"))
