import pytest

from entrepot.dossier.topics import goods_topics, head_word, learn_goods_classes, matters
from entrepot.model.claim import Claim, Role
from tests.dossier.samples import make_claim, make_document


def supply(*goods: str, classes: tuple[str, ...] = ()) -> Claim:
    roles = tuple(Role(role="goods", text=text, span=None, inferred=True) for text in goods)
    return make_claim(make_document(), roles=roles, goods_classes=classes)


@pytest.mark.parametrize(
    ("text", "head"),
    [
        ("Shahed drones", "drone"),
        ("parts of drones", "part"),
        ("engines for mopeds", "engine"),
        ("batteries", "battery"),
        ("potash", "potash"),
        ("gas", "gas"),
        ("S-400", "400"),
        ("", ""),
        ("!?", ""),
    ],
)
def test_the_head_of_a_phrase_is_what_the_rest_qualifies(text: str, head: str) -> None:
    assert head_word(text) == head


def test_words_that_one_goods_class_covers_are_one_topic() -> None:
    claims = (supply("drones", classes=("uav",)), supply("quadcopters", classes=("uav",)), supply("quadcopters"))
    classes = learn_goods_classes(claims)
    assert {goods_topics(claim, classes) for claim in claims} == {("uav",)}


def test_a_claim_with_two_kinds_of_goods_has_two_topics() -> None:
    assert goods_topics(supply("drones", "missiles", "Shahed drones"), {}) == ("drone", "missile")


def test_a_class_is_not_learnt_where_it_could_belong_to_either_word() -> None:
    assert learn_goods_classes([supply("drones", "missiles", classes=("uav",))]) == {}


def test_a_claim_without_goods_has_one_empty_topic() -> None:
    assert goods_topics(supply(), {}) == ("",)


def test_matters_are_compared_by_their_head() -> None:
    roles = (Role(role="matter", text="a strategic treaty", span=None, inferred=True),)
    assert matters(make_claim(make_document(), frame="agree", roles=roles)) == {"treaty"}
