"""Merging of synthetic claims: time, memory, and how the time grows; adding one report to a large case.

    python benchmarks/corroboration.py [--claims 100000] [--json]

The claims are of affairs that reports retell: events with parties, goods and days, told with other words, without
their dates, denied, or with other figures; a fifth of the affairs fill most of the reports. A report holds five claims.
Figures: seconds and peak memory for all claims, the exponent b of time ~ n^b from a tenth of the claims to all, and the
seconds that one further report takes in a case of 5,000 reports, against those of building it anew.
"""

import argparse
import json
import math
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from entrepot.corroboration import Evidence, corroborate, describe_report
from entrepot.model.actor import Actor
from entrepot.model.claim import Claim, Role, Source, When
from entrepot.model.document import Block, Document, Published
from entrepot.model.interval import Interval
from entrepot.model.span import Span
from entrepot.pipeline.corroborating import corroborate_case
from entrepot.store import create_case
from entrepot.store.writing import EXTRACT_STEP, StepDone, write_document, write_extraction, write_step_done

STATES = "IR RU BY KP TR AE CN KZ KG AM GE UZ IN VN SY VE CU TM AZ RS".split()
GOODS = (
    "drones", "Shahed drones", "missiles", "artillery shells", "microchips", "machine tools", "ball bearings",
    "drone engines", "crude oil", "fuel oil", "gold", "aircraft parts", "sonar systems", "radars",
    "nitrocellulose", "gas turbines",
)  # fmt: skip
FRAMES = ("supply", "supply", "supply", "channel", "sanction", "meet", "agree", "strike", "finance", "produce")
SYLLABLES = "ka lo mi ra te no vi sal dor ben tur gal".split()
A_REPORT = 5


def name(rng: random.Random) -> str:
    """A name of two words."""
    return " ".join("".join(rng.choices(SYLLABLES, k=3)).capitalize() for _ in range(2))


def actor(rng: random.Random, kind: str = "") -> Actor:
    """A state, or a firm, place or ship with a name."""
    if not kind and rng.random() < 0.4:
        iso2 = rng.choice(STATES)
        return Actor(id=f"country:{iso2}", kind="country", name=iso2)
    made = name(rng)
    chosen = kind or "organisation"
    return Actor(id=f"{chosen}:{made.lower().replace(' ', '-')}", kind=chosen, name=made)  # type: ignore[arg-type]


def event(rng: random.Random) -> dict[str, object]:
    """One event of an affair."""
    frame = rng.choice(FRAMES)
    one, other, place = actor(rng), actor(rng), actor(rng, "place")
    goods = rng.choice(GOODS)
    roles: dict[str, list[tuple[str, Actor | None]]] = {
        "supply": [("supplier", one), ("recipient", other), ("goods", None)],
        "channel": [("channel", one), ("destination", other), ("goods", None)],
        "sanction": [("issuer", one), ("target", other)],
        "meet": [("participant", one), ("participant", other)],
        "agree": [("party", one), ("party", other), ("matter", None)],
        "strike": [("attacker", one), ("target", place)],
        "finance": [("payer", one), ("payee", other), ("instrument", None)],
        "produce": [("producer", one), ("goods", None)],
    }[frame]
    day = f"202{rng.randint(2, 5)}-{rng.randint(1, 12):02d}-{rng.randint(1, 28):02d}"
    return {"frame": frame, "roles": roles, "goods": goods, "day": day, "source": actor(rng)}


def claim_of(told: dict[str, object], document_id: str, place: int, rng: random.Random) -> Claim:
    """The event as one report tells it."""
    quote = f"Sentence {place} of {document_id} on {told['goods']} with {rng.randint(2, 300)} pieces {name(rng)}."
    roles = []
    for role, who in told["roles"]:  # type: ignore[attr-defined]
        if rng.random() < 0.1:
            continue
        text = who.name if who else str(told["goods"])
        roles.append(Role(role=role, text=text, span=None, actor=who, inferred=True, reason="synthetic"))
    source = told["source"]
    chain: tuple[Source, ...] = (Source(name=f"Outlet {document_id[:3]}", kind="outlet"),)
    if rng.random() < 0.6:
        chain = (*chain, Source(name=source.name, kind="official", actor=source))  # type: ignore[attr-defined]
    day = str(told["day"])
    when = (
        When(interval=Interval(start=day, end=day, granularity="day"), text=day, anchor="")
        if rng.random() < 0.6
        else None
    )
    return Claim(
        id=f"{document_id}-{place}",
        document_id=document_id,
        quote=Span(start=place * 200, end=place * 200 + len(quote), text=quote),
        frame=str(told["frame"]),
        roles=tuple(roles),
        polarity="negative" if rng.random() < 0.05 else "positive",
        modality=rng.choices(("asserted", "alleged", "denied", "planned"), (80, 10, 5, 5))[0],  # type: ignore[arg-type]
        when=when,
        sources=chain,
        method=("synthetic", "1"),
    )


def reports(count: int, seed: int = 7) -> Iterator[tuple[Document, tuple[Claim, ...]]]:
    """Reports with five claims each; the same seed gives the same reports."""
    rng = random.Random(seed)
    affairs = [[event(rng) for _ in range(12)] for _ in range(max(4, count // 8))]
    for number in range(count):
        affair = (
            affairs[min(int(rng.paretovariate(0.7)) - 1, len(affairs) - 1)]
            if rng.random() < 0.2
            else rng.choice(affairs)
        )
        document_id = f"{number:016x}"
        day = f"2025-{rng.randint(1, 12):02d}-{rng.randint(1, 28):02d}"
        text = "\n".join(f"{name(rng)} {name(rng)} {name(rng)} {name(rng)}" for _ in range(40))
        document = Document(
            id=document_id,
            path=f"{document_id}.txt",
            sha256=document_id,
            media_type="text/plain",
            text=text,
            blocks=(Block(kind="paragraph", start=0, end=len(text)),),
            publisher=f"Outlet {number % 400}",
            published=Published(start=day, end=day, granularity="day", evidence="given"),
        )
        yield (
            document,
            tuple(claim_of(told, document_id, at, rng) for at, told in enumerate(rng.sample(affair, A_REPORT))),
        )


def merge_all(claims: int) -> dict[str, float]:
    """Seconds to describe and to merge, and peak memory in MB, in this process."""
    traits, by_id, known = {}, {}, {}
    seconds = 0.0
    for document, own in reports(claims // A_REPORT):
        begun = time.perf_counter()
        known[document.id], described = describe_report(document, own)
        seconds += time.perf_counter() - begun
        for claim, one in zip(own, described, strict=True):
            by_id[claim.id], traits[claim.id] = claim, one
    begun = time.perf_counter()
    found = corroborate(Evidence(claims=by_id, traits=traits, reports=known))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {
        "claims": len(by_id),
        "propositions": len(found),
        "describe_seconds": round(seconds, 2),
        "merge_seconds": round(time.perf_counter() - begun, 2),
        "peak_mb": round(peak),
    }


def in_own_process(claims: int) -> dict[str, float]:
    """The figures of `merge_all`, with memory that is its own."""
    command = [sys.executable, __file__, "--claims", str(claims), "--single"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    found: dict[str, float] = json.loads(done.stdout)
    return found


def add_one(count: int) -> dict[str, float]:
    """Seconds for one more report in a case of `count`, and for the whole."""
    with tempfile.TemporaryDirectory() as folder, create_case(Path(folder) / "large", "large") as case:
        made = list(reports(count + 1))
        with case.transaction():
            for document, claims in made[:-1]:
                keep(case, document, claims)
        begun = time.perf_counter()
        corroborate_case(case)
        whole = time.perf_counter() - begun
        keep(case, *made[-1])
        begun = time.perf_counter()
        corroborate_case(case)
        return {
            "reports": count,
            "whole_seconds": round(whole, 2),
            "one_more_seconds": round(time.perf_counter() - begun, 2),
        }


def keep(case, document, claims) -> None:  # type: ignore[no-untyped-def]
    """A report and its claims as the extraction leaves them."""
    write_document(case, document)
    write_extraction(case, claims, (), ())
    write_step_done(
        case, StepDone(step=EXTRACT_STEP, document_id=document.id, method=("synthetic", "1"), fingerprint="f")
    )


def main() -> int:
    """Prints the figures."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--claims", type=int, default=100_000)
    parser.add_argument("--reports", type=int, default=5000, help="size of the case to which one report is added")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--single", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.single:
        print(json.dumps(merge_all(options.claims)))
        return 0
    small, large = in_own_process(options.claims // 10), in_own_process(options.claims)
    growth = math.log(total(large) / total(small)) / math.log(large["claims"] / small["claims"])
    figures = {"small": small, "large": large, "growth": round(growth, 2), "one_more": add_one(options.reports)}
    if options.json:
        print(json.dumps(figures))
        return 0
    for row in (small, large):
        print(
            f"{row['claims']:>8,} claims  {row['propositions']:>7,} propositions  "
            f"describe {row['describe_seconds']} s  merge {row['merge_seconds']} s  peak {row['peak_mb']} MB"
        )
    print(f"time grows as n^{growth:.2f}")
    one = figures["one_more"]
    print(f"one report more in a case of {one['reports']:,}: {one['one_more_seconds']} s")
    print(f"that case from nothing: {one['whole_seconds']} s")
    return 0


def total(row: dict[str, float]) -> float:
    """Seconds of the whole."""
    return row["describe_seconds"] + row["merge_seconds"]


if __name__ == "__main__":
    sys.exit(main())
