"""Claims of many reports into propositions: what is one statement, whose word it is in the end, what contradicts it."""

from entrepot.corroboration.blocking import block_keys
from entrepot.corroboration.collector import pause_collector
from entrepot.corroboration.grading import GRADING_RULE
from entrepot.corroboration.merging import Group, merge_statements
from entrepot.corroboration.naming import is_one_name
from entrepot.corroboration.propositions import (
    METHOD,
    Evidence,
    Merged,
    corroborate,
    make_propositions,
    proposition_order,
)
from entrepot.corroboration.retelling import retelling_keys
from entrepot.corroboration.traits import ClaimTraits, ReportTraits, describe_report

__all__ = [
    "GRADING_RULE",
    "METHOD",
    "ClaimTraits",
    "Evidence",
    "Group",
    "Merged",
    "ReportTraits",
    "block_keys",
    "corroborate",
    "describe_report",
    "is_one_name",
    "make_propositions",
    "merge_statements",
    "pause_collector",
    "proposition_order",
    "retelling_keys",
]
