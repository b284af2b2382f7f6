"""Other explanations: each is rejected only where the records speak against it."""

from datetime import date

from entrepot.trade.alternatives import (
    Growth,
    assess_currency,
    assess_events,
    assess_new_codes,
    assess_placebo,
    assess_price,
    assess_publication,
    assess_rebound,
    assess_suppression,
    assess_transit,
    exchange_rate,
    list_events,
)

BEFORE, AFTER = date(2021, 3, 1), date(2022, 11, 1)
DOUBLED = Growth(before=100.0, after=200.0)


def titles(territories, start=BEFORE, end=AFTER, goods=()):
    return [event.key for event in list_events(territories, start, end, goods)]


def test_an_agreement_counts_between_its_two_sides_only():
    assert "EAEU-IR-FTA-2025" in titles(("AM", "IR"), date(2025, 1, 1), date(2025, 12, 1))
    assert "EAEU-IR-FTA-2025" not in titles(("AM", "RU"), date(2025, 1, 1), date(2025, 12, 1))
    assert "EU-KZ-EPCA-2020" in titles(("DE", "KZ"), date(2020, 1, 1), date(2020, 12, 1))


def test_an_event_on_cars_is_no_event_for_wine():
    span = (date(2023, 1, 1), date(2023, 12, 1))
    assert "RU-cars-fee-2023" in titles(("AM", "RU"), *span, ("870322",))
    assert "RU-cars-fee-2023" in titles(("AM", "RU"), *span, ("87",))
    assert "RU-cars-fee-2023" not in titles(("AM", "RU"), *span, ("2204",))


def test_what_lifts_all_goods_alike_is_rejected_where_the_goods_outgrew_all_others():
    war = {
        beyond: assess_events(("RU", "AM"), (), BEFORE, AFTER, beyond_other_goods=beyond)
        for beyond in (True, False, None)
    }
    status = {
        beyond: next(one.status for one in found if one.explanation.startswith("War")) for beyond, found in war.items()
    }
    assert status == {True: "rejected", False: "not_rejected", None: "not_rejected"}


def test_no_known_event_is_not_the_same_as_no_event():
    found = assess_events(("NZ",), (), date(2014, 1, 1), date(2014, 12, 1), beyond_other_goods=True)
    assert {one.status for one in found} == {"not_testable"}


def test_growth_that_is_only_a_cheaper_euro_is_not_growth_in_dollars():
    assert assess_currency(Growth(before=100, after=112), "EUR", (2021, 2022), 0.1).status == "not_rejected"
    assert assess_currency(DOUBLED, "EUR", (2021, 2022), 0.25).status == "rejected"
    assert assess_currency(DOUBLED, "AMD", (2021, 2022), 0.25).status == "not_testable"
    assert assess_currency(Growth(before=0, after=1), "EUR", (2021, 2022), 0.25).status == "not_testable"
    assert round((exchange_rate("USD", "EUR", 2022) or 0) * 1.0530, 9) == 1
    assert exchange_rate("USD", "AMD", 2022) is None


def test_growth_that_new_codes_make_is_not_rejected_as_theirs():
    small = Growth(before=100, after=110)
    assert assess_new_codes(DOUBLED, DOUBLED, DOUBLED, 0.25).status == "rejected"
    assert assess_new_codes(DOUBLED, small, DOUBLED, 0.25).status == "not_rejected"
    assert assess_new_codes(DOUBLED, None, None, 0.25, "no concordance").status == "not_testable"


def test_a_return_to_an_earlier_level_is_a_rebound():
    assert assess_rebound(200, {2019: 190, 2020: 90}, 0.25).status == "not_rejected"
    assert assess_rebound(200, {2019: 100, 2020: 90}, 0.25).status == "rejected"
    assert assess_rebound(200, {}, 0.25).status == "not_testable"


def test_value_without_quantity_can_be_price():
    assert assess_price(DOUBLED, Growth(before=10, after=10.5), 1.0, 0.25).status == "not_rejected"
    assert assess_price(DOUBLED, Growth(before=10, after=19), 1.0, 0.25).status == "rejected"
    assert assess_price(DOUBLED, Growth(before=10, after=19), 0.3, 0.25).status == "not_testable"


def test_a_silent_reporter_matters_only_if_the_change_is_its_own():
    assert assess_publication([], DOUBLED, (), 0.25).status == "rejected"
    assert assess_publication(["SE"], DOUBLED, (), 0.25).status == "rejected"
    assert assess_publication(["SE"], Growth(before=100, after=101), (), 0.25).status == "not_rejected"


def test_blacked_out_codes_matter_where_they_moved_as_much():
    still, moved = Growth(before=50, after=51), Growth(before=0, after=90)
    assert assess_suppression(Growth(before=0, after=0), DOUBLED).status == "rejected"
    assert assess_suppression(still, DOUBLED).status == "rejected"
    assert assess_suppression(moved, DOUBLED).status == "not_rejected"


def test_a_trend_that_was_as_steep_before_is_not_rejected():
    assert assess_placebo({"others": 1.0}, {"others": 1.2}, "2020").status == "not_rejected"
    assert assess_placebo({"others": 1.0}, {"others": 0.1}, "2020").status == "rejected"
    assert assess_placebo({"others": 1.0}, {}, "2020").status == "not_testable"


def test_legitimate_transit_is_never_rejected():
    assert {assess_transit(leg).status for leg in ("first", "onward", "both")} == {"not_testable", "not_rejected"}
