"""Findings of customs records that are kept in the case."""

from dataclasses import dataclass
from typing import Any

from fastapi import APIRouter

from entrepot.dossier.finding_records import finding_record
from entrepot.dossier.markup import Html, element
from entrepot.dossier.sections.findings import STANDING, render_finding
from entrepot.model.finding import KeptFinding
from entrepot.store.findings import list_findings
from entrepot.store.trade_files import list_trade_files
from entrepot.web.lists import render_pager
from entrepot.web.paper import render_empty
from entrepot.web.requests import CaseGiven, PageNumber
from entrepot.web.respond import Visit, add_page

router = APIRouter()

ROWS = 20
"""Findings on a page: each has a picture."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingsPage:
    """A page of the findings in the order in which they were kept; `files` counts the imported ones."""

    rows: tuple[KeptFinding, ...]
    total: int
    page: int
    files: int
    title: str = "Customs records"

    def record(self) -> dict[str, Any]:
        """Each finding with the contract's fields."""
        return {"total": self.total, "page": self.page, "findings": [finding_record(one) for one in self.rows]}


def read_findings(case: CaseGiven, page: PageNumber = 1) -> FindingsPage:
    """The findings of customs records that are kept."""
    found = list_findings(case)
    rows = tuple(found[(page - 1) * ROWS : page * ROWS])
    return FindingsPage(rows=rows, total=len(found), page=page, files=len(list_trade_files(case)))


def render_findings(page: FindingsPage, visit: Visit) -> Html:
    """Each finding with its picture, its other explanations and what it rests on."""
    if not page.total:
        why = (
            "No finding is kept yet; ask the records with `entrepot trade` and --keep."
            if page.files
            else "The case has no customs records yet; import some under Work."
        )
        return render_empty(why)
    first = (page.page - 1) * ROWS
    cards = [
        render_finding(one.finding, f"f{number}", pictures=one.pictures, asked_on=one.kept_at.date().isoformat())
        for number, one in enumerate(page.rows, first + 1)
    ]
    return element(
        "div",
        element("p", STANDING, class_="note"),
        render_pager("/findings", {"page": page.page}, page.total, page.page, "finding", rows=ROWS),
        element("div", cards, class_="findings"),
    )


add_page(router, "/findings", read_findings, render_findings)
