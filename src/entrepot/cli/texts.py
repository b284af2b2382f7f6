"""`entrepot text`: the canonical text to which every offset refers."""

from typing import Any

import click

from entrepot.cli.exits import exit_of_outcome, leave
from entrepot.cli.options import json_option, paths_argument, read_options, reading_options
from entrepot.cli.output import print_record, warn_unread
from entrepot.model.case import UnreadInput
from entrepot.model.document import Document


@click.command()
@paths_argument
@reading_options
@json_option
def text(paths: tuple[str, ...], as_json: bool, **reading: Any) -> None:
    """Print the canonical text of reports, to which all offsets refer."""
    from entrepot.documents import read_documents

    unread = 0
    for item in read_documents(paths, read_options(**reading)):
        if isinstance(item, UnreadInput):
            unread += 1
            warn_unread(item)
        else:
            _print_text(item, as_json)
    leave(exit_of_outcome(unread=unread, found=False))


def _print_text(document: Document, as_json: bool) -> None:
    """The text exactly, with nothing added, or the document with its blocks as one record."""
    if not as_json:
        click.echo(document.text, nl=not document.text.endswith("\n"))
        return
    from entrepot.dossier.records import document_record

    blocks = [{"kind": b.kind, "start": b.start, "end": b.end, "reason": b.reason} for b in document.blocks]
    print_record({"document": document_record(document), "text": document.text, "blocks": blocks})
