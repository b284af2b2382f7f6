"""Where the samples of lists lie, and how their parties are found."""

from collections import Counter
from pathlib import Path

import pytest

from entrepot.model.listing import ListedParty, PartyList
from entrepot.screening.lists import read_list

SAMPLES = Path(__file__).parent / "samples"
SHARED = Path(__file__).parents[4] / "shared" / "data"
needs_shared = pytest.mark.skipif(not SHARED.is_dir(), reason="../shared/data is not beside this checkout")


def read_sample(name: str) -> PartyList:
    return read_list(SAMPLES / name)


def party_of(found: PartyList, key: str) -> ListedParty:
    return next(party for party in found.parties if party.id == key)


def codes_of(found: PartyList) -> Counter[str]:
    return Counter(issue.code for issue in found.issues)


def names_of(party: ListedParty) -> list[tuple[str, str]]:
    return [(name.text, name.strength) for name in party.names]


def numbers_of(party: ListedParty) -> list[tuple[str, str, str]]:
    return [(one.kind, one.value, one.country) for one in party.identifiers]
