import pytest
from hypothesis import given
from hypothesis import strategies as st

from entrepot.reference.goods_scopes import read_goods_scope


@pytest.mark.parametrize(
    ("text", "resolution", "codes", "classes"),
    [
        ("8703", "codes", ("8703",), ()),
        ("8703, 8517.13", "codes", ("8703", "851713"), ()),
        ("85 42 31 90", "codes", ("85423190",), ()),
        ("chpl:1", "list", ("854231", "854232", "854233", "854239"), ("high-priority-goods",)),
        ("drones", "class", ("8806",), ("drones",)),
        ("components for drones", "class", ("8807",), ("drone-parts",)),
        ("components for drones and missiles", "unresolved", (), ("parts",)),
        ("military-technical", "unresolved", (), ("military-goods",)),
        ("goods subject to sanctions", "unresolved", (), ("sanctioned-goods",)),
        ("spare parts", "unresolved", (), ("parts",)),
        ("nothing of the kind", "unresolved", (), ()),
        ("", "unresolved", (), ()),
    ],
)
def test_what_goods_words_stand_for(text: str, resolution: str, codes: tuple, classes: tuple) -> None:
    scope = read_goods_scope(text)
    assert (scope.resolution, scope.codes, scope.classes, scope.text) == (resolution, codes, classes, text)


def test_a_part_that_nothing_fixes_stays_unresolved_beside_parts_with_codes() -> None:
    scope = read_goods_scope("steel, dual-use goods and timber")
    assert scope.codes == ("72", "73", "44")
    assert scope.unresolved == ("dual-use goods",)
    assert scope.resolution == "class"


def test_the_weakest_part_with_codes_says_what_all_rest_on() -> None:
    assert read_goods_scope("854231 and drones").resolution == "class"
    assert read_goods_scope("854231; chpl:1").resolution == "list"


def test_codes_of_more_than_six_digits_are_of_the_combined_nomenclature() -> None:
    assert read_goods_scope("85423190").nomenclature == "CN"
    assert read_goods_scope("854231").nomenclature == "HS"
    assert read_goods_scope("854231, 85423190").nomenclature == ""
    assert read_goods_scope("chpl").edition == 2022


def test_a_tier_that_does_not_exist_fixes_no_codes() -> None:
    assert read_goods_scope("chpl:9").codes == ()
    assert set(read_goods_scope("chpl:3").codes) == {
        *read_goods_scope("chpl:3A").codes,
        *read_goods_scope("chpl:3B").codes,
    }


@given(st.text(max_size=60))
def test_no_text_breaks_it_and_codes_are_digits(text: str) -> None:
    scope = read_goods_scope(text)
    assert all(code.isdecimal() for code in scope.codes)
    assert (scope.resolution == "unresolved") == (not scope.codes)
