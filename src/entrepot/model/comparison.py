"""Two reports held beside each other."""

from dataclasses import dataclass

from entrepot.model.claim import Claim
from entrepot.model.document import Document
from entrepot.model.proposition import Proposition
from entrepot.model.span import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedPassage:
    """A stretch of one text that stands in another too: where it is in both, and how closely they agree.

    `words` is the length of the longer side, `same_words` how many of its words stand in both in the same order.
    """

    left: Span
    right: Span
    words: int
    same_words: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """What two reports both say, what only one of them says, where they differ, and which text they share.

    `both` are propositions with claims of both reports, of which `differing` conflict or drifted; `only_left` and
    `only_right` are those of one. `resemblance` estimates the share of five-word runs that the texts have in common.
    """

    left: Document
    right: Document
    claims: tuple[Claim, ...]
    both: tuple[Proposition, ...]
    differing: tuple[Proposition, ...]
    only_left: tuple[Proposition, ...]
    only_right: tuple[Proposition, ...]
    shared: tuple[SharedPassage, ...]
    resemblance: float


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedText:
    """Two reports of a case, the earlier one left, with the passages that stand in both.

    `resemblance` estimates the share of five-word runs that the texts have in common, 0 to 1.
    """

    left_id: str
    right_id: str
    passages: tuple[SharedPassage, ...]
    resemblance: float

    @property
    def words(self) -> int:
        """How many words the two texts have in common."""
        return sum(passage.same_words for passage in self.passages)
