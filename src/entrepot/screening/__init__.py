"""Names put to sanctions lists: is this party listed, by whom, under which programme, since when, and why think so."""

from collections.abc import Callable, Iterable

from entrepot.errors import CallError
from entrepot.model.listing import ListedParty
from entrepot.screening.interface import Matcher

DEFAULT_METHOD = "entrepot"


def make_matcher(name: str, parties: Iterable[ListedParty]) -> Matcher:
    """The parties, ready to be asked for names by the method of that name.

    Raises:
        CallError: there is no such method.
    """
    if name not in _MAKERS:
        raise CallError(f"There is no screening method {name!r}; there are {', '.join(METHODS)}.")
    return _MAKERS[name](parties)


def _make_entrepot(parties: Iterable[ListedParty]) -> Matcher:
    from entrepot.screening.matcher import EntrepotMatcher

    return EntrepotMatcher(parties)


def _make_ofac(parties: Iterable[ListedParty]) -> Matcher:
    from entrepot.screening.ofac import OfacMatcher

    return OfacMatcher(parties)


_MAKERS: dict[str, Callable[[Iterable[ListedParty]], Matcher]] = {"entrepot": _make_entrepot, "ofac": _make_ofac}

METHODS = tuple(_MAKERS)
"""The names of the methods, the usual one first."""

__all__ = ["DEFAULT_METHOD", "METHODS", "Matcher", "make_matcher"]
