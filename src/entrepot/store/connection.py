"""An open connection to a case file, or a sentence on why there is none."""

from pathlib import Path

import duckdb

from entrepot.errors import CaseError, CaseLockedError, CaseVersionError

SUFFIX = ".duckdb"

_CONFIG: dict[str, str | bool | int | float | list[str]] = {
    # A case file may come from somebody else: opening it must not fetch, load or read anything else.
    "enable_external_access": False,
    "autoinstall_known_extensions": False,
    "autoload_known_extensions": False,
    # Every database version that the program runs with can read the file, also where a newer one wrote it.
    "storage_compatibility_version": "v1.4.0",
    # Reports stream through one at a time, so the default of most of the machine's memory buys nothing.
    "memory_limit": "1GB",
    "threads": 2,
}


def case_path(given: str | Path) -> Path:
    """The path of the case file; the extension may be left out."""
    path = Path(given)
    return path if path.suffix == SUFFIX else path.with_name(path.name + SUFFIX)


def connect(path: Path, *, read_only: bool) -> duckdb.DuckDBPyConnection:
    """A connection to the file at `path`, which is made if absent and not `read_only`.

    Raises:
        CaseLockedError: another process is using it.
        CaseVersionError: it was written by a database that is too new.
        CaseError: it is no case file, or cannot be made here.
    """
    try:
        return duckdb.connect(str(path), read_only=read_only, config=_CONFIG)
    except duckdb.Error as error:
        raise explain_failure(path, str(error)) from error


def explain_failure(path: Path, said: str) -> CaseError:
    """The error to show for what the database said; its own words are kept only where ours do not cover them."""
    lower = said.lower()
    if "lock on file" in lower or "different configuration" in lower:
        return CaseLockedError(f"{path}: another process is using this case; wait until it has ended and try again.")
    if "not a valid duckdb database" in lower:
        return CaseError(f"{path}: this is not a case file; make one with `entrepot case new`.")
    if "newer version" in lower or "storage version" in lower or "version number" in lower:
        return CaseVersionError(f"{path}: this case was written by a newer version; upgrade entrepot to open it.")
    if "corrupt" in lower:
        return CaseError(f"{path}: the case file is damaged; restore it from a copy, or make it anew from its reports.")
    first = said.splitlines()[0] if said else "the database gave no reason"
    return CaseError(f"{path}: the case file cannot be opened ({first}); check the path and that it may be written.")
