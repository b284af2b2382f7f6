from datetime import UTC, date, datetime

import pytest

from entrepot.errors import CallError, InputError
from entrepot.pipeline.measures import (
    add_measure_file,
    assess_measure_gap,
    load_measures,
    measures_in_force,
    read_issuer,
    read_measure_status,
    read_target,
)
from entrepot.reference.goods_scopes import read_goods_scope
from entrepot.store import create_case
from tests.measures.test_files import CARD, GOOD, HEAD

NOW = datetime(2026, 11, 22, tzinfo=UTC)
ON = date(2025, 8, 20)


@pytest.fixture
def own_file(tmp_path):
    path = tmp_path / "own.csv"
    path.write_text(HEAD + GOOD, encoding="utf-8")
    path.with_suffix(".toml").write_text(CARD, encoding="utf-8")
    return path


def test_the_measures_of_a_case_stand_beside_those_of_the_tables(own_file, tmp_path) -> None:
    with create_case(tmp_path / "c") as case:
        found, replaced = add_measure_file(case, own_file, NOW)
        assert (len(found.measures), replaced) == (1, False)
        assert add_measure_file(case, own_file, NOW)[1] is True
        assert load_measures(case).find("N1") is not None
        assert load_measures().find("N1") is None
        (row,) = read_measure_status(case)
        assert (row["file"], row["rows"], row["refused"]) == ("own.csv", 1, 0)


def test_a_file_without_a_case_takes_the_place_of_one_of_the_same_name(own_file, tmp_path) -> None:
    with create_case(tmp_path / "c") as case:
        add_measure_file(case, own_file, NOW)
        own_file.write_text(HEAD + GOOD.replace("N1", "N2"), encoding="utf-8")
        law = load_measures(case, [own_file])
        assert law.find("N1") is None
        assert law.find("N2") is not None


def test_a_file_of_which_no_row_can_be_read_is_not_kept(own_file, tmp_path) -> None:
    own_file.write_text(HEAD + GOOD.replace("export_control", "x"), encoding="utf-8")
    with create_case(tmp_path / "c") as case:
        with pytest.raises(InputError, match="no row could be read"):
            add_measure_file(case, own_file, NOW)
        assert read_measure_status(case) == []


def test_a_file_without_its_card_says_where_the_card_belongs(own_file) -> None:
    own_file.with_suffix(".toml").unlink()
    with pytest.raises(InputError, match=r"needs a card beside it, own\.toml"):
        load_measures(extra=[own_file])


def test_the_tables_are_sound() -> None:
    assert load_measures().issues == ()


def test_what_was_in_force_and_whether_there_was_a_gap_is_answered_for_other_steps() -> None:
    law = load_measures()
    goods = read_goods_scope("chpl")
    found = {one.id for one in measures_in_force(law, "BY", ON, goods)}
    assert {"M050", "M054", "M100"} <= found
    assert "M108" not in found
    assert found < {one.id for one in measures_in_force(law, "BY", ON)}
    assert assess_measure_gap(law, "BY", "RU", ON, goods).verdict == "does_not_support"


def test_territories_and_issuers_are_read_from_codes_and_names() -> None:
    law = load_measures()
    assert read_target("Belarus") == read_target("by") == "BY"
    assert read_issuer(law, "eu") == "EU"
    assert read_issuer(law, "G7+") == "G7+"
    assert read_issuer(law, "Norway") == "NO"
    for read in (lambda: read_target("Atlantis"), lambda: read_issuer(law, "Atlantis"), lambda: read_target("EU")):
        with pytest.raises(CallError, match=r"Atlantis|EU"):
            read()
