import pytest
from hypothesis import given
from hypothesis import strategies as st

from entrepot.errors import CallError, InputError
from entrepot.trade.classifications.chpl import list_priority_items
from entrepot.trade.classifications.matching import match_codes
from entrepot.trade.classifications.selectors import Term, read_goods
from tests.trade.samples import SHARED, needs_shared


def matched(goods, *codes, edition=2022, **how):
    return [
        (one[0], one[3], one[5]) for one in match_codes(read_goods(goods), [(code, edition) for code in codes], **how)
    ]


def test_headings_hold_their_codes_and_nested_terms_count_once():
    assert read_goods("8703,870322,8517.13").plus == (Term(prefix="8703"), Term(prefix="851713"))
    assert matched("8703", "870322", "87033290", "8704") == [("870322", "goods", 1), ("87033290", "goods", 1)]


def test_what_stands_after_a_minus_is_taken_away():
    assert matched("8703-870322", "870322", "870323") == [("870323", "goods", 1)]
    assert matched("TOTAL-27", "TOTAL", "27", "2710") == [
        ("TOTAL", "goods", 1), ("27", "minus", -1), ("2710", "minus", -1)
    ]  # fmt: skip


def test_all_is_every_code_but_not_the_total_again():
    assert matched("all", "TOTAL", "870322") == [("870322", "goods", 1)]


def test_priority_items_have_another_code_before_2022():
    assert matched("chpl:2", "854800", "854890", edition=2022) == [("854800", "goods", 1)]
    assert matched("chpl:2", "854800", "854890", edition=2017) == [("854890", "goods", 1)]
    goods = read_goods("chpl")
    assert len(list_priority_items()) == 50
    assert goods.recoded == ("852589", "854149", "854151", "854159", "854800", "880730")
    assert set(goods.broader) < set(goods.recoded)


def test_tiers_are_read_with_or_without_their_point():
    assert list_priority_items("3.A") == list_priority_items("3A")
    assert len(list_priority_items("3")) == len(list_priority_items("3A")) + len(list_priority_items("3B"))
    with pytest.raises(CallError, match="1, 2, 3A"):
        list_priority_items("9")


def test_blacked_out_codes_of_the_chapter_are_a_remainder_and_no_goods():
    assert matched("854231", "8542XXXX", "85XXXXXX", "84XXXXXX", "85423190") == [
        ("8542XXXX", "masked", 1), ("85XXXXXX", "masked", 1), ("85423190", "goods", 1)
    ]  # fmt: skip


@pytest.mark.parametrize("text", ["", "chips", "8", "8703,,", "@/nowhere/codes.csv"])
def test_what_names_no_goods_is_refused(text):
    with pytest.raises((CallError, InputError), match=r"names no goods|cannot be read"):
        read_goods(text)


def test_a_file_of_codes_may_have_a_header_and_labels(tmp_path):
    path = tmp_path / "codes.csv"
    path.write_text('"code","product"\n"8703 22","Cars"\n8517.13,Phones\n\n', encoding="utf-8-sig")
    assert read_goods(f"@{path}").plus == (Term(prefix="870322"), Term(prefix="851713"))


@pytest.mark.shared
@needs_shared
def test_the_codes_of_the_regulation_are_read():
    assert len(read_goods(f"@{SHARED / 'eurostat' / 'reg833_2014_input_codes_20221007.csv'}").plus) > 1000


@given(st.lists(st.from_regex(r"[0-9]{2,8}", fullmatch=True), min_size=1, max_size=12))
def test_a_selector_holds_exactly_the_codes_that_begin_with_one_of_its_parts(prefixes):
    goods = read_goods(",".join(prefixes))
    codes = sorted({code for prefix in prefixes for code in (prefix, prefix + "99", "9" + prefix)})
    held = {one[0] for one in match_codes(goods, [(code, 2022) for code in codes])}
    assert held == {code for code in codes if any(code.startswith(prefix) for prefix in prefixes)}
