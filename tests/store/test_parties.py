from dataclasses import replace
from datetime import date

from hypothesis import given, settings

from entrepot.model.listing import Designation, ListedName, ListedParty
from entrepot.store.parties import decode_party, encode_party, party_digest
from tests.store.party_strategies import parties

PARTY = ListedParty(
    id="7",
    list="un",
    kind="vessel",
    names=(ListedName(text="SEA DOG", original="SEA DOG"),),
    designations=(Designation(programme="DPRK", listed_on=date(2018, 3, 30), citation="resolution 2397"),),
    remarks="Also known by other flags.",
)


@settings(deadline=None)
@given(parties)
def test_a_party_comes_back_from_its_two_parts_as_it_went_in(party):
    assert decode_party(party.list, party.id, *encode_party(party)) == party


@settings(deadline=None)
@given(parties)
def test_what_matching_needs_comes_back_without_the_remainder(party):
    core, _ = encode_party(party)
    found = decode_party(party.list, party.id, core)
    assert (found.names, found.identifiers, found.seen) == (party.names, party.identifiers, party.seen)
    assert found.programmes == party.programmes and found.first_listed_on == party.first_listed_on
    assert (found.addresses, found.remarks) == ((), "")


def test_a_change_in_any_part_changes_the_digest():
    assert party_digest(replace(PARTY, remarks="")) != party_digest(PARTY)
    assert party_digest(replace(PARTY, kind="unknown")) != party_digest(PARTY)
    assert party_digest(replace(PARTY)) == party_digest(PARTY)


def test_letters_that_no_file_can_hold_are_replaced():
    core, _ = encode_party(replace(PARTY, names=(ListedName(text="SEA \ud800", original="SEA \ud800"),)))
    assert decode_party("un", "7", core).names[0].text == "SEA ?"


def test_a_name_that_is_its_own_original_is_kept_once():
    assert encode_party(PARTY)[0].count("SEA DOG") == 1
