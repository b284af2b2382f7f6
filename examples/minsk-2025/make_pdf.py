"""Writes reports/07-review-background.pdf, the same bytes every time. Needs fpdf2, one of the test requirements."""

from datetime import UTC, datetime
from pathlib import Path

from fpdf import FPDF

DISCLAIMER = "Written for the Entrepôt example case from public facts. Example Review is not a real outlet."
TITLE = "Two treaties that are often mixed up"
PARAGRAPHS = (
    "Example Review, 25 August 2025",
    (
        "Vladimir Putin and Masoud Pezeshkian signed the treaty between Russia and Iran in Moscow on 17 "
        "January 2025. It contains no promise of mutual defence, as Iran's ambassador Kazem Jalali had said "
        "beforehand. Ebrahim Raisi, who is sometimes named as the signatory, died on 19 May 2024."
    ),
    (
        "The treaty between Belarus and Iran does not exist yet. Minsk and Tehran agreed on 20 August 2025 to "
        "draft one, Reuters reported. Lukashenko said that it would be signed if it was ready soon."
    ),
    (
        "Alexander Lukashenko supports Iran's right to peaceful nuclear energy, the Associated Press "
        "reported. The two presidents met for almost four hours, the agency BelTA said."
    ),
    (
        "Iran denied in September 2024 that it had sent ballistic missiles to Russia. The European Union "
        "imposed a ban on transactions with two Iranian ports on 18 November 2024 because of the transfer of "
        "drones and missiles to Russia."
    ),
)


def write_review(path: Path) -> None:
    """The PDF of Example Review lies at `path`."""
    pdf = FPDF(format="A4")
    pdf.set_creation_date(datetime(2025, 8, 25, 8, 0, tzinfo=UTC))
    pdf.set_title(TITLE)
    pdf.set_author("Example Review")
    pdf.set_margin(25)
    pdf.add_page()
    pdf.set_font("Times", style="I", size=9)
    pdf.multi_cell(0, 5, DISCLAIMER, new_x="LMARGIN", new_y="NEXT")
    pdf.set_font("Times", style="B", size=17)
    pdf.multi_cell(0, 12, TITLE, new_x="LMARGIN", new_y="NEXT")
    pdf.set_font("Times", size=12)
    for paragraph in PARAGRAPHS:
        pdf.multi_cell(0, 6, paragraph, new_x="LMARGIN", new_y="NEXT")
        pdf.ln(3)
    pdf.output(str(path))


if __name__ == "__main__":
    write_review(Path(__file__).parent / "reports" / "07-review-background.pdf")
