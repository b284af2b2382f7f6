"""What bounds the part of a flow that went on: cells with their gains, caps by product, what is spare by heading."""

from collections import defaultdict
from collections.abc import Container, Iterable, Mapping

from entrepot.model.closure import FlowCell
from entrepot.trade.questions.exposure_rows import Book, Sums
from entrepot.trade.questions.pair import CIF_OVER_FOB

HEADING = 4
OWN_MAKING = 0.25
"""A territory that sold abroad less than a quarter of what it imported before shows no making of its own; above that,
what it sends on may be its own, and bounds nothing from below."""
MOST_MARKUP = 1.25 * CIF_OVER_FOB[1]
"""What a price at export can be of that at import: freight at its most, and a quarter for who sends the goods on. No
source gives that margin; it is put high, since a low one would make the lower bound too large."""


def list_cells(first: Book, imports: Book, untied: frozenset[str], pace: float) -> tuple[FlowCell, ...]:
    """A cell for each territory and code; a product's gain is shared out by the codes' values."""
    values: dict[tuple[str, str], float] = defaultdict(float)
    for (reporter, _, product), value in first.by_code.items():
        values[reporter, product] += value
    return tuple(
        _cell(
            reporter, code, product, value, first, imports, product in untied, pace, value / values[reporter, product]
        )
        for (reporter, code, product), value in first.by_code.items()
    )


def _cell(
    reporter: str, code: str, product: str, value: float, first: Book, imports: Book, is_new: bool, pace: float,
    share: float,
) -> FlowCell:  # fmt: skip
    sums = first.by_product[reporter, product]
    gained = min(value, share * sums.gained)
    beyond = min(gained, share * max(0.0, sums.after - pace * sums.before))
    return FlowCell(
        reporter=reporter,
        code=code,
        product=product,
        value=value,
        gained=value if is_new else gained,
        beyond=0.0 if is_new else beyond,
        imported=share * imports.by_product.get((reporter, product), Sums()).after,
    )


def list_caps(
    products: Iterable[str],
    lost: Mapping[str, float] | None,
    sent_on: Mapping[str, float] | None,
    untied: Container[str],
) -> dict[str, float]:
    """The smaller of what was lost and what was sent on more, of each product that either says something of.

    What was lost says nothing of a code that cannot be followed over a revision: it was lost under another.
    """
    found = {}
    for product in products:
        bounds = [] if sent_on is None or product not in sent_on else [sent_on[product]]
        if lost is not None and product not in untied:
            bounds.append(lost.get(product, 0.0))
        if bounds:
            found[product] = min(bounds)
    return found


def list_spare(imports: Book, onward: Book, destination: str) -> dict[str, float]:
    """By heading, how much less went on than all imports and a window's stock together; below nothing where more did.

    What went on is divided by the largest factor taken to be possible between the prices at export and at import. Only
    headings that the territory shows no making of its own in: headings, not products, since a used car can leave under
    another code than it came in by.
    """
    had, sent, went_on = (
        _by_heading(one) for one in (imports.sum_products(), onward.sum_products(), onward.sum_products((destination,)))
    )
    return {
        heading: sums.after
        + max(0.0, sums.before - sent.get(heading, Sums()).before)
        - went_on.get(heading, Sums()).after / MOST_MARKUP
        for heading, sums in had.items()
        if sums.before > 0 and sent.get(heading, Sums()).before <= OWN_MAKING * sums.before
    }


def _by_heading(products: Mapping[str, Sums]) -> dict[str, Sums]:
    found: dict[str, Sums] = defaultdict(Sums)
    for product, sums in products.items():
        found[product[:HEADING]] += sums
    return dict(found)


def remained_percent(direct: Book, origins: Iterable[str]) -> float | None:
    """How much of the direct trade went on all the same, in %."""
    total = sum(direct.sum_products(origins).values(), start=Sums())
    return 100 * total.after / total.before if direct.known and total.before > 0 else None
