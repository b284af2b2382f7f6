"""The words in which propositions, their origins and their conflicts are told to people."""

from entrepot.model.proposition import ConflictKind, Drift, Origin
from entrepot.reference.grading import credibility_label, reliability_label

CREDIBILITY = {digit: credibility_label(digit).lower() for digit in (1, 3, 5, 6)}
"""The labels of the digits that the program gives, as the Admiralty scale has them."""

_CONFLICTS: dict[ConflictKind, str] = {
    "polarity": "so or not so",
    "denial": "denied",
    "quantity": "figures differ",
    "date": "dates differ",
    "place": "places differ",
    "actor": "parties differ",
    "stage": "done or still to come",
}


def conflict_title(kind: ConflictKind) -> str:
    """What a conflict is about."""
    return _CONFLICTS[kind]


def origin_words(origin: Origin) -> str:
    """An origin on one line: its name, what it is, how many claims lead to it, and why."""
    if not origin.independent:
        return f"origin unknown ({_claims(origin)}): {'; '.join(origin.reasons)}"
    marks: list[str] = [origin.kind]
    if origin.interested:
        marks.append("party to the matter")
    if origin.reliability:
        marks.append(reliability_words(origin.reliability))
    return ": ".join(
        filter(None, (f"{origin.name} ({', '.join(marks)}; {_claims(origin)})", "; ".join(origin.reasons)))
    )


def reliability_words(given: str) -> str:
    """A letter with what it means and who gave it: "B (desk)" is "reliability B usually reliable (desk)"."""
    letter, _, giver = given.partition(" ")
    return " ".join(filter(None, ("reliability", letter, reliability_label(letter).lower(), giver)))


def drift_words(drift: Drift, later: str, earlier: str) -> str:
    """What changed between two tellings, and in whose."""
    change = f"“{drift.before}” becomes “{drift.after}”"
    if not drift.before or not drift.after:
        change = f"“{drift.before or drift.after}”"
    return f"{drift.what}: {change} in {later} (earlier: {earlier})"


def _claims(origin: Origin) -> str:
    return f"{len(origin.claims)} claim" + ("s" if len(origin.claims) > 1 else "")
