from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from entrepot.measures.day import read_law
from entrepot.measures.standing import list_spans
from tests.measures.builders import day, make_coverage, make_measure, make_set

_START = date(2020, 1, 1)
_days = st.integers(0, 900).map(lambda n: (_START + timedelta(days=n)).isoformat())
_dates = st.one_of(_days, _days.map(lambda one: one[:7]), st.just(""))


@st.composite
def measures(draw: st.DrawFn) -> list[object]:
    found = []
    for number in range(draw(st.integers(1, 6))):
        start, end = sorted((draw(_days), draw(_days)))
        kind = draw(st.sampled_from(["export_control", "finance", "export_control;finance", "relief"]))
        cells = {
            "kind": kind, "start": start[: draw(st.sampled_from([7, 10]))], "end": draw(st.sampled_from([end, ""])),
            "supersedes": f"X{draw(st.integers(0, 5))}" if draw(st.booleans()) else "", "wind_down": draw(_dates),
        }  # fmt: skip
        if kind == "relief":
            cells |= {"lifts": "finance", "eases": "export_control", "relieves": f"X{draw(st.integers(0, 5))}"}
        found.append(make_measure(f"X{number}", **cells))
    return found


@given(measures(), st.lists(_days, min_size=1, max_size=8))
def test_the_index_says_of_every_day_what_reading_all_rows_for_that_day_says(rows: list, days: list[str]) -> None:
    indexed = make_set(*rows)
    spans = [span for row in indexed.measures for span in list_spans(row)]
    for text in days:
        assert indexed.law_of("EU", "BY", day(text)) == read_law(spans, day(text).toordinal())


def test_the_last_day_counts_and_the_day_after_does_not() -> None:
    law = make_set(make_measure(end="2021-06-30"))
    assert law.standings("EU", "export_control", "BY", day("2021-06-30"))
    assert not law.standings("EU", "export_control", "BY", day("2021-07-01"))
    assert not law.standings("EU", "export_control", "BY", day("2019-12-31"))


def test_who_follows_another_has_its_measures_after_three_months_and_perhaps_before() -> None:
    law = make_set(
        make_measure("X1", start="2022-06-01"),
        make_measure("C1", jurisdiction="CH", kind="alignment", follows="EU", start="2022-03-04"),
    )
    states = [
        law.standings("CH", "export_control", "BY", day(one)) for one in ("2022-06-02", "2022-08-31", "2022-09-02")
    ]
    assert [[(one.state, one.derived) for one in found] for found in states] == [
        [("maybe", True)], [("maybe", True)], [("in_force", True)],
    ]  # fmt: skip
    assert not law.standings("CH", "export_control", "BY", day("2022-03-05"))


def test_who_follows_in_part_may_have_any_of_them() -> None:
    law = make_set(
        make_measure("X1"), make_measure("C1", jurisdiction="CH", kind="alignment", follows="EU in part"),
    )  # fmt: skip
    assert [one.state for one in law.standings("CH", "export_control", "BY", day("2022-09-02"))] == ["maybe"]


def test_only_who_restricts_or_says_that_there_is_nothing_is_a_lawgiver() -> None:
    law = make_set(
        make_measure("X1"), make_measure("X2", jurisdiction="G7", kind="guidance"),
        make_measure("X3", jurisdiction="UN", kind="none"), make_measure("X4", jurisdiction="CH", kind="alignment"),
    )  # fmt: skip
    assert law.lawgivers() == ("CH", "EU", "UN")
    assert law.issuers() == ("CH", "EU", "G7", "UN")


def test_a_statement_of_completeness_holds_for_its_kinds_and_days() -> None:
    law = make_set(coverage=(make_coverage(kinds=("finance",), start="2021-01-01"),))
    assert law.find_coverage("EU", "finance", "BY", day("2021-01-01"))
    assert not law.find_coverage("EU", "finance", "BY", day("2020-12-31"))
    assert not law.find_coverage("EU", "transport", "BY", day("2021-01-01"))
    assert not law.find_coverage("EU", "finance", "RU", day("2021-01-01"))
