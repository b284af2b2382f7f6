"""Reasons are told once, when somebody looks, and are then like any tuple of features."""

import pickle
from collections.abc import Iterator

from entrepot.model.match import Feature, Match, Reasons
from entrepot.store.codec import decode_json, encode_json

ONE = Feature(name="exact", score=1.0, weight=2.0, detail="The same.")
OTHER = Feature(name="single", score=1.0, weight=-1.0, detail="One word.")


class Teller:
    """Counts how often it is asked."""

    def __init__(self) -> None:
        self.asked = 0

    def tell(self, *features: Feature) -> Iterator[Feature]:
        self.asked += 1
        yield from features


def test_reasons_are_told_when_they_are_looked_at_and_once() -> None:
    teller = Teller()
    reasons = Reasons(teller.tell, ONE, OTHER)
    assert teller.asked == 0
    assert list(reasons) == [ONE, OTHER]
    assert (len(reasons), reasons[0], reasons[-1:], OTHER in reasons) == (2, ONE, (OTHER,), True)
    assert teller.asked == 1


def test_reasons_are_the_tuple_of_their_features() -> None:
    reasons = Reasons(Teller().tell, ONE, OTHER)
    assert reasons == (ONE, OTHER)
    assert reasons == (ONE, OTHER)
    assert reasons != (ONE,)
    assert reasons != [ONE, OTHER]
    assert hash(reasons) == hash((ONE, OTHER))
    assert repr(reasons) == repr((ONE, OTHER))


def test_a_match_is_kept_with_its_reasons() -> None:
    match = Match(
        id="1",
        list="l",
        name="A",
        matched_name="A",
        score=0.5,
        decision="no_match",
        features=Reasons(Teller().tell, ONE, OTHER),
    )
    assert decode_json(Match, encode_json(match)) == match
    assert pickle.loads(pickle.dumps(match)) == match
