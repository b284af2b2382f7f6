"""EU trade with Russia and its neighbours: growth, anomalous markets, named cases, their correction, their placebo.

Zemlys-Balevičius 2023, "On EU trade with Russia and its neighbours". The correction is the program's own: codes that
the edition of 2022 made or abolished are left out of the comparison, since a zero of theirs in 2021 is no trade.
"""

from collections.abc import Collection

from entrepot.trade.classifications.concordances import CodeChanges, combined_nomenclature, list_changes
from entrepot.trade.classifications.selectors import read_goods
from entrepot.trade.interface import Engine
from entrepot.trade.questions.markets import (
    Market,
    MarketList,
    MarketRule,
    WindowComparison,
    compare_windows,
    list_anomalous_markets,
)
from entrepot.trade.questions.scope import Scope
from entrepot.trade.questions.windows import Comparison, read_window
from replications.published import Figure
from replications.records import EU27, listed_codes

NEIGHBOURS = ("AM", "BY", "GE", "KZ", "KG", "UZ")
RUSSIA = ("RU",)
YEARS = Comparison(before=read_window("2021-03/2021-11"), after=read_window("2022-03/2022-11"))
NOVEMBERS = Comparison(before=read_window("2021-11"), after=read_window("2022-11"))
MILLION, BILLION = 1e6, 1e9
SMARTPHONES = "85171300"
CASES = {
    "lt-by-cars": ("LT", "BY", "87033290"),
    "de-by-cars-15": ("DE", "BY", "87033290"),
    "de-ru-cars-15": ("DE", "RU", "87033290"),
    "de-by-cars-25": ("DE", "BY", "87033390"),
    "pl-kz-turbojets": ("PL", "KZ", "84111280"),
    "lv-ru-wine": ("LV", "RU", "22041091"),
    "gr-ge-jetfuel": ("GR", "GE", "27101921"),
}


def eu_trade(engine: Engine) -> dict[str, Figure]:
    """Every figure of the study, of its correction and of its placebo in time."""
    changes = list_changes(combined_nomenclature(), 2021, 2022)
    return {
        **_growth(engine),
        **_anomalies(engine),
        **_cases(engine),
        **_correction(engine, changes),
        **_placebo(engine),
    }


def _listed(engine: Engine, partners: Collection[str], windows: Comparison = YEARS) -> WindowComparison:
    return compare_windows(engine, _scope(tuple(partners)), windows)


def _scope(partners: tuple[str, ...], reporters: tuple[str, ...] = EU27, goods: str = "all") -> Scope:
    """Codes of eight digits, which the sums of four digits beside them would double."""
    digits = None if goods.startswith("TOTAL") else 8
    return Scope(flow="export", goods=read_goods(goods), reporters=reporters, partners=partners, digits=digits)


def _growth(engine: Engine) -> dict[str, Figure]:
    found: dict[str, Figure] = {}
    for name, partners in (("ru", RUSSIA), ("nb", NEIGHBOURS)):
        for goods, selector in (("sanctioned", "all"), ("nonenergy", "TOTAL-27")):
            compared = compare_windows(engine, _scope(partners, goods=selector), YEARS)
            found |= {
                f"zb-{goods}-{name}-2021": compared.before,
                f"zb-{goods}-{name}-2022": compared.after,
                f"zb-{goods}-{name}-growth": compared.growth_percent or 0.0,
            }
        everything = compare_windows(engine, _scope(partners, goods="TOTAL"), YEARS)
        found[f"zb-total-{name}-2022"] = everything.after / BILLION
    months = _listed(engine, NEIGHBOURS, NOVEMBERS)
    return found | {"zb-month-2021-11": months.before / MILLION, "zb-month-2022-11": months.after / MILLION}


def _flagged(engine: Engine, windows: Comparison, without: Collection[str] = ()) -> MarketList:
    return list_anomalous_markets(engine, _scope((*RUSSIA, *NEIGHBOURS)), windows, MarketRule(), without_codes=without)


def _anomalies(engine: Engine) -> dict[str, Figure]:
    flagged = _flagged(engine, YEARS)
    without_base = [market for market in flagged.markets if market.before == 0]
    return {
        "zb-anomalies": float(len(flagged.markets)),
        "zb-anomalies-russia": float(_count(flagged.markets, RUSSIA)),
        "zb-anomalies-value": flagged.value_after / MILLION,
        "zb-anomalies-share": flagged.share_percent or 0.0,
        "zb-anomalies-zero-base": float(len(without_base)),
        "zb-anomalies-with-base": float(len(flagged.markets) - len(without_base)),
    }


def _cases(engine: Engine) -> dict[str, Figure]:
    found: dict[str, Figure] = {}
    for name, (reporter, partner, code) in CASES.items():
        compared = compare_windows(engine, _scope((partner,), (reporter,), code), YEARS)
        found[f"zb-case-{name}-value"] = compared.after / MILLION
        found[f"zb-case-{name}-ratio"] = compared.ratio or 0.0
    german = [float(found[f"zb-case-{name}-value"]) for name in CASES if name.startswith("de-")]
    phones = compare_windows(engine, _scope(("KZ", "AM", "GE"), ("CZ",), SMARTPHONES), YEARS)
    malta = compare_windows(engine, _scope(NEIGHBOURS, ("MT",)), YEARS)
    return found | {
        "zb-case-de-cars": sum(german),
        "zb-case-cz-phones": phones.after / MILLION,
        "zb-case-malta-2021": malta.before,
        "zb-case-malta-2022": malta.after,
        "zb-case-malta-growth": malta.growth_percent or 0.0,
    }


def _correction(engine: Engine, changes: CodeChanges) -> dict[str, Figure]:
    codes = {*listed_codes(engine)}
    scope, flagged = _scope(NEIGHBOURS), _flagged(engine, YEARS)
    new = [market for market in flagged.markets if market.code in changes.born]
    without_new = compare_windows(engine, scope, YEARS, without_codes=changes.born | changes.ended)
    without_touched = compare_windows(engine, scope, YEARS, without_codes=changes.touched)
    return {
        "zb-fix-pairs": float(len(changes.pairs)),
        "zb-fix-new": float(len(codes & changes.born)),
        "zb-fix-discontinued": float(len(codes & changes.ended)),
        "zb-fix-touched": float(len(codes & changes.touched)),
        "zb-fix-growth-new-discontinued": without_new.growth_percent or 0.0,
        "zb-fix-growth-touched": without_touched.growth_percent or 0.0,
        "zb-fix-anomalies-new": float(len(new)),
        "zb-fix-anomalies-new-value": sum(market.after for market in new) / MILLION,
        "zb-fix-anomalies-new-zero-base": float(sum(market.before == 0 for market in new)),
        "zb-fix-anomalies": float(len(_flagged(engine, YEARS, changes.born | changes.ended).markets)),
        "zb-fix-phones": float(next(iter(changes.origins_of(SMARTPHONES)), "0")),
    }


def _placebo(engine: Engine) -> dict[str, Figure]:
    found: dict[str, Figure] = {}
    for name, windows in (("2020-2021", YEARS.placebo()), ("2021-2022", YEARS)):
        markets = _flagged(engine, windows).markets
        found |= {
            f"placebo-{name}-all": float(len(markets)),
            f"placebo-{name}-russia": float(_count(markets, RUSSIA)),
            f"placebo-{name}-neighbours": float(_count(markets, NEIGHBOURS)),
        }
    share = float(found["placebo-2020-2021-neighbours"]) / float(found["placebo-2021-2022-neighbours"])
    return found | {"placebo-share": 100 * share}


def _count(markets: Collection[Market], partners: Collection[str]) -> int:
    return sum(market.partner in partners for market in markets)
