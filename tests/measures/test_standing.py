from datetime import date

from entrepot.measures.standing import LAST_DAY, list_spans, touches
from tests.measures.builders import make_measure


def spans(**cells: str) -> list[tuple[str, str, str, str, str]]:
    def words(ordinal: int) -> str:
        return "open" if ordinal == LAST_DAY else date.fromordinal(ordinal).isoformat()

    return [
        (span.kind, span.target, words(span.first), words(span.last), span.certainty)
        for span in list_spans(make_measure(**cells))
    ]


def test_a_row_stands_from_its_first_day_to_its_last_for_every_kind_and_target() -> None:
    assert spans(kind="finance;export_control", target="BY;RU", start="2022-03-02", end="2022-04-01") == [
        ("finance", "BY", "2022-03-02", "2022-04-01", "certain"),
        ("export_control", "BY", "2022-03-02", "2022-04-01", "certain"),
        ("finance", "RU", "2022-03-02", "2022-04-01", "certain"),
        ("export_control", "RU", "2022-03-02", "2022-04-01", "certain"),
    ]


def test_a_month_is_uncertain_at_both_ends() -> None:
    assert spans(start="2022-03", end="2023-05") == [
        ("export_control", "BY", "2022-03-01", "2022-03-30", "maybe"),
        ("export_control", "BY", "2022-03-31", "2023-05-01", "certain"),
        ("export_control", "BY", "2023-05-02", "2023-05-31", "maybe"),
    ]


def test_a_first_day_on_the_basis_of_a_month_is_no_day() -> None:
    assert spans(start="2022-03-01", date_basis="month")[0] == (
        "export_control", "BY", "2022-03-01", "2022-03-30", "maybe",
    )  # fmt: skip
    assert spans(start="1993-01-01", date_basis="approximate")[0][2:4] == ("1993-01-01", "1993-12-30")


def test_a_row_without_a_beginning_may_have_stood_at_any_time_until_its_end() -> None:
    assert spans(start="", end="2022-05-01") == [("export_control", "BY", "0001-01-01", "2022-05-01", "maybe")]


def test_what_was_only_announced_may_stand_and_never_does() -> None:
    assert spans(start="2022-03-01", date_basis="announced") == [
        ("export_control", "BY", "2022-03-01", "open", "maybe")
    ]


def test_a_kind_may_hold_for_one_target_only_or_begin_later() -> None:
    limited = spans(
        kind="trade_embargo;services_ban", target="RU;BY", kind_limits="trade_embargo RU;services_ban from 2022-07-21"
    )
    assert limited == [
        ("trade_embargo", "RU", "2020-01-01", "open", "certain"),
        ("services_ban", "RU", "2022-07-21", "open", "certain"),
        ("services_ban", "BY", "2022-07-21", "open", "certain"),
    ]


def test_a_comprehensive_embargo_stands_for_the_kinds_that_it_includes() -> None:
    kinds = {kind for kind, *_ in spans(kind="comprehensive_embargo", target="IR")}
    assert {"comprehensive_embargo", "export_control", "import_ban", "finance", "services_ban"} <= kinds
    assert "arms_embargo" not in kinds


def test_a_relief_touches_the_rows_it_names_or_all() -> None:
    named = make_measure("R", kind="relief", relieves="X1")
    assert touches(named, make_measure("X1"))
    assert not touches(named, make_measure("X2"))
    assert touches(make_measure("R", kind="relief"), make_measure("X2"))
