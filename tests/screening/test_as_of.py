from dataclasses import replace
from datetime import date

from entrepot.model.listing import Designation, ListedName, ListedParty
from entrepot.screening.as_of import count_ended, parties_as_of

PLAIN = ListedParty(id="1", list="l", kind="unknown", names=(ListedName(text="A", original="A"),))


def listed(*acts):
    return replace(
        PLAIN, designations=tuple(Designation(programme=p, listed_on=on, ended_on=off) for p, on, off in acts)
    )


def seen(first, last):
    return replace(PLAIN, seen=(first, last))


def test_who_was_listed_later_was_not_listed_yet():
    party = listed(("X", date(2022, 3, 1), None))
    assert parties_as_of([party], date(2022, 2, 28)) == []
    assert parties_as_of([party], date(2022, 3, 1)) == [party]


def test_who_was_taken_off_before_was_listed_no_more():
    party = listed(("X", date(2020, 1, 1), date(2022, 3, 1)))
    assert parties_as_of([party], date(2022, 3, 1)) == [party]
    assert parties_as_of([party], date(2022, 3, 2)) == []


def test_only_the_designations_that_held_then_are_told():
    party = listed(("OLD", date(2015, 1, 1), None), ("NEW", date(2023, 1, 1), None))
    (found,) = parties_as_of([party], date(2022, 1, 1))
    assert found.programmes == ("OLD",) and found.first_listed_on == date(2015, 1, 1)


def test_a_day_that_the_list_does_not_give_excludes_nobody():
    assert parties_as_of([PLAIN, listed(("X", None, None))], date(1990, 1, 1)) == [PLAIN, listed(("X", None, None))]


def test_a_history_answers_for_the_days_on_which_an_entry_was_seen():
    gone, stayed = seen(date(2021, 8, 18), date(2022, 1, 5)), seen(date(2021, 9, 1), date(2024, 5, 3))
    assert parties_as_of([gone, stayed], date(2021, 8, 20)) == [gone]
    assert parties_as_of([gone, stayed], date(2022, 1, 5)) == [gone, stayed]
    assert parties_as_of([gone, stayed], date(2022, 1, 6)) == [stayed]
    assert count_ended([gone, stayed, PLAIN]) == 1


def test_past_the_end_of_a_history_those_stand_who_stood_at_its_end():
    stayed, gone = seen(date(2021, 9, 1), date(2024, 5, 3)), seen(date(2021, 9, 1), date(2024, 5, 2))
    assert parties_as_of([stayed, gone], date(2026, 1, 1)) == [stayed]


def test_where_those_who_stand_still_are_marked_so_whoever_has_a_last_day_had_gone():
    stays, gone = seen(date(2021, 9, 1), None), seen(date(2021, 9, 1), date(2024, 5, 2))
    assert parties_as_of([stays, gone], date(2026, 1, 1)) == parties_as_of([stays, gone], date(2024, 5, 3)) == [stays]
    assert count_ended([stays, gone]) == 1
