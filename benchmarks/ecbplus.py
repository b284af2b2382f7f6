"""How well mentions of one event are brought together across articles: B-cubed on ECB+, topic by topic.

    python benchmarks/ecbplus.py [--json]

Reads `../shared/data/text/ecbplus` (evaluation only: nothing of it is copied). How it counts:

- Mentions are the annotated actions (`ACTION_*`, `NEG_ACTION_*`) of the checked sentences. They are given, and so is
  the topic of an article; what is measured is the grouping alone.
- Gold clusters are the cross-document chains, then the chains within a document; every other mention is alone.
- B-cubed (Bagga and Baldwin 1998) is the mean over mentions, those that are alone included.
- Topics 1 to 15 are for tuning, 16 to 30 for a check that nothing was tuned on.

The published baseline, the same head lemma, has F 0.715. Within the topic, over all topics here, `lemma` comes within
0.001 of it; within the halves of a topic it is far above. The row of the halves takes them from the file names, which
is to be told what `find_events` has to find out.
"""

import argparse
import json
import sys
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import ecbplus_grouping as grouping
from ecbplus_reading import ROOT, Article, read_articles

SPLITS = {"tuning": range(1, 16), "check": range(16, 31), "all": range(1, 31)}
GROUPINGS: dict[str, grouping.Grouping] = {
    "lemma": grouping.group_by_lemma,
    "lemma, half of the topic": grouping.group_by_lemma_and_subtopic,
    "lemma, event found": grouping.group_by_lemma_and_event,
    "related words": grouping.group_by_family_and_event,
    "and the same speaker": grouping.group_by_speaker,
    "and the same deed": grouping.group_by_slots,
    "split by contradiction": grouping.group_without_contradiction,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """B-cubed precision and recall."""

    precision: float
    recall: float

    @property
    def f(self) -> float:
        """Their harmonic mean."""
        return 2 * self.precision * self.recall / (self.precision + self.recall)

    def as_row(self) -> dict[str, float]:
        """The three figures, rounded."""
        return {"precision": round(self.precision, 3), "recall": round(self.recall, 3), "f": round(self.f, 3)}


def score_clusters(clusters: Iterable[Iterable[str]], chains: Mapping[str, str]) -> Score:
    """B-cubed of the clusters against the gold chain of every mention, each of which is in one cluster."""
    cluster_of = {mention: number for number, cluster in enumerate(clusters) for mention in cluster}
    gold: dict[str, set[str]] = defaultdict(set)
    found: dict[int, set[str]] = defaultdict(set)
    for mention, chain in chains.items():
        gold[chain].add(mention)
        found[cluster_of[mention]].add(mention)
    precision = recall = 0.0
    for mention, chain in chains.items():
        mine, right = found[cluster_of[mention]], gold[chain]
        same = len(mine & right)
        precision += same / len(mine)
        recall += same / len(right)
    return Score(precision=precision / len(chains), recall=recall / len(chains))


def measure(articles: Sequence[Article], group: grouping.Grouping) -> Score:
    """The score of a grouping that is run topic by topic, over all mentions of these articles."""
    topics: dict[str, list[Article]] = defaultdict(list)
    chains: dict[str, str] = {}
    for article in articles:
        topics[article.topic].append(article)
        chains.update(zip((mention.id for mention in article.mentions), article.chains, strict=True))
    return score_clusters((cluster for topic in topics.values() for cluster in group(topic)), chains)


def main() -> int:
    """Prints the table; 0 done, 3 where the corpus is not there."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--json", action="store_true", help="one JSON object instead of a table")
    options = parser.parse_args()
    if not ROOT.is_dir():
        print(f"{ROOT} is not there: nothing measured", file=sys.stderr)
        return 3
    articles = read_articles(range(1, 31))
    chosen = {name: [item for item in articles if int(item.topic) in topics] for name, topics in SPLITS.items()}
    rows = {
        label: {split: measure(some, group).as_row() for split, some in chosen.items()}
        for label, group in GROUPINGS.items()
    }
    if options.json:
        mentions = {split: sum(len(item.mentions) for item in some) for split, some in chosen.items()}
        print(json.dumps({"mentions": mentions, "rows": rows}))
        return 0
    print(f"{'ECB+, B-cubed':<26}" + "".join(f"{split:<8}{'P':>7}{'R':>7}{'F':>7}   " for split in chosen))
    for label, row in rows.items():
        cells = (f"{'':<8}{one['precision']:>7.3f}{one['recall']:>7.3f}{one['f']:>7.3f}   " for one in row.values())
        print(f"{label:<26}" + "".join(cells))
    return 0


if __name__ == "__main__":
    sys.exit(main())
