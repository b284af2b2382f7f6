"""Where references lead in the workbench: every claim, proposition, report and actor has a page of its own."""

from typing import Final
from urllib.parse import quote


class PageWays:
    """Addresses of pages; ids are quoted whole, since those of actors hold colons and may hold slashes."""

    def claim(self, anchor: str, claim_id: str) -> str:
        """The claim's page."""
        return f"/claims/{quote_id(claim_id)}"

    def proposition(self, anchor: str, proposition_id: str) -> str:
        """The proposition's page."""
        return f"/propositions/{quote_id(proposition_id)}"

    def report(self, anchor: str, document_id: str) -> str:
        """The report in the reading view."""
        return f"/reports/{quote_id(document_id)}"

    def actor(self, actor_id: str) -> str:
        """The actor's page."""
        return f"/actors/{quote_id(actor_id)}"


PAGES: Final = PageWays()


def quote_id(identity: str) -> str:
    """An id as one part of an address."""
    return quote(identity, safe="")
