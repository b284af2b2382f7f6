from entrepot.channels.naming import channel_id, goods_words, join_words, name_channel, name_end, name_ends
from entrepot.model.goods import GoodsScope


def test_an_id_is_of_its_parts_and_of_nothing_else():
    assert channel_id("reported", "BY", "IR") == channel_id("reported", "BY", "IR")
    assert channel_id("reported", "BY", "IR") != channel_id("file", "BY", "IR")
    assert channel_id("x", "a", "bc") != channel_id("x", "ab", "c")


def test_an_open_end_has_words_of_its_own():
    assert name_end("") == "a territory that nobody names"
    assert name_channel("KZ", "", GoodsScope(text="")) == "through Kazakhstan: goods that nobody names"


def test_many_are_counted():
    assert name_ends(("AE", "EU")) == "the United Arab Emirates and the EU"
    assert name_ends(tuple("ABCDE")) == "5 territories"
    assert goods_words(GoodsScope(text="a; b; c; d")) == "a, b, c and 1 more"
    assert join_words([]) == ""
