"""Short measures for tests."""

from datetime import date

from entrepot.measures.index import MeasureSet
from entrepot.model.measure import Measure
from entrepot.reference.measure_coverage import Coverage
from entrepot.reference.measure_rows import read_listed_goods, read_measure


def make_measure(id_: str = "X1", *, goods_codes: str = "", **cells: str) -> Measure:
    """A row of law: EU export control towards BY from 2020 on unless the cells say otherwise."""
    row = {
        "id": id_, "jurisdiction": "EU", "target": "BY", "kind": "export_control", "legal_act": f"Act {id_}",
        "start": "2020-01-01", "date_basis": "adopted", "status": "in_force", "source": "Gazette",
        "title": f"Title {id_}", **cells,
    }  # fmt: skip
    listed = [
        read_listed_goods({"measure": id_, "code": code, "extent": "whole", "source": "Annex"}, "lists.csv")
        for code in goods_codes.split()
    ]
    return read_measure(row, "test.csv", "2026-01-01", listed)


def make_coverage(issuer: str = "EU", target: str = "BY", kinds: tuple[str, ...] = (), **about: str) -> Coverage:
    """The statement that an issuer's rows towards a target are complete."""
    given = {"start": "2000-01-01", "end": "2026-01-01", "note": "all kinds", "source": "Gazette", "evidence": "c/1"}
    return Coverage(issuer=issuer, target=target, kinds=kinds, **{**given, **about})


def make_set(*measures: Measure, coverage: tuple[Coverage, ...] = ()) -> MeasureSet:
    """A set of these measures."""
    return MeasureSet(measures, coverage, digests={"test.csv": "0" * 64})


def day(text: str) -> date:
    """A day in ISO form."""
    return date.fromisoformat(text)
