"""Offices that a text gives the persons it names, and what the words around them make of them."""

import pytest

from entrepot.claims import find_office_issues
from entrepot.claims.checks import named_persons
from entrepot.claims.offices import GivenOffice, list_given_offices
from tests.claims.reports import claims_of, codes_of, make_report


def given_in(sentence: str) -> list[GivenOffice]:
    report = make_report(sentence)
    return [
        given for item, names in named_persons(report) for given in list_given_offices(report.text, item.span, names)
    ]


def found_in(*paragraphs: str, published: str = "2016-06-15") -> list[str]:
    issues = find_office_issues(make_report(*paragraphs, published=published))
    return [issue.span.text for issue in issues if issue.span is not None]


@pytest.mark.parametrize(
    ("sentence", "office"),
    [
        ("President Barack Obama spoke.", "President"),
        ("On Tuesday, Turkish President Recep Tayyip Erdogan spoke.", "Turkish President"),
        ("Meanwhile President Barack Obama spoke.", "President"),
        ("Talks with North Korean Supreme Leader Kim Jong Un failed.", "North Korean Supreme Leader"),
        ("Secretary of State John Kerry spoke.", "Secretary of State"),
        ("Treasury Secretary Jack Lew spoke.", "Treasury Secretary"),
        ("Federal Reserve Chair Janet Yellen spoke.", "Federal Reserve Chair"),
        ("Emomali Rahmon, president of Tajikistan, spoke.", "president of Tajikistan"),
        ("Angela Merkel is now the chancellor.", "chancellor"),
    ],
)
def test_an_office_is_read_with_its_country(sentence: str, office: str) -> None:
    assert [given.phrase for given in given_in(sentence)] == [office]


@pytest.mark.parametrize(
    "sentence",
    [
        "Former President George W. Bush spoke.",
        "The former Republican president George W. Bush spoke.",
        "A neighbour of ex-president George W. Bush spoke.",
        "Then-President George W. Bush spoke.",
        "Vice President Joe Biden spoke.",
        "President-elect Donald Trump spoke.",
        "Princeton University President George W. Bush spoke.",
        "The President of the Ford Foundation George W. Bush spoke.",
        "Joe Biden is president of the Women's Media Center.",
        "They chose Donald Trump for president.",
    ],
)
def test_a_past_or_lesser_office_or_one_of_no_state_is_none(sentence: str) -> None:
    assert given_in(sentence) == []


def test_a_title_between_two_names_belongs_to_the_second() -> None:
    (given,) = given_in("Standing beside Ilham Aliyev, President Emomali Rahmon smiled.")
    assert given.name.text == "Emomali Rahmon"


def test_whom_somebody_once_served_makes_no_past_office() -> None:
    (given,) = given_in("The former cook of President Barack Obama's family spoke.")
    assert given.person.name == "Barack Obama"


@pytest.mark.parametrize(
    ("sentence", "bearing"),
    [
        ("President George W. Bush said so.", "told"),
        ("He met with President George W. Bush.", "told"),
        ("He said that President George W. Bush agreed.", "told"),
        ("The man whom President George W. Bush will meet is ill.", "told"),
        ("When President George W. Bush arrived, it rained.", "timed"),
        ("After the attacks, President George W. Bush kept calm.", "timed"),
        ("He criticized President George W. Bush.", "aside"),
        ("He was appointed by President George W. Bush.", "aside"),
        ("The former aide to President George W. Bush is ill.", "aside"),
        ("President George W. Bush's policy failed.", "aside"),
        ("President George W. Bush had signed it.", "aside"),
        ("He rejects the claim that President George W. Bush lied.", "aside"),
        ("It was done under President George W. Bush.", "looking_back"),
        ("He spent more than even President George W. Bush.", "looking_back"),
        ("They fear a President George W. Bush.", "supposed"),
        ("If President George W. Bush wins, it will rain.", "supposed"),
        ("If George W. Bush is president, it will rain.", "supposed"),
    ],
)
def test_the_words_around_an_office_tell_how_it_stands(sentence: str, bearing: str) -> None:
    assert [given.bearing for given in given_in(sentence)] == [bearing]


@pytest.mark.parametrize(
    "sentence",
    [
        "President George W. Bush said on Tuesday that he would go.",
        "President George W. Bush spoke.",
        "When President George W. Bush arrived on Tuesday, it rained.",
        "He was appointed by President Joe Biden.",
        "It was done under President Joe Biden.",
        "British Prime Minister Tony Blair met with President Barack Obama.",
    ],
)
def test_a_holder_of_another_time_is_found_in_any_sentence_that_tells_of_now(sentence: str) -> None:
    assert len(found_in(sentence)) == 1


@pytest.mark.parametrize(
    "paragraph",
    [
        "President Barack Obama spoke.",
        "In 2008, President George W. Bush spoke.",
        "The war began in 2003. President George W. Bush spoke.",
        "It was done under President George W. Bush.",
        "He criticized President George W. Bush.",
        "When President George W. Bush spoke, it rained.",
        "They fear a President Joe Biden.",
        "President Obama asked for money in February.",
    ],
)
def test_a_title_of_its_own_time_is_none(paragraph: str) -> None:
    assert found_in(paragraph) == []


def test_a_candidate_may_be_given_the_office_that_he_runs_for() -> None:
    assert found_in("Donald Trump is the nominee.", "Markets brace for President Trump.") == []
    assert found_in("Markets brace for President Donald Trump.") == ["Donald Trump"]


def test_an_office_is_found_in_sentences_that_carry_no_claim() -> None:
    sentence = "President Joe Biden spoke."
    assert claims_of(sentence) == ()
    assert found_in(sentence) == ["Joe Biden"]


def test_whoever_takes_part_in_a_dated_event_is_checked_wherever_the_name_stands() -> None:
    (claim,) = claims_of("In March 2025 a treaty was signed by Emomali Rahmon and Iranian President Ebrahim Raisi.")
    assert codes_of(claim) == {"office_term"}


def test_for_whoever_takes_part_in_a_dated_event_only_its_date_counts() -> None:
    sentence = "Iranian President Ebrahim Raisi, elected in 2021, signed a treaty with Chad in {}."
    assert {"office_term"} <= set().union(*map(codes_of, claims_of(sentence.format("March 2025"))))
    assert "office_term" not in set().union(*map(codes_of, claims_of(sentence.format("March 2023"))))
