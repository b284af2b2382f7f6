"""A name is taken apart into the words that it is compared by, whatever was typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from entrepot.screening.lexicon import WordKind
from entrepot.screening.words import MAX_LETTERS, Word, split_name
from tests.screening.engine_samples import unhurried, words_of

any_text = st.text(st.characters(exclude_categories=()), max_size=60)
mixed_names = st.text(
    st.sampled_from(list("abz .,&'-()/AZéßıİя́ёГ中国银行有限公司김정은محمدالعلى٢0179😀\u200f\u200c\u0301\u0307ヴ")),
    max_size=40,
)


def texts(name: str) -> list[str]:
    return [word.text for word in words_of(name)]


def kinds(name: str) -> list[WordKind]:
    return [word.kind for word in words_of(name)]


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Comercial Orion S.A. de C.V.", ["comercial", "orion", "s.a", "de", "c.v"]),
        ("J.P. Gromov", ["j.p", "gromov"]),
        ("J.P.Gromov", ["j.p", "gromov"]),
        ("U.S.S.R", ["u.s.s.r"]),
        ("St. Gromov No.7", ["st", "gromov", "no", "7"]),
        ("Sa'd al-Din", ["sad", "al", "din"]),
        ("Sa’d al-Dīn", ["sad", "al", "dīn"]),
        ("O`Brien", ["obrien"]),
        ("Gromov & Sons", ["gromov", "and", "sons"]),
        ("Громов & Co", ["громов", "and", "co"]),
        ("GROMOV, Ivan", ["gromov", "ivan"]),
        ("Severny/Kvartal (Moscow)", ["severny", "kvartal", "moscow"]),
        ("under_score", ["under", "score"]),
        ("tab\tand\nline", ["tab", "and", "line"]),
        ("حزب‌الله", ["حزبالله"]),
        ("ﻣﺤﻤﺪ", ["محمد"]),
        ("ＦＵＬＬ　Ｗｉｄｔｈ", ["full", "width"]),
        ("Strauß", ["strauss"]),
    ],
)
def test_a_name_is_split_into_its_words(name: str, words: list[str]) -> None:
    assert split_name(name) == words


@pytest.mark.parametrize("nothing", ["", " ", "\t\n", "...", "—", "😀", "'", "&", "()", "\u200f", "\u0301"])
def test_punctuation_and_pictures_are_no_words(nothing: str) -> None:
    assert texts(nothing) in ([], ["and"])


@pytest.mark.parametrize(
    ("name", "word"),
    [("Sa'd", "sad"), ("Nu’man", "numan"), ("ʿUmar", "umar"), ("Is‘haq", "ishaq")],
)
def test_an_apostrophe_joins(name: str, word: str) -> None:
    assert texts(name) == [word]


def test_composed_and_decomposed_letters_are_the_same_words() -> None:
    assert split_name("M\u00fcller Pi\u00f1a") == split_name("Mu\u0308ller Pin\u0303a")


@pytest.mark.parametrize(
    "name", ["Zarya Limited", "Zarya Ltd", "Zarya Ltd.", "Ltd Zarya", "Zarya Co., Ltd", "ZARYA LTD"]
)
def test_forms_of_incorporation_are_one_word(name: str) -> None:
    assert sorted(texts(name)) == ["limited", "zarya"]
    assert WordKind.LEGAL in kinds(name)


@pytest.mark.parametrize("name", ["AO Gromov", "Gromov AO", "АО Громов", "Gromov A.O."])
def test_a_short_legal_form_counts_at_either_end(name: str) -> None:
    assert set(texts(name)) == {"jointstockcompany", "gromov"}


def test_a_short_legal_form_in_the_middle_is_a_name() -> None:
    assert kinds("Li Ao Ming Hua") == [WordKind.NAME] * 4
    assert texts("Li Ao Ming Hua") == ["li", "ao", "ming", "hua"]


def test_a_long_legal_form_counts_anywhere() -> None:
    assert texts("Zarya Limited Liability Company of the North Sea")[1] == "limitedliabilitycompany"


def test_two_legal_forms_at_the_end_both_count() -> None:
    assert kinds("Orion S.A. de C.V.")[1:] == [WordKind.LEGAL]
    assert kinds("Orion AO LLC")[1:] == [WordKind.LEGAL, WordKind.LEGAL]


@pytest.mark.parametrize("name", ["Zarya Bank", "Zarya Banco", "Заря Банк", "Zarya بانک"])
def test_a_word_is_its_concept_in_whatever_language(name: str) -> None:
    assert texts(name) == ["zarya", "bank"]
    assert kinds(name) == [WordKind.NAME, WordKind.WORD]


def test_a_phrase_is_taken_before_its_first_word() -> None:
    assert texts("Orion Limited Liability Company") == ["orion", "limitedliabilitycompany"]
    assert texts("Orion Limited") == ["orion", "limited"]
    assert texts("Ship Building Yard") == ["shipbuilding", "yard"]


def test_a_place_is_one_word_whatever_it_is_called() -> None:
    assert texts("Hong Kong") == texts("Hongkong") == texts("Гонконг") == texts("香港") == ["hongkong"]


def test_a_translated_word_of_another_script_keeps_how_it_was_written() -> None:
    (moon,) = words_of("ماه")
    assert (moon.text, moon.mode, moon.written) == ("moon", "concept", "ماه")
    (bank,) = words_of("банк")
    assert (bank.text, bank.mode, bank.written) == ("bank", "concept", "банк")


def test_a_translated_word_of_latin_script_keeps_nothing() -> None:
    (bank,) = words_of("Banco")
    assert (bank.mode, bank.written) == ("plain", "")


def test_words_of_phrases_that_are_met_are_noted() -> None:
    seen: set[str] = set()
    words_of("Orion Limited Liability Company", seen=seen)
    assert {"limited", "liability", "company"} <= seen
    assert "orion" not in seen


def test_an_initial_is_told_from_a_name() -> None:
    assert kinds("J. Gromov") == [WordKind.INITIAL, WordKind.NAME]
    assert kinds("7 Gromov")[0] == WordKind.NAME
    assert kinds("Я. Громов")[0] == WordKind.INITIAL


@pytest.mark.parametrize("name", ["J.P. Gromov", "J.P.Gromov", "J. P. Gromov"])
def test_letters_with_points_are_the_initials_of_a_person(name: str) -> None:
    words = words_of(name, person=True)
    assert [word.text for word in words] == ["j", "p", "gromov"]
    assert [word.kind for word in words] == [WordKind.INITIAL, WordKind.INITIAL, WordKind.NAME]


@pytest.mark.parametrize(("name", "word"), [("J.P. Gromov", "jp"), ("U.S.S.R. Gromov", "ussr"), ("И.С. Громов", "is")])
def test_letters_with_points_are_otherwise_one_abbreviation(name: str, word: str) -> None:
    assert texts(name) == [word, "gromov"]


def test_a_cyrillic_word_is_romanised_and_known_for_one() -> None:
    (word,) = words_of("Громов")
    assert (word.text, word.mode, word.written) == ("gromov", "cyrillic", "громов")


@pytest.mark.parametrize("name", ["Grоmоv", "Gromоv"])
def test_a_cyrillic_letter_in_a_latin_word_is_read_as_latin(name: str) -> None:
    assert not name.isascii()
    assert texts(name) == ["gromov"]


def test_the_arabic_article_is_a_word_of_its_own() -> None:
    article, name = words_of("الكريمي")
    assert (article.text, article.kind) == ("al", WordKind.PARTICLE)
    assert (name.mode, name.written) == ("unvowelled", "کریمی")
    assert name.text.startswith("~")


def test_god_has_no_article() -> None:
    assert [word.kind for word in words_of("الله")] == [WordKind.NAME]


def test_a_known_name_in_arabic_script_says_which_it_is() -> None:
    (word,) = words_of("محمد")
    assert word.names == ("muhammad",)


def test_a_run_of_han_is_cut_at_the_longest_forms_and_into_syllables_between() -> None:
    words = words_of("中国工商银行有限公司")
    assert [word.text for word in words] == ["china", "industrial", "bank", "limited"]
    assert texts("中国银行") == ["china", "bank"]
    assert texts("金星公司") == ["jin", "xing", "company"]


def test_han_syllables_keep_their_characters() -> None:
    assert [(word.mode, word.written) for word in words_of("金正")] == [("han", "金"), ("han", "正")]


def test_a_run_of_hangul_is_cut_likewise() -> None:
    assert texts("홍콩은행") == ["hongkong", "bank"]
    words = words_of("김정은")
    assert [(word.text, word.mode) for word in words] == [("gim", "korean"), ("jeong", "korean"), ("eun", "korean")]


def test_scripts_mixed_in_one_name_are_each_read_their_own_way() -> None:
    assert texts("Zarya 银行 ООО") == ["zarya", "bank", "limitedliabilitycompany"]


def test_a_name_of_ten_thousand_letters_is_cut() -> None:
    assert sum(map(len, split_name("a" * 10_000))) <= MAX_LETTERS
    assert len(split_name("ab " * 10_000)) <= MAX_LETTERS // 2


@unhurried
@given(any_text)
def test_any_text_splits_into_words_that_are_not_empty(text: str) -> None:
    assert all(split_name(text))


@unhurried
@given(any_text)
def test_any_text_gives_ascii_words_that_are_not_empty(text: str) -> None:
    for word in words_of(text):
        assert word.text
        assert word.text.isascii()


@unhurried
@given(mixed_names)
def test_any_mixture_of_scripts_gives_ascii_words_that_are_not_empty(text: str) -> None:
    for word in words_of(text):
        assert word.text.isascii() and word.text


@unhurried
@given(any_text)
def test_a_name_reads_the_same_every_time(text: str) -> None:
    assert words_of(text) == words_of(text)


@given(st.lists(st.text(st.sampled_from("abcdefghij"), min_size=2, max_size=8), max_size=6))
def test_case_and_spaces_and_commas_do_not_matter(words: list[str]) -> None:
    plain = words_of(" ".join(words))
    assert words_of(",  ".join(words).upper()) == plain


@pytest.mark.parametrize("name", ["٢٠٢٠ AO Zarya Orion", "ء SA Zarya Orion"])
def test_a_short_legal_form_after_an_unreadable_word_is_read(name: str) -> None:
    assert "zarya" in texts(name)


@pytest.mark.parametrize(
    ("name", "words"),
    [("Гро́мов", ["громов"]), ("İstanbul", ["istanbul"]), ("İSMAİL", ["ismail"])],
)
def test_a_mark_on_a_letter_does_not_part_the_word(name: str, words: list[str]) -> None:
    assert texts(name) == [word.text for part in words for word in words_of(part)]


@pytest.mark.parametrize("name", ["Zarya ٢٧", "Zarya ۲۷"])
def test_digits_of_arabic_script_are_digits(name: str) -> None:
    assert texts(name) == ["zarya", "27"]


def test_in_names_of_people_only_titles_and_particles_are_translated() -> None:
    words = words_of("Dr Luna bin Trade", person=True)
    assert [word.text for word in words] == ["doctor", "luna", "bin", "trade"]
    assert [word.kind for word in words] == [WordKind.TITLE, WordKind.NAME, WordKind.PARTICLE, WordKind.NAME]
    assert [word.text for word in words_of("Luna Trade")] == ["moon", "trading"]


def test_a_word_is_a_value() -> None:
    assert Word("gromov", WordKind.NAME) == Word("gromov", WordKind.NAME)


@pytest.mark.parametrize(
    ("name", "texts"),
    [("केशव राठी", ["kesava", "rathi"]), ("शर्मा", ["sarma"]), ("রহিম উদ্দিন", ["rahima", "uddina"])],
)
def test_the_vowels_of_scripts_of_india_belong_to_their_words(name: str, texts: list[str]) -> None:
    assert [word.text for word in words_of(name)] == texts
