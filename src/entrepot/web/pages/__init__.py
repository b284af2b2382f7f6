"""The pages, a module each: a context, how it is read from the case, and how it is rendered."""

from entrepot.web.pages.actor import router as actor
from entrepot.web.pages.actors import router as actors
from entrepot.web.pages.audit import router as audit
from entrepot.web.pages.findings import router as findings
from entrepot.web.pages.lists import router as lists
from entrepot.web.pages.overview import router as overview
from entrepot.web.pages.reading import router as reading
from entrepot.web.pages.reports import router as reports
from entrepot.web.pages.unread import router as unread
from entrepot.web.pages.work import router as work

ROUTERS = (findings, unread, lists, audit, overview, reports, reading, work, actors, actor)

__all__ = ["ROUTERS"]
