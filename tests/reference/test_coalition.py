from entrepot.reference.coalition import load_stances


def test_a_stance_is_words_with_where_they_stand() -> None:
    stance = load_stances()["AU", "BY"]
    assert stance.words == "lists + export of some goods"
    assert stance.evidence == "coalition/AU (autumn 2026): lists + export of some goods"
    assert {target for _, target in load_stances()} == {"RU", "BY", "IR"}
