import json

import pytest

from tests.measures.test_files import CARD, GOOD, HEAD

DAY = "2025-08-20"
MATRIX = ("measures", "asof", DAY, "--target", "BY", "--compare", "RU,IR")
GAP = ("measures", "gap", DAY, "--target", "BY", "--than", "RU", "--goods")


def records(outcome):
    return [json.loads(line) for line in outcome.out.splitlines()]


@pytest.fixture
def own_file(tmp_path):
    path = tmp_path / "own.csv"
    path.write_text(HEAD + GOOD + "N2,NO,BY,exprt,Act,2014,S\n", encoding="utf-8")
    path.with_suffix(".toml").write_text(CARD, encoding="utf-8")
    return path


def test_the_matrix_of_a_day_is_a_record_a_cell_with_its_acts(entrepot):
    cells = records(entrepot(*MATRIX, "--issuer", "EU,US", "--kind", "arms-embargo", "--json"))
    assert [(cell["issuer"], cell["target"], cell["state"]) for cell in cells] == [
        (issuer, target, "in_force") for issuer in ("EU", "US") for target in ("BY", "RU", "IR")
    ]
    assert cells[0]["measures"] == ["M091", "M102"]
    assert cells[0]["acts"][0] == "Decision 2011/357/CFSP; Reg 588/2011"


def test_the_matrix_fits_a_hundred_columns_and_shows_the_unknown_as_unknown(entrepot):
    shown = entrepot(*MATRIX).out
    table = shown.split("in force (rows")[0].splitlines()
    assert max(map(len, table)) <= 100
    assert any(line.split() == ["AU", "arms", "embargo", "?", "?", "in", "force", "(1)"] for line in table)
    assert "EU IR: lifted by M017" in shown
    assert "AU BY, where ?: no row; coalition/AU" in shown


def test_acts_are_shown_where_they_are_asked_for(entrepot):
    call = ("measures", "asof", DAY, "--target", "BY", "--issuer", "EU", "--kind", "arms_embargo")
    assert "Reg 588/2011" not in entrepot(*call).out
    assert "Reg 588/2011" in entrepot(*call, "--acts").out


def test_a_matrix_can_be_narrowed_to_a_body_of_law(entrepot):
    call = ("measures", "asof", DAY, "--target", "BY", "--issuer", "US", "--kind", "export_control", "--json")
    assert records(entrepot(*call))[0]["state"] == "in_force"
    assert records(entrepot(*call, "--programme", "OFAC Belarus"))[0]["state"] == "not_in_force"


def test_a_gap_is_a_finding(entrepot):
    (finding,) = records(entrepot(*GAP, "military-technical", "--json"))
    assert set(finding) >= {"id", "kind", "subject", "statement", "estimate", "verdict", "method", "inputs", "issues"}
    assert (finding["kind"], finding["verdict"]) == ("measure_gap", "does_not_support")
    assert set(finding["method"]["parameters"]["issuers"]) >= {"EU", "GB", "US", "UN", "AU"}
    assert all(set(one) == {"explanation", "status"} for one in finding["alternatives"])


def test_a_gap_is_shown_by_issuer_with_the_rows_on_both_sides(entrepot):
    shown = entrepot(*GAP, "machine tools").out
    assert shown.startswith("By kind of measure Belarus was not less restricted than Russia")
    assert "M050, M054; listed" in shown
    assert "rests on" in shown


@pytest.mark.parametrize(
    "call",
    [
        ("measures", "asof", DAY, "--target", "BY", "--rank"),
        ("measures", "asof", DAY, "--target", "all"),
        ("measures", "asof", DAY, "--target", "BY", "--compare", "RU,IR,KZ,KG,AM,GE,TR,AE,CN"),
        ("measures", "gap", DAY, "--target", "any", "--than", "RU", "--goods", "chpl"),
        ("measures", "gap", DAY, "--target", "BY,KG,AM", "--than", "RU", "--goods", "chpl"),
    ],
)
def test_asking_which_territory_is_the_most_open_is_refused_with_the_reason(entrepot, call):
    outcome = entrepot(*call)
    assert (outcome.status, outcome.out) == (2, "")
    assert "guide to the least controlled route" in outcome.err


@pytest.mark.parametrize(
    ("call", "said"),
    [
        (("measures", "asof", "2025-02-30", "--target", "BY"), "is no day"),
        (("measures", "asof", DAY, "--target", "Atlantis"), "names no territory"),
        (("measures", "asof", DAY, "--target", "BY", "--issuer", "Atlantis"), "issues no measures"),
        (("measures", "asof", DAY, "--target", "BY", "--kind", "birds"), "entrepot facts measure_kinds"),
        (("measures", "show", "M999"), "entrepot measures list"),
        (("measures", "gap", DAY, "--target", "BY", "--than", "BY", "--goods", "x"), "with itself"),
    ],
)
def test_a_wrong_call_says_what_to_do(entrepot, call, said):
    outcome = entrepot(*call)
    assert outcome.status == 2
    assert said in outcome.err


def test_rows_are_listed_in_order_of_time_and_shown_one_by_one(entrepot):
    rows = records(entrepot("measures", "list", "--target", "IR", "--issuer", "UN", "--from", "2025-01-01", "--json"))
    assert [row["id"] for row in rows] == ["M007", "M210", "M011"]
    assert "M011" in entrepot("measures", "list", "--issuer", "UN").out
    shown = entrepot("measures", "show", "M011", "M096").out
    assert "contested by  CN, IR, RU" in shown
    assert "HS 44" in shown
    assert records(entrepot("measures", "show", "M102", "--json"))[0]["programme"] == "Reg 765/2006"


def test_measures_of_ones_own_are_kept_in_a_case_and_asked_with_it(entrepot, own_file, tmp_path):
    case = tmp_path / "c"
    entrepot("case", "new", case)
    added = entrepot("measures", "add", case, own_file)
    assert added.status == 3
    assert "1 row added; 1 refused" in added.err
    assert "line 3 (N2): the kind 'exprt'" in added.err
    ask = ("measures", "asof", DAY, "--target", "BY", "--issuer", "NO", "--kind", "export_control", "--json")
    assert records(entrepot(*ask))[0]["state"] == "unknown"
    assert records(entrepot(*ask, "--case", case))[0]["state"] == "in_force"
    assert records(entrepot(*ask, "--with", own_file))[0]["state"] == "in_force"
    assert "own.csv" in entrepot("measures", "status", case).out
    assert records(entrepot("measures", "status", case, "--json"))[0]["refused"] == 1
    assert entrepot("measures", "remove", case, "own.csv").status == 0
    assert entrepot("measures", "remove", case, "own.csv").status == 2
    assert "no measures of its own" in entrepot("measures", "status", case).err


def test_a_file_that_cannot_be_read_does_not_keep_the_others_out(entrepot, own_file, tmp_path):
    case = tmp_path / "c"
    entrepot("case", "new", case)
    outcome = entrepot("measures", "add", case, tmp_path / "absent.csv", own_file)
    assert outcome.status == 3
    assert "absent.csv" in outcome.err
    assert "own.csv: 1 row added" in outcome.err
