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
        ("Ministry of Industry, Mine and Trade of Iran", ["Ministry of Industry, Mine and Trade of Iran"]),
        ("Iran's Ministry of Roads and Urban Planning", ["Ministry of Roads and Urban Planning of Iran"]),
        ("the Kazakh Water Resources Ministry said", ["Ministry of Water Resources of Kazakhstan"]),
        ("the Iranian roads ministry said", ["Ministry of Roads of Iran"]),
        ("Iran said the ministry knew", ["Iran"]),
        ("Iran and the Ministry of Magic", ["Iran"]),
        ("the Ministry of Defence and Russia", ["Russia"]),
        ("Georgian Revenue Service", ["Revenue Service of Georgia"]),
        ("Lithuanian intelligence believes", ["Lithuanian intelligence"]),
    ],
)
def test_a_country_with_a_body_is_one_name(text: str, names: list[str]) -> None:
    assert [match.entries[0].actor.name for match in find_names(text)] == names
