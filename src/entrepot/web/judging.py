"""The form by which a reader accepts, rejects or edits a claim, and what was decided of it so far."""

import json

from entrepot.dossier.markup import Html, element
from entrepot.dossier.sections.claim_card import render_decision
from entrepot.model.claim import FRAME_ROLES, Claim
from entrepot.model.judgement import ClaimJudgement
from entrepot.web.respond import Visit

VERDICT_WORDS = {"accepted": "accepted", "rejected": "rejected", "edited": "edited", "withdrawn": "as extracted"}
_MODALITIES = ("asserted", "alleged", "planned", "possible", "denied")


def render_judgement(claim: Claim, judgement: ClaimJudgement | None, visit: Visit) -> Html:
    """What was decided, and the form to decide; keys a, r, e stand for its buttons."""
    seen = judgement.number if judgement else 0
    return element(
        "div",
        render_decision(judgement) if judgement and judgement.verdict != "withdrawn" else None,
        element(
            "form",
            element("input", type="hidden", name="proof", value=visit.proof),
            element("input", type="hidden", name="seen", value=seen),
            element("input", type="hidden", name="back", value=visit.path),
            _button("accepted", "Accept"),
            _button("rejected", "Reject"),
            _button("undo", "Undo") if judgement else None,
            element("label", "Why ", element("input", name="reason", maxlength=2000)),
            element("label", "as ", _name_box(visit.name), class_="as"),
            _edit(claim),
            action=f"/claims/{claim.id}/judgements",
            method="post",
            class_="judge",
        ),
        class_="judging",
        data_claim=claim.id,
    )


def render_log(judgements: tuple[ClaimJudgement, ...]) -> Html | None:
    """Every decision on a claim, the latest first."""
    if not judgements:
        return None
    rows = [
        element(
            "tr",
            element("td", one.number, class_="number"),
            element("td", VERDICT_WORDS[one.verdict]),
            element("td", element("bdi", one.by)),
            element("td", element("time", f"{one.judged_at:%Y-%m-%d %H:%M}", datetime=one.judged_at.isoformat())),
            element("td", element("bdi", one.reason)),
        )
        for one in reversed(judgements)
    ]
    head = element("tr", *(element("th", text, scope="col") for text in ("No.", "Decision", "Who", "When", "Why")))
    return element(
        "table", element("caption", "Decisions"), element("thead", head), element("tbody", rows), class_="register"
    )


def _name_box(name: str) -> Html:
    """The box for the name of whoever decides; the name given last stands in it."""
    return element(
        "input", name="by", value=name, required=True, maxlength=200, autocomplete="name", placeholder="your name"
    )


def _button(verdict: str, words: str) -> Html:
    return element("button", words, type="submit", name="verdict", value=verdict, class_=f"verdict verdict-{verdict}")


def _edit(claim: Claim) -> Html:
    """Polarity, modality and the words of each role; a role left empty is taken out."""
    roles = [_role(number, name, text, actor) for number, (name, text, actor) in enumerate(_slots(claim))]
    return element(
        "details",
        element("summary", "Edit"),
        element("label", "Polarity ", _choice("polarity", ("positive", "negative"), claim.polarity)),
        element("label", "Standing ", _choice("modality", _MODALITIES, claim.modality)),
        element("div", roles, class_="edit-roles"),
        _button("edited", "Keep as edited"),
        class_="edit",
    )


def _slots(claim: Claim) -> list[tuple[str, str, str]]:
    """The roles as they are, and an empty place for each that the frame has besides."""
    filled = [
        (
            role.role,
            role.text,
            json.dumps({"id": role.actor.id, "kind": role.actor.kind, "name": role.actor.name}) if role.actor else "",
        )
        for role in claim.roles
    ]
    names = {name for name, _, _ in filled}
    return [*filled, *((name, "", "") for name in FRAME_ROLES[claim.frame] if name not in names)]


def _role(number: int, name: str, text: str, actor: str) -> Html:
    return element(
        "label",
        f"{name} ",
        element("input", type="hidden", name="role", value=name),
        element("input", type="hidden", name="role_actor", value=actor),
        element("input", name="role_text", value=text, maxlength=500, data_number=number),
    )


def _choice(name: str, values: tuple[str, ...], chosen: str) -> Html:
    options = [element("option", value, value=value, selected=value == chosen) for value in values]
    return element("select", options, name=name)
