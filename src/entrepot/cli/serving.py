"""`entrepot serve`: the workbench of a case in the browser."""

import os
import re
import secrets

import click

from entrepot.cli.options import case_argument
from entrepot.cli.output import warn
from entrepot.errors import CallError

TOKEN = "ENTREPOT_TOKEN"  # noqa: S105 - the name of a variable
_ORIGIN = re.compile(r"https?://[^/\s?#@]+")


@click.command()
@case_argument
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen at.")
@click.option(
    "--port", type=click.IntRange(0, 65535), default=8642, show_default=True, help="Port; 0 for any that is free."
)
@click.option(
    "--name", "names", multiple=True, metavar="HOST", help="A further name by which it is called (a proxy's)."
)
@click.option(
    "--origin",
    "origins",
    multiple=True,
    metavar="URL",
    help="A program whose pages may read the reconciliation service (OpenRefine's: http://127.0.0.1:3333).",
)
@click.option("--max-mb", type=click.IntRange(1), default=100, show_default=True, help="Largest upload.")
def serve(case_name: str, host: str, port: int, names: tuple[str, ...], origins: tuple[str, ...], max_mb: int) -> None:
    """Serve a case in the browser, on this machine unless told otherwise.

    Anything but loopback asks every reader for a token: the one in ENTREPOT_TOKEN, or else one that is made and shown.
    """
    import uvicorn

    from entrepot.cli.progress import ProgressBar
    from entrepot.pipeline.indexing import index_case
    from entrepot.store import open_case
    from entrepot.web import Desk, WebOptions, create_app
    from entrepot.web.options import LOOPBACK_NAMES, is_loopback

    token = os.environ.get(TOKEN, "").strip()
    if not is_loopback(host) and not token:
        token = secrets.token_urlsafe(24)
        warn(f"Token for this run: {token}")
    if token and len(token) < 16:
        raise CallError(f"The token in {TOKEN} is shorter than 16 characters; take a longer one.")
    called = tuple(dict.fromkeys((*LOOPBACK_NAMES, host.lower(), *(name.lower() for name in names))))
    for origin in origins:
        if not _ORIGIN.fullmatch(origin):
            raise CallError(f"{origin} is no origin; write it as http://127.0.0.1:3333, without a path.")
    options = WebOptions(host=host, port=port, token=token, hosts=called, origins=tuple(origins), max_upload_mb=max_mb)
    with open_case(case_name) as case:
        with ProgressBar() as progress:
            index_case(case, progress)
        app = create_app(Desk(case), options)
        warn(f"The workbench of {case.name} is at {options.address} (stop with Ctrl+C).")
        uvicorn.run(app, host=host, port=port, log_level="warning", server_header=False, date_header=True)
