import json
import subprocess

from tests.cli.test_app import PROGRAM


def test_offsets_refer_to_the_text_that_is_printed(entrepot, reports):
    outcome = entrepot("text", reports / "first.txt")
    assert outcome.status == 0
    assert outcome.out == entrepot("text", reports / "first.txt").out
    assert len(outcome.out) == len((reports / "first.txt").read_text())


def test_blocks_come_with_the_text_as_one_record(entrepot, reports):
    outcome = entrepot("text", reports, "--json")
    records = [json.loads(line) for line in outcome.out.splitlines()]
    assert [record["document"]["publisher"] for record in records] == ["Example Wire", "Example Bulletin"]
    for record in records:
        assert all(record["text"][block["start"] : block["end"]].strip() for block in record["blocks"])


def test_what_cannot_be_read_is_named_and_the_rest_is_printed(entrepot, reports):
    outcome = entrepot("text", reports / "absent.txt", reports / "second.txt")
    assert outcome.status == 3
    assert outcome.out.startswith("Turkey exported")
    assert outcome.err.count("absent.txt") == 1


def test_a_report_may_come_from_standard_input():
    done = subprocess.run([PROGRAM, "text", "-"], input=b"A short report.\n", capture_output=True, check=True)
    assert done.stdout == b"A short report.\n"


def test_a_web_address_is_refused_without_leave(entrepot):
    outcome = entrepot("text", "https://example.org/report")
    assert outcome.status == 3
    assert "--allow-network" in outcome.err
