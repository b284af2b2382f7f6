import os

import pytest

from entrepot.pipeline.parallel import map_in_order


def square(number):
    return number * number


def own_process(number):
    return os.getpid()


def fail_on_three(number):
    if number == 3:
        raise ValueError("three")
    return number


class Source:
    """Counts how far it was drawn from."""

    def __init__(self, size):
        self.size = size
        self.drawn = 0

    def __iter__(self):
        for number in range(self.size):
            self.drawn += 1
            yield number


def test_one_job_works_in_this_process_and_draws_no_further_than_it_must():
    source = Source(100)
    results = map_in_order(own_process, source, 1)
    assert next(results) == (0, os.getpid())
    assert source.drawn == 1


@pytest.mark.slow
def test_two_jobs_give_the_same_in_the_same_order_and_hold_few_items():
    source = Source(60)
    results = map_in_order(square, source, 2)
    assert next(results) == (0, 0)
    assert source.drawn <= 8
    assert list(results) == [(number, number * number) for number in range(1, 60)]


@pytest.mark.slow
def test_a_fault_in_another_process_is_raised_here():
    with pytest.raises(ValueError, match="three"):
        list(map_in_order(fail_on_three, range(10), 2))
