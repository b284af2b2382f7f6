"""Checks of two published reports: what the program says of each passage is the verdict that was given to it."""

import csv
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from entrepot.cli import main
from entrepot.measures.index import MeasureSet
from entrepot.model.case import CaseContents
from entrepot.model.claim import Claim
from entrepot.model.proposition import Proposition
from entrepot.pipeline.contents import read_case
from entrepot.pipeline.measures import assess_measure_gap, load_measures
from entrepot.reference.goods_scopes import read_goods_scope
from entrepot.reference.memberships import memberships_of
from entrepot.store import open_case

SHARED = Path(__file__).parents[3] / "shared"
ROWS = SHARED / "facts" / "report_checks.csv"
REPORTS = SHARED / "gold" / "reports"
FILES = (
    "minsk-2025-000.txt",
    "minsk-2025-004.txt",
    "intel-belarus-channel-a.txt",
    "wire-minsk-documents.txt",
    "reports.csv",
)
"""The two reports, and two that tell of the same talks: without an earlier word of the service nothing can drift."""
TALKS = "2025-08-20"
_LETTERS = {"IR", "BY"}

pytestmark = [
    pytest.mark.slow,
    pytest.mark.shared,
    pytest.mark.skipif(not ROWS.is_file() or not REPORTS.is_dir(), reason="../shared is not beside this checkout"),
]


@dataclass(frozen=True)
class Checked:
    """The case of the reports with the law, and a row that says what to look at."""

    case: CaseContents
    law: MeasureSet
    row: dict[str, str]

    def claims(self) -> list[Claim]:
        """The claims of the row's report whose sentence holds its passage, or stands in it."""
        span = fold(self.row["span"])
        names = {f"minsk-2025-{report}.txt" for report in self.row["report"].split(";")}
        own = {one.id: Path(one.path).name for one in self.case.documents}
        return [
            claim
            for claim in self.case.claims
            if own[claim.document_id] in names and (span in fold(claim.quote.text) or fold(claim.quote.text) in span)
        ]

    def propositions(self, claims: list[Claim]) -> list[Proposition]:
        """The propositions that these claims are part of."""
        keys = {claim.id for claim in claims}
        return [one for one in self.case.propositions if keys & set(one.claims)]


def fold(text: str) -> str:
    """The text on one line, with plain quotation marks."""
    return " ".join(text.translate({0x2019: "'", 0x201C: '"', 0x201D: '"'}).split()).casefold()


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Iterator[CaseContents]:
    home = tmp_path_factory.mktemp("checks")
    (home / "reports").mkdir()
    for name in FILES:
        (home / "reports" / name).write_bytes((REPORTS / name).read_bytes())
    for call in (("new", home / "case"), ("add", home / "case", home / "reports"), ("build", home / "case")):
        with pytest.raises(SystemExit) as end:
            main(["case", *map(str, call)])
        assert end.value.code == 0
    with open_case(home / "case", read_only=True) as opened:
        yield read_case(opened)


@pytest.fixture(scope="module")
def law() -> MeasureSet:
    return load_measures()


def check_meeting(checked: Checked) -> str:
    """Confirmed where the claim has the day, the place and both presidents."""
    (claim,) = [one for one in checked.claims() if one.frame == "meet"]
    people = {role.actor.id for role in claim.roles if role.actor}
    complete = claim.when and claim.when.interval.start == TALKS and claim.where and len(people) == 2
    return "confirmed" if complete and claim.modality == "asserted" else "not_told"


def check_intent(checked: Checked) -> str:
    """Confirmed as an intent: no claim of the passage has a treaty signed or in force."""
    claims = [one for one in checked.claims() if one.frame == "agree"]
    stages = {dict(one.attributes).get("stage") for one in claims}
    return "confirmed" if claims and not stages & {"signed", "in_force"} else "not_told"


def check_help(checked: Checked) -> str:
    """Confirmed as a promise: what was promised is planned, and nobody is said to have done it."""
    claims = [one for one in checked.claims() if one.frame in ("pledge", "circumvent")]
    evading = [one for one in claims if one.frame == "circumvent" and "neutral" in one.quote.text and one.roles]
    promised = {one.modality for one in evading if any(role.role == "agent" for role in one.roles)}
    return "confirmed" if promised == {"planned"} else "not_told"


def check_source(checked: Checked) -> str:
    """Unattributed where nobody but the publisher stands behind it, and the origin is therefore not known."""
    claims = checked.claims()
    origins = [origin for one in checked.propositions(claims) for origin in one.origins]
    alone = all(len(one.sources) == 1 for one in claims)
    return "unattributed_opinion" if claims and alone and not any(o.independent for o in origins) else "attributed"


def check_stance(checked: Checked) -> str:
    """A marker of stance where the epithet is kept as the source's colouring and the person is resolved."""
    claims = [one for one in checked.claims() if one.stance]
    people = {role.actor.id for one in claims for role in one.roles if role.actor}
    return "stance_marker" if "person:alexander-lukashenko" in people else "not_told"


def check_office(checked: Checked) -> str:
    """The wrong actor where the office was then held by another, whom the tables name."""
    issues = [issue for claim in checked.claims() for issue in claim.issues if issue.code == "office_term"]
    named = any("Pezeshkian" in issue.message for issue in issues) and all(issue.evidence for issue in issues)
    return "wrong_actor" if issues and named else "confirmed"


def check_negation(checked: Checked) -> str:
    """Confirmed where the clause is told as a plain negative, and not as a denial."""
    told = {(one.polarity, one.modality) for one in checked.claims() if one.polarity == "negative"}
    return "confirmed" if told == {("negative", "asserted")} else "not_told"


def check_origin(checked: Checked) -> str:
    """A single origin where every proposition of the passage goes back to one, however many tell it."""
    claims = [one for one in checked.claims() if one.frame in ("seek", "channel")]
    found = checked.propositions(claims)
    retold = max((len({checked_of(checked, key) for key in one.claims}) for one in found), default=0)
    single = found and retold > 1 and {one.independent_origins for one in found} == {1}
    return "single_origin_claim" if single else "several_origins"


def checked_of(checked: Checked, claim_id: str) -> str:
    """The report that a claim stands in."""
    return next(one.document_id for one in checked.case.claims if one.id == claim_id)


def check_law(checked: Checked) -> str:
    """By kind the law does not support that the one is less restricted than the other for goods of that field."""
    channels = [one for one in checked.claims() if one.frame == "channel"]
    actors = {role.role: role.actor.id for one in channels for role in one.roles if role.actor}
    assert (actors["channel"], actors["destination"]) == ("country:BY", "country:IR")
    assert "unlike russia" in fold(checked.row["span"])
    field = next(word for word in checked.row["span"].split() if word.startswith("military"))
    finding = assess_measure_gap(checked.law, "BY", "RU", date.fromisoformat(TALKS), read_goods_scope(field))
    issuers = finding.method.parameters["issuers"]
    assert isinstance(issuers, dict)
    same = all(issuers[name]["verdict"] == "not_less" for name in ("EU", "US"))
    breadth = any(one.explanation.startswith("Breadth") and one.status != "rejected" for one in finding.alternatives)
    relief = any(issue.code == "law_changed_later" for issue in finding.issues)
    held = finding.verdict == "does_not_support" and same and breadth and relief
    return "testable_not_supported_by_kind" if held else finding.verdict


def check_drift(checked: Checked) -> str:
    """A drift where the program sets the passage against an earlier word with the same origin."""
    keys = {one.id for one in checked.claims() if one.frame != "channel"}
    drifts = [drift for one in checked.case.propositions for drift in one.drifts if drift.claim_id in keys]
    drifts += [d for one in checked.case.propositions for d in one.drifts if d.earlier_id in keys]
    return "source_drift" if drifts else "faithful"


def check_event(checked: Checked) -> str:
    """The strike and what was there are told apart, and neither has an independent origin in these reports."""
    frames = {one.frame for one in checked.claims()}
    found = checked.propositions(checked.claims())
    open_ = all(not one.independent_origins for one in found)
    return "event_confirmed_cargo_not" if {"strike", "host"} <= frames and open_ else "not_told"


def check_memberships(checked: Checked) -> str:
    """A context check: the tables say what each was to each organisation on the day, from when on."""
    status = {
        (state, body): {one.status for one in memberships_of(state, body, TALKS)}
        for state in _LETTERS
        for body in ("EAEU", "SCO", "BRICS")
        if body in checked.row["span"]
    }
    known = {
        ("IR", "EAEU"): {"observer"}, ("IR", "SCO"): {"member"}, ("IR", "BRICS"): {"member"},
        ("BY", "EAEU"): {"member"}, ("BY", "SCO"): {"member"}, ("BY", "BRICS"): {"partner"},
    }  # fmt: skip
    return "context_check" if all(known[key] <= found for key, found in status.items()) and status else "not_told"


CHECKS: dict[str, Callable[[Checked], str]] = {
    "000-01": check_meeting,
    "000-02": check_intent,
    "000-04": check_help,
    "000-05": check_source,
    "004-01": check_stance,
    "004-02": check_office,
    "004-03": check_negation,
    "004-04": check_origin,
    "004-05": check_law,
    "004-06": check_origin,
    "004-07": check_drift,
    "004-08": check_event,
    "004-09": check_memberships,
}
OTHERS = {
    "000-03": "the wording of a quotation in two translations",
    "000-06": "the firmness of a forecast",
    "000-07": "page furniture",
    "both-01": "a conflict between reports that are not among these",
}
"""Rows that need neither law, membership, office nor origin; other rooms have tests of such passages."""


def rows() -> dict[str, dict[str, str]]:
    if not ROWS.is_file():
        return {}
    with ROWS.open(encoding="utf-8", newline="") as lines:
        return {row["id"]: row for row in csv.DictReader(lines)}


def test_every_row_is_checked_here_or_elsewhere() -> None:
    assert set(rows()) == {*CHECKS, *OTHERS}


@pytest.mark.parametrize("key", CHECKS)
def test_the_program_says_of_a_passage_what_its_check_says(key: str, case: CaseContents, law: MeasureSet) -> None:
    row = rows()[key]
    assert CHECKS[key](Checked(case=case, law=law, row=row)) == row["verdict"]
