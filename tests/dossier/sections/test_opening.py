from entrepot.dossier.sections.opening import render_opening, render_register
from entrepot.dossier.view import view_case
from tests.dossier.samples import full_case, make_case, make_document, merged_case


def test_the_figures_of_the_case_are_counted() -> None:
    html = render_opening(view_case(merged_case())).text
    for figure in (
        "<b>2</b> <span>reports",
        "<b>4</b> <span>claims",
        "<b>2</b> <span>propositions",
        "<b>1</b> <span>contested proposition<",
        "<b>1</b> <span>issue<",
        "<b>1</b> <span>input not read",
    ):
        assert figure in html


def test_the_opening_says_what_the_dossier_does_not_conclude() -> None:
    html = render_opening(view_case(full_case())).text
    assert "does not say that any claim is true" in html and "independent of each other" in html


def test_the_register_says_when_each_report_was_published_and_how_that_is_known() -> None:
    html = render_register(view_case(full_case())).text
    assert "21 August 2025 (given)" in html and "date of publication unknown" in html


def test_a_report_without_a_title_goes_by_the_name_of_its_file() -> None:
    html = render_register(view_case(make_case(documents=(make_document(title="", name="plain.txt"),)))).text
    assert ">plain.txt</cite>" in html and "reports/" not in html


def test_an_empty_case_has_no_reports() -> None:
    html = render_register(view_case(type(full_case())(name="x", documents=(), claims=()))).text
    assert "The case holds no reports." in html
