"""The pages, a module each: a context, how it is read from the case, and how it is rendered."""

from entrepot.web.pages.actor import router as actor
from entrepot.web.pages.actors import router as actors
from entrepot.web.pages.audit import router as audit
from entrepot.web.pages.channels import router as channels
from entrepot.web.pages.claim import router as claim
from entrepot.web.pages.claims import router as claims
from entrepot.web.pages.conflicts import router as conflicts
from entrepot.web.pages.findings import router as findings
from entrepot.web.pages.lists import router as lists
from entrepot.web.pages.origins import router as origins
from entrepot.web.pages.overview import router as overview
from entrepot.web.pages.proposition import router as proposition
from entrepot.web.pages.propositions import router as propositions
from entrepot.web.pages.reading import router as reading
from entrepot.web.pages.reports import router as reports
from entrepot.web.pages.timeline import router as timeline
from entrepot.web.pages.unread import router as unread
from entrepot.web.pages.work import router as work

ROUTERS = (
    channels,
    actor,
    actors,
    audit,
    claim,
    claims,
    conflicts,
    findings,
    lists,
    origins,
    overview,
    proposition,
    propositions,
    reading,
    reports,
    timeline,
    unread,
    work,
)

__all__ = ["ROUTERS"]
