"""Hubs and corridors as records."""

from entrepot.reference.hubs import find_corridor, find_hub, list_corridors, list_hubs


def test_a_hub_has_its_position_and_what_is_restricted_there() -> None:
    anzali = find_hub("ir-anzali")
    assert anzali is not None
    assert (anzali.iso2, round(anzali.lat), round(anzali.lon)) == ("IR", 37, 49)
    assert anzali.measure == "eu_transaction_ban" and anzali.measure_basis


def test_every_corridor_runs_through_hubs_of_the_table() -> None:
    known = {hub.id for hub in list_hubs()}
    assert all(len(one.hubs) > 1 and set(one.hubs) <= known for one in list_corridors())
    assert {one.basis for one in list_corridors()} == {"documented", "inferred"}


def test_a_key_that_is_not_there_is_nothing() -> None:
    assert find_hub("xx") is None and find_corridor("xx") is None
