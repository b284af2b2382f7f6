"""Sums beside their parts: whatever the rows, nothing is lost and nothing counts twice."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.trade.importers.support import import_text

HEAD = "period,reporterCode,flowCode,partnerCode,partner2Code,cmdCode,customsCode,motCode,netWgt,primaryValue\n"
modes = st.sampled_from(["0", "1000", "2000", "2100", "2200", "3200"])
rows = st.lists(
    st.tuples(
        st.sampled_from(["156", "643"]), st.sampled_from(["0", "792"]), st.sampled_from(["C00", "C04"]), modes,
        st.integers(0, 9), st.integers(1, 1000),
    ),
    min_size=1, max_size=25, unique_by=lambda row: row[:4],
)  # fmt: skip


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rows)
def test_one_row_a_flow_and_the_total_where_there_is_one(tmp_path_factory, found):
    folder = tmp_path_factory.mktemp("flows")
    text = HEAD + "".join(
        f"202203,51,M,{partner},{second},851713,{customs},{mode},{weight},{value}\n"
        for partner, second, customs, mode, weight, value in found
    )
    imported = import_text(folder, "reply.csv", text)
    assert imported.result.refused == {}
    assert imported.result.read == len(found)
    codes = {"156": "CN", "643": "RU"}
    assert sorted(row["partner"] for row in imported.rows) == sorted({codes[row[0]] for row in found})
    values = {row["partner"]: row["value"] for row in imported.rows}
    for partner, code in codes.items():
        own = [row for row in found if row[0] == partner]
        totals = [row[5] for row in own if row[1:4] == ("0", "C00", "0")]
        if totals:
            assert values[code] == totals[0]
        elif own:
            assert values[code] <= sum(row[5] for row in own)
