"""The exit status of every outcome, in one table."""

import sys
from enum import IntEnum

from entrepot.errors import CallError, CaseError, EntrepotError, InputError


class Exit(IntEnum):
    """What the exit status of a command tells the program that called it."""

    DONE = 0
    FOUND = 1
    WRONG_CALL = 2
    UNREADABLE = 3
    INTERRUPTED = 130
    NO_READER = 141  # as of a program that the system ended because nobody read on (`| head`)


EXIT_OF_ERROR: tuple[tuple[type[EntrepotError], Exit], ...] = (
    (CallError, Exit.WRONG_CALL),
    (CaseError, Exit.WRONG_CALL),
    (InputError, Exit.UNREADABLE),
    (EntrepotError, Exit.FOUND),
)
"""Errors with their status, the particular before the general; the first that fits counts."""


def exit_of(error: EntrepotError) -> Exit:
    """The exit status for an error that ended a command."""
    return next(status for kind, status in EXIT_OF_ERROR if isinstance(error, kind))


def exit_of_outcome(*, unread: int, found: bool) -> Exit:
    """The exit status of a command that ran to its end: an unreadable input outweighs something found."""
    if unread:
        return Exit.UNREADABLE
    return Exit.FOUND if found else Exit.DONE


def leave(status: Exit) -> None:
    """Ends the process with this status, unless it is that of success."""
    if status:
        sys.exit(int(status))
