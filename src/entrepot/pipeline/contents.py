"""The whole of a case as the dossier sees it."""

from dataclasses import replace

from entrepot.corroboration import GRADING_RULE, ReportTraits
from entrepot.model.case import CaseContents
from entrepot.pipeline.current_screening import read_case_screening
from entrepot.pipeline.grading import apply_grades
from entrepot.pipeline.sharing import find_shared_texts
from entrepot.store.casefile import CaseFile
from entrepot.store.channels import list_channels
from entrepot.store.codec import decode_json
from entrepot.store.findings import list_findings
from entrepot.store.propositions import iter_propositions, list_grades, list_report_traits
from entrepot.store.reading import read_contents


def read_case(case: CaseFile, *, with_shared_text: bool = False) -> CaseContents:
    """The case with its propositions, the letters that were given to their origins, its current screening, the
    findings that are kept and the channels that were assessed.

    `shared` is filled where it is asked for, since it takes some seconds for thousands of reports; a report that was
    not yet described is then held to be nobody's copy.
    """
    grades = list_grades(case)
    contents = replace(
        read_contents(case),
        propositions=tuple(apply_grades(iter_propositions(case), grades)),
        grades=grades,
        grading_rule=GRADING_RULE,
        screenings=read_case_screening(case),
        findings=tuple(list_findings(case)),
        channels=tuple(list_channels(case)),
    )
    if not with_shared_text:
        return contents
    documents = [document.id for document in contents.documents]
    traits = [decode_json(ReportTraits, text) for text in list_report_traits(case, documents)]
    signatures = {one.document_id: one.signature for one in traits}
    return replace(contents, shared=find_shared_texts(contents.documents, signatures))
