"""Questions of customs records put to a case: its flow files in an engine, and what the user's words stand for."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from entrepot.errors import CallError, CaseError
from entrepot.model.flow import UNSPECIFIED, WORLD
from entrepot.reference.memberships import members_of
from entrepot.reference.tables import load_table
from entrepot.store.casefile import CaseFile
from entrepot.store.trade_files import flow_paths, list_trade_files
from entrepot.trade.classifications.concordances import combined_nomenclature, read_concordance
from entrepot.trade.engines import open_engine
from entrepot.trade.interface import Engine
from entrepot.trade.questions.findings import Records
from entrepot.trade.territory_codes import GROUP, SECRET, resolve_territory

COALITION = "coalition"
"""The word for all members of the Global Export Control Coalition; the user may name any other territories instead."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedRecords:
    """A case's customs records, ready to be asked."""

    engine: Engine
    records: Records


@contextmanager
def open_trade_records(
    case: CaseFile, *, engine: str = "duckdb", concordances: Sequence[Path] = ()
) -> Iterator[AskedRecords]:
    """The customs records of a case in an engine, which is closed afterwards.

    Raises:
        CaseError: the case has no customs records, or a file of them is gone.
        CallError: there is no such engine.
        InputError: a concordance cannot be read.
    """
    files = list_trade_files(case)
    if not files:
        raise CaseError("The case has no customs records yet; add some with `entrepot trade import CASE FILE`.")
    paths = flow_paths(case)
    given = tuple(read_concordance(path) for path in concordances)
    opened = open_engine(engine)
    try:
        opened.add_flows(paths)
        known = (combined_nomenclature(), *given)
        yield AskedRecords(engine=opened, records=Records(files={one.number: one for one in files}, concordances=known))
    finally:
        opened.close()


def read_territories(text: str, day: date) -> tuple[str, ...]:
    """The territories that a list stands for: codes of two or three letters, names, `coalition`, `EU` for its members.

    Nothing stands for none; what that means is the question's.

    Raises:
        CallError: a part names no territory.
    """
    found: dict[str, None] = {}
    for part in (part.strip() for part in text.split(",") if part.strip()):
        found.update(dict.fromkeys(_read_territory(part, day)))
    if text and not found:
        raise CallError(f"{text!r} names no territory; give a code such as AM, a name, EU or coalition.")
    return tuple(found)


def _read_territory(part: str, day: date) -> tuple[str, ...]:
    if part.casefold() == COALITION:
        return tuple(row["iso2"] for row in load_table("gecc_members").rows if row["iso2"] != "EU")
    if part.upper() == "EU":
        return members_of("EU", day.isoformat())
    named = resolve_territory(part)
    if named is None or named in (GROUP, SECRET, WORLD, UNSPECIFIED):
        raise CallError(f"{part!r} names no territory; give a code such as AM, a name, EU or coalition.")
    return (named,)
