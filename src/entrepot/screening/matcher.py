"""The method `entrepot`: names compared word by word, each word by what it says of who is named."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from entrepot.model.listing import ListedParty, PartyKind
from entrepot.model.match import Feature, Match, Query
from entrepot.screening.alignment import Alignment, NameWords
from entrepot.screening.comparison import Compared, Comparer
from entrepot.screening.facts import IdentifierKey, key_of, weigh_facts
from entrepot.screening.features import BASE, Measures, explain, score_of
from entrepot.screening.index import NameIndex
from entrepot.screening.lexicon import load_lexicon
from entrepot.screening.readings import Reading, read_query

_WEAK_ALIAS = -3.0
_WITH_FACTS = 60
"""Parties compared where facts beside the name can turn their order."""
_CONFIRMING = frozenset({"same_identifier", "same_birth_year", "same_country"})


@dataclass(frozen=True, slots=True)
class _Scored:
    """A listed name with all that speaks for and against it."""

    compared: Compared
    facts: tuple[Feature, ...]
    score: float
    may_fire: bool


class EntrepotMatcher:
    """Satisfies `interface.Matcher`; one query at a time, not to be shared between threads."""

    method = ("entrepot", "1")
    default_threshold = 0.5

    def __init__(self, parties: Iterable[ListedParty]) -> None:
        self._lexicon = load_lexicon()
        self.index = NameIndex(parties, self._lexicon)
        self._comparer = Comparer(self.index)
        self._has_unknown = any(party.kind == "unknown" for party in self.index.parties)
        self._by_identifier: dict[IdentifierKey, list[int]] = defaultdict(list)
        for number, party in enumerate(self.index.parties):
            for identifier in party.identifiers if party.names else ():
                key = key_of(identifier)
                if key is not None:
                    self._by_identifier[key].append(number)

    def match(self, queries: Sequence[Query], *, limit: int, threshold: float | None = None) -> list[tuple[Match, ...]]:
        """The candidates of each query, best first."""
        least = self.default_threshold if threshold is None else threshold
        return [tuple(self._as_match(one, least) for one in self._rank(query, limit)) for query in queries]

    def _rank(self, query: Query, limit: int) -> list[_Scored]:
        best: dict[int, _Scored] = {}
        has_facts = bool(query.birth_year or query.country or query.identifiers or query.kind != "unknown")
        for compared in self._compare(query, max(limit, _WITH_FACTS) if has_facts else limit):
            scored = self._score(query, compared)
            known = best.get(compared.party)
            if known is None or (scored.may_fire, scored.score) > (known.may_fire, known.score):
                best[compared.party] = scored
        return sorted(best.values(), key=lambda one: (-one.score, one.compared.name))[:limit]

    def _compare(self, query: Query, limit: int) -> Iterator[Compared]:
        readings = read_query(
            query.name, self._kind_of(query), self.index.vocabulary, self.index.repairer, self._lexicon
        )
        for reading in readings:
            yield from self._comparer.compare(reading, limit)
        for identifier in query.identifiers:
            key = key_of(identifier)
            for party in self._by_identifier.get(key, ()) if key else ():
                yield self._by_number(party, readings[0] if readings else Reading((), ()))

    def _kind_of(self, query: Query) -> PartyKind:
        """How the name is to be read; a list that does not tell people from firms has both read as firms."""
        return "unknown" if query.kind == "person" and self._has_unknown else query.kind

    def _by_number(self, party: int, reading: Reading) -> Compared:
        """A party that shares a number, whatever its names."""
        nothing = NameWords((), (), ())
        nobody = Alignment((), tuple(range(len(reading.words))), ())
        measures = Measures(*[0.0] * len(Measures._fields))
        return Compared(self.index.first_name(party), party, BASE, measures, nobody, reading, nothing)

    def _score(self, query: Query, compared: Compared) -> _Scored:
        party = self.index.parties[compared.party]
        facts = tuple(weigh_facts(query, party))
        weight = compared.weight
        if facts:
            weight += sum(fact.score * fact.weight for fact in facts)
        may_fire = True
        if self.index.names[compared.name].strength == "weak":
            may_fire = any(fact.name in _CONFIRMING for fact in facts)
            facts += (
                Feature(
                    name="weak_alias",
                    score=1.0,
                    weight=_WEAK_ALIAS,
                    detail="The list calls this alias weak: it makes no match unless a fact beside the name agrees.",
                ),
            )
            weight += _WEAK_ALIAS
        return _Scored(compared, facts, score_of(weight), may_fire)

    def _as_match(self, one: _Scored, threshold: float) -> Match:
        compared = one.compared
        party = self.index.parties[compared.party]
        fires = one.score >= threshold and one.may_fire
        return Match(
            id=party.id,
            list=party.list,
            name=party.names[0].text,
            matched_name=self.index.names[compared.name].text,
            score=round(one.score, 4),
            decision="possible_match" if fires else "no_match",
            features=(*explain(compared.measures, compared.reading, compared.words, compared.alignment), *one.facts),
            programs=party.programmes,
            first_listed=party.first_listed_on,
        )
