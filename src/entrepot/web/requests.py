"""What pages ask of a request: the desk it is about, a page number, words to search for."""

from collections.abc import Iterator
from typing import Annotated

from fastapi import Depends, Query, Request

from entrepot.store.casefile import CaseFile
from entrepot.web.desk import Desk

PAGE_ROWS = 50
"""Rows on a page of a list: two screens of a reader's, and quick to make."""


def find_desk(request: Request) -> Desk:
    """The desk of the application."""
    desk: Desk = request.app.state.desk
    return desk


def open_reading(request: Request) -> Iterator[CaseFile]:
    """The case for one reader, for as long as the request lasts."""
    with find_desk(request).reading() as case:
        yield case


DeskGiven = Annotated[Desk, Depends(find_desk)]
CaseGiven = Annotated[CaseFile, Depends(open_reading)]
PageNumber = Annotated[int, Query(alias="page", ge=1, le=100_000, description="Page of the list, counted from 1.")]
Words = Annotated[str, Query(alias="q", max_length=200, description="Words to search for.")]
