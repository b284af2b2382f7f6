"""Pronouns and definite phrases to what they stand for, by rule; two equally good antecedents are said to be two.

Salience after Lappin and Leass (1994), reduced to what a rule can defend: the nearest sentence first, in it subjects
before objects before the rest; person, number and kind must fit.
"""

from collections import deque
from dataclasses import dataclass, field

from entrepot.claims.descriptions import Descriptions
from entrepot.claims.mentions import Mention
from entrepot.claims.name_words import OFFICE_WORDS, OUTLET_WORDS

WINDOW = 3
"""Sentences that a pronoun looks back over; beyond that news text names its subject again."""

MEMORY = 8
"""Sentences that a definite phrase ("the ship") looks back over; it says of itself what it wants."""

PERSON_PRONOUNS = frozenset("he she him her his hers himself herself".split())
THING_PRONOUNS = frozenset("it its itself".split())
PLURAL_PRONOUNS = frozenset("they them their theirs themselves both".split())
FIRST_PRONOUNS = frozenset("i me my we us our myself ourselves mine".split())
PAIR_HEADS = frozenset(
    "side country party nation state government president leader neighbour capital counterpart men two".split()
)
OFFICIAL_FORMS = frozenset({"ministry", "service", "agency"})
"""Forms of names that are no firm's, so that "the company" never means a ministry."""
BODIES = frozenset(
    "company firm bank army force government ministry service agency authority group network court bloc union "
    "plant factory refinery state country".split()
)
"""Groups that are not one human being: no "he" stands for them."""
KIND_OF_HEAD = {
    "country": ("country",),
    "nation": ("country",),
    "republic": ("country",),
    "state": ("country",),
    "company": ("organisation", "group"),
    "firm": ("organisation", "group"),
    "bank": ("organisation", "group"),
    "service": ("organisation",),
    "agency": ("organisation",),
    "ministry": ("organisation",),
    "outlet": ("organisation",),
    "bloc": ("organisation",),
    "group": ("organisation", "group"),
    "union": ("organisation",),
    "organisation": ("organisation",),
    "organization": ("organisation",),
    "ship": ("vessel",),
    "vessel": ("vessel",),
    "tanker": ("vessel",),
    "port": ("place",),
    "city": ("place",),
    "town": ("place",),
    "harbour": ("place",),
    "hub": ("place",),
    "gulf": ("place",),
    "strait": ("place",),
    "bay": ("place",),
    "crossing": ("place",),
    "checkpoint": ("place",),
    "plant": ("place",),
    "president": ("person",),
    "minister": ("person",),
    "spokesman": ("person",),
    "spokeswoman": ("person",),
    "spokesperson": ("person",),
    "official": ("person",),
    "envoy": ("person",),
    "broker": ("person",),
    "trader": ("person", "group"),
    "leader": ("person",),
    "man": ("person",),
    "businessman": ("person",),
    "defendant": ("person",),
    "lawyer": ("person",),
    "driver": ("person", "group"),
    "governor": ("person",),
    "ambassador": ("person",),
    "analyst": ("person",),
    "chief": ("person",),
    "friend": ("person", "group"),
}


def _is_unnamed(mention: Mention) -> bool:
    return mention.actor is None and mention.text.islower()


def _is_public(mention: Mention, head: str) -> bool:
    """True for a body that nobody calls a company: a ministry, a service, and a bank where a firm is meant."""
    name = mention.actor.name.lower() if mention.actor else ""
    words = set(name.split())
    told = bool(words & OFFICE_WORDS) or (name != "" and name.split()[-1] in OUTLET_WORDS)
    return told or mention.form in OFFICIAL_FORMS or mention.source_kind != "" or (head != "bank" and "bank" in words)


def _is_trading(mention: Mention) -> bool:
    """True for a body of no table whose name is not a public one's: nobody calls it a ministry or a service."""
    return mention.kind == "organisation" and mention.form == "own" and not _is_public(mention, "service")


@dataclass(slots=True, kw_only=True)
class Ranked:
    """A mention of a sentence and how prominent it is there: 3 subject, 2 object, 1 anything else."""

    mention: Mention
    rank: int
    joined: int
    teller: bool = False


@dataclass(slots=True, kw_only=True)
class Discourse:
    """What has been talked of: the mentions of the last sentences, nearest first, and the last pair of parties."""

    sentences: deque[list[Ranked]] = field(default_factory=lambda: deque(maxlen=MEMORY))
    things: dict[str, tuple[int, tuple[Mention, ...]]] = field(default_factory=dict)
    authority: tuple[Mention, ...] = ()
    count: int = 0
    titles: dict[str, Mention] = field(default_factory=dict)
    descriptions: Descriptions = field(default_factory=Descriptions)
    pair: tuple[Mention, ...] = ()
    pairs: list[tuple[Mention, ...]] = field(default_factory=list)
    countries: list[Mention] = field(default_factory=list)

    def note_sentence(self, ranked: list[Ranked]) -> None:
        """Closes a sentence: its mentions become antecedents of the next ones."""
        self.sentences.appendleft(ranked)
        self.count += 1
        for item in ranked:
            if item.mention.kind == "country":
                self.countries = [m for m in self.countries if m.key != item.mention.key] + [item.mention]

    def note_thing(self, kind: str, mentions: tuple[Mention, ...]) -> None:
        """Goods, a measure, an accord or an organisation that a claim named: what "it" or "them" may mean next."""
        if mentions:
            self.things[kind] = (self.count, mentions)

    def resolve_thing(self, kind: str) -> tuple[Mention, ...]:
        """The last thing of a kind that a claim named."""
        noted, mentions = self.things.get(kind, (-WINDOW, ()))
        return (
            tuple(mention.inferred("the last named before the pronoun") for mention in mentions)
            if self.count - noted < WINDOW
            else ()
        )

    def note_pair(self, parties: list[Mention]) -> None:
        """Two parties that met, agreed or stand joined: what "the two sides" will mean."""
        if len({mention.key for mention in parties}) == 2:
            self.pair = tuple(parties)
            self.pairs = [*self.pairs[-5:], self.pair]

    def resolve_pronoun(self, word: str, current: list[Ranked]) -> tuple[Mention, ...]:
        """What a pronoun stands for, with a reason; empty where nothing fits. A tie carries `actor_ambiguous`."""
        kinds: tuple[str, ...]
        if word in PERSON_PRONOUNS:
            kinds, plural = ("person", "group"), False
        elif word in THING_PRONOUNS:
            kinds, plural = ("country", "organisation", "vessel", "group", "place"), False
        elif word == "both":
            return self.resolve_both(current) or self._plural(current)
        elif word in PLURAL_PRONOUNS:
            return self._plural(current)
        else:
            return ()
        return self._nearest(kinds, plural, current, f"antecedent of “{word}”")

    def resolve_definite(
        self, head: str, current: list[Ranked], exclude: frozenset[str] = frozenset()
    ) -> tuple[Mention, ...]:
        """What "the country", "the service", "the ship" stands for: the last of that kind."""
        kinds = KIND_OF_HEAD.get(head)
        if kinds is None:
            return self._repeated(head, current)
        if head in self.titles:
            return (self.titles[head].inferred(f"antecedent of “the {head}”"),)
        for ranked in [current, *self.sentences]:
            for same in (True, False):
                fitting = [
                    item.mention
                    for item in ranked
                    if item.mention.kind in kinds
                    and item.mention.key not in exclude
                    and not (head in ("company", "firm", "bank") and _is_public(item.mention, head))
                    and not (head in ("service", "agency", "ministry") and _is_trading(item.mention))
                    and (same or item.mention.kind != "group" or head in ("friend", "trader", "driver"))
                    and not (item.mention.kind == "place" and _is_unnamed(item.mention))
                    and (not same or item.mention.head == head)
                ]
                if fitting and head == "country":
                    best = max(item.rank for item in ranked if item.mention in fitting)
                    fitting = [item.mention for item in ranked if item.mention in fitting and item.rank == best]
                if fitting and (
                    same
                    or head
                    in (
                        "country",
                        "service",
                        "firm",
                        "company",
                        "port",
                        "ship",
                        "vessel",
                        "spokesman",
                        "spokeswoman",
                        "spokesperson",
                    )
                ):
                    return (fitting[-1].inferred(f"antecedent of “the {head}”"),)
        return ()

    def _repeated(self, head: str, current: list[Ranked]) -> tuple[Mention, ...]:
        """“the terminal” after "the Thilawa terminal": the fuller mention with the same noun."""
        for ranked in [current, *self.sentences]:
            fuller = [
                item.mention
                for item in ranked
                if item.mention.head == head and (item.mention.actor is not None or " " in item.mention.text)
            ]
            if fuller:
                return (fuller[-1].inferred(f"antecedent of “the {head}”"),)
        return ()

    def resolve_pair(self, head: str) -> tuple[Mention, ...]:
        """The two that "the two sides", "both countries" stand for: two states, or their leaders, where states are
        meant.
        """
        pairs = [self.pair]
        if head in ("country", "nation", "state", "capital", "government", "neighbour"):
            pairs = [pair for pair in self.pairs if all(m.kind in ("country", "person") for m in pair)][-1:]
        elif head in ("president", "leader", "minister"):
            pairs = [pair for pair in self.pairs if all(m.kind == "person" for m in pair)][-1:] or [self.pair]
        return tuple(m.inferred(f"antecedent of “the two {head}s”") for pair in pairs for m in pair)

    def resolve_both(self, current: list[Ranked]) -> tuple[Mention, ...]:
        """What a bare "both" stands for: the last two joined, or the last two subjects, of one kind."""
        groups: dict[int, list[Mention]] = {}
        for item in current:
            groups.setdefault(item.joined, []).append(item.mention)
        joined = [group for group in groups.values() if len(group) == 2 and all(m.acts for m in group)]
        if joined:
            return tuple(m.inferred("antecedent of “both”") for m in joined[-1])
        subjects = list(
            {
                item.mention.key: item.mention for item in current if item.rank == 3 and item.mention.kind == "country"
            }.values()
        )
        return tuple(m.inferred("antecedent of “both”") for m in subjects[-2:]) if len(subjects) >= 2 else ()

    def _plural(self, current: list[Ranked]) -> tuple[Mention, ...]:
        for ranked in [current, *list(self.sentences)[:WINDOW]]:
            for rank in (3, 2):
                level = [item for item in ranked if item.rank == rank and item.mention.acts]
                if len(level) >= 2 and len({item.joined for item in level}) == 1:
                    return tuple(item.mention.inferred("antecedent of “they”") for item in level)
                if len(level) == 1 and level[0].mention.plural:
                    return (level[0].mention.inferred("antecedent of “they”"),)
        return ()

    def _nearest(self, kinds: tuple[str, ...], plural: bool, current: list[Ranked], reason: str) -> tuple[Mention, ...]:
        # Inside its own sentence "it" looks for a subject only; an object or an agent there is rarely what it repeats.
        near = [item for item in current if item.rank == 3] if kinds[0] != "person" else current
        for ranked in [near, *list(self.sentences)[:WINDOW], current]:
            fitting = [
                item
                for item in ranked
                if item.mention.kind in kinds
                and item.mention.plural == plural
                and not (kinds[0] == "person" and item.mention.kind == "group" and item.mention.head in BODIES)
            ]
            if not fitting:
                continue
            best = max(item.rank for item in fitting)
            top = {item.mention.key: item.mention for item in fitting if item.rank == best}
            if len(top) > 1 and kinds[0] != "person":  # "it" is rather whom the words are about than who said them
                told = {item.mention.key: item.mention for item in fitting if item.rank == best and not item.teller}
                top = told or top
            persons = {item.mention.key for item in fitting if item.mention.kind == "person"}
            if len(top) > 1:
                return (
                    (next(iter(top.values())).inferred(reason, ("actor_ambiguous",)),) if kinds[0] == "person" else ()
                )
            codes = ("actor_ambiguous",) if kinds[0] == "person" and len(persons) > 1 and best < 3 else ()
            return (next(iter(top.values())).inferred(reason, codes),)
        return ()
