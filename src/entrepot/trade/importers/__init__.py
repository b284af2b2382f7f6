"""Trade statistics of every common format, made into a plan of how they become flows."""

from entrepot.errors import UnsupportedInputError
from entrepot.trade.importers.baci import BaciReader
from entrepot.trade.importers.comext_bulk import ComextBulkReader
from entrepot.trade.importers.comtrade import ComtradeReader
from entrepot.trade.importers.eurostat_tsv import EurostatTsvReader
from entrepot.trade.importers.eurostat_xlsx import EurostatWorkbookReader
from entrepot.trade.importers.interface import FlowHead, FlowPlan, FlowReader, FlowRequest
from entrepot.trade.importers.mapped import MappedReader
from entrepot.trade.importers.plain import PlainReader
from entrepot.trade.importers.sdmx import SdmxReader

__all__ = ["FORMATS", "FlowReader", "plan_import"]

FORMATS: tuple[FlowReader, ...] = (
    ComextBulkReader(),
    SdmxReader(),
    EurostatTsvReader(),
    EurostatWorkbookReader(),
    ComtradeReader(),
    BaciReader(),
    PlainReader(),
)
"""Every format that is known by its content; a file belongs to the first that knows its own."""


def plan_import(head: FlowHead, request: FlowRequest) -> tuple[FlowReader, FlowPlan]:
    """The reader to which a file belongs and its plan; with a mapping, as that says.

    Raises:
        InputError: no format, or its header lacks something; the message says what to do.
        CallError: the mapping is wrong.
    """
    if request.mapping is not None:
        mapped = MappedReader()
        return mapped, mapped.plan(head, request)
    reader = next((one for one in FORMATS if one.sniff(head)), None)
    if reader is None:
        columns = ", ".join(head.columns[:12]) or "none"
        raise UnsupportedInputError(
            f"{head.name} is of no format of trade statistics that is known (columns: {columns}). Say with "
            f"--mapping what its columns mean, or take one of: {'; '.join(one.format for one in FORMATS)}."
        )
    return reader, reader.plan(head, request)
