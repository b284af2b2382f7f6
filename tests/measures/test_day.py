from entrepot.measures.day import list_restrictions
from tests.measures.builders import day, make_measure, make_set


def states(law: object, kind: str, on: str) -> list[tuple[str, str]]:
    return [(one.measure.id, one.state) for one in law.standings("EU", kind, "BY", day(on))]


def test_a_relief_lifts_some_kinds_and_eases_others_while_it_lasts() -> None:
    law = make_set(
        make_measure("X1", kind="finance;export_control;transport"),
        make_measure(
            "R1", kind="relief", start="2021-01-01", end="2022-01-01", lifts="finance", eases="export_control"
        ),
    )
    assert states(law, "finance", "2021-06-01") == [("X1", "lifted")]
    assert states(law, "export_control", "2021-06-01") == [("X1", "eased")]
    assert states(law, "transport", "2021-06-01") == [("X1", "in_force")]
    assert states(law, "finance", "2022-01-02") == [("X1", "in_force")]


def test_on_the_day_of_a_reversal_the_measures_are_back() -> None:
    law = make_set(
        make_measure("X1", kind="finance"),
        make_measure("R1", kind="relief", start="2021-01-01", end="2022-01-01", lifts="finance"),
        make_measure("B1", kind="reimposition;finance", start="2022-01-01", supersedes="R1"),
    )
    assert states(law, "finance", "2021-12-31") == [("X1", "lifted")]
    assert states(law, "finance", "2022-01-01") == [("B1", "in_force"), ("X1", "in_force")]


def test_a_relief_that_may_have_begun_leaves_the_measure_in_force_and_says_so() -> None:
    law = make_set(make_measure("X1"), make_measure("R1", kind="relief", start="2021-03", eases="export_control"))
    (one,) = law.standings("EU", "export_control", "BY", day("2021-03-15"))
    assert one.state == "in_force"
    assert "may be eased by R1" in one.notes[0]


def test_a_relief_of_one_row_leaves_the_others() -> None:
    law = make_set(
        make_measure("X1"), make_measure("X2"), make_measure("R1", kind="relief", relieves="X1", lifts="export_control")
    )
    assert states(law, "export_control", "2021-03-15") == [("X1", "lifted"), ("X2", "in_force")]


def test_a_contested_measure_names_who_contests_it() -> None:
    law = make_set(make_measure("X1", status="in_force_contested", contested_by="RU;CN"))
    (one,) = law.standings("EU", "export_control", "BY", day("2021-03-15"))
    assert (one.state, one.notes) == ("contested", ("X1 is contested by RU, CN",))
    assert make_measure(status="in_force_contested").contested_by == ("unnamed",)


def test_restrictions_are_what_stands_and_restricts() -> None:
    law = make_set(
        make_measure("X1", kind="finance;export_control"),
        make_measure("X2", kind="guidance"),
        make_measure("R1", kind="relief", relieves="X1", lifts="finance"),
    )
    found = list_restrictions(law.law_of("EU", "BY", day("2021-03-15")))
    assert [(measure.id, kinds) for measure, kinds in found] == [("X1", ("export_control",))]
