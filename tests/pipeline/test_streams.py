import tracemalloc

import pytest

from entrepot.errors import InputError
from entrepot.model.case import UnreadInput
from entrepot.model.document import Document
from entrepot.pipeline.streams import Read, extract_stream
from tests.pipeline.fakes import extract


def report(number, text="The harbour master said: nothing passed."):
    return Document(id=f"{number:016d}", path=f"{number}.txt", sha256="", media_type="text/plain", text=text, blocks=())


def names(items):
    return [item.document.path if isinstance(item, Read) else item.path for item in items]


def test_reports_come_out_in_the_order_in_which_they_went_in():
    inputs = [report(3), UnreadInput(path="torn.pdf", reason="It is torn."), report(1), report(2)]
    assert names(extract_stream(inputs, extract)) == ["3.txt", "torn.pdf", "1.txt", "2.txt"]


@pytest.mark.slow
def test_several_processes_give_what_one_gives():
    inputs = [report(number) if number % 5 else UnreadInput(path=str(number), reason="torn") for number in range(40)]
    assert list(extract_stream(inputs, extract, jobs=2)) == list(extract_stream(inputs, extract))


def test_a_report_that_cannot_be_handled_does_not_keep_others_from_being_read():
    found = list(extract_stream([report(1), report(2, "refuse"), report(3)], extract))
    assert found[1] == UnreadInput(path="2.txt", reason="2.txt asked to be refused; ask it again.")
    assert names(found) == ["1.txt", "2.txt", "3.txt"]


def test_a_fault_in_the_program_is_not_taken_for_bad_input():
    def faulty(document):
        raise KeyError(document.id)

    with pytest.raises(KeyError):
        list(extract_stream([report(1)], faulty))


def test_a_failure_to_read_is_an_unread_input_with_its_sentence():
    def unable(document):
        raise InputError("Say why.")

    assert list(extract_stream([report(1)], unable)) == [UnreadInput(path="1.txt", reason="Say why.")]


def test_a_long_row_of_reports_takes_no_more_memory_than_a_short_one():
    def peak(number):
        tracemalloc.start()
        for _ in extract_stream((report(n, "said: x " * 2000) for n in range(number)), extract):
            pass
        _, highest = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        return highest

    held_if_kept = 500 * len("said: x " * 2000)
    assert peak(500) < held_if_kept / 10
