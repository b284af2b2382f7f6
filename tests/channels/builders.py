"""Channels, evidence and reports made for tests: only what a test is about is said, the rest is usual."""

from typing import Any

from entrepot.channels.drafts import Said
from entrepot.channels.evidence import Beside, CustomsBeside
from entrepot.channels.hypotheses import Proposed, propose_channels
from entrepot.channels.locating import index_reports
from entrepot.channels.routes import find_corridors
from entrepot.model.actor import Actor
from entrepot.model.channel import Channel, ChannelGround
from entrepot.model.claim import Claim
from entrepot.model.document import Document
from entrepot.model.finding import Alternative, Finding, FindingInput, FindingMethod
from entrepot.model.goods import GoodsScope
from entrepot.model.proposition import Proposition
from entrepot.reference.goods_scopes import read_goods_scope
from tests.corroboration.builders import propose

KAZAKHSTAN = Actor(id="country:KZ", kind="country", name="Kazakhstan")
GEORGIA = Actor(id="country:GE", kind="country", name="Georgia")
TURKEY = Actor(id="country:TR", kind="country", name="Turkey")
JAPAN = Actor(id="country:JP", kind="country", name="Japan")
LARSI = Actor(id="place:upper-lars", kind="place", name="Upper Lars")
ASIA = Actor(id="place:asia", kind="place", name="Asia")
UNION = Actor(id="organisation:eu", kind="organisation", name="European Union")
TARGETS = frozenset({"BY", "IR", "KP", "RU"})


def said_of(*told: tuple[Document, Claim]) -> tuple[tuple[Proposition, ...], Said]:
    """The propositions of some claims, each given with its report, and what channels are read from."""
    claims = {claim.id: claim for _, claim in told}
    reports = index_reports({document.id: document.text for document, _ in told}, claims.values())
    return propose(*told), Said(claims=claims, reports=reports, targets=TARGETS)


def channels_of(*told: tuple[Document, Claim]) -> Proposed:
    """The channels that some claims make."""
    propositions, said = said_of(*told)
    return propose_channels(propositions, said)


def make_channel(**changes: Any) -> Channel:
    """Goods without a code through Belarus to Iran."""
    known: dict[str, Any] = {
        "id": "ch-test", "name": "through Belarus to Iran", "origins": (), "via": "BY", "destination": "IR",
        "goods": GoodsScope(text="goods subject to sanctions"), "period": None,
        "grounds": (ChannelGround(kind="file", reference="test.csv, row 2", text=""),),
    }  # fmt: skip
    made = Channel(**(known | changes))
    if "corridors" in changes:
        return made
    return Channel(**(known | changes), corridors=find_corridors(made.via, made.destination))


def make_cars(**changes: Any) -> Channel:
    """Cars through Armenia to Russia, whose code is known."""
    return make_channel(via="AM", destination="RU", goods=read_goods_scope("8703"), **changes)


def make_beside(*told: tuple[Document, Claim], **changes: Any) -> Beside:
    """What some claims say, and nothing else unless it is given."""
    propositions, said = said_of(*told)
    return Beside(**({"day": "2025-08-22", "propositions": propositions, "claims": said.claims} | changes))


def make_finding(kind: str, verdict: str, **changes: Any) -> Finding:
    """A finding on cars through Armenia."""
    known: dict[str, Any] = {
        "id": f"{kind}-{verdict}", "kind": kind, "subject": {"via": ["AM"], "destination": "RU", "goods": "8703"},
        "statement": f"The {kind} was looked at.", "estimate": None, "verdict": verdict,
        "method": FindingMethod(name="test", version="1", parameters={}),
        "inputs": (FindingInput(file="records.csv", sha256="ab", rows=3),),
        "alternatives": (Alternative(explanation="Currency: none.", status="rejected"),),
    }  # fmt: skip
    return Finding(**(known | changes))


def make_customs(**changes: Any) -> CustomsBeside:
    """Records that were asked about the channel's own goods."""
    return CustomsBeside(**({"has_records": True} | changes))
