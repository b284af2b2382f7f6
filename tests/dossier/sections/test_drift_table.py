from dataclasses import replace

from entrepot.dossier.sections.drift_table import render_drifts
from entrepot.dossier.view import view_case
from entrepot.model.proposition import Drift
from tests.dossier.samples import merged_case


def drifts(**changes: str) -> str:
    case = merged_case()
    alleged, _, retold, _ = case.claims
    known = {"claim_id": retold.id, "earlier_id": alleged.id, "what": "figure", "before": "12", "after": "20"}
    one = replace(case.propositions[0], drifts=(Drift(**(known | changes)),))
    view = view_case(replace(case, propositions=(one,)))
    found = render_drifts(view.propositions[0], view)
    return found.text if found else ""


def test_the_first_telling_stands_before_the_later_one_each_with_its_outlet() -> None:
    html = drifts()
    places = [html.index(words) for words in ("Figure", ">12<", "Example Wire", ">20<", "Example Daily")]
    assert places == sorted(places)
    assert 'href="#c1-1"' in html and 'href="#c2-2"' in html


def test_what_one_telling_leaves_out_is_said_to_be_left_out() -> None:
    assert ">not said<" in drifts(what="goods left out", before="drones", after="")


def test_a_change_of_a_claim_that_is_not_there_is_not_shown() -> None:
    assert drifts(claim_id="elsewhere") == ""
