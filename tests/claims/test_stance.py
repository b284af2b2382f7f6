"""The source's own colouring, beside a claim and never in a role."""

import pytest

from tests.claims.reports import only_claim


@pytest.mark.parametrize(
    ("sentence", "stance"),
    [
        ("The self-proclaimed republic sold rifles to Mali.", ("self-proclaimed",)),
        ("Norway imposed illegal sanctions on Sudan.", ("illegal",)),
        ("Iran sold “humanitarian” drones to Chad.", ("humanitarian",)),
        ("Iran sold drones to Chad.", ()),
        ("“Iran sold drones to Chad,” said Anna Lundqvist.", ()),
    ],
)
def test_a_word_that_judges_and_a_scare_quote_are_the_sources_own(sentence: str, stance: tuple[str, ...]) -> None:
    claim = only_claim(sentence)
    assert tuple(text.strip("“”") for text in claim.stance) == stance
