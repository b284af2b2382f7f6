from dataclasses import replace

import pytest

from entrepot.dossier.phrases import plain_phrase
from entrepot.dossier.view import MOST_LISTED, view_case
from entrepot.model.interval import Interval
from tests.dossier.samples import (
    alleged_supply,
    denied_supply,
    full_case,
    make_case,
    make_claim,
    make_conflict,
    make_document,
    make_origin,
    make_proposition,
    merged_case,
)


def test_claims_are_numbered_by_report_and_place_in_it() -> None:
    view = view_case(full_case())
    assert [claim.label for claim in view.claims] == ["1.1", "1.2", "2.1", "2.2"]
    assert len({claim.anchor for claim in view.claims}) == 4


def test_numbers_follow_the_text_and_not_the_order_in_which_claims_were_found() -> None:
    document = make_document()
    view = view_case(make_case(denied_supply(document), alleged_supply(document), documents=(document,)))
    assert [claim.claim.modality for claim in view.claims] == ["alleged", "denied"]


def test_claims_within_a_stretch_are_those_whose_sentence_touches_it() -> None:
    document = make_document()
    report = view_case(make_case(alleged_supply(document), denied_supply(document), documents=(document,))).reports[0]
    denial = report.claims[1].claim.quote
    assert report.claims_within(0, len(document.text)) == list(report.claims)
    assert report.claims_within(denial.start, denial.end) == [report.claims[1]]
    assert report.claims_within(denial.start - 3, denial.start + 1) == list(report.claims)
    assert report.claims_within(0, 1) == []


def test_propositions_are_numbered_in_the_order_of_the_case() -> None:
    view = view_case(merged_case())
    assert [(one.number, one.anchor) for one in view.propositions] == [(1, "p1"), (2, "p2")]
    assert plain_phrase(view.propositions[0].pieces) == "Iran supplied drones to Russia"
    assert [claim.label for claim in view.propositions[0].claims] == ["1.1", "1.2", "2.2"]


def test_every_claim_leads_to_its_proposition_and_to_none_before_claims_are_merged() -> None:
    merged, bare = view_case(merged_case()), view_case(full_case())
    assert [found.number for claim in merged.claims if (found := merged.proposition_of(claim))] == [1, 1, 2, 1]
    assert bare.propositions == () and bare.proposition_of(bare.claims[0]) is None


def test_what_one_claim_says_unopposed_is_not_listed() -> None:
    assert [one.listed for one in view_case(merged_case()).propositions] == [True, False]


def test_a_single_claim_at_odds_with_itself_is_listed() -> None:
    document = make_document()
    claim = make_claim(document)
    odd = make_proposition(claim, conflicts=(make_conflict("quantity", ("12", (claim,)), ("20", (claim,))),))
    assert view_case(make_case(claim, documents=(document,), propositions=(odd,))).propositions[0].listed


def test_the_list_does_not_grow_without_end() -> None:
    document = make_document()
    claims = [make_claim(document, id=str(number)) for number in range(2 * MOST_LISTED + 4)]
    pairs = [make_proposition(*claims[place : place + 2]) for place in range(0, len(claims), 2)]
    view = view_case(make_case(*claims, documents=(document,), propositions=tuple(pairs)))
    assert sum(one.listed for one in view.propositions) == MOST_LISTED


def test_dates_that_exclude_each_other_are_kept_apart() -> None:
    case = merged_case()
    one = case.propositions[0]
    assert [date.start for date in view_case(case).propositions[0].dates] == ["2025-08-01"]
    conflict = make_conflict("date", ("2025-08-01/2025-08-31", case.claims[:1]), ("2025-09-02", case.claims[2:3]))
    dates = view_case(replace(case, propositions=(replace(one, conflicts=(conflict,)),))).propositions[0].dates
    assert dates == (
        Interval(start="2025-08-01", end="2025-08-31", granularity="month"),
        Interval(start="2025-09-02", end="2025-09-02", granularity="day"),
    )


def test_an_origin_that_only_denies_is_against() -> None:
    assert view_case(merged_case()).propositions[0].origins_against == 1
    case = merged_case()
    alleged, denied, *_ = case.claims
    both = replace(case.propositions[0], origins=(make_origin("Iran", alleged, denied),))
    assert view_case(replace(case, propositions=(both,))).propositions[0].origins_against == 0


def test_a_proposition_of_a_claim_that_is_not_there_is_refused() -> None:
    stray = make_proposition(make_claim(make_document(name="elsewhere.txt")))
    with pytest.raises(ValueError, match="does not hold"):
        view_case(replace(full_case(), propositions=(stray,)))
