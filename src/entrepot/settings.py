"""What the user may set for all commands, from the environment."""

import os
from collections.abc import Mapping
from dataclasses import dataclass

from entrepot.errors import CallError

JOBS = "ENTREPOT_JOBS"
MAX_MB = "ENTREPOT_MAX_MB"
LIST_MAX_MB = "ENTREPOT_LIST_MAX_MB"


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """How the program works on this machine; nothing here changes what it finds.

    `jobs` is the number of processes that extract claims. `max_mb` is the size over which a single report is refused,
    `list_max_mb` that over which a list is not fetched.
    """

    jobs: int = 1
    max_mb: int = 100
    list_max_mb: int = 400


def read_settings(environment: Mapping[str, str] = os.environ) -> Settings:
    """The settings that the environment gives, the defaults elsewhere.

    Raises:
        CallError: a value is not a whole number above zero.
    """
    default = Settings()
    return Settings(
        jobs=_whole(environment, JOBS, default.jobs),
        max_mb=_whole(environment, MAX_MB, default.max_mb),
        list_max_mb=_whole(environment, LIST_MAX_MB, default.list_max_mb),
    )


def _whole(environment: Mapping[str, str], name: str, default: int) -> int:
    value = environment.get(name, "").strip()
    if not value:
        return default
    if not value.isdecimal() or int(value) < 1:
        raise CallError(f"{name} is '{value}'; set it to a whole number above zero, or unset it.")
    return int(value)
