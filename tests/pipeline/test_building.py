import shutil
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from entrepot.documents import ReadOptions
from entrepot.pipeline.adding import add_reports
from entrepot.pipeline.building import build_case
from entrepot.pipeline.extractor import Extractor
from entrepot.store import create_case
from entrepot.store.reading import iter_dates, iter_unread, read_contents
from tests.pipeline.fakes import FAKE, METHOD, CountingExtract

PLAIN = ReadOptions()
TOWNS = ("Astara", "Turkmenbashi", "Aktau", "Baku", "Makhachkala")


@pytest.fixture
def counting():
    return CountingExtract()


def extractor_of(counting, method=METHOD):
    return Extractor(method=method, extract=counting)


def file_names(paths):
    return [path.rpartition("/")[2] for path in paths]


def test_claims_of_a_case_stand_in_the_order_of_publication(case, reports):
    add_reports(case, [reports], PLAIN)
    build_case(case, FAKE)
    contents = read_contents(case)
    assert [claim.quote.text.split()[-3] for claim in contents.claims] == ["Astara", "Turkmenbashi", "Aktau"]
    assert len(contents.quotations) == 3
    assert [date.span.text for date in iter_dates(case)] == ["2025-03-01", "2025-03-02", "2025-03-03"]


def test_building_twice_changes_nothing_and_reads_nothing(case, reports, counting):
    add_reports(case, [reports], PLAIN)
    build_case(case, extractor_of(counting))
    before = read_contents(case)
    assert build_case(case, extractor_of(counting)).extracted == 0
    assert read_contents(case) == before
    assert len(counting.paths) == 3


def test_adding_a_report_extracts_only_from_that_report(case, reports, counting):
    add_reports(case, [reports], PLAIN)
    build_case(case, extractor_of(counting))
    (reports / "4-baku.txt").write_text("The harbour master said: ten barges passed Baku.\n")
    add_reports(case, [reports], PLAIN)
    build_case(case, extractor_of(counting))
    assert file_names(counting.paths[3:]) == ["4-baku.txt"]


def test_a_new_version_of_the_method_extracts_again_from_every_report(case, reports, counting):
    add_reports(case, [reports], PLAIN)
    build_case(case, extractor_of(counting))
    build_case(case, extractor_of(counting, method=("fake", "2")))
    assert len(counting.paths) == 6
    assert len(read_contents(case).claims) == 3


def test_a_corrected_publisher_extracts_again_from_that_report_alone(case, reports, counting):
    add_reports(case, [reports], PLAIN)
    build_case(case, extractor_of(counting))
    add_reports(case, [reports / "2-turkmenbashi.txt"], replace(PLAIN, publisher="Example Wire"))
    build_case(case, extractor_of(counting))
    assert file_names(counting.paths[3:]) == ["2-turkmenbashi.txt"]
    assert [claim.sources[0].name for claim in read_contents(case).claims].count("Example Wire") == 1


def test_a_report_that_cannot_be_handled_is_named_once_and_the_others_go_on(case, reports, counting):
    (reports / "0-odd.txt").write_text("Those who refuse said: nothing.\n")
    add_reports(case, [reports], PLAIN)
    for _ in range(2):
        build_case(case, extractor_of(counting))
    (unread,) = iter_unread(case)
    assert "asked to be refused" in unread.reason
    assert (len(read_contents(case).claims), len(counting.paths)) == (3, 4)


def test_a_fault_in_the_program_loses_nothing_that_was_done(case, reports):
    def faulty(document):
        if "Turkmenbashi" in document.text:
            raise ZeroDivisionError
        return FAKE.extract(document)

    add_reports(case, [reports], PLAIN)
    with pytest.raises(ZeroDivisionError):
        build_case(case, Extractor(method=METHOD, extract=faulty))
    assert len(read_contents(case).claims) == 1
    assert build_case(case, FAKE).extracted == 2


@pytest.mark.slow
def test_several_processes_build_what_one_builds(case, reports, tmp_path):
    with create_case(tmp_path / "other") as other:
        for one, jobs in ((case, 1), (other, 2)):
            add_reports(one, [reports], PLAIN)
            build_case(one, FAKE, jobs=jobs)
        assert replace(read_contents(other), name="case") == read_contents(case)


@pytest.mark.slow
@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(order=st.permutations(range(len(TOWNS))), cut=st.integers(0, len(TOWNS)))
def test_the_order_in_which_reports_are_added_changes_nothing(tmp_path, order, cut):
    folder = tmp_path / "work"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    paths = []
    for number, town in enumerate(TOWNS):
        paths.append(folder / f"{town}.txt")
        # The fourth and the fifth report have the same bytes under two names; two are undated.
        date = f"2025-03-0{number}\n\n" if number in (1, 2) else ""
        paths[-1].write_text(f"{date}The harbour master said: barges passed {TOWNS[min(number, 3)]}.\n")
    with create_case(folder / "one") as one, create_case(folder / "two") as two:
        add_reports(one, paths, PLAIN)
        build_case(one, FAKE)
        add_reports(two, [paths[place] for place in order[:cut]], PLAIN)
        build_case(two, FAKE)
        early = {claim.id for claim in read_contents(two).claims}
        for place in order[cut:]:
            add_reports(two, [paths[place]], PLAIN)
        build_case(two, FAKE)
        assert replace(read_contents(two), name="one") == read_contents(one)
        assert early <= {claim.id for claim in read_contents(two).claims}
