from hypothesis import given
from hypothesis import strategies as st

from entrepot.measures.matrix import MatrixQuestion, read_cell, read_matrix
from entrepot.reference.measure_kinds import restricting_kinds
from tests.measures.builders import day, make_coverage, make_measure, make_set

ON = "2021-06-01"
KEY = ("EU", "export_control", "BY")


def test_no_row_is_unknown_unless_the_rows_are_said_to_be_complete() -> None:
    assert read_cell(make_set(), KEY, day(ON)).state == "unknown"
    assert read_cell(make_set(coverage=(make_coverage(),)), KEY, day(ON)).state == "not_in_force"


def test_after_the_state_of_knowledge_nothing_is_said_to_be_absent() -> None:
    law = make_set(make_measure(), coverage=(make_coverage(),))
    assert read_cell(law, ("EU", "finance", "BY"), day("2026-01-02")).state == "unknown"
    matrix = read_matrix(law, MatrixQuestion(day=day("2026-01-02"), targets=("BY",)))
    assert [issue.code for issue in matrix.issues] == ["after_knowledge"]


def test_a_row_that_says_that_there_is_nothing_is_a_negative_fact() -> None:
    law = make_set(make_measure("N1", jurisdiction="UN", kind="none", title="no measures"))
    cell = read_cell(law, ("UN", "finance", "BY"), day(ON))
    assert (cell.state, cell.measures, cell.note) == ("not_in_force", ("N1",), "no measures")


def test_a_cell_is_the_union_of_the_rows_of_the_day_with_their_acts() -> None:
    law = make_set(make_measure("X1"), make_measure("X2", status="in_force_contested", contested_by="RU"))
    cell = read_cell(law, KEY, day(ON))
    assert (cell.state, cell.measures, cell.acts) == ("in_force", ("X1", "X2"), ("Act X1", "Act X2"))
    assert "contested by RU" in cell.note


def test_a_day_inside_an_uncertain_month_is_unknown() -> None:
    cell = read_cell(make_set(make_measure(start="2021-06"), coverage=(make_coverage(),)), KEY, day(ON))
    assert (cell.state, cell.measures) == ("unknown", ("X1",))
    assert "began on a day of 2021-06" in cell.note


def test_what_was_lifted_is_not_in_force_and_names_the_relief() -> None:
    law = make_set(
        make_measure("X1"), make_measure("R1", kind="relief", lifts="export_control"), coverage=(make_coverage(),)
    )
    cell = read_cell(law, KEY, day(ON))
    assert (cell.state, cell.lifted_by) == ("not_in_force", ("R1",))


def test_programmes_narrow_a_cell_to_their_rows() -> None:
    law = make_set(make_measure("X1", programme="EAR"), coverage=(make_coverage(),))
    for programme, state in (("EAR", "in_force"), ("OFAC", "not_in_force")):
        question = MatrixQuestion(day=day(ON), targets=("BY",), kinds=("export_control",), programmes=(programme,))
        assert [cell.state for cell in read_matrix(law, question).cells] == [state]


def test_hand_overs_and_wind_downs_are_noted_on_their_days_only() -> None:
    law = make_set(make_measure(end="2021-06-01", wind_down="2021-05-01"))
    assert "ends on this day" in read_cell(law, KEY, day("2021-06-01")).note
    assert "old contracts may run to 2021-05-01" in read_cell(law, KEY, day("2021-05-01")).note
    assert read_cell(law, KEY, day("2021-05-02")).note == ""


def test_a_member_of_the_union_without_rows_is_said_to_be_bound_by_its_measures() -> None:
    cell = read_cell(make_set(make_measure()), ("DE", "export_control", "BY"), day(ON))
    assert cell.state == "unknown"
    assert "bound by the measures of the EU" in cell.note


def test_cells_stand_in_order_of_issuer_kind_and_target() -> None:
    law = make_set(make_measure(), make_measure("X2", jurisdiction="US"))
    matrix = read_matrix(law, MatrixQuestion(day=day(ON), targets=("RU", "BY")))
    assert matrix.issuers == ("EU", "US")
    assert matrix.kinds == restricting_kinds()
    wanted = [(i, k, t) for i in matrix.issuers for k in matrix.kinds for t in ("RU", "BY")]
    assert [(cell.issuer, cell.kind, cell.target) for cell in matrix.cells] == wanted


@given(st.dates(day("2020-01-01"), day("2026-12-31")), st.dates(day("2020-01-01"), day("2026-12-31")))
def test_a_further_row_never_takes_a_restriction_away(begun, asked) -> None:
    one = make_measure("X1", start="2021-01-01")
    more = make_measure("X2", start=begun.isoformat(), status="in_force_contested")
    before, after = (read_cell(make_set(*rows), KEY, asked).state for rows in ((one,), (one, more)))
    assert before == "unknown" or after == "in_force"
