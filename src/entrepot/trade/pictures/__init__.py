"""Pictures of customs records as SVG: monthly series, flows by way of a territory, mirror gaps."""

from entrepot.trade.pictures.bands import Band, BandPanel, Columns, draw_bands
from entrepot.trade.pictures.mirror import MirrorLabels, MirrorYear, draw_mirror
from entrepot.trade.pictures.series import MeasureDate, MonthlySeries, SeriesPoint, draw_series

__all__ = [
    "Band",
    "BandPanel",
    "Columns",
    "MeasureDate",
    "MirrorLabels",
    "MirrorYear",
    "MonthlySeries",
    "SeriesPoint",
    "draw_bands",
    "draw_mirror",
    "draw_series",
]
