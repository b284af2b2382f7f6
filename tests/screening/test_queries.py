import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from entrepot.screening.queries import MAX_NAME, ask_name, read_queries


def read(content):
    raw = content if isinstance(content, bytes) else content.encode()
    return list(read_queries(io.BytesIO(raw)))


def names(content):
    return [one.query.name for one in read(content)]


def codes(one):
    return [issue.code for issue in one.issues]


def test_a_table_is_told_by_its_column_of_names():
    (one,) = read("id,name,kind,country,birth_year\n7,Ivan Petrov,person,Russia,1965\n")
    query = one.query
    assert (query.name, query.id, query.kind, query.country, query.birth_year) == (
        "Ivan Petrov", "7", "person", "RU", 1965,
    )  # fmt: skip
    assert dict(one.fields)["country"] == "Russia" and one.can_be_asked and one.issues == ()


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_a_table_may_be_divided_in_several_ways(delimiter):
    assert names(f"Id{delimiter}Name\n1{delimiter}A\n2{delimiter}B\n") == ["A", "B"]


def test_a_file_without_such_a_column_has_a_name_a_line():
    assert names("SMITH, John\nOOO Vostok\r\nЗАО Север") == ["SMITH, John", "OOO Vostok", "ЗАО Север"]


def test_records_a_line_are_read_too():
    found = read('{"query":"A","id":3}\n{"name":"B","identifiers":{"imo":"IMO 9187629"}}\n')
    assert [(one.query.name, one.query.id) for one in found] == [("A", "3"), ("B", "")]
    assert found[1].query.identifiers[0].value == "9187629"


def test_identifiers_are_read_from_columns_of_their_own():
    (one,) = read("name,imo,passport\nSea Dog,9187629,72 1234567\n")
    assert {each.kind: each.value for each in one.query.identifiers} == {"imo": "9187629", "passport": "721234567"}


def test_a_mark_at_the_beginning_and_wide_letters_do_no_harm():
    assert names("\ufeffname\nA\n".encode()) == ["A"]
    assert names("name\nЖук\n".encode("utf-16")) == ["Жук"]


def test_an_empty_line_is_a_query_that_cannot_be_asked():
    found = read("name,country\nA,\n\n   ,RU\nB,RU\n")
    assert [one.can_be_asked for one in found] == [True, False, False, True]
    assert codes(found[1]) == ["query_empty"] and codes(found[2]) == ["query_empty"]
    assert [one.number for one in found] == [1, 2, 3, 4]


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("A\x1b[31mB", "query_control_characters"),
        ("x" * 10_000, "query_too_long"),
        ("x" * 300_000, "query_too_long"),
        ("--- ...", "query_empty"),
    ],
)
def test_hostile_lines_are_named_and_the_others_still_asked(line, code):
    found = read(f"Before\n{line}\nAfter\n")
    assert [one.can_be_asked for one in found] == [True, False, True]
    assert codes(found[1]) == [code]
    assert found[2].query.name == "After"


def test_bytes_that_are_no_text_are_named():
    found = read(b"Before\nM\xfcller\nAfter\n")
    assert [codes(one) for one in found] == [[], ["query_not_text"], []]
    assert found[1].query.name == "M\ufffdller"


def test_records_that_are_none_are_named():
    found = read('{"name":"A"}\nnonsense\n[1]\n{"name":7}\n' + "[" * 5000 + "\n\n")
    assert [codes(one) for one in found] == [
        [], ["query_unreadable"], ["query_unreadable"], ["query_empty"], ["query_unreadable"], ["query_empty"],
    ]  # fmt: skip


@pytest.mark.parametrize("more", [0, 10, 400])
def test_a_quotation_mark_that_is_never_closed_is_named_and_swallows_no_other_row(more):
    found = read('name,id\n"A,1\n' + "filler,2\n" * more + "B,3\n")
    assert codes(found[0]) == ["query_unreadable"]
    assert [one.query.name for one in found[1:]] == ["filler"] * more + ["B"]


def test_a_name_may_hold_quotation_marks_and_a_line_break():
    assert names('name,id\n"OOO ""Vostok""\nMoscow",1\nOOO "Sever",2\nB,3\n') == [
        'OOO "Vostok"\nMoscow', 'OOO "Sever"', "B",
    ]  # fmt: skip


def test_what_is_not_understood_is_left_aside_and_the_name_is_asked():
    (one,) = read("name,kind,country,birth_year\nA,submarine,Atlantis,unknown\n")
    assert one.can_be_asked
    assert [issue.severity for issue in one.issues] == ["note"] * 3
    assert (one.query.kind, one.query.country, one.query.birth_year) == ("unknown", "", None)


def test_an_empty_file_has_no_query():
    assert read("") == [] and read("name\n") == []


def test_a_single_name_is_checked_alike():
    assert ask_name("Ivan").can_be_asked and not ask_name(" ").can_be_asked
    assert not ask_name("x" * (MAX_NAME + 1)).can_be_asked


LINES = st.lists(st.text(st.characters(exclude_characters="\n\r", codec="utf-8"), max_size=30), max_size=8)


@given(LINES)
def test_as_many_queries_come_out_as_lines_go_in(lines):
    found = read("first line\n" + "".join(f"{line}\n" for line in lines))
    assert len(found) == len(lines) + 1
    assert [one.query.name for one in found[1:]] == lines


@given(st.binary(max_size=200))
def test_no_bytes_break_the_reading(content):
    for one in read(content):
        json.dumps(one.query.name).encode()
        assert one.can_be_asked or one.issues
