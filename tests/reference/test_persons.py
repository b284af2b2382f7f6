"""Office holders by name."""

import pytest

from entrepot.reference.persons import (
    clean_name,
    derive_surname,
    find_bearers,
    find_person,
    list_persons,
    name_key,
    name_words,
    own_office_holders,
    person_actor,
    person_forms,
)


@pytest.mark.parametrize(
    ("name", "iso2", "surname"),
    [
        ("Vladimir Putin", "RU", "Putin"),
        ("Xi Jinping", "CN", "Xi"),
        ("Ursula von der Leyen", "EU", "von der Leyen"),
        ("Mohamed bin Zayed Al Nahyan", "AE", ""),
        ("Joseph R. Biden Jr.", "US", "Biden"),
        ("Ruhollah", "IR", ""),
    ],
)
def test_the_press_calls_a_person_by_the_surname(name: str, iso2: str, surname: str) -> None:
    assert derive_surname(name, iso2) == surname


@pytest.mark.parametrize(
    ("spelling", "iso2", "name"),
    [
        ("Alyaksandr Lukashenka", "BY", "Alexander Lukashenko"),
        ("Mikhail Vladimirovich Mishustin", "RU", "Mikhail Mishustin"),
        ("Joseph R. Biden Jr.", "US", "Joe Biden"),
        ("John Sullivan", "US", "John Sullivan"),
        ("John J. Sullivan", "US", "John Sullivan"),
        ("Recep Tayyip Erdoğan", "TR", "Recep Tayyip Erdogan"),
    ],
)
def test_spellings_of_one_person_are_one_person(spelling: str, iso2: str, name: str) -> None:
    assert find_person(spelling, iso2) == person_actor(name)


def test_people_of_one_family_stay_apart() -> None:
    names = {actor.name for actor in find_bearers("Berdimuhamedov")}
    assert names == {"Gurbanguly Berdimuhamedov", "Serdar Berdimuhamedov"}
    assert find_person("Kim Jong Il", "KP") != find_person("Kim Jong Un", "KP")
    assert find_person("Mojtaba Khamenei", "IR") != find_person("Ali Khamenei", "IR")


def test_an_unknown_name_is_nobody() -> None:
    assert find_person("Nobody Known", "US") is None
    assert find_bearers("Nobody Known") == ()


def test_a_misspelling_of_one_report_is_not_a_name() -> None:
    assert all("typo" not in form.form for form in person_forms())
    assert find_bearers("Pesezhkian") == ()


def test_words_and_common_names_need_context_or_are_left_out() -> None:
    surnames = {named.form: named.entry.weak for named in person_forms() if named.entry.form_kind == "surname"}
    assert surnames["Putin"] is False
    assert surnames["Kim"] is True
    assert "May" not in surnames
    assert "On" not in surnames


def test_every_person_has_an_id_and_a_name() -> None:
    assert all(person.actor.id.startswith("person:") and person.names for person in list_persons())


def test_borrowed_heads_of_state_are_left_out() -> None:
    assert not [row for row in own_office_holders() if row["iso2"] == "GL" and row["role"] == "chief_of_state"]


def test_names_are_compared_by_letters_and_words() -> None:
    assert name_key("Kim Jong-Un") == name_key("Kim Jong Un") == "kimjongun"
    assert name_words("Joseph R. Biden Jr.") == ["joseph", "biden"]
    assert clean_name("Sirojiddin Muhriddin (earlier Aslov)") == "Sirojiddin Muhriddin"
