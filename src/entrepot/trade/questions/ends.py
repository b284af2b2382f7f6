"""What the two ends of a question about trade must be, so that it can be asked at all."""

from collections.abc import Sequence

from entrepot.errors import CallError
from entrepot.reference.territories import territory_name


def require_named(codes: Sequence[str], what: str) -> None:
    """Some territory is named.

    Raises:
        CallError: none is.
    """
    if not codes or not all(codes):
        raise CallError(f"No {what} is named; give a code such as AM, or a name.")


def require_apart(first: Sequence[str], second: Sequence[str], whats: tuple[str, str]) -> None:
    """Nothing stands at both ends.

    Raises:
        CallError: a territory does, so that there is no trade between the ends.
    """
    both = [code for code in first if code in second]
    if both:
        names = ", ".join(territory_name(code) for code in both)
        raise CallError(f"{names} cannot be both {whats[0]} and {whats[1]}; name each territory once.")
