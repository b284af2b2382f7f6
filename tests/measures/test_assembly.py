from entrepot.measures.assembly import assemble_measures
from entrepot.measures.files import read_measure_file
from tests.measures.test_files import CARD, GOOD, HEAD


def test_rows_of_files_stand_beside_those_of_the_tables() -> None:
    law = assemble_measures([read_measure_file("own.csv", HEAD + GOOD, CARD, "abc")])
    own = law.find("N1")
    assert own is not None and own.table == "own.csv" and own.observed_on == "2026-10-01"
    assert law.find("M102") is not None
    assert law.digests["own.csv"] == "abc"
    assert law.issues == ()


def test_a_key_that_another_table_or_file_has_is_left_out_and_named() -> None:
    taken = HEAD + GOOD.replace("N1", "M102")
    files = [
        read_measure_file(name, rows, CARD, "abc")
        for name, rows in (("a.csv", HEAD + GOOD), ("b.csv", HEAD + GOOD), ("c.csv", taken))
    ]
    law = assemble_measures(files)
    assert [issue.message for issue in law.issues] == [
        "b.csv: the key N1 is that of a row of a.csv; give the row another. It was left out.",
        "c.csv: the key M102 is that of a row of the table measures; give the row another. It was left out.",
    ]
    assert law.find("M102").issuer == "EU"


def test_a_list_of_goods_goes_to_its_measure_wherever_that_stands() -> None:
    goods = "measure,code,extent,source\nM102,8542,whole,Annex\nN1,9013,part,Annex\nZZ,1,part,Annex\n".replace(
        ",1,", ",10,"
    )
    files = [read_measure_file("own.csv", HEAD + GOOD, CARD, "a"), read_measure_file("lists.csv", goods, CARD, "b")]
    law = assemble_measures(files)
    assert law.find("M102").goods.codes == ("8542",)
    assert law.find("M102").goods.resolution == "list"
    assert [(one.code, one.extent, one.table) for one in law.find("N1").goods_lists] == [("9013", "part", "lists.csv")]
    assert ["'ZZ', which no table and no file has" in issue.message for issue in law.issues] == [True]
