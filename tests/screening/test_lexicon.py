"""The lexicon is what the reference tables say, ready to be looked up."""

from entrepot.reference.tables import load_table, split_cell
from entrepot.screening.lexicon import Lexicon, WordKind, load_lexicon
from tests.screening.engine_samples import LEXICON


def test_the_lexicon_is_read_once() -> None:
    assert load_lexicon() is load_lexicon()


def test_every_form_of_a_word_leads_to_a_phrase() -> None:
    lexicon = load_lexicon()
    for row in load_table("name_words").rows:
        for form in split_cell(row["forms"]):
            first, *rest = form.lower().replace("-", " ").replace("'", "").split()
            assert any(phrase.rest == tuple(rest) for phrase in lexicon.phrases[first]), (row["id"], form)


def test_longer_phrases_come_first() -> None:
    for lexicon in (load_lexicon(), LEXICON):
        for phrases in lexicon.phrases.values():
            lengths = [len(phrase.rest) for phrase in phrases]
            assert lengths == sorted(lengths, reverse=True)


def test_no_phrase_stands_twice_after_one_word() -> None:
    for phrases in load_lexicon().phrases.values():
        rests = [phrase.rest for phrase in phrases]
        assert len(rests) == len(set(rests))


def test_concepts_are_ascii_words_in_lower_case() -> None:
    for phrases in load_lexicon().phrases.values():
        for phrase in phrases:
            assert phrase.concept
            assert all(word and word.isascii() and word == word.lower() for word in phrase.concept)


def test_legal_forms_and_places_are_compared_by_one_word() -> None:
    for phrases in load_lexicon().phrases.values():
        for phrase in phrases:
            if phrase.kind in (WordKind.LEGAL, WordKind.PLACE):
                assert len(phrase.concept) == 1


def test_common_legal_forms_of_several_languages_are_legal_forms() -> None:
    lexicon = load_lexicon()
    for form in ("ltd", "llc", "gmbh", "ooo", "ооо", "ао", "jsc"):
        assert any(not phrase.rest and phrase.kind == WordKind.LEGAL for phrase in lexicon.phrases[form]), form


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
    assert "kim" in hanja["金"] or "gim" in hanja["金"]
    assert all(len(character) == 1 for character in hanja)


def test_a_lexicon_made_by_hand_has_the_same_shape() -> None:
    assert isinstance(LEXICON, Lexicon)
    assert isinstance(load_lexicon(), Lexicon)
