import pytest

from entrepot.dossier.issue_words import TITLES, issue_order, issue_title, phrase_days, phrase_issue
from entrepot.model.issue import Issue


@pytest.mark.parametrize("code", TITLES)
@pytest.mark.parametrize("message", ["", " ", "code"])
def test_an_issue_that_says_no_more_than_its_code_is_put_in_words(code: str, message: str) -> None:
    words = phrase_issue(Issue(code=code, message=code if message == "code" else message))
    assert " " in words and words != code and words.endswith(".")


def test_an_issue_in_its_own_words_keeps_them_with_days_spelt_out() -> None:
    issue = Issue(code="office_term", message="Term ended 2024-05-19; see leaders/IR-2024-05-19-x.")
    assert phrase_issue(issue) == "Term ended 19 May 2024; see leaders/IR-2024-05-19-x."


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("in 2025-08-22; x", "on 22 August 2025; x"),
        ("in 2025-01-01 to 2025-01-31", "in January 2025"),
        ("in 2024-01-01 to 2024-12-31", "in 2024"),
        ("2020-03-04 to 2025-07-16", "4 March 2020 to 16 July 2025"),
        ("begin 2025-99-99", "begin 2025-99-99"),
    ],
)
def test_days_are_spelt_out_as_closely_as_they_are_given(text: str, words: str) -> None:
    assert phrase_days(text) == words


def test_a_code_that_is_not_known_is_put_as_it_is_and_comes_last() -> None:
    assert issue_title("odd_thing") == ("Odd thing", "")
    assert phrase_issue(Issue(code="odd_thing", message="")) == "Odd thing"
    assert sorted(["odd_thing", *TITLES], key=issue_order)[-1] == "odd_thing"
