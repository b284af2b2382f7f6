from entrepot.dossier.points import RULE, gather_points
from entrepot.dossier.sections.key_points import FEWEST, FOLDED, SHOWN, render_key_points
from entrepot.dossier.view import view_case
from entrepot.model.actor import Actor
from entrepot.model.claim import Claim, Role
from entrepot.model.document import Document
from tests.dossier.samples import denied_supply, full_case, make_case, make_claim, make_document


def about(number: int, document: Document, times: int) -> list[Claim]:
    actor = Actor(id=f"organisation:firm-{number}", kind="organisation", name=f"Firm {number}")
    role = Role(role="producer", text=actor.name, span=None, actor=actor, inferred=True)
    return [make_claim(document, frame="produce", roles=(role,), id=f"{number}-{turn}") for turn in range(times)]


def test_a_key_point_says_who_alleges_and_who_denies_with_links() -> None:
    html = render_key_points(gather_points(view_case(full_case()).claims)).text
    assert html.index("alleged by") < html.index("the ministry") < html.index("denied by")
    assert 'href="#c1-2"' in html and ">contested<" in html
    assert "2 reports · 3 claims · 2 named sources" in html


def test_the_rule_of_choice_is_printed() -> None:
    assert RULE in render_key_points(gather_points(view_case(full_case()).claims)).text


def test_points_that_only_one_claim_makes_are_left_to_the_actors_once_there_are_enough() -> None:
    document = make_document()
    claims = [claim for number in range(FEWEST) for claim in about(number, document, 2)]
    claims += [claim for number in range(50, 55) for claim in about(number, document, 1)]
    html = render_key_points(gather_points(view_case(make_case(*claims, documents=(document,))).claims)).text
    assert html.count('class="phrase"') == FEWEST and "5 more points under Actors." in html


def test_a_small_case_shows_points_that_one_claim_makes() -> None:
    document = make_document()
    claims = [claim for number in range(3) for claim in about(number, document, 1)]
    html = render_key_points(gather_points(view_case(make_case(*claims, documents=(document,))).claims)).text
    assert html.count('class="phrase"') == 3


def test_a_point_that_nobody_makes_and_somebody_denies_says_so() -> None:
    document = make_document()
    html = render_key_points(gather_points(view_case(make_case(denied_supply(document), documents=(document,))).claims))
    assert ">only denied<" in html.text


def test_the_list_does_not_grow_without_end() -> None:
    document = make_document()
    claims = [claim for number in range(SHOWN + FOLDED + 3) for claim in about(number, document, 2)]
    html = render_key_points(gather_points(view_case(make_case(*claims, documents=(document,))).claims)).text
    assert html.count('class="phrase"') == SHOWN + FOLDED and "3 more points under Actors." in html


def test_a_case_without_points_says_so() -> None:
    assert "there are no key points" in render_key_points(()).text
