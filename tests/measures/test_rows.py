from entrepot.measures.rows import GOODS_COLUMNS, MEASURE_COLUMNS, find_goods_faults, find_measure_faults
from entrepot.reference.tables import load_table


def test_every_row_of_the_tables_is_as_sound_as_a_users_row_must_be() -> None:
    assert [(row["id"], faults) for row in load_table("measures").rows if (faults := find_measure_faults(row))] == []
    assert [(row["id"], faults) for row in load_table("measure_goods").rows if (faults := find_goods_faults(row))] == []


def test_a_users_file_has_the_columns_of_the_tables() -> None:
    assert tuple(MEASURE_COLUMNS) == load_table("measures").columns
    assert tuple(GOODS_COLUMNS) == load_table("measure_goods").columns
    assert [column for column, needed in GOODS_COLUMNS.items() if needed] == ["measure", "code", "source"]
