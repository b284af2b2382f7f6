from entrepot.channels.confounders import explain_events, find_silence, list_confounders
from tests.channels.builders import make_cars, make_channel


def ids(channel, day, since=""):
    return [row["id"] for row in list_confounders(channel, day, since)]


def test_the_agreement_of_may_2025_is_named_from_its_first_day():
    assert "EAEU-IR-FTA-2025" in ids(make_channel(), "2025-08-20")
    assert "EAEU-IR-FTA-2025" not in ids(make_channel(), "2025-05-14")


def test_an_agreement_with_others_is_none_of_this_channel():
    assert "EAEU-RS-FTA-2021" not in ids(make_channel(), "2022-08-20")
    assert "EAEU-IR-FTA-2025" not in ids(make_channel(destination="TR"), "2025-08-20")


def test_events_of_other_goods_are_left_out_and_those_of_these_are_not():
    cars, goods = make_cars(), make_channel(via="AM", destination="RU")
    assert "RU-cars-fee-2023" in ids(cars, "2023-12-31")
    assert "RU-cars-fee-2023" not in ids(goods, "2023-12-31")


def test_a_member_of_the_union_among_the_origins_brings_its_agreements_in():
    assert "AM-EU-CEPA-2021" in ids(make_cars(origins=("DE",)), "2022-11-30")
    assert "AM-EU-CEPA-2021" not in ids(make_cars(origins=("US",)), "2022-11-30")


def test_a_port_ban_is_another_explanation_from_its_first_day():
    channel = make_channel(hubs=("ru-astrakhan",))
    assert "Astrakhan" in explain_events(channel, (), "2025-08-20")[0].explanation
    assert not explain_events(channel, (), "2024-08-20")


def test_belarus_publishes_nothing_since_march_2022():
    assert find_silence("BY", "2022-02-28") is None
    assert find_silence("BY", "2025-08-20")["id"] == "BY-publication-2022"
    assert find_silence("AM", "2025-08-20") is None
