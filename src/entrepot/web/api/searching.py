"""`GET /search/{dataset}`: listed parties by words, as for a box to search in."""

from collections import Counter
from collections.abc import Callable, Sequence
from typing import Annotated, Any

from fastapi import APIRouter, Query
from fastapi.responses import JSONResponse, Response

from entrepot.errors import CallError
from entrepot.model.listing import ListedParty, PartyKind
from entrepot.pipeline.screening import read_latest
from entrepot.reference.territories import territory_name
from entrepot.screening import DEFAULT_METHOD
from entrepot.store.casefile import CaseFile
from entrepot.web.api.asking import Wish, find_candidates
from entrepot.web.api.bodies import SearchAnswer
from entrepot.web.api.entities import entity_properties, entity_record
from entrepot.web.api.examples import Example, read_example
from entrepot.web.api.listed import Listed, ListedGiven, entity_id, fold_text
from entrepot.web.api.narrowing import Dataset, Names, NarrowingGiven, narrow
from entrepot.web.api.schemata import KINDS_OF, SCHEMA_OF, check_schema
from entrepot.web.requests import CaseGiven, DeskGiven

router = APIRouter(tags=["Screening"])

NEAR = 100
"""Parties that are looked for by likeness of the name; words alone find any number."""
_FACETS = {"countries": "Countries", "datasets": "Data sets", "schema": "Kinds"}
_SORTS = ("caption", "first_seen", "last_seen", "last_change", "id")


@router.get("/search/{dataset}", response_model=SearchAnswer)
def search(
    case: CaseGiven,
    desk: DeskGiven,
    listed: ListedGiven,
    dataset: Dataset,
    narrowing: NarrowingGiven,
    q: Annotated[
        str, Query(max_length=500, description="Words of a name, a number, or an id; all must be there.")
    ] = "",
    schema: Annotated[str, Query(max_length=100, description="A kind of party; `Thing` for all.")] = "Thing",
    countries: Names = [],  # noqa: B006 - how FastAPI declares a default; it is copied for each request
    filter: Annotated[  # noqa: A002 - the name that clients give it
        list[str], Query(max_length=50, description="`property:value`, several times to narrow further.")
    ] = [],  # noqa: B006 - as above
    limit: Annotated[int, Query(ge=0, le=500)] = 10,
    offset: Annotated[int, Query(ge=0, le=10_000)] = 0,
    sort: Annotated[list[str], Query(max_length=5, description="`field:asc` or `field:desc`.")] = [],  # noqa: B006
    fuzzy: Annotated[bool, Query(description="Also parties whose names are like the words.")] = False,
    simple: Annotated[bool, Query(description="Accepted for yente's sake; words are always taken as words.")] = True,
    facets: Names = ["countries", "datasets", "schema"],  # noqa: B006 - as above
) -> Response:
    """Listed parties that have all these words in their names or numbers, those whose names come nearest first."""
    takes = _wanted(narrow(listed, dataset, narrowing), KINDS_OF[check_schema(schema)], countries, filter)
    wish = Wish(limit=NEAR, threshold=0.5, cutoff=0.0, method=DEFAULT_METHOD, asked_at=desk.now(), takes=takes)
    found = find_by_words(case, listed, q, wish, fuzzy=fuzzy)
    found = _sorted(listed, found, sort)
    page = found[offset : offset + limit]
    content = {
        "results": [entity_record(listed, party) for party in page],
        "facets": {name: _facet(name, found) for name in facets if name in _FACETS},
        "total": {"value": len(found), "relation": "eq"},
        "limit": limit,
        "offset": offset,
    }
    return JSONResponse(content)


def _wanted(
    takes: Callable[[ListedParty], bool], kinds: frozenset[PartyKind], countries: Sequence[str], filters: Sequence[str]
) -> Callable[[ListedParty], bool]:
    """Whether a party is of these kinds, of one of these countries, and has all that the filters ask for."""
    codes = {code.casefold() for code in countries}
    pairs = [_pair(text) for text in filters]

    def is_wanted(party: ListedParty) -> bool:
        return (
            party.kind in kinds
            and (not codes or bool(codes & {code.casefold() for code in party.countries}))
            and takes(party)
            and (not pairs or _has(party, pairs))
        )

    return is_wanted


def find_by_words(case: CaseFile, listed: Listed, words: str, wish: Wish, *, fuzzy: bool) -> list[ListedParty]:
    """The parties with all these words, each a beginning of a word of theirs; where none is given, all that are wanted.

    Those whose names come nearest stand first, then the others in the order of the lists. `fuzzy` adds parties that
    are possible matches of the words taken as a name.
    """
    parties = listed.lists.parties
    asked = fold_text(words).split()
    exact = listed.by_id.get(words.strip())
    if not asked and exact is None:
        return [] if words.strip() else [party for party in parties if wish.takes(party)]
    starts = [f" {word}" for word in asked]
    held = [place for place, text in enumerate(listed.texts) if starts and all(start in f" {text}" for start in starts)]
    holding = dict.fromkeys([exact, *held] if exact is not None else held)
    near = _near(case, listed, words, wish) if asked else []
    first = [place for place, is_match in near if place in holding or (fuzzy and is_match)]
    order = dict.fromkeys([*([exact] if exact is not None else ()), *first, *holding])
    return [parties[place] for place in order if wish.takes(parties[place])]


def _near(case: CaseFile, listed: Listed, words: str, wish: Wish) -> list[tuple[int, bool]]:
    """The places of the parties whose names come nearest, and whether they are possible matches."""
    example = Example(schema="Thing", properties={"name": [words]})
    answer = find_candidates(listed, read_example(example), wish, read_latest(case))
    return [(listed.by_id[entity_id(one.party)], one.is_match) for one in answer.candidates]


def _sorted(listed: Listed, found: Sequence[ListedParty], sorts: Sequence[str]) -> list[ListedParty]:
    """In the order asked for, the first field counting most; without one, as found."""
    ordered = list(found)
    for text in reversed(sorts):
        field, _, direction = text.partition(":")
        if field not in _SORTS or direction not in ("", "asc", "desc"):
            raise CallError(
                f"There is no order {text[:60]!r}; there are: {', '.join(_SORTS)}, each with :asc or :desc."
            )
        ordered.sort(key=_key(listed, field), reverse=direction == "desc")
    return ordered


def _key(listed: Listed, field: str) -> Callable[[ListedParty], str]:
    def key(party: ListedParty) -> str:
        if field == "caption":
            return party.names[0].text.casefold() if party.names else ""
        return str(entity_record(listed, party)[field] or "")

    return key


def _pair(text: str) -> tuple[str, str]:
    name, colon, value = text.partition(":")
    if not colon or not name:
        raise CallError(f"{text[:60]!r} is no filter; write it as property:value.")
    return name, fold_text(value)


def _has(party: ListedParty, pairs: Sequence[tuple[str, str]]) -> bool:
    properties = entity_properties(party)
    return all(value in {fold_text(str(one)) for one in properties.get(name, ())} for name, value in pairs)


def _facet(name: str, found: Sequence[ListedParty]) -> dict[str, Any]:
    counted: Counter[str] = Counter()
    for party in found:
        if name == "countries":
            counted.update({code.lower() for code in party.countries})
        else:
            counted[party.list if name == "datasets" else SCHEMA_OF[party.kind]] += 1
    values = [
        {"name": value, "label": _label(name, value), "count": count}
        for value, count in sorted(counted.items(), key=lambda one: (-one[1], one[0]))
    ]
    return {"label": _FACETS[name], "values": values}


def _label(name: str, value: str) -> str:
    if name != "countries":
        return value
    return territory_name(value.upper())
