"""The first leg by Poisson: EU exports of the goods listed in Regulation 833/2014 to each of seven territories."""

from collections.abc import Mapping
from datetime import date

from entrepot.trade.interface import Engine
from entrepot.trade.panel import PanelQuestion, ask_panel
from replications.published import Figure
from replications.records import EU27, listed_codes

TERRITORIES = {"rus": "RU", "kgz": "KG", "arm": "AM", "blr": "BY", "geo": "GE", "kaz": "KZ", "uzb": "UZ"}
SINCE = date(2022, 3, 1)


def first_leg(engine: Engine) -> dict[str, Figure]:
    """Coefficient, standard error, effect and observations for each territory."""
    codes = listed_codes(engine)
    found: dict[str, Figure] = {}
    for name, via in TERRITORIES.items():
        question = PanelQuestion(
            reporters=EU27,
            via=(via,),
            comparison=(),
            products=codes,
            since=SINCE,
            goods_label="goods listed in Regulation 833/2014",
            left_out=("27",),
            rest="total",
            markets="all",
            changed="keep",
        )
        finding = ask_panel(engine, question)
        found |= _figures(name, finding.method.parameters, finding.estimate.value if finding.estimate else 0.0)
    return found


def _figures(name: str, parameters: Mapping[str, object], percent: float) -> dict[str, Figure]:
    return {
        f"leg1-{name}-coef": float(str(parameters["coefficient"])),
        f"leg1-{name}-se": float(str(parameters["standard_error"])),
        f"leg1-{name}-pct": percent,
        f"leg1-{name}-n": float(str(parameters["observations"])),
    }
