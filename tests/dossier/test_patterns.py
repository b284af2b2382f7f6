from entrepot.dossier.patterns import PATTERNS
from entrepot.model.claim import FRAME_ROLES


def test_every_frame_of_the_contract_has_a_pattern_that_uses_its_roles() -> None:
    assert PATTERNS.keys() == FRAME_ROLES.keys()
    for frame, pattern in PATTERNS.items():
        used = {pattern.subject, *(name for _, name in pattern.slots)}
        assert used == set(FRAME_ROLES[frame]), frame


def test_what_a_pattern_needs_is_one_of_its_slots() -> None:
    for pattern in PATTERNS.values():
        assert {name for name, _ in pattern.needed} <= {name for _, name in pattern.slots}
