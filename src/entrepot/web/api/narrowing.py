"""Which of the listed parties a request is about: data sets, kinds, days, and who is left out."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Annotated

from fastapi import Depends, Path, Query

from entrepot.errors import CallError
from entrepot.model.listing import ListedParty
from entrepot.web.api.listed import Listed, entity_id
from entrepot.web.api.schemata import check_schema, is_of

Names = Annotated[list[Annotated[str, Query(max_length=200)]], Query(max_length=200)]
Dataset = Annotated[
    str, Path(max_length=200, description="A list of the case, a group of lists, or `default` for all.")
]
Since = Annotated[
    str, Query(max_length=40, description="Only parties whose entry came in or changed on this day or later.")
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Narrowing:
    """What the parties are narrowed to, beside the data set that is asked."""

    include_dataset: Sequence[str] = ()
    exclude_dataset: Sequence[str] = ()
    exclude_schema: Sequence[str] = ()
    exclude_entity_ids: Sequence[str] = ()
    changed_since: str = ""
    topics: Sequence[str] = ()


def read_narrowing(
    include_dataset: Names = [],  # noqa: B006 - how FastAPI declares a default; it is copied for each request
    exclude_dataset: Names = [],  # noqa: B006 - as above
    exclude_schema: Names = [],  # noqa: B006 - as above
    exclude_entity_ids: Names = [],  # noqa: B006 - as above
    changed_since: Since = "",
    topics: Names = [],  # noqa: B006 - as above
) -> Narrowing:
    """What a request narrows the parties to."""
    return Narrowing(
        include_dataset=include_dataset,
        exclude_dataset=exclude_dataset,
        exclude_schema=exclude_schema,
        exclude_entity_ids=exclude_entity_ids,
        changed_since=changed_since,
        topics=topics,
    )


NarrowingGiven = Annotated[Narrowing, Depends(read_narrowing)]


def narrow(listed: Listed, dataset: str, narrowing: Narrowing) -> Callable[[ListedParty], bool]:
    """Whether a party is among those that are asked for.

    Raises:
        CallError: something is asked for that is not understood; it is not passed over in silence.
    """
    if narrowing.topics:
        raise CallError("The lists of a case have no topics; leave `topics` out, or ask one list by its name.")
    scope = _scope(listed, dataset, narrowing)
    without = [check_schema(schema) for schema in narrowing.exclude_schema]
    excluded = frozenset(narrowing.exclude_entity_ids)
    since = _read_day(narrowing.changed_since)

    def takes(party: ListedParty) -> bool:
        dates = listed.dates.get((party.list, party.id))
        return (
            party.list in scope
            and not any(is_of(party.kind, schema) for schema in without)
            and party.id not in excluded
            and entity_id(party) not in excluded
            and (since is None or (dates is not None and dates.changed >= since))
        )

    return takes


def _scope(listed: Listed, dataset: str, narrowing: Narrowing) -> frozenset[str]:
    """The lists that are asked.

    Included ones narrow a group that holds them, as yente has it, and are asked besides a list that does not, as
    its client means them.
    """
    scope = listed.scope([dataset])
    if narrowing.include_dataset:
        included = listed.scope(narrowing.include_dataset)
        scope = included if included <= scope else included | scope
    return scope - listed.scope(narrowing.exclude_dataset)


def _read_day(text: str) -> date | None:
    if not text:
        return None
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        raise CallError(f"{text!r} is no day; write it as 2025-08-31.") from None
