"""`entrepot dossier`: a case as files for people and programs."""

from pathlib import Path

import click

from entrepot.cli.options import case_argument
from entrepot.cli.output import warn
from entrepot.errors import CallError

_FORMATS = ("html", "json", "csv", "ftm", "screenings", "findings", "channels", "geojson", "stix", "prov")


def _split_formats(context: click.Context, parameter: click.Parameter, value: str) -> tuple[str, ...]:
    """The formats asked for, each once."""
    asked = tuple(dict.fromkeys(name.strip().lower() for name in value.split(",") if name.strip()))
    unknown = [name for name in asked if name not in _FORMATS]
    if unknown or not asked:
        raise click.BadParameter(f"{', '.join(unknown) or 'nothing'} is none of {', '.join(_FORMATS)}.")
    return asked


@click.command()
@case_argument
@click.option("--out", type=click.Path(path_type=Path), metavar="DIR", help="Where; otherwise CASE-dossier beside it.")
@click.option(
    "--format",
    "formats",
    default=",".join(_FORMATS),
    show_default=True,
    metavar="LIST",
    callback=_split_formats,
    help=(
        "Which files: html (with a page a channel), json, csv (claims), ftm (FollowTheMoney), screenings, findings and "
        "channels (CSV), geojson (places of channels), stix (STIX 2.1 bundle), prov (PROV-JSON of the run)."
    ),
)
def dossier(case_name: str, out: Path | None, formats: tuple[str, ...]) -> None:
    """Write the dossier of a case and print where its files lie."""
    from entrepot.pipeline.contents import read_case
    from entrepot.pipeline.exporting import write_dossier
    from entrepot.pipeline.extractor import standard_extractor
    from entrepot.pipeline.status import read_status
    from entrepot.store import open_case

    with open_case(case_name, read_only=True) as opened:
        status = read_status(opened, standard_extractor().method)
        contents = read_case(opened, with_shared_text="html" in formats or "json" in formats)
    if not status.documents and not contents.findings and not contents.channels:
        raise CallError(
            f"{status.path}: the case holds no reports and no findings yet; add some with `entrepot case add` or "
            "`entrepot trade ... --keep`."
        )
    if status.pending:
        warn(
            f"{status.pending} of {status.documents} reports are not built yet; run `entrepot case build {case_name}`."
        )
    path = Path(status.path)
    for file in write_dossier(contents, out or path.with_name(f"{path.stem}-dossier"), formats):
        click.echo(str(file))
