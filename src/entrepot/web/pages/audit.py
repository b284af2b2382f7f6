"""The audit log: who decided or asked for what, when and why; nothing is ever taken out of it."""

from dataclasses import asdict, dataclass
from typing import Annotated, Any, Literal
from urllib.parse import quote

from fastapi import APIRouter, Query

from entrepot.dossier.markup import Html, element, join
from entrepot.store.audit import AuditRow, list_acts
from entrepot.web.lists import Asked, address, render_pager, render_search
from entrepot.web.paper import render_empty
from entrepot.web.requests import PAGE_ROWS, CaseGiven, PageNumber, Words
from entrepot.web.respond import Visit, add_page

router = APIRouter()

KINDS = {"": "all", "claim": "claims", "match": "matches", "work": "work", "screening": "screenings"}
Kind = Annotated[Literal["", "claim", "match", "work", "screening"], Query(description="Acts of one kind.")]


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditPage:
    """A page of the log, the latest act first."""

    rows: tuple[AuditRow, ...]
    total: int
    page: int
    kind: str
    words: str
    title: str = "Audit log"

    def record(self) -> dict[str, Any]:
        """The acts as they are shown."""
        return {"total": self.total, "page": self.page, "acts": [asdict(row) for row in self.rows]}


def read_audit(case: CaseGiven, kind: Kind = "", words: Words = "", page: PageNumber = 1) -> AuditPage:
    """Who decided or asked for what, the latest first."""
    total, rows = list_acts(case, kind=kind, words=words, offset=(page - 1) * PAGE_ROWS, limit=PAGE_ROWS)
    return AuditPage(rows=tuple(rows), total=total, page=page, kind=kind, words=words)


def render_audit(page: AuditPage, visit: Visit) -> Html:
    """The log as a table."""
    asked: Asked = {"kind": page.kind, "q": page.words, "page": page.page}
    head = element("tr", *(element("th", text, scope="col") for text in ("When", "Who", "What", "On what", "Why")))
    table = element("table", element("thead", head), element("tbody", map(_row, page.rows)), class_="register")
    return element(
        "div",
        _kinds(page.kind, asked),
        render_search("/audit", asked, "Name, decision or reason"),
        render_pager("/audit", asked, page.total, page.page, "act"),
        element("div", table, class_="scroll", tabindex=0, role="region", aria_label="Audit log")
        if page.rows
        else render_empty("Nothing of this kind was decided or asked for yet."),
    )


def _kinds(chosen: str, asked: Asked) -> Html:
    links = [
        element(
            "a",
            words,
            href=address("/audit", asked, kind=kind, page=1),
            aria_current="true" if kind == chosen else None,
        )
        for kind, words in KINDS.items()
    ]
    return element("p", "Show: ", join((" · " if at else None, link) for at, link in enumerate(links)), class_="kinds")


def _row(row: AuditRow) -> Html:
    return element(
        "tr",
        element("td", element("time", row.at[:16].replace("T", " "), datetime=row.at)),
        element("td", element("bdi", row.by or "the program")),
        element("td", f"{row.act} ({row.kind} {row.number})"),
        element("td", _subject(row)),
        element("td", element("bdi", row.reason)),
    )


def _subject(row: AuditRow) -> Html:
    if row.kind == "claim":
        return element("a", f"claim {row.subject[:12]}", href=f"/claims/{quote(row.subject, safe='')}")
    return join(element("bdi", row.subject), " ", element("span", row.detail, class_="kind"))


add_page(router, "/audit", read_audit, render_audit)
