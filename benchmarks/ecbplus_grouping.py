"""Ways to group event mentions: by head lemma, by what the articles tell, by related words, by who took part.

Each is a function from the mentions of a topic and its articles to clusters of mention ids; none sees a gold chain.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from functools import lru_cache

from ecbplus_reading import Argument, Article, Mention
from ecbplus_words import PRONOUNS, REPORTING, name_deed, speaker

Clusters = list[list[str]]
Grouping = Callable[[Sequence[Article]], Clusters]

SAME_EVENT = 0.04
"""Mean cosine of two groups of articles that tell one seminal event; best of 0.02 to 0.25 on topics 1 to 15."""
SPLIT_AT = 1.0
"""Slots that contradict beyond those that agree. None gains: two reports fill one deed's slots differently."""
DEED_SHARE = 0.1
"""Pairs of mentions with agent and patient the same; 0.02 to 0.25 come to the same on topics 1 to 15."""
AGREE, CONTRADICT = 1, -1


def group_by(articles: Sequence[Article], key: Callable[[Mention], Hashable]) -> Clusters:
    """Mentions with the same key together."""
    groups: dict[Hashable, list[str]] = defaultdict(list)
    for article in articles:
        for mention in article.mentions:
            groups[key(mention)].append(mention.id)
    return list(groups.values())


def group_by_lemma(articles: Sequence[Article]) -> Clusters:
    """The same head lemma anywhere in the topic: the baseline of the literature."""
    return group_by(articles, lambda mention: mention.lemma)


def group_by_lemma_and_subtopic(articles: Sequence[Article]) -> Clusters:
    """The same head lemma in the same half of the topic (ecb or ecbplus), which the file names give away."""
    return group_by(articles, lambda mention: (mention.document.endswith("plus"), mention.lemma))


def group_by_lemma_and_event(articles: Sequence[Article]) -> Clusters:
    """The same head lemma in articles that tell the same seminal event, found by their names and figures."""
    events = find_events(tuple(articles))
    return group_by(articles, lambda mention: (events[mention.document], mention.lemma))


def group_by_family_and_event(articles: Sequence[Article]) -> Clusters:
    """Related words, nouns with their verbs and near-synonyms, in articles that tell the same seminal event."""
    events = find_events(tuple(articles))
    return group_by(articles, lambda mention: (events[mention.document], name_deed(mention)))


def group_by_speaker(articles: Sequence[Article]) -> Clusters:
    """As by family and event; and a saying is one only where the same speaker says it."""
    events = find_events(tuple(articles))
    return group_by(articles, lambda mention: (events[mention.document], name_deed(mention), speaker(mention)))


def group_by_slots(articles: Sequence[Article]) -> Clusters:
    """As by speaker; and clusters joined where agent and patient are the same, whatever the verb."""
    events = find_events(tuple(articles))
    return _ids(join_same_deed(_by_speaker(articles), events))


def group_without_contradiction(articles: Sequence[Article]) -> Clusters:
    """As by slots, once clusters are split where names, places or days contradict."""
    events = find_events(tuple(articles))
    parts = [part for cluster in _by_speaker(articles) for part in split_contradicting(cluster)]
    return _ids(join_same_deed(parts, events))


def _by_speaker(articles: Sequence[Article]) -> list[list[Mention]]:
    by_id = {mention.id: mention for article in articles for mention in article.mentions}
    return [[by_id[name] for name in cluster] for cluster in group_by_speaker(articles)]


def _ids(clusters: list[list[Mention]]) -> Clusters:
    return [[mention.id for mention in cluster] for cluster in clusters]


@lru_cache(maxsize=100)
def find_events(articles: tuple[Article, ...]) -> dict[str, int]:
    """A number for each article, the same for articles that tell the same seminal event.

    Average-link clustering of TF-IDF vectors over capitalised words and figures. Frequencies are those within the
    topic, so that what all its articles share (the person, the kind of disaster) plays no part.
    """
    vectors = weigh([[word.lower() for word in item.words if is_name_or_figure(word)] for item in articles])
    cosines = [[sum(weight * b.get(term, 0.0) for term, weight in a.items()) for b in vectors] for a in vectors]
    groups = [[place] for place in range(len(articles))]
    while len(groups) > 1:
        likeness, one, other = max(
            (sum(cosines[i][j] for i in a for j in b) / len(a) / len(b), x, x + 1 + y)
            for x, a in enumerate(groups)
            for y, b in enumerate(groups[x + 1 :])
        )
        if likeness < SAME_EVENT:
            break
        groups[one] += groups.pop(other)
    names = [f"{item.topic}_{item.name}" for item in articles]
    return {names[place]: number for number, group in enumerate(groups) for place in group}


def is_name_or_figure(word: str) -> bool:
    """True for what tells one event from another of its kind."""
    return word[:1].isupper() or word[:1].isdigit()


def weigh(bags: Sequence[Sequence[str]]) -> list[dict[str, float]]:
    """TF-IDF vectors of length one."""
    frequency = Counter(term for bag in bags for term in set(bag))
    vectors = []
    for bag in bags:
        raw = {
            term: (1 + math.log(count)) * math.log(len(bags) / frequency[term]) for term, count in Counter(bag).items()
        }
        norm = math.sqrt(sum(weight * weight for weight in raw.values())) or 1.0
        vectors.append({term: weight / norm for term, weight in raw.items() if weight})
    return vectors


def compare_slots(one: Mention, other: Mention) -> Counter[int]:
    """How many slots of two mentions agree and how many contradict; a slot that one leaves open does neither."""
    verdicts = [compare_names(named(one, role), named(other, role)) for role in ("agent", "patient", "in", "at")]
    verdicts.append(compare_names(name_words(one.places), name_words(other.places)))
    verdicts.append(compare_names(days(one.times), days(other.times)))
    return Counter(verdicts)


def compare_names(one: frozenset[str], other: frozenset[str]) -> int:
    """Agreement where a word is shared, contradiction where both are filled and none is."""
    if not one or not other:
        return 0
    return AGREE if one & other else CONTRADICT


def named(mention: Mention, role: str) -> frozenset[str]:
    """The names in a role."""
    return frozenset().union(*(item.names for item in mention.arguments if item.role == role))


def name_words(texts: Iterable[str]) -> frozenset[str]:
    """The capitalised words of these texts."""
    return frozenset(word.lower() for text in texts for word in text.split() if word[:1].isupper())


def days(texts: Iterable[str]) -> frozenset[str]:
    """Figures and capitalised words of time expressions: weekdays, months, years."""
    return frozenset(word.lower() for text in texts for word in text.split() if is_name_or_figure(word))


def split_contradicting(cluster: list[Mention]) -> list[list[Mention]]:
    """The cluster in parts; a mention joins the part it agrees with best, unless its slots contradict it."""
    parts: list[list[Mention]] = []
    for mention in cluster:
        scores = [(_mean_score(mention, part), -place) for place, part in enumerate(parts)]
        best = max(scores, default=(-9.0, 0))
        if best[0] > -SPLIT_AT:
            parts[-best[1]].append(mention)
        else:
            parts.append([mention])
    return parts


def _mean_score(mention: Mention, part: list[Mention]) -> float:
    found = [compare_slots(mention, other) for other in part]
    return sum(item[AGREE] - item[CONTRADICT] for item in found) / len(part)


def join_same_deed(clusters: list[list[Mention]], events: dict[str, int]) -> list[list[Mention]]:
    """Clusters of one seminal event joined where they are the same deed by `is_same_deed`."""
    merged = [list(cluster) for cluster in clusters]
    for one in range(len(merged)):
        for other in range(one + 1, len(merged)):
            a, b = merged[one], merged[other]
            if a and b and events[a[0].document] == events[b[0].document] and is_same_deed(a, b):
                merged[one] = a + b
                merged[other] = []
    return [cluster for cluster in merged if cluster]


def is_same_deed(one: list[Mention], other: list[Mention]) -> bool:
    """True where a tenth of the pairs of mentions share agent and patient and no sentence has both words."""
    if {(item.document, item.sentence) for item in one} & {(item.document, item.sentence) for item in other}:
        return False
    if any(item.lemma in REPORTING for item in (*one, *other)):
        return False
    pairs = [(a, b) for a in one for b in other]
    alike = sum(all(_same_filler(a, b, role) for role in ("agent", "patient")) for a, b in pairs)
    return alike > 0 and alike >= DEED_SHARE * len(pairs)


def _same_filler(one: Mention, other: Mention, role: str) -> bool:
    a, b = _fillers(one, role), _fillers(other, role)
    return any(x.names & y.names or (x.lemma == y.lemma and x.lemma not in PRONOUNS) for x in a for y in b)


def _fillers(mention: Mention, role: str) -> list[Argument]:
    return [item for item in mention.arguments if item.role == role]
