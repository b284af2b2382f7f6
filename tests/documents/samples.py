"""Small reports in every format, made for these tests; all names in them are invented."""

import io
import zipfile
from pathlib import Path

from entrepot.documents import ReadOptions, read_document, read_documents
from entrepot.model.case import UnreadInput
from entrepot.model.document import READ_KINDS, Document

OPTIONS = ReadOptions()

REPORT = """Harbour master of Brinov counts missing crates

Example Wire | 12 May 2024

The harbour master of Brinov said on Friday that six crates of bearings had left the port without papers.

A clerk told Example Wire that nobody had asked for them.

© 2024 Example Wire. All rights reserved.
"""

PARAGRAPHS = (
    "The harbour master of Brinov said on Friday that six crates of bearings had left the port.",
    "A clerk of the port told Example Wire that nobody had asked for the papers of the ship.",
)


def read_text(text: str, path: str = "report.txt") -> Document:
    return read_document(path, text.encode(), OPTIONS)


def read_bytes(raw: bytes, path: str, options: ReadOptions = OPTIONS) -> Document:
    return read_document(path, raw, options)


def blocks_of(document: Document, *kinds: str) -> list[str]:
    return [document.text[one.start : one.end] for one in document.blocks if one.kind in kinds]


def read_part(document: Document) -> str:
    return "\n".join(document.text[one.start : one.end] for one in document.blocks if one.kind in READ_KINDS)


def documents_of(found: list[Document | UnreadInput]) -> list[Document]:
    return [one for one in found if isinstance(one, Document)]


def unread_of(found: list[Document | UnreadInput]) -> list[UnreadInput]:
    return [one for one in found if isinstance(one, UnreadInput)]


def read_all(*inputs: str | Path, options: ReadOptions = OPTIONS) -> list[Document | UnreadInput]:
    return list(read_documents(inputs, options))


def make_zip(members: dict[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
        for name, raw in members.items():
            package.writestr(name, raw)
    return stream.getvalue()


def make_pdf(paragraphs: tuple[str, ...] = PARAGRAPHS, title: str = "", password: str = "", pages: int = 1) -> bytes:
    from fpdf import FPDF

    pdf = FPDF()
    if password:
        pdf.set_encryption(owner_password=password, user_password=password)
    pdf.set_font("Helvetica", size=12)
    for number in range(pages):
        pdf.add_page()
        if title:
            pdf.multi_cell(0, 8, title, new_x="LMARGIN", new_y="NEXT")
            pdf.ln(6)
        for paragraph in paragraphs:
            pdf.multi_cell(0, 8, paragraph.replace("#", str(number)), new_x="LMARGIN", new_y="NEXT")
    return bytes(pdf.output())


def make_docx(title: str = "", paragraphs: tuple[str, ...] = PARAGRAPHS) -> bytes:
    import docx

    document = docx.Document()
    if title:
        document.add_heading(title, 0)
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()
