"""How soon the workbench shows the pages of a large case, how much memory it takes, and what fifty readers see of it.

python benchmarks/workbench.py [--quick] [--case FILE] [--seconds N]
"""

import argparse
import json
import os
import random
import re
import socket
import subprocess
import sys
import tempfile
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import quantiles
from urllib.parse import quote

from workbench_case import REPORTS, make_case

COMMAND = Path(sys.executable).parent / "entrepot"
PAGE_BAR_MS, FACETS_BAR_MS, MEMORY_BAR_MB = 300, 500, 1500
READERS = 50
PAUSE_SECONDS = (3.0, 12.0)
"""Between two pages of one reader: a page of claims is read, not glanced at."""
FACETED = ("/claims", "/propositions")


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What one request came to; `status` is 0 where no answer came."""

    status: int
    milliseconds: float
    content: bytes


def fetch(address: str, accept: str = "text/html") -> Answer:
    """The answer to one request."""
    start = time.perf_counter()
    try:
        with urllib.request.urlopen(urllib.request.Request(address, headers={"accept": accept}), timeout=60) as answer:
            status, content = answer.status, answer.read()
    except urllib.error.HTTPError as error:
        status, content = error.code, error.read()
    except OSError as error:
        status, content = 0, str(error).encode()
    return Answer(status=status, milliseconds=1000 * (time.perf_counter() - start), content=content)


@contextmanager
def serve(case: Path) -> Iterator[tuple[str, int]]:
    """The address of a workbench on the case, in a process of its own, and the number of the process."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    process = subprocess.Popen([str(COMMAND), "serve", str(case), "--port", str(port)], stderr=subprocess.DEVNULL)
    base = f"http://127.0.0.1:{port}"
    try:
        while fetch(f"{base}/assets/workbench.css").status != 200:
            if process.poll() is not None:
                raise SystemExit(f"the workbench ended by itself with status {process.returncode}")
            time.sleep(0.5)
        yield base, process.pid
    finally:
        process.terminate()
        process.wait(timeout=60)


def list_pages(base: str) -> dict[str, str]:
    """Every kind of page, by what it is, with the address of one of the kind."""
    claim = json.loads(fetch(f"{base}/claims.json").content)["claims"][0]
    proposition = json.loads(fetch(f"{base}/propositions.json").content)["propositions"][0]
    actor = next(role["actor"]["id"] for role in claim["roles"] if role["actor"])
    return {
        "overview": "/",
        "reports": "/reports",
        "reports, the last page": "/reports?page=200",
        "a report": f"/reports/{quote(claim['document']['id'], safe='')}",
        "claims": "/claims",
        "claims, far on": "/claims?page=3000",
        "claims by one facet": "/claims?frame=supply",
        "claims by three facets": "/claims?frame=supply&frame=seek&actor=country:BY&modality=denied",
        "claims by words": "/claims?q=shipment+bank",
        "claims by words and facets": "/claims?q=shipment&year=2020&source=official",
        "claims, all actors": "/claims?more=actor",
        "a claim": f"/claims/{quote(claim['id'], safe='')}",
        "propositions": "/propositions",
        "propositions by facets": "/propositions?conflict=any&actor=country:IR",
        "propositions by words": "/propositions?q=drones",
        "a proposition": f"/propositions/{quote(proposition['id'], safe='')}",
        "origins": "/origins",
        "conflicts": "/conflicts",
        "conflicts of a kind": "/conflicts?kind=date",
        "timeline": "/timeline",
        "timeline of a month": "/timeline?from=2020-01-01&to=2020-01-31",
        "actors": "/actors",
        "an actor": f"/actors/{quote(actor, safe='')}",
        "customs records": "/findings",
        "lists": "/lists",
        "audit log": "/audit",
        "work": "/jobs",
        "not read": "/unread",
    }


def measure_pages(base: str, pid: int, pages: dict[str, str], times: int) -> list[str]:
    """A line a page on standard output; what was missed comes back.

    The processor time that the server took for a page tells what the page costs, also on a machine that is busy with
    something else; up to all processors share in it.
    """
    missed = []
    print(f"{'page':32} {'p50 ms':>8} {'p95 ms':>8} {'CPU ms':>8} {'kB':>6}")
    for name, path in pages.items():
        fetch(base + path)
        before = read_processor_ms(pid)
        found = [fetch(base + path) for _ in range(times)]
        taken = (read_processor_ms(pid) - before) / times
        cuts = quantiles([one.milliseconds for one in found], n=20, method="inclusive")
        bar = FACETS_BAR_MS if path.partition("?")[0] in FACETED else PAGE_BAR_MS
        failed = [one.status for one in found if one.status != 200]
        over = failed or cuts[18] > bar
        mark = f"  status {failed[0]}" if failed else f"  over {bar}" if over else ""
        size = len(found[0].content) / 1000
        print(f"{name:32} {cuts[9]:8.0f} {cuts[18]:8.0f} {taken:8.0f} {size:6.0f}{mark}", flush=True)
        if over:
            missed.append(name)
    return missed


def read_processor_ms(pid: int) -> float:
    """Milliseconds that processors have worked for the process."""
    told = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return 1000 * (int(told[11]) + int(told[12])) / os.sysconf("SC_CLK_TCK")


def read_memory(pid: int) -> tuple[float, float]:
    """Megabytes that the process holds now, and the most that it held."""
    told = Path(f"/proc/{pid}/status").read_text(encoding="ascii")
    now, most = (re.search(rf"{name}:\s+(\d+)", told) for name in ("VmRSS", "VmHWM"))
    return (int(now[1]) / 1024 if now else 0.0), (int(most[1]) / 1024 if most else 0.0)


def read_together(base: str, paths: Sequence[str], seconds: float) -> list[Answer]:
    """What fifty readers were answered who open one page after another for so long."""
    until = time.perf_counter() + seconds
    answers: list[Answer] = []

    def read(number: int) -> None:
        chance = random.Random(number)
        time.sleep(chance.uniform(0, PAUSE_SECONDS[1]))
        while time.perf_counter() < until:
            answers.append(fetch(base + chance.choice(paths)))
            time.sleep(chance.uniform(*PAUSE_SECONDS))

    threads = [threading.Thread(target=read, args=(number,)) for number in range(READERS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return answers


def main() -> int:
    """Prints the figures; status 1 where a bar was missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="a case of a twentieth the size, few requests")
    parser.add_argument("--case", type=Path, help="where the case is kept, to be taken again the next time")
    parser.add_argument("--seconds", type=float, default=0, help="how long the readers read")
    asked = parser.parse_args()
    copies, times, seconds = (5, 6, asked.seconds or 10) if asked.quick else (100, 20, asked.seconds or 60)
    with tempfile.TemporaryDirectory() as folder:
        path = asked.case or Path(folder) / "workbench.duckdb"
        if not path.exists():
            start = time.perf_counter()
            make_case(path, copies).close()
            print(f"made a case of {copies * REPORTS:,} reports in {time.perf_counter() - start:.0f} s")
        with serve(path) as (base, pid):
            pages = list_pages(base)
            load = os.getloadavg()[0]
            print(f"load before: {load:.1f} on {os.cpu_count()} processors; {times} requests a page, one after another")
            missed = measure_pages(base, pid, pages, times)
            answers = read_together(base, list(pages.values()), seconds)
            now, most = read_memory(pid)
    failed = [one for one in answers if one.status != 200]
    cuts = quantiles([one.milliseconds for one in answers], n=20, method="inclusive")
    print(f"{READERS} readers, {seconds:.0f} s: {len(answers)} pages, {len(failed)} errors, p50 {cuts[9]:.0f} ms, "
          f"p95 {cuts[18]:.0f} ms")  # fmt: skip
    for one in failed[:3]:
        print(f"  status {one.status}: {one.content[:200]!r}")
    print(f"memory {now:.0f} MB, at most {most:.0f} MB (bar {MEMORY_BAR_MB})")
    print(f"over the bar: {', '.join(missed) or 'none'}")
    return int(bool(missed or failed or most > MEMORY_BAR_MB))


if __name__ == "__main__":
    sys.exit(main())
