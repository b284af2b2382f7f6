"""Terms of office."""

from entrepot.reference.persons import person_actor
from entrepot.reference.terms import first_day, last_day, list_terms, terms_of_office, terms_of_person


def test_a_date_known_to_the_month_stands_for_its_days() -> None:
    assert (first_day("2024-02"), last_day("2024-02")) == ("2024-02-01", "2024-02-29")
    assert (first_day("2024"), last_day("2024")) == ("2024-01-01", "2024-12-31")
    assert last_day("2023-12") == "2023-12-31"


def test_a_president_who_heads_the_government_is_president() -> None:
    offices = {term.office for term in terms_of_person(person_actor("Ebrahim Raisi").id)}
    assert offices == {"president"}


def test_terms_end_after_they_begin_and_name_their_row() -> None:
    for term in list_terms():
        assert term.end is None or term.start <= term.end, term.evidence
        assert "/" in term.evidence


def test_an_office_lists_its_terms() -> None:
    names = {term.person.name for term in terms_of_office("UA", "prime_minister")}
    assert {"Denys Shmyhal", "Yulia Svyrydenko"} <= names
    assert terms_of_office("ZZ", "president") == ()


def test_a_deputy_is_not_the_prime_minister() -> None:
    assert all("Deputy" not in term.title for term in list_terms())
