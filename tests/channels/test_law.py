import pytest

from entrepot.channels.evidence import LawBeside
from entrepot.channels.law import assess_law, read_compared
from tests.channels.builders import make_beside, make_channel, make_finding, said_of
from tests.corroboration.builders import BELARUS, IRAN, claim, report


def compared(sentence):
    document = report("one")
    propositions, said = said_of((document, claim(document, "channel", channel=BELARUS, quote=sentence)))
    return read_compared(propositions, said.claims)


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Belarus, unlike Russia, is less restricted by sanctions and could become a channel.", ("RU",)),
        ("Sanctions bind Belarus less tightly than Russia where military technology is concerned.", ("RU",)),
        ("Controls on Georgia are weaker compared with Turkey, which is a channel.", ("TR",)),
        ("Unlike Russia, Belarus is a good neighbour.", ()),
        ("Belarus is less restricted by sanctions.", ()),
        ("Russia and Iran are less restricted than before.", ()),
    ],
)
def test_only_a_comparison_of_restrictions_is_read(sentence, found):
    assert compared(sentence) == found


def gap(than, verdict, **changes):
    return than, make_finding("measure_gap", verdict, id=f"gap-{than}", **changes)


def line_of(*gaps, named=(), channel=None):
    law = LawBeside(gaps=gaps, named_by_reports=frozenset(named))
    return assess_law(channel or make_channel(), make_beside(law=law)).line


def test_what_a_report_compares_with_decides_and_the_rest_stands_beside():
    line = line_of(gap("IR", "supports"), gap("RU", "does_not_support"), named=["RU"])
    assert line.rule == "law-no-gap"
    assert "less restricted than Russia" in line.question
    assert "as a report says" in line.question
    assert {one.id for one in line.references} == {"gap-IR", "gap-RU"}


@pytest.mark.parametrize(
    ("verdicts", "rule"),
    [
        (("supports", "supports"), "law-gap"),
        (("does_not_support", "cannot_tell"), "law-no-gap"),
        (("supports", "does_not_support"), "law-mixed"),
        (("supports", "cannot_tell"), "law-mixed"),
        (("mixed",), "law-mixed"),
        (("cannot_tell",), "law-unknown"),
        ((), "law-unknown"),
    ],
)
def test_the_verdict_is_that_of_the_comparisons(verdicts, rule):
    ends = ("IR", "RU")
    assert line_of(*(gap(than, verdict) for than, verdict in zip(ends, verdicts, strict=False))).rule == rule


def test_without_a_third_territory_nothing_is_compared():
    assert line_of(channel=make_channel(via="")).rule == "law-ends-open"


def test_the_words_name_issuers_and_not_each_kind_of_measure():
    from entrepot.model.finding import FindingMethod

    parameters = {"issuers": {"EU": {"verdict": "not_less"}, "US": {"verdict": "less"}, "AU": {"verdict": "not_known"}}}
    method = FindingMethod(name="m", version="1", parameters=parameters)
    law = LawBeside(gaps=(gap("RU", "mixed", method=method),))
    found = assess_law(make_channel(), make_beside(law=law))
    assert "Belarus beside Russia was less restricted by US; not less restricted by EU; not known for AU" in found.words
    assert IRAN.name not in found.words
