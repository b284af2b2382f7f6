from entrepot.reference.goods import goods_classes
from entrepot.reference.measure_kinds import join_directions, measure_kinds, restricting_kinds
from entrepot.reference.tables import load_table, split_cell


def test_every_kind_of_the_measures_is_in_the_vocabulary() -> None:
    used = {kind for row in load_table("measures").rows for kind in split_cell(row["kind"])}
    assert used <= set(measure_kinds())


def test_what_a_kind_stands_for_or_is_about_is_known() -> None:
    for kind in measure_kinds().values():
        assert set(kind.stands_for) <= set(restricting_kinds())
        assert set(kind.goods_classes) <= set(goods_classes())
        assert kind.direction in ("to_target", "from_target", "both", "parties")


def test_relief_demands_and_guidance_restrict_nothing_by_themselves() -> None:
    assert not {"relief", "reimposition", "demand", "guidance", "policy", "none", "alignment"} & set(
        restricting_kinds()
    )
    assert {"export_control", "arms_embargo", "asset_freeze"} <= set(restricting_kinds())


def test_kinds_that_bear_different_ways_bear_both_ways() -> None:
    assert join_directions(("export_control", "asset_freeze")) == "to_target"
    assert join_directions(("asset_freeze", "travel_ban")) == "parties"
    assert join_directions(("export_control", "import_ban")) == "both"
