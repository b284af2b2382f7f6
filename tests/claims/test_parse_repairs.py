"""Attachments that the model gets wrong, and what claims come out once they are set right."""

import pytest

from entrepot.claims.parse_repairs import repair_parse
from entrepot.claims.parsing import load_model, parse_sentences
from entrepot.claims.sentences import split_sentences
from tests.claims.reports import claims_of, make_report, one_line, told


def test_the_day_before_a_subject_is_no_part_of_it() -> None:
    (claim,) = claims_of("On 11 March inspectors seized six lathes.")
    assert claim.when is not None
    assert (str(claim.when.interval.start), claim.roles[0].text) == ("2025-03-11", "inspectors")


def test_the_year_before_goods_says_when_they_came() -> None:
    (claim,) = claims_of("Last year machine tools worth $74 million came to Kyrgyzstan from China.")
    assert claim.when is not None
    assert str(claim.when.interval.start) == "2024-01-01"


def test_sanctions_on_a_firm_and_on_its_partner_have_two_targets() -> None:
    assert told("Canada put sanctions on Morvale, a trading house, and on Halden Lines.") == [
        "sanction: issuer Canada; target Halden Lines; target Morvale; measure sanctions; action impose"
    ]


def test_a_title_before_two_names_is_no_third_party() -> None:
    assert told("Presidents Alexander Lukashenko and Masoud Pezeshkian agreed on a treaty.") == [
        "agree: party Alexander Lukashenko; party Masoud Pezeshkian; matter treaty; stage agreed"
    ]


def test_each_of_two_targets_keeps_its_year() -> None:
    found = claims_of("Brussels imposed sanctions on Syria in 2011 and on Libya in 2015.")
    assert [(c.roles[0].text, c.when.interval.start) for c in found if c.when] == [
        ("Syria", "2011-01-01"),
        ("Libya", "2015-01-01"),
    ]


def test_papers_that_show_something_are_not_owned() -> None:
    (claim,) = claims_of("Morvale controls about 35 tankers, insurance papers seen by the Bureau show.")
    assert one_line(claim) == "own: owner Morvale; asset tankers"
    assert [source.name for source in claim.sources[1:]][-1] == "insurance papers"


@pytest.mark.parametrize(
    "sentence",
    [
        "On Monday Iran sent drones to Russia.",
        "Iran sent drones to Russia, records show.",
        "Iran sent drones to Russia and to Syria.",
        "In March 2024 the EU sanctioned a bank.",
    ],
)
def test_a_right_parse_is_left_alone(sentence: str) -> None:
    doc = load_model()(sentence)
    before = [(token.dep_, token.head.i) for token in doc]
    repair_parse(doc)
    assert [(token.dep_, token.head.i) for token in doc] == before


def test_repaired_parses_have_no_loops() -> None:
    report = make_report(
        "On Friday of last week the fisherman told us that, on Monday, Zorvane, a firm, and on its list, Halden wrote.",
        "This year on Iran and on Monday on Zorvane, papers, show.",
    )
    for item in parse_sentences(split_sentences(report)):
        for token in item.doc:
            assert len(list(token.ancestors)) < len(item.doc)


def test_papers_that_somebody_read_show_what_stands_before_them() -> None:
    (claim,) = claims_of("Iran sent mortars to Chad, invoices obtained by Reuters show.")
    assert [source.name for source in claim.sources[1:]] == ["Reuters", "invoices"]
    (claim,) = claims_of("Lists seen by Reuters document the delivery of mortars by Iran to Chad.")
    assert one_line(claim) == "supply: supplier Iran; recipient Chad; goods mortars"


def test_talks_between_two_premiers_named_in_apposition_have_two_participants() -> None:
    assert told(
        "Negotiations between the Prime Minister of Kazakhstan, Olzhas Bektenov, and the Prime Minister of Belarus, "
        "Alexander Turchin, took place in Astana."
    ) == ["meet: participant Alexander Turchin; participant Olzhas Bektenov"]


def test_what_is_told_after_a_meeting_is_no_description_of_the_meeting() -> None:
    (claim,) = claims_of("An envoy told reporters after the meeting that Serbia had sold mortars to Chad.")
    assert one_line(claim) == "supply: supplier Serbia; recipient Chad; goods mortars"


def test_goods_go_by_the_same_route_as_the_goods_before() -> None:
    claims = claims_of("Iran sent drones to Russia through Georgia in May. It sent engines by the same route in June.")
    assert one_line(claims[-1]) == "supply: supplier Iran; recipient Russia; goods engines; via Georgia"
