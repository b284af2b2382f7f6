"""`entrepot claims`, `quotes` and `dates`: what stands in reports, without a case file."""

import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, Any

import click

from entrepot.cli.exits import exit_of_outcome, leave
from entrepot.cli.options import (
    fail_on_option,
    jobs_option,
    json_option,
    number_of_jobs,
    paths_argument,
    read_options,
    reading_options,
)
from entrepot.cli.output import counted, out_console, print_record, warn, warn_unread
from entrepot.model.case import UnreadInput

if TYPE_CHECKING:
    from entrepot.cli.claim_lines import Block
    from entrepot.model.document import Document


@dataclass(frozen=True, slots=True, kw_only=True)
class _Kind:
    """One kind of thing that is found: its name, how it is found, printed as records, and printed for people."""

    name: str
    extract: Callable[["Document"], tuple[Any, ...]]
    record: Callable[[Any, "Document"], dict[str, Any]]
    blocks: Callable[[Iterable[Any]], Iterator["Block"]]


@click.command()
@paths_argument
@reading_options
@jobs_option
@fail_on_option
@json_option
def claims(paths: tuple[str, ...], as_json: bool, fail_on: tuple[str, ...], jobs: int | None, **reading: Any) -> None:
    """List what reports assert: each claim with its sentence, its source and how firmly it is said."""
    from entrepot.cli.claim_lines import claim_lines
    from entrepot.dossier.records import claim_record
    from entrepot.pipeline.extractor import extract_claims

    kind = _Kind(name="claims", extract=extract_claims, record=claim_record, blocks=claim_lines)
    _Run(kind=kind, as_json=as_json, fail_on=frozenset(fail_on)).print_all(paths, reading, number_of_jobs(jobs))


@click.command()
@paths_argument
@reading_options
@jobs_option
@json_option
def quotes(paths: tuple[str, ...], as_json: bool, jobs: int | None, **reading: Any) -> None:
    """List reported speech: who is said to have said what, whether or not it carries a claim."""
    from entrepot.cli.claim_lines import quotation_lines
    from entrepot.dossier.records import quotation_record
    from entrepot.pipeline.extractor import extract_quotations

    kind = _Kind(name="quotations", extract=extract_quotations, record=quotation_record, blocks=quotation_lines)
    _Run(kind=kind, as_json=as_json).print_all(paths, reading, number_of_jobs(jobs))


@click.command()
@paths_argument
@reading_options
@jobs_option
@json_option
def dates(paths: tuple[str, ...], as_json: bool, jobs: int | None, **reading: Any) -> None:
    """List every date, duration and recurring time, with the days it stands for."""
    from entrepot.cli.claim_lines import date_lines
    from entrepot.dossier.records import date_record
    from entrepot.pipeline.extractor import extract_dates

    kind = _Kind(name="dates", extract=extract_dates, record=date_record, blocks=date_lines)
    _Run(kind=kind, as_json=as_json).print_all(paths, reading, number_of_jobs(jobs))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Run:
    """One run of one of these commands."""

    kind: _Kind
    as_json: bool
    fail_on: frozenset[str] = frozenset()

    def print_all(self, paths: tuple[str, ...], reading: dict[str, Any], jobs: int) -> None:
        """Prints what stands in every readable input, as it is found, and leaves with the status that fits."""
        from entrepot.cli.progress import ProgressBar
        from entrepot.documents import read_documents
        from entrepot.pipeline.streams import extract_stream

        documents = read_documents(paths, read_options(**reading), lambda note: warn(note.message))
        unread, found = 0, False
        # On a terminal the results themselves show how far the work has come.
        with ProgressBar(shown=not sys.stdout.isatty()) as progress:
            progress.begin(f"Looking for {self.kind.name}", None)
            for item in extract_stream(documents, self.kind.extract, jobs):
                progress.advance()
                if isinstance(item, UnreadInput):
                    unread += 1
                    warn_unread(item)
                else:
                    self._print(item.document, item.found)
                    found = found or self._is_asked_for(item.document, item.found)
        leave(exit_of_outcome(unread=unread, found=found))

    def _is_asked_for(self, document: "Document", found: tuple[Any, ...]) -> bool:
        """True when a claim or the report carries an issue that `--fail-on` names."""
        if not self.fail_on:
            return False
        issues = chain(document.issues, *(claim.issues for claim in found))
        return any(issue.code in self.fail_on for issue in issues)

    def _print(self, document: "Document", found: tuple[Any, ...]) -> None:
        from entrepot.pipeline.notes import document_notes

        for note in document_notes(document):
            warn(note.message)
        if self.as_json:
            for one in found:
                print_record(self.kind.record(one, document))
            return
        from entrepot.cli.claim_lines import document_heading, print_blocks

        heading = document_heading(document, counted(len(found), self.kind.name))
        print_blocks(out_console(), heading, self.kind.blocks(found))
