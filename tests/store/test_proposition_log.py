"""The log of propositions knows when each was made and when it last said something else."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from entrepot.pipeline.corroborating import corroborate_case
from entrepot.store import CaseFile, create_case
from entrepot.store.proposition_log import list_logged, note_propositions, read_log_state
from entrepot.store.propositions import iter_propositions
from tests.corroboration.builders import BRITAIN, IRAN, RUSSIA, claim, report, source
from tests.pipeline.test_corroborating import keep

FIRST = datetime(2026, 3, 1, 12, tzinfo=UTC)
NEXT = FIRST + timedelta(hours=1)


@pytest.fixture
def case(tmp_path: Path) -> Iterator[CaseFile]:
    with create_case(tmp_path / "case") as opened:
        document = report("a", "Britain says that Iran sent drones to Russia.")
        said = claim(document, "supply", supplier=IRAN, recipient=RUSSIA, goods="drones", sources=[source(BRITAIN)])
        keep(opened, document, [said])
        corroborate_case(opened, now=FIRST)
        yield opened


def moments(case: CaseFile) -> list[tuple[datetime, datetime]]:
    return [(one.first_seen_at, one.changed_at) for one in list_logged(case, 0, 10)]


def test_a_proposition_is_new_once(case: CaseFile) -> None:
    assert moments(case) == [(FIRST, FIRST)]
    note_propositions(case, list(iter_propositions(case)), NEXT)
    assert moments(case) == [(FIRST, FIRST)]


def test_only_what_it_says_makes_it_changed_not_the_method_that_made_it(case: CaseFile) -> None:
    one = next(iter_propositions(case))
    note_propositions(case, [replace(one, method=("other", "9"), merged=(("x", "y"),))], NEXT)
    assert moments(case) == [(FIRST, FIRST)]
    state = read_log_state(case)
    note_propositions(case, [replace(one, independent_origins=7)], NEXT)
    assert moments(case) == [(FIRST, NEXT)]
    assert read_log_state(case) != state


def test_one_that_comes_back_is_known(case: CaseFile) -> None:
    one = next(iter_propositions(case))
    kept = case.connection.execute("SELECT * FROM propositions").fetchall()
    case.connection.execute("DELETE FROM propositions")
    assert list_logged(case, 0, 10) == []
    assert read_log_state(case)[:2] == (0, None)
    case.connection.execute(f"INSERT INTO propositions VALUES ({', '.join('?' * len(kept[0]))})", list(kept[0]))
    note_propositions(case, [one], NEXT)
    assert moments(case) == [(FIRST, FIRST)]


def test_nothing_to_note_is_nothing_done(case: CaseFile) -> None:
    note_propositions(case, [], NEXT)
    assert moments(case) == [(FIRST, FIRST)]
