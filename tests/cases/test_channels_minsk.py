"""A whole case on public reports: the channel through Belarus to Iran, on the word of one interested service."""

import json
import shutil
from pathlib import Path

import pytest

from entrepot.cli import main
from entrepot.store import open_case
from entrepot.store.channels import list_channels

ROOT = Path(__file__).parents[2]
EXAMPLE = ROOT / "examples" / "minsk-2025" / "reports"
GOLD = ROOT.parent / "shared" / "gold" / "reports"
TWO = ("minsk-2025-000.txt", "minsk-2025-004.txt")
WORDS_OF_GUILT = ("guilty", "evader", "violated")

pytestmark = pytest.mark.slow


def run(*arguments):
    with pytest.raises(SystemExit) as end:
        main([str(argument) for argument in arguments])
    return end.value.code


def build(folder, home):
    case = home / "minsk.duckdb"
    assert run("case", "new", case) == 0
    assert run("case", "add", case, folder) == 0
    assert run("case", "build", case) == 0
    assert run("channels", case, "--as-of", "2025-08-20") == 0
    with open_case(case, read_only=True) as opened:
        return [one.assessment for one in list_channels(opened)]


@pytest.fixture(scope="module", params=["example", "published"])
def channel(request, tmp_path_factory):
    """The channel through Belarus, from the reports of the example and from the two published ones."""
    home = tmp_path_factory.mktemp(request.param)
    folder = EXAMPLE
    if request.param == "published":
        if not GOLD.is_dir():
            pytest.skip("../shared is not beside this checkout")
        folder = home / "reports"
        folder.mkdir()
        for name in TWO:
            shutil.copy(GOLD / name, folder)
        rows = (GOLD / "reports.csv").read_text(encoding="utf-8").splitlines(keepends=True)
        (folder / "reports.csv").write_text(
            "".join(row for row in rows if row.startswith(("file,", *TWO))), encoding="utf-8"
        )
    found = build(folder, home)
    (one,) = [one for one in found if (one.channel.via, one.channel.destination) == ("BY", "IR")]
    return one


def line(assessment, kind):
    return next(one for one in assessment.lines if one.kind == kind)


def test_its_goods_stay_unresolved(channel):
    assert channel.channel.goods.codes == ()
    assert "goods-unresolved" in channel.rules


def test_one_interested_origin_says_it(channel):
    reports = line(channel, "reports")
    assert (reports.rule, reports.verdict) == ("reports-interested", "cannot_tell")
    assert "one independent origin, interested: " in reports.statement
    assert "Foreign Intelligence Service of Ukraine" in reports.statement


def test_the_law_on_belarus_and_russia_hardly_differs_on_that_day(channel):
    law = line(channel, "law")
    assert "Russia" in law.question
    assert law.verdict == "does_not_support"
    assert "EU" in law.statement


def test_the_records_cannot_tell_and_say_where_others_are(channel):
    customs = line(channel, "customs")
    assert (customs.rule, customs.verdict) == ("customs-unpublished", "cannot_tell")
    assert "Belarus stops publishing its trade" in customs.statement
    assert any("mirror records" in record.where for record in channel.missing)


def test_the_agreement_of_15_may_2025_is_named(channel):
    named = [one for one in channel.alternatives if "Iran in force (2025-05-15)" in one.explanation]
    assert [one.status for one in named] == ["not_rejected"]
    assert "EAEU-IR-FTA-2025" in {one.id for one in line(channel, "customs").references}


def test_the_caspian_way_and_its_listed_ports_are_named(channel):
    routes = line(channel, "routes")
    assert "ru-olya" in channel.channel.hubs
    assert "by-ir-1" in channel.channel.corridors
    assert "Astrakhan (Russia), under a ban on transactions of the EU since 2025-02-25" in routes.statement
    assert routes.verdict == "cannot_tell"


def test_nothing_in_it_calls_anybody_anything(channel):
    printed = json.dumps([channel.words, [one.statement for one in channel.lines], channel.question]).casefold()
    assert not any(word in printed for word in WORDS_OF_GUILT)
