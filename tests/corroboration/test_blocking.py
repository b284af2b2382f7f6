"""Blocks miss no pair that comparing all would tie together."""

from hypothesis import given, settings

from entrepot.corroboration.blocking import block_keys, candidate_pairs
from entrepot.corroboration.matching import relate
from entrepot.corroboration.profiles import gather_profiles
from entrepot.corroboration.statements import describe_claim
from entrepot.model.claim import Claim
from entrepot.model.document import Document
from tests.corroboration.builders import BELARUS, IRAN, RUSSIA, claim, report
from tests.corroboration.test_merging import published_once, told_claims


@settings(max_examples=60, deadline=None)
@given(told_claims())
def test_whatever_is_tied_across_reports_shares_a_block(told: list[tuple[Document, Claim]]) -> None:
    profiles = gather_profiles(describe_claim(one, document) for document, one in published_once(told))
    found = set(candidate_pairs([block_keys(profile.statement) for profile in profiles]))
    for left in range(len(profiles)):
        for right in range(left + 1, len(profiles)):
            apart = profiles[left].documents.isdisjoint(profiles[right].documents)
            if apart and relate(profiles[left], profiles[right]).verdict in ("same", "broader", "narrower"):
                assert (left, right) in found


def test_claims_that_fill_all_roles_meet_in_one_block_only() -> None:
    document = report("a")
    full = describe_claim(claim(document, "supply", supplier=IRAN, recipient=RUSSIA, goods="drones"), document)
    asking = {name.split("|")[1].split("=")[0] for name, asks in block_keys(full) if asks}
    assert asking == {"goods"} or asking == {"supplier"} or asking == {"recipient"}
    assert any(not asks for _, asks in block_keys(full))


def test_a_party_of_a_meeting_alone_asks_nobody_of_two() -> None:
    document = report("a")
    both = describe_claim(claim(document, "meet", participant=(IRAN, BELARUS)), document)
    assert dict(block_keys(both)) == {
        "meet|s:BY|s:IR": True,
        "meet|participant=s:BY": False,
        "meet|participant=s:IR": False,
    }
