"""Poisson panels: whether flows rose beyond their comparisons from a date on, with zeros kept and placebos beside."""

from entrepot.trade.panel.answer import ask_panel
from entrepot.trade.panel.poisson import PoissonFit, PoissonModel, Unfitted, fit_poisson
from entrepot.trade.panel.question import PanelQuestion

__all__ = ["PanelQuestion", "PoissonFit", "PoissonModel", "Unfitted", "ask_panel", "fit_poisson"]
