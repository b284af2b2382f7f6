import pytest

from entrepot.trade.engines.duckdb import DuckDBEngine
from tests.trade.samples import write_flows, write_shared_flows


@pytest.fixture(scope="session")
def shared_engine(tmp_path_factory):
    """The shared records of the EU and of Armenia."""
    engine = DuckDBEngine()
    engine.add_flows(write_shared_flows(tmp_path_factory.mktemp("flows")))
    yield engine
    engine.close()


@pytest.fixture
def ask(tmp_path):
    """An engine over invented rows."""
    engines = []

    def open_rows(rows):
        engine = DuckDBEngine()
        engines.append(engine)
        engine.add_flows([write_flows(tmp_path, rows, f"flows{len(engines)}")])
        return engine

    yield open_rows
    for engine in engines:
        engine.close()
