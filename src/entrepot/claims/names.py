"""Proper names of one document: those of the gazetteer, and those that only this document knows.

A firm or person that no table lists is named once in full ("Morvale Elektronik") and then in short ("Morvale"); a
misspelt surname is tied to the name it repeats, and the repair is said aloud.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from rapidfuzz.distance import DamerauLevenshtein

from entrepot.claims.animacy import is_personal
from entrepot.claims.parsing import ParsedSentence
from entrepot.claims.phrases import Token
from entrepot.model.actor import Actor, ActorKind
from entrepot.reference.gazetteer import NameEntry, NameMatch, find_entries, find_names
from entrepot.reference.goods import classify_goods

FIRM_WORDS = frozenset(
    "ltd limited llc inc corp corporation company co gmbh ag sa spa plc ooo oao zao ao pjsc jsc fze fzco fzc "
    "dmcc llp kg bv nv oy ab bank trade trading shipping logistics group holding holdings electronics "
    "elektronik technologies technology systems industries industry engineering aero aviation airlines air "
    "lines marine maritime energy oil gas petroleum chemicals makina komponent international enterprises "
    "services solutions partners capital finance investments institute university centre center agency "
    "ministry service office department committee commission council court union organisation organization "
    "association party army forces guard police team post times press news herald tribune journal review "
    "courier letter wire desk monitor".split()
)
TITLES = frozenset(
    "mr mrs ms dr president prime minister foreign secretary envoy ambassador spokesman spokeswoman "
    "spokesperson general colonel captain judge governor chairman director chief minister deputy vice premier "
    "chancellor king prince sheikh sir lord professor analyst lawyer attorney prosecutor commissioner senator "
    "representative admiral lieutenant major defence defense state the and".split()
)
PLACE_WORDS = frozenset(
    "palace port airport square hotel island islands strait sea bay house hall fort castle street avenue "
    "bridge terminal dam district gulf lake river mount park".split()
)
CALENDAR = frozenset(
    "january february march april may june july august september october november december monday tuesday "
    "wednesday thursday friday saturday sunday aug sept oct nov dec jan feb".split()
)
VESSEL = re.compile(r"\b(?:MV|MT|M/V|M/T|vessel|ship|tanker|freighter|motor ship)\s+(?:the )?$")
SURNAME_FLOOR = 6
"""Names shorter than this are too easily one letter from another name to be called a misspelling."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A proper name where it stands: offsets in the document, whom it names, and from which table or rule."""

    start: int
    end: int
    text: str
    actor: Actor
    form: str
    source_kind: str = ""
    iso2: str = ""
    repaired: bool = False


BODIES_OF = frozenset(
    "authority bank university institute chamber academy association federation bureau board council exchange "
    "port bank".split()
)
"""Words of bodies whose name goes on with "of": "Monetary Authority of Singapore"."""
OFFICES = frozenset(
    "minister president secretary envoy ambassador spokesman spokeswoman governor chancellor premier "
    "commissioner director".split()
)
"""Words that end a title: "Deputy Economy Minister" and then the name."""
LAND_FORMS = frozenset({"name", "adjective", "capital", "hub", "place"})
Loose = tuple[int, int, str, bool]
OFFICE_WORDS = frozenset(
    "ministry service office department committee commission council court union agency army forces guard "
    "police party team".split()
)
"""With a country's name these make a public body, which the gazetteer composes."""


NOTIONS = frozenset(
    "list act order law code treaty agreement accord deal pact plan fund project programme program initiative "
    "summit forum war day week year conference protocol convention regulation regulations report index data "
    "review group front department embassy army navy revolution republic federation customs border revenue "
    "secret security intelligence defence defense trade north south east west northern southern eastern "
    "western central middle black red white caspian baltic new old great high upper lower annex article "
    "section chapter resolution operation mission task team action response european african asian american "
    "soviet atlantic pacific national international global world federal royal supreme digital special joint "
    "united executive general public private social economic financial monetary foreign internal "
    "revolutionary".split()
)
"""Words of names that are not people's: lists, laws, plans, points of the compass."""


ARTICLE = re.compile(r"\b[Tt]he $")
SHIP_WORDS = re.compile(r"\b(?:tankers?|vessels?|ships?|freighters?|cargo ship|carriers?)\b")


class DocumentNames:
    """All proper names of one document, looked up by offset."""

    def __init__(self, text: str, parsed: Iterable[ParsedSentence], publisher: str = "") -> None:
        self._names: list[Name] = []
        house = [match.span() for match in re.finditer(re.escape(publisher), text)] if len(publisher) > 3 else []
        self._starts: dict[int, Name] = {}
        loose: list[Loose] = []
        parsed = list(parsed)
        found = [find_names(text, item.sentence.span.start, item.sentence.span.end) for item in parsed]
        sure = {entry.actor.id for matches in found for match in matches for entry in match.entries if not entry.weak}
        for item, all_matches in zip(parsed, found, strict=True):
            matches = _usable(all_matches, sure)
            if item.doc is not None:
                firms = _firms_with_country(item, matches, text)
                firms += [
                    (start, end, text[start:end], False)
                    for start, end in house
                    if item.sentence.span.start <= start
                    and end <= item.sentence.span.end
                    and not _is_whole_match(start, end, matches)
                ]
                loose += firms
                matches = [
                    match for match in matches if not any(start <= match.start < end for start, end, _, _ in firms)
                ]
                loose += _proper_runs(item, matches, text, firms)
            self._names += [_gazetteer_name(match, sure) for match in matches]
        self._names += _link(loose, [name for name in self._names if name.actor.kind == "person"], text)
        self._names.sort(key=lambda name: (name.start, -name.end))
        for name in self._names:
            for position in range(name.start, name.end):
                self._starts.setdefault(position, name)

    def at(self, position: int) -> Name | None:
        """The name that covers a character of the document, if there is one."""
        return self._starts.get(position)

    def between(self, start: int, end: int) -> list[Name]:
        """The names that lie within a stretch of the document, in order."""
        return [name for name in self._names if start <= name.start and name.end <= end]


def _is_whole_match(start: int, end: int, matches: list[NameMatch]) -> bool:
    return any(match.start == start and match.end == end for match in matches)


def _usable(matches: Iterable[NameMatch], sure: set[str]) -> list[NameMatch]:
    """Drops matches that rest on a weak form alone, unless the document names the same actor in full elsewhere."""
    return [match for match in matches if any(not entry.weak or entry.actor.id in sure for entry in match.entries)]


def _best(entries: tuple[NameEntry, ...], sure: set[str]) -> NameEntry:
    known = [entry for entry in entries if entry.actor.id in sure]
    return ([entry for entry in entries if not entry.weak] or known or list(entries))[0]


def _gazetteer_name(match: NameMatch, sure: set[str]) -> Name:
    entry = _best(match.entries, sure)
    return Name(
        start=match.start,
        end=match.end,
        text=match.text,
        actor=entry.actor,
        form=entry.form_kind,
        source_kind=entry.source_kind or "",
        iso2=entry.iso2,
    )


def _firms_with_country(item: ParsedSentence, matches: list[NameMatch], text: str) -> list[Loose]:
    """Firms whose name holds a country's ("Iran Air", "Bank Melli Iran"): the longer name is meant, not the country."""
    offset = item.sentence.span.start
    found: list[Loose] = []
    for match in matches:
        if match.text.isupper() and len(match.text) > 3 and not item.sentence.span.text.isupper():
            found += _ship(item, match, text)
            continue
        if match.entries[0].form_kind not in LAND_FORMS:
            continue
        inside = [token for token in item.doc if match.start <= offset + token.idx < match.end]
        if not inside:
            continue
        last = inside[-1]
        while last.i + 1 < len(item.doc) and last.nbor(1).tag_ in ("NNP", "NNPS") and last.nbor(1).text[:1].isupper():
            last = last.nbor(1)
        named = last.lower_ in FIRM_WORDS and last.lower_ not in OFFICE_WORDS
        article = inside[0].i > 0 and inside[0].nbor(-1).lower_ == "the" and SHIP_WORDS.search(text) is not None
        ship = (
            article
            and match.entries[0].form_kind in ("hub", "place")
            and last.lower_ not in PLACE_WORDS | NOTIONS | OFFICE_WORDS
        )
        if last.i == inside[-1].i or not (named or ship):
            continue
        first = inside[0]
        while first.i > 0 and _continues_left(first.nbor(-1)):
            first = first.nbor(-1)
        start, end = offset + first.idx, offset + last.idx + len(last)
        found.append((start, end, text[start:end], False))
    return found


def _ship(item: ParsedSentence, match: NameMatch, text: str) -> list[Loose]:
    """“NORD STAR 4”: ships are set in capitals, and are often named after places."""
    offset = item.sentence.span.start
    inside = [token for token in item.doc if match.start <= offset + token.idx < match.end]
    if not inside:
        return []
    first, last = inside[0], inside[-1]
    while first.i > 0 and first.nbor(-1).is_alpha and first.nbor(-1).text.isupper() and len(first.nbor(-1)) > 1:
        first = first.nbor(-1)
    while last.i + 1 < len(item.doc) and (
        last.nbor(1).text.isupper()
        or last.nbor(1).text.isdigit()
        or (last.nbor(1).text == "-" and last.i + 2 < len(item.doc) and last.nbor(2).text.isdigit())
    ):
        last = last.nbor(1)
    if first.i == last.i:
        return []
    start, end = offset + first.idx, offset + last.idx + len(last)
    return [(start, end, text[start:end], False)]


def _continues_run(token: Token, current: list[Token], covered: set[int], offset: int) -> bool:
    """True for a token that begins a run of proper nouns or belongs to the one before it."""
    if _is_name_token(token) and offset + token.idx not in covered:
        return True
    if not current:
        return False
    if current[-1].lower_ == "of":
        return _is_name_token(token)  # a land that the table knows, inside a longer name
    if token.tag_ == "CD" and token.text.isdigit() and len(token) <= 2:
        return bool(current[-1].text.isupper())
    goes_on = token.i + 1 < len(token.doc) and _is_name_token(token.nbor(1))
    if token.lower_ == "of":
        return goes_on and current[-1].lower_ in PLACE_WORDS | BODIES_OF
    return goes_on and token.text in ("-", "&")


def _continues_left(token: Token) -> bool:
    """True for a word that belongs to the name after it: another proper noun, or "of" between two of them."""
    if token.lower_ == "of":
        return token.i > 0 and token.nbor(-1).tag_ == "NNP" and token.nbor(-1).lower_ not in TITLES
    return bool(token.tag_ == "NNP" and token.lower_ not in TITLES)


def _proper_runs(item: ParsedSentence, matches: list[NameMatch], text: str, firms: list[Loose]) -> list[Loose]:
    """Runs of proper nouns outside the gazetteer: `(start, end, text, looks like a person)`."""
    offset = item.sentence.span.start
    covered = {position for match in matches for position in range(match.start, match.end)}
    covered |= {position for start, end, _, _ in firms for position in range(start, end)}
    runs: list[list[Token]] = []
    current: list[Token] = []
    for token in item.doc:
        if _continues_run(token, current, covered, offset):
            current.append(token)
        else:
            runs, current = ([*runs, current] if current else runs), []
    runs = [*runs, current] if current else runs
    found = []
    for run in runs:
        titled = bool(run) and run[0].lower_ in TITLES
        titles = [place for place, token in enumerate(run[:-1]) if token.lower_ in OFFICES]
        run = run[titles[-1] + 1 :] if titles else run
        while run and run[0].lower_ in TITLES:
            run = run[1:]
        if not run or (len(run) == 1 and (run[0].lower_ in CALENDAR or _is_common_word(run[0], text))):
            continue
        start, end = offset + run[0].idx, offset + run[-1].idx + len(run[-1])
        person = not {t.lower_ for t in run} & FIRM_WORDS and (
            titled or _speaks(run[-1]) or _person_apposition(run[-1])
        )
        found.append((start, end, text[start:end], person))
    return found


def _is_common_word(token: Token, text: str) -> bool:
    """A capital at the start of a sentence may be no more than that: the word is goods, or stands elsewhere in small
    letters.
    """
    if token.i > 0 and token.nbor(-1).text not in ('"', ":", "'"):
        return False
    return classify_goods(token.text) is not None or re.search(rf"\b{re.escape(token.lower_)}\b", text) is not None


def _is_name_token(token: Token) -> bool:
    if token.lower_ in CALENDAR:
        return False
    if token.text.isupper() and token.is_alpha and len(token) > 3 and not token.doc.text.isupper():
        return True
    if token.i == 0 and token.i + 1 < len(token.doc) and _opens_a_name(token):
        return True
    if token.tag_ in ("NNP", "NNPS"):
        return bool(token.text[:1].isupper() or token.text[:1].isdigit())
    # The tagger takes unknown surnames for adjectives or adverbs ("Drennelly"): a capital inside a sentence decides.
    return bool(
        token.i > 0
        and token.is_alpha
        and len(token) > 3
        and token.text[0].isupper()
        and not token.text.isupper()
        and token.tag_ in ("RB", "FW", "NN", "UH", "JJ")
        and token.nbor(-1).text not in ('"', "'", ":", ".", "-", "–")
    )


PERSONAL_NOUNS = frozenset(
    "lawyer analyst dentist trader spokesman spokeswoman spokesperson minister president director head chief "
    "expert economist researcher captain officer official envoy ambassador governor broker shipbroker "
    "prosecutor judge businessman businesswoman journalist professor fellow man woman citizen resident owner "
    "founder manager executive banker accountant engineer student son brother wife widow cousin father".split()
)
SPEECH = frozenset(
    "say tell add note claim warn explain believe think recall argue admit deny write insist stress".split()
)


def _opens_a_name(token: Token) -> bool:
    """“Ilya Marek brought …”: a first name or a firm's first word that the tagger took for a common word."""
    following = token.nbor(1)
    return bool(
        token.tag_ in ("NN", "FW", "UH", "JJ", "RB", "NNS", "VB", "VBD", "VBZ", "VBP", "VBN")
        and not token.lower_.endswith(("ed", "ing"))
        and token.is_alpha
        and token.text.istitle()
        and not token.is_stop
        and not token.lower_.endswith("ly")
        and token.lower_ not in TITLES | CALENDAR | NOTIONS | ADVERBS
        and following.tag_ in ("NNP", "NNPS")
        and following.text[:1].isupper()
        and not find_entries(token.text)
        and classify_goods(token.text) is None
        and not is_personal(token.lemma_.lower())
    )


ADVERBS = frozenset(
    "yesterday today tomorrow meanwhile however moreover earlier later elsewhere once then now soon perhaps "
    "still instead overnight afterwards officially formally privately unlike despite both former late new old "
    "top senior".split()
)


def _speaks(head: Token) -> bool:
    return bool(head.dep_ == "nsubj" and head.head.lemma_.lower() in SPEECH and len(head.text) > 2)


def _person_apposition(head: Token) -> bool:
    beside = [child for child in head.children if child.dep_ == "appos"]
    if head.dep_ == "appos":
        beside.append(head.head)
    beside += [child for child in head.children if child.dep_ == "compound" and child.pos_ == "NOUN"]
    return any(token.lemma_.lower() in PERSONAL_NOUNS for token in beside)


def _is_ship_name(name: str) -> bool:
    """“the Ostara Grace”: words of no firm, no law and no land, under an article, where ships are spoken of."""
    words = {word.lower() for word in name.split()}
    return not words & (FIRM_WORDS | PLACE_WORDS | NOTIONS | TITLES)


def _link(loose: list[Loose], known: list[Name], document: str) -> list[Name]:
    """Ties short and misspelt forms to the fullest form of the document."""
    full: dict[str, str] = {}
    persons: set[str] = set()
    forms = [(text, person) for _, _, text, person in loose]
    texts = sorted({text for text, _ in forms}, key=lambda text: (-len(text.split()), text))
    for text in texts:
        longer = [other for other in dict.fromkeys(full.values()) if _is_short_form(text, other)]
        full[text] = longer[0] if len(longer) == 1 else text
    articled = {full[text] for start, _, text, _ in loose if ARTICLE.search(document[max(0, start - 5) : start])}
    persons = {full[text] for text, person in forms if person} | (_people_by_form(full) - articled)
    persons -= {name for name in set(full.values()) if _is_called_by_first_word(name, full)}
    introduced = {full[text] for start, _, text, _ in loose if VESSEL.search(document[max(0, start - 24) : start])}
    persons -= introduced
    ships = introduced | {name for name in articled if SHIP_WORDS.search(document) and _is_ship_name(name)}
    people = {name.actor.name: name.actor for name in known}
    names: list[Name] = []
    for start, end, text, _ in loose:
        target, repaired = _repair(text, full, people)
        actor = people.get(target) or _own_actor(target, target in persons, target in ships)
        names.append(Name(start=start, end=end, text=text, actor=actor, form="own", repaired=repaired))
    return names


def _is_called_by_first_word(name: str, full: dict[str, str]) -> bool:
    """True for a name that the report shortens to its first word: firms are so called ("Morvale"), people are not."""
    words = name.split()
    short = {text for text, target in full.items() if target == name and text != name}
    return len(words) > 1 and words[0] in short and words[-1] not in short


def _people_by_form(full: dict[str, str]) -> set[str]:
    """Names taken for persons by their form: two or three plain words, none of a firm's.

    A later short form settles it: people are called by their last word, firms by their first.
    """
    found: set[str] = set()
    for name in set(full.values()):
        words = name.split()
        if not 2 <= len(words) <= 3 or not all(
            re.fullmatch(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*", word) and not word.isupper() for word in words
        ):
            continue
        if {word.lower() for word in words} & (FIRM_WORDS | PLACE_WORDS | TITLES | NOTIONS):
            continue
        if not _is_called_by_first_word(name, full):
            found.add(name)
    return found


def _is_short_form(short: str, full: str) -> bool:
    words, longer = short.split(), full.split()
    if len(words) == 1 and short.isupper() and 3 <= len(short) <= 8:
        initials = "".join(word[0] for word in longer if word[0].isupper())
        return short == initials
    return len(words) < len(longer) and (longer[: len(words)] == words or longer[-len(words) :] == words)


def _repair(text: str, full: dict[str, str], people: dict[str, Actor]) -> tuple[str, bool]:
    """The name that a misspelt single word repeats, if exactly one is near enough; whether anything was repaired."""
    target = full[text]
    if " " in target or len(text) < SURNAME_FLOOR:
        return target, False
    near = {name for name in [*full.values(), *people] if _is_near(text, name) and name != text}
    return (near.pop(), True) if len(near) == 1 else (target, False)


def _is_near(text: str, name: str) -> bool:
    """True where a word is the last word of a fuller name but for a letter or two."""
    last = name.split()[-1]
    if last == text or " " not in name or not last.isalpha() or len(last) < SURNAME_FLOOR or last[0] != text[0]:
        return False
    return DamerauLevenshtein.distance(last, text) <= (1 if len(text) < 8 else 2)


def _own_actor(name: str, person: bool, ship: bool) -> Actor:
    kind: ActorKind = "person" if person else "organisation"
    words = name.lower().split()
    if (re.fullmatch(r"[A-Z][A-Z0-9 .-]{3,}\d?", name) and (" " in name or len(name) > 7) and not person) or ship:
        kind = "vessel"
    elif words[0] in PLACE_WORDS or words[-1] in PLACE_WORDS:
        kind = "place"
    slug = re.sub(r"[^\w]+", "-", name.casefold()).strip("-")
    return Actor(id=f"{kind}:{slug}", kind=kind, name=name)
