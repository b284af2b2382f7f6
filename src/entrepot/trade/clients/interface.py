"""What a client needs of the network and of a clock, and what it hands over."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """What a server answered; names of headers are in small letters."""

    status: int
    headers: Mapping[str, str]
    body: bytes


Ask = Callable[[str, Mapping[str, str]], Reply]
"""Asks an address with headers. Raises `OSError` where no answer came."""
Sleep = Callable[[float], None]
"""Lets seconds pass."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One request: its address without any key, and the name of the file that keeps the reply."""

    url: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FlowQuery:
    """What is asked for: territories as ISO 3166-1 alpha-2 (`W` for the world), periods as 2022 or 2022-03.

    No partner means all of them, each by itself; no code means the total of all goods.
    """

    reporters: tuple[str, ...]
    periods: tuple[str, ...]
    partners: tuple[str, ...] = ()
    codes: tuple[str, ...] = ()
    flows: tuple[str, ...] = ("import", "export")


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """A reply that is kept, and whether it was there before; `rows` is 0 where the publisher has none."""

    path: Path
    was_kept: bool
    rows: int
