"""The methods of screening under the names that clients of yente give them, and what their features mean."""

from typing import Any, Final

from entrepot.errors import CallError
from entrepot.screening import DEFAULT_METHOD, METHODS
from entrepot.screening.features import MEANINGS, WEIGHTS

BEST: Final = "best"
_DESCRIPTIONS: Final = {
    "entrepot": "Names compared word by word, each word by what it says of who is named; facts beside the name count.",
    "ofac": "Names compared as OFAC's search page says it compares them, by Jaro-Winkler and by sound.",
}
_FACTS: Final = {
    "same_identifier": "Both have the same number.",
    "other_identifier": "Both have a number of this kind, and these differ.",
    "other_kind": "The query is of another kind of party.",
    "same_birth_year": "Both were born in the same year.",
    "near_birth_year": "The years of birth are one apart.",
    "other_birth_year": "The years of birth differ.",
    "same_country": "Both have the same country.",
    "other_country": "The countries differ.",
    "weak_alias": "The list calls this alias weak.",
    "whole_name": "The whole names compared.",
    "name_part": "Parts of the names compared.",
    "weak_name": "The list calls this name weak.",
}


def read_method(algorithm: str) -> str:
    """The method that is meant by the name of an algorithm; `best` is the usual one.

    Raises:
        CallError: there is no such method.
    """
    if algorithm in ("", BEST, "default"):
        return DEFAULT_METHOD
    if algorithm not in METHODS:
        known = ", ".join((BEST, *METHODS))
        raise CallError(f"There is no algorithm {algorithm[:60]!r} here; there are: {known}.")
    return algorithm


def describe_method(name: str) -> str:
    """The method in a sentence."""
    return _DESCRIPTIONS.get(name, name)


def feature_docs() -> dict[str, Any]:
    """What each feature means, and what it adds at a score of 1 where that is always the same."""
    known = MEANINGS | _FACTS
    return {name: {"description": text, "coefficient": WEIGHTS.get(name)} for name, text in known.items()}
