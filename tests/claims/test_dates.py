from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from entrepot.claims.dates import DateAnchor, extract_dates, find_dates, read_explicit_days
from entrepot.model.document import Block, Document, Published
from entrepot.model.interval import Interval

FRIDAY = "2025-08-22"


def published(first: str = FRIDAY, last: str = "") -> DateAnchor:
    return DateAnchor(published=Interval(start=first, end=last or first, granularity="range" if last else "day"))


UNDATED = DateAnchor(published=None)


def one(text: str, anchor: DateAnchor = UNDATED):
    found = [item for item in find_dates(text, anchor) if item.kind == "date"]
    assert len(found) == 1, [item.span.text for item in found]
    return found[0]


def ends(text: str, anchor: DateAnchor = UNDATED) -> tuple[str | None, str | None] | None:
    interval = one(text, anchor).interval
    return None if interval is None else (interval.start, interval.end)


def day(value: str) -> tuple[str, str]:
    return value, value


@pytest.mark.parametrize(
    "written",
    [
        "20 August 2025",
        "20th of August 2025",
        "20th August, 2025",
        "August 20, 2025",
        "August 20th, 2025",
        "Aug. 20, 2025",
        "20 Aug 2025",
        "20.Aug.2025",
        "20-AUG-2025",
        "20.08.2025",
        "08/20/2025",
        "20/08/2025",
        "2025-08-20",
        "2025/08/20",
        "2025-08-20T14:30:00Z",
        "2025-08-20 14:30",
        "Wednesday, 20 August 2025",
        "Wed 20 Aug 2025",
        "Wednesday the 20th of August 2025",
        "29 Mordad 1404",
        "1404/05/29",
    ],
)
def test_one_day_may_be_written_in_many_ways(written: str) -> None:
    found = one(f"The lathes left the yard ({written}) for the north.")
    assert found.span.text == written
    assert found.interval == Interval(start="2025-08-20", end="2025-08-20", granularity="day")
    assert found.anchor == ""


def test_figures_that_fit_both_orders_of_day_and_month_stay_unresolved() -> None:
    assert ends("Seized on 03/04/2025.") is None
    assert ends("Seized on 04/04/2025.") == day("2025-04-04")


def test_a_day_that_no_calendar_has_stays_unresolved() -> None:
    assert ends("Signed on 2025-02-30.") is None
    assert ends("Signed on 30 Esfand 1402.") is None


@pytest.mark.parametrize(
    ("text", "first", "last", "granularity"),
    [
        ("in 2022", "2022-01-01", "2022-12-31", "year"),
        ("in August 2025", "2025-08-01", "2025-08-31", "month"),
        ("in Sept. 2024", "2024-09-01", "2024-09-30", "month"),
        ("13-14 August 2025", "2025-08-13", "2025-08-14", "range"),
        ("August 13 and 14, 2025", "2025-08-13", "2025-08-14", "range"),
        ("between March 2023 and November 2024", "2023-03-01", "2024-11-30", "range"),
        ("from 30 December 2023 to 2 January 2024", "2023-12-30", "2024-01-02", "range"),
        ("from December to March 2024", "2023-12-01", "2024-03-31", "range"),
        ("from November 2023 to March", "2023-11-01", "2024-03-31", "range"),
        ("January–September 2023", "2023-01-01", "2023-09-30", "range"),
        ("in the first nine months of 2023", "2023-01-01", "2023-09-30", "range"),
        ("in the last two months of 2023", "2023-11-01", "2023-12-31", "range"),
        ("in the first two quarters of 2023", "2023-01-01", "2023-06-30", "range"),
        ("in the third quarter of 2024", "2024-07-01", "2024-09-30", "range"),
        ("in Q3 2024", "2024-07-01", "2024-09-30", "range"),
        ("in 2024-Q3", "2024-07-01", "2024-09-30", "range"),
        ("in the second half of 2024", "2024-07-01", "2024-12-31", "range"),
        ("in H1 2024", "2024-01-01", "2024-06-30", "range"),
        ("over 2015-21", "2015-01-01", "2021-12-31", "range"),
        ("in 2015–2021", "2015-01-01", "2021-12-31", "range"),
        ("in spring 2024", "2024-03-01", "2024-05-31", "range"),
        ("in the summer of 2022", "2022-06-01", "2022-08-31", "range"),
        ("in the winter of 2022-23", "2022-12-01", "2023-02-28", "range"),
        ("in early 2024", "2024-01-01", "2024-04-30", "range"),
        ("in mid-2024", "2024-05-01", "2024-08-31", "range"),
        ("in late 2024", "2024-09-01", "2024-12-31", "range"),
        ("in early May 2024", "2024-05-01", "2024-05-10", "range"),
        ("at the end of February 2024", "2024-02-21", "2024-02-29", "range"),
        ("in the second half of May 2024", "2024-05-16", "2024-05-31", "range"),
        ("in the first week of May 2024", "2024-05-01", "2024-05-07", "range"),
        ("in the twelve months to June 2024", "2023-07-01", "2024-06-30", "range"),
        ("in the final quarter of 2024", "2024-10-01", "2024-12-31", "range"),
        ("in the early 2010s", "2010-01-01", "2013-12-31", "range"),
        ("in the 2010s", "2010-01-01", "2019-12-31", "range"),
        ("in the nineties", "1990-01-01", "1999-12-31", "range"),
        ("in Shahrivar 1404", "2025-08-23", "2025-09-22", "range"),
        ("in the Iranian year 1403", "2024-03-20", "2025-03-20", "range"),
        ("in 1402–03 (March 2023 to March 2025)", "2023-03-21", "2025-03-20", "range"),
    ],
)
def test_a_stretch_of_time_with_its_year_needs_no_publication_date(
    text: str, first: str, last: str, granularity: str
) -> None:
    found = next(item for item in find_dates(f"It went on {text}.", UNDATED) if item.kind == "date")
    assert found.interval == Interval(start=first, end=last, granularity=granularity)


@pytest.mark.parametrize(
    ("text", "span", "first", "last"),
    [
        ("The ban has stood since March 2022.", "since March 2022", "2022-03-01", None),
        ("Since the summer of 2022 crates have come.", "Since the summer of 2022", "2022-06-01", None),
        ("It held until 15 May 2024.", "until 15 May 2024", None, "2024-05-15"),
        ("Ten more were due by the end of 2024.", "by the end of 2024", None, "2024-12-31"),
        ("It has stood since early 2024.", "since early 2024", "2024-01-01", None),
    ],
)
def test_since_until_and_by_leave_one_side_open(text: str, span: str, first: str | None, last: str | None) -> None:
    found = one(text)
    assert found.span.text == span
    assert found.interval == Interval(start=first, end=last, granularity="range")


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("They met on August 14.", "2025-08-14", "2025-08-14"),
        ("They met on 30 September.", "2024-09-30", "2024-09-30"),
        ("They met in January.", "2025-01-01", "2025-01-31"),
        ("They met in December.", "2024-12-01", "2024-12-31"),
        ("They met last November.", "2024-11-01", "2024-11-30"),
        ("They met this January.", "2025-01-01", "2025-01-31"),
        ("They met in September last year.", "2024-09-01", "2024-09-30"),
        ("They met on Friday.", "2025-08-22", "2025-08-22"),
        ("They met on Thursday.", "2025-08-21", "2025-08-21"),
        ("They met on Saturday.", "2025-08-16", "2025-08-16"),
        ("They met last Wednesday.", "2025-08-20", "2025-08-20"),
        ("They met last Friday.", "2025-08-15", "2025-08-15"),
        ("They met yesterday.", "2025-08-21", "2025-08-21"),
        ("They met the day before yesterday.", "2025-08-20", "2025-08-20"),
        ("They met early this morning.", "2025-08-22", "2025-08-22"),
        ("They met last night.", "2025-08-21", "2025-08-21"),
        ("They met last week.", "2025-08-11", "2025-08-17"),
        ("They met this week.", "2025-08-18", "2025-08-24"),
        ("They met last month.", "2025-07-01", "2025-07-31"),
        ("They met last year.", "2024-01-01", "2024-12-31"),
        ("They met earlier this year.", "2025-01-01", "2025-12-31"),
        ("They met on Friday last week.", "2025-08-15", "2025-08-15"),
        ("They met on 31 Mordad.", "2025-08-22", "2025-08-22"),
        ("They met in May–June this year.", "2025-05-01", "2025-06-30"),
        ("They met over the weekend.", "2025-08-16", "2025-08-17"),
        ("The visit, planned for June, was put off.", "2025-06-01", "2025-06-30"),
        ("The deadline was extended to 10 September.", "2025-09-10", "2025-09-10"),
        ("They met this past Monday.", "2025-08-18", "2025-08-18"),
        ("They met the week before last.", "2025-08-04", "2025-08-10"),
        ("They met in the last quarter of last year.", "2024-10-01", "2024-12-31"),
        ("They met last summer.", "2024-06-01", "2024-08-31"),
        ("They met this spring.", "2025-03-01", "2025-05-31"),
        ("They met three days ago.", "2025-08-19", "2025-08-19"),
        ("They met two months ago.", "2025-06-01", "2025-06-30"),
        ("They met five years ago.", "2020-01-01", "2020-12-31"),
        ("They met a year ago.", "2024-01-01", "2024-12-31"),
        ("They met in the second quarter.", "2025-04-01", "2025-06-30"),
        ("They will meet tomorrow.", "2025-08-23", "2025-08-23"),
        ("They will meet on Tuesday.", "2025-08-26", "2025-08-26"),
        ("They will meet next week.", "2025-08-25", "2025-08-31"),
        ("They will meet on 1 September.", "2025-09-01", "2025-09-01"),
        ("The talks are due to begin in October.", "2025-10-01", "2025-10-31"),
        ("They will meet next Tuesday.", "2025-08-26", "2025-08-26"),
        ("They will meet next year.", "2026-01-01", "2026-12-31"),
    ],
)
def test_the_day_of_publication_gives_what_the_words_leave_out(text: str, first: str, last: str) -> None:
    found = one(text, published())
    assert found.interval is not None
    assert (found.interval.start, found.interval.end, found.anchor) == (first, last, "published")


def test_without_a_publication_date_the_year_stays_open() -> None:
    text = (
        "It was announced on 13 December 2025.\n\nThe crates came in January, last Thursday, this year and yesterday."
    )
    found = find_dates(text, DateAnchor(published=None, explicit=read_explicit_days(text)))
    assert [item.interval is None for item in found] == [False, True, True, True, True]


def test_a_full_date_of_the_text_gives_its_year_to_the_same_day_told_again() -> None:
    text = "The parties met on 20 August 2025 in the capital. A note of 20 August confirms it."
    found = find_dates(text, DateAnchor(published=None, explicit=read_explicit_days(text)))
    assert [(item.interval and item.interval.start, item.anchor) for item in found] == [
        ("2025-08-20", ""),
        ("2025-08-20", "text"),
    ]


def test_a_second_date_of_a_sentence_shares_the_year_of_the_first() -> None:
    found = find_dates("He was arrested on 30 December 2021 and charged on 5 January.", published())
    assert [item.interval and item.interval.start for item in found] == ["2021-12-30", "2022-01-05"]
    assert found[1].anchor == "text"


def test_the_earlier_of_two_joined_dates_shares_the_year_of_the_later() -> None:
    found = find_dates("Ships called on 3 March and 5 April 2021.", published())
    assert [item.interval and item.interval.start for item in found] == ["2021-03-03", "2021-04-05"]


def test_publication_within_a_few_days_settles_a_date_on_which_both_ends_agree() -> None:
    few_days = published("2025-08-22", "2025-08-24")
    assert ends("They met on August 20.", few_days) == day("2025-08-20")
    assert ends("They met in January.", few_days) == ("2025-01-01", "2025-01-31")
    assert ends("They met yesterday.", few_days) is None
    month = published("2025-08-01", "2025-08-31")
    assert ends("They met on August 20.", month) == day("2025-08-20")
    assert ends("They met on Monday.", month) is None


def test_words_that_point_back_take_the_date_before_them() -> None:
    text = "The port shut on 28 March 2024. Later that year it opened. On the same day a ship sank; the next day two."
    found = find_dates(text, UNDATED)
    assert [item.interval and item.interval.start for item in found] == [
        "2024-03-28",
        "2024-01-01",
        "2024-03-28",
        "2024-03-29",
    ]
    assert ends("Nothing moved on the same day.") is None


def test_the_year_before_and_the_next_month_count_from_the_date_told() -> None:
    text = "On 1 March 2022 a ban came. The next month it grew. The year before it was not there."
    found = find_dates(text, published())
    assert [item.interval and item.interval.start for item in found] == ["2022-03-01", "2022-04-01", "2021-01-01"]


def test_the_same_day_is_not_looked_for_far_back_nor_today() -> None:
    far = "The port closed on 28 March 2024. " + "Much else was said of it by many people. " * 12
    assert find_dates(far + "On the same day a ship sank.", UNDATED)[-1].interval is None
    assert find_dates("Today they say so. On the same day a ship sank.", published())[-1].interval is None


def test_the_same_months_of_another_year_keep_their_length() -> None:
    text = "Sales in January–July doubled, against the same period last year and the same period of 2021."
    found = find_dates(text, published())
    assert [(item.interval.start, item.interval.end) for item in found if item.interval] == [
        ("2025-01-01", "2025-07-31"),
        ("2024-01-01", "2024-07-31"),
        ("2021-01-01", "2021-07-31"),
    ]


def test_a_comparison_with_a_year_earlier_keeps_the_stretch() -> None:
    text = "Exports in the first nine months of 2023 were double those of a year earlier. In the same nine months…"
    found = find_dates(text, published("2023-12-04"))
    values = [(item.interval.start, item.interval.end) for item in found if item.interval]
    assert values == [("2023-01-01", "2023-09-30"), ("2022-01-01", "2022-09-30"), ("2023-01-01", "2023-09-30")]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("40 years of experience", "duration"),
        ("a 34-year-old dentist", "duration"),
        ("a 20-year treaty", "duration"),
        ("two days of talks", "duration"),
        ("within a fortnight", "duration"),
        ("sixty-three years old", "duration"),
        ("for several months", "duration"),
        ("over the past year", "duration"),
        ("for the past 18 months", "duration"),
        ("there during the last decade", "duration"),
        ("500,000 barrels a year", "set"),
        ("every Tuesday", "set"),
        ("twice a week", "set"),
        ("each month", "set"),
    ],
)
def test_lengths_of_time_and_recurring_times_have_no_interval(text: str, kind: str) -> None:
    found = find_dates(f"It was {text}.", published())
    assert [(item.kind, item.interval) for item in found] == [(kind, None)]


@pytest.mark.parametrize(
    "text",
    [
        "Some 2,000 lorries crossed.",
        "They bought 2024 drones.",
        "Resolution 2231 was adopted.",
        "under the Somewhere (Sanctions) Regulations 2023",
        "under the Customs Act 2018",
        "resolution 1929 (2010)",
        "Council Regulation (EU) 2023/1529",
        "Decision 2014/512/CFSP",
        "Shahed-136 and Kh-2022 missiles",
        "It may help and they march on; the sun sat low, one mar apart.",
        "Theresa May spoke to April Smith.",
        "Article 12f and issue 88",
        "worth $2023 or 2021.5 points",
        "call 2020-555-014",
        "news of https://paper.example/2025/08/22/story and a2024.example",
        "by night at 1900 GMT and 2000 hours",
        "some 2000 Wolf drones and a 1900-strong unit",
        "a second firm took a quarter of it, another three quarters of the rest; one day it will end",
        "read on Black Friday in the Sunday Times",
        "case 2024-117, No. 12/2024",
        "the fall of the city and the second half of the match",
    ],
)
def test_figures_and_words_that_only_look_like_dates_are_none(text: str) -> None:
    assert find_dates(text, published()) == ()


def test_months_that_are_words_count_with_a_word_of_time_before_them() -> None:
    assert ends("It came in May.", published()) == ("2025-05-01", "2025-05-31")
    assert ends("It came in early March.", published()) == ("2025-03-01", "2025-03-10")


def test_a_hard_wrap_within_a_date_does_not_break_it() -> None:
    assert ends("It was signed on 20\nAugust 2025.") == day("2025-08-20")
    assert len(find_dates("It was signed in August\n\n2025 was worse.", UNDATED)) == 2


@pytest.mark.parametrize("year", range(1380, 1420))
def test_every_iranian_year_begins_the_day_after_the_last_one_ended(year: int) -> None:
    first = ends(f"in the Iranian year {year}")
    following = ends(f"in the Iranian year {year + 1}")
    assert first is not None and following is not None and first[1] is not None and following[0] is not None
    assert date.fromisoformat(first[1]) + timedelta(days=1) == date.fromisoformat(following[0])


# Leap years of the calendar of Iran in force, 1370 to 1408: those whose Esfand has 30 days.
@pytest.mark.parametrize("year", [1370, 1375, 1379, 1383, 1387, 1391, 1395, 1399, 1403, 1408])
def test_the_thirtieth_of_esfand_exists_in_leap_years_only(year: int) -> None:
    assert ends(f"30 Esfand {year}") is not None
    assert ends(f"30 Esfand {year + 1}") is None


def document(text: str, blocks: tuple[Block, ...], given: Published | None = None) -> Document:
    return Document(id="d", path="d.txt", sha256="", media_type="text/plain", text=text, blocks=blocks, published=given)


def test_page_furniture_gives_no_date_and_no_year() -> None:
    body, foot = "The parties met on 14 January in the capital.", "Page made on 14 January 2026"
    text = f"{body}\n\n{foot}"
    page = document(
        text,
        (Block(kind="paragraph", start=0, end=len(body)), Block(kind="furniture", start=len(body) + 2, end=len(text))),
    )
    found = extract_dates(page)
    assert [(item.span.text, item.interval, item.document_id) for item in found] == [("14 January", None, "d")]


def test_that_year_reaches_back_to_the_paragraph_before() -> None:
    first, second = "The port closed in March 2024.", "Later that year it opened."
    text = f"{first}\n\n{second}"
    blocks = (
        Block(kind="paragraph", start=0, end=len(first)),
        Block(kind="paragraph", start=len(first) + 2, end=len(text)),
    )
    found = extract_dates(document(text, blocks))
    assert found[1].interval == Interval(start="2024-01-01", end="2024-12-31", granularity="year")
    assert all(text[item.span.start : item.span.end] == item.span.text for item in found)


def test_a_document_s_own_publication_date_is_the_anchor() -> None:
    text = "They met on Thursday."
    given = Published(start=FRIDAY, end=FRIDAY, granularity="day", evidence="given")
    found = extract_dates(document(text, (Block(kind="paragraph", start=0, end=len(text)),), given))
    assert [(item.interval and item.interval.start, item.anchor) for item in found] == [("2025-08-21", "published")]


WORDS = st.sampled_from(
    [
        "20",
        "3",
        "2025",
        "1404",
        "0",
        "31",
        "August",
        "May",
        "March",
        "the",
        "of",
        "in",
        "since",
        "until",
        "between",
        "and",
        "–",
        "-",
        "/",
        ".",
        ",",
        "'",
        "(",
        ")",
        "\n",
        "\n\n",
        "last",
        "next",
        "this",
        "week",
        "year",
        "years",
        "ago",
        "a",
        "an",
        "every",
        "same",
        "that",
        "first",
        "nine",
        "months",
        "quarter",
        "Q3",
        "2010s",
        "Friday",
        "Fri",
        "early",
        "mid",
        "end",
        "Shahrivar",
        "winter",
        "00:00",
    ]
)
TEXTS = st.one_of(
    st.text(max_size=200), st.lists(WORDS, max_size=60).map(" ".join), st.lists(WORDS, max_size=60).map("".join)
)
DAYS = st.dates().map(lambda d: Interval(start=d.isoformat(), end=d.isoformat(), granularity="day"))


@given(text=TEXTS, day=st.none() | DAYS, start=st.integers(0, 40))
@settings(max_examples=300, deadline=None)
def test_offsets_are_exact_in_any_text(text: str, day: Interval | None, start: int) -> None:
    found = find_dates(text, DateAnchor(published=day, explicit=() if day is None else (day,)), start)
    for item in found:
        assert text[item.span.start : item.span.end] == item.span.text != ""
        assert item.span.start >= start
        assert item.kind == "date" or item.interval is None
        if item.interval is not None and item.interval.start and item.interval.end:
            assert item.interval.start <= item.interval.end
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))


@given(when=st.dates(min_value=date(1990, 1, 1), max_value=date(2060, 12, 31)))
@settings(max_examples=100, deadline=None)
def test_a_full_date_is_read_back_as_itself(when: date) -> None:
    for written in (
        when.isoformat(),
        f"{when.day} {when:%B} {when.year}",
        f"{when:%B} {when.day}, {when.year}",
        f"{when:%d.%m.%Y}",
    ):
        assert ends(f"It was on {written}.") == day(when.isoformat())


@pytest.mark.parametrize(
    "piece", ["1", "20 ", "August ", "a ", "since ", "the same ", "2025-", "between 20 and ", "\n", "Q3", "first "]
)
def test_long_monotonous_text_costs_time_in_proportion(piece: str) -> None:
    # A quadratic pattern would need hours for this; the test has no clock, it must only end.
    find_dates(piece * (60_000 // len(piece)), published())
