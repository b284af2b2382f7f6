"""Who acts in the case: how often each is named, and whom the last screening found something for."""

from dataclasses import asdict, dataclass
from typing import Annotated, Any

from fastapi import APIRouter, Query

from entrepot.dossier.markup import Html, element, join
from entrepot.dossier.sections.matches import STANDING
from entrepot.store.browsing_actors import UNSCREENED, ActorRow, ActorsAsked, count_actor_kinds, list_actor_rows
from entrepot.web.lists import Asked, address, render_pager, render_search
from entrepot.web.paper import render_empty
from entrepot.web.requests import PAGE_ROWS, CaseGiven, PageNumber, Words
from entrepot.web.respond import Visit, add_page
from entrepot.web.ways import PAGES

router = APIRouter()


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorsPage:
    """A page of the actors as asked for; `kinds` counts all of the case."""

    rows: tuple[ActorRow, ...]
    total: int
    page: int
    asked: ActorsAsked
    kinds: dict[str, int]
    title: str = "Actors"

    def record(self) -> dict[str, Any]:
        """The actors as they are shown."""
        return {
            "total": self.total,
            "page": self.page,
            "kinds": self.kinds,
            "actors": [asdict(row) for row in self.rows],
        }


def read_actors(
    case: CaseGiven,
    kind: Annotated[str, Query(max_length=40, description="Actors of one kind.")] = "",
    matched: Annotated[bool, Query(description="Only actors with a possible match.")] = False,
    words: Words = "",
    page: PageNumber = 1,
) -> ActorsPage:
    """The actors of the case, those named most often first."""
    asked = ActorsAsked(kind=kind, words=words, only_matched=matched)
    total, rows = list_actor_rows(case, asked, (page - 1) * PAGE_ROWS, PAGE_ROWS)
    return ActorsPage(rows=tuple(rows), total=total, page=page, asked=asked, kinds=count_actor_kinds(case))


def render_actors(page: ActorsPage, visit: Visit) -> Html:
    """A table of actors, with ways to narrow it."""
    asked: Asked = {
        "kind": page.asked.kind,
        "matched": "true" if page.asked.only_matched else "",
        "q": page.asked.words,
        "page": page.page,
    }
    head = element(
        "tr", *(element("th", text, scope="col") for text in ("Actor", "Kind", "Claims", "Reports", "Lists"))
    )
    table = element("table", element("thead", head), element("tbody", map(_row, page.rows)), class_="register")
    return element(
        "div",
        element("p", STANDING, class_="note"),
        _ways(page, asked),
        render_search("/actors", asked, "Name"),
        render_pager("/actors", asked, page.total, page.page, "actor"),
        element("div", table, class_="scroll", tabindex=0, role="region", aria_label="Actors")
        if page.rows
        else render_empty("No actor of the case is as asked for here."),
    )


def _ways(page: ActorsPage, asked: Asked) -> Html:
    """The kinds with their numbers, and those with a possible match."""
    links = [("all", "", sum(page.kinds.values())), *((kind, kind, number) for kind, number in page.kinds.items())]
    kinds = [
        element(
            "a",
            f"{words} {number:,}",
            href=address("/actors", asked, kind=kind, page=1),
            aria_current="true" if kind == page.asked.kind else None,
        )
        for words, kind, number in links
    ]
    matched = element(
        "a",
        "with a possible match",
        href=address("/actors", asked, matched="" if page.asked.only_matched else "true", page=1),
        aria_current="true" if page.asked.only_matched else None,
    )
    return element(
        "p", "Show: ", join((" · " if at else None, link) for at, link in enumerate([*kinds, matched])), class_="kinds"
    )


def _row(row: ActorRow) -> Html:
    return element(
        "tr",
        element("th", element("a", element("bdi", row.name), href=PAGES.actor(row.actor_id)), scope="row"),
        element("td", row.kind),
        element("td", f"{row.claims:,}", class_="number"),
        element("td", f"{row.reports:,}", class_="number"),
        element("td", _listing(row)),
    )


def _listing(row: ActorRow) -> str:
    if row.best is not None:
        return f"possible match, {row.best:.2f}"
    if row.is_screened:
        return "nothing near"
    return "not put to lists" if row.kind not in UNSCREENED else "on none as such"


add_page(router, "/actors", read_actors, render_actors)
