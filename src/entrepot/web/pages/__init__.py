"""The pages, a module each: a context, how it is read from the case, and how it is rendered."""

from entrepot.web.pages.overview import router as overview
from entrepot.web.pages.reading import router as reading
from entrepot.web.pages.reports import router as reports
from entrepot.web.pages.work import router as work

ROUTERS = (overview, reports, reading, work)

__all__ = ["ROUTERS"]
