import pytest

from entrepot.errors import InputError
from entrepot.measures.files import FileRows, read_measure_file, shorten_issues

CARD = 'title = "T"\nproducer = "P"\ncitation = "C"\nlicence = "facts"\nstate_of_knowledge = "2026-10-01"\n'
HEAD = "id,jurisdiction,target,kind,legal_act,start,source\n"
GOOD = "N1,NO,BY,export_control,Act,2014-08-15,Gazette\n"


def read(rows: str, card: str = CARD) -> FileRows:
    return read_measure_file("own.csv", rows, card, "abc")


def test_a_sound_file_gives_its_rows() -> None:
    found = read(HEAD + GOOD)
    assert [row["id"] for row in found.measures] == ["N1"]
    assert (found.refused, found.issues, found.title, found.observed_on) == (0, (), "T", "2026-10-01")


def test_a_file_with_a_mark_of_byte_order_and_blank_lines_is_read() -> None:
    assert len(read("\ufeff" + HEAD + "\n" + GOOD + ",,,,,,\n").measures) == 1


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("N2,NO,BY,exprt,Act,2014,S", "kind 'exprt' in kind is not known; take one of"),
        ("N2,NO,BY,export_control,Act,2014-13,S", "date '2014-13' in start is none; write 2025-04-19"),
        ("N2,NO,BY,export_control,Act,2014-02-30,S", "date '2014-02-30' in start"),
        ("N2,NO,QQ,export_control,Act,2014,S", "target 'QQ' is no territory"),
        ("N2,norway,BY,export_control,Act,2014,S", "issuer 'norway' is no code"),
        ("N2,NO,BY,export_control,Act,2014,", "cell source is empty"),
        (",NO,BY,export_control,Act,2014,S", "cell id is empty"),
        ("N1,NO,BY,export_control,Act,2014,S", "key N1 stands in the file twice"),
        ("N2,NO,BY", "cell kind is empty"),
    ],
)
def test_a_bad_row_is_left_out_with_its_line_and_what_to_do_and_the_rest_is_read(row: str, said: str) -> None:
    found = read(HEAD + GOOD + row + "\n")
    assert [one["id"] for one in found.measures] == ["N1"]
    assert found.refused == 1
    assert any(said in issue.message and "own.csv, line 3" in issue.message for issue in found.issues)


def test_an_empty_first_day_is_unknown_and_no_fault() -> None:
    assert read(HEAD + "N1,NO,BY,export_control,Act,,Gazette\n").refused == 0


@pytest.mark.parametrize(
    ("column", "value", "said"),
    [
        ("end", "2013-01-01", "before it begins"),
        ("status", "gone", "status 'gone' is not known"),
        ("direction", "north", "direction 'north' is not known"),
        ("kind_limits", "export_control", "limits 'export_control' are none"),
        ("kind_limits", "finance RU", "on no kind of this row"),
        ("eases", "x", "kind 'x' in eases"),
        ("wind_down", "soon", "date 'soon' in wind_down"),
    ],
)
def test_further_columns_are_read_as_strictly(column: str, value: str, said: str) -> None:
    found = read(f"{HEAD.strip()},{column}\n{GOOD.strip()},{value}\n")
    assert any(said in issue.message for issue in found.issues)


def test_a_column_that_is_not_known_is_named_and_passed_over() -> None:
    found = read(f"{HEAD.strip()},colour\n{GOOD.strip()},red\n")
    assert len(found.measures) == 1
    assert [(issue.code, "'colour'" in issue.message) for issue in found.issues] == [("column_unknown", True)]


def test_a_list_of_goods_is_told_by_its_column() -> None:
    found = read("measure,code,extent,source\nM102,8542,whole,Annex\nM102,85.42,whole,Annex\nM102,8543,all,Annex\n")
    assert [row["code"] for row in found.goods] == ["8542"]
    assert [said in issue.message for issue, said in zip(found.issues, ("'85.42'", "'all'"), strict=True)] == [
        True,
        True,
    ]


@pytest.mark.parametrize(
    ("rows", "card", "said"),
    [
        ("id,jurisdiction\n", CARD, "columns target, kind, legal_act, start, source must be there"),
        ("", CARD, "first line must name the columns"),
        (HEAD + GOOD, "title = 'T'", "its card must say producer, citation, licence, state_of_knowledge"),
        (HEAD + GOOD, "title = ", "its card is no TOML"),
        (HEAD + GOOD, CARD + '[[complete]]\nissuer = "NO"\n', "must say target, start, source"),
        (HEAD + GOOD, CARD + '[[complete]]\nissuer = "NO"\ntarget = "BY"\nstart = "x"\nsource = "s"\n', "is no date"),
    ],
)
def test_a_file_that_cannot_be_read_says_what_is_missing(rows: str, card: str, said: str) -> None:
    with pytest.raises(InputError, match=r"own\.csv: ") as caught:
        read(rows, card)
    assert said in str(caught.value)


def test_a_card_may_say_that_rows_are_complete() -> None:
    card = CARD + '[[complete]]\nissuer = "NO"\ntarget = "BY"\nkinds = ["finance"]\nstart = "2022"\nsource = "s"\n'
    (one,) = read(HEAD + GOOD, card).coverage
    assert (one.issuer, one.kinds, one.start, one.end) == ("NO", ("finance",), "2022-01-01", "2026-10-01")


def test_who_was_told_of_refused_rows_gets_one_sentence_later() -> None:
    found = shorten_issues(read(HEAD + GOOD + "N2,NO,BY,exprt,Act,2014,S\nN3,NO,BY,exprt,Act,2014,S\n"))
    assert [issue.message for issue in found.issues] == [
        "own.csv: 2 of its rows were refused; `entrepot measures status` with the case says why."
    ]
    sound = read(HEAD + GOOD)
    assert shorten_issues(sound) is sound
