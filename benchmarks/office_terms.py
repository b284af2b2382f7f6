"""Offices given to persons, checked over all of PolNeAR's train articles; errors planted and found again.

    python benchmarks/office_terms.py [--split train|dev] [--every N] [--claims] [--json]

Reads `../shared/data/text/polnear` (evaluation only: nothing of its texts is copied). What it does:

- Every article is read once, however many annotators it had, with the day in its name as its day of publication.
- The check runs over every person of the tables to whom an article gives an office, in whatever sentence
  (`find_office_issues`). `--claims` runs the extraction of claims as well, ten times as long, and adds the alarms
  that claims carry: there the date of a claim takes the place of the day of publication.
- A place is *at odds* where the person did not hold the office on the day of publication, whether or not the check
  finds the words around it to mean that. `tests/gold/office_alarms.csv` lists all that were read by hand, with a
  verdict: `true` where the article is wrong. An alarm that is not listed there is unread.
- Planted errors: wherever an article names somebody with the office held on that day, the name is replaced, in memory,
  by that of one who held the same office at another time, and the check is run again. A `later` holder is wrong in
  every sentence, but for titles that are imagined ("a President X"), and unless the article names him anyway: it may
  see him coming. A `past` holder is wrong where the sentence tells of the days of its publication: `SPEAKS_OF_NOW` and
  `ELSEWHERE` say, without help of the check, which those are. The other places for past holders are counted as
  `past, undecided` and not asked for.
"""

import argparse
import csv
import json
import random
import re
import sys
from collections.abc import Iterator
from dataclasses import asdict, dataclass, replace
from datetime import date, timedelta
from itertools import islice
from pathlib import Path

from quotes_polnear import ROOT, Article, make_document

from entrepot.claims import extract, find_office_issues
from entrepot.claims.checks import named_persons, published_interval
from entrepot.claims.offices import GivenOffice, list_given_offices
from entrepot.claims.sentences import Sentence
from entrepot.model.actor import Actor
from entrepot.model.document import Document, Published
from entrepot.model.issue import Issue
from entrepot.reference.offices import check_office, holder_of, read_office
from entrepot.reference.terms import Office, terms_of_office, terms_of_person

ALARMS = Path(__file__).resolve().parents[1] / "tests" / "gold" / "office_alarms.csv"
SEED = 2016
"""Decides who of several holders takes the place of the one whom the article names."""
APART = timedelta(days=365)
"""How far the terms of whoever is planted lie from the day of publication: nobody can take it for a hand-over."""
MOST_PLANTED = {"US": 150}
"""Places for each kind of plant, by country: nearly all articles name the American president."""

SPEAKS_OF_NOW = re.compile(
    r"^(?:,[^,]{1,60},)? (?:says|said|told|tells|announced|called|will|is|has|plans|wants|met|visited|spoke|arrived|"
    r"urged|warned|asked|signed|delivered|addressed|acknowledged|argued|declared|noted|vowed|joined|praised|appeared)\b"
)
"""What stands after the name where its bearer is the subject of the news."""
ELSEWHERE = re.compile(
    r"\b(?:19|20)\d\d\b|\bago\b|\blast (?:year|winter|spring|summer|fall|autumn)\b|"
    r"\b(?:[Ii]f|[Uu]nder|[Ww]hen|[Ss]ince) [A-Z]"
)
"""What leads a paragraph away from the days of its publication, anywhere up to the end of the sentence."""

Place = tuple[str, int, int]
"""An article and where the name stands in it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """A place that was read by hand: is the article wrong there?"""

    person: str
    office: str
    verdict: bool
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Alarm:
    """A place that the check found, or one at odds with the tables, with the verdict if it was read."""

    article: str
    start: int
    end: int
    person: str
    office: str
    verdict: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Planted:
    """One error planted in one article."""

    article: str
    start: int
    country: str
    office: str
    person: str
    kind: str
    found: bool


def read_documents(split: str = "train", root: Path = ROOT) -> Iterator[Document]:
    """Every article of a split once, with its day of publication."""
    for path in sorted((root / split / "text").glob("*.txt")):
        day = path.stem.split("_")[1]
        article = make_document(Article(path.stem, path.read_bytes().decode("utf-8"), ()))
        yield replace(article, published=Published(start=day, end=day, granularity="day", evidence="given"))


def read_alarms(path: Path = ALARMS) -> dict[Place, Read]:
    """The places that were read by hand."""
    with path.open(encoding="utf-8", newline="") as lines:
        return {
            (row["article"], int(row["start"]), int(row["end"])): Read(
                person=row["person"], office=row["office"], verdict=row["verdict"] == "true", reason=row["reason"]
            )
            for row in csv.DictReader(lines)
        }


def list_offices(document: Document) -> Iterator[tuple[Sentence, GivenOffice]]:
    """Every office that a document gives a person of the tables."""
    for sentence, names in named_persons(document):
        for given in list_given_offices(document.text, sentence.span, names):
            yield sentence, given


def find_alarms(document: Document, *, claims: bool) -> dict[Place, Issue]:
    """What the check finds in one document, each place once."""
    issues = list(find_office_issues(document))
    if claims:
        found = (issue for claim in extract(document).claims for issue in claim.issues)
        issues += [issue for issue in found if issue.code == "office_term"]
    return {(document.id, issue.span.start, issue.span.end): issue for issue in issues if issue.span is not None}


def is_at_odds(document: Document, given: GivenOffice) -> bool:
    """True where the person did not hold that office when the document was published, whatever the words mean."""
    return check_office(given.person, given.phrase, None, None, published_interval(document)) is not None


def held_office(document: Document, given: GivenOffice) -> tuple[Office, str] | None:
    """Office and country, where the person named is the one holder on the day of publication."""
    office = read_office(given.phrase)
    countries = {term.iso2 for term in terms_of_person(given.person.id) if term.office == office}
    if office is None or len(countries) != 1 or document.published is None:
        return None
    (iso2,) = countries
    holders = holder_of(given.phrase, iso2, document.published.start)
    return (office, iso2) if [holder.id for holder in holders] == [given.person.id] else None


def other_holders(office: Office, iso2: str, day: str, text: str, sentence: str) -> dict[str, list[Actor]]:
    """Who held that office at quite another time: in the past and not in the sentence, or later and not in the text."""
    before, after = (date.fromisoformat(day) - APART).isoformat(), (date.fromisoformat(day) + APART).isoformat()
    terms = [term for term in terms_of_office(iso2, office) if term.principal]
    found: dict[str, list[Actor]] = {"past": [], "later": []}
    for person in sorted({term.person.id: term.person for term in terms}.values(), key=lambda actor: actor.id):
        own = [term for term in terms if term.person.id == person.id]
        surname = person.name.split()[-1]
        if all(term.start > after for term in own) and surname not in text:
            found["later"].append(person)
        elif all(term.end is not None and term.end < before for term in own) and surname not in sentence:
            found["past"].append(person)
    return found


def plant_errors(document: Document, rng: random.Random, quota: dict[tuple[str, str], int]) -> Iterator[Planted]:
    """Every error that can be planted in one document, one at a time, each checked; `quota` is counted down."""
    for sentence, given in list_offices(document):
        held = held_office(document, given)
        if held is None or given.bearing == "supposed":
            continue
        office, iso2 = held
        choices = other_holders(office, iso2, document.published.start, document.text, sentence.span.text)
        for kind, people in choices.items():
            kind = kind if kind == "later" or tells_of_now(document, sentence, given) else "past, undecided"
            if not people or not quota.setdefault((iso2, kind), MOST_PLANTED.get(iso2, len(document.text))):
                continue
            quota[iso2, kind] -= 1
            person = rng.choice(people)
            found = any(
                place[1] == given.name.start for place in find_alarms(put(document, given, person), claims=False)
            )
            yield Planted(
                article=document.id,
                start=given.name.start,
                country=iso2,
                office=office,
                person=person.name,
                kind=kind,
                found=found,
            )


def tells_of_now(document: Document, sentence: Sentence, given: GivenOffice) -> bool:
    """True where the sentence makes the bearer of the office the subject of the news of its days."""
    block = document.blocks[sentence.block]
    follows = document.text[given.name.end : sentence.span.end]
    return bool(SPEAKS_OF_NOW.match(follows)) and not ELSEWHERE.search(document.text[block.start : sentence.span.end])


def put(document: Document, given: GivenOffice, person: Actor) -> Document:
    """The document with another name in that place."""
    text = document.text[: given.name.start] + person.name + document.text[given.name.end :]
    longer = len(text) - len(document.text)
    blocks = tuple(
        replace(
            block,
            start=block.start + (longer if block.start > given.name.start else 0),
            end=block.end + (longer if block.end > given.name.start else 0),
        )
        for block in document.blocks
    )
    return replace(document, text=text, blocks=blocks)


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """What the check found in the articles, and what of the planted errors."""

    articles: int
    checked: int
    alarms: tuple[Alarm, ...]
    at_odds: tuple[Alarm, ...]
    planted: tuple[Planted, ...]

    def count(self, verdict: str) -> int:
        """Alarms with that verdict: `true`, `false` or `unread`."""
        return sum(alarm.verdict == verdict for alarm in self.alarms)

    def found_of(self, kind: str) -> tuple[int, int]:
        """How many planted errors of a kind were found, and of how many."""
        mine = [item.found for item in self.planted if item.kind == kind]
        return sum(mine), len(mine)


def measure(split: str = "train", *, every: int = 1, claims: bool = False) -> Result:
    """Runs the check over the articles, or every so-manieth of them, and over the same with planted errors."""
    known = read_alarms()
    rng, quota = random.Random(SEED), dict[tuple[str, str], int]()
    alarms: list[Alarm] = []
    at_odds: list[Alarm] = []
    planted: list[Planted] = []
    articles = checked = 0
    for document in islice(read_documents(split), None, None, every):
        articles += 1
        found = find_alarms(document, claims=claims)
        given = [item for _, item in list_offices(document)]
        checked += len(given)
        odd = {place_of(document, item): item for item in given if is_at_odds(document, item)}
        offices = {place_of(document, item): item for item in given}
        alarms += [_alarm(document, place, offices.get(place), known) for place in found]
        at_odds += [_alarm(document, place, item, known) for place, item in odd.items()]
        planted += plant_errors(document, rng, quota)
    return Result(
        articles=articles, checked=checked, alarms=tuple(alarms), at_odds=tuple(at_odds), planted=tuple(planted)
    )


def place_of(document: Document, given: GivenOffice) -> Place:
    """Where an office is given."""
    return document.id, given.name.start, given.name.end


def _alarm(document: Document, place: Place, given: GivenOffice | None, known: dict[Place, Read]) -> Alarm:
    name, start, end = place
    read = known.get(place)
    return Alarm(
        article=name,
        start=start,
        end=end,
        person=document.text[start:end],
        office=given.phrase if given else "",
        verdict="unread" if read is None else str(read.verdict).lower(),
    )


def main() -> int:
    """Prints what was found; 0 done, 3 where the corpus is not there."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--split", choices=("train", "dev"), default="train")
    parser.add_argument("--every", type=int, default=1, help="only every so-manieth article")
    parser.add_argument("--claims", action="store_true", help="add the alarms that claims carry")
    parser.add_argument("--json", action="store_true", help="one JSON object instead of a table")
    options = parser.parse_args()
    if not ROOT.is_dir():
        print(f"{ROOT} is not there: nothing measured", file=sys.stderr)
        return 3
    result = measure(options.split, every=options.every, claims=options.claims)
    print(json.dumps({"split": options.split, **asdict(result)}) if options.json else render(result))
    return 0


def render(result: Result) -> str:
    """The figures in a column, then every alarm, every place at odds left alone, every planted error missed."""
    rows = [
        ("articles", str(result.articles)),
        ("offices given to persons of the tables", str(result.checked)),
        ("of these at odds with the tables", str(len(result.at_odds))),
        ("alarms", str(len(result.alarms))),
        *((f"alarms read, {verdict}", str(result.count(verdict))) for verdict in ("true", "false")),
        ("alarms unread", str(result.count("unread"))),
        ("false alarms in 100 articles", f"{100 * result.count('false') / max(1, result.articles):.2f}"),
        *(
            (f"planted, {kind}, found", "{} of {}".format(*result.found_of(kind)))
            for kind in ("later", "past", "past, undecided")
        ),
    ]
    lines = [f"{name:<42}{value:>12}" for name, value in rows]
    places = {(alarm.article, alarm.start) for alarm in result.alarms}
    left = [item for item in result.at_odds if (item.article, item.start) not in places]
    for title, items in (("alarm", result.alarms), ("left alone", left)):
        lines += [f"{title}: {a.article} {a.start}-{a.end} {a.office} {a.person} ({a.verdict})" for a in items]
    missed = [item for item in result.planted if not item.found and item.kind != "past, undecided"]
    lines += [f"missed: {item.article} {item.start} {item.office} {item.country} {item.person}" for item in missed]
    return "\n".join(lines)


if __name__ == "__main__":
    sys.exit(main())
