import pytest

from entrepot.measures.bearing import assess_bearing
from entrepot.reference.goods_scopes import read_goods_scope
from tests.measures.builders import make_measure


@pytest.mark.parametrize(
    ("kind", "codes", "words", "asked", "bearing"),
    [
        ("export_control", "8542 90", "", "854231", "listed"),
        ("export_control", "8542 90", "", "854231, 9013", "listed"),
        ("export_control", "8542", "", "854231, 9013", "partly"),
        ("export_control", "854231", "", "8542", "partly"),
        ("export_control", "8542", "", "8703", "not_listed"),
        ("export_control", "", "", "8703", "not_known"),
        ("export_control", "", "machine tools", "lathes", "words"),
        ("export_control", "", "machine tools", "845811", "words"),
        ("export_control", "", "lathes", "machine tools", "words"),
        ("export_control", "", "machine tools", "8703", "not_known"),
        ("export_control", "", "", "goods subject to sanctions", "not_known"),
        ("arms_embargo", "", "", "military-technical", "kind"),
        ("arms_embargo", "", "", "air defence systems", "kind"),
        ("arms_embargo", "", "", "930690", "partly"),
        ("arms_embargo", "", "", "machine tools", "other_goods"),
        ("arms_embargo", "", "", "chpl", "other_goods"),
        ("arms_embargo", "", "", "8802", "other_goods"),
        ("arms_embargo", "", "", "goods subject to sanctions", "not_known"),
        ("missile_restrictions", "", "", "ballistic missiles", "kind"),
        ("missile_restrictions", "", "", "military-technical", "partly"),
        ("finance", "8542", "", "8542", "no_goods"),
    ],
)
def test_how_a_measure_bears_on_goods(kind: str, codes: str, words: str, asked: str, bearing: str) -> None:
    measure = make_measure(kind=kind, goods_codes=codes, goods=words)
    assert assess_bearing(measure, kind, read_goods_scope(asked)) == bearing


def test_a_row_whose_words_are_all_it_is_about_leaves_other_goods_free() -> None:
    measure = make_measure(goods="arms; goods for internal repression", goods_closed="yes")
    assert assess_bearing(measure, "export_control", read_goods_scope("machine tools")) == "other_goods"
    assert assess_bearing(measure, "export_control", read_goods_scope("rifles")) == "words"
