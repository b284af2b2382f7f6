"""What the coalition table says of a state's own measures: words, for issuers whose acts are not in the measures."""

from dataclasses import dataclass
from functools import cache

from entrepot.reference.tables import load_table

_COLUMNS = {"RU": "russia", "BY": "belarus", "IR": "iran"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Stance:
    """A state's measures towards a target in a few words, with their basis; not a measure, and not dated by the day."""

    issuer: str
    target: str
    words: str
    basis: str
    evidence: str


@cache
def load_stances() -> dict[tuple[str, str], Stance]:
    """The stances by issuer and target."""
    table = load_table("coalition")
    return {
        (row["iso2"], target): Stance(
            issuer=row["iso2"],
            target=target,
            words=row[column],
            basis=row[f"{column}_basis"],
            evidence=f"coalition/{row['iso2']} ({table.card.state_of_knowledge}): {row[column]}",
        )
        for row in table.rows
        for target, column in _COLUMNS.items()
        if row[column]
    }
