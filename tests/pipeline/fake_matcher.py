"""A matcher of its own that needs no index: the share of words in common, and lists that need no file."""

from datetime import UTC, date, datetime

from entrepot.model.listing import Designation, ListedName, ListedParty, ListVersion, PartyList
from entrepot.model.match import Feature, Judgement, Match
from entrepot.pipeline.list_sets import load_case_lists
from entrepot.pipeline.screening import Ask, Desk, read_latest

AT = datetime(2026, 3, 1, 12, tzinfo=UTC)
TODAY = AT.date()
ASK = Ask(limit=3, screened_at=AT)


class FakeMatcher:
    method = ("fake", "1")
    default_threshold = 0.6

    def __init__(self, parties):
        self.parties = list(parties)
        self.batches = []

    def match(self, queries, *, limit, threshold=None):
        least = self.default_threshold if threshold is None else threshold
        self.batches.append(len(queries))
        return [self._match(query, limit, least) for query in queries]

    def _match(self, query, limit, least):
        found = [self._compare(query, party, least) for party in self.parties]
        near = sorted((one for one in found if one.score > 0), key=lambda one: (-one.score, one.id))
        return tuple(near[:limit])

    def _compare(self, query, party, least):
        asked, listed = (set(name.casefold().split()) for name in (query.name, party.names[0].text))
        score = len(asked & listed) / len(asked | listed)
        return Match(
            id=party.id,
            list=party.list,
            name=party.names[0].text,
            matched_name=party.names[0].text,
            score=score,
            decision="possible_match" if score >= least else "no_match",
            features=(Feature(name="words", score=score, weight=1.0, detail="Words are common to both."),),
            programs=party.programmes,
            first_listed=party.first_listed_on,
        )


def make_party(key, name, listed_on=date(2020, 1, 1), list_name="un", **more):
    return ListedParty(
        id=str(key),
        list=list_name,
        kind="unknown",
        names=(ListedName(text=name, original=name),),
        designations=(Designation(programme="DPRK", listed_on=listed_on),),
        **more,
    )


def make_list(*parties, published=date(2025, 1, 1), sha256=None, name="un", rows=None, issues=()):
    digest = sha256 or f"sha-{published}-{len(parties)}"
    version = ListVersion(
        list=name, published=published, sha256=digest, rows=len(parties) if rows is None else rows, title="UN",
        path="un.xml",
    )  # fmt: skip
    return PartyList(version=version, parties=parties, issues=issues)


PARTIES = (make_party(1, "SEA DOG SHIPPING"), make_party(2, "IVAN PETROV"))


def case_desk(case, as_of=None):
    """The lists of a case with the fake matcher."""
    lists = load_case_lists(case, as_of)
    return Desk(lists, FakeMatcher(lists.parties), read_latest(case))


def make_judgement(verdict, query="Sea Dog Shipping", party_id="1"):
    return Judgement(query=query, list="un", party_id=party_id, verdict=verdict, by="A", judged_at=AT)
