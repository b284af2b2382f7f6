from dataclasses import replace

from entrepot.dossier.sections.timeline import render_timeline
from entrepot.dossier.view import view_case
from entrepot.model.claim import When
from entrepot.model.interval import Interval
from tests.dossier.samples import (
    alleged_supply,
    full_case,
    make_case,
    make_claim,
    make_conflict,
    make_document,
    merged_case,
)


def since(year: int) -> When:
    return When(interval=Interval(start=f"{year}-01-01", end=None, granularity="range"), text="", anchor="")


def test_one_event_told_by_two_reports_is_one_row() -> None:
    html = render_timeline(view_case(merged_case())).text
    assert html.count('<td class="date">') == 1
    assert 'href="#p1"' in html


def test_before_claims_are_merged_every_dated_claim_has_a_row() -> None:
    html = render_timeline(view_case(full_case())).text
    assert html.count('<td class="date">') == 2
    assert 'href="#c1-1"' in html and 'href="#c2-2"' in html


def test_when_it_happened_and_when_it_was_reported_are_told_apart() -> None:
    html = render_timeline(view_case(merged_case())).text
    assert "happened <b>August 2025</b>" in html and "reported 21 August 2025" in html


def test_dates_that_exclude_each_other_are_drawn_apart_and_marked() -> None:
    case = merged_case()
    conflict = make_conflict("date", ("2025-08-19", case.claims[:1]), ("2025-08-20", case.claims[2:3]))
    one = replace(case.propositions[0], conflicts=(conflict,))
    html = render_timeline(view_case(replace(case, propositions=(one,)))).text
    row = html[html.index('<td class="date">') :]
    assert "19 August 2025 or 20 August 2025" in row and row.count("<rect") == 2 and ">dates differ<" in row


def test_what_is_only_planned_is_not_said_to_have_happened() -> None:
    document = make_document()
    claim = alleged_supply(document, modality="planned")
    html = render_timeline(view_case(make_case(claim, documents=(document,)))).text
    assert "dated <b>August 2025</b>" in html and "happened <b>" not in html


def test_a_report_without_a_date_reported_on_a_day_that_is_not_known() -> None:
    document = make_document(published=None)
    html = render_timeline(view_case(make_case(alleged_supply(document), documents=(document,)))).text
    assert "reported on a day that is not known" in html and 'class="published"' not in html


def test_events_stand_in_the_order_of_their_dates() -> None:
    document = make_document()
    claims = [make_claim(document, id=str(year), when=since(year)) for year in (2024, 2019, 2022)]
    html = render_timeline(view_case(make_case(*claims, documents=(document,)))).text
    places = [html.index(f"since 1 January {year}") for year in (2019, 2022, 2024)]
    assert places == sorted(places)


def test_an_event_known_only_by_its_end_stands_in_the_year_of_its_end() -> None:
    document = make_document()
    until = When(interval=Interval(start=None, end="2021-03-31", granularity="range"), text="", anchor="")
    html = render_timeline(view_case(make_case(make_claim(document, when=until), documents=(document,)))).text
    assert "until 31 March 2021" in html and "<h3>2021</h3>" in html


def test_claims_without_a_date_are_counted() -> None:
    assert "2 claims without a date" in render_timeline(view_case(full_case())).text


def test_a_case_without_dates_says_so() -> None:
    document = make_document()
    assert (
        "No claim dates its event."
        in render_timeline(view_case(make_case(make_claim(document), documents=(document,)))).text
    )


def test_what_is_only_alleged_is_labelled() -> None:
    document = make_document()
    html = render_timeline(view_case(make_case(alleged_supply(document), documents=(document,)))).text
    assert "chip-alleged" in html
