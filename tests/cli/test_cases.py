import json


def test_a_case_is_made_filled_built_and_looked_at(entrepot, reports, tmp_path):
    case = tmp_path / "turbines"
    assert entrepot("case", "new", case, "--name", "Turbines").out == f"{case}.duckdb\n"
    added = entrepot("case", "add", case, reports)
    assert (added.status, added.out) == (0, "")
    assert added.err == "2 read, 0 known already, 0 could not be read\n"
    before = json.loads(entrepot("case", "status", case, "--json").out)
    assert (before["documents"], before["pending"], before["claims"]) == (2, 2, 0)
    built = entrepot("case", "build", case)
    assert (built.status, built.out) == (0, "")
    after = json.loads(entrepot("case", "status", case, "--json").out)
    assert (after["name"], after["pending"]) == ("Turbines", 0)
    assert after["claims"] >= 1
    shown = entrepot("case", "status", case).out
    assert f"{after['claims']:>8} claims\n" in shown


def test_an_unreadable_report_gives_status_3_and_is_remembered(entrepot, reports, tmp_path):
    (reports / "empty.txt").write_bytes(b"")
    entrepot("case", "new", tmp_path / "case")
    added = entrepot("case", "add", tmp_path / "case", reports)
    assert added.status == 3
    assert "empty.txt" in added.err
    assert entrepot("case", "build", tmp_path / "case").status == 0
    status = entrepot("case", "status", tmp_path / "case")
    assert status.out.count("empty.txt") == 1


def test_an_issue_that_was_asked_for_gives_status_1(entrepot, tmp_path):
    (tmp_path / "late.txt").write_text(
        "Iran supplied drones to Russia in August 2024, President Ebrahim Raisi said in January 2025.\n"
    )
    entrepot("case", "new", tmp_path / "case")
    entrepot("case", "add", tmp_path / "case", tmp_path / "late.txt", "--published", "2025-01-20")
    assert entrepot("case", "build", tmp_path / "case", "--fail-on", "office_term").status == 1
    assert entrepot("case", "status", tmp_path / "case", "--fail-on", "office_term").status == 1
    assert entrepot("case", "build", tmp_path / "case", "--fail-on", "member_status").status == 0


def test_a_missing_case_is_a_wrong_call_that_says_what_to_do(entrepot, reports, tmp_path):
    for command in (["add"], ["build"], ["status"]):
        more = [reports] if command == ["add"] else []
        outcome = entrepot("case", *command, tmp_path / "none", *more)
        assert outcome.status == 2
        assert "entrepot case new" in outcome.err


def test_a_second_case_of_the_same_name_is_refused(entrepot, tmp_path):
    entrepot("case", "new", tmp_path / "case")
    assert entrepot("case", "new", tmp_path / "case").status == 2


def test_what_came_of_adding_and_building_can_be_had_as_records(entrepot, reports, tmp_path):
    (reports / "empty.txt").write_bytes(b"")
    entrepot("case", "new", tmp_path / "case")
    added = json.loads(entrepot("case", "add", tmp_path / "case", reports, "--json").out)
    assert (added["read"], added["known"]) == (2, 0)
    assert [unread["path"] for unread in added["unread"]] == [str(reports / "empty.txt")]
    built = json.loads(entrepot("case", "build", tmp_path / "case", "--json").out)
    assert (built["extracted"], built["documents"], built["pending"]) == (2, 2, 0)


def test_a_report_in_another_language_is_spoken_of_when_it_is_added(entrepot, tmp_path):
    text = "Президент Белоруссии принял в Минске президента Ирана. Стороны обсудили поставки продовольствия.\n"
    (tmp_path / "russian.txt").write_text(text * 3, encoding="utf-8")
    entrepot("case", "new", tmp_path / "case")
    added = entrepot("case", "add", tmp_path / "case", tmp_path / "russian.txt")
    assert added.status == 0
    assert "russian.txt: The text is in another language" in added.err
    assert "1 report with the issue language_unsupported" in entrepot("case", "status", tmp_path / "case").out
    assert entrepot("claims", tmp_path / "russian.txt", "--fail-on", "language_unsupported").status == 1
