import pytest

from entrepot.channels.files import COLUMNS, read_channel_file
from entrepot.errors import InputError

HEADER = ",".join(COLUMNS)


def read(tmp_path, *rows, header=HEADER):
    path = tmp_path / "channels.csv"
    path.write_text("\n".join((header, *rows)) + "\n", encoding="utf-8")
    return read_channel_file(path)


def test_a_row_is_a_channel_with_its_row_for_a_ground(tmp_path):
    (found,) = read(tmp_path, "Cars,US;Germany;EU,Armenia,RU,8703,2022-03,2022-11,Olya;ge-larsi").channels
    assert found.name == "Cars"
    assert found.origins == ("DE", "EU", "US")
    assert (found.via, found.destination, found.goods.codes) == ("AM", "RU", ("8703",))
    assert (found.period.start, found.period.end) == ("2022-03-01", "2022-11-30")
    assert found.hubs == ("ge-larsi", "ru-olya")
    assert found.grounds[0].reference == "channels.csv, row 2"


def test_the_coalition_stands_for_its_members(tmp_path):
    (found,) = read(tmp_path, ",coalition,AM,RU,8703,,,").channels
    assert {"DE", "JP", "US"} <= set(found.origins)
    assert "EU" not in found.origins


def test_an_end_of_a_channel_is_never_its_origin(tmp_path):
    (found,) = read(tmp_path, ",AM;DE;RU,AM,RU,8703,,,").channels
    assert found.origins == ("DE",)


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (",US,Atlantis,RU,8703,,,", "'Atlantis' as via"),
        (",US,,RU,8703,,,", "names no via"),
        (",US,AM,AM,8703,,,", "Armenia as both via and destination"),
        (",US,AM;GE,RU,8703,,,", "several territories as via"),
        (",US,AM,RU,8703,2022-13,,", "'2022-13' as from"),
        (",US,AM,RU,8703,2022-03,2021-03,", "ends (2021-03) before it begins"),
        (",US,AM,RU,8703,,,Atlantis", "'Atlantis' among its hubs"),
        (",US,AM,RU,8703,,,,extra", "9 cells"),
    ],
)
def test_a_row_that_cannot_be_read_is_named_and_the_others_count(tmp_path, row, said):
    found = read(tmp_path, row, ",US,AM,RU,8703,,,")
    assert len(found.channels) == 1
    (sentence,) = found.refused
    assert sentence.startswith("channels.csv, row 2: ")
    assert said in sentence


def test_a_file_with_other_columns_is_refused(tmp_path):
    for header, said in (
        ("via,strength", "'strength'"),
        ("name,destination", "'via' is missing"),
        ("via,via", "twice"),
    ):
        with pytest.raises(InputError, match=said):
            read(tmp_path, "AM,", header=header)


def test_a_file_without_a_row_or_none_at_all_is_refused(tmp_path):
    with pytest.raises(InputError, match="holds no channel"):
        read(tmp_path)
    with pytest.raises(InputError, match="cannot be read"):
        read_channel_file(tmp_path / "absent.csv")


def test_the_same_row_has_the_same_id_and_twice_is_one_channel(tmp_path):
    row = ",US,AM,RU,8703,2022,,"
    first, again = read(tmp_path, row).channels[0], read(tmp_path, row, row).channels
    assert [one.id for one in again] == [first.id]
    assert [ground.reference for ground in again[0].grounds] == ["channels.csv, row 2", "channels.csv, row 3"]
    assert read(tmp_path, ",US,AM,RU,8703,2023,,").channels[0].id != first.id


def test_goods_without_a_code_and_an_open_destination_are_issues(tmp_path):
    (found,) = read(tmp_path, "AM,some goods", header="via,goods").channels
    assert {issue.code for issue in found.issues} == {"destination_open", "goods_unresolved"}
