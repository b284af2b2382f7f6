from entrepot.channels.missing import describe_silence, list_mirrors, list_missing_legs, list_wanted_records
from tests.channels.builders import make_cars, make_channel, make_finding


def test_the_mirror_records_of_a_silent_territory_are_named():
    (record,) = list_mirrors(make_channel(), "2025-08-20")
    assert record.what == "What Belarus reports of its own trade since 2022-03."
    assert "what Iran reports as imports from there" in record.where


def test_where_the_destination_is_silent_too_that_is_said():
    (record,) = list_mirrors(make_channel(destination="RU"), "2025-08-20")
    assert "Russia publishes none either" in record.where


def test_a_territory_that_publishes_has_no_silence():
    assert describe_silence(make_cars(), "2025-08-20") == list_mirrors(make_cars(), "2025-08-20") == ()
    assert "Belarus stops publishing" in describe_silence(make_channel(), "2025-08-20")[0]


def test_the_leg_on_which_nothing_rests_is_missing():
    first = make_finding("surge", "supports")
    empty = make_finding("onward", "cannot_tell", inputs=())
    assert ["onward leg" in one.what for one in list_missing_legs(make_cars(), first, empty)] == [True]
    assert len(list_missing_legs(make_cars(), None, None)) == 2


def test_the_origins_that_are_named_are_those_whose_records_are_wanted():
    assert "Germany and Japan" in list_wanted_records(make_cars(origins=("DE", "JP")))[0].where
