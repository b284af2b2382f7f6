"""How retellings differ from the earliest telling."""

from entrepot.model.claim import Claim
from entrepot.model.document import Document
from tests.corroboration.builders import BELARUS, IRAN, RUSSIA, SZRU, claim, propose, report, source

EARLY, LATE = report("early", published="2025-08-22"), report("late", published="2025-08-25")


def told(document: Document, **slots: object) -> tuple[Document, Claim]:
    given: dict[str, object] = {"supplier": IRAN, "recipient": RUSSIA, "goods": "drones"} | slots
    return document, claim(document, "supply", sources=[source(SZRU, "intelligence")], **given)  # type: ignore[arg-type]


def changes(*claims: tuple[Document, Claim]) -> set[tuple[str, str, str]]:
    return {(one.what, one.before, one.after) for found in propose(*claims) for one in found.drifts}


def test_may_that_becomes_will_is_shown() -> None:
    found = changes(told(LATE, modality="planned"), told(EARLY, modality="possible"))
    assert found == {("how firmly it is said", "held possible", "said to be planned")}


def test_figures_that_change_on_the_way_are_shown() -> None:
    found = changes(told(EARLY, quote="It sent 40 drones."), told(LATE, quote="It sent 400 drones."))
    assert found == {("figure", "40 drones", "400 drones")}


def test_a_party_left_out_or_added_is_shown() -> None:
    assert changes(told(EARLY), told(LATE, supplier=())) == {("supplier left out", "Iran", "")}
    assert changes(told(EARLY, via=BELARUS), told(LATE)) == {("via left out", "Belarus", "")}


def test_without_a_date_of_publication_nothing_is_earlier() -> None:
    undated = report("undated", published="")
    assert changes(told(undated, modality="possible"), told(report("other", published=""))) == set()


def test_another_speaker_of_the_same_state_tells_his_own_story() -> None:
    kyiv = (LATE, claim(LATE, "supply", supplier=IRAN, recipient=RUSSIA, goods="drones", modality="alleged",
                        sources=[source("Ukraine’s sanctions commissioner", "official")]))  # fmt: skip
    assert changes(told(EARLY), kyiv) == set()


def test_a_shortage_that_becomes_an_interest_is_shown_across_frames() -> None:
    said = [source(SZRU, "intelligence")]
    first = claim(EARLY, "seek", seeker=IRAN, goods="farm machinery", sources=said)
    later = claim(LATE, "cooperate", agent=IRAN, counterpart=BELARUS, matter="agricultural machinery", sources=said)
    expected = {("told as another thing", "seek: farm machinery", "cooperate: agricultural machinery")}
    assert changes((EARLY, first), (LATE, later)) == expected


def test_what_one_report_tells_in_both_ways_was_said_in_both() -> None:
    said = [source(SZRU, "intelligence")]
    first = claim(EARLY, "seek", seeker=IRAN, goods="farm machinery", sources=said)
    also = claim(EARLY, "cooperate", number=1, agent=IRAN, matter="agricultural machinery", sources=said)
    later = claim(LATE, "cooperate", agent=IRAN, matter="agricultural machinery", sources=said)
    assert not any(
        what == "told as another thing" for what, _, _ in changes((EARLY, first), (EARLY, also), (LATE, later))
    )


def test_a_service_that_one_report_names_and_another_does_not_is_one_speaker() -> None:
    service = [source("Ukrainian intelligence", "intelligence")]
    named = (EARLY, claim(EARLY, "supply", supplier=IRAN, recipient=RUSSIA, goods="drones", modality="possible",
                          sources=[source(SZRU, "intelligence")]))  # fmt: skip
    nameless = (LATE, claim(LATE, "supply", supplier=IRAN, recipient=RUSSIA, goods="drones", sources=service))
    assert changes(named, nameless) == {("how firmly it is said", "held possible", "said to be so")}
