"""States and their dealings: meet, agree, pledge, cooperate, belong, assess."""

import pytest

from tests.claims.reports import told

MEET = [
    (
        "Sergei Lavrov received Badr al-Busaidi in Moscow.",
        "meet: participant Badr al-Busaidi; participant Sergei Lavrov",
    ),
    ("Talks of Georgia with Oman will be held in May.", "meet (planned): participant Georgia; participant Oman"),
    ("Presidents Aliyev and Pashinyan met in Tbilisi.", "meet: participant Ilham Aliyev; participant Nikol Pashinyan"),
    ("Emomali Rahmon met Sadyr Japarov in Dushanbe.", "meet: participant Emomali Rahmon; participant Sadyr Japarov"),
    ("Iran and Armenia held talks in Yerevan.", "meet: participant Armenia; participant Iran"),
    ("The talks between Serbia and Kosovo ended.", "meet: participant Kosovo; participant Serbia"),
    ("Emomali Rahmon received Sadyr Japarov for talks.", "meet: participant Emomali Rahmon; participant Sadyr Japarov"),
    ("Georgia held consultations with Turkey.", "meet: participant Georgia; participant Turkey"),
    ("Chile and Peru will hold talks.", "meet (planned): participant Chile; participant Peru"),
    ("Chile did not meet with Peru.", "meet (negative): participant Chile; participant Peru"),
]
AGREE = [
    (
        "Oman and Chad came to an understanding on shipping.",
        "agree: party Chad; party Oman; matter understanding on shipping; stage agreed",
    ),
    (
        "Iran and Belarus are holding talks on a protocol on rail freight.",
        "agree: party Belarus; party Iran; matter protocol on rail freight; stage talks",
    ),
    ("Iran and Belarus are in talks on a treaty.", "agree: party Belarus; party Iran; matter treaty; stage talks"),
    (
        "Iran and Chad put their names to a pact on customs checks.",
        "agree: party Chad; party Iran; matter pact on customs checks; stage signed",
    ),
    (
        "A memorandum on flag inspections was signed by Iran and Chad in Oman.",
        "agree: party Chad; party Iran; matter memorandum on flag inspections; stage signed",
    ),
    ("Iran and Chad signed a treaty on Monday.", "agree: party Chad; party Iran; matter treaty; stage signed"),
    (
        "Iran and Armenia signed a trade agreement.",
        "agree: party Armenia; party Iran; matter trade agreement; stage signed",
    ),
    ("Chile signed a treaty with Peru.", "agree: party Chile; party Peru; matter treaty; stage signed"),
    ("A treaty was signed by Chile and Peru.", "agree: party Chile; party Peru; matter treaty; stage signed"),
    ("Chile and Peru reached a deal.", "agree: party Chile; party Peru; matter deal; stage agreed"),
    ("Chile and Peru are negotiating an accord.", "agree: party Chile; party Peru; matter accord; stage talks"),
    ("Chile ended its agreement with Peru.", "agree: party Chile; party Peru; matter agreement; stage ended"),
    (
        "Chile has not signed a treaty with Peru.",
        "agree (negative): party Chile; party Peru; matter treaty; stage signed",
    ),
    ("Chile and Peru may sign a treaty.", "agree (possible): party Chile; party Peru; matter treaty; stage signed"),
    ("Chile and Peru will sign a treaty.", "agree (planned): party Chile; party Peru; matter treaty; stage signed"),
    (
        "Chile and Peru agreed on a partnership.",
        "agree: party Chile; party Peru; matter partnership; stage agreed",
    ),
    (
        "Chile and Peru agreed to begin work on a treaty.",
        "agree: party Chile; party Peru; matter begin work on a treaty; stage intent",
    ),
]
PLEDGE = [
    ("China promised Russia to buy gas.", "pledge: agent China; beneficiary Russia; matter buy gas"),
    ("China promised support to Pakistan.", "pledge: agent China; beneficiary Pakistan; matter support"),
    (
        "China offered military assistance to Pakistan.",
        "pledge: agent China; beneficiary Pakistan; matter military assistance",
    ),
    (
        "China promised to help Pakistan repair its radars.",
        "pledge: agent China; beneficiary Pakistan; matter help pakistan repair its radars",
    ),
    ("China is ready to help Pakistan.", "pledge: agent China; beneficiary Pakistan; matter help pakistan"),
    (
        "China agreed to supply Pakistan with radars.",
        "pledge: agent China; beneficiary Pakistan; matter supply pakistan with radars",
    ),
    (
        "China expressed its readiness to supply Pakistan with radars.",
        "pledge: agent China; beneficiary Pakistan; matter supply pakistan with radars",
    ),
    (
        "China did not offer military assistance to Pakistan.",
        "pledge (negative): agent China; beneficiary Pakistan; matter military assistance",
    ),
]
COOPERATE = [
    ("India cooperates with Israel in agriculture.", "cooperate: agent India; counterpart Israel; matter agriculture"),
    (
        "India trained Mauritius in naval defence.",
        "cooperate: agent India; counterpart Mauritius; matter naval defence",
    ),
    ("India gave military support to Armenia.", "cooperate: agent India; counterpart Armenia; matter military support"),
    ("India does not cooperate with Pakistan.", "cooperate (negative): agent India; counterpart Pakistan"),
    ("India will strengthen ties with Armenia.", "cooperate (planned): agent India; counterpart Armenia; matter ties"),
]
BELONG = [
    ("Georgia aspires to join NATO.", "belong (planned): member Georgia; organisation NATO; status member"),
    ("Moldova joined the European Union.", "belong: member Moldova; organisation European Union; status member"),
    ("Egypt is a member of BRICS.", "belong: member Egypt; organisation BRICS; status member"),
    (
        "Mongolia is an observer in the Shanghai Cooperation Organisation.",
        "belong: member Mongolia; organisation Shanghai Cooperation Organisation; status observer",
    ),
    ("Cuba joined BRICS as a partner.", "belong: member Cuba; organisation BRICS; status partner"),
    (
        "Moldova wants to join the European Union.",
        "belong (planned): member Moldova; organisation European Union; status member",
    ),
    (
        "Norway is not a member of the European Union.",
        "belong (negative): member Norway; organisation European Union; status member",
    ),
    ("Britain left the European Union.", "belong: member United Kingdom; organisation European Union; status former"),
    ("Turkey, a member of NATO, has two straits.", "belong: member Turkey; organisation NATO; status member"),
]
ASSESS = [
    ("Brussels called the attack illegal.", "assess: assessor European Union; matter illegal"),
    ("Poland sees the pipeline as a risk.", "assess: assessor Poland; matter risk"),
    (
        "Poland fears that oil will become dear for farmers.",
        "assess (possible): assessor Poland; matter oil will become dear for farmers",
    ),
    ("Poland does not regard the pipeline as a risk.", "assess (negative): assessor Poland; matter risk"),
]


@pytest.mark.parametrize(("sentence", "claim"), MEET)
def test_parties_that_hold_talks_meet(sentence: str, claim: str) -> None:
    assert told(sentence) == [claim]


@pytest.mark.parametrize(("sentence", "claim"), AGREE)
def test_an_accord_has_parties_a_matter_and_a_stage(sentence: str, claim: str) -> None:
    assert claim in told(sentence)


@pytest.mark.parametrize(("sentence", "claim"), PLEDGE)
def test_whoever_promises_help_pledges_it(sentence: str, claim: str) -> None:
    assert claim in told(sentence)


@pytest.mark.parametrize(("sentence", "claim"), COOPERATE)
def test_support_in_general_is_cooperation(sentence: str, claim: str) -> None:
    assert told(sentence) == [claim]


@pytest.mark.parametrize(("sentence", "claim"), BELONG)
def test_a_state_belongs_to_an_organisation_in_some_status(sentence: str, claim: str) -> None:
    assert told(sentence) == [claim]


@pytest.mark.parametrize(("sentence", "claim"), ASSESS)
def test_a_word_of_judging_with_its_judge_is_an_assessment(sentence: str, claim: str) -> None:
    assert told(sentence) == [claim]


def test_what_a_promise_is_about_is_a_planned_claim_of_its_own() -> None:
    lines = told("China promised to help Pakistan circumvent the embargo.")
    assert any(line.startswith("pledge: agent China") for line in lines)
    assert any(line.startswith("circumvent (planned): agent China") for line in lines)


@pytest.mark.parametrize(
    "sentence",
    [
        "Did Chile and Peru sign a treaty?",
        "If Chile and Peru sign a treaty, prices will fall.",
        "The statement does not say that Chile and Peru signed a treaty.",
        "Unlike Peru, the islands are cold.",
        "The agreement has nine pages.",
        "A member of the crew fell ill.",
        "Nobody knows whether Chile met Peru.",
    ],
)
def test_what_no_source_says_happened_is_no_claim_of_politics(sentence: str) -> None:
    assert told(sentence) == []
