"""The check of the Poisson estimator: the trade example of ppmlhdfe.

Correia, Guimarães and Zylkin 2020, "Fast Poisson estimation with high-dimensional fixed effects", Stata Journal 20.
"""

from pathlib import Path

import numpy as np

from entrepot.trade.panel import PoissonModel, Unfitted, fit_poisson
from replications.published import Figure


def poisson_check(shared: Path) -> dict[str, Figure]:
    """Coefficient, standard error and observations of the free-trade agreement in the example's table."""
    import pandas

    table = pandas.read_stata(shared / "ppml" / "EXAMPLE_TRADE_FTA_DATA.dta")
    table = table[table["category"] == "TOTAL"]
    columns = {
        "trade": table["trade"].to_numpy(dtype=float),
        "fta": table["fta"].to_numpy(dtype=float),
        **{name: table[name].to_numpy(dtype=str) for name in ("isoexp", "isoimp", "year")},
    }
    model = PoissonModel(
        outcome="trade",
        regressors=("fta",),
        fixed_effects=(("isoimp", "year"), ("isoexp", "year"), ("isoexp", "isoimp")),
        cluster=("isoexp", "isoimp"),
    )
    fit = fit_poisson(columns, model)
    if isinstance(fit, Unfitted):
        return dict.fromkeys(("ppml-fta-coef", "ppml-fta-se", "ppml-fta-n"), np.nan)
    return {
        "ppml-fta-coef": fit.coefficients["fta"],
        "ppml-fta-se": fit.error_of("fta"),
        "ppml-fta-n": float(fit.rows),
    }
