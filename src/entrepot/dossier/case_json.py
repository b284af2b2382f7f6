"""A whole case as JSON, for programs: the contract's claim records, and the reports with their text and blocks."""

import json

from entrepot.dossier.records import case_record
from entrepot.model.case import CaseContents

LONE_SURROGATES = dict.fromkeys(range(0xD800, 0xE000), "\ufffd")
"""No UTF-8 file can hold them; each becomes one replacement character, so that offsets stay right."""


def render_json(case: CaseContents) -> str:
    """The case as indented JSON in UTF-8 characters, ending in a newline; the same contents give the same bytes.

    Raises:
        ValueError: a claim names a document that the case does not hold.
    """
    text = json.dumps(case_record(case), ensure_ascii=False, indent=1, allow_nan=False)
    return text.translate(LONE_SURROGATES) + "\n"
