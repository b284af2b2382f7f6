"""What a screening method must be able to do; every one of `METHODS` does."""

from collections.abc import Sequence
from typing import Protocol

from entrepot.model.match import Match, Query


class Matcher(Protocol):
    """Parties of one or several lists, ready to be asked for names.

    `method` is name and version: a method that has produced results keeps both, a better one stands beside it.
    `default_threshold` is the score from which it calls a candidate a possible match.
    """

    method: tuple[str, str]
    default_threshold: float

    def match(self, queries: Sequence[Query], *, limit: int, threshold: float | None = None) -> list[tuple[Match, ...]]:
        """For each query, in their order, at most `limit` candidates, best first.

        Candidates below the threshold are among them, with the decision `no_match`, so that a user sees what came near.
        `threshold` is `default_threshold` where None.
        """
        ...
