from entrepot.measures.gap_issuers import compare_issuer
from entrepot.reference.goods_scopes import read_goods_scope
from tests.measures.builders import day, make_coverage, make_measure, make_set

GOODS = read_goods_scope("machine tools")
COMPLETE = (make_coverage(), make_coverage(target="RU"))


def compare(*rows, coverage=COMPLETE):
    return compare_issuer(make_set(*rows, coverage=coverage), "EU", "BY", "RU", day("2021-06-01"), GOODS)


def test_an_issuer_without_measures_on_goods_towards_the_other_has_no_gap() -> None:
    assert compare(make_measure(kind="finance", target="RU")).verdict == "no_measures"


def test_a_target_that_is_restricted_where_the_other_is_unknown_is_not_less_restricted() -> None:
    gap = compare(make_measure(), coverage=(make_coverage(),))
    assert (gap.verdict, gap.kinds("same")) == ("not_less", ("export_control",))


def test_more_towards_the_target_is_not_less() -> None:
    gap = compare(make_measure())
    assert (gap.verdict, gap.kinds("more")) == ("not_less", ("export_control",))


def test_bodies_of_law_are_listed_with_their_kinds_on_each_side() -> None:
    gap = compare(
        make_measure("X1", target="RU;BY", programme="EAR"),
        make_measure("X2", target="RU", kind="finance", programme="OFAC; EAR"),
    )
    assert gap.target_programmes == (("EAR", ("export_control",)),)
    assert gap.than_programmes == (("EAR", ("export_control", "finance")), ("OFAC", ("finance",)))
    assert gap.programmes_of("export_control") == (("EAR",), ("EAR",))
