"""`entrepot claims`, `quotes` and `dates`: what stands in reports, without a case file."""

from collections.abc import Callable, Iterator
from typing import Any

import click

from entrepot.cli.exits import exit_of_outcome, leave
from entrepot.cli.options import fail_on_option, json_option, paths_argument, read_options, reading_options
from entrepot.cli.output import print_record, warn_unread
from entrepot.dossier.records import Record, claim_record, date_record, quotation_record
from entrepot.model.case import UnreadInput
from entrepot.pipeline.streams import Read, extract_stream

Records = Callable[[Read], Iterator[Record]]


def _claim_records(read: Read) -> Iterator[Record]:
    return (claim_record(claim, read.document) for claim in read.found.claims)


def _quotation_records(read: Read) -> Iterator[Record]:
    return (quotation_record(quotation, read.document) for quotation in read.found.quotations)


def _date_records(read: Read) -> Iterator[Record]:
    return (date_record(date, read.document) for date in read.found.dates)


@click.command()
@paths_argument
@reading_options
@fail_on_option
@json_option
def claims(paths: tuple[str, ...], as_json: bool, fail_on: tuple[str, ...], **reading: Any) -> None:
    """List what reports assert: each claim with its sentence, its source and how firmly it is said."""
    _run(paths, reading, _claim_records, fail_on)


@click.command()
@paths_argument
@reading_options
@json_option
def quotes(paths: tuple[str, ...], as_json: bool, **reading: Any) -> None:
    """List reported speech: who is said to have said what, whether or not it carries a claim."""
    _run(paths, reading, _quotation_records, ())


@click.command()
@paths_argument
@reading_options
@json_option
def dates(paths: tuple[str, ...], as_json: bool, **reading: Any) -> None:
    """List every date, duration and recurring time, with the days it stands for."""
    _run(paths, reading, _date_records, ())


def _run(paths: tuple[str, ...], reading: dict[str, Any], records: Records, fail_on: tuple[str, ...]) -> None:
    """Prints the records of every readable input and leaves with the status that fits."""
    from entrepot.claims import extract
    from entrepot.documents import read_documents

    unread, found = 0, False
    for item in extract_stream(read_documents(paths, read_options(**reading)), extract):
        if isinstance(item, UnreadInput):
            unread += 1
            warn_unread(item)
            continue
        for record in records(item):
            found = found or not set(fail_on).isdisjoint(record.get("issues", ()))
            print_record(record)
    leave(exit_of_outcome(unread=unread, found=found))
