"""One clause for many ways of building a sentence."""

import pytest

from entrepot.claims.clauses import Clause
from tests.claims.reports import clause_of


def slot(clause: Clause, name: str) -> list[str]:
    return [token.text for token in clause.get(name)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Iran supplied drones to Russia.",
        "Drones were supplied to Russia by Iran.",
        "Drones have been supplied by Iran to Russia.",
        "Iran, which supplied drones to Russia, denies it.",
        "The drones that Iran supplied to Russia are old.",
        "Kyiv showed drones that had been supplied to Russia by Iran.",
        "Iran is accused of supplying drones to Russia.",
        "Kyiv accused Iran of supplying drones to Russia.",
        "Iran is said to supply drones to Russia.",
        "Iran began to supply drones to Russia.",
        "Iran admitted supplying drones to Russia.",
        "Iran makes drones and supplies them to Russia.",
        "Canada sanctioned Iran for supplying drones to Russia.",
        "Experts suspect Iran of supplying drones to Russia.",
        "By supplying drones to Russia, Iran broke the rules.",
        "Iran's promise to supply drones to Russia was kept.",
    ],
)
def test_who_supplies_what_to_whom_is_read_from_any_build_of_the_sentence(sentence: str) -> None:
    clause = clause_of(sentence, "supply")
    assert slot(clause, "subj") == ["Iran"]
    assert [text.lower() for text in slot(clause, "obj")] in (["drones"], ["them"])
    assert slot(clause, "to") == ["Russia"]


@pytest.mark.parametrize(
    "sentence",
    [
        "The supply of drones to Russia by Iran went on.",
        "In June the supply of drones by Iran to Russia ended.",
    ],
)
def test_a_noun_of_supply_has_the_same_parties_in_its_prepositions(sentence: str) -> None:
    clause = clause_of(sentence, "supply")
    assert (clause.kind, slot(clause, "of"), slot(clause, "to"), slot(clause, "by")) == (
        "noun",
        ["drones"],
        ["Russia"],
        ["Iran"],
    )


def test_an_owner_stands_beside_the_noun_of_what_it_did() -> None:
    assert slot(clause_of("Iran's supply of drones grew.", "supply"), "poss") == ["Iran"]


def test_two_subjects_and_two_objects_are_all_found() -> None:
    clause = clause_of("Iran and Syria sent drones and shells to Chad and Mali.", "send")
    assert slot(clause, "subj") == ["Iran", "Syria"]
    assert slot(clause, "obj") == ["drones", "shells"]
    assert slot(clause, "to") == ["Chad", "Mali"]


def test_who_is_given_something_is_no_object() -> None:
    clause = clause_of("Iran gave the rebels drones.", "give")
    assert (slot(clause, "iobj"), slot(clause, "obj")) == (["rebels"], ["drones"])


def test_who_is_helped_does_what_follows() -> None:
    assert slot(clause_of("Oman helps Iran to evade the embargo.", "evade"), "subj") == ["Iran"]


def test_a_subject_understood_is_marked_as_such() -> None:
    clause = clause_of("Iran wants to sell drones.", "sell")
    assert clause.inferred == {token.i for token in clause.slots["subj"]} != set()


def test_the_subject_of_a_copula_is_that_of_its_noun() -> None:
    clause = clause_of("Georgia is a route for lathes.", "route")
    assert (slot(clause, "subj"), slot(clause, "for")) == (["Georgia"], ["lathes"])


def test_what_something_is_used_as_is_said_of_the_thing_used() -> None:
    assert slot(clause_of("Iran uses Georgia as a route.", "route"), "subj") == ["Georgia"]


def test_a_noun_in_apposition_is_said_of_the_name_before_it() -> None:
    assert slot(clause_of("Morvale, a supplier of lathes, closed.", "supplier"), "subj") == ["Morvale"]


def test_a_verb_with_a_particle_is_another_verb() -> None:
    assert slot(clause_of("The army wiped out the depot.", "wipe_out"), "obj") == ["depot"]


def test_a_participle_before_its_noun_is_no_clause() -> None:
    with pytest.raises(StopIteration):
        clause_of("The sanctioned ships left.", "sanction")


def test_a_place_described_by_where_is_where_it_happens() -> None:
    assert slot(clause_of("The plant where Iran makes drones burned.", "make"), "in") == ["plant"]
