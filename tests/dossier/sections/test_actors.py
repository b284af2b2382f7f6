from entrepot.dossier.sections.actors import render_actors
from entrepot.dossier.view import view_case
from entrepot.model.case import CaseContents
from entrepot.model.claim import Role
from tests.dossier.samples import NORTHLINE, full_case, make_case, make_claim, make_document, merged_case


def actors(case: CaseContents) -> str:
    return render_actors(view_case(case)).text


def test_an_actor_is_shown_with_its_roles_and_what_is_said_of_it() -> None:
    html = actors(full_case())
    assert "<b>supplier</b> in supply: 3" in html
    assert "2 reports · named in 3 claims · 2 named sources" in html


def test_what_an_actor_is_quoted_as_saying_is_apart_from_what_is_said_of_it() -> None:
    assert "Source of 1 claim: " in actors(full_case())


def test_actors_named_in_more_reports_come_first() -> None:
    case = full_case()
    firm = Role(role="producer", text="Northline", span=None, actor=NORTHLINE, inferred=True)
    produce = make_claim(case.documents[0], frame="produce", roles=(firm,))
    html = actors(make_case(*case.claims, produce, documents=case.documents))
    assert html.index(">Countries<") < html.index(">Organisations and firms<")
    assert html.index('id="a-country_3a_IR"') < html.index('id="a-country_3a_BY"')


def test_a_name_that_was_not_resolved_is_listed_as_the_report_gives_it() -> None:
    document = make_document()
    stranger = Role(role="supplier", text="a firm in the  port", span=None, inferred=True)
    goods = Role(role="goods", text="pumps", span=None, inferred=True)
    html = actors(make_case(make_claim(document, roles=(stranger, goods)), documents=(document,)))
    assert "a firm in the port" in html and "pumps" not in html


def test_a_hostile_identifier_makes_a_harmless_anchor() -> None:
    document = make_document()
    odd = Role(role="supplier", text="x", span=None, actor=type(NORTHLINE)(id='person:"><b>é', kind="person", name="X"))
    html = actors(make_case(make_claim(document, roles=(odd,)), documents=(document,)))
    assert 'id="a-person_3a__22__3e__3c_b_3e__e9_"' in html


def test_under_an_actor_stand_the_propositions_that_name_it() -> None:
    html = actors(merged_case())
    russia = html[html.index('id="a-country_3a_RU"') :].partition("</article>")[0]
    assert "supplied" in russia and '<a href="#p1" class="ref">proposition 1</a>' in russia
    assert ">alleged</span>" in russia and ">denied</span>" in russia


def test_a_proposition_that_is_not_set_out_leads_to_its_claim() -> None:
    html = actors(merged_case())
    assert "signed an accord" in html and 'href="#p2"' not in html and 'href="#c2-1"' in html
