"""Red flags beside a channel, and what could not be tested with where the records would be had."""

from entrepot.dossier.channels.links import Targets, render_references
from entrepot.dossier.channels.words import FLAG_STATUSES, render_words
from entrepot.dossier.markup import Html, element, join
from entrepot.dossier.parts import chip, count, section
from entrepot.model.channel import ChannelAssessment, RedFlag

STANDING = (
    "Published indicators, put beside the channel. No single one shows evasion, and that one was not seen says only "
    "that these records do not show it."
)
NONE = "No published indicators were put beside this channel."
NOTHING_MISSING = "Nothing was noted as missing."
OPEN = ("seen", "not_seen")
"""Statuses whose flags stand open: those that were tested. The others are many, and folded away."""
CHIPS = {"seen": "alleged", "not_seen": "uncounted", "not_tested": "planned", "not_testable": "planned"}


def render_red_flags(assessment: ChannelAssessment, targets: Targets) -> Html:
    """Every flag under its status, those that were tested first."""
    numbered = list(enumerate(assessment.red_flags, 1))
    groups = [
        _render_group(status, [one for one in numbered if one[1].status == status], targets) for status in FLAG_STATUSES
    ]
    tally = ", ".join(
        f"{len([flag for flag in assessment.red_flags if flag.status == status])} {words}"
        for status, words in FLAG_STATUSES.items()
    )
    return section(
        "red-flags",
        "Red flags",
        element("p", STANDING, class_="note"),
        element("p", f"{count(len(numbered), 'indicator')}: {tally}." if numbered else NONE),
        *groups,
    )


def render_missing(assessment: ChannelAssessment) -> Html:
    """What could not be tested, and where it could be had."""
    rows = [
        element(
            "tr",
            element("th", render_words(one.what), scope="row"),
            element("td", render_words(one.where or "not known"), data_label="Where it could be had"),
        )
        for one in assessment.missing
    ]
    if not rows:
        return section("missing", "What is missing", element("p", NOTHING_MISSING))
    head = element("tr", element("th", "What", scope="col"), element("th", "Where it could be had", scope="col"))
    table = element("table", element("thead", head), element("tbody", rows), class_="pairs")
    return section("missing", "What is missing", table)


def _render_group(status: str, flags: list[tuple[int, RedFlag]], targets: Targets) -> Html | None:
    if not flags:
        return None
    items = element("ul", [_render_flag(number, flag, targets) for number, flag in flags], class_="flags")
    words = f"{FLAG_STATUSES[status].capitalize()} ({len(flags)})"
    if status in OPEN:
        return join(element("h3", words), items)
    return element("details", element("summary", words), items)


def _render_flag(number: int, flag: RedFlag, targets: Targets) -> Html:
    return element(
        "li",
        element("p", chip(FLAG_STATUSES[flag.status], CHIPS[flag.status]), " ", render_words(flag.statement)),
        element(
            "p",
            render_words(flag.reason),
            element("span", f" {flag.id}, ", element("bdi", flag.issuer)),
            class_="minor",
        ),
        render_references(flag.references, targets),
        id=f"flag-{number}",
    )
