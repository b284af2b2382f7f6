"""The bodies of requests and answers that programs exchange with the workbench, in the form of yente."""

from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field

MAX_BATCH = 100
"""Queries in one request, as with yente."""

Text = Annotated[str, Field(max_length=2000)]
Value = Text | int | float | bool | None
Nested = dict[Annotated[str, Field(max_length=200)], Any]


class Problem(BaseModel):
    """Why a request was not carried out, in one sentence."""

    error: str
    status: int
    detail: str


class Status(BaseModel):
    """That the server is there."""

    status: str = "ok"


class ExampleBody(BaseModel):
    """An entity to look for, in FollowTheMoney's form."""

    model_config = ConfigDict(populate_by_name=True)

    id: Annotated[str, Field(max_length=500)] | None = None
    schema_: Annotated[str, Field(alias="schema", max_length=100, examples=["Person"])]
    properties: Annotated[
        dict[Annotated[str, Field(max_length=200)], Value | Annotated[list[Value | Nested], Field(max_length=500)]],
        Field(max_length=200, examples=[{"name": ["John Doe"], "birthDate": ["1975-04-21"], "nationality": ["us"]}]),
    ]


class MatchBody(BaseModel):
    """A batch of examples, each under a key of the caller's own; a method takes no weights or settings here."""

    queries: dict[Annotated[str, Field(max_length=500)], ExampleBody | None]
    weights: dict[str, float] = {}
    config: dict[str, Value] = {}


class Total(BaseModel):
    """How many there are: exactly (`eq`), or at least (`gte`)."""

    value: int
    relation: str = "eq"


class EntityBody(BaseModel):
    """A listed party as a FollowTheMoney entity."""

    model_config = ConfigDict(populate_by_name=True)

    id: str
    caption: str
    schema_: Annotated[str, Field(alias="schema")]
    properties: dict[str, list[Any]]
    datasets: list[str]
    referents: list[str]
    target: bool
    first_seen: str | None
    last_seen: str | None
    last_change: str | None


class Explanation(BaseModel):
    """A ground for or against, with what it adds at a score of 1."""

    score: float
    weight: float
    detail: str
    query: str | None = None
    candidate: str | None = None


class ScoredEntity(EntityBody):
    """A candidate: `match` says that it is a possible match, and never that it is the one asked for."""

    score: float
    match: bool
    features: dict[str, float]
    explanations: dict[str, Explanation]
    judgement: dict[str, Any] | None = None


class EchoedExample(BaseModel):
    """The example as it was understood."""

    model_config = ConfigDict(populate_by_name=True)

    id: str | None
    schema_: Annotated[str, Field(alias="schema")]
    properties: dict[str, list[str]]


class Matches(BaseModel):
    """The candidates of one example; `issues` say what could not be asked of it, `status` is 400 if nothing could."""

    status: int
    results: list[ScoredEntity]
    total: Total
    query: EchoedExample
    issues: list[str]


class MatchAnswer(BaseModel):
    """The candidates of each example, by the caller's keys."""

    responses: dict[str, Matches]
    matcher: dict[str, Any]
    limit: int
    method: dict[str, str]
    threshold: float


class FacetItem(BaseModel):
    """How many of the results have a value."""

    name: str
    label: str
    count: int


class Facet(BaseModel):
    """The values of a field among the results."""

    label: str
    values: list[FacetItem]


class SearchAnswer(BaseModel):
    """A page of the parties that were found."""

    results: list[EntityBody]
    facets: dict[str, Facet]
    total: Total
    limit: int
    offset: int


class AdjacentPage(BaseModel):
    """What is adjacent to an entity under one property, a page of it."""

    results: list[EntityBody]
    total: Total
    limit: int
    offset: int


class Adjacent(BaseModel):
    """An entity, and what is adjacent to it by property."""

    entity: EntityBody
    adjacent: dict[str, AdjacentPage]


class DatasetBody(BaseModel):
    """A list of the case, or a group of them."""

    name: str
    title: str
    load: bool
    version: str
    index_version: str
    index_current: bool
    children: list[str]
    entity_count: int
    thing_count: int
    updated_at: str | None
    last_export: str | None
    summary: str | None = None


class Catalog(BaseModel):
    """The data sets that can be asked."""

    datasets: list[DatasetBody]
    current: list[str]
    outdated: list[str]
    index_stale: bool


class AlgorithmBody(BaseModel):
    """A method of screening."""

    name: str
    description: str
    features: dict[str, Any]
    docs: dict[str, Any]


class Algorithms(BaseModel):
    """The methods of screening, and the usual one."""

    algorithms: list[AlgorithmBody]
    default: str
    best: str


class Version(BaseModel):
    """What runs here."""

    name: str
    version: str
