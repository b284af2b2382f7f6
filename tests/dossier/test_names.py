import pytest

from entrepot.dossier.names import file_name, named_source_key, role_name, source_name, standing_of
from entrepot.model.claim import Role, Source
from tests.dossier.samples import IRAN, alleged_supply, denied_supply, make_claim, make_document


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


def test_a_negated_sentence_stands_against_and_a_denied_one_is_denied() -> None:
    document = make_document()
    assert standing_of(alleged_supply(document)) == "alleged"
    assert standing_of(alleged_supply(document, polarity="negative")) == "negative"
    assert standing_of(denied_supply(document)) == "denied"
