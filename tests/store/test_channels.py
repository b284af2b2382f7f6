from dataclasses import replace
from datetime import UTC, datetime

import pytest

from entrepot.store import create_case
from entrepot.store.channels import forget_channels, keep_channel, keep_closure, list_channels
from tests.dossier.channel_samples import make_assessment, make_channel, make_closure

NOW = datetime(2026, 5, 1, tzinfo=UTC)
LATER = datetime(2026, 5, 2, tzinfo=UTC)


@pytest.fixture
def case(tmp_path):
    with create_case(tmp_path / "case") as opened:
        yield opened


def test_an_assessment_comes_back_as_it_was_kept(case):
    assessment = make_assessment()
    keep_channel(case, assessment, ("<svg/>",), NOW)
    (kept,) = list_channels(case)
    assert kept.assessment == assessment
    assert (kept.pictures, kept.kept_at) == (("<svg/>",), NOW)


def test_a_new_assessment_takes_the_place_of_the_old_one_and_its_closures_stay(case):
    assessment = make_assessment()
    keep_channel(case, assessment, (), NOW)
    keep_channel(case, replace(assessment, channel=make_channel(id="ch-other")), (), NOW)
    keep_closure(case, make_closure(channel_id=assessment.channel.id), NOW)
    keep_channel(case, replace(assessment, as_of="2026-04-30"), (), LATER)
    first, second = list_channels(case)
    assert (first.assessment.as_of, first.kept_at) == ("2026-04-30", LATER)
    assert len(first.closures) == 1
    assert second.assessment.channel.id == "ch-other"


def test_a_forgotten_channel_takes_its_closures_with_it(case):
    assessment = make_assessment()
    keep_channel(case, assessment, (), NOW)
    keep_closure(case, make_closure(channel_id=assessment.channel.id), NOW)
    assert forget_channels(case, [assessment.channel.id, "ch-none"]) == 1
    assert list_channels(case) == []
    assert case.connection.execute("SELECT count(*) FROM closures").fetchall() == [(0,)]
