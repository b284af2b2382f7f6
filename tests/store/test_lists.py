from dataclasses import replace
from datetime import date

import pytest

from entrepot.model.issue import Issue
from entrepot.model.listing import Designation, ListedName, ListedParty, ListVersion
from entrepot.store import create_case
from entrepot.store.lists import (
    find_digest,
    list_versions,
    read_parties,
    read_whole_parties,
    write_version,
)
from entrepot.store.parties import party_digest

TODAY = date(2026, 3, 1)


def make_party(key, name="SEA DOG", remarks=""):
    return ListedParty(
        id=str(key), list="un", kind="vessel", names=(ListedName(text=name, original=name),), remarks=remarks,
        designations=(Designation(programme="DPRK", citation="resolution"),),
    )  # fmt: skip


def make_version(sha256, published=None, rows=1):
    return ListVersion(list="un", published=published, sha256=sha256, rows=rows, title="UN", path="un.xml")


@pytest.fixture
def case(tmp_path):
    with create_case(tmp_path / "case") as opened:
        yield opened


def test_a_version_comes_back_with_its_parties_and_their_digests(case):
    party = make_party(1, remarks="Seized.")
    issue = Issue(code="odd", message="One row was odd.")
    write_version(case, make_version("a", date(2025, 1, 2)), [party], [issue], TODAY)
    (kept,) = list_versions(case)
    assert kept.version == make_version("a", date(2025, 1, 2))
    assert (kept.effective_on, kept.added_on, kept.issues) == (date(2025, 1, 2), TODAY, (issue,))
    found, digests = read_parties(case, kept)
    assert (found[0].names, found[0].remarks, digests) == (party.names, "", [party_digest(party)])
    assert read_whole_parties(case, "un", [("un", "1", digests[0])]) == [party]
    assert find_digest(case, "un", "1") == digests[0] and find_digest(case, "un", "2") is None


def test_a_version_without_a_day_counts_from_the_day_it_was_added(case):
    write_version(case, make_version("a"), [make_party(1)], [], TODAY)
    (kept,) = list_versions(case, "un")
    assert (kept.effective_on, kept.version.published) == (TODAY, None)


def test_a_history_says_from_when_it_tells(case):
    seen = replace(make_party(1), seen=(date(2021, 8, 18), None))
    write_version(case, make_version("a"), [seen, make_party(2)], [], TODAY)
    assert list_versions(case)[0].seen_from == date(2021, 8, 18)


def test_what_did_not_change_is_kept_once_however_many_versions_have_it(case):
    parties = [make_party(number) for number in range(50)]
    for number in range(8):
        changed = [*parties[:-1], make_party(49, f"RENAMED {number}")]
        write_version(case, make_version(str(number), date(2025, 1, number + 1)), changed, [], TODAY)
    assert case.connection.execute("SELECT count(*) FROM list_entries").fetchone() == (49 + 8,)
    assert case.connection.execute("SELECT count(*) FROM list_spans").fetchone() == (49 + 8,)
