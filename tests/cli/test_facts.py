import json


def records(outcome):
    return [json.loads(line) for line in outcome.out.splitlines()]


def test_every_table_is_listed_with_where_it_comes_from(entrepot):
    listed = records(entrepot("facts", "--json"))
    assert {"leaders", "hubs"} <= {card["table"] for card in listed}
    assert all(card["rows"] and card["title"] and card["licence"] for card in listed)
    shown = entrepot("facts").out
    assert all(card["table"] in shown for card in listed)


def test_every_row_of_a_table_names_its_source(entrepot):
    rows = records(entrepot("facts", "leaders", "--json"))
    assert rows
    assert all(row["source"] for row in rows)
    assert len(entrepot("facts", "leaders").out.splitlines()) > len(rows)


def test_one_fact_is_shown_with_what_its_columns_mean(entrepot):
    card = next(card for card in records(entrepot("facts", "--json")) if card["table"] == "hubs")
    row = records(entrepot("facts", "hubs", "--json"))[0]
    key = row[card["key"]]
    assert records(entrepot("facts", "hubs", key, "--json")) == [row]
    shown = entrepot("facts", "hubs", key).out
    assert key in shown
    assert "source" in shown


def test_an_unknown_table_or_key_is_a_wrong_call_that_says_what_there_is(entrepot):
    for call in (["facts", "birds"], ["facts", "hubs", "atlantis"]):
        outcome = entrepot(*call)
        assert outcome.status == 2
        assert "hubs" in outcome.err
