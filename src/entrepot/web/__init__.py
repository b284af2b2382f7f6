"""The workbench: a case in the browser, and an interface for programs; `entrepot serve CASE`."""

from entrepot.web.app import create_app
from entrepot.web.desk import Desk
from entrepot.web.options import WebOptions

__all__ = ["Desk", "WebOptions", "create_app"]
