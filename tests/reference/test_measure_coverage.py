from entrepot.reference.measure_coverage import load_coverage
from entrepot.reference.measure_kinds import restricting_kinds
from entrepot.reference.tables import load_table


def test_every_statement_of_completeness_has_a_source_and_ends_with_the_state_of_knowledge() -> None:
    for one in load_coverage():
        assert one.source and one.note
        assert one.start < one.end <= load_table("measure_coverage").card.compiled_on
        assert set(one.kinds) <= set(restricting_kinds())


def test_there_are_no_un_measures_on_russia_and_belarus() -> None:
    assert {(one.issuer, one.target) for one in load_coverage()} >= {("UN", "RU"), ("UN", "BY")}
