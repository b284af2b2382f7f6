"""Sanctions and export-control lists of every common format, read into parties with what was wrong with the file."""

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

from entrepot.errors import InputError, UnsupportedInputError
from entrepot.model.listing import PartyList
from entrepot.screening.lists.canada import CanadaReader
from entrepot.screening.lists.csl import ScreeningListReader
from entrepot.screening.lists.eu import EuReader
from entrepot.screening.lists.files import HEAD_CHARACTERS, decode_text, find_beside, read_bytes, unpack_file
from entrepot.screening.lists.finish import finish_list
from entrepot.screening.lists.ftm import FtmReader
from entrepot.screening.lists.history import HistoryReader
from entrepot.screening.lists.interface import ListFile, ListReader, ListRequest, ListTask
from entrepot.screening.lists.mapping import read_mapping
from entrepot.screening.lists.name_lines import NameLinesReader
from entrepot.screening.lists.ofac_csv import OfacCsvReader
from entrepot.screening.lists.ofac_xml import OfacXmlReader
from entrepot.screening.lists.plain import PlainReader
from entrepot.screening.lists.simple_csv import SimpleCsvReader
from entrepot.screening.lists.table import MappedReader
from entrepot.screening.lists.table_header import HeaderReader
from entrepot.screening.lists.uk_csv import UkCsvReader
from entrepot.screening.lists.uk_xml import UkXmlReader
from entrepot.screening.lists.un import UnReader

__all__ = ["FORMATS", "ListReader", "parse_list", "read_list"]

FORMATS: tuple[ListReader, ...] = (
    OfacXmlReader(),
    UnReader(),
    EuReader(),
    UkXmlReader(),
    CanadaReader(),
    OfacCsvReader(),
    ScreeningListReader(),
    UkCsvReader(),
    HistoryReader(),
    SimpleCsvReader(),
    NameLinesReader(),
    FtmReader(),
    HeaderReader(),
    PlainReader(),
)
"""Every format; a file belongs to the first that knows its own. The two that take almost anything come last."""


def read_list(path: Path, *, name: str = "", published: date | None = None, mapping: Path | None = None) -> PartyList:
    """The list that a file holds, with the files that belong beside it, whatever its format.

    `name` replaces the short name of the list, `published` fills in where the file does not say when it was published,
    `mapping` is a TOML file that says what the columns of a table mean.

    Raises:
        InputError: the file cannot be read or is no list; the message says what to do.
        CallError: the mapping is wrong.
    """
    request = ListRequest(name=name, published=published, mapping=mapping, path=str(path))
    return _read(unpack_file(path.name, read_bytes(path)), request, lambda wanted: find_beside(path, wanted))


def parse_list(
    raw: bytes,
    file_name: str,
    *,
    name: str = "",
    published: date | None = None,
    mapping: Path | None = None,
    siblings: Mapping[str, bytes] | None = None,
) -> PartyList:
    """The list in bytes that were fetched; `siblings` are further files of it, by their names.

    Raises:
        InputError: this is no list; the message says what to do.
        CallError: the mapping is wrong.
    """
    beside = {key.lower(): (key, value) for key, value in (siblings or {}).items()}

    def find(wanted: str) -> ListFile | None:
        found = beside.get(wanted.lower())
        return unpack_file(*found) if found else None

    request = ListRequest(name=name, published=published, mapping=mapping, path=file_name)
    return _read(unpack_file(file_name, raw), request, find)


def _read(file: ListFile, request: ListRequest, find: Callable[[str], ListFile | None]) -> PartyList:
    column_map = read_mapping(request.mapping) if request.mapping else None
    text, issues = decode_text(file.raw, column_map.encoding if column_map else "")
    task = ListTask(file=file, text=text, name=request.name, find=find)
    reader = MappedReader(column_map) if column_map else _reader_of(task)
    draft = reader.read(task)
    if not draft.parties:
        raise InputError(
            f"{file.name} was read as {reader.format} and holds no entry. An empty list never means that nobody is "
            f"listed: fetch it again."
        )
    return finish_list(draft, file, request, issues)


def _reader_of(task: ListTask) -> ListReader:
    head = task.text[:HEAD_CHARACTERS]
    found = next((reader for reader in FORMATS if reader.sniff(head)), None)
    if found is None:
        raise UnsupportedInputError(
            f"{task.file.name} is of no format that is read as a list. There are: "
            f"{', '.join(reader.format for reader in FORMATS)}."
        )
    return found
