"""Offices and memberships that a sentence gives, held against the tables as of the claim's date."""

import pytest

from tests.claims.reports import claims_of, codes_of, only_claim


@pytest.mark.parametrize(
    "sentence",
    [
        "In March 2025 Iranian President Ebrahim Raisi met Emomali Rahmon.",
        "Emomali Rahmon met Iranian President Ebrahim Raisi in March 2025.",
        "President Joe Biden met Emomali Rahmon in May 2025.",
        "In May 2025 US President Joe Biden sanctioned Zelmira Trading.",
        "Joe Biden, president of the United States, met Emomali Rahmon in May 2025.",
    ],
)
def test_an_office_outside_its_term_is_found(sentence: str) -> None:
    claim = only_claim(sentence)
    (issue,) = claim.issues
    assert issue.code == "office_term"
    assert issue.span is not None
    assert issue.span.text in ("Ebrahim Raisi", "Joe Biden")
    assert issue.evidence
    assert issue.message.endswith(".")


def test_an_office_issue_names_whoever_held_it_then_with_both_rows() -> None:
    (issue,) = only_claim("In March 2025 Iranian President Ebrahim Raisi met Emomali Rahmon.").issues
    assert "Masoud Pezeshkian" in issue.message
    assert len(issue.evidence) == 2


@pytest.mark.parametrize(
    "sentence",
    [
        "In March 2024 Iranian President Ebrahim Raisi met Emomali Rahmon.",
        "In May 2023 President Joe Biden met Emomali Rahmon.",
        "President Donald Trump promised drones to Chad in June 2025.",
        "In March 2025 former Iranian President Hassan Rouhani met Emomali Rahmon.",
        "Then-president Hassan Rouhani met Emomali Rahmon in March 2018.",
        "President-elect Masoud Pezeshkian met Emomali Rahmon in March 2025.",
        "The late president Ebrahim Raisi signed a treaty with Chad.",
        "The ousted president Joe Biden met Emomali Rahmon in May 2025.",
        "Joe Biden, the former president, met Emomali Rahmon in May 2025.",
        "Self-proclaimed president Hassan Rouhani met Emomali Rahmon in May 2025.",
        "Joe Biden met Emomali Rahmon in May 2025.",
        "Emomali Rahmon, president of Tajikistan, met Ilham Aliyev.",
    ],
)
def test_an_office_in_its_term_or_said_to_be_past_is_not(sentence: str) -> None:
    assert codes_of(only_claim(sentence)) == set()


def test_the_office_of_whoever_is_quoted_is_checked_too() -> None:
    claim = only_claim("In May 2025 President Joe Biden said that Iran sold drones to Chad.")
    assert codes_of(claim) == {"office_term"}


@pytest.mark.parametrize(
    "sentence",
    [
        "Iran is a member of the Eurasian Economic Union.",
        "Belarus is a member of BRICS.",
        "Britain is a member of the European Union.",
        "Uzbekistan is a member of the Eurasian Economic Union.",
    ],
)
def test_a_membership_at_odds_with_the_table_is_found(sentence: str) -> None:
    (issue,) = only_claim(sentence).issues
    assert (issue.code, bool(issue.evidence)) == ("member_status", True)
    assert issue.span is not None
    assert sentence.startswith(issue.span.text)


@pytest.mark.parametrize(
    "sentence",
    [
        "Armenia is a member of the Eurasian Economic Union.",
        "Belarus is a partner of BRICS.",
        "Iran is an observer in the Eurasian Economic Union.",
        "In 2015 Britain was a member of the European Union.",
        "Britain left the European Union.",
        "Iran is not a member of the Eurasian Economic Union.",
        "Iran plans to join the Eurasian Economic Union.",
        "Iran may join the Eurasian Economic Union.",
        "Iran denies that it joined the Eurasian Economic Union.",
    ],
)
def test_a_membership_that_holds_or_is_not_asserted_is_not(sentence: str) -> None:
    (claim,) = claims_of(sentence)
    assert "member_status" not in codes_of(claim)


def test_a_membership_is_checked_as_of_the_date_of_its_claim() -> None:
    assert codes_of(only_claim("In 2015 Britain was a member of the European Union.")) == set()
    assert codes_of(only_claim("In 2023 Britain was a member of the European Union.")) == {"member_status"}
