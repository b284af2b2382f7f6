from entrepot.dossier.sections.timeline import render_timeline
from entrepot.dossier.view import view_case
from entrepot.model.claim import When
from entrepot.model.interval import Interval
from tests.dossier.samples import alleged_supply, full_case, make_case, make_claim, make_document


def since(year: int) -> When:
    return When(interval=Interval(start=f"{year}-01-01", end=None, granularity="range"), text="", anchor="")


def test_one_event_told_by_two_reports_is_one_row() -> None:
    html = render_timeline(view_case(full_case())).text
    assert html.count('<td class="date">') == 1
    assert 'href="#c1-1"' in html and 'href="#c2-2"' in html


def test_the_date_of_an_event_is_not_the_date_of_publication() -> None:
    html = render_timeline(view_case(full_case())).text
    assert "August 2025" in html and "21 August 2025" not in html
    assert html.count('class="published"') == 1


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
