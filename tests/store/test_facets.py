"""Facets: each value is counted among the rows that fit what is chosen of the other facets."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from entrepot.store import CaseFile, create_case
from entrepot.store.browsing_claims import CLAIM_FACETS, ClaimIndexRow, narrow_claims, write_claim_index
from entrepot.store.facets import SHOWN, Narrowing

NAMES = ("frame", "polarity", "actor", "issue")

rows = st.lists(
    st.tuples(
        st.sampled_from(("supply", "seek", "meet")),
        st.sampled_from(("positive", "negative")),
        st.sets(st.sampled_from(("country:IR", "country:RU", "organisation:a/b"))),
        st.sampled_from(((), ("any", "office_term"))),
        st.sampled_from(("drones to Rūsa", "optics", "")),
    ),
    max_size=12,
)
choices = st.dictionaries(
    st.sampled_from(NAMES),
    st.lists(st.sampled_from(("supply", "seek", "positive", "country:IR", "organisation:a/b", "any")), max_size=2),
)


def index_row(
    number: int, frame: str, polarity: str, actors: set[str], issues: tuple[str, ...], text: str
) -> ClaimIndexRow:
    return ClaimIndexRow(
        claim_id=f"c{number}",
        document_id="d",
        place=number + 1,
        frame=frame,
        polarity=polarity,
        modality="asserted",
        source_kind="outlet",
        publisher="Outlet",
        year="",
        month="",
        decision="open",
        issues=issues,
        actors=tuple((actor, f"name of {actor}") for actor in sorted(actors)),
        searched=text,
    )


def values_of(row: ClaimIndexRow, name: str) -> tuple[str, ...]:
    if name == "actor":
        return tuple(actor for actor, _ in row.actors)
    if name == "issue":
        return row.issues
    return (row.frame if name == "frame" else row.polarity,)


def counted_by_hand(kept: list[ClaimIndexRow], chosen: dict[str, list[str]], name: str) -> Counter[str]:
    others = {other: wanted for other, wanted in chosen.items() if other != name and wanted}
    fitting = [row for row in kept if all(set(values_of(row, other)) & set(wanted) for other, wanted in others.items())]
    return Counter(value for row in fitting for value in values_of(row, name))


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Iterator[CaseFile]:
    with create_case(tmp_path_factory.mktemp("facets") / "case", "facets") as opened:
        yield opened


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(told=rows, chosen=choices, words=st.sampled_from(((), ("RUSA",), ("drones", "to"), ("%",))))
def test_counts_are_those_of_counting_by_hand(
    case: CaseFile, told: list[tuple], chosen: dict[str, list[str]], words: tuple[str, ...]
) -> None:
    found = [index_row(number, *one) for number, one in enumerate(told)]
    case.connection.execute("DELETE FROM claim_index")
    write_claim_index(case, ["d"], found)
    kept = [row for row in found if not words or (words != ("%",) and row.searched.startswith("drones"))]
    table = narrow_claims(case, Narrowing(chosen=chosen, words=words))
    for facet in table.count_facets():
        if facet.name in NAMES:
            counts = {value.value: value.count for value in facet.values if value.count}
            assert counts == counted_by_hand(kept, chosen, facet.name)
            assert {value.value for value in facet.values} >= set(chosen.get(facet.name, ()))
    fitting = [
        row for row in kept if all(set(values_of(row, name)) & set(some) for name, some in chosen.items() if some)
    ]
    assert table.count_rows() == len(fitting)


def test_the_commonest_values_come_first_and_all_when_asked(tmp_path: Path) -> None:
    with create_case(tmp_path / "case", "many") as case:
        told = [index_row(at, f"frame {at % 40:02d}", "positive", set(), (), "") for at in range(100)]
        write_claim_index(case, ["d"], told)
        frames = narrow_claims(case, Narrowing(chosen={"frame": ["frame 39"]})).count_facets()[0]
        assert [value.count for value in frames.values[:SHOWN]] == [3] * SHOWN
        assert frames.values[-1].value == "frame 39"
        assert frames.distinct == 40
        whole = narrow_claims(case, Narrowing(chosen={}, whole=frozenset({"frame"}))).count_facets()[0]
        assert len(whole.values) == 40


def test_an_actor_is_shown_by_name_and_chosen_by_id(tmp_path: Path) -> None:
    with create_case(tmp_path / "case", "named") as case:
        write_claim_index(case, ["d"], [index_row(0, "supply", "positive", {"organisation:a/b"}, (), "")])
        actors = {facet.name: facet for facet in narrow_claims(case, Narrowing(chosen={})).count_facets()}["actor"]
        assert [(one.value, one.label) for one in actors.values] == [("organisation:a/b", "name of organisation:a/b")]


def test_every_facet_has_a_name_of_its_own() -> None:
    assert len({one.name for one in CLAIM_FACETS}) == len(CLAIM_FACETS)
