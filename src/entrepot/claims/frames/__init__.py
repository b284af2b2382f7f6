"""The frames of the contract, each as a table of the ways in which English says it."""

from entrepot.claims.frames import economy, enforcement, force, politics, trade
from entrepot.claims.frames.matcher import FrameMatcher

PATTERNS = (
    *enforcement.PATTERNS,
    *politics.PATTERNS,
    *trade.PATTERNS,
    *force.PATTERNS,
    *economy.PATTERNS,
)
"""In this order: the first pattern of a predicate that fits decides between frames."""

__all__ = ["PATTERNS", "FrameMatcher"]
