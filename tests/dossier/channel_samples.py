"""Channels with evidence, levers and findings, written for the tests."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from entrepot.model.case import CaseContents, KeptChannel
from entrepot.model.channel import (
    Channel,
    ChannelAssessment,
    ChannelGround,
    EvidenceLine,
    EvidenceReference,
    MissingRecord,
    RedFlag,
)
from entrepot.model.closure import ClosureEstimate, LeverUse
from entrepot.model.finding import Alternative, Estimate, FindingInput, FindingMethod, KeptFinding
from entrepot.model.goods import GoodsScope
from entrepot.model.interval import Interval
from entrepot.model.issue import Issue
from tests.dossier.finding_samples import make_finding
from tests.dossier.samples import merged_case
from tests.dossier.screening_samples import make_match, make_screened, screened_case

ASSESSED = datetime(2026, 5, 1, 8, 30, tzinfo=UTC)
KEPT = datetime(2026, 5, 1, 9, 0, tzinfo=UTC)
RULES = {"reports-interested": "Nobody without an interest says it.", "leads-only": "Always."}
PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><rect width="5" height="5"/></svg>'


def refer(kind: str, id_: str, label: str = "") -> EvidenceReference:
    """A reference with a label of its own."""
    return EvidenceReference(kind=kind, id=id_, label=label or f"{kind} {id_}")


def make_channel(**changes: Any) -> Channel:
    """Russian goods through Belarus to Iran, on the word of a proposition."""
    known: dict[str, Any] = {
        "id": "ch-by-ir-1f2e",
        "name": "Goods subject to sanctions through Belarus to Iran",
        "origins": ("RU",),
        "via": "BY",
        "destination": "IR",
        "goods": GoodsScope(text="goods subject to sanctions"),
        "period": Interval(start="2025-08-01", end=None, granularity="range"),
        "grounds": (ChannelGround(kind="proposition", reference="p-1", text="Belarus could become a channel."),),
        "hubs": ("by-minsk", "ir-anzali"),
        "corridors": ("by-ir-1", "by-ir-air"),
    }
    return Channel(**(known | changes))


def make_line(kind: Any = "reports", **changes: Any) -> EvidenceLine:
    """A line that cannot tell."""
    known: dict[str, Any] = {
        "kind": kind,
        "question": "Who says so, and how independently?",
        "statement": "One interested origin says so.",
        "verdict": "cannot_tell",
        "rule": "reports-interested",
    }
    return EvidenceLine(**(known | changes))


def make_flag(id_: str, status: Any, statement: str, **changes: Any) -> RedFlag:
    """An indicator of the FATF."""
    return RedFlag(id=id_, statement=statement, issuer="FATF", status=status, reason="For a reason.", **changes)


def make_assessment(channel: Channel | None = None, **changes: Any) -> ChannelAssessment:
    """An assessment with everything that one can have."""
    known: dict[str, Any] = {
        "channel": channel or make_channel(),
        "question": "Do goods subject to sanctions reach Iran through Belarus?",
        "as_of": "2025-08-20",
        "lines": (
            make_line(references=(refer("proposition", "p-1"), refer("claim", "c-1"))),
            make_line("listed_parties", references=(refer("match", "organisation:sea-dog|un-sc|6908555"),)),
            make_line(
                "law",
                verdict="does_not_support",
                rule="law-no-gap",
                references=(refer("measure", "M001"), refer("measure", "M126"), refer("finding", "f-own")),
            ),
            make_line(
                "customs",
                rule="customs-unpublished",
                references=(refer("confounder", "AM-EU-CEPA-2021"), refer("finding", "f1")),
                alternatives=(Alternative(explanation="Trade grew under an agreement.", status="not_rejected"),),
                issues=(Issue(code="unpublished", message="Belarus publishes no records."),),
            ),
            make_line(
                "routes", rule="routes-inferred", references=(refer("corridor", "by-ir-1"), refer("hub", "ru-olya"))
            ),
        ),
        "findings": (make_finding("f-own", kind="gap", statement="Belarus is hardly less restricted than Russia."),),
        "red_flags": (
            make_flag("RF001", "not_testable", "A firm was founded after the measures."),
            make_flag("RF002", "seen", "Trade in listed goods grew.", references=(refer("finding", "f-own"),)),
            make_flag("RF003", "not_seen", "Ports under measures."),
            make_flag("RF004", "not_tested", "Odd payments."),
        ),
        "alternatives": (Alternative(explanation="An agreement of 15 May 2025.", status="not_testable"),),
        "missing": (
            MissingRecord(what="What Belarus exported to Iran.", where="Iran’s customs publish imports by origin."),
        ),
        "words": ("Only interested origins say it.", "This is a lead for human review."),
        "rules": ("reports-interested", "leads-only"),
        "method": ("channels", "1"),
        "assessed_at": ASSESSED,
        "caveats": ("No single flag shows evasion.",),
    }
    return ChannelAssessment(**(known | changes))


def make_closure(**changes: Any) -> ClosureEstimate:
    """What a ban of machine tools to Belarus would close; one bound is open, one figure unknown."""
    known: dict[str, Any] = {
        "id": "cl-1",
        "channel_id": "ch-by-ir-1f2e",
        "levers": (
            LeverUse(lever="L01", issuers=("DE", "PL"), territory="BY", goods=GoodsScope(text="8457", codes=("8457",))),
        ),
        "statement": "A ban would close between 1 and 3 million EUR a year.",
        "exposed": Estimate(value=5e6, low=5e6, high=5e6, unit="EUR"),
        "diverted": Estimate(value=2e6, low=1.2e6, high=3.4e6, unit="EUR"),
        "lawful": Estimate(value=3e6, low=1.6e6, high=None, unit="EUR"),
        "controlled_share": Estimate(value=41.0, low=35.0, high=48.0, unit="%"),
        "substitution": None,
        "closed": Estimate(value=1.5e6, low=1e6, high=3e6, unit="EUR"),
        "method": FindingMethod(name="closure", version="1", parameters={}),
        "inputs": (FindingInput(file="flows.csv", sha256="cd" * 32, rows=12),),
    }
    return ClosureEstimate(**(known | changes))


def keep(assessment: ChannelAssessment | None = None, **changes: Any) -> KeptChannel:
    """The assessment as a case keeps it."""
    known: dict[str, Any] = {
        "assessment": assessment or make_assessment(),
        "closures": (make_closure(),),
        "pictures": (PICTURE,),
        "kept_at": KEPT,
    }
    return KeptChannel(**(known | changes))


def channel_case(*kept: KeptChannel, **changes: Any) -> CaseContents:
    """The merged case with a screening, a kept finding and channels whose evidence refers to them."""
    case = replace(merged_case(), screenings=screened_case(make_screened("Sea Dog", make_match())).screenings)
    findings = (KeptFinding(finding=make_finding("f1"), kept_at=KEPT),)
    return replace(case, findings=findings, channels=kept or (_fitted(case),), **changes)


def _fitted(case: CaseContents) -> KeptChannel:
    """The standard channel with references to what the case holds."""
    proposition, claim = case.propositions[0].id, case.claims[0].id
    ground = ChannelGround(kind="proposition", reference=proposition, text="Belarus could become a channel.")
    assessment = make_assessment(make_channel(grounds=(ground,)))
    told = (refer("proposition", proposition, "Iran supplied drones to Russia"), refer("claim", claim, "1.1"))
    lines = (replace(assessment.lines[0], references=told), *assessment.lines[1:])
    return keep(replace(assessment, lines=lines))
