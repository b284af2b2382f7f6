"""The lexicon is what the reference tables say, ready to be looked up."""

from collections.abc import Iterator

from entrepot.reference.tables import load_table, split_cell
from entrepot.screening.lexicon import Lexicon, Phrase, WordKind, load_lexicon
from entrepot.screening.scripts import settle_form
from tests.screening.engine_samples import LEXICON


def list_phrases(lexicon: Lexicon) -> Iterator[tuple[str, Phrase]]:
    """Every phrase with its first word."""
    for first, lengths in lexicon.phrases.items():
        for of_length in lengths.values():
            for phrase in of_length.values():
                yield first, phrase


def kinds_of(form: str, lexicon: Lexicon) -> set[WordKind]:
    return {phrase.kind for first, phrase in list_phrases(lexicon) if (first, *phrase.rest) == tuple(form.split())}


def test_the_lexicon_is_read_once() -> None:
    assert load_lexicon() is load_lexicon()


def test_every_form_of_the_tables_is_a_phrase() -> None:
    known = {(first, *phrase.rest) for first, phrase in list_phrases(load_lexicon())}
    for table in ("organisation_words", "person_particles"):
        for row in load_table(table).rows:
            for column in ("forms", "cyrillic", "arabic"):
                assert {tuple(settle_form(form).split()) for form in split_cell(row[column])} <= known, row["id"]


def test_every_name_of_the_tables_leads_to_its_group() -> None:
    lexicon = load_lexicon()
    for row in load_table("given_names").rows:
        for column in ("forms", "cyrillic", "arabic"):
            assert all(row["id"] in lexicon.groups[settle_form(form)] for form in split_cell(row[column])), row["id"]
        assert all(row["id"] in lexicon.nicknames[form] for form in split_cell(row["hypocorisms"])), row["id"]


def test_the_longest_phrases_that_begin_with_a_word_come_first() -> None:
    for lexicon in (load_lexicon(), LEXICON):
        for lengths in lexicon.phrases.values():
            assert list(lengths) == sorted(lengths, reverse=True)
            assert all(len(rest) == length for length, of_length in lengths.items() for rest in of_length)


def test_concepts_are_ascii_words_in_lower_case() -> None:
    for _, phrase in list_phrases(load_lexicon()):
        assert phrase.concept
        assert all(word and word.isascii() and word == word.lower() for word in phrase.concept)


def test_legal_forms_and_places_are_compared_by_one_word() -> None:
    for _, phrase in list_phrases(load_lexicon()):
        if phrase.kind in (WordKind.LEGAL, WordKind.PLACE):
            assert len(phrase.concept) == 1


def test_common_legal_forms_of_several_languages_are_legal_forms() -> None:
    for form in ("ltd", "llc", "gmbh", "ooo", "ооо", "ао", "jsc", "limited liability company"):
        assert kinds_of(form, load_lexicon()) == {WordKind.LEGAL}, form


def test_only_words_of_people_s_names_stand_in_the_phrases_for_people() -> None:
    people = load_lexicon().person_phrases
    assert "bin" in people
    assert not {"bank", "llc", "trading"} & set(people)
    assert set(people) <= set(load_lexicon().phrases)


def test_runs_are_no_longer_than_the_longest() -> None:
    lexicon = load_lexicon()
    assert max(map(len, lexicon.runs)) == lexicon.longest_run
    assert lexicon.runs["有限公司"][1] == WordKind.LEGAL


def test_names_lead_from_every_script_to_the_same_name() -> None:
    groups = load_lexicon().groups
    assert set(groups["mohammed"]) & set(groups["muhammad"]) & set(groups["محمد"])
    assert set(groups["alexander"]) & set(groups["aleksandr"]) & set(groups["александр"])
    assert not set(groups["alexander"]) & set(groups["muhammad"])


def test_a_pet_name_is_short_for_a_name_and_no_spelling_of_it() -> None:
    lexicon = load_lexicon()
    full = lexicon.groups["alexander"]
    assert set(lexicon.nicknames["sasha"]) & set(full)
    assert not set(lexicon.groups.get("sasha", ())) & set(full)


def test_chinese_characters_have_korean_readings() -> None:
    hanja = load_lexicon().hanja
    assert "kim" in hanja["金"]
    assert all(len(character) == 1 and readings for character, readings in hanja.items())
