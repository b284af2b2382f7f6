"""Growth of a kept table's trade with and without the codes that revisions of the nomenclature changed."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from entrepot.trade.alternatives import Growth
from entrepot.trade.classifications.concordances import CodeChanges, list_changes
from entrepot.trade.classifications.editions import revisions_between
from entrepot.trade.classifications.families import Family
from entrepot.trade.interface import Engine
from entrepot.trade.questions.findings import Records
from entrepot.trade.questions.markets import window_parameters
from entrepot.trade.questions.scope import Picked
from entrepot.trade.questions.windows import Comparison

_LEFT_OUT, _PARTNERS = "growth_codes_left_out", "growth_partners"


@dataclass(frozen=True, slots=True, kw_only=True)
class CodeGrowth:
    """Growth over all codes, without those born or ended, without all that were touched; `reason` why not, if so.

    Codes count as changed only where the family that a revision ties them to reaches beyond the goods: inside it, goods
    move from one code to another and the sum stays what it was. `changed` are the codes left out at the most.
    """

    all_codes: Growth
    without_new: Growth | None = None
    without_touched: Growth | None = None
    changed: tuple[str, ...] = ()
    reason: str = ""


def measure_code_growth(
    engine: Engine, picked: Picked, partners: Sequence[str], windows: Comparison, records: Records
) -> CodeGrowth:
    """Growth towards partners with and without the codes that changed between two windows."""
    everything = _growth(engine, picked.table, partners, windows, ())
    years = windows.before.start.year, windows.after.end.year
    if picked.collection is None:
        return CodeGrowth(all_codes=everything, reason="there are no rows")
    nomenclature = picked.collection.nomenclature
    concordance = records.find_concordance(nomenclature)
    if concordance is None:
        if nomenclature in {"HS", ""} and not revisions_between(windows.before.start, windows.after.end):
            return CodeGrowth(all_codes=everything, without_new=everything, without_touched=everything)
        reason = f"no concordance of {nomenclature or 'the nomenclature'} was given; give one with --concordance"
        return CodeGrowth(all_codes=everything, reason=reason)
    changes = list_changes(concordance, *years)
    codes = _codes_of(engine, picked.table)
    crossing = crossing_codes(changes, codes)
    born_or_ended = {code for code in crossing if _stem(code, changes) in changes.born | changes.ended}
    return CodeGrowth(
        all_codes=everything,
        without_new=_growth(engine, picked.table, partners, windows, born_or_ended),
        without_touched=_growth(engine, picked.table, partners, windows, crossing),
        changed=tuple(sorted(crossing)),
    )


def crossing_codes(changes: CodeChanges, codes: Collection[str]) -> set[str]:
    """Those of a table's codes whose family has a member that the table does not have."""
    known = {_stem(code, changes) for code in codes}
    family_of = {code: family for family in changes.families() for code in family.before | family.after}
    return {code for code in codes if _crosses(_stem(code, changes), family_of, known, changes)}


def _crosses(code: str, family_of: dict[str, Family], known: Collection[str], changes: CodeChanges) -> bool:
    """A heading's own row is changed only where a code below it shares a family with one outside of it."""
    if code in changes.touched and code in family_of:
        family = family_of[code]
        return not (family.before | family.after) <= set(known)
    return False


def _stem(code: str, changes: CodeChanges) -> str:
    """The digits of a code that the nomenclature's concordance speaks of: six of the Harmonized System, all of CN."""
    return code[:6] if changes.nomenclature == "HS" else code


def _codes_of(engine: Engine, table: str) -> list[str]:
    sql = f"SELECT DISTINCT code FROM {table} WHERE part <> 'masked' ORDER BY code"  # noqa: S608 - a name of the house
    return [str(row[0]) for row in engine.rows(sql)]


def _growth(
    engine: Engine, table: str, partners: Sequence[str], windows: Comparison, without: Collection[str]
) -> Growth:
    engine.add_table(_LEFT_OUT, {"code": "VARCHAR"}, [(code,) for code in sorted(without)])
    engine.add_table(_PARTNERS, {"partner": "VARCHAR"}, [(partner,) for partner in partners])
    sql = f"""
        SELECT
            coalesce(sum(CASE WHEN period BETWEEN $before_start AND $before_end THEN value END), 0) AS value_before,
            coalesce(sum(CASE WHEN period BETWEEN $after_start AND $after_end THEN value END), 0) AS value_after
        FROM {table}
        WHERE part <> 'masked'
          AND partner IN (SELECT partner FROM {_PARTNERS})
          AND code NOT IN (SELECT code FROM {_LEFT_OUT})
    """  # noqa: S608 - names of the house
    before, after = engine.rows(sql, window_parameters(windows))[0]
    return Growth(before=float(str(before)), after=float(str(after)))
