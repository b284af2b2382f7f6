"""The paper that every page is on: head, navigation, foot."""

from typing import TYPE_CHECKING

from entrepot.dossier.markup import Child, Html, element

if TYPE_CHECKING:
    from entrepot.web.respond import Visit

PLACES = (
    ("/", "Overview"),
    ("/reports", "Reports"),
    ("/claims", "Claims"),
    ("/propositions", "Propositions"),
    ("/origins", "Origins"),
    ("/conflicts", "Conflicts"),
    ("/timeline", "Timeline"),
    ("/actors", "Actors"),
    ("/channels", "Channels"),
    ("/findings", "Customs"),
    ("/lists", "Lists"),
    ("/audit", "Audit"),
    ("/jobs", "Work"),
    ("/unread", "Not read"),
)
STANDING = "Leads for human review, not findings of wrongdoing."


def lay_out(title: str, body: Html, visit: "Visit") -> str:
    """The whole page as a browser reads it."""
    head = element(
        "head",
        element("meta", charset="utf-8"),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("meta", name="color-scheme", content="light dark"),
        element("title", f"{title} · {visit.case_name or 'Entrepôt'}"),
        element("link", rel="stylesheet", href="/assets/dossier.css"),
        element("link", rel="stylesheet", href="/assets/workbench.css"),
        element("link", rel="icon", href="/assets/mark.svg", type="image/svg+xml"),
        element("link", rel="alternate", href="/feed.atom", type="application/atom+xml", title="Propositions")
        if visit.case_name
        else None,
        element("script", src="/assets/workbench.js", defer=True),
    )
    page = element(
        "body",
        element("a", "Skip to the contents", href="#main", class_="skip"),
        element(
            "header",
            element(
                "p",
                element("a", "Entrepôt", href="/"),
                " · workbench",
                (" · ", element("bdi", visit.case_name)) if visit.case_name else None,
                class_="brand",
            ),
            element("h1", element("bdi", title)),
        ),
        _navigation(visit.path) if visit.case_name else None,
        element("main", body, id="main", tabindex=-1),
        element("footer", element("p", STANDING), _ways_out(visit) if visit.case_name else None),
        data_proof=visit.proof,
    )
    return "<!DOCTYPE html>\n" + element("html", head, page, lang="en").text + "\n"


def render_problem(sentence: str) -> Html:
    """A problem in one sentence, with a way on."""
    return element(
        "section",
        element("p", sentence, class_="problem", role="alert"),
        element("p", element("a", "Back to the overview", href="/")),
    )


def render_empty(sentence: str, *ways: Child) -> Html:
    """What a page shows where there is nothing to show: why, and what to do."""
    return element("div", element("p", sentence), *ways, class_="empty")


def _ways_out(visit: "Visit") -> Html:
    """What is there beside the pages: the feed, what programs may call, the way to log out."""
    ways = [element("a", "New and changed propositions (Atom)", href="/feed.atom")]
    ways.append(element("a", "For programs", href="/docs"))
    if visit.can_leave:
        ways.append(element("a", "Log out", href="/login"))
    return element("p", *(((" · " if number else None), way) for number, way in enumerate(ways)))


def _navigation(path: str) -> Html:
    links = (
        element("li", element("a", name, href=address, aria_current="page" if _is_here(address, path) else None))
        for address, name in PLACES
    )
    return element("nav", element("ul", links), aria_label="Places of the case")


def _is_here(address: str, path: str) -> bool:
    return path == address or (address != "/" and path.startswith(f"{address}/"))
