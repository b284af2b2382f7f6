import pytest

from entrepot.dossier.view import file_name, named_source_key, role_name, source_name, view_case
from entrepot.model.claim import Role, Source
from tests.dossier.samples import IRAN, alleged_supply, denied_supply, full_case, make_case, make_claim, make_document


def test_claims_are_numbered_by_report_and_place_in_it() -> None:
    view = view_case(full_case())
    assert [claim.label for claim in view.claims] == ["1.1", "1.2", "2.1", "2.2"]
    assert len({claim.anchor for claim in view.claims}) == 4


def test_numbers_follow_the_text_and_not_the_order_in_which_claims_were_found() -> None:
    document = make_document()
    view = view_case(make_case(denied_supply(document), alleged_supply(document), documents=(document,)))
    assert [claim.claim.modality for claim in view.claims] == ["alleged", "denied"]


def test_claims_within_a_stretch_are_those_whose_sentence_touches_it() -> None:
    document = make_document()
    report = view_case(make_case(alleged_supply(document), denied_supply(document), documents=(document,))).reports[0]
    denial = report.claims[1].claim.quote
    assert report.claims_within(0, len(document.text)) == list(report.claims)
    assert report.claims_within(denial.start, denial.end) == [report.claims[1]]
    assert report.claims_within(denial.start - 3, denial.start + 1) == list(report.claims)
    assert report.claims_within(0, 1) == []


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("/srv/cases/a.txt", "a.txt"),
        ("C:\\case\\a.txt", "a.txt"),
        ("b.zip!/in/c.txt", "c.txt"),
        ("-", "-"),
        ("", ""),
    ],
)
def test_folders_of_a_machine_stay_out_of_the_dossier(path: str, name: str) -> None:
    assert file_name(path) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ('high-priority" goods', "high-priority goods"),
        ("“dual use", "dual use"),
        ('"dual use" goods', '"dual use" goods'),
    ],
)
def test_half_a_pair_of_quotation_marks_is_left_out_of_a_name(text: str, name: str) -> None:
    assert role_name(Role(role="goods", text=text, span=None, inferred=True)) == name


def test_a_publisher_speaking_for_itself_is_no_named_source() -> None:
    document = make_document()
    assert named_source_key(make_claim(document)) is None


def test_a_nameless_source_is_no_named_source() -> None:
    wire, nobody = Source(name="Example Wire", kind="outlet"), Source(name="officials", kind="unnamed")
    assert named_source_key(make_claim(make_document(), sources=(wire, nobody))) is None


def test_a_publisher_that_cites_itself_is_no_named_source() -> None:
    wire = Source(name="Example Wire", kind="outlet")
    assert named_source_key(make_claim(make_document(), sources=(wire, wire))) is None


def test_one_actor_under_two_names_is_one_source() -> None:
    wire = Source(name="Example Wire", kind="outlet")
    keys = {
        named_source_key(make_claim(make_document(), sources=(wire, Source(name=name, kind="official", actor=IRAN))))
        for name in ("Tehran", "the Iranian government")
    }
    assert keys == {"country:IR"}


def test_a_source_without_a_name_is_said_to_have_none() -> None:
    assert source_name(Source(name="", kind="unnamed")) == "source not named"
