from entrepot.measures.timeline import RowChoice, list_rows
from tests.measures.builders import day, make_measure, make_set


def test_rows_stand_in_order_of_their_first_day_and_fit_what_was_chosen() -> None:
    law = make_set(
        make_measure("X1", start="2022-01-01"), make_measure("X2", start="2020-05", end="2021-01-01"),
        make_measure("X3", jurisdiction="US", target="RU", kind="finance", start=""),
    )  # fmt: skip
    keys = [one.id for one in list_rows(law, RowChoice())]
    assert keys == ["X3", "X2", "X1"]
    for choice, wanted in (
        (RowChoice(targets=("RU",)), ["X3"]),
        (RowChoice(issuers=("EU",)), ["X2", "X1"]),
        (RowChoice(kinds=("finance",)), ["X3"]),
        (RowChoice(start=day("2021-06-01")), ["X3", "X1"]),
        (RowChoice(end=day("2020-05-15")), ["X3", "X2"]),
        (RowChoice(start=day("2021-01-01"), end=day("2021-01-01")), ["X3", "X2"]),
    ):
        assert [one.id for one in list_rows(law, choice)] == wanted
