"""Sentences into parses, without moving a character."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from entrepot.claims.parsing import HYPHENATED, is_unknown_word, load_model, parse_sentences, prepare_text
from entrepot.claims.sentences import split_sentences
from tests.claims.reports import make_report, parse_one

MARKED = st.text(alphabet=st.sampled_from("ab ,:;.?!\"“”„«»‘’'\n\u00a0é"), max_size=60) | st.text(max_size=60)


@given(MARKED)
def test_a_prepared_sentence_is_as_long_as_the_sentence(text: str) -> None:
    assert len(prepare_text(text)) == len(text)


@given(MARKED)
def test_preparing_changes_marks_and_white_space_and_nothing_else(text: str) -> None:
    for before, after in zip(text, prepare_text(text), strict=True):
        assert before == after or before in '“”„«»‘’\n\u00a0",'


@given(st.text(max_size=60))
@settings(deadline=None)  # the model is loaded once, in the first example
def test_the_tokens_of_a_prepared_sentence_are_its_text(text: str) -> None:
    doc = load_model().make_doc(prepare_text(text))
    assert doc.text == prepare_text(text)


@pytest.mark.parametrize(
    ("text", "prepared"),
    [
        ("He sold “spare parts” to Iran.", "He sold  spare parts  to Iran."),
        ("A «humanitarian» cargo left.", "A  humanitarian  cargo left."),
        ("He said, “we sold it”.", 'He said, "we sold it".'),
        ("He said: “we sold it”.", 'He said: "we sold it".'),
        ("“We sold it,” he said.", '"We sold it," he said.'),
        ("He asked “did you?”", 'He asked "did you?"'),
        ("A “lone mark stays.", 'A "lone mark stays.'),
        ("The firm’s ship", "The firm's ship"),
    ],
)
def test_scare_quotes_are_blanked_and_quoted_speech_keeps_its_marks(text: str, prepared: str) -> None:
    assert prepare_text(text) == prepared


@pytest.mark.parametrize("word", ["re-exported", "re-exports", "re-sell", "trans-shipped", "Re-routing", "co-operates"])
def test_a_verb_with_a_hyphen_is_one_word(word: str) -> None:
    assert word in [token.text for token in load_model().make_doc(f"They {word} parts")]


@pytest.mark.parametrize("verb", sorted(HYPHENATED))
def test_a_verb_with_a_hyphen_governs_its_object_like_the_plain_verb(verb: str) -> None:
    token = next(token for token in parse_one(f"The traders will {verb} parts to Iran.").doc if token.text == verb)
    assert (token.pos_, token.dep_) == ("VERB", "ROOT")


def test_a_sentence_without_a_trigger_is_not_parsed() -> None:
    report = make_report("The sea is blue. Iran sold drones.", "Rain fell.")
    parsed = list(parse_sentences(split_sentences(report), lambda text: "drones" in text))
    assert [(item.sentence.span.text, item.doc is not None) for item in parsed] == [
        ("The sea is blue.", False),
        ("Iran sold drones.", True),
        ("Rain fell.", False),
    ]


def test_a_token_stands_in_the_document_where_the_sentence_and_its_own_place_say() -> None:
    report = make_report("First.", "Then Iran sold “kamikaze” drones.")
    for item in parse_sentences(split_sentences(report)):
        for token in item.doc:
            start = item.sentence.span.start + token.idx
            if not token.is_space:
                assert report.text[start : start + len(token)] == token.text


def test_the_same_sentence_twice_is_parsed_in_both_places() -> None:
    report = make_report("Iran sold drones. Iran sold drones.")
    parsed = list(parse_sentences(split_sentences(report)))
    assert [item.sentence.span.start for item in parsed] == [0, 18]
    assert all(item.doc is not None for item in parsed)


def test_a_surname_that_the_model_has_never_seen_is_a_proper_name() -> None:
    doc = parse_one("Pezeshkian met Pashinyan.").doc
    assert [token.pos_ for token in doc] == ["PROPN", "VERB", "PROPN", "PUNCT"]


@pytest.mark.parametrize("name", ["Tessalit", "Uralstankosnab", "Kerege", "Vostokryba"])
def test_a_name_that_the_model_never_met_is_a_name_to_it(name: str) -> None:
    doc = parse_one(f"The chips went from a dealer to {name} within a year.").doc
    assert next(token.tag_ for token in doc if token.text == name) == "NNP"


@pytest.mark.parametrize("word", ["microchips", "Gyroscopes", "sanctioned", "Lathes", "supplying"])
def test_a_word_in_the_plural_or_in_the_past_is_known(word: str) -> None:
    assert not is_unknown_word(word)


def test_whoever_closes_a_sentence_after_a_name_is_its_subject() -> None:
    doc = parse_one("Iran bought drones from Belarus, Ukraine's Foreign Intelligence Service said on Friday.").doc
    said = next(token for token in doc if token.text == "said")
    assert [child.text for child in said.children if child.dep_ == "nsubj"] == ["Service"]
    assert [child.text for child in said.children if child.dep_ == "ccomp"] == ["bought"]


def test_an_unknown_name_before_a_past_form_is_its_subject() -> None:
    doc = parse_one("The Uzbek firm Promcomplektlogistic supplied chips to Russia.").doc
    supplied = next(token for token in doc if token.text == "supplied")
    assert [child.text for child in supplied.children if child.dep_ == "dobj"] == ["chips"]
