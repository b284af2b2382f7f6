import re
from pathlib import Path

import pytest

from entrepot.channels.evidence import LineParts, make_line, say_rule
from entrepot.channels.rules import RULES, find_rule
from tests.channels.builders import make_channel

PAGE = Path(__file__).parents[2] / "docs" / "methods" / "channels.md"
ROW = re.compile(r"^\| `(?P<key>[a-z-]+)` \| (?P<verdict>[^|]*) \| (?P<when>[^|]*) \|$", re.MULTILINE)


def test_the_page_lists_every_rule_as_the_program_has_it():
    listed = [
        (row["key"], row["verdict"].strip(), row["when"].strip()) for row in ROW.finditer(PAGE.read_text("utf-8"))
    ]
    assert listed == [(rule.key, (rule.verdict or "").replace("_", " "), rule.when) for rule in RULES]


def test_no_rule_has_the_key_of_another():
    assert len({rule.key for rule in RULES}) == len(RULES)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.key)
def test_every_rule_gives_a_whole_sentence(rule):
    said = say_rule(make_channel(), "2025-08-22", rule.key, "a detail")
    assert said.endswith(".")
    assert "{" not in said


def test_a_rule_of_no_line_gives_no_verdict():
    assert find_rule("leads-only").line is None
    with pytest.raises(ValueError, match="gives no verdict"):
        make_line(make_channel(), "2025-08-22", "leads-only", LineParts(question="", statement=""))
