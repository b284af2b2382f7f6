"""What authorities do: sanction, enforce."""

import pytest

from tests.claims.reports import told

SANCTION = [
    (
        "A halt to the transit of chips to Iran is not planned.",
        "sanction (negative): target Iran; measure transit; goods chips; action impose",
    ),
    (
        "Zelmira Trading was added to the US sanctions list.",
        "sanction: issuer United States; target Zelmira Trading; measure us sanctions list; action impose",
    ),
    (
        "Zelmira Trading was placed under sanctions by Serbia.",
        "sanction: issuer Serbia; target Zelmira Trading; measure sanctions; action impose",
    ),
    (
        "The European Union imposed sanctions on Belarus.",
        "sanction: issuer European Union; target Belarus; measure sanctions; action impose",
    ),
    (
        "Sanctions were imposed on Belarus by the European Union.",
        "sanction: issuer European Union; target Belarus; measure sanctions; action impose",
    ),
    ("Canada sanctioned Zelmira Trading.", "sanction: issuer Canada; target Zelmira Trading; action impose"),
    ("Zelmira Trading was blacklisted by Canada.", "sanction: issuer Canada; target Zelmira Trading; action impose"),
    ("Japan lifted its embargo on Myanmar.", "sanction: issuer Japan; target Myanmar; measure embargo; action lift"),
    (
        "Brussels extended the restrictions against Mali.",
        "sanction: issuer European Union; target Mali; measure restrictions; action extend",
    ),
    (
        "Norway tightened its sanctions against Sudan.",
        "sanction: issuer Norway; target Sudan; measure sanctions; action tighten",
    ),
    (
        "Norway eased its sanctions against Sudan.",
        "sanction: issuer Norway; target Sudan; measure sanctions; action ease",
    ),
    ("Sudan is under sanctions.", "sanction: target Sudan; measure sanctions; action in_force"),
    ("Sudan is subject to an embargo.", "sanction: target Sudan; measure embargo; action in_force"),
    (
        "Switzerland froze the assets of Zelmira Trading.",
        "sanction: issuer Switzerland; target Zelmira Trading; action impose",
    ),
    (
        "Norway plans to impose sanctions on Sudan.",
        "sanction (planned): issuer Norway; target Sudan; measure sanctions; action impose",
    ),
    (
        "Norway did not impose sanctions on Sudan.",
        "sanction (negative): issuer Norway; target Sudan; measure sanctions; action impose",
    ),
    (
        "Norway may lift its sanctions on Sudan.",
        "sanction (possible): issuer Norway; target Sudan; measure sanctions; action lift",
    ),
    (
        "Canada added the bank to its sanctions list.",
        "sanction: issuer Canada; target bank; measure sanctions list; action impose",
    ),
    (
        "Canada banned exports of lathes to Iran.",
        "sanction: issuer Canada; target Iran; measure exports; goods lathes; action impose",
    ),
]
ENFORCE = [
    ("Four lathes were taken off a train by customs officers.", "enforce: authority customs officers; goods lathes"),
    ("Customs officers held back three tonnes of bearings.", "enforce: authority customs officers; goods bearings"),
    ("Police opened a criminal case against Zelmira Trading.", "enforce: authority police; subject Zelmira Trading"),
    (
        "Estonian customs seized 40 bearings from a lorry driver.",
        "enforce: authority customs of Estonia; subject lorry driver; goods bearings",
    ),
    ("Police in Vilnius arrested a shipbroker.", "enforce: authority police; subject shipbroker"),
    ("A Munich court convicted the trader.", "enforce: authority munich court; subject trader"),
    ("The trader was fined by Denmark.", "enforce: authority Denmark; subject trader"),
    ("The United States charged Zelmira Trading.", "enforce: authority United States; subject Zelmira Trading"),
    ("The trader pleaded guilty.", "enforce: subject trader"),
    ("Denmark will extradite the trader.", "enforce (planned): authority Denmark; subject trader"),
    ("Denmark never charged the trader.", "enforce (negative): authority Denmark; subject trader"),
]


@pytest.mark.parametrize(("sentence", "claim"), SANCTION)
def test_a_measure_has_issuer_target_and_action(sentence: str, claim: str) -> None:
    assert told(sentence) == [claim]


@pytest.mark.parametrize(("sentence", "claim"), ENFORCE)
def test_authorities_seize_charge_fine_and_convict(sentence: str, claim: str) -> None:
    assert told(sentence) == [claim]


def test_what_somebody_is_charged_with_is_alleged_beside_the_charge() -> None:
    lines = told("Denmark charged the trader with selling rifles to Libya.")
    assert "enforce: authority Denmark; subject trader" in lines
    assert "supply (alleged): supplier trader; recipient Libya; goods rifles" in lines


@pytest.mark.parametrize(
    "sentence",
    [
        "Did Norway impose sanctions on Sudan?",
        "If Norway imposes sanctions on Sudan, trade will stop.",
        "Norway has not said whether it will impose sanctions on Sudan.",
        "The letter does not mention that Norway sanctioned Sudan.",
        "There is no evidence that Norway imposed sanctions on Sudan.",
        "Trade grew amid sanctions.",
        "Sanctions are a topic of debate.",
        "The sanctioned ships left the bay.",
    ],
)
def test_what_no_source_says_happened_is_no_claim_of_enforcement(sentence: str) -> None:
    assert told(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "claim"),
    [
        (
            "Canada entered Morvale Trade in its list of sanctions.",
            "sanction: issuer Canada; target Morvale Trade; measure list; action impose",
        ),
        (
            "The British have put Morvale Trade, a manager, on their sanctions list.",
            "sanction: issuer United Kingdom; target Morvale Trade; measure sanctions list; action impose",
        ),
        ("Customs officers removed six lathes from two lorries.", "enforce: authority customs officers; goods lathes"),
        ("In November four lathes were held at the border.", "enforce: goods lathes"),
        (
            "Prosecutors have not brought charges against Morvale Trade.",
            "enforce (negative): authority prosecutors; subject Morvale Trade",
        ),
    ],
)
def test_more_ways_to_punish_and_to_seize(sentence: str, claim: str) -> None:
    assert claim in told(sentence)


@pytest.mark.parametrize(
    ("sentence", "claim"),
    [
        (
            "Morvale Trade is under investigation by the National Security Service.",
            "enforce: authority National Security Service; subject Morvale Trade",
        ),
        (
            "Morvale Trade's director was taken into custody by the National Security Service.",
            "enforce: authority National Security Service; subject director",
        ),
        (
            "Istanbul prosecutors have begun an investigation of Morvale Trade.",
            "enforce: authority istanbul prosecutors; subject Morvale Trade",
        ),
        (
            "The central bank suspended Morvale Trade's licence.",
            "enforce: authority central bank; subject Morvale Trade",
        ),
    ],
)
def test_more_ways_to_proceed_against_somebody(sentence: str, claim: str) -> None:
    assert claim in told(sentence)


@pytest.mark.parametrize(
    ("sentence", "claim"),
    [
        (
            "Customs officers relieved John Otieno of $6.4 million in cash.",
            "enforce: authority Customs; subject John Otieno; goods 6.4 million",
        ),
        (
            "A receipt records the seizure of $4.6 million by the Kenya Revenue Authority from John Otieno.",
            "enforce: authority Revenue Authority; subject John Otieno; goods 4.6 million",
        ),
    ],
)
def test_money_is_seized_from_somebody(sentence: str, claim: str) -> None:
    assert claim in told(sentence)


def test_money_that_a_state_never_took_is_no_seizure() -> None:
    assert not any(claim.startswith("enforce") for claim in told("The Kazakhs never took money from the firm."))


def test_who_is_charged_with_smuggling_is_said_to_have_sent_it() -> None:
    found = told("Prosecutors charged three men with smuggling aircraft parts to Iran.")
    assert any(claim.startswith("supply") and "recipient Iran" in claim for claim in found)
