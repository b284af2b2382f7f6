"""The Admiralty scale and the words for likelihood."""

import pytest

from entrepot.reference.grading import credibility_label, likelihood_term, reliability_label


def test_digits_and_letters_have_the_labels_of_the_scale() -> None:
    assert credibility_label(1) == "Confirmed by other (independent) sources"
    assert credibility_label(6) == "Truth cannot be judged"
    assert reliability_label("B") == "Usually reliable"
    assert reliability_label("<") == ""


@pytest.mark.parametrize(
    ("probability", "term"),
    [(0.02, "almost no chance"), (0.5, "roughly even chance"), (0.7, "likely"), (0.97, "almost certain")],
)
def test_a_probability_has_the_term_of_icd_203(probability: float, term: str) -> None:
    assert likelihood_term(probability) == term


@pytest.mark.parametrize("probability", [0.0, 0.999, 1.0])
def test_certainty_has_no_term(probability: float) -> None:
    with pytest.raises(ValueError, match="no term"):
        likelihood_term(probability)
