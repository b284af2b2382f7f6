import json
from dataclasses import asdict, replace

from hypothesis import given
from hypothesis import strategies as st

from entrepot.channels import METHOD
from entrepot.channels.assessment import ask_question, assess_channel
from entrepot.channels.evidence import Beside, LawBeside
from entrepot.channels.rules import RULES
from entrepot.model.channel import Channel
from entrepot.model.goods import GoodsScope
from entrepot.model.interval import Interval
from tests.channels.builders import make_beside, make_cars, make_channel, make_customs, make_finding
from tests.corroboration.builders import BELARUS, IRAN, SZRU, claim, report, source

WORDS_OF_GUILT = ("guilty", "evader", "violated", "criminal", "smuggler", "culprit")
NOTHING = Channel(
    id="ch-0", name="nothing", origins=(), via="", destination="", goods=GoodsScope(text=""), period=None, grounds=()
)


def said(modality="planned"):
    document = report("one")
    made = claim(
        document, "channel", channel=BELARUS, destination=IRAN, goods="goods subject to sanctions", modality=modality,
        sources=[source(SZRU, "intelligence")],
    )  # fmt: skip
    return document, made


def test_a_channel_without_evidence_cannot_be_told_on_any_line():
    for channel in (NOTHING, make_channel(via="AU", destination="NZ"), make_channel(via="BY", destination="BY")):
        found = assess_channel(channel, Beside(day="2025-08-22"))
        assert {line.verdict for line in found.lines} == {"cannot_tell"}, channel


def test_every_line_stands_once_with_the_verdict_of_its_rule():
    found = assess_channel(make_channel(), make_beside(said()))
    assert [line.kind for line in found.lines] == ["reports", "listed_parties", "law", "customs", "routes"]
    by_key = {rule.key: rule for rule in RULES}
    for line in found.lines:
        assert by_key[line.rule].line == line.kind
        assert by_key[line.rule].verdict == line.verdict


def test_the_words_follow_from_rules_one_by_one():
    found = assess_channel(make_channel(), make_beside(said()))
    assert len(found.words) == len(found.rules)
    assert set(found.rules) <= {rule.key for rule in RULES}
    assert found.rules[-1] == "leads-only"
    assert all(sentence.endswith(".") for sentence in found.words)


def test_goods_that_nothing_fixes_stay_unresolved():
    found = assess_channel(make_channel(), make_beside(said()))
    assert "goods-unresolved" in found.rules
    assert "none is made up" in " ".join(found.words)
    assert "goods-unresolved" not in assess_channel(make_cars(), Beside(day="2022-11-30")).rules


def test_a_dated_agreement_stands_as_another_explanation():
    found = assess_channel(make_channel(), make_beside(said()))
    (agreement,) = [one for one in found.alternatives if "2025-05-15" in one.explanation]
    assert agreement.status == "not_rejected"
    assert "alternatives-open" in found.rules
    assert not assess_channel(make_channel(), make_beside(said(), day="2025-05-14")).alternatives


def test_the_principles_are_caveats_and_no_flags():
    found = assess_channel(make_channel(), make_beside(said()))
    assert [text[-7:-2] for text in found.caveats] == ["RF027", "RF028"]
    assert not {"RF027", "RF028"} & {flag.id for flag in found.red_flags}


def test_an_assessment_says_by_which_rules_it_was_made():
    assert assess_channel(make_channel(), make_beside(said())).method == METHOD


def test_the_question_names_goods_ends_and_period():
    period = Interval(start="2022-03-01", end=None, granularity="range")
    asked = ask_question(make_cars(origins=("DE", "US"), period=period))
    ends = "from Germany and the United States reach Russia through Armenia"
    assert asked == f"Do goods (8703) {ends}, 2022-03-01 to now?"
    assert ask_question(NOTHING).startswith("Do goods reach a territory that nobody names")


def test_each_finding_stands_once_among_the_findings():
    leg = make_finding("surge", "supports")
    gap = make_finding("measure_gap", "does_not_support")
    beside = make_beside(law=LawBeside(gaps=(("RU", gap),)), customs=make_customs(first=leg, kept=(leg,)))
    assert [one.id for one in assess_channel(make_cars(), beside).findings] == [gap.id, leg.id]


VERDICTS = st.sampled_from(["supports", "does_not_support", "mixed", "cannot_tell"])
LEGS = st.one_of(st.none(), VERDICTS)


@given(LEGS, LEGS, LEGS, st.booleans(), st.booleans())
def test_no_words_of_guilt_and_no_figure_that_sums_up(first, onward, link, own_goods, published):
    customs = make_customs(
        about_goods=own_goods,
        first=make_finding("surge", first) if first else None,
        onward=make_finding("onward", onward) if onward else None,
        others=(make_finding("link", link),) if link else (),
        unpublished=() if published else ("It publishes nothing.",),
    )
    for channel in (make_cars(), make_channel()):
        found = assess_channel(channel, make_beside(said("denied"), customs=customs))
        printed = json.dumps(asdict(found), default=str).casefold()
        assert not any(word in printed for word in WORDS_OF_GUILT)
        assert "score" not in asdict(found)


def test_further_evidence_never_takes_a_line_away():
    with_records = make_beside(said(), customs=make_customs(first=make_finding("surge", "supports")))
    without = make_beside(said())
    there, before = (assess_channel(make_cars(), one) for one in (with_records, without))
    assert there.lines[0] == before.lines[0]
    assert [line.kind for line in there.lines] == [line.kind for line in before.lines]
    assert replace(there, lines=(), words=(), rules=(), findings=(), alternatives=(), red_flags=()) == replace(
        before, lines=(), words=(), rules=(), findings=(), alternatives=(), red_flags=()
    )
