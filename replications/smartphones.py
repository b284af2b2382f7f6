"""Smartphones to Armenia: two statistics that attribute imports differently; exports look vanished and are not."""

from entrepot.trade.classifications.selectors import read_goods
from entrepot.trade.interface import Engine
from entrepot.trade.questions.findings import Records
from entrepot.trade.questions.gap import assess_gap
from entrepot.trade.questions.markets import WindowComparison, compare_windows
from entrepot.trade.questions.pair import GapQuestion
from entrepot.trade.questions.scope import Scope
from entrepot.trade.questions.windows import Comparison, read_window
from replications.published import Figure
from replications.records import EU27, PHONES, partners_of

ELEVEN_MONTHS = Comparison(before=read_window("2021-01/2021-11"), after=read_window("2022-01/2022-11"))
IN_2022 = Comparison(before=read_window("2021"), after=read_window("2022"))
IN_2023 = Comparison(before=read_window("2022"), after=read_window("2023"))
MILLION = 1e6
EURO_FOR_DOLLAR = 0.9497
"""Average of 2022: 1.0530 dollars for a euro (European Central Bank, reference rates)."""
ORIGINS = {"china": "CN", "viet-nam": "VN", "india": "IN", "korea": "KR"}


def smartphones(engine: Engine) -> dict[str, Figure]:
    """What the EU reports as sent to Armenia, what Armenia reports as come, and what by which attribution."""
    everywhere = partners_of(engine, PHONES)
    imports = {
        f"phones-am-imports-from-{name}": _imports(engine, (partner,)).after / MILLION
        for name, partner in ORIGINS.items()
    }
    return {
        "phones-cz-reported-exports": _exports(engine, ("CZ",)).after / MILLION,
        "phones-eu-reported-exports": _exports(engine, EU27).after / MILLION,
        "phones-am-imports-from-cz": _imports(engine, ("CZ",)).after,
        **imports,
        "phones-am-imports-all": _imports(engine, everywhere).after / MILLION,
        "phones-am-imports-all-11m": _imports(engine, everywhere, ELEVEN_MONTHS).after / MILLION,
        "phones-am-exports-to-ru-2022": _onward(engine, IN_2022).after / MILLION,
        "phones-am-exports-to-ru-2023": _onward(engine, IN_2023).after / MILLION,
        "phones-am-all-goods-cz-origin": _all_goods(engine, "origin").after / MILLION,
        "phones-am-all-goods-cz-consignment": _all_goods(engine, "consignment").after / MILLION,
        "phones-verdict": _orphan_verdict(engine),
    }


def _orphan_verdict(engine: Engine) -> Figure:
    """The verdict on the statement that Czech smartphones sent to Armenia never arrive there."""
    question = GapQuestion(
        exporters=("CZ",),
        importer="AM",
        goods=read_goods("851713"),
        window=ELEVEN_MONTHS.after,
        rates={"USD": EURO_FOR_DOLLAR},
    )
    _, orphans = assess_gap(engine, question, Records())
    return orphans.verdict


def _exports(engine: Engine, reporters: tuple[str, ...]) -> WindowComparison:
    scope = Scope(flow="export", goods=read_goods("85171300"), reporters=reporters, partners=("AM",))
    return compare_windows(engine, scope, ELEVEN_MONTHS)


def _imports(engine: Engine, partners: tuple[str, ...], windows: Comparison = IN_2022) -> WindowComparison:
    scope = Scope(flow="import", goods=read_goods("851713"), reporters=("AM",), partners=partners)
    return compare_windows(engine, scope, windows)


def _onward(engine: Engine, windows: Comparison) -> WindowComparison:
    scope = Scope(flow="export", goods=read_goods("851713"), reporters=("AM",), partners=("RU",))
    return compare_windows(engine, scope, windows)


def _all_goods(engine: Engine, attribution: str) -> WindowComparison:
    scope = Scope(
        flow="import", goods=read_goods("TOTAL"), reporters=("AM",), partners=("CZ",), attribution=attribution
    )
    return compare_windows(engine, scope, IN_2022)
