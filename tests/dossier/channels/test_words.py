"""Words of the page of a channel."""

from entrepot.dossier.channels.words import figure_words, goods_words, print_amount, render_words, source_words
from entrepot.model.finding import Estimate
from entrepot.model.goods import GoodsScope
from tests.dossier.channel_samples import make_channel


def test_a_range_is_printed_with_its_open_ends_and_its_middle():
    assert figure_words(None) == "the records do not tell"
    assert figure_words(Estimate(value=5, low=5, high=5, unit="EUR")) == "5 EUR"
    assert figure_words(Estimate(value=5, low=2, high=8, unit="%")) == "2 to 8 %; 5 in the middle"
    assert figure_words(Estimate(value=8, low=2, high=8, unit="%")) == "2 to 8 %"
    assert figure_words(Estimate(value=5, low=2, high=None, unit="EUR")) == (
        "2 EUR or more, no upper bound; 5 in the middle"
    )
    assert figure_words(Estimate(value=5, low=None, high=8, unit="EUR")) == (
        "up to 8 EUR, no lower bound; 5 in the middle"
    )
    assert figure_words(Estimate(value=5, low=0, high=None, unit="%")) == "not bounded; 5 in the middle"


def test_large_amounts_are_in_words_and_small_ones_in_digits():
    assert [print_amount(value) for value in (1.234e9, 4.56e6, 12345.0, 12.34, 0.0)] == [
        "1.23 billion", "4.56 million", "12,345", "12.3", "0",
    ]  # fmt: skip


def test_goods_without_a_code_say_so_and_others_name_their_edition():
    assert "the words fix no code" in goods_words(make_channel()).text
    scope = GoodsScope(text="cars and more", nomenclature="HS", edition=2022, codes=("8703",), resolution="class",
                       unresolved=("more",))  # fmt: skip
    words = goods_words(make_channel(goods=scope)).text
    assert "HS 8703 (edition 2022); codes of the class" in words and "unresolved: <bdi>more</bdi>" in words


def test_days_are_in_words_and_commands_are_set_as_such():
    assert render_words("On 2025-08-22, run `entrepot close`.").text == (
        "<bdi>On 22 August 2025, run <code>entrepot close</code>.</bdi>"
    )
    assert render_words("an odd ` mark <b>").text == "<bdi>an odd ` mark &lt;b&gt;</bdi>"


def test_a_row_without_a_source_says_so():
    assert source_words("established; cite before publishing") == "well known; no source is given yet"
