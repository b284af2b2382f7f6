import pytest
from replications.published import SHARED
from replications.records import load_records

from entrepot.trade.engines.duckdb import DuckDBEngine


@pytest.fixture(scope="session")
def shared_records(tmp_path_factory):
    """The public records as the replications read them."""
    engine = DuckDBEngine()
    load_records(engine, SHARED, tmp_path_factory.mktemp("records"))
    yield engine
    engine.close()
