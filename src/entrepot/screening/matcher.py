"""The method `entrepot`: names compared word by word, each word by what it says of who is named."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

import numpy as np

from entrepot.model.listing import ListedParty, PartyKind
from entrepot.model.match import Feature, Match, Query, Reasons
from entrepot.screening.alignment import Amounts
from entrepot.screening.comparison import Comparer, Comparison
from entrepot.screening.facts import IdentifierKey, key_of, weigh_facts
from entrepot.screening.features import BASE, Measures, explain, score_of
from entrepot.screening.index import NameIndex
from entrepot.screening.lexicon import load_lexicon
from entrepot.screening.readings import Reading, read_query

_WEAK_ALIAS = Feature(
    name="weak_alias",
    score=1.0,
    weight=-3.0,
    detail="The list calls this alias weak: it makes no match unless a fact beside the name agrees.",
)
_WITH_FACTS = 60
"""Parties compared where facts beside the name can turn their order."""
_CONFIRMING = frozenset({"same_identifier", "same_birth_year", "same_country"})
_TOGETHER = 64
"""Queries compared together: more of them save nothing, and cost memory."""
_NOBODY = Reading((), ())
_NOTHING = np.zeros(len(Measures._fields)), np.zeros((0, 4))
"""What a party comes to that was found by a number alone."""


class _Candidate(NamedTuple):
    """A listed name with what it came to: by the place of the comparison, or by a number that both have."""

    party: int
    name: int
    weight: float
    may_fire: bool
    facts: tuple[Feature, ...]
    place: int
    reading: int


class EntrepotMatcher:
    """Satisfies `interface.Matcher`; one batch at a time, not to be shared between threads."""

    method = ("entrepot", "1")
    default_threshold = 0.5

    def __init__(self, parties: Iterable[ListedParty]) -> None:
        self._lexicon = load_lexicon()
        self.index = NameIndex(parties, self._lexicon)
        self._comparer = Comparer(self.index)
        self._teller = self._tell
        self._is_weak = [name.strength == "weak" for name in self.index.names]
        self._has_unknown = any(party.kind == "unknown" for party in self.index.parties)
        self._by_identifier: dict[IdentifierKey, list[int]] = defaultdict(list)
        for number, party in enumerate(self.index.parties):
            for identifier in party.identifiers if party.names else ():
                key = key_of(identifier)
                if key is not None:
                    self._by_identifier[key].append(number)

    def match(self, queries: Sequence[Query], *, limit: int, threshold: float | None = None) -> list[tuple[Match, ...]]:
        """The candidates of each query, best first; several queries together cost less each."""
        least = self.default_threshold if threshold is None else threshold
        return [
            matches
            for first in range(0, len(queries), _TOGETHER)
            for matches in self._match(queries[first : first + _TOGETHER], limit, least)
        ]

    def _match(self, queries: Sequence[Query], limit: int, threshold: float) -> Iterator[tuple[Match, ...]]:
        readings: list[Reading] = []
        limits: list[int] = []
        firsts = [0]
        for query in queries:
            readings += read_query(
                query.name, self._kind_of(query), self.index.vocabulary, self.index.repairer, self._lexicon
            )
            limits += [max(limit, _WITH_FACTS) if _has_facts(query) else limit] * (len(readings) - len(limits))
            firsts.append(len(readings))
        compared = self._comparer.compare(readings, limits)
        for query, first, end in zip(queries, firsts, firsts[1:], strict=False):
            best = self._rank(query, compared, range(first, end), limit)
            yield tuple(self._as_match(one, compared, readings, threshold) for one in best)

    def _kind_of(self, query: Query) -> PartyKind:
        """How the name is to be read; a list that does not tell people from firms has both read as firms."""
        return "unknown" if query.kind == "person" and self._has_unknown else query.kind

    def _rank(self, query: Query, compared: Comparison | None, readings: range, limit: int) -> list[_Candidate]:
        """The best candidate of each party, best first."""
        facts: dict[int, tuple[Feature, ...]] = {}
        best: dict[int, _Candidate] = {}
        for one in self._list_candidates(query, compared, readings):
            if _has_facts(query):
                if one.party not in facts:
                    facts[one.party] = tuple(weigh_facts(query, self.index.parties[one.party]))
                one = _with_facts(one, facts[one.party])
            if self._is_weak[one.name]:
                may_fire = any(fact.name in _CONFIRMING for fact in one.facts)
                one = _with_facts(one, (_WEAK_ALIAS,))._replace(may_fire=may_fire)
            known = best.get(one.party)
            if known is None or (one.may_fire, one.weight) > (known.may_fire, known.weight):
                best[one.party] = one
        return sorted(best.values(), key=_in_order)[:limit]

    def _list_candidates(self, query: Query, compared: Comparison | None, readings: range) -> Iterator[_Candidate]:
        if compared is not None:
            for reading in readings:
                for place in range(compared.starts[reading], compared.starts[reading + 1]):
                    yield _Candidate(
                        compared.parties[place],
                        compared.names[place],
                        compared.weights[place],
                        True,
                        (),
                        place,
                        reading,
                    )
        for identifier in query.identifiers:
            key = key_of(identifier)
            for party in self._by_identifier.get(key, ()) if key else ():
                yield _Candidate(party, self.index.first_name(party), BASE, True, (), -1, -1)

    def _as_match(self, one: _Candidate, laid: Comparison | None, readings: list[Reading], threshold: float) -> Match:
        party = self.index.parties[one.party]
        score = score_of(one.weight)
        measures, pairs = laid.take(one.place) if laid and one.reading >= 0 else _NOTHING
        reading = readings[one.reading] if one.reading >= 0 else _NOBODY
        return Match(
            id=party.id,
            list=party.list,
            name=party.names[0].text,
            matched_name=self.index.names[one.name].text,
            score=round(score, 4),
            decision="possible_match" if score >= threshold and one.may_fire else "no_match",
            features=Reasons(self._teller, one.name, reading, measures, pairs, one.facts),
            programs=party.programmes,
            first_listed=party.first_listed_on,
        )

    def _tell(
        self, name: int, reading: Reading, measures: Amounts, pairs: Amounts, facts: tuple[Feature, ...]
    ) -> Iterator[Feature]:
        """All that speaks for and against a candidate."""
        agreeing = [(int(start), int(end), int(word)) for start, end, word, _ in pairs.tolist()]
        yield from explain(Measures(*measures.tolist()), reading.words, self.index.words_of(name), agreeing)
        yield from facts


def _has_facts(query: Query) -> bool:
    """Whether more is known than a name."""
    return bool(query.birth_year or query.country or query.identifiers or query.kind != "unknown")


def _with_facts(one: _Candidate, facts: tuple[Feature, ...]) -> _Candidate:
    added = sum(fact.score * fact.weight for fact in facts)
    return one._replace(weight=one.weight + added, facts=one.facts + facts) if facts else one


def _in_order(one: _Candidate) -> tuple[float, int]:
    """The heaviest first, of equal ones the first on the list."""
    return -one.weight, one.name
