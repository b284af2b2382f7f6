"""Who says it through whom: the chain of attribution, publisher first."""

import pytest

from entrepot.claims.publishers import publisher_names, publisher_source
from tests.claims.reports import chain_of, claims_of, codes_of, last_claim, make_report, only_claim

SOLD = "Iran sold drones to Chad"
SZRU = "Foreign Intelligence Service of Ukraine"


@pytest.mark.parametrize(
    ("sentence", "chain"),
    [
        (f"{SOLD}.", []),
        (f"Oman said that {SOLD}.", ["Oman"]),
        (f"Oman confirmed that {SOLD}.", ["Oman"]),
        (f"{SOLD}, Oman said.", ["Oman"]),
        (f"{SOLD}, said the SZRU.", [SZRU]),
        (f"“{SOLD},” said Anna Lundqvist, a broker.", ["Anna Lundqvist"]),
        (f"According to Oman, {SOLD}.", ["Oman"]),
        (f"{SOLD}, according to Oman.", ["Oman"]),
        (f"In a statement, the SZRU said that {SOLD}.", [SZRU]),
        (f"As Reuters reported, {SOLD}.", ["Reuters"]),
        (f"Oman and Kenya said that {SOLD}.", ["Oman", "Kenya"]),
        (f"By Oman’s count, {SOLD}.", ["Oman"]),
        (f"{SOLD}, Reuters reported, citing customs records.", ["Reuters", "customs records"]),
        (f"Bloomberg, citing Reuters, reported that {SOLD}.", ["Bloomberg News", "Reuters"]),
        (f"Reuters reported that Oman had said that {SOLD}.", ["Reuters", "Oman"]),
        (f"Anna Lundqvist told Reuters that {SOLD}.", ["Reuters", "Anna Lundqvist"]),
        (f"Customs records obtained by Reuters showed that {SOLD}.", ["Reuters", "Customs records"]),
        (f"The indictment says that {SOLD}.", ["indictment"]),
        ("Oman accused Iran of selling drones to Chad.", ["Oman"]),
        ("Iran denied that it sold drones to Chad.", ["Iran"]),
        ("Anna Lundqvist wrote in a letter that Iran sold drones to Chad.", ["Anna Lundqvist"]),
        (f"{SOLD}, Comtrade data show.", ["Comtrade data"]),
        (f"Bank slips show that {SOLD}.", ["Bank slips"]),
        (f"{SOLD}, by the count of the watchdog Kalay Watch.", ["Kalay Watch"]),
        (f"{SOLD}, per a leaked memo.", ["leaked memo"]),
        (f"As reported by Reuters, {SOLD}.", ["Reuters"]),
        (f"As confirmed by Oman, {SOLD}.", ["Oman"]),
        (f"A report by Zelmira Analytics found that {SOLD}.", ["Zelmira Analytics"]),
        (f"{SOLD}, two people close to the talks said.", ["people close to the talks"]),
        (f"{SOLD}, the State Security Service said.", ["State Security Service"]),
        (f"The prosecutor's office said {SOLD}.", ["prosecutor's office"]),
    ],
)
def test_a_chain_names_every_link_from_the_publisher_to_whoever_vouches(sentence: str, chain: list[str]) -> None:
    claim = only_claim(sentence)
    assert claim.sources[0].name == "Halden Press"
    assert chain_of(claim) == chain


@pytest.mark.parametrize(
    "sentence",
    [
        "Iran promised to sell drones to Chad.",
        "Iran plans to sell drones to Chad.",
        "Iran wants to sell drones to Chad.",
        "Iran announced that it would sell drones to Chad.",
    ],
)
def test_whoever_promises_plans_or_announces_an_act_of_its_own_is_no_source_of_it(sentence: str) -> None:
    assert [chain_of(claim) for claim in claims_of(sentence) if claim.frame == "supply"] == [[]]


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        (f"Oman said that {SOLD}.", "official"),
        (f"Reuters said that {SOLD}.", "wire"),
        (f"The SZRU said that {SOLD}.", "intelligence"),
        (f"Anna Lundqvist said that {SOLD}.", "participant"),
        (f"The customs records show that {SOLD}.", "document"),
        (f"Analysts say that {SOLD}.", "expert"),
        (f"A trader said that {SOLD}.", "unnamed"),
    ],
)
def test_a_source_is_of_a_kind(sentence: str, kind: str) -> None:
    assert only_claim(sentence).sources[-1].kind == kind


@pytest.mark.parametrize(
    "sentence",
    [
        f"An official said that {SOLD}.",
        f"Two diplomats told Reuters that {SOLD}.",
        f"A trader who asked not to be named said that {SOLD}.",
        f"It is reported that {SOLD}.",
        f"A person familiar with the deal said that {SOLD}.",
    ],
)
def test_a_nameless_source_is_an_unknown_one(sentence: str) -> None:
    assert "source_unknown" in codes_of(only_claim(sentence))


@pytest.mark.parametrize(
    "sentence",
    [
        f"Halden Press reported that {SOLD}.",
        f"Halden Press has learned that {SOLD}.",
        f"We reported in May that {SOLD}.",
    ],
)
def test_a_publisher_that_cites_itself_is_one_link_and_the_claim_says_so(sentence: str) -> None:
    claim = only_claim(sentence)
    assert (chain_of(claim), codes_of(claim)) == ([], {"self_citation"})


def test_a_line_that_says_where_the_story_comes_from_covers_what_follows() -> None:
    claims = claims_of(
        "Reuters writes about the shipments, referring to the SZRU.",
        f"{SOLD}.",
        "Oman said that Iran sold rifles to Mali.",
    )
    assert [chain_of(claim) for claim in claims] == [["Reuters", SZRU], ["Oman"]]
    assert claims[0].sources[-1].span is None


@pytest.mark.parametrize("start", ["The report said", "It adds", "The service said", "The statement added"])
def test_what_continues_a_source_has_the_source_of_the_sentence_before(start: str) -> None:
    claim = last_claim("The SZRU said that Iran sold rifles to Mali.", f"{start} that {SOLD}.")
    assert chain_of(claim) == [SZRU]


def test_a_plain_sentence_after_a_quoted_one_is_the_publishers_own() -> None:
    claim = last_claim("The SZRU said that Iran sold rifles to Mali.", f"{SOLD}.")
    assert chain_of(claim) == []


def test_what_an_interviewee_answers_is_his_word() -> None:
    claims = claims_of("Anna Lundqvist is a broker in Riga.", "Q: Who sold them?", f"A: {SOLD}.")
    assert [chain_of(claim) for claim in claims] == [["Anna Lundqvist"]]


def test_each_of_two_quoted_sentences_has_its_own_speaker() -> None:
    claims = claims_of(f"Oman said that {SOLD}. Kenya said that Iran sold rifles to Mali.")
    assert [chain_of(claim) for claim in claims] == [["Oman"], ["Kenya"]]


def test_a_link_stands_where_the_text_names_it() -> None:
    report = make_report(f"Oman said that {SOLD}.")
    (claim,) = claims_of(f"Oman said that {SOLD}.")
    span = claim.sources[-1].span
    assert span is not None
    assert report.text[span.start : span.end] == span.text == "Oman"
    assert claim.sources[0].span is None


def test_the_word_of_saying_is_a_cue() -> None:
    cues = [cue.span.text for cue in only_claim(f"Oman said that {SOLD}.").cues if cue.kind == "attribution"]
    assert cues == ["said"]


def test_a_publisher_that_the_tables_know_has_its_kind() -> None:
    assert publisher_source(make_report("x", publisher="Reuters")).kind == "wire"
    assert publisher_source(make_report("x", publisher="Halden Press")).kind == "outlet"


def test_a_report_without_a_publisher_is_known_by_its_file() -> None:
    assert publisher_source(make_report("x", publisher="")).name == "report.txt"


@pytest.mark.parametrize("form", ["the halden monitor", "halden monitor", "monitor"])
def test_a_publisher_names_itself_in_short(form: str) -> None:
    assert form.removeprefix("the ") in publisher_names(make_report("x", publisher="The Halden Monitor"))


def test_the_last_word_of_an_agency_is_no_name_of_it() -> None:
    assert "press" not in publisher_names(make_report("x", publisher="Halden Press"))


def test_a_ministry_that_is_informed_hands_nothing_on() -> None:
    (claim,) = claims_of("Morvale Lines has informed the Ministry that it never sold lathes to Iran.")
    assert chain_of(claim) == ["Morvale Lines"]


def test_the_ministry_in_its_own_release_is_the_publisher() -> None:
    (claim,) = claims_of("The Ministry says Iran sold lathes to Chad.", publisher="Ministry of Trade of Kenya")
    assert chain_of(claim) == []


def test_a_servant_of_a_named_state_is_an_official_and_no_unknown_source() -> None:
    for who in ("Ukraine's sanctions commissioner", "European Union officials"):
        (claim,) = claims_of(f"Iran sold lathes to Chad, {who} said.")
        assert (claim.sources[-1].kind, codes_of(claim)) == ("official", set())


def test_a_treasury_beside_its_country_is_that_countrys() -> None:
    (claim,) = claims_of("The United States will lift its sanctions on Iran, the Treasury says.")
    assert chain_of(claim) == ["United States Department of the Treasury"]


def test_whoever_the_publisher_hears_it_from_is_the_source() -> None:
    (claim,) = claims_of("Iran and Chad have signed a treaty, we hear from a man in Piraeus.")
    assert (chain_of(claim), codes_of(claim)) == (["man in Piraeus"], {"source_unknown"})


def test_whoever_speaks_of_goods_that_went_somewhere_says_so() -> None:
    (claim,) = claims_of("The coast guard of Chad speaks of 700 barrels of crude that went from Iran to Syria.")
    assert chain_of(claim) != []


def test_no_person_is_it() -> None:
    claim = claims_of(
        "Iran sold no lathes, said Duarte Pellingham.", "The State Customs Service detained a ship on Monday, it said."
    )[-1]
    assert chain_of(claim) == ["State Customs Service"]
