"""Where references lead: within the dossier's one page, or to the pages of the workbench."""

from typing import Protocol


class Ways(Protocol):
    """The addresses of what a page refers to."""

    def claim(self, anchor: str, claim_id: str) -> str:
        """The address of a claim."""
        ...

    def proposition(self, anchor: str, proposition_id: str) -> str:
        """The address of a proposition."""
        ...

    def report(self, anchor: str, document_id: str) -> str:
        """The address of a report."""
        ...

    def actor(self, actor_id: str) -> str:
        """The address of an actor."""
        ...


class InPage:
    """Everything is in one page, at its anchor."""

    def claim(self, anchor: str, claim_id: str) -> str:
        """The claim's card in the reading view."""
        return f"#{anchor}"

    def proposition(self, anchor: str, proposition_id: str) -> str:
        """The proposition in its list."""
        return f"#{anchor}"

    def report(self, anchor: str, document_id: str) -> str:
        """The report in the reading view."""
        return f"#{anchor}"

    def actor(self, actor_id: str) -> str:
        """The actor's entry."""
        return f"#{actor_anchor(actor_id)}"


IN_PAGE = InPage()


def actor_anchor(actor_id: str) -> str:
    """An anchor made of an actor's id; characters that do not belong in one become their code."""
    safe = (
        character if character.isascii() and character.isalnum() else f"_{ord(character):x}_" for character in actor_id
    )
    return "a-" + "".join(safe)
