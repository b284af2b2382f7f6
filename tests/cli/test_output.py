import pytest

from entrepot.cli.output import counted, plain, unread_sentence
from entrepot.model.case import UnreadInput


def test_text_for_a_terminal_is_one_line_without_anything_that_steers_it():
    assert plain("a\n  b\tc\x1b[31m\x07\u202e") == "a b c�[31m��"


def test_letters_of_every_script_reach_the_terminal_as_they_are():
    assert plain("Łódź, Ереван, 北京, تهران, e\u0301") == "Łódź, Ереван, 北京, تهران, e\u0301"


def test_an_unread_input_is_named_once():
    assert unread_sentence(UnreadInput(path="a.txt", reason="a.txt is empty.")) == "a.txt is empty."
    assert unread_sentence(UnreadInput(path="a.txt", reason="It is empty.")) == "a.txt: It is empty."


@pytest.mark.parametrize(("number", "words"), [(0, "0 claims"), (1, "1 claim"), (1024, "1,024 claims")])
def test_a_number_has_its_noun(number, words):
    assert counted(number, "claims") == words
