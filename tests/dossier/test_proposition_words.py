import pytest

from entrepot.dossier.proposition_words import reliability_words


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ("B (desk)", "reliability B usually reliable (desk)"),
        ("F", "reliability F cannot be judged"),
        ("<b>", "reliability <b>"),
        ("", "reliability"),
    ],
)
def test_a_letter_is_told_with_its_meaning_and_its_giver_and_whatever_else_as_it_stands(given: str, words: str) -> None:
    assert reliability_words(given) == words
