"""Who stands behind an actor."""

import pytest

from entrepot.model.actor import Actor
from entrepot.reference.backing import owner_behind, owner_evidence, state_behind


def actor(identifier: str) -> Actor:
    return Actor(id=identifier, kind=identifier.partition(":")[0], name="")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("identifier", "state"),
    [
        ("country:IR", "IR"),
        ("organisation:szru", "UA"),
        ("organisation:ua-general-staff", "UA"),
        ("organisation:gb-fcdo", "GB"),
        ("person:vladimir-putin", "RU"),
        ("organisation:belta", None),
        ("organisation:reuters", None),
        ("organisation:eu", None),
        ("place:olya", None),
        ("vessel:port-olya-3", None),
        ("person:nobody-in-particular", None),
    ],
)
def test_a_state_stands_behind_its_organs_and_office_holders_alone(identifier: str, state: str | None) -> None:
    assert state_behind(actor(identifier)) == state


def test_an_outlet_of_a_state_is_owned_by_it_and_others_by_their_owner() -> None:
    assert owner_behind(actor("organisation:belta")) == "state:BY"
    assert owner_behind(actor("organisation:reuters")) == "owner:thomson reuters"
    assert owner_behind(actor("organisation:szru")) == ""
    assert owner_behind(actor("organisation:unknown-paper")) == ""
    assert owner_evidence(actor("organisation:belta")).startswith("sources/belta: BelTA, state")
