"""Every exception that Entrepôt raises on purpose.

    EntrepotError                 something said in one sentence to the user
    ├── CallError                 the call was wrong: exit 2
    ├── InputError                an input could not be read: exit 3, the other inputs are still processed
    │   ├── UnsupportedInputError no reader takes this kind of file
    │   ├── UnsafeInputError      refused: bomb, traversal, private address, over a limit
    │   └── NetworkRefusedError   an address was given without --allow-network
    └── CaseError                 the case file cannot be used as asked: exit 2
        ├── CaseLockedError       another process is writing to it
        ├── CaseVersionError      it was made by a newer version
        └── ConflictError         somebody else changed the same thing in the meantime

Trouble *in data* is not here: it is a value, `model.issue.Issue`, and is counted in every dossier.
Each message says what happened and what to do next.
"""


class EntrepotError(Exception):
    """Something the user can act on; its text is one or two sentences."""

    exit_code = 1


class CallError(EntrepotError):
    """The command or function was called wrongly."""

    exit_code = 2


class InputError(EntrepotError):
    """An input could not be read; the message names it and says what to do."""

    exit_code = 3


class UnsupportedInputError(InputError):
    """No reader takes this kind of input."""


class UnsafeInputError(InputError):
    """The input was refused because reading it would be unsafe or would pass a limit."""


class NetworkRefusedError(InputError):
    """A web address was given but the network was not allowed."""


class CaseError(EntrepotError):
    """The case file cannot be used as asked."""

    exit_code = 2


class CaseLockedError(CaseError):
    """Another process is writing to the case file."""


class CaseVersionError(CaseError):
    """The case file was made by a newer version of the program."""


class ConflictError(CaseError):
    """Somebody else changed the same thing in the meantime; nothing was overwritten."""
