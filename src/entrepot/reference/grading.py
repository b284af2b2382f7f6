"""The Admiralty scale and the words for likelihood, from their tables."""

from functools import cache

from entrepot.reference.tables import Row, load_table


def credibility_label(digit: int) -> str:
    """What a digit of the Admiralty scale says of an item: 1 "Confirmed by other (independent) sources"."""
    return _labels()["credibility", str(digit)]


def reliability_label(letter: str) -> str:
    """What a letter of the Admiralty scale says of a source: B "Usually reliable"; "" for any other."""
    return _labels().get(("reliability", letter), "")


def likelihood_term(probability: float) -> str:
    """The ICD 203 term for a probability that a finding carries.

    Raises:
        ValueError: it lies outside of the table, which knows no certainty.
    """
    for row in _likelihoods():
        if float(row["low"]) <= probability <= float(row["high"]):
            return row["term"]
    raise ValueError(f"{probability} has no term in ICD 203, which ends at 0.01 and 0.99")


@cache
def _labels() -> dict[tuple[str, str], str]:
    return {(row["axis"], row["code"]): row["label"] for row in load_table("source_grading").rows}


@cache
def _likelihoods() -> tuple[Row, ...]:
    return tuple(row for row in load_table("likelihood_terms").rows if row["scheme"] == "ICD203")
