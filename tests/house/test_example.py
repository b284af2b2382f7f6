"""The example case is complete, and says of itself what it is."""

import csv
import importlib.util
from pathlib import Path

ROOT = Path(__file__).parents[2]
EXAMPLE = ROOT / "examples" / "minsk-2025"
REPORTS = EXAMPLE / "reports"


def report_names() -> list[str]:
    return sorted(path.name for path in REPORTS.iterdir() if path.name != "reports.csv")


def test_every_report_of_the_example_has_a_row_in_its_sidecar_and_the_other_way_round() -> None:
    with (REPORTS / "reports.csv").open(encoding="utf-8", newline="") as handle:
        assert [row["file"] for row in csv.DictReader(handle)] == report_names()


def test_every_outlet_of_the_example_is_called_an_example() -> None:
    with (REPORTS / "reports.csv").open(encoding="utf-8", newline="") as handle:
        assert all(row["publisher"].startswith("Example ") for row in csv.DictReader(handle))


def test_every_readable_report_says_that_it_was_written_for_the_example() -> None:
    readable = [name for name in report_names() if not name.endswith((".pdf", ".eml"))]
    assert len(readable) >= 9
    assert [n for n in readable if "Entrepôt example case" not in (REPORTS / n).read_text(encoding="utf-8")] == []


def test_the_pdf_of_the_example_is_what_its_script_writes(tmp_path: Path) -> None:
    from pypdf import PdfReader

    spec = importlib.util.spec_from_file_location("make_pdf", EXAMPLE / "make_pdf.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    module.write_review(tmp_path / "review.pdf")
    texts = [
        PdfReader(p).pages[0].extract_text() for p in (tmp_path / "review.pdf", REPORTS / "07-review-background.pdf")
    ]
    assert texts[0] == texts[1]
    assert "Entrepôt example case" in texts[0]
