"""What revisions of a nomenclature did to its codes between two dates: born, ended, touched, and their families."""

import csv
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, reduce
from itertools import chain
from pathlib import Path

from entrepot.errors import InputError
from entrepot.reference.tables import load_table
from entrepot.trade.classifications.families import Family, build_families, chain_pairs

Pair = tuple[str, str]
_DIRECTION = re.compile(r"\D*(\d{4})\D+(\d{4})\D*")
_HS_DIGITS = 6
_FIRST_EDITION = 1992
"""Earlier years in such files are editions of the SITC, a nomenclature of its own."""
_HEADERS = ("code.after", "code.before", "adjustment")


@dataclass(frozen=True, slots=True, kw_only=True)
class Concordance:
    """The revisions of a nomenclature: for the year of each new edition the pairs (code before, code after).

    `pairs` may hold all codes or only those that a revision touched; many to many either way.
    """

    nomenclature: str
    revisions: Mapping[int, tuple[Pair, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class CodeChanges:
    """What happened to codes between two years.

    `born` are codes that a revision made, `ended` codes that one abolished, `touched` all that one names with a change.
    A code born between two periods had no trade in the first because it did not exist. `years` are those of the
    revisions, `pairs` those from the first edition to the last.
    """

    nomenclature: str
    years: tuple[int, ...]
    born: frozenset[str]
    ended: frozenset[str]
    touched: frozenset[str]
    pairs: frozenset[Pair]

    def origins_of(self, code: str) -> tuple[str, ...]:
        """The codes of the first edition whose goods a code of the last holds."""
        return tuple(sorted(before for before, after in self.pairs if after == code))

    def families(self) -> tuple[Family, ...]:
        """The families of codes that the revisions tie together."""
        return build_families(self.pairs)


NO_CHANGES = CodeChanges(
    nomenclature="", years=(), born=frozenset(), ended=frozenset(), touched=frozenset(), pairs=frozenset()
)


@cache
def combined_nomenclature() -> Concordance:
    """The revisions of the Combined Nomenclature of the EU, 1989 to 2025."""
    revisions: dict[int, list[Pair]] = {}
    for row in load_table("code_revisions_cn").rows:
        revisions.setdefault(int(row["to_year"]), []).append((row["origin"], row["destination"]))
    return Concordance(nomenclature="CN", revisions={year: tuple(pairs) for year, pairs in revisions.items()})


def read_concordance(path: Path) -> Concordance:
    """The revisions of the Harmonized System that a file gives.

    The file is a CSV with the columns `code.after`, `code.before` and `adjustment` ("2022 to 2017": `code.after` is of
    2022), as the UN Statistics Division's correlation tables are circulated. Lost leading zeros are put back.

    Raises:
        InputError: it cannot be read, has other columns or holds no revision.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as handle:
            reader = csv.DictReader(handle)
            if not set(_HEADERS) <= set(reader.fieldnames or ()):
                raise InputError(f"{path}: no concordance; it needs the columns {', '.join(_HEADERS)}.")
            revisions = _read_revisions(reader)
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise InputError(f"{path}: the concordance cannot be read ({error}); give a CSV in UTF-8.") from error
    if not revisions:
        raise InputError(f'{path}: no row says which editions it ties; `adjustment` must read like "2022 to 2017".')
    return Concordance(nomenclature="HS", revisions=revisions)


def list_changes(concordance: Concordance, before: int, after: int) -> CodeChanges:
    """What the revisions after the year `before` and up to the year `after` did to codes."""
    years = tuple(sorted(year for year in concordance.revisions if before < year <= after))
    if not years:
        return NO_CHANGES
    revisions = [concordance.revisions[year] for year in years]
    chained = frozenset(reduce(lambda first, second: chain_pairs(first, second), map(set, revisions)))
    origins, destinations = {pair[0] for pair in chained}, {pair[1] for pair in chained}
    # A code that one revision made and the next abolished is neither in the first edition nor in the last.
    passing = {code for pairs in revisions for pair in pairs for code in pair} - origins - destinations
    return CodeChanges(
        nomenclature=concordance.nomenclature,
        years=years,
        born=frozenset(destinations - origins),
        ended=frozenset(origins - destinations),
        touched=frozenset(_touched(chain.from_iterable(revisions)) | passing),
        pairs=chained,
    )


def _touched(pairs: Iterable[Pair]) -> set[str]:
    """The codes of pairs that are not plainly one code carried on: those, a full table names only for completeness."""
    known = list(pairs)
    after: dict[str, int] = {}
    before: dict[str, int] = {}
    for left, right in known:
        before[left] = before.get(left, 0) + 1
        after[right] = after.get(right, 0) + 1
    return {
        code
        for left, right in known
        if not (left == right and before[left] == 1 and after[right] == 1)
        for code in (left, right)
    }


def _read_revisions(rows: Iterable[Mapping[str, str]]) -> dict[int, tuple[Pair, ...]]:
    """Pairs by the year of the later edition, whichever way round the file gives them; neighbours only."""
    found: dict[int, dict[int, list[Pair]]] = {}
    for row in rows:
        direction = _DIRECTION.fullmatch(row["adjustment"] or "")
        codes = row["code.before"].strip(), row["code.after"].strip()
        if direction is None or not all(code.isdigit() for code in codes):
            continue
        years = int(direction[1]), int(direction[2])
        pair = (codes[0].zfill(_HS_DIGITS), codes[1].zfill(_HS_DIGITS))
        if years[0] != years[1] and min(years) >= _FIRST_EDITION:
            found.setdefault(max(years), {}).setdefault(min(years), []).append(pair)
    # The nearest earlier edition: what lies further back is reached by way of it.
    return {later: tuple(by_earlier[max(by_earlier)]) for later, by_earlier in found.items()}
