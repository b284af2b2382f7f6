"""Products that revisions of a nomenclature tie together, so that only their sum can be followed over the revision."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from entrepot.model.finding import Alternative
from entrepot.trade.classifications.concordances import list_changes
from entrepot.trade.classifications.editions import revisions_between
from entrepot.trade.classifications.families import tie_codes
from entrepot.trade.interface import Engine
from entrepot.trade.questions.findings import Records
from entrepot.trade.questions.mirror import PRODUCT_DIGITS
from entrepot.trade.questions.scope import Picked

_REVISION_MONTH = 1
"""New editions enter into force on 1 January, so a code first seen in another month was merely not traded before."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ProductTies:
    """What stands for a product over the revisions of a span: `families` by product, itself where it has none.

    Where a revision lies in the span and no concordance was given, `untied` names the nomenclature, and `left_out`
    holds the products that begin or end with the year of the revision, whose zeros are the nomenclature's. `loose`
    are those of them that revisions tie to too many others to stand in a family.
    """

    families: Mapping[str, str] = field(default_factory=dict)
    left_out: frozenset[str] = frozenset()
    untied: str = ""
    loose: frozenset[str] = frozenset()

    def name(self, product: str) -> str | None:
        """What stands for a product; None where it is left out."""
        return None if product in self.left_out else self.families.get(product, product)

    def explain(self) -> Alternative:
        """Whether codes that a revision made or abolished can bring what was found."""
        if self.untied:
            left = len(self.left_out)
            words = (
                "No product begins or ends with a revision in the records."
                if not left
                else f"Left out: {left} {'product' if left == 1 else 'products'} beginning or ending with a revision."
            )
            text = f"New codes: no concordance of {self.untied} was given; give one with --concordance. {words}"
            return Alternative(explanation=text, status="not_testable")
        text = "New codes: products that revisions tie together are added up, so that no code begins or ends."
        if self.loose:
            text += f" Left out: {len(self.loose)} codes (waste, parts) that take from too many others."
        return Alternative(explanation=text, status="rejected")


def tie_products(
    engine: Engine, picked: Iterable[Picked], span: tuple[date, date], records: Records, digits: int = PRODUCT_DIGITS
) -> ProductTies:
    """The ties of all products of the collections that were picked, over the revisions of a span."""
    pairs: set[tuple[str, str]] = set()
    left_out: set[str] = set()
    untied = ""
    for collection in {one.collection for one in picked if one.collection}:
        concordance = records.find_concordance(collection.nomenclature)
        if concordance:
            changes = list_changes(concordance, span[0].year, span[1].year)
            pairs |= {(before[:digits], after[:digits]) for before, after in changes.pairs}
        elif revisions_between(*span):
            untied = collection.nomenclature or "the nomenclature"
            left_out |= find_edge_products(engine, collection.dataset, span, digits)
    families, loose = tie_codes(pairs)
    names = {product: family.name for family in families for product in family.before | family.after}
    return ProductTies(families=names, left_out=frozenset(left_out | loose), untied=untied, loose=loose)


def find_edge_products(engine: Engine, dataset: str, span: tuple[date, date], digits: int) -> set[str]:
    """Products whose first record, of any reporter, is of the January of a revision, or whose last lies before one."""
    sql = f"""
        SELECT substr(code, 1, {int(digits)}) AS product, min(period) AS first_period, max(period) AS last_period
        FROM flows
        WHERE dataset = $dataset AND period BETWEEN $start AND $end
        GROUP BY substr(code, 1, {int(digits)})
        ORDER BY product
    """  # noqa: S608 - a number
    rows = engine.rows(sql, {"dataset": dataset, "start": span[0], "end": span[1]})
    starts = [date(year, _REVISION_MONTH, 1) for year in revisions_between(*span)]
    return {
        str(product)
        for product, first, last in rows
        if isinstance(first, date) and isinstance(last, date)
        if first in starts or any((start.year * 12 - last.year * 12 - last.month) == 0 for start in starts)
    }
