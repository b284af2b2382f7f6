"""A line of a frame's table, and what it says."""

import pytest

from entrepot.claims.frames import PATTERNS
from entrepot.claims.frames.fillers import ACCEPTS
from entrepot.claims.frames.interface import Filled, pattern
from entrepot.claims.mentions import Mention
from entrepot.model.claim import FRAME_ROLES


def test_a_line_says_predicate_slots_fillers_and_roles() -> None:
    read = pattern("supply", "verb", "give send", "subj:actor>supplier iobj|to:actor>recipient obj:goods>goods!")
    assert (read.frame, read.kind, read.lemmas) == ("supply", "verb", {"give", "send"})
    assert [(slot.places, slot.accepts, slot.role, slot.required) for slot in read.slots] == [
        (("subj",), "actor", "supplier", False),
        (("iobj", "to"), "actor", "recipient", False),
        (("obj",), "goods", "goods", True),
    ]


def test_what_is_no_option_of_the_table_is_an_attribute_of_the_claim() -> None:
    read = pattern(
        "sanction",
        "verb",
        "draft",
        "obj:measure>measure!",
        action="impose",
        needs="issuer+target issuer",
        modality="planned",
    )
    assert read.attributes == (("action", "impose"),)
    assert read.needs == ({"issuer", "target"}, {"issuer"})
    assert (read.modality, read.polarity) == ("planned", None)


def test_a_role_that_the_contract_does_not_know_is_refused() -> None:
    with pytest.raises(ValueError, match="supply has no role 'buyer'; it has supplier"):
        pattern("supply", "verb", "give", "subj:actor>buyer!")


def test_a_slot_may_be_needed_without_filling_a_role() -> None:
    assert pattern("meet", "verb", "hold", "obj:talks>_!").slots[0].role == "_"


def test_the_fillers_of_a_role_are_found_by_its_name() -> None:
    iran, chad = (Mention(span=None, text=name, kind="country") for name in ("Iran", "Chad"))
    filled = Filled(frame="meet", trigger=None, roles=(("participant", iran), ("participant", chad)))
    assert filled.of("participant") == (iran, chad)
    assert filled.of("host") == ()


def test_every_frame_and_every_role_of_the_contract_has_a_line_or_is_completed_from_other_words() -> None:
    completed = [("circumvent", "beneficiary"), ("sanction", "goods")]
    told = {(item.frame, slot.role) for item in PATTERNS for slot in item.slots}
    assert [
        (frame, role) for frame, roles in FRAME_ROLES.items() for role in roles if (frame, role) not in told
    ] == completed


def test_every_kind_of_filler_that_a_line_asks_for_is_defined() -> None:
    assert {slot.accepts for item in PATTERNS for slot in item.slots} <= set(ACCEPTS)


def test_every_line_asks_for_something_that_must_be_there() -> None:
    idle = [item for item in PATTERNS if not item.needs and not any(slot.required for slot in item.slots)]
    # Two who meet are counted by the matcher, whichever slots they stand in.
    assert {item.frame for item in idle} <= {"meet"}


def test_predicates_are_written_in_small_letters() -> None:
    assert [lemma for item in PATTERNS for lemma in item.lemmas if lemma != lemma.lower()] == []
