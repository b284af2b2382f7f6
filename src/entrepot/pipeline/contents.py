"""The whole of a case as the dossier sees it."""

from dataclasses import replace

from entrepot.model.case import CaseContents
from entrepot.pipeline.grading import apply_grades
from entrepot.store.casefile import CaseFile
from entrepot.store.propositions import iter_propositions, list_grades
from entrepot.store.reading import read_contents


def read_case(case: CaseFile) -> CaseContents:
    """The case with its propositions, and the letters that were given to their origins."""
    grades = list_grades(case)
    propositions = tuple(apply_grades(iter_propositions(case), grades))
    return replace(read_contents(case), propositions=propositions, grades=grades)
