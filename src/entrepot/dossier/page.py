"""A case as one HTML file that needs nothing else: no script, no request, a content policy that would forbid both."""

import base64
import hashlib
from collections.abc import Sequence
from functools import cache
from importlib.resources import files

from entrepot.dossier.markup import Html, element, embed_style
from entrepot.dossier.sections.actors import render_actors
from entrepot.dossier.sections.channels import render_channels
from entrepot.dossier.sections.findings import render_findings
from entrepot.dossier.sections.issues import render_issues
from entrepot.dossier.sections.matches import render_matches
from entrepot.dossier.sections.opening import render_opening, render_register
from entrepot.dossier.sections.propositions import render_propositions
from entrepot.dossier.sections.reading import render_reading
from entrepot.dossier.sections.shared_text import render_shared_text
from entrepot.dossier.sections.timeline import render_timeline
from entrepot.dossier.sections.unread import render_unread
from entrepot.dossier.view import view_case
from entrepot.model.case import CaseContents

SECTIONS = (
    ("propositions", "Propositions"),
    ("timeline", "Timeline"),
    ("actors", "Actors"),
    ("matches", "Listed parties"),
    ("findings", "Customs records"),
    ("channels", "Channels"),
    ("shared-text", "Shared text"),
    ("issues", "Issues"),
    ("unread", "Not read"),
    ("reports", "Reports"),
    ("reading", "Reading view"),
)


def render_html(case: CaseContents) -> str:
    """The dossier as one self-contained HTML page; the same contents give the same bytes.

    Raises:
        ValueError: a claim names a document that the case does not hold.
    """
    view = view_case(case)
    header = element(
        "header", element("p", "Entrepôt · dossier", class_="brand"), element("h1", element("bdi", case.name))
    )
    main = element(
        "main",
        render_opening(view),
        render_propositions(view),
        render_timeline(view),
        render_actors(view),
        render_matches(view),
        render_findings(view),
        render_channels(view),
        render_shared_text(view),
        render_issues(view),
        render_unread(view),
        render_register(view),
        render_reading(view),
        id="main",
    )
    return render_document(f"{case.name} · dossier", header, SECTIONS, main)


def render_document(
    title: str, header: Html, sections: Sequence[tuple[str, str]], main: Html, generator: str | None = None
) -> str:
    """A whole page in the house's style under its content policy; `sections` are the anchors and names to go to.

    `generator` names the kind of page in its head.
    """
    body = element(
        "body",
        element("a", "Skip to the contents", href="#main", class_="skip"),
        header,
        _navigation(sections),
        main,
        element("footer", element("p", "Leads for human review, not findings of wrongdoing.")),
    )
    return "<!DOCTYPE html>\n" + element("html", _head(title, generator), body, lang="en").text + "\n"


@cache
def read_style() -> str:
    """The style sheet that ships with the package."""
    return files("entrepot.dossier").joinpath("style.css").read_text(encoding="utf-8")


def content_policy() -> str:
    """A policy under which the page can load and run nothing, and only its own style sheet applies.

    Pictures stand in the page itself; a browser runs nothing in a picture and lets it load nothing.
    """
    digest = base64.b64encode(hashlib.sha256(read_style().encode()).digest()).decode()
    return f"default-src 'none'; img-src data:; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"


def _head(title: str, generator: str | None) -> Html:
    return element(
        "head",
        element("meta", charset="utf-8"),
        element("meta", http_equiv="Content-Security-Policy", content=content_policy()),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("meta", name="referrer", content="no-referrer"),
        element("meta", name="color-scheme", content="light dark"),
        element("meta", name="generator", content=generator) if generator else None,
        element("title", title),
        embed_style(read_style()),
    )


def _navigation(sections: Sequence[tuple[str, str]]) -> Html:
    links = (element("li", element("a", title, href=f"#{anchor}")) for anchor, title in sections)
    return element("nav", element("ul", links), aria_label="Sections")
