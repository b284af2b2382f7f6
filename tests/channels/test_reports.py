from entrepot.channels.evidence import LawBeside
from entrepot.channels.reports import assess_reports
from entrepot.model.issue import Issue
from tests.channels.builders import KAZAKHSTAN, make_beside, make_channel
from tests.corroboration.builders import (
    BELARUS,
    BRITAIN,
    IRAN,
    SZRU,
    UKRAINE,
    claim,
    person,
    report,
    source,
)


def told(name, *sources, **changes):
    document = report(name, published=f"2025-08-2{len(name)}")
    roles = {"channel": BELARUS, "destination": IRAN, "goods": "radars"} | changes
    return document, claim(document, "channel", sources=sources, **roles)


def line_of(*told_, law=None):
    found = assess_reports(make_channel(), make_beside(*told_, law=law or LawBeside()))
    return found.line


def test_without_a_proposition_nobody_says_it():
    assert line_of().rule == "reports-none"
    assert line_of().verdict == "cannot_tell"


def test_one_state_by_two_of_its_organs_is_one_voice():
    line = line_of(told("a", source(SZRU, "intelligence")), told("bb", source(UKRAINE)))
    assert line.rule == "reports-single"
    assert "one independent origin" in line.statement


def test_a_service_whose_state_has_measures_on_an_end_is_interested():
    line = line_of(told("a", source(SZRU, "intelligence")), law=LawBeside(issuers=frozenset({"UA", "EU"})))
    assert line.rule == "reports-interested"
    assert line.verdict == "cannot_tell"
    assert "acts for Ukraine, which has measures of its own towards an end of the channel" in line.statement


def test_a_party_to_the_channel_is_interested():
    assert "a party to the channel" in line_of(told("a", source(IRAN))).statement


def test_several_independent_origins_that_assert_it_support_it():
    line = line_of(
        told("a", source(SZRU, "intelligence")), told("bb", source(BRITAIN)), told("ccc", source(person("Ann Lee")))
    )
    assert line.verdict == "supports"
    assert line.rule == "reports-independent"


def test_plans_and_possibilities_of_several_do_not_support_it():
    line = line_of(
        told("a", source(SZRU, "intelligence"), modality="planned"), told("bb", source(BRITAIN), modality="possible")
    )
    assert line.rule == "reports-not-asserted"
    assert "1 as planned and 1 as possible" in line.statement


def test_a_denial_beside_a_claim_is_counted_against_it_and_decides_nothing():
    line = line_of(told("a", source(BRITAIN)), told("bb", source(IRAN), modality="denied"))
    assert line.verdict == "mixed"
    assert "1 claim against it (Iran)" in line.statement


def test_denials_alone_do_not_support_it():
    line = line_of(told("a", source(IRAN), modality="denied"), told("bb", source(BELARUS), polarity="negative"))
    assert line.rule == "reports-only-denied"
    assert line.verdict == "does_not_support"


def test_two_supplies_that_the_program_joined_are_said_by_nobody():
    joined = make_channel(issues=(Issue(code="legs_joined", message="Joined."),))
    found = assess_reports(joined, make_beside(told("a", source(BRITAIN)), told("bb", source(SZRU))))
    assert found.line.rule == "reports-joined"


def test_propositions_beside_it_are_shown_and_not_counted():
    own, other = told("a", source(BRITAIN)), told("bb", source(UKRAINE), channel=KAZAKHSTAN)
    both = make_beside(own, other)
    (said,) = [one for one in both.propositions if "a#0" in one.claims]
    (context,) = [one for one in both.propositions if one is not said]
    found = assess_reports(make_channel(), make_beside(own, other, propositions=(said,), context=(context,)))
    assert [one.id for one in found.line.references] == [said.id, context.id]
    assert found.line.references[1].label.startswith("beside it: ")
    assert "1 proposition of 1 claim" in found.line.statement
