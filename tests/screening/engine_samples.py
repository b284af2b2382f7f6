"""What the tests of the engine share: a small hand-made lexicon, listed parties from a line, slips of the keyboard."""

from collections.abc import Iterable

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from entrepot.model.listing import Identifier, IdentifierKind, ListedName, ListedParty, NameStrength, PartyKind
from entrepot.model.match import Match, Query
from entrepot.screening.index import NameIndex
from entrepot.screening.lexicon import Lexicon, Phrase, Phrases, WordKind
from entrepot.screening.matcher import EntrepotMatcher
from entrepot.screening.readings import Reading, read_query
from entrepot.screening.words import Word, read_words

unhurried = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
"""For properties: the first example reads the tables, which is slow once."""

_PEOPLE = (WordKind.PARTICLE, WordKind.TITLE)
_CONCEPTS: tuple[tuple[str, WordKind, str], ...] = (
    ("bank", WordKind.WORD, "bank;banco;банк;банка;بانک;بنك"),
    ("trading", WordKind.WORD, "trading;trade;torgovyy;торговый"),
    ("general", WordKind.WORD, "general;generalnyy"),
    ("shipbuilding", WordKind.WORD, "shipbuilding;ship building;sudostroitelnyy"),
    ("national", WordKind.WORD, "national;melli;nacional;национальный;ملی"),
    ("moon", WordKind.WORD, "moon;luna;ماه"),
    ("limited", WordKind.LEGAL, "limited;ltd;co ltd"),
    ("limited liability company", WordKind.LEGAL, "limited liability company;llc;ooo;ооо"),
    ("joint stock company", WordKind.LEGAL, "joint stock company;jsc;ao;ао;sa"),
    ("variable capital", WordKind.LEGAL, "de cv;sa de cv"),
    ("hong kong", WordKind.PLACE, "hong kong;hongkong;xianggang;гонконг"),
    ("al", WordKind.PARTICLE, "al;el;ul"),
    ("bin", WordKind.PARTICLE, "bin;ben;ibn;бин;بن"),
    ("doctor", WordKind.TITLE, "dr;doctor;доктор"),
    ("of", WordKind.GENERIC, "of;de"),
    ("and", WordKind.GENERIC, "and;und;и;و"),
    ("formerly known as", WordKind.GENERIC, "formerly known as;fka"),
)
_RUNS: tuple[tuple[str, WordKind, str], ...] = (
    ("china", WordKind.PLACE, "中国"),
    ("hongkong", WordKind.PLACE, "香港;홍콩"),
    ("bank", WordKind.WORD, "银行;은행"),
    ("industrial bank", WordKind.WORD, "工商银行"),
    ("limited", WordKind.LEGAL, "有限公司;유한회사"),
    ("company", WordKind.LEGAL, "公司;회사"),
)
_NAMES: tuple[tuple[str, str, str], ...] = (
    ("muhammad", "muhammad;mohammed;mohamed;محمد;мухаммед", "hamada"),
    ("ali", "ali;aly;علي;علی", ""),
    ("abdullah", "abdullah;abdallah;عبدالله", "abdou"),
    ("alexander", "alexander;aleksandr;oleksandr;александр", "sasha;shura"),
    ("hasan", "hasan;hassan;حسن", ""),
)


def make_lexicon() -> Lexicon:
    """A lexicon of a few words, names and characters, of the same shape as the one that the tables give."""
    runs = {form: (tuple(concept.split()), kind) for concept, kind, forms in _RUNS for form in forms.split(";")}
    return Lexicon(
        phrases=_phrases(_CONCEPTS),
        person_phrases=_phrases(row for row in _CONCEPTS if row[1] in _PEOPLE),
        runs=runs,
        longest_run=max(map(len, runs)),
        groups=_by_form((name, forms) for name, forms, _ in _NAMES),
        nicknames=_by_form((name, short) for name, _, short in _NAMES),
        hanja={"金": ("kim", "geum"), "正": ("jong",), "恩": ("un",)},
    )


def _phrases(rows: Iterable[tuple[str, WordKind, str]]) -> Phrases:
    found: dict[str, dict[int, dict[tuple[str, ...], Phrase]]] = {}
    for concept, kind, forms in rows:
        words = tuple(concept.split()) if kind == WordKind.WORD else (concept.replace(" ", ""),)
        for form in forms.split(";"):
            first, *rest = form.split()
            found.setdefault(first, {}).setdefault(len(rest), {})[tuple(rest)] = Phrase(tuple(rest), words, kind)
    return {first: dict(sorted(lengths.items(), reverse=True)) for first, lengths in found.items()}


def _by_form(rows: Iterable[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    return {form: (name,) for name, forms in rows for form in forms.split(";") if form}


LEXICON = make_lexicon()


def words_of(name: str, *, person: bool = False, seen: set[str] | None = None) -> list[Word]:
    """The words of a name by the small lexicon."""
    return read_words(name, LEXICON, person=person, seen=seen)


def readings_of(name: str, index: NameIndex, kind: PartyKind = "organisation") -> list[Reading]:
    """The ways to read a query put to an index that was made with the small lexicon."""
    return read_query(name, kind, index.vocabulary, index.repairer, LEXICON)


def listed(
    key: str,
    *names: str,
    kind: PartyKind = "unknown",
    list_name: str = "one",
    strength: NameStrength = "primary",
    weak: tuple[str, ...] = (),
    births: tuple[str, ...] = (),
    countries: tuple[str, ...] = (),
    identifiers: tuple[Identifier, ...] = (),
) -> ListedParty:
    """A listed party of these names."""
    return ListedParty(
        id=key,
        list=list_name,
        kind=kind,
        names=(
            *(ListedName(text=name, original=name, strength=strength) for name in names),
            *(ListedName(text=name, original=name, strength="weak") for name in weak),
        ),
        births=births,
        countries=countries,
        identifiers=identifiers,
    )


def number(kind: IdentifierKind, value: str, country: str = "") -> Identifier:
    """An identifier as printed."""
    return Identifier(kind=kind, value=value, original=value, country=country)


def ask(
    query: str | Query, *parties: ListedParty, limit: int = 10, threshold: float | None = None
) -> tuple[Match, ...]:
    """The candidates of one query among these parties."""
    asked = query if isinstance(query, Query) else Query(name=query)
    return EntrepotMatcher(parties).match([asked], limit=limit, threshold=threshold)[0]


def possible(matches: Iterable[Match]) -> list[str]:
    """The ids of the candidates that are possible matches, best first."""
    return [match.id for match in matches if match.decision == "possible_match"]


def score_of(query: str | Query, name: str) -> float:
    """The score of a query against a list of this one name; 0 where it is no candidate at all."""
    return max((match.score for match in ask(query, listed("1", name))), default=0.0)


MIXED_LIST = (
    listed("p1", "Ivan Sergeyevich Gromov", "Gromov Ivan", kind="person", births=("1961",), countries=("RU",)),
    listed("p2", "Sergei Ivanovich Gromov", kind="person", births=("1988-03",), countries=("RU",)),
    listed("p3", "Mohammed Ali Karimi", "Muhammad Karimi", kind="person", countries=("IR",)),
    listed("p4", "Kim Jong Chol", kind="person", births=("1970/1974",), countries=("KP",)),
    listed("p5", "Wang Lihua", kind="person", weak=("Tiger",), births=("1975",)),
    listed("o1", "Severny Kvartal Trading LLC", kind="organisation", countries=("RU",)),
    listed("o2", "Bank Zarya of Development", "Zarya Bank", kind="organisation"),
    listed("o3", "Orlan Shipbuilding Joint Stock Company", "AO Orlan", kind="organisation"),
    listed("o4", "Tonghung Shipping and Trading Co Ltd", kind="organisation", countries=("KP",)),
    listed("v1", "Blue Heron", kind="vessel", identifiers=(number("imo", "9187629"),)),
)
"""People, firms and a ship, all invented."""

TRADERS = tuple(
    listed(str(place), name)
    for place, name in enumerate(
        (
            "Ivanov Trading LLC", "Bank of Gromovka", "Trading House Orlan", "Gulf General Trading Limited",
            "Zarya Bank", "Al Amin Trading Co", "Kvartal Limited", "National Bank of Ruritania", "Heron Oil Trading",
            "International Bank of Trade and Development", "By Trade Ltd", "Bancorp", "Commercial Bank Limited",
            "T-Bank", "D.E.S. International", "A and B Trading", "M and S General Trading LLC", "Neva Company",
        )
    )
)  # fmt: skip
"""A list full of trading firms and banks, some with hardly another word."""

letters = st.characters(min_codepoint=97, max_codepoint=122)
plain_words = st.text(letters, min_size=5, max_size=12)
"""Made-up words of five letters and more."""
telling_words = st.lists(letters, min_size=5, max_size=9, unique=True).map("".join)
"""The same of letters that are all different: no two of them are written together as one of them."""


@st.composite
def slips(draw: st.DrawFn, words: st.SearchStrategy[str] = plain_words) -> tuple[str, str]:
    """A word, and the same with one slip: a letter lost, added, mistaken, or two letters in the wrong order."""
    word = draw(words)
    place = draw(st.integers(0, len(word) - 1))
    slip = draw(st.sampled_from(["lost", "added", "mistaken", "swapped"]))
    letter = draw(letters)
    if slip == "lost":
        return word, word[:place] + word[place + 1 :]
    if slip == "added":
        return word, word[:place] + letter + word[place:]
    if slip == "mistaken":
        return word, word[:place] + letter + word[place + 1 :]
    place = min(place, len(word) - 2)
    return word, word[:place] + word[place + 1] + word[place] + word[place + 2 :]
