import pytest

from entrepot import errors
from entrepot.cli.exits import EXIT_OF_ERROR, Exit, exit_of, exit_of_outcome


def every_error(kind=errors.EntrepotError):
    return [kind, *(below for child in kind.__subclasses__() for below in every_error(child))]


@pytest.mark.parametrize("kind", every_error(), ids=lambda kind: kind.__name__)
def test_every_error_ends_with_the_status_that_it_states(kind):
    assert exit_of(kind("what happened")) == kind.exit_code


def test_the_table_has_the_particular_before_the_general():
    kinds = [kind for kind, _ in EXIT_OF_ERROR]
    for place, kind in enumerate(kinds):
        assert not any(issubclass(later, kind) for later in kinds[place + 1 :])


@pytest.mark.parametrize(
    ("unread", "found", "status"),
    [(0, False, Exit.DONE), (0, True, Exit.FOUND), (2, False, Exit.UNREADABLE), (1, True, Exit.UNREADABLE)],
)
def test_an_unreadable_input_outweighs_what_was_found(unread, found, status):
    assert exit_of_outcome(unread=unread, found=found) == status
