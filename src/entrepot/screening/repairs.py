"""Words of a query that nobody knows, read as what was probably meant: slips, digits for letters, lost spaces.

Only words of the index, and words of the lexicon that stand in its names, are ever put in: "Limtied" is read as
"Limited", "tonghung" as "tong hung". The query as it was given is compared too.
"""

from collections import defaultdict
from collections.abc import Collection, Mapping

from rapidfuzz.distance import OSA

from entrepot.screening.scripts import read_lettered
from entrepot.screening.vocabulary import Vocabulary

_LEAST_LETTERS = 5
_LEAST_HALF = 2
_TELLING = 4
"""Shorter halves must be words of more than one party, or any surname could be taken apart."""
_COMMON = 100


class Repairer:
    """Knows the words of one index."""

    def __init__(
        self, vocabulary: Vocabulary, phrase_words: Collection[str], lexicon_words: Mapping[str, object]
    ) -> None:
        self._vocabulary = vocabulary
        self._phrase_words = frozenset(phrase_words)
        self._lexicon_words = lexicon_words
        self._shortened: dict[str, list[str]] = defaultdict(list)
        for word in sorted(self._phrase_words):
            if len(word) >= _LEAST_LETTERS - 1 and word.isascii():
                for shorter in _shorten(word):
                    self._shortened[shorter].append(word)

    def repair(self, tokens: list[str]) -> list[str]:
        """The tokens, unknown ones as what was probably meant; the same list where nothing is better."""
        if all(self._is_known(token) for token in tokens):
            return tokens
        repaired: list[str] = []
        place = 0
        while place < len(tokens):
            token = tokens[place]
            following = tokens[place + 1] if place + 1 < len(tokens) else ""
            if following and token + following in self._phrase_words and not self._is_known(token):
                repaired.append(token + following)
                place += 2
                continue
            repaired.extend((token,) if self._is_known(token) else self._guess(token))
            place += 1
        return repaired

    def _is_known(self, token: str) -> bool:
        return (
            not token.isascii()
            or token.isdigit()
            or "." in token
            or token in self._phrase_words
            or token in self._lexicon_words
            or self._vocabulary.has_spelling(token)
        )

    def _guess(self, token: str) -> tuple[str, ...]:
        """What an unknown token was meant to be, itself where there is no telling."""
        if not token.isalpha():
            for lettered in read_lettered(token):
                if lettered in self._phrase_words:
                    return (lettered,)
        if len(token) < _LEAST_LETTERS:
            return (token,)
        near = {word for shorter in _shorten(token) for word in self._shortened.get(shorter, ())}
        slips = sorted((OSA.distance(token, word), word) for word in near)
        return (slips[0][1],) if slips and slips[0][0] == 1 else self._split(token)

    def _split(self, token: str) -> tuple[str, ...]:
        """The token in two where both halves are words, at the cut with the commonest halves."""
        cuts = [
            (min(first, second), cut)
            for cut in range(_LEAST_HALF, len(token) - _LEAST_HALF + 1)
            if (first := self._count(token[:cut])) and (second := self._count(token[cut:]))
        ]
        if not cuts:
            return (token,)
        _, best = max(cuts)
        return token[:best], token[best:]

    def _count(self, half: str) -> int:
        if half in self._phrase_words:
            return _COMMON
        count = self._vocabulary.count(half)
        return count if len(half) >= _TELLING or count > 1 else 0


def _shorten(word: str) -> set[str]:
    """The word, and the word with one letter left out: words one slip apart have one of these in common."""
    return {word, *(word[:cut] + word[cut + 1 :] for cut in range(len(word)))}
