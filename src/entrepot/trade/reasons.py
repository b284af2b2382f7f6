"""Why a row of a file of trade statistics is refused or left out: a code, and a sentence on what to do."""

from collections.abc import Mapping
from types import MappingProxyType

REFUSED: Mapping[str, str] = MappingProxyType(
    {
        "cells_wrong": "The line has {detail}; it is broken, or a text in it holds an unquoted separator. Correct it.",
        "reporter_unknown": "The reporter {detail} is no known territory; name it in [territories].",
        "partner_unknown": "The partner {detail} is no known territory; name it in [territories].",
        "flow_unknown": "The flow {detail} is neither import nor export; say what it means in [flow.words].",
        "period_unreadable": "The period {detail} is no year, quarter or month; say its form in [period].",
        "period_excel": 'The period {detail} looks like a date as Excel counts days; say [period] format = "excel".',
        "period_fiscal": (
            "The period {detail} does not begin in January and fits no calendar year; take the monthly figures."
        ),
        "code_missing": "The row has no commodity code; a total of all goods has the code TOTAL.",
        "code_unreadable": "The code {detail} is none of this nomenclature; correct it or say which it is.",
        "code_length": "The code {detail} has more digits than codes of this table; correct [code] digits or the row.",
        "code_zeros": (
            "The code {detail} has lost zeros before it, or is shorter than the others. "
            "Say its length in a mapping ([code] digits) or take the shorter codes from a file of their own."
        ),
        "value_missing": "The row names a flow without a value, and does not say that it is withheld.",
        "value_unreadable": (
            "The value {detail} is no number as the table is read; separators of thousands or a decimal comma must be "
            "said in a mapping (thousands, decimal)."
        ),
        "value_negative": "The value {detail} is below zero; trade is not: it corrects another row. Book it there.",
        "weight_unreadable": "The weight {detail} is no number of zero or more; correct it or leave the cell empty.",
        "unit_unknown": "The unit of the value, {detail}, is not known; write it as USD or thousand USD.",
        "indicator_unknown": "The indicator {detail} is neither value nor quantity; leave it out of the download.",
        "row_repeated": "The same flow with the same figures stands in an earlier row; it is counted once.",
        "rows_conflict": "Rows {detail} give different figures for the same flow; keep the right one and import again.",
    }
)
"""Reasons for which a row is refused; `{detail}` is what stands in the row, sections in brackets are of a mapping."""

LEFT_OUT: Mapping[str, str] = MappingProxyType(
    {
        "part_of_total": "parts of a flow whose total is in the file too",
        "added_up": "parts of a flow without a total, added to its first row",
        "joined": "weights and quantities that stood in rows of their own, joined to the value",
        "same_territory": "rows of several codes that are one territory here, added to the first of them",
        "group": "sums over groups of territories",
        "part_of_flow": "parts of exports or imports that stand beside the whole (domestic exports, processing)",
        "services": "services",
        "no_value": "cells without a value: nothing was reported",
        "left_out_by_mapping": "rows that the mapping leaves out",
        "overtaken": "rows that a later import replaced",
    }
)
"""Reasons for which a row is left out although it can be read, each as a noun for the report."""


def refusal_sentence(reason: str, detail: str) -> str:
    """What is wrong with a row and what to do."""
    shown = f"'{detail[:80]}'" if reason not in ("rows_conflict", "cells_wrong") else detail
    return REFUSED[reason].replace("{detail}", shown)
