from dataclasses import replace
from typing import Any

from lxml import etree

from entrepot.dossier.sections.origin_tree import grow_tree, render_origins
from entrepot.dossier.view import ClaimView, view_case
from entrepot.model.case import CaseContents
from entrepot.model.claim import Claim, Source
from tests.dossier.samples import make_case, make_claim, make_document, make_origin, make_proposition, merged_case


def chained(publisher: str, *names: str) -> tuple[Claim, Any]:
    """A claim in a report of its own, with its chain of attribution from the publisher on."""
    document = make_document(name=publisher, publisher=publisher)
    sources = tuple(Source(name=name, kind="outlet") for name in (publisher, *names))
    return make_claim(document, sources=sources), document


def tree(*chains: tuple[str, ...], root: str = "the ministry") -> dict[str, Any]:
    made = [chained(*chain) for chain in chains]
    case = make_case(*(claim for claim, _ in made), documents=tuple(document for _, document in made))
    views = {view.claim.id: view for view in view_case(case).claims}
    return shape(grow_tree(make_origin(root, *(claim for claim, _ in made)), views))


def shape(node: Any) -> dict[str, Any]:
    return {one.name: shape(one) for one in node.below.values()}


def origins(case: CaseContents) -> etree._Element:
    return etree.HTML(render_origins(view_case(case).propositions[0]).text)


def words(node: etree._Element) -> str:
    return " ".join(" ".join(node.itertext()).split())


def test_ten_outlets_on_one_statement_are_one_tree_with_ten_leaves() -> None:
    chains = [(f"Daily {number}", "the ministry") for number in range(10)]
    assert tree(*chains) == {f"Daily {number}": {} for number in range(10)}


def test_an_agency_on_the_way_stands_between_the_statement_and_the_outlets_that_took_it_over() -> None:
    found = tree(("Daily", "Wire", "the ministry"), ("Weekly", "Wire", "the ministry"))
    assert found == {"Wire": {"Daily": {}, "Weekly": {}}}


def test_an_outlet_that_others_cite_stands_once_with_them_below() -> None:
    assert tree(("Wire", "the ministry"), ("Daily", "Wire", "the ministry")) == {"Wire": {"Daily": {}}}


def test_a_shorter_form_of_a_name_is_not_a_step_of_its_own() -> None:
    found = tree(("Morning Post", "Post", "Ministry of Shipping"), root="Ministry of Shipping of Greece")
    assert found == {"Morning Post": {}}


def test_a_name_that_comes_twice_on_the_way_is_printed_once() -> None:
    found = tree(("Daily", "the service", "Wire", "the service"), ("Weekly", "the aide"), root="the state")
    assert found == {"the service": {"Wire": {"Daily": {}}}, "the aide": {"Weekly": {}}}


def test_where_a_voice_goes_by_two_names_each_stands_above_the_outlets_that_use_it() -> None:
    found = tree(("Daily", "the service"), ("Weekly", "the spokesman"), root="the state (the service, the spokesman)")
    assert found == {"the service": {"Daily": {}}, "the spokesman": {"Weekly": {}}}


def test_an_origin_has_its_kind_its_interest_and_the_letter_that_somebody_gave_it() -> None:
    html = words(origins(merged_case()))
    assert "Iran official party to the matter reliability D not usually reliable (the user)" in html
    assert "the ministry official alleged Example Wire , 21 August 2025 1.1 Example Daily" in html


def test_standings_that_differ_are_said_at_each_outlet() -> None:
    case = merged_case()
    alleged, denied, *_ = case.claims
    both = replace(case.propositions[0], origins=(make_origin("Iran", alleged, denied),))
    html = words(origins(replace(case, propositions=(both,))))
    assert html.startswith("Iran official the ministry") and "alleged" in html and "denied" in html


def test_no_letter_stands_where_nobody_gave_one() -> None:
    case = merged_case()
    one = case.propositions[0]
    bare = replace(one, origins=tuple(replace(origin, reliability="") for origin in one.origins))
    assert "reliability" not in words(origins(replace(case, propositions=(bare,))))


def test_an_unknown_origin_is_set_apart_and_said_not_to_count() -> None:
    claim, document = chained("Daily")
    one = make_proposition(claim)
    page = origins(make_case(claim, documents=(document,), propositions=(one,)))
    apart = page.xpath("//div[contains(@class, 'origin-unknown')]")
    assert len(apart) == 1 and words(apart[0]).startswith("Origin unknown not counted no source given Daily")


def test_who_published_first_stands_first() -> None:
    views: dict[str, ClaimView] = {view.claim.id: view for view in view_case(merged_case()).claims}
    origin = merged_case().propositions[0].origins[0]
    turned = replace(origin, trails=origin.trails[::-1])
    assert list(shape(grow_tree(turned, views))) == ["Example Wire", "Example Daily"]
