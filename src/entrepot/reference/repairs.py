"""Misspelt names: the one well-known name that a strange spelling comes near to."""

from functools import cache

from rapidfuzz.distance import OSA

from entrepot.reference.index import list_forms
from entrepot.reference.names import NameEntry
from entrepot.reference.persons import name_key

_SHORTEST = 6
"""Letters below which a near miss is more often another name."""
_LETTERS_PER_SLIP = 4
"""One slip (a letter too many, too few, wrong, or two exchanged) is allowed for each four letters, two at most."""
_MOST_SLIPS = 2


@cache
def _known() -> dict[str, dict[str, NameEntry]]:
    known: dict[str, dict[str, NameEntry]] = {}
    for named in list_forms():
        if named.entry.form_kind in {"person", "surname"} and not named.entry.weak:
            key = name_key(named.form)
            if len(key) >= _SHORTEST:
                known.setdefault(key, {})[named.entry.actor.id] = named.entry
    return known


def find_near_person(form: str) -> NameEntry | None:
    """The one well-known person whose name is spelt nearly so ("Pezeshkain"); None for exact, distant, tied ones.

    A guess for the caller to confirm with another mention, never a match by itself.
    """
    key = name_key(form)
    if len(key) < _SHORTEST or key in _known():
        return None
    limit = min(_MOST_SLIPS, len(key) // _LETTERS_PER_SLIP)
    near = {
        identifier: entry
        for known, entries in _known().items()
        if known[0] == key[0] and OSA.distance(key, known, score_cutoff=limit) <= limit
        for identifier, entry in entries.items()
    }
    return next(iter(near.values())) if len(near) == 1 else None
