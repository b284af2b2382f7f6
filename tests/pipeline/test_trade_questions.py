from datetime import date

import pytest

from entrepot.errors import CallError
from entrepot.pipeline.trade_questions import read_territories

DAY = date(2021, 3, 1)


def test_territories_are_read_from_codes_and_names():
    assert read_territories("de, POL,Armenia,Türkiye", DAY) == ("DE", "PL", "AM", "TR")
    assert read_territories("", DAY) == ()


def test_the_union_stands_for_its_members_of_the_day():
    assert len(read_territories("EU", DAY)) == 27
    assert len(read_territories("EU", date(2019, 1, 1))) in {27, 28}
    assert "EU" not in read_territories("coalition,EU", DAY)


def test_the_coalition_holds_each_member_once():
    found = read_territories("coalition,US,EU", DAY)
    assert len(found) == len(set(found))
    assert {"US", "JP", "DE"} <= set(found)


@pytest.mark.parametrize("text", ["Atlantis", "ZZ", "DE,ZZ"])
def test_what_names_no_territory_is_refused(text):
    with pytest.raises(CallError, match="names no territory"):
        read_territories(text, DAY)
