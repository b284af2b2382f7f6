from entrepot.channels.routes import find_corridors, find_hub, hub_words, hubs_on, read_routes
from entrepot.channels.ways import assess_routes
from tests.channels.builders import make_beside, make_cars, make_channel


def test_a_corridor_is_cut_to_the_way_between_both_ends_in_either_direction():
    assert hubs_on(("am-road",), "AM", "RU") == ("am-yerevan", "ge-larsi", "ru-rostov")
    assert hubs_on(("am-road",), "RU", "AM") == ("ru-rostov", "ge-larsi", "am-yerevan")


def test_no_corridor_joins_a_territory_with_itself_or_with_nothing():
    assert find_corridors("RU", "RU") == find_corridors("BY", "") == find_corridors("AU", "NZ") == ()


def test_a_hub_counts_as_listed_from_the_first_day_of_its_measure():
    (before,) = read_routes(("by-ir-1",), "BY", "IR", "2025-02-24")
    (since,) = read_routes(("by-ir-1",), "BY", "IR", "2025-02-25")
    assert "ru-astrakhan" in before.listed_later
    assert "ru-astrakhan" in since.listed


def test_hubs_are_found_by_key_name_and_other_name():
    assert find_hub("ru-olya") == find_hub("Olya") == find_hub("port olya") == "ru-olya"
    assert find_hub("Atlantis") is None
    assert "since 2025-02-25" in hub_words("ru-astrakhan")


def test_ways_that_no_source_claims_decide_nothing():
    line = assess_routes(make_channel(hubs=("ru-olya",)), make_beside(named_hubs={"ru-olya": ("p-1",)})).line
    assert (line.rule, line.verdict) == ("routes-inferred", "cannot_tell")
    assert "Astrakhan (Russia), under a ban on transactions of the EU since 2025-02-25" in line.statement
    assert any(one.id == "ru-olya" and "named by p-1" in one.label for one in line.references)


def test_a_documented_way_exists_and_says_nothing_of_these_goods():
    found = assess_routes(make_cars(), make_beside())
    assert (found.line.rule, found.line.verdict) == ("routes-documented", "supports")
    assert "says nothing of these goods" in found.words
    assert found.missing


def test_a_way_that_is_not_in_the_table_is_no_negative_fact():
    line = assess_routes(make_channel(via="KZ", destination="BY"), make_beside()).line
    assert (line.rule, line.verdict) == ("routes-unknown", "cannot_tell")
