"""Answers to questions of customs records: printed, and kept in the case where the user asks for it."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from entrepot.cli.dates import right_now
from entrepot.cli.options import case_argument
from entrepot.cli.output import counted, out_console, plain, print_record, warn
from entrepot.errors import CallError, InputError

if TYPE_CHECKING:
    from entrepot.model.finding import Finding
    from entrepot.store.casefile import CaseFile
    from entrepot.trade.interface import Engine
    from entrepot.trade.questions.findings import Records


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """The customs records of a case, ready to be asked, and what is to become of the answer."""

    case: "CaseFile"
    engine: "Engine"
    records: "Records"
    as_json: bool
    keep: bool
    plot: Path | None

    def answer(self, question: object, findings: "Sequence[Finding]") -> None:
        """Prints the findings; before that they are kept with their pictures, and these drawn, as far as asked for."""
        if self.keep or self.plot:
            from entrepot.pipeline.trade_pictures import draw_question

            pictures = draw_question(self.engine, question, self.records)
            if self.plot:
                _write_pictures(pictures, self.plot)
            if self.keep:
                self._keep(findings, pictures)
        print_findings(findings, self.as_json)

    def _keep(self, findings: "Sequence[Finding]", pictures: Sequence[str]) -> None:
        from entrepot.store.findings import keep_findings

        keep_findings(self.case, findings, pictures, right_now())
        warn(f"{counted(len(findings), 'findings')} kept in the case")


@contextmanager
def asking(given: Mapping[str, Any]) -> Iterator[Asking]:
    """The records of the case that was named, in the engine asked for."""
    from entrepot.pipeline.trade_questions import open_trade_records
    from entrepot.store import open_case

    with (
        open_case(given["case_name"], read_only=not given["keep"]) as opened,
        open_trade_records(
            opened, engine=given.get("engine", "duckdb"), concordances=given.get("concordances", ())
        ) as asked,
    ):
        yield Asking(
            case=opened,
            engine=asked.engine,
            records=asked.records,
            as_json=given["as_json"],
            keep=given["keep"],
            plot=given["plot"],
        )


def _write_pictures(pictures: Sequence[str], path: Path) -> None:
    """The pictures of a question, the first under the name that was given."""
    if not pictures:
        warn("There is no picture: the question has none, or the records have nothing to draw.")
    for number, svg in enumerate(pictures, 1):
        write_picture(svg, path if number == 1 else path.with_name(f"{path.stem}-{number}{path.suffix}"))


def write_picture(svg: str, path: Path) -> None:
    """The picture stands in the file, or on standard output.

    Raises:
        InputError: the file cannot be written.
    """
    if str(path) == "-":
        click.echo(svg, nl=False)
        return
    try:
        path.write_text(svg, encoding="utf-8")
    except OSError as error:
        raise InputError(f"{path}: the picture cannot be written ({error.strerror}); name another file.") from error
    warn(f"{path}: picture written")


@click.command("forget")
@case_argument
@click.argument("ids", metavar="ID...", nargs=-1, required=True)
def forget(case_name: str, ids: tuple[str, ...]) -> None:
    """Take findings that were kept out of a case, by their ids; `entrepot dossier` no longer shows them.

    The customs records stay.
    """
    from entrepot.store import open_case
    from entrepot.store.findings import forget_findings

    with open_case(case_name) as opened:
        gone = forget_findings(opened, ids)
    if gone < len(set(ids)):
        raise CallError(
            f"{gone} of {len(set(ids))} were in the case; `entrepot dossier` writes all ids to findings.csv."
        )
    warn(f"{counted(gone, 'findings')} taken out of the case")


def print_findings(findings: "Sequence[Finding]", as_json: bool) -> None:
    """One record a finding, or for people the statement, the verdict, what else could explain it, and the files."""
    from rich.text import Text

    from entrepot.dossier.sections.findings import STATUSES

    if as_json:
        for finding in findings:
            print_record(asdict(finding))
        return
    console = out_console()
    for finding in findings:
        console.print(Text(plain(finding.statement)), soft_wrap=True)
        console.print(Text(f"  {finding.verdict.replace('_', ' ')}  ({finding.kind} {finding.id})", style="bold"))
        for one in finding.alternatives:
            console.print(Text(f"  {STATUSES[one.status]:>12}  {plain(one.explanation)}", style="dim"), soft_wrap=True)
        for issue in finding.issues:
            console.print(Text(f"  {issue.severity:>12}  {plain(issue.message)}"), soft_wrap=True)
        files = "; ".join(f"{one.file}, {counted(one.rows, 'rows')}" for one in finding.inputs)
        console.print(Text(f"  {'rests on':>12}  {plain(files) or 'no rows'}\n", style="dim"), soft_wrap=True)
