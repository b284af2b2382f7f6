"""Reported speech of a document: source, cue, content and kind."""

import pytest

from entrepot.claims.parsing import parse_sentences
from entrepot.claims.quotations import Attribution, extract_quotations, find_sentence_attributions, has_reporting_cue
from entrepot.claims.quotations_lexicon import read_cue_table
from entrepot.claims.sentences import split_sentences
from entrepot.model.claim import Quotation
from entrepot.model.document import Block, Document


def make_document(*paragraphs: str) -> Document:
    """A document of these paragraphs."""
    text = "\n\n".join(paragraphs)
    blocks, start = [], 0
    for paragraph in paragraphs:
        blocks.append(Block(kind="paragraph", start=start, end=start + len(paragraph)))
        start += len(paragraph) + 2
    return Document(id="d", path="d.txt", sha256="", media_type="text/plain", text=text, blocks=tuple(blocks))


def quotations_of(*paragraphs: str, nested: bool = False) -> tuple[Quotation, ...]:
    """What is reported in a document of these paragraphs."""
    document = make_document(*paragraphs)
    parsed = tuple(parse_sentences(split_sentences(document), has_reporting_cue))
    found = extract_quotations(document, parsed, nested=nested)
    for item in found:
        for span in (item.source, item.cue, item.content):
            assert span is None or document.text[span.start : span.end] == span.text
    return found


def only(*paragraphs: str) -> tuple[str | None, str, str, str]:
    """The one attribution of these paragraphs."""
    found = quotations_of(*paragraphs)
    assert len(found) == 1, found
    item = found[0]
    return item.source.text if item.source else None, item.cue.text, item.content.text, item.kind


def attributions_of(sentence: str) -> dict[str, Attribution]:
    """The attributions of one sentence by the lemma of their cue."""
    document = make_document(sentence)
    (parsed,) = parse_sentences(split_sentences(document))
    return {found.lemma: found for found in find_sentence_attributions(parsed.doc, parsed.sentence.span.start)}


@pytest.mark.parametrize(
    ("source", "cue", "content", "sentence"),
    [
        ("The report", "said", "three lorries had crossed", "{0} {1} {2}."),
        ("the Baltic Institute", "According to", "the firm shipped bearings", "{1} {0}, {2}."),
        ("The minister", "told", "that the talks had failed", "{0} {1} Halden Press {2}."),
        ("Customs records", "show", "that the goods went on to Omsk", "{0} {1} {2}."),
        ("Novak", "In Novak's view", "the ban will fail", "{1}, {2}."),
        ("Ankara", "By Ankara's count", "40 ships had passed", "{1}, {2}."),
        ("Tehran", "denies", "that it supplied drones", "{0} {1} {2}."),
    ],
)
def test_indirect_speech_has_its_source_cue_and_content(source: str, cue: str, content: str, sentence: str) -> None:
    assert only(sentence.format(source, cue, content)) == (source, cue, content, "indirect")


@pytest.mark.parametrize(
    ("sentence", "lemma", "cue_class"),
    [
        ("Tehran denies that it supplied drones.", "deny", "deny"),
        ("The trader is alleged to have sold microchips.", "allege", "allege"),
        ("Prosecutors accused the firm of smuggling engines.", "accuse", "accuse"),
        ("The ministry believes the route is closed.", "believe", "believe"),
        ("Invoices show that the goods went on to Omsk.", "show", "show"),
        ("The bank confirmed that the account exists.", "confirm", "confirm"),
        ("The port warned that the berth would close.", "warn", "warn"),
        ("The port reported the delay, citing the harbour master.", "cite", "cite"),
    ],
)
def test_a_cue_says_how_its_source_commits_itself(sentence: str, lemma: str, cue_class: str) -> None:
    assert attributions_of(sentence)[lemma].cue_class == cue_class


def test_hearsay_in_the_passive_names_nobody() -> None:
    source, cue, content, _ = only("The trader is alleged to have sold microchips.")
    assert (source, cue) == (None, "is alleged")
    assert content.startswith("The trader") and content.endswith("to have sold microchips")


def test_a_speaker_quoted_by_an_agency_is_an_attribution_inside_another() -> None:
    found = attributions_of("Petrov was quoted by Belfax as saying that the plant had closed.")
    assert found["say"].cue_token in found["quote"].content_tokens
    assert found["quote"].passive and not found["say"].passive


def test_who_rejects_an_accusation_has_not_made_it() -> None:
    found = attributions_of("The envoy rejected the accusation that his country sells arms.")
    assert found["reject"].cue_class == "deny"
    assert found["accusation"].source is None


def test_content_runs_over_a_saying_in_its_midst() -> None:
    source, cue, content, kind = only("The bank, the regulator said, had broken the rules.")
    assert (source, cue, kind) == ("the regulator", "said", "indirect")
    assert content == "The bank, the regulator said, had broken the rules"


def test_a_quotation_goes_on_after_the_saying() -> None:
    text = "“We have nothing to hide,” said Ivan Orlov, the director. “Come and see for yourselves.”"
    source, cue, content, kind = only(text)
    assert (source, cue, kind) == ("Ivan Orlov, the director", "said", "direct")
    assert content == text


def test_a_quotation_of_several_sentences_before_its_saying_is_one_content() -> None:
    text = "“The crates were empty. Nobody opened them. We moved on,” Lena Sorokina said."
    assert only(text)[2] == "“The crates were empty. Nobody opened them. We moved on,”"


def test_a_paragraph_of_nothing_but_quotation_goes_on_with_the_one_before_it() -> None:
    content = only("Orlov said the plant was idle:", "“We have not had an order since May. The hall is empty.”")[2]
    assert content.endswith("The hall is empty.”")


def test_any_verb_between_a_quotation_and_its_speaker_is_a_saying() -> None:
    assert only("“We never saw such a ship,” scoffed the captain.")[:2] == ("the captain", "scoffed")


def test_a_quotation_that_ended_its_sentence_is_not_that_of_the_next() -> None:
    found = quotations_of("“We went home early,” Orlov said. “It was late.” Sorokina noted a lorry at the gate.")
    assert [item.content.text for item in found if item.cue.text == "noted"] == ["a lorry at the gate"]


def test_a_dash_and_a_name_sign_a_quotation() -> None:
    source, cue, content, kind = only("“Nobody at the border asks any more.” — Lena Sorokina, broker")
    assert (source, cue, kind) == ("Lena Sorokina, broker", "—", "direct")
    assert content == "“Nobody at the border asks any more.”"


def test_partly_quoted_words_are_mixed() -> None:
    assert only("The ministry said the ban was “an act of open hostility” towards its farmers.")[3] == "mixed"


def test_scare_quotes_do_not_make_speech_direct() -> None:
    assert only("The ministry said the “aid” had gone to Omsk.")[3] == "indirect"


def test_what_is_said_inside_a_quotation_is_not_taken_apart() -> None:
    assert len(quotations_of("“I think they said the road was open,” the driver said.")) == 1


def test_speech_inside_speech_is_given_only_when_asked_for() -> None:
    text = "The agency reported that the governor had said that the road was open."
    assert [item.cue.text for item in quotations_of(text)] == ["reported"]
    assert [item.cue.text for item in quotations_of(text, nested=True)] == ["reported", "had said"]


def test_two_sayings_of_one_speaker_are_two_attributions() -> None:
    found = quotations_of("The minister said that the talks had failed, adding that new ones were planned.")
    assert [(item.cue.text, item.source.text if item.source else None) for item in found] == [
        ("said", "The minister"),
        ("adding", "The minister"),
    ]


def test_a_relative_clause_gives_its_antecedent_as_the_source() -> None:
    assert only("The spokesman, who says that the plant is idle, left.")[0] == "The spokesman"


def test_a_plain_statement_reports_nobody() -> None:
    assert quotations_of("The plant makes bearings in Gomel.") == ()


@pytest.mark.parametrize(
    "text", ["He told us so.", "Per Reuters it sank.", "“Yes.”", "She thought so.", "It reportedly sank."]
)
def test_the_trigger_lets_attributions_through(text: str) -> None:
    assert has_reporting_cue(text)


def test_every_cue_has_a_class_and_a_construction() -> None:
    assert all(entry.cue_class and entry.constructions for entry in read_cue_table().values())


@pytest.mark.parametrize(
    ("source", "cue", "content", "sentence"),
    [
        ("The ministry", "made it clear", "that the licence would lapse", "{0} {1} {2}."),
        ("The governor", "called for", "the depot to be closed", "{0} {1} {2}."),
        ("Kyiv", "suspects", "the firm of supplying parts to the plant", "{0} {1} {2}."),
        ("The agency", "said", "that the lorries had turned back", "{0} {1} in the last of its letters {2}."),
        ("The broker", "said", "the permit expires in May and the ship sails in June", "{0} {1} {2}."),
    ],
)
def test_a_saying_reaches_as_far_as_its_words(source: str, cue: str, content: str, sentence: str) -> None:
    assert only(sentence.format(source, cue, content))[:3] == (source, cue, content)


def test_a_quotation_in_the_lead_in_is_not_what_the_speaker_said() -> None:
    said = quotations_of("To a question about “closed customs posts,” Novak said the border stayed open.")[-1]
    assert (said.cue.text, said.content.text, said.kind) == ("said", "the border stayed open", "indirect")


def test_a_day_may_stand_between_the_saying_and_the_comma() -> None:
    (found,) = quotations_of("The depot was shut, officials said on Friday, because the lease had ended.")
    assert found.content.text.startswith("The depot was shut") and found.content.text.endswith("the lease had ended")


def test_a_saying_turned_round_between_commas_has_the_sentence_around_it() -> None:
    (found,) = quotations_of("The worst part of the road, say drivers like Ivanov, is the last bridge.")
    assert found.source is not None and found.source.text.startswith("drivers like Ivanov")
    assert found.content.text.endswith("the last bridge")


def test_a_report_issued_holds_a_saying_of_its_own() -> None:
    cues = {
        found.cue.text for found in quotations_of("The bank issued a report saying that the loans had been repaid.")
    }
    assert "saying" in cues


def test_a_participle_after_a_quotation_takes_the_words_after_it() -> None:
    found = quotations_of("“The yard is closed,” he said, adding that the cranes had been sold.")
    assert [item.content.text for item in found] == ["“The yard is closed,”", "that the cranes had been sold"]


def test_when_the_speaker_was_asked_is_no_saying_of_the_quotation() -> None:
    found = quotations_of("“We load nothing here,” Petrov said when asked about the pier. “We never have.”")
    assert found[0].cue.text == "said"
    assert found[0].content.text.endswith("“We never have.”")
