"""What changed between the first telling of an origin's words and the tellings after it."""

from entrepot.dossier.markup import Html, element
from entrepot.dossier.parts import claim_link, published_words
from entrepot.dossier.view import CaseView, ClaimView, PropositionView
from entrepot.model.proposition import Drift


def render_drifts(view: PropositionView, case: CaseView) -> Html | None:
    """A row for each change, the first telling beside the later one."""
    rows = [_row(drift, case) for drift in view.proposition.drifts]
    rows = [row for row in rows if row is not None]
    if not rows:
        return None
    caption = element("caption", "Changed in retelling")
    head = element("tr", *(element("th", text, scope="col") for text in ("What", "First told", "Retold")))
    table = element("table", caption, element("thead", head), element("tbody", rows), class_="held-apart retold")
    return element("div", table, class_="scroll")


def _row(drift: Drift, case: CaseView) -> Html | None:
    earlier, later = (case.claims_by_id.get(each) for each in (drift.earlier_id, drift.claim_id))
    if earlier is None or later is None:
        return None
    return element(
        "tr",
        element("th", drift.what.strip(" :").capitalize(), scope="row"),
        element("td", _telling(drift.before, earlier), data_label="First told"),
        element("td", _telling(drift.after, later), data_label="Retold"),
    )


def _telling(words: str, view: ClaimView) -> tuple[Html, Html]:
    """The words, and under them who printed them and when."""
    said = element("bdi", words) if words else element("span", "not said", class_="absent")
    outlet = view.document.publisher or "publisher unknown"
    where = element(
        "div",
        element("bdi", outlet),
        f", {published_words(view.document.published)} ",
        claim_link(view),
        class_="minor",
    )
    return said, where
