"""Where things happen: places that tables know, and those that only their noun or their preposition shows."""

import pytest

from tests.claims.reports import claims_of

PLACES = [
    ("They seized six lathes bound for Russia at the Ak-Tilek crossing.", "enforce", "Ak-Tilek crossing", "Ak-Tilek"),
    ("Officers seized six lathes at the Ak-Tilek checkpoint.", "enforce", "Ak-Tilek checkpoint", "Ak-Tilek"),
    ("Iran passed crude to Syria in the Laconian Gulf.", "supply", "Laconian Gulf", "Laconian Gulf"),
    ("The coast guard detained the tanker Tessalit off Kythira.", "enforce", "Kythira", "Kythira"),
    ("Iran and Chad signed a memorandum on the exchange of data in Minsk.", "agree", "Minsk", "Minsk"),
]


@pytest.mark.parametrize(("sentence", "frame", "text", "name"), PLACES)
def test_the_place_of_an_event_is_read(sentence: str, frame: str, text: str, name: str) -> None:
    claim = next(claim for claim in claims_of(sentence) if claim.frame == frame)
    assert claim.where is not None
    assert claim.where.place is not None
    assert (claim.where.span.text, claim.where.place.name) == (text, name)


def test_what_is_bound_for_somewhere_is_not_there_yet() -> None:
    found = claims_of("Officers seized six lathes bound for Russia at the Ak-Tilek crossing on Tuesday.")
    assert [(c.frame, c.where is None, c.when is None) for c in found] == [
        ("enforce", False, False),
        ("supply", True, True),
    ]


def test_the_gulf_is_the_gulf_named_before() -> None:
    claim = claims_of("Iran passed crude to Syria in the Laconian Gulf.", "Chad passed crude to Mali in the gulf.")[-1]
    assert claim.where is not None
    assert claim.where.place is not None
    assert (claim.where.span.text, claim.where.place.name) == ("gulf", "Laconian Gulf")


@pytest.mark.parametrize(
    "sentence",
    [
        "Morvale sent lathes to a dealer in Almaty.",
        "Iran paid Syria through an account in Dubai.",
        "Iran bought a stake in Morvale.",
    ],
)
def test_where_somebody_or_an_account_is_nothing_need_have_happened(sentence: str) -> None:
    for claim in claims_of(sentence):
        assert claim.where is None
