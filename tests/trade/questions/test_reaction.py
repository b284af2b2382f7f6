"""What a destination's own imports show of others replacing a lost trade."""

from entrepot.trade.classifications.selectors import read_goods
from entrepot.trade.questions.findings import Records
from entrepot.trade.questions.reaction import read_reaction
from entrepot.trade.questions.windows import Comparison, read_window
from tests.trade.questions.invented import monthly_rows

WINDOWS = Comparison(before=read_window("2021"), after=read_window("2022"))


def had(levels, years=(2021, 2022)):
    return [
        row
        for (partner, code), by_year in levels.items()
        for row in monthly_rows(
            ["IR"], [partner], [code], lambda r, p, c, m, y=by_year: y.get(m.year), years=years, flow="import"
        )
    ]


def react(ask, rows):
    return read_reaction(ask(rows), "IR", ("DE", "FR"), read_goods("all"), WINDOWS, Records())[0]


def test_others_replaced_no_more_than_was_lost_nor_than_they_gained(ask):
    found = react(
        ask,
        had({("DE", "847130"): {2021: 100.0, 2022: 20.0}, ("CN", "847130"): {2021: 50.0, 2022: 110.0}}),
    )
    assert (found.least, found.middle, found.most) == (0.0, 75.0, 75.0)


def test_a_gain_in_other_goods_replaces_nothing(ask):
    found = react(ask, had({("DE", "847130"): {2021: 100.0, 2022: 0.0}, ("CN", "870322"): {2021: 0.0, 2022: 500.0}}))
    assert found.most == 0.0


def test_a_destination_that_stopped_publishing_tells_nothing(ask):
    assert react(ask, had({("DE", "847130"): {2021: 100.0}}, years=(2021, 2021))) is None


def test_without_a_loss_there_is_no_reaction(ask):
    assert react(ask, had({("DE", "847130"): {2021: 100.0, 2022: 120.0}})) is None
