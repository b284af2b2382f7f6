"""A country and a body noun as one name."""

import pytest

from entrepot.reference.gazetteer import find_names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Belarus' defence ministry denied it", ["Ministry of Defence of Belarus"]),
        ("the U.S. Treasury said", ["United States Department of the Treasury"]),
        ("the Foreign Ministry of the Republic of Kazakhstan", ["Ministry of Foreign Affairs of Kazakhstan"]),
        ("the General Staff of the Armed Forces of Ukraine", ["General Staff of the Armed Forces of Ukraine"]),
        ("Turkish customs officers", ["Turkey"]),
        ("Turkish customs stopped it", ["customs of Turkey"]),
        ("Russian military cooperation", ["Russia"]),
        ("Russia's military said", ["Armed Forces of Russia"]),
        ("Kazakhstan's customs, he said", ["customs of Kazakhstan"]),
        ("the ministry of defence of nowhere", []),
        ("a border between Iran\n\nForeign Ministry", ["Iran"]),
        ("Georgian Revenue Service", ["Revenue Service of Georgia"]),
        ("Lithuanian intelligence believes", ["Lithuanian intelligence"]),
    ],
)
def test_a_country_with_a_body_is_one_name(text: str, names: list[str]) -> None:
    assert [match.entries[0].actor.name for match in find_names(text)] == names
