"""What programs call: screening in the form of yente, reconciliation for OpenRefine, the feed, the description."""

from entrepot.web.api.catalog import router as catalog
from entrepot.web.api.description import router as description
from entrepot.web.api.entity import router as entity
from entrepot.web.api.feed import router as feed
from entrepot.web.api.login import router as login
from entrepot.web.api.matching import router as matching
from entrepot.web.api.reconcile import router as reconcile
from entrepot.web.api.searching import router as searching
from entrepot.web.api.suggest import router as suggest

ROUTERS = (login, catalog, matching, searching, entity, suggest, reconcile, feed, description)

__all__ = ["ROUTERS"]
