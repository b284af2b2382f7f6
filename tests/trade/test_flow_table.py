"""The flow table has the columns of the record that it holds."""

from dataclasses import fields

from entrepot.model.flow import Flow
from entrepot.trade.flow_table import FLOW_COLUMNS, FLOW_KEY


def test_the_columns_are_the_fields_of_a_flow() -> None:
    assert list(FLOW_COLUMNS) == [field.name for field in fields(Flow)]


def test_the_key_is_made_of_columns() -> None:
    assert set(FLOW_KEY) < set(FLOW_COLUMNS)
