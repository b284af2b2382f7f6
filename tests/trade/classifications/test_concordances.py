import pytest

from entrepot.errors import InputError
from entrepot.trade.classifications.concordances import combined_nomenclature, list_changes, read_concordance
from tests.trade.samples import SHARED, needs_shared


def test_the_revision_of_2022_has_the_published_pairs():
    changes = list_changes(combined_nomenclature(), 2021, 2022)
    assert len(changes.pairs) == 1128
    assert changes.origins_of("85171300") == ("85171200",)
    assert "85171300" in changes.born
    assert "85171200" in changes.ended


def test_nothing_changes_within_one_edition():
    changes = list_changes(combined_nomenclature(), 2022, 2022)
    assert (changes.born, changes.ended, changes.touched, changes.years) == (frozenset(),) * 3 + ((),)


def test_a_code_born_and_split_again_is_traced_to_its_first_origin():
    changes = list_changes(combined_nomenclature(), 2016, 2022)
    assert changes.years == (2017, 2018, 2019, 2020, 2021, 2022)
    assert "85171300" in changes.born
    assert changes.origins_of("85171300") == ("85171200",)


@pytest.mark.shared
@needs_shared
def test_listed_codes_that_the_revision_changed_are_as_many_as_published(shared_codes):
    changes = list_changes(combined_nomenclature(), 2021, 2022)
    every = {code for pair in changes.pairs for code in pair}
    counts = (len(shared_codes & changes.born), len(shared_codes & changes.ended), len(shared_codes & every))
    assert counts == (67, 51, 167)


@pytest.fixture
def shared_codes():
    import duckdb

    file = SHARED / "eurostat" / "eu_exports_sanctioned_codes_monthly_202001_202211.parquet"
    rows = duckdb.connect().execute("SELECT DISTINCT cn_code FROM read_parquet(?)", [str(file)]).fetchall()
    return {code for (code,) in rows if len(code) == 8}


@pytest.mark.shared
@needs_shared
def test_a_concordance_of_the_harmonized_system_gets_its_lost_zeros_back():
    found = read_concordance(SHARED / "concordance" / "HS_consolidated_comtrade_concordances.csv")
    assert sorted(found.revisions) == [1996, 2002, 2007, 2012, 2017, 2022]
    changes = list_changes(found, 2021, 2022)
    assert changes.origins_of("851713") == ("851712",)
    assert all(len(code) == 6 for pair in changes.pairs for code in pair)


def test_another_table_is_no_concordance(tmp_path):
    path = tmp_path / "table.csv"
    path.write_text("from,to\n1,2\n")
    with pytest.raises(InputError, match=r"code\.after, code\.before, adjustment"):
        read_concordance(path)
    path.write_text("code.after,code.before,adjustment\n1,2,never\n")
    with pytest.raises(InputError, match="2022 to 2017"):
        read_concordance(path)
