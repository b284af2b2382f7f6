import pytest
from hypothesis import given
from hypothesis import strategies as st

from entrepot.errors import CallError
from entrepot.measures.gap import GapQuestion, assess_gap
from entrepot.reference.goods_scopes import read_goods_scope
from tests.measures.builders import day, make_coverage, make_measure, make_set

ON = day("2021-06-01")
COMPLETE = (make_coverage(), make_coverage(target="RU"))


def ask(law, goods="machine tools", on=ON):
    return assess_gap(law, GapQuestion(target="BY", than="RU", day=on, goods=read_goods_scope(goods)))


def verdict_of(finding, issuer="EU"):
    return finding.method.parameters["issuers"][issuer]["verdict"]


def test_a_kind_towards_one_only_makes_the_other_less_restricted() -> None:
    finding = ask(make_set(make_measure(target="RU"), coverage=COMPLETE))
    assert finding.verdict == "supports"
    assert "no export control on these goods" in finding.statement


def test_the_same_kinds_towards_both_do_not() -> None:
    finding = ask(make_set(make_measure(target="RU;BY"), coverage=COMPLETE))
    assert finding.verdict == "does_not_support"
    assert finding.kind == "measure_gap"
    assert finding.inputs[0].rows == 1


def test_a_missing_row_is_not_a_gap_where_nothing_says_that_the_rows_are_complete() -> None:
    finding = ask(make_set(make_measure(target="RU")))
    assert (finding.verdict, verdict_of(finding)) == ("cannot_tell", "not_known")
    assert "issuers_not_known" in [issue.code for issue in finding.issues]


def test_issuers_that_do_not_tell_count_neither_way() -> None:
    rows = make_measure("X1", target="RU;BY"), make_measure("X2", jurisdiction="AU", target="RU")
    finding = ask(make_set(*rows, coverage=COMPLETE))
    assert finding.verdict == "does_not_support"
    assert verdict_of(finding, "AU") == "not_known"
    assert "not known for AU" in finding.statement


def test_issuers_that_differ_make_it_mixed() -> None:
    rows = make_measure("X1", target="RU;BY"), make_measure("X2", jurisdiction="US", target="RU")
    finding = ask(make_set(*rows, coverage=(*COMPLETE, make_coverage("US"), make_coverage("US", "RU"))))
    assert finding.verdict == "mixed"


def test_relief_towards_one_only_makes_it_partly_less_restricted() -> None:
    rows = make_measure("X1", target="RU;BY"), make_measure("R1", kind="relief", eases="export_control")
    finding = ask(make_set(*rows, coverage=COMPLETE))
    assert (finding.verdict, verdict_of(finding)) == ("mixed", "partly_less")
    assert any("Relief in force that day" in one.explanation for one in finding.alternatives)


def test_a_measure_on_other_goods_only_is_none_on_these() -> None:
    rows = (
        make_measure("X1", target="RU"),
        make_measure("X2", goods="goods for internal repression", goods_closed="yes"),
    )
    assert ask(make_set(*rows, coverage=COMPLETE)).verdict == "supports"


def test_an_arms_embargo_decides_for_military_goods_and_not_for_machine_tools() -> None:
    rows = make_measure("X1", target="RU;BY"), make_measure("X2", kind="arms_embargo", target="RU")
    law = make_set(*rows, coverage=COMPLETE)
    assert ask(law, "machine tools").verdict == "does_not_support"
    assert ask(law, "military-technical").verdict == "mixed"


def test_kinds_that_are_not_on_goods_going_there_stand_beside_and_do_not_decide() -> None:
    rows = make_measure("X1", target="RU;BY"), make_measure("X2", kind="import_ban;price_cap", target="RU")
    finding = ask(make_set(*rows, coverage=COMPLETE))
    assert finding.verdict == "does_not_support"
    others = [one.explanation for one in finding.alternatives if one.explanation.startswith("Other kinds")]
    assert "import ban, price cap" in others[0]


def test_words_without_codes_leave_breadth_uncompared_and_say_so() -> None:
    finding = ask(make_set(make_measure(target="RU;BY"), coverage=COMPLETE), "goods subject to sanctions")
    assert "only kinds of measures are compared" in finding.statement
    assert "goods_unresolved" in [issue.code for issue in finding.issues]


def test_lists_that_name_the_goods_on_both_sides_are_named() -> None:
    both = make_measure("X1", target="RU;BY", goods_codes="84")
    finding = ask(make_set(both, coverage=COMPLETE), "845811")
    assert "held for both sides only for EU (export control)" in finding.statement
    assert [(one.file, one.rows) for one in finding.inputs] == [("test.csv", 1)]
    breadth = [one.status for one in finding.alternatives if one.explanation.startswith("Breadth")]
    assert breadth == ["rejected"]


def test_a_list_that_names_the_goods_on_one_side_only_leaves_breadth_open() -> None:
    rows = make_measure("X1", target="RU", goods_codes="84"), make_measure("X2", target="BY")
    finding = ask(make_set(*rows, coverage=COMPLETE), "845811")
    assert finding.verdict == "does_not_support"
    breadth = [one for one in finding.alternatives if one.explanation.startswith("Breadth")]
    assert breadth[0].status == "not_rejected"
    assert "none that is held does (EU export control)" in breadth[0].explanation


def test_bodies_of_law_that_bind_one_only_are_named() -> None:
    rows = make_measure("X1", target="RU;BY", programme="EAR"), make_measure("X2", target="RU", programme="OFAC")
    finding = ask(make_set(*rows, coverage=COMPLETE))
    bodies = [one.explanation for one in finding.alternatives if one.explanation.startswith("Bodies of law")]
    assert "EAR towards both, OFAC towards Russia only" in bodies[0]


def test_relief_of_the_following_year_is_named_and_changes_nothing() -> None:
    rows = (
        make_measure("X1", target="RU;BY"),
        make_measure("R1", kind="relief", start="2022-01", eases="export_control"),
    )
    finding = ask(make_set(*rows, coverage=COMPLETE))
    assert finding.verdict == "does_not_support"
    assert any(issue.code == "law_changed_later" and "2022-01" in issue.message for issue in finding.issues)


def test_a_day_after_the_state_of_knowledge_is_marked() -> None:
    finding = ask(make_set(make_measure(target="RU;BY"), coverage=COMPLETE), on=day("2028-01-01"))
    assert "after_knowledge" in [issue.code for issue in finding.issues]


def test_a_territory_is_not_compared_with_itself() -> None:
    with pytest.raises(CallError, match="with itself"):
        assess_gap(make_set(), GapQuestion(target="BY", than="BY", day=ON, goods=read_goods_scope("8542")))


def test_the_same_question_of_the_same_rows_has_the_same_id() -> None:
    law = make_set(make_measure(target="RU;BY"), coverage=COMPLETE)
    assert ask(law).id == ask(law).id != ask(law, "8703").id


@given(st.sampled_from(["BY", "RU", "BY;RU"]), st.sampled_from(["chpl", "8703", "military-technical", "things"]))
def test_a_further_measure_on_the_target_never_makes_it_less_restricted(targets: str, goods: str) -> None:
    rank = {"supports": 0, "mixed": 1, "cannot_tell": 1, "does_not_support": 2}
    first = make_measure("X1", target=targets, kind="export_control;arms_embargo")
    more = make_measure("X2", target="BY", kind="export_control;arms_embargo;trade_embargo")
    before, after = (ask(make_set(*rows, coverage=COMPLETE), goods).verdict for rows in ((first,), (first, more)))
    assert rank[after] >= rank[before]
