from dataclasses import replace

from lxml import etree

from entrepot.dossier.sections.conflict_tables import MOST_VOICES, render_conflicts
from entrepot.dossier.view import view_case
from entrepot.model.claim import Source
from entrepot.model.proposition import Conflict
from tests.dossier.samples import make_case, make_claim, make_conflict, make_document, make_proposition, merged_case


def tables(*conflicts: Conflict) -> list[list[str]]:
    case = merged_case()
    view = view_case(replace(case, propositions=(replace(case.propositions[0], conflicts=conflicts),)))
    page = etree.HTML(render_conflicts(view.propositions[0], view).text)
    return [
        [" | ".join("".join(cell.itertext()).strip() for cell in row) for row in table.iter("tr")]
        for table in page.iter("table")
    ]


def test_each_value_stands_with_who_says_it_where_and_since_when() -> None:
    alleged, _, retold, _ = merged_case().claims
    (table,) = tables(make_conflict("quantity", ("12", (alleged,)), ("20", (retold,))))
    assert table == [
        "Said | By | In | Since | Claims",
        "12 | the ministry | Example Wire | 21 August 2025 | 1.1",
        "20 | the ministry | Example Daily | date of publication unknown | 2.2",
    ]


def test_one_speaker_in_several_outlets_is_one_voice_since_the_first_of_them() -> None:
    alleged, _, retold, _ = merged_case().claims
    (table,) = tables(make_conflict("quantity", ("12", (alleged, retold))))
    assert table[1] == "12 | the ministry | Example Wire, Example Daily | 21 August 2025 | 1.1 2.2"


def test_a_denial_names_who_denies() -> None:
    (table,) = tables(*merged_case().propositions[0].conflicts)
    assert table[-1] == "denied | Iran | Example Wire | 21 August 2025 | 1.2"


def test_days_within_a_value_are_written_in_words() -> None:
    alleged, _, retold, _ = merged_case().claims
    (table,) = tables(make_conflict("date", ("2025-08-01/2025-08-31", (alleged,)), ("2025-09-02", (retold,))))
    assert [row.partition(" |")[0] for row in table[1:]] == ["August 2025", "2 September 2025"]


def test_what_is_denied_by_one_and_negated_by_another_is_affirmed_in_one_table() -> None:
    alleged, denied, retold, _ = merged_case().claims
    denial = make_conflict("denial", ("said to be so", (alleged,)), ("denied", (denied,)))
    negation = make_conflict("polarity", ("said to be so", (alleged,)), ("said not to be so", (retold,)))
    (table,) = tables(denial, negation)
    assert [row.partition(" |")[0] for row in table[1:]] == ["said to be so", "denied", "said not to be so"]


def test_many_voices_for_one_value_are_cut_short_with_a_word_on_where_the_others_are() -> None:
    document = make_document()
    claims = [
        make_claim(
            document, id=str(n), sources=(Source(name="W", kind="outlet"), Source(name=f"Man {n}", kind="expert"))
        )
        for n in range(MOST_VOICES + 2)
    ]
    one = make_proposition(*claims, conflicts=(make_conflict("quantity", ("12", tuple(claims))),))
    view = view_case(make_case(*claims, documents=(document,), propositions=(one,)))
    found = render_conflicts(view.propositions[0], view)
    assert found is not None and "and 2 more voices, among the origins above" in found.text


def test_a_proposition_without_conflicts_has_no_table() -> None:
    view = view_case(merged_case())
    assert render_conflicts(view.propositions[1], view) is None
