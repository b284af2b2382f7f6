"""The sanctions lists of the case, version after version."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from fastapi import APIRouter

from entrepot.dossier.markup import Html, element
from entrepot.dossier.match_records import version_record
from entrepot.dossier.parts import count
from entrepot.store.lists import KeptVersion, list_versions
from entrepot.web.paper import render_empty
from entrepot.web.requests import CaseGiven
from entrepot.web.respond import Visit, add_page

router = APIRouter()


@dataclass(frozen=True, slots=True, kw_only=True)
class ListsPage:
    """Every version of every list that the case has, those of one list together, the newest first."""

    versions: tuple[KeptVersion, ...]
    title: str = "Lists"

    def record(self) -> dict[str, Any]:
        """Each version with the day from which it counts."""
        return {
            "versions": [
                {
                    **version_record(one.version),
                    "effective_on": one.effective_on.isoformat(),
                    "added_on": one.added_on.isoformat(),
                    "issues": len(one.issues),
                }
                for one in self.versions
            ]
        }


def read_lists(case: CaseGiven) -> ListsPage:
    """The lists of the case with their versions."""
    found = sorted(list_versions(case), key=lambda one: one.place, reverse=True)
    return ListsPage(versions=tuple(sorted(found, key=lambda one: one.version.list)))


def render_lists(page: ListsPage, visit: Visit) -> Html:
    """A table a list: its versions and what was odd in them."""
    if not page.versions:
        add = element("p", element("a", "Add a list", href="/jobs"))
        return render_empty("The case has no sanctions lists yet, so no actor can be put to one.", add)
    groups = groupby(page.versions, key=lambda one: one.version.list)
    return element("div", [_list(name, list(versions)) for name, versions in groups])


def _list(name: str, versions: Sequence[KeptVersion]) -> Html:
    newest = versions[0].version
    head = element(
        "tr", *(element("th", text, scope="col") for text in ("Published", "Added", "Rows", "Odd", "SHA-256"))
    )
    table = element("table", element("thead", head), element("tbody", map(_row, versions)), class_="register")
    return element(
        "section",
        element("h2", element("bdi", name)),
        element(
            "p", element("bdi", newest.title or newest.list), f", {count(len(versions), 'version')}", class_="minor"
        ),
        element("div", table, class_="scroll", tabindex=0, role="region", aria_label=f"Versions of {name}"),
    )


def _row(one: KeptVersion) -> Html:
    version = one.version
    return element(
        "tr",
        element("td", version.published.isoformat() if version.published else "no date"),
        element("td", one.added_on.isoformat()),
        element("td", f"{version.rows:,}", class_="number"),
        element("td", _issues(one)),
        element("td", element("code", version.sha256[:16])),
    )


def _issues(one: KeptVersion) -> Html | str:
    """What was odd in the file, folded away."""
    if not one.issues:
        return "nothing"
    shown = [element("li", issue.message) for issue in one.issues[:50]]
    return element(
        "details", element("summary", count(len(one.issues), "issue")), element("ul", shown, class_="card-issues")
    )


add_page(router, "/lists", read_lists, render_lists)
