"""The flow table as SQL: its columns and their types, the same for every importer and every engine."""

FLOW_COLUMNS: dict[str, str] = {
    "reporter": "VARCHAR",
    "partner": "VARCHAR",
    "partner2": "VARCHAR",
    "flow": "VARCHAR",
    "nomenclature": "VARCHAR",
    "edition": "SMALLINT",
    "code": "VARCHAR",
    "period": "DATE",
    "frequency": "VARCHAR",
    "value": "DOUBLE",
    "currency": "VARCHAR",
    "valuation": "VARCHAR",
    "net_weight_kg": "DOUBLE",
    "quantity": "DOUBLE",
    "quantity_unit": "VARCHAR",
    "attribution": "VARCHAR",
    "mark": "VARCHAR",
    "dataset": "VARCHAR",
    "source": "INTEGER",
    "row": "BIGINT",
}
"""In the order of the fields of `model.flow.Flow`, which says what each means."""

FLOW_KEY = (
    *("reporter", "partner", "partner2", "flow", "nomenclature", "edition", "code", "period", "frequency"),
    *("valuation", "attribution"),
)
"""What makes two rows of one dataset the same flow."""
