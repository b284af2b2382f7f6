"""The run behind a case as PROV-JSON: which file, list, table and step each statement came from.

Things (`entity`) are reports, lists and customs files with their SHA-256, reference tables, claims, propositions,
matches, findings, assessments and estimates by their ids; steps (`activity`) are those of the program by the name and
version of their method; the program in its version is the `agent`. Nothing here holds the text of a report.
"""

import json
from collections.abc import Iterable

from entrepot import __version__
from entrepot.dossier.channels.links import list_references
from entrepot.dossier.exchange.prov_graph import Provenance, qualify
from entrepot.dossier.names import file_name
from entrepot.model.case import CaseContents, KeptChannel
from entrepot.model.channel import EvidenceReference
from entrepot.model.finding import Finding, FindingInput
from entrepot.reference.tables import list_tables, table_digest

Method = tuple[str, str]
TABLES = "entrepot:tables"
TABLE_OF = {
    "measure": "measures",
    "hub": "hubs",
    "corridor": "corridors",
    "confounder": "trade_confounders",
    "red_flag": "red_flags",
}
"""The table in which things of a kind have their row."""
GROUND_OF = {"proposition": "proposition", "screen": "finding", "file": "file"}
"""What the reference of each kind of ground names."""


def render_provenance(case: CaseContents) -> str:
    """The document as JSON, one line; the same contents give the same bytes."""
    graph = Provenance()
    agent = graph.add_agent(qualify("software", __version__), f"Entrepôt {__version__}", version=__version__)
    run = _Run(graph, agent)
    run.add_tables()
    run.add_reports(case)
    run.add_propositions(case)
    run.add_screening(case)
    for kept in case.findings:
        run.add_finding(kept.finding, kept.kept_at.isoformat())
    for channel in case.channels:
        run.add_channel(channel)
    return json.dumps(graph.as_record(), ensure_ascii=True, allow_nan=False) + "\n"


class _Run:
    """Fills the graph step by step, in the order of the run."""

    def __init__(self, graph: Provenance, agent: str) -> None:
        self.graph = graph
        self.agent = agent

    def step(self, kind: str, method: Method, *keys: str, ended_at: str = "") -> str:
        """The step of that kind and method, declared once; every step reads the program's tables."""
        name = qualify("step", kind, *method, *keys)
        label = f"{kind.replace('_', ' ')}: {' '.join(part for part in method if part) or 'method not told'}"
        if not self.graph.has_activity(name):
            self.graph.add_activity(name, kind, label, ended_at, method=method[0], method_version=method[1])
            self.graph.associate(name, self.agent)
            self.graph.use(name, [TABLES])
        return name

    def add_tables(self) -> None:
        """The reference tables of this version with their digests, as one collection."""
        members = [
            self.graph.add_entity(_table(name), "table", name, sha256=table_digest(name)) for name in list_tables()
        ]
        self.graph.add_entity(TABLES, "tables", "Reference tables")
        self.graph.gather(TABLES, members)

    def add_reports(self, case: CaseContents) -> None:
        """The reports, and each claim out of its report."""
        for document in case.documents:
            label = document.title or file_name(document.path)
            self.graph.add_entity(
                _report(document.id), "report", label, sha256=document.sha256, file=file_name(document.path)
            )
        read: dict[str, dict[str, None]] = {}
        for claim in case.claims:
            step = self.step("extract_claims", claim.method)
            read.setdefault(step, {})[_report(claim.document_id)] = None
            name = self.graph.add_entity(_claim(claim.id), "claim", claim.frame)
            self.graph.derive(name, [_report(claim.document_id)], step)
        for step, names in read.items():
            self.graph.use(step, names)

    def add_propositions(self, case: CaseContents) -> None:
        """Each proposition out of its claims."""
        for one in case.propositions:
            name = self.graph.add_entity(qualify("proposition", one.id), "proposition", one.frame)
            self.graph.derive(name, map(_claim, one.claims), self.step("merge_claims", one.method))

    def add_screening(self, case: CaseContents) -> None:
        """The lists in their versions, and each possible match out of its list."""
        found = case.screenings
        if found is None:
            return
        for version in found.list_versions:
            self.graph.add_entity(
                _list(version.list), "list", version.title or version.list, sha256=version.sha256, rows=version.rows
            )
        step = self.step("screen", found.method, ended_at=found.screened_at.isoformat())
        self.graph.use(step, (_list(version.list) for version in found.list_versions))
        for actor in found.actors:
            for match in actor.screening.matches:
                if match.decision == "possible_match" or match.judgement:
                    key = f"{actor.screening.query.id}|{match.list}|{match.id}"
                    name = self.graph.add_entity(qualify("match", key), "match", "possible match")
                    self.graph.derive(name, [_list(match.list)], step)

    def add_finding(self, finding: Finding, ended_at: str, sources: Iterable[str] = ()) -> str:
        """A finding out of the files that it rests on; its name."""
        files = self.add_files(finding.inputs)
        step = self.step(f"ask_{finding.kind}", (finding.method.name, finding.method.version))
        self.graph.use(step, files)
        name = self.graph.add_entity(qualify("finding", finding.id), "finding", finding.statement, kept_at=ended_at)
        self.graph.derive(name, [*files, *sources], step)
        return name

    def add_files(self, inputs: Iterable[FindingInput]) -> list[str]:
        """The files of records with their digests."""
        return [
            self.graph.add_entity(qualify("file", one.sha256, one.file), "file", one.file, sha256=one.sha256)
            for one in inputs
        ]

    def add_channel(self, kept: KeptChannel) -> None:
        """A channel's assessment out of everything that its evidence names, and the estimates out of it."""
        assessment = kept.assessment
        at = (assessment.assessed_at or kept.kept_at).isoformat()
        own = [self.add_finding(one, at) for one in assessment.findings]
        grounds = [qualify(GROUND_OF[one.kind], one.reference) for one in assessment.channel.grounds]
        name = self.graph.add_entity(
            qualify("assessment", assessment.channel.id), "assessment", assessment.question, as_of=assessment.as_of
        )
        step = self.step("assess_channel", assessment.method, assessment.channel.id, ended_at=at)
        sources = [*own, *grounds, *map(_reference, list_references(assessment))]
        self.graph.use(step, sources)
        self.graph.derive(name, sources, step)
        for one in kept.closures:
            files = self.add_files(one.inputs)
            closing = self.step("estimate_closure", (one.method.name, one.method.version))
            estimate = self.graph.add_entity(qualify("estimate", one.id), "estimate", one.statement)
            self.graph.derive(estimate, [name, *files], closing)


def _report(id_: str) -> str:
    return qualify("report", id_)


def _claim(id_: str) -> str:
    return qualify("claim", id_)


def _list(name: str) -> str:
    return qualify("list", name)


def _table(name: str) -> str:
    return qualify("table", name)


def _reference(one: EvidenceReference) -> str:
    """The thing that evidence names: a statement of the case, or the table that holds the row."""
    return _table(TABLE_OF[one.kind]) if one.kind in TABLE_OF else qualify(one.kind, one.id)
