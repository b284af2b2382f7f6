"""What a screening found: candidates from lists with reasons, and what people judged of them."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal, overload

from entrepot.model.listing import Identifier, ListVersion, PartyKind

Decision = Literal["possible_match", "no_match"]
Verdict = Literal["positive", "negative", "unsure"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """A name that is asked for, with whatever else is known of its bearer.

    `country` is ISO 3166-1 alpha-2, "" where unknown; `birth_year` is the Gregorian year.
    """

    name: str
    id: str = ""
    kind: PartyKind = "unknown"
    country: str = ""
    birth_year: int | None = None
    identifiers: tuple[Identifier, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Feature:
    """One ground for or against: `score` is 0 to 1, `weight` what it adds at a score of 1 (below 0: takes away).

    `detail` is one sentence for the user.
    """

    name: str
    score: float
    weight: float
    detail: str


class Reasons(Sequence[Feature]):
    """The features of a match, put into words only once somebody looks at them: of most candidates nobody does.

    `tell` makes them out of `grounds`, which is all that is kept until then.
    """

    __slots__ = ("_features", "_grounds", "_tell")

    def __init__(self, tell: Callable[..., Iterable[Feature]], *grounds: object) -> None:
        self._tell, self._grounds = tell, grounds
        self._features: tuple[Feature, ...] | None = None

    def _told(self) -> tuple[Feature, ...]:
        if self._features is None:
            self._features = tuple(self._tell(*self._grounds))
            self._grounds = ()
        return self._features

    @overload
    def __getitem__(self, place: int) -> Feature: ...

    @overload
    def __getitem__(self, place: slice) -> tuple[Feature, ...]: ...

    def __getitem__(self, place: int | slice) -> Feature | tuple[Feature, ...]:
        return self._told()[place]

    def __len__(self) -> int:
        return len(self._told())

    def __iter__(self) -> Iterator[Feature]:
        return iter(self._told())

    def __eq__(self, other: object) -> bool:
        return isinstance(other, tuple | Reasons) and self._told() == tuple(other)

    def __hash__(self) -> int:
        return hash(self._told())

    def __repr__(self) -> str:
        return repr(self._told())

    def __reduce__(self) -> tuple[type[tuple[Feature, ...]], tuple[tuple[Feature, ...]]]:
        return tuple, (self._told(),)


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """What a person decided of a query and a listed party; later screenings honour the latest one."""

    query: str
    list: str
    party_id: str
    verdict: Verdict
    by: str
    judged_at: datetime
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """A listed party beside a query: never more than a possible match, whatever the score (0 to 1).

    `name` is the primary name, `matched_name` the one that came closest. `judgement` is the latest that a person gave.
    """

    id: str
    list: str
    name: str
    matched_name: str
    score: float
    decision: Decision
    features: Sequence[Feature]
    programs: tuple[str, ...] = ()
    first_listed: date | None = None
    judgement: Judgement | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Screening:
    """One query put to lists: what it was put to, how, and what came near, best first.

    `method` is name and version; `as_of` is the day that was asked about, None for the versions as given.
    """

    query: Query
    list_versions: tuple[ListVersion, ...]
    method: tuple[str, str]
    threshold: float
    matches: tuple[Match, ...]
    as_of: date | None = None
