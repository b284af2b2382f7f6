"""One claim: its sentence where it stands, who says it through whom, what was decided of it, and by whom."""

from dataclasses import dataclass
from typing import Any

from fastapi import APIRouter

from entrepot.dossier.marking import mark_text
from entrepot.dossier.markup import Html, element, join
from entrepot.dossier.names import file_name, role_name
from entrepot.dossier.parts import phrase, proposition_link, published_words, report_text
from entrepot.dossier.phrases import phrase_claim, plain_phrase
from entrepot.dossier.records import claim_record, decision_record
from entrepot.dossier.sections.claim_card import render_claim_card
from entrepot.dossier.view import ClaimView, PropositionView, ReportView
from entrepot.model.claim import Claim
from entrepot.model.judgement import ClaimJudgement
from entrepot.store.browsing import find_proposition_ids
from entrepot.store.browsing_claims import find_extracted, find_places, list_of_sentence
from entrepot.store.browsing_propositions import find_propositions
from entrepot.store.claim_judgements import list_claim_judgements
from entrepot.store.propositions import read_claims
from entrepot.store.reading import read_document
from entrepot.web.case_views import view_claim, view_claims, view_propositions
from entrepot.web.judging import VERDICT_WORDS, render_judgement, render_log
from entrepot.web.requests import CaseGiven
from entrepot.web.respond import MissingError, Visit, add_page
from entrepot.web.ways import quote_id

router = APIRouter()


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimPage:
    """A claim as it is to be read, as it was extracted, and everything that was decided of it, the oldest first."""

    claim: ClaimView
    extracted: Claim
    proposition: PropositionView | None
    same_sentence: tuple[ClaimView, ...]
    judgements: tuple[ClaimJudgement, ...]

    @property
    def title(self) -> str:
        """The claim's number."""
        return f"Claim {self.claim.label}"

    @property
    def judgement(self) -> ClaimJudgement | None:
        """The decision that counts."""
        return self.judgements[-1] if self.judgements else None

    def record(self) -> dict[str, Any]:
        """The claim with the contract's fields; `extracted` stands beside one that was edited."""
        document = self.claim.document
        return {
            **claim_record(self.claim.claim, document),
            "label": self.claim.label,
            "proposition": self.proposition.proposition.id if self.proposition else None,
            "same_sentence": [view.claim.id for view in self.same_sentence],
            "judgement": decision_record(self.judgement),
            "judgements": [decision_record(one) for one in self.judgements],
            "extracted": claim_record(self.extracted, document) if self.extracted != self.claim.claim else None,
        }


def read_claim(case: CaseGiven, claim_id: str) -> ClaimPage:
    """One claim with its sentence, its proposition and the decisions on it."""
    found, extracted = read_claims(case, [claim_id]), find_extracted(case, claim_id)
    document = read_document(case, found[0].document_id) if found else None
    if extracted is None or document is None:
        raise MissingError(f"The case holds no claim {claim_id!r}; its report may have been read anew since.")
    proposition_id = find_proposition_ids(case, [claim_id]).get(claim_id)
    propositions = view_propositions(case, find_propositions(case, [proposition_id] if proposition_id else []))
    return ClaimPage(
        claim=view_claim(found[0], document, find_places(case, [claim_id]).get(claim_id)),
        extracted=extracted,
        proposition=next(iter(propositions.propositions), None),
        same_sentence=tuple(view_claims(case, list_of_sentence(case, extracted)).values()),
        judgements=tuple(list_claim_judgements(case, claim_id)),
    )


def render_claim(page: ClaimPage, visit: Visit) -> Html:
    """The sentence on the left, the claim and the decision on the right."""
    view = page.claim
    verdict = VERDICT_WORDS[page.judgement.verdict] if page.judgement else "open"
    card = element(
        "div",
        render_claim_card(view),
        render_judgement(view.claim, page.judgement, visit),
        class_=f"workcard workcard-{verdict.replace(' ', '-')}",
        tabindex=-1,
        data_card=view.anchor,
    )
    return element(
        "div",
        _breadcrumb(view),
        element(
            "div",
            element("div", _context(view), element("p", _source_line(view), class_="minor"), class_="context"),
            card,
            class_="two-sides",
        ),
        _edited(page),
        _proposition(page.proposition),
        _same_sentence(page.same_sentence),
        render_log(page.judgements),
        class_="reading one-claim",
    )


def _breadcrumb(view: ClaimView) -> Html:
    """Where the claim stands: the reports, its report."""
    document = view.document
    heading = element("bdi", document.title or file_name(document.path))
    ways = (("Reports", "/reports"), (heading, f"/reports/{quote_id(document.id)}#{view.anchor}"))
    items = [element("li", element("a", words, href=target)) for words, target in ways]
    items.append(element("li", view.label, aria_current="page"))
    return element("nav", element("ol", items, class_="crumbs"), aria_label="Where the claim stands")


def _source_line(view: ClaimView) -> Html:
    document = view.document
    return join(element("bdi", document.publisher or "publisher unknown"), ", ", published_words(document.published))


def _context(view: ClaimView) -> Html:
    """The blocks that the sentence is in, with the sentence and its cues marked."""
    document, quote = view.document, view.claim.quote
    report = ReportView(
        number=view.report, anchor="", document=document, claims=(view,), longest=quote.end - quote.start
    )
    blocks = [block for block in document.blocks if block.start < quote.end and quote.start < block.end]
    marked = [report_text(document, mark_text(report, block.start, block.end), "p") for block in blocks]
    return element("blockquote", marked or report_text(document, quote.text, "p"), class_="context-text")


def _edited(page: ClaimPage) -> Html | None:
    """What was extracted beside what it was edited to, where the two differ."""
    before, after = page.extracted, page.claim.claim
    if before == after:
        return None
    rows = [(name, old, new) for name, old, new in _compare(before, after) if old != new]
    head = element("tr", *(element("th", text, scope="col") for text in ("What", "As extracted", "As edited")))
    body = [
        element(
            "tr",
            element("th", name, scope="row"),
            element("td", element("bdi", old or "–")),
            element("td", element("bdi", new or "–")),
        )
        for name, old, new in rows
    ]
    table = element(
        "table", element("caption", "Edited"), element("thead", head), element("tbody", body), class_="edited"
    )
    return element("div", table, class_="scroll")


def _compare(before: Claim, after: Claim) -> list[tuple[str, str, str]]:
    rows = [
        ("sentence", plain_phrase(phrase_claim(before)), plain_phrase(phrase_claim(after))),
        ("polarity", before.polarity, after.polarity),
        ("standing", before.modality, after.modality),
    ]
    names = dict.fromkeys(role.role for role in (*before.roles, *after.roles))
    return rows + [(name, _filled(before, name), _filled(after, name)) for name in names]


def _filled(claim: Claim, name: str) -> str:
    return "; ".join(role_name(role) for role in claim.roles if role.role == name)


def _proposition(view: PropositionView | None) -> Html:
    if view is None:
        told = "The claim is in no proposition: it was rejected, or the case is still to be built."
        return element("section", element("h2", "Proposition"), element("p", told, class_="minor"))
    others = len(view.claims) - 1
    rest = "It rests on this claim alone." if not others else f"{others:,} more claims say the same or deny it."
    if others == 1:
        rest = "One more claim says the same or denies it."
    return element(
        "section",
        element("h2", "Proposition"),
        element("p", phrase(view.pieces, ways=view.ways), " ", proposition_link(view), class_="phrase"),
        element("p", rest, class_="minor"),
    )


def _same_sentence(views: tuple[ClaimView, ...]) -> Html | None:
    if not views:
        return None
    items = [
        element(
            "li",
            element("a", view.label, href=view.address, class_="label", aria_label=f"claim {view.label}"),
            " ",
            phrase(phrase_claim(view.claim), ways=view.ways),
        )
        for view in views
    ]
    return element("section", element("h2", "Also in this sentence"), element("ul", items, class_="lines"))


add_page(router, "/claims/{claim_id}", read_claim, render_claim)
