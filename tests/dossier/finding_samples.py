"""Findings of customs records for tests."""

from entrepot.model.finding import Alternative, Estimate, Finding, FindingInput, FindingMethod
from entrepot.model.issue import Issue


def make_finding(finding_id="f1", **changed):
    """A finding with everything that one can have."""
    given = {
        "id": finding_id,
        "kind": "surge",
        "subject": {"reporters": ["DE", "PL"], "via": ["AM"], "before": "2021-03 to 2021-11"},
        "statement": "The exports of 8703 to Armenia grew by 81.7 %.",
        "estimate": Estimate(value=81.7, low=40.25, high=None, unit="% growth"),
        "verdict": "supports",
        "method": FindingMethod(name="windows", version="1", parameters={"least_growth": 0.25, "others": None}),
        "inputs": (FindingInput(file="flows.csv", sha256="ab" * 32, rows=1234),),
        "alternatives": (
            Alternative(explanation="A new code since January.", status="rejected"),
            Alternative(explanation="The war <b>moved</b> trade.", status="not_rejected"),
        ),
        "issues": (Issue(code="suppressed", message="Two months are suppressed."),),
    }
    return Finding(**{**given, **changed})
