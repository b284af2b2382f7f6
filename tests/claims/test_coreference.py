"""Pronouns and definite phrases: what they stand for, why, and when that is not sure."""

import pytest

from entrepot.claims.coreference import MEMORY, Discourse, Ranked
from entrepot.claims.mentions import Mention
from entrepot.model.actor import Actor
from tests.claims.reports import claims_of, codes_of, last_claim, roles_of, told


def mention(name: str, kind: str = "country", **more: object) -> Mention:
    actor = Actor(id=f"{kind}:{name.casefold()}", kind=kind, name=name)  # type: ignore[arg-type]
    return Mention(span=None, text=name, kind=kind, actor=actor, **more)  # type: ignore[arg-type]


def ranked(name: str, rank: int, joined: int, kind: str = "country", **more: object) -> Ranked:
    return Ranked(mention=mention(name, kind, **more), rank=rank, joined=joined)


def after(*sentences: list[Ranked]) -> Discourse:
    """A discourse in which these sentences have been read, in this order."""
    discourse = Discourse()
    for sentence in sentences:
        discourse.note_sentence(sentence)
    return discourse


def names(found: tuple[Mention, ...]) -> list[str]:
    return [item.text for item in found]


def test_it_is_the_last_subject_that_fits() -> None:
    discourse = after([ranked("Chad", 3, 0), ranked("Mali", 2, 2)], [ranked("Iran", 3, 0), ranked("Oman", 2, 2)])
    (found,) = discourse.resolve_pronoun("it", [])
    assert (found.text, found.span, found.codes) == ("Iran", None, ())
    assert "“it”" in found.reason


def test_it_is_nobody_where_two_subjects_fit() -> None:
    assert after([ranked("Iran", 3, 0), ranked("Oman", 3, 5)]).resolve_pronoun("it", []) == ()


def test_it_is_no_person_and_he_is_no_country() -> None:
    discourse = after([ranked("Iran", 3, 0), ranked("Rahmon", 1, 4, "person")])
    assert names(discourse.resolve_pronoun("it", [])) == ["Iran"]
    assert names(discourse.resolve_pronoun("he", [])) == ["Rahmon"]


def test_he_is_said_to_be_unsure_where_two_persons_fit() -> None:
    (found,) = after([ranked("Rahmon", 3, 0, "person"), ranked("Japarov", 3, 0, "person")]).resolve_pronoun("he", [])
    assert found.codes == ("actor_ambiguous",)


def test_a_pronoun_looks_back_three_sentences_and_no_further() -> None:
    rain: list[Ranked] = []
    iran = [ranked("Iran", 3, 0)]
    assert names(after(iran, rain, rain).resolve_pronoun("it", [])) == ["Iran"]
    assert after(iran, rain, rain, rain).resolve_pronoun("it", []) == ()


def test_a_definite_phrase_looks_back_further_than_a_pronoun_but_not_for_ever() -> None:
    rain: list[Ranked] = []
    ship = [ranked("Ostara", 3, 0, "vessel")]
    assert names(after(ship, *[rain] * (MEMORY - 1)).resolve_definite("ship", [])) == ["Ostara"]
    assert after(ship, *[rain] * MEMORY).resolve_definite("ship", []) == ()


def test_they_are_two_joined_or_a_plural() -> None:
    joined = after([ranked("Chile", 3, 0), ranked("Peru", 3, 0)])
    assert names(joined.resolve_pronoun("they", [])) == ["Chile", "Peru"]
    apart = after([ranked("Chile", 3, 0), ranked("Peru", 3, 4)])
    assert apart.resolve_pronoun("they", []) == ()
    people = after([ranked("Iranians", 3, 0, "group", plural=True)])
    assert names(people.resolve_pronoun("they", [])) == ["Iranians"]


def test_they_are_not_one_country() -> None:
    assert after([ranked("Chile", 3, 0)]).resolve_pronoun("they", []) == ()


def test_the_two_sides_are_the_last_pair_of_two() -> None:
    discourse = Discourse()
    discourse.note_pair([mention("Chile"), mention("Peru")])
    discourse.note_pair([mention("Iran"), mention("Iran")])
    discourse.note_pair([mention("Oman"), mention("Iran"), mention("Mali")])
    assert names(discourse.resolve_pair("side")) == ["Chile", "Peru"]


def test_both_countries_are_no_firms() -> None:
    discourse = Discourse()
    discourse.note_pair([mention("Chile"), mention("Peru")])
    discourse.note_pair([mention("Morvale", "organisation"), mention("Zelmira", "organisation")])
    assert names(discourse.resolve_pair("country")) == ["Chile", "Peru"]
    assert names(discourse.resolve_pair("side")) == ["Morvale", "Zelmira"]


def test_no_pair_was_named_so_the_two_sides_are_nobody() -> None:
    assert Discourse().resolve_pair("side") == ()


def test_goods_named_long_ago_are_no_longer_them() -> None:
    discourse = Discourse()
    discourse.note_thing("goods", (Mention(span=None, text="drones", kind="thing"),))
    assert names(discourse.resolve_thing("goods")) == ["drones"]
    for _ in range(3):
        discourse.note_sentence([])
    assert discourse.resolve_thing("goods") == ()


def test_a_spokesman_named_with_his_title_is_the_spokesman() -> None:
    discourse = Discourse()
    discourse.titles["spokesman"] = mention("Golest", "person")
    assert names(discourse.resolve_definite("spokesman", [])) == ["Golest"]


@pytest.mark.parametrize(
    "sentence",
    [
        "The two sides signed a treaty.",
        "Both countries signed a treaty.",
        "They signed a treaty.",
        "The two countries signed a treaty.",
    ],
)
def test_those_who_met_are_those_who_sign(sentence: str) -> None:
    claim = claims_of("Chile and Peru held talks on Monday.", sentence)[-1]
    assert (claim.frame, roles_of(claim, "party")) == ("agree", ["Chile", "Peru"])
    for role in claim.roles:
        assert role.inferred == (role.span is None)
        assert bool(role.reason) == role.inferred


@pytest.mark.parametrize(
    ("before", "supplier"),
    [
        ("Iran is poor.", "It"),
        ("Emomali Rahmon gave a speech on oil.", "He"),
        ("Zelmira Trading is in Riga.", "The company"),
        ("Kenya has a long coast.", "The country"),
        ("Iran makes engines in many plants.", "It"),
    ],
)
def test_what_points_back_stands_for_whom_the_sentence_before_names(before: str, supplier: str) -> None:
    claim = last_claim(before, f"{supplier} sold drones to Chad.")
    (found,) = (role for role in claim.roles if role.role == "supplier")
    assert found.actor is not None
    assert before.startswith(found.actor.name)
    assert (found.inferred, found.text) == (True, found.actor.name)
    assert supplier.split()[-1].casefold() in found.reason.casefold()


def test_of_two_subjects_it_is_neither() -> None:
    claim = last_claim("Iran and Syria quarrelled over oil.", "It sold drones to Chad.")
    assert roles_of(claim, "supplier") == []


def test_of_two_presidents_he_may_be_either_and_the_claim_says_so() -> None:
    claim = last_claim("Presidents Aliyev and Pashinyan met in Tbilisi.", "He sold drones to Chad.")
    assert codes_of(claim) == {"actor_ambiguous"}


def test_a_pronoun_at_the_start_of_a_report_is_nobody() -> None:
    assert roles_of(last_claim("He sold drones to Chad."), "supplier") == []


def test_whom_somebody_sanctions_is_not_himself() -> None:
    claim = claims_of("Morvale Lines controls 34 tankers.", "Britain sanctioned it on 12 May.")[-1]
    assert [(role.role, role.actor and role.actor.name) for role in claim.roles] == [
        ("issuer", "United Kingdom"),
        ("target", "Morvale Lines"),
    ]


def test_the_firm_is_no_news_agency_that_only_reports() -> None:
    claim = claims_of(
        "Canada has put Morvale Lines on its sanctions list, Aegis Maritime Wire reports.",
        "The firm controls 43 tankers.",
    )[-1]
    assert [role.actor and role.actor.name for role in claim.roles if role.role == "owner"] == ["Morvale Lines"]


def test_the_coast_guard_is_the_one_named_before() -> None:
    claim = claims_of("The Hellenic Coast Guard seized crude.", "The coast guard detained the tanker Tessalit.")[-1]
    assert [role.actor and role.actor.id for role in claim.roles if role.role == "authority"] == [
        "organisation:gr-coast-guard"
    ]


def test_what_a_bodys_men_do_it_does() -> None:
    for sentence in (
        "Officers of the State Customs Service seized six lathes.",
        "The State Customs Service says its men took six lathes off two lorries.",
    ):
        assert told(sentence) == ["enforce: authority State Customs Service; goods lathes"]


def test_the_service_is_no_trading_firm() -> None:
    claim = claims_of("Iran sold lathes to Morvale Trading.", "Oman sold radars to Chad, according to the service.")[-1]
    assert claim.sources[-1].name == "service"


def test_whoever_is_sentenced_for_selling_sold() -> None:
    claims = claims_of("A court in Riga sentenced Mila Rask to four years for selling lathes to Russia.")
    assert [role.text for claim in claims for role in claim.roles if role.role == "supplier"] == ["Mila Rask"]
