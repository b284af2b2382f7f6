"""Dates and places of an event, apart from those of its telling."""

import pytest

from tests.claims.reports import chain_of, claims_of, codes_of, only_claim


@pytest.mark.parametrize(
    ("start", "end", "granularity", "sentence"),
    [
        ("2025-05-03", "2025-05-03", "day", "On 3 May 2025 Iran sold drones to Chad."),
        ("2024-05-01", "2024-05-31", "month", "Iran sold drones to Chad in May 2024."),
        ("2024-01-01", "2024-12-31", "year", "Iran sold drones to Chad in 2024."),
        ("2022-01-01", None, "range", "Iran has sold drones to Chad since 2022."),
        (None, "2024-03-31", "range", "Iran sold drones to Chad until March 2024."),
        (None, "2027-12-31", "range", "Iran will sell drones to Chad by 2027."),
        ("2023-03-01", "2024-06-30", "range", "Iran sold drones to Chad between March 2023 and June 2024."),
        ("2025-06-13", "2025-06-13", "day", "Iran sold drones to Chad on Friday."),
        ("2025-06-18", "2025-06-18", "day", "Iran sold drones to Chad on Wednesday."),
        ("2024-01-01", "2024-12-31", "year", "Iran sold drones to Chad last year."),
        ("2024-06-01", "2024-06-30", "month", "Iran began selling drones to Chad in June 2024."),
        ("2020-01-01", "2020-12-31", "year", "Iran’s deliveries of drones to Chad in 2020 were small."),
        ("2025-06-18", "2025-06-18", "day", "Wednesday’s talks between Chile and Peru ended."),
        ("2019-01-01", "2019-12-31", "year", "The treaty, which Chile and Peru signed in 2019, is dead."),
        ("2021-01-01", "2021-12-31", "year", "In 2021, drones were sold to Chad by Iran."),
    ],
)
def test_a_claim_has_the_date_that_hangs_on_its_event(
    start: str | None, end: str | None, granularity: str, sentence: str
) -> None:
    when = only_claim(sentence).when
    assert when is not None
    assert (when.interval.start, when.interval.end, when.interval.granularity) == (start, end, granularity)
    assert when.text in sentence


@pytest.mark.parametrize(
    "sentence",
    [
        "On 3 May 2025 Oman said that Iran sold drones to Chad.",
        "Oman said on Monday that Iran sold drones to Chad.",
        "Iran sold drones to Chad, Oman said on 3 May 2025.",
        "For three years Iran sold drones to Chad.",
        "Iran sold drones to Chad every month.",
        "Iran denied on Monday that it sold drones to Chad.",
    ],
)
def test_the_date_of_a_saying_a_duration_and_a_habit_date_no_event(sentence: str) -> None:
    assert only_claim(sentence).when is None


def test_a_saying_and_its_content_each_have_their_date() -> None:
    when = only_claim("Oman said on Monday that Iran sold drones to Chad in 2023.").when
    assert when is not None
    assert when.interval.start == "2023-01-01"


def test_two_events_of_one_sentence_have_a_date_each() -> None:
    claims = claims_of("Canada sanctioned Zelmira Trading in 2022 for selling drones to Chad in 2021.")
    found = {claim.frame: claim.when.interval.start for claim in claims if claim.when}
    assert found == {"sanction": "2022-01-01", "supply": "2021-01-01"}


def test_a_relative_clause_keeps_its_date_from_the_main_clause() -> None:
    (claim,) = claims_of("The drones that Iran sold to Chad in 2021 burned in 2024.")
    assert claim.when is not None
    assert claim.when.interval.start == "2021-01-01"


def test_a_weekday_is_resolved_by_the_day_of_publication() -> None:
    when = only_claim("Iran sold drones to Chad on Friday.").when
    assert when is not None
    assert when.anchor == "published"


def test_a_month_without_a_year_in_a_report_without_a_date_has_no_value() -> None:
    claim = only_claim("Iran sold drones to Chad in May.", published=None)
    assert (claim.when, codes_of(claim)) == (None, {"date_unresolved"})


def test_a_year_that_the_text_gives_resolves_nothing_else() -> None:
    claim = only_claim("Iran sold drones to Chad in 2021.", published=None)
    assert claim.when is not None
    assert codes_of(claim) == set()


@pytest.mark.parametrize(
    ("sentence", "place"),
    [
        ("Presidents Aliyev and Pashinyan met in Tbilisi.", "Tbilisi"),
        ("Iran attacked the depot in Homs.", "Homs"),
        ("The treaty was signed by Chile and Peru in Quito.", "Quito"),
    ],
)
def test_where_an_event_happened_is_said_of_the_event(sentence: str, place: str) -> None:
    where = only_claim(sentence).where
    assert where is not None
    assert where.span.text == place


def test_a_place_that_fills_a_role_is_not_told_twice() -> None:
    claim = only_claim("The ports of Poti and Batumi are used to send drones to Iran.")
    assert claim.where is None


def test_a_day_before_an_aside_is_the_day_of_what_is_told() -> None:
    claim = claims_of("On Friday of last week, the fisherman told us, Iran sent drones to Russia.")[-1]
    assert claim.when is not None
    assert claim.when.interval.start == "2025-06-13"
    assert chain_of(claim) == ["fisherman"]


def test_a_month_before_a_colon_is_that_of_what_stands_after_it() -> None:
    claim = claims_of("In May it had been the other way round: Russia sent drones to Iran.")[-1]
    assert claim.when is not None
    assert claim.when.interval.start == "2025-05-01"
