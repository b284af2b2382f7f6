from entrepot.measures.in_force import list_in_force
from entrepot.reference.goods_scopes import read_goods_scope
from tests.measures.builders import day, make_measure, make_set

ON = day("2021-06-01")


def test_what_stands_towards_a_target_is_listed_by_issuer_and_id() -> None:
    law = make_set(
        make_measure("X3"), make_measure("X1", jurisdiction="US"), make_measure("X2", target="RU"),
        make_measure("X4", kind="guidance"), make_measure("X5", end="2021-05-31"),
    )  # fmt: skip
    assert [one.id for one in list_in_force(law, "BY", ON)] == ["X3", "X1"]


def test_with_goods_only_what_bears_or_may_bear_on_them_is_listed() -> None:
    law = make_set(
        make_measure("X1", goods_codes="8542"), make_measure("X2"), make_measure("X3", kind="finance"),
        make_measure("X4", kind="arms_embargo"),
    )  # fmt: skip
    assert [one.id for one in list_in_force(law, "BY", ON, read_goods_scope("854231"))] == ["X1", "X2"]
    assert [one.id for one in list_in_force(law, "BY", ON, read_goods_scope("8703"))] == ["X2"]
    assert [one.id for one in list_in_force(law, "BY", ON, read_goods_scope("rifles"))] == ["X2", "X4"]


def test_measures_that_were_taken_over_stand_under_their_own_issuer_only() -> None:
    law = make_set(make_measure("X1"), make_measure("C1", jurisdiction="CH", kind="alignment", follows="EU"))
    assert [one.id for one in list_in_force(law, "BY", ON)] == ["X1"]
