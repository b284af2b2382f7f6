"""How the workbench is served."""

import ipaddress
import secrets
from dataclasses import dataclass, field

LOOPBACK_NAMES = ("127.0.0.1", "localhost", "[::1]")


@dataclass(frozen=True, slots=True, kw_only=True)
class WebOptions:
    """Where the workbench listens and whom it answers.

    `token` is asked of every reader where it is not "", which only loopback may leave it. `hosts` are the names by
    which it may be called; a request under any other name is refused, so that no foreign page reaches it by a name of
    its own. `origins` are those of other programs' pages that may read the reconciliation service (OpenRefine's is
    `http://127.0.0.1:3333`). `key` signs the proofs in forms and cookies and lives as long as the server.
    `max_upload_mb` bounds a request that uploads files.
    """

    host: str = "127.0.0.1"
    port: int = 8642
    token: str = ""
    hosts: tuple[str, ...] = LOOPBACK_NAMES
    origins: tuple[str, ...] = ()
    max_upload_mb: int = 100
    key: bytes = field(default_factory=lambda: secrets.token_bytes(32), repr=False)

    @property
    def address(self) -> str:
        """The address to open in a browser."""
        return f"http://{self.host if ':' not in self.host else f'[{self.host}]'}:{self.port}/"


def is_loopback(host: str) -> bool:
    """True where only this machine can reach what listens there."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
