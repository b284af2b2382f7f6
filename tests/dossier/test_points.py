from typing import Any

from entrepot.dossier.phrases import plain_phrase
from entrepot.dossier.points import Point, gather_points
from entrepot.dossier.view import view_case
from entrepot.model.claim import Claim, Role
from entrepot.model.document import Document
from tests.dossier.samples import (
    BELARUS,
    IRAN,
    RUSSIA,
    alleged_supply,
    denied_supply,
    full_case,
    make_case,
    make_claim,
    make_document,
)


def points_of(*claims: Claim, documents: tuple[Document, ...]) -> tuple[Point, ...]:
    return gather_points(view_case(make_case(*claims, documents=documents)).claims)


def supply(document: Document, goods: tuple[str, ...], **changes: Any) -> Claim:
    roles = (
        Role(role="supplier", text="Iran", span=None, actor=IRAN, inferred=True),
        *(Role(role="goods", text=text, span=None, inferred=True) for text in goods),
        Role(role="recipient", text="Russia", span=None, actor=RUSSIA, inferred=True),
    )
    return make_claim(document, roles=roles, id=f"{document.id}-{goods}-{changes}", **changes)


def agreement(document: Document, matter: str, **changes: Any) -> Claim:
    roles = (
        Role(role="party", text="Iran", span=None, actor=IRAN, inferred=True),
        Role(role="party", text="Belarus", span=None, actor=BELARUS, inferred=True),
        Role(role="matter", text=matter, span=None, inferred=True),
    )
    return make_claim(document, frame="agree", roles=roles, id=f"{matter}-{changes}", **changes)


def test_what_two_reports_say_comes_before_what_one_says() -> None:
    points = gather_points(view_case(full_case()).claims)
    assert [point.reports for point in points] == [2, 1]
    assert plain_phrase(points[0].pieces) == "Iran supplied drones to Russia"
    assert points[0].named_sources == 2


def test_a_point_says_who_alleges_and_who_denies() -> None:
    voices = gather_points(view_case(full_case()).claims)[0].voices
    assert [(voice.standing, voice.name) for voice in voices] == [("alleged", "the ministry"), ("denied", "Iran")]
    assert [view.label for view in voices[0].claims] == ["1.1", "2.2"]


def test_a_point_both_alleged_and_denied_is_contested() -> None:
    document = make_document()
    both = points_of(alleged_supply(document), denied_supply(document), documents=(document,))
    assert both[0].contested
    assert not points_of(alleged_supply(document), documents=(document,))[0].contested
    assert not points_of(denied_supply(document), documents=(document,))[0].contested


def test_drones_and_missiles_are_two_points_and_the_denial_of_one_is_not_the_denial_of_the_other() -> None:
    document = make_document()
    both = supply(document, ("drones", "missiles"))
    denial = supply(document, ("missiles",), modality="denied")
    points = points_of(both, denial, documents=(document,))
    contested = {plain_phrase(point.pieces): point.contested for point in points}
    assert contested == {"Iran supplied drones to Russia": False, "Iran supplied missiles to Russia": True}


def test_the_denial_of_a_treaty_does_not_contest_a_partnership() -> None:
    document = make_document()
    partnership = agreement(document, "partnership")
    treaty = agreement(document, "defence treaty", polarity="negative")
    assert not points_of(partnership, treaty, documents=(document,))[0].contested
    other = agreement(document, "the treaty")
    assert points_of(other, treaty, documents=(document,))[0].contested


def test_claims_without_a_resolved_actor_make_no_point() -> None:
    document = make_document()
    nobody = make_claim(document, roles=(Role(role="goods", text="drones", span=None, inferred=True),))
    assert points_of(nobody, documents=(document,)) == ()
