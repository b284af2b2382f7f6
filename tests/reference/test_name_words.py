"""Words of organisations and names of persons: what translates or spells the same thing stands together."""

import re
from collections import Counter

import pytest

from entrepot.reference.tables import Table, load_table, split_cell

_LATIN, _NOT_LATIN = r"[a-z0-9]+( [a-z0-9]+)*", r"[^a-z;]+"


def find_ids(table: str, column: str, form: str) -> set[str]:
    """The rows of a table that hold a form in a column."""
    return {row["id"] for row in load_table(table).rows if form in split_cell(row[column])}


def count_forms(table: Table, column: str) -> Counter[str]:
    """How many rows hold each form of a column."""
    return Counter(form for row in table.rows for form in set(split_cell(row[column])))


@pytest.mark.parametrize("name", ["organisation_words", "given_names", "person_particles"])
@pytest.mark.parametrize(("column", "script"), [("forms", _LATIN), ("arabic", _NOT_LATIN)])
def test_forms_are_written_in_the_script_of_their_column(name: str, column: str, script: str) -> None:
    for row in load_table(name).rows:
        for form in split_cell(row[column]):
            assert re.fullmatch(script, form), (row["id"], form)


@pytest.mark.parametrize("name", ["given_names", "person_particles"])
def test_cyrillic_forms_of_names_hold_no_latin_letter(name: str) -> None:
    for row in load_table(name).rows:
        assert all(re.fullmatch(_NOT_LATIN, form) for form in split_cell(row["cyrillic"])), row["id"]


@pytest.mark.parametrize("column", ["forms", "han", "hangul", "arabic"])
def test_a_word_of_organisations_stands_for_one_concept_only(column: str) -> None:
    forms = count_forms(load_table("organisation_words"), column)
    assert [form for form, rows in forms.items() if rows > 1] == []


def test_a_particle_or_title_stands_once_within_its_kind() -> None:
    rows = load_table("person_particles").rows
    forms = Counter((row["kind"], form) for row in rows for form in split_cell(row["forms"]))
    assert [form for form, times in forms.items() if times > 1] == []


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("limited liability company", "obshchestvo s ogranichennoy otvetstvennostyu"),
        ("llc", "ooo"),
        ("llc", "gmbh"),
        ("joint stock company", "aktsionernoe obshchestvo"),
        ("scientific production association", "nauchno proizvodstvennoe obedinenie"),
        ("scientific research institute", "nii"),
        ("design bureau", "konstruktorskoe byuro"),
        ("plant", "zavod"),
        ("bank", "unhaeng"),
        ("trade", "bazargani"),
        ("trade", "maoyi"),
        ("research", "pajouhesh"),
        ("foundation", "bonyad"),
        ("north", "severnaya"),
        ("moscow", "moskovskiy"),
    ],
)
def test_translations_and_romanisations_of_a_word_stand_together(first: str, second: str) -> None:
    ids = find_ids("organisation_words", "forms", first)
    assert ids
    assert ids == find_ids("organisation_words", "forms", second)


@pytest.mark.parametrize(
    ("column", "form", "english"),
    [
        ("cyrillic", "завод", "plant"),
        ("cyrillic", "ооо", "limited liability company"),
        ("cyrillic", "товариство з обмеженою відповідальністю", "limited liability company"),
        ("han", "有限公司", "limited"),
        ("han", "銀行", "bank"),
        ("hangul", "은행", "bank"),
        ("hangul", "평양", "pyongyang"),
        ("arabic", "شركة", "company"),
        ("arabic", "بنیاد", "foundation"),
    ],
)
def test_a_word_in_another_script_stands_with_its_english(column: str, form: str, english: str) -> None:
    ids = find_ids("organisation_words", column, form)
    assert ids
    assert ids == find_ids("organisation_words", "forms", english)


def test_things_that_tell_firms_apart_are_not_one_concept() -> None:
    for first, second in (("steel", "copper"), ("oil", "gas"), ("army", "navy"), ("software", "network")):
        firsts = find_ids("organisation_words", "forms", first)
        assert firsts
        assert firsts.isdisjoint(find_ids("organisation_words", "forms", second))


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("aleksandr", "aliaksandr"),
        ("sergey", "siarhei"),
        ("mikhail", "mykhailo"),
        ("dmitry", "dzmitry"),
        ("vladimir", "uladzimir"),
        ("evgeny", "yauhen"),
        ("muhammad", "mehmet"),
        ("hussein", "khusein"),
        ("uthman", "osman"),
        ("abd al rahman", "abdurrahman"),
        ("abd al aziz", "abdelaziz"),
        ("aleksandrovich", "aliaksandravich"),
        ("mikhailovna", "mykhailivna"),
        ("wong", "huang"),
        ("choe", "choi"),
        ("pak", "park"),
        ("chol", "cheol"),
    ],
)
def test_spellings_of_a_name_share_a_row(first: str, second: str) -> None:
    assert find_ids("given_names", "forms", first) & find_ids("given_names", "forms", second)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("aleksandrovich", "aleksandrovna"),
        ("joseph", "yusuf"),
        ("james", "yaqub"),
        ("ivan", "john"),
        ("hassan", "hussein"),
        ("ahmad", "muhammad"),
        ("ali", "omar"),
    ],
)
def test_names_that_lists_keep_apart_share_no_row(first: str, second: str) -> None:
    firsts, seconds = find_ids("given_names", "forms", first), find_ids("given_names", "forms", second)
    assert firsts
    assert seconds
    assert firsts.isdisjoint(seconds)


def test_a_pet_name_is_no_form_of_the_same_row() -> None:
    for row in load_table("given_names").rows:
        assert set(split_cell(row["forms"])).isdisjoint(split_cell(row["hypocorisms"])), row["id"]
    assert find_ids("given_names", "hypocorisms", "sasha") == {"alexander", "alexandra"}


@pytest.mark.parametrize(
    ("form", "kind"), [("al", "particle"), ("bin", "particle"), ("abu", "kunya"), ("sheikh", "title"), ("jr", "suffix")]
)
def test_a_part_of_a_name_that_identifies_nobody_is_known_by_its_kind(form: str, kind: str) -> None:
    rows = load_table("person_particles").rows
    assert kind in {row["kind"] for row in rows if form in split_cell(row["forms"])}


def test_a_character_is_read_as_both_koreas_read_it() -> None:
    table = load_table("hanja_readings")
    for character, readings in (("金", {"kim", "gim"}), ("李", {"ri", "lee", "yi"}), ("正", {"jong", "jung", "jeong"})):
        row = table.find_row(character)
        assert row is not None
        assert readings <= set(split_cell(row["korean"]))


def test_every_key_of_the_readings_is_one_chinese_character() -> None:
    for row in load_table("hanja_readings").rows:
        assert re.fullmatch(r"[\u3400-\u9fff]", row["character"]), row
