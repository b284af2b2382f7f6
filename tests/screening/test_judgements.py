from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from entrepot.model.match import Judgement, Match
from entrepot.screening.judgements import Judged, honour_judgements, latest_judgements, query_key

MATCH = Match(
    id="7", list="un", name="SEA DOG", matched_name="SEA DOG", score=0.9, decision="possible_match", features=()
)


def judged(number, verdict, digest="d", query="Sea Dog"):
    at = datetime(2026, 1, number, tzinfo=UTC)
    one = Judgement(query=query, list="un", party_id="7", verdict=verdict, by="A", judged_at=at)
    return Judged(number=number, query_key=query_key(query), digest=digest, judgement=one)


def honour(*given_judgements, query="Sea Dog", digest="d"):
    return honour_judgements(query, (MATCH,), (digest,), latest_judgements(given_judgements))


def test_a_negative_judgement_makes_it_no_match_and_stands_beside_it():
    found = honour(judged(1, "negative"))
    (match,) = found.matches
    assert (match.decision, match.judgement.verdict, found.numbers, found.earlier) == ("no_match", "negative", (1,), ())


def test_positive_and_unsure_leave_it_a_possible_match():
    for verdict in ("positive", "unsure"):
        (match,) = honour(judged(1, verdict)).matches
        assert (match.decision, match.judgement.verdict) == ("possible_match", verdict)


def test_the_latest_judgement_counts_in_whatever_order_they_are_read():
    for order in ((1, 2), (2, 1)):
        verdicts = {1: "negative", 2: "positive"}
        (match,) = honour(*(judged(number, verdicts[number]) for number in order)).matches
        assert match.decision == "possible_match"


def test_a_judgement_on_an_earlier_record_is_shown_and_decides_nothing():
    found = honour(judged(1, "negative", digest="before"))
    (match,) = found.matches
    assert (match.decision, match.judgement.verdict) == ("possible_match", "negative")
    assert found.earlier == (("un", "7"),)


def test_the_same_name_in_other_letters_is_the_same_query():
    (match,) = honour(judged(1, "negative"), query="  SEA\N{NO-BREAK SPACE}dog ").matches
    assert match.decision == "no_match"
    (other,) = honour(judged(1, "negative"), query="Sea Cat").matches
    assert other == MATCH


@given(st.text(max_size=20))
def test_the_key_of_a_key_is_itself_and_white_space_never_matters(name):
    key = query_key(name)
    assert query_key(f"  {name}\t") == key
    assert key == " ".join(key.split())
