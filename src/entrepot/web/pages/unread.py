"""What could not be read, and why."""

from dataclasses import asdict, dataclass
from typing import Any

from fastapi import APIRouter

from entrepot.dossier.markup import Html, element
from entrepot.dossier.names import file_name
from entrepot.model.case import UnreadInput
from entrepot.store.reading import iter_unread
from entrepot.web.lists import render_pager
from entrepot.web.paper import render_empty
from entrepot.web.requests import PAGE_ROWS, CaseGiven, PageNumber
from entrepot.web.respond import Visit, add_page

router = APIRouter()


@dataclass(frozen=True, slots=True, kw_only=True)
class UnreadPage:
    """Inputs that were not read, or from which no claims could be extracted; a page of `total`."""

    rows: tuple[UnreadInput, ...]
    total: int
    page: int
    title: str = "Not read"

    def record(self) -> dict[str, Any]:
        """Each input with its reason."""
        return {"total": self.total, "page": self.page, "unread": [asdict(row) for row in self.rows]}


def read_unread(case: CaseGiven, page: PageNumber = 1) -> UnreadPage:
    """What could not be read, and why."""
    found = list(iter_unread(case))
    first = (page - 1) * PAGE_ROWS
    return UnreadPage(rows=tuple(found[first : first + PAGE_ROWS]), total=len(found), page=page)


def render_unread(page: UnreadPage, visit: Visit) -> Html:
    """Each input with the sentence that says why and what to do."""
    if not page.total:
        return render_empty("Everything that was added to this case could be read.")
    head = element("tr", element("th", "Input", scope="col"), element("th", "Why", scope="col"))
    rows = [
        element("tr", element("th", element("bdi", file_name(one.path)), scope="row"), element("td", one.reason))
        for one in page.rows
    ]
    table = element("table", element("thead", head), element("tbody", rows), class_="register")
    return element(
        "div",
        render_pager("/unread", {"page": page.page}, page.total, page.page, "input"),
        element("div", table, class_="scroll", tabindex=0, role="region", aria_label="Not read"),
    )


add_page(router, "/unread", read_unread, render_unread)
