"""One claim set out beside its sentence: what, who says it through whom, how firmly, when, where, and what is wrong."""

from entrepot.dossier.days import phrase_day
from entrepot.dossier.issue_words import phrase_issue
from entrepot.dossier.markup import Html, element, join
from entrepot.dossier.parts import chain, chip, dated, phrase, proposition_link, standing_chips
from entrepot.dossier.phrases import phrase_claim
from entrepot.dossier.view import ClaimView, PropositionView
from entrepot.model.claim import Claim, Role
from entrepot.model.judgement import ClaimJudgement


def render_claim_card(view: ClaimView, proposition: PropositionView | None = None) -> Html:
    """The claim under its number, with the way to its proposition where that is set out; its slots folded below."""
    claim = view.claim
    return element(
        "article",
        element(
            "p",
            element("a", view.label, href=view.address, class_="label", aria_label=f"claim {view.label}"),
            " ",
            element("span", claim.frame, class_="frame"),
            " ",
            standing_chips(claim),
            " ",
            proposition_link(proposition) if proposition and proposition.listed else None,
            class_="card-head",
        ),
        element("p", phrase(phrase_claim(claim), ways=view.ways), class_="phrase"),
        element("div", chain(claim), _facts(claim), class_="card-foot"),
        render_decision(view.judgement) if view.judgement else None,
        _issues(claim),
        _slots(claim),
        id=view.anchor,
        class_="claim",
        aria_label=f"Claim {view.label}",
    )


def render_decision(judgement: ClaimJudgement) -> Html:
    """What a person decided of the claim, and why."""
    why = join(": ", element("bdi", judgement.reason)) if judgement.reason else None
    return element(
        "p",
        chip(judgement.verdict, judgement.verdict),
        " by ",
        element("bdi", judgement.by),
        f" on {phrase_day(judgement.judged_at.date().isoformat())}",
        why,
        class_="decided",
    )


def _facts(claim: Claim) -> Html | None:
    facts: list[tuple[str, Html]] = []
    if claim.when:
        when = claim.when
        words = join(" (", element("q", element("bdi", when.text)), _anchor(when.anchor), ")") if when.text else None
        facts.append(("When", join(dated(when.interval), words)))
    if claim.where:
        place = claim.where.place.name if claim.where.place else claim.where.span.text
        facts.append(("Where", element("bdi", place)))
    if claim.stance:
        facts.append(("Coloured", join((element("q", element("bdi", word)), " ") for word in claim.stance)))
    if not facts:
        return None
    pairs = (element("div", element("dt", term), element("dd", fact)) for term, fact in facts)
    return element("dl", pairs, class_="facts")


def _anchor(anchor: str) -> str:
    words = {"published": "counted from publication", "text": "counted from a date in the text"}
    return f", {words.get(anchor, anchor)}" if anchor else ""


def _issues(claim: Claim) -> Html | None:
    if not claim.issues:
        return None
    return element("ul", (element("li", phrase_issue(issue)) for issue in claim.issues), class_="card-issues")


def _slots(claim: Claim) -> Html:
    rows = [_slot_row(role) for role in claim.roles]
    rows += [_row(kind, join(value), "attribute", "") for kind, value in claim.attributes]
    rows += [_row(f"cue: {cue.kind}", element("q", element("bdi", cue.span.text)), "", "") for cue in claim.cues]
    head = element("tr", *(element("th", text, scope="col") for text in ("Slot", "In the report", "Read as", "Note")))
    method = " ".join(part for part in claim.method if part)
    return element(
        "details",
        element("summary", "Slots and cues"),
        element("table", element("thead", head), element("tbody", rows), class_="slots"),
        element("p", f"Claim {claim.id}", f", read by {method}" if method else None, class_="minor"),
    )


def _slot_row(role: Role) -> Html:
    read_as = f"{role.actor.name} ({role.actor.kind})" if role.actor else ""
    notes = [f"inferred: {role.reason or 'no reason given'}"] if role.inferred else []
    if role.hs:
        notes.append("HS " + ", ".join(role.hs))
    words = role.span.text if role.span else role.text
    return _row(role.role, element("bdi", words), read_as, "; ".join(notes))


def _row(name: str, words: Html, read_as: str, note: str) -> Html:
    return element(
        "tr", element("th", name, scope="row"), element("td", words), element("td", read_as), element("td", note)
    )
