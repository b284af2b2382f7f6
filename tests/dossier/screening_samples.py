"""A small case whose actors were put to a list."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

from entrepot.model.case import CaseContents, CaseScreening, ScreenedActor
from entrepot.model.listing import ListVersion
from entrepot.model.match import Feature, Judgement, Match, Query, Screening
from tests.dossier.samples import full_case

UN_VERSION = ListVersion(
    list="un-sc", published=date(2025, 4, 19), sha256="929a40ec48a927547c", rows=877, title="UN Consolidated List"
)


def make_match(**changes: Any) -> Match:
    """A possible match with three grounds, one of them against it."""
    known: dict[str, Any] = {
        "id": "6908555",
        "list": "un-sc",
        "name": "SEA DOG SHIPPING CO",
        "matched_name": "SEA DOG SHIPPING",
        "score": 0.91,
        "decision": "possible_match",
        "features": (
            Feature(name="names", score=0.95, weight=1.0, detail="“Sea Dog” stands in both names."),
            Feature(name="kind", score=1.0, weight=-0.04, detail="One is a firm, the other of unknown kind."),
            Feature(name="birth", score=0.0, weight=0.2, detail="Nothing is known of a birth."),
        ),
        "programs": ("DPRK",),
        "first_listed": date(2018, 3, 30),
    }
    return Match(**(known | changes))


def make_judgement(verdict: Any = "negative") -> Judgement:
    """What an analyst judged of Tehran Avionics and that party."""
    at = datetime(2026, 1, 5, 9, 30, tzinfo=UTC)
    query = "Tehran Avionics"
    return Judgement(
        query=query, list="un-sc", party_id="6908555", verdict=verdict, by="A. Analyst", judged_at=at, reason="seat"
    )


def make_screened(name: str, *matches: Match, actor_id: str = "organisation:sea-dog", **changes: Any) -> ScreenedActor:
    """An actor that was put to the UN list with these matches."""
    query = Query(name=name, id=actor_id, kind="organisation")
    screening = Screening(
        query=query, list_versions=(UN_VERSION,), method=("entrepot", "1"), threshold=0.7, matches=matches
    )
    return ScreenedActor(screening=screening, **changes)


def screened_case(*actors: ScreenedActor, **changes: Any) -> CaseContents:
    """The full case with these actors screened."""
    known: dict[str, Any] = {
        "screened_at": datetime(2026, 3, 1, 12, tzinfo=UTC),
        "list_versions": (UN_VERSION,),
        "method": ("entrepot", "1"),
        "threshold": 0.7,
        "as_of": None,
        "actors": actors,
    }
    return replace(full_case(), screenings=CaseScreening(**(known | changes)))
