"""The case in figures, and what is to be done next."""

from dataclasses import dataclass
from typing import Any

from fastapi import APIRouter

from entrepot.dossier.markup import Html, element
from entrepot.dossier.sections.opening import CONCLUDES, DOES_NOT_CONCLUDE
from entrepot.pipeline.extractor import standard_extractor
from entrepot.pipeline.status import CaseStatus, read_status
from entrepot.web.requests import CaseGiven
from entrepot.web.respond import Visit, add_page

router = APIRouter()


@dataclass(frozen=True, slots=True, kw_only=True)
class OverviewPage:
    """The status of the case."""

    status: CaseStatus

    @property
    def title(self) -> str:
        """The name of the case."""
        return self.status.name

    def record(self) -> dict[str, Any]:
        """The status as `entrepot case status --json` prints it, without the place of the file."""
        return {name: value for name, value in self.status.as_record().items() if name != "path"}


def read_overview(case: CaseGiven) -> OverviewPage:
    """The case in figures."""
    return OverviewPage(status=read_status(case, standard_extractor().method))


def render_overview(page: OverviewPage, visit: Visit) -> Html:
    """The figures, each leading to what it counts, and the note on what they mean."""
    one = page.status
    figures = (
        (one.documents, "reports", "/reports"),
        (one.claims, "claims", "/claims"),
        (one.propositions, "propositions", "/propositions"),
        (sum(one.issue_codes.values()), "issues of claims", "/claims?issue=any"),
        (one.screened or 0, "parties screened", "/actors"),
        (one.findings, "findings of customs records", "/findings"),
        (len(one.lists), "lists", "/lists"),
        (len(one.unread), "inputs not read", "/unread"),
    )
    return element(
        "div",
        element("div", element("p", CONCLUDES), element("p", DOES_NOT_CONCLUDE), class_="notice", role="note"),
        element("ul", [_figure(*figure) for figure in figures], class_="figures"),
        _to_do(one),
    )


def _figure(number: int, words: str, target: str) -> Html:
    return element("li", element("a", element("b", f"{number:,}"), " ", element("span", words), href=target))


def _to_do(status: CaseStatus) -> Html | None:
    """What has not been done yet, in sentences; nothing where all is up to date."""
    told = []
    if not status.documents:
        told.append("The case holds no reports yet; add some under Work.")
    if status.pending:
        told.append(f"Claims are still to be extracted from {status.pending:,} reports; build the case under Work.")
    if status.unmerged:
        told.append(
            f"The claims of {status.unmerged:,} reports are not in the propositions yet; build the case under Work."
        )
    told += status.screening_outdated
    if not told:
        return None
    items = [element("li", sentence) for sentence in told]
    return element("section", element("h2", "To be done"), element("ul", items, class_="card-issues"))


add_page(router, "/", read_overview, render_overview)
