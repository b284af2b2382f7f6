"""What a destination's own imports show of others replacing a trade that ended: the whole of its supply is seen."""

from collections.abc import Mapping, Sequence

from entrepot.model.closure import Reaction
from entrepot.reference.territories import territory_name
from entrepot.trade.classifications.selectors import Goods
from entrepot.trade.interface import Engine
from entrepot.trade.questions.exposure_rows import Side, Sums, bind_products, read_book
from entrepot.trade.questions.findings import Records
from entrepot.trade.questions.scope import Scope, pick_cells
from entrepot.trade.questions.silence import list_published, unpublished_pairs
from entrepot.trade.questions.windows import Comparison

_TABLE = "reaction_imports"


def read_reaction(
    engine: Engine, destination: str, origins: Sequence[str], goods: Goods, windows: Comparison, records: Records
) -> tuple[Reaction | None, Mapping[int, int]]:
    """How much of the origins' lost trade others can have replaced, and the rows it rests on; None where nobody tells.

    Product by product not more than was lost nor than the others gained (the min rule), at the least nothing, since
    others may have grown anyway. The destination must have published all months of both windows. What it imports from
    a third territory counts among the others' gain.

    Raises:
        CallError: only annual rows fit, and the windows are not whole years.
    """
    scope = Scope(flow="import", goods=goods, finest=True, reporters=(destination,))
    spans = (windows.before, windows.after)
    picked = pick_cells(engine, _TABLE, scope, spans)
    if picked.collection is None or not picked.collection.holds_goods:
        return None, {}
    published = list_published(engine, picked.collection, "import", spans)
    if unpublished_pairs(windows, published, (destination,), picked.collection.frequency):
        return None, {}
    bind_products(engine, (picked,), windows, records)
    book = read_book(engine, Side(picked=picked, other_end="partner"), windows, picked.currency, {}, 1.0)
    others = {partner for partner, _ in book.by_product} - set(origins)
    if book.withheld:
        return None, {}
    share = _replaced(book.sum_products(origins), book.sum_products(others))
    if share is None:
        return None, {}
    name = territory_name(destination)
    label = f"{name}'s own imports of {goods.text} from others, {windows.before} to {windows.after}"
    found = Reaction(goods="", least=0.0, middle=share, most=share, reference=f"imports of {destination}", label=label)
    return found, book.sources


def _replaced(own: Mapping[str, Sums], others: Mapping[str, Sums]) -> float | None:
    """What others can have replaced of the lost trade at the most, in %; None without a loss."""
    lost = sum(sums.lost for sums in own.values())
    if lost <= 0:
        return None
    return 100 * sum(min(sums.lost, others.get(product, Sums()).gained) for product, sums in own.items()) / lost
