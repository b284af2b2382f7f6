"""Invented first legs of channels, with levers over them."""

from hypothesis import strategies as st

from entrepot.channels.closure import Coverage
from entrepot.model.closure import ExposedFlows, FlowCell, Reaction

PRODUCTS = ("870322", "870323", "851713")
AMOUNTS = st.integers(0, 40).map(float)


@st.composite
def flow_cells(draw):
    value = draw(AMOUNTS)
    gained = draw(st.integers(0, int(value)))
    beyond = draw(st.integers(0, gained))
    product = draw(st.sampled_from(PRODUCTS))
    return FlowCell(
        reporter=draw(st.sampled_from(("DE", "PL", "US"))), code=f"{product}10", product=product, value=value,
        gained=float(gained), beyond=float(beyond), imported=draw(AMOUNTS),
    )  # fmt: skip


@st.composite
def exposed_flows(draw):
    return ExposedFlows(
        currency="EUR",
        source="exports",
        cells=tuple(draw(st.lists(flow_cells(), min_size=1, max_size=7))),
        caps=draw(st.dictionaries(st.sampled_from(PRODUCTS), AMOUNTS)),
        spare=draw(st.dictionaries(st.sampled_from(("8703", "8517")), st.integers(-10, 40).map(float))),
    )


@st.composite
def reactions(draw):
    found = []
    for goods in draw(st.lists(st.sampled_from(("", "87", "8703", "85")), max_size=3)):
        least, middle, most = sorted(draw(st.lists(st.integers(0, 100), min_size=3, max_size=3)))
        found.append(
            Reaction(
                goods=goods, least=least, middle=middle, most=draw(st.none() | st.just(most)), reference="r", label="r"
            )
        )
    return tuple(found)


def coverages_of(flows, least=1, most=5):
    places = st.frozensets(st.integers(0, len(flows.cells) - 1), max_size=4)
    return st.lists(places.map(lambda cells: Coverage(cells=cells)), min_size=least, max_size=most)
