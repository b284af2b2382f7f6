"""Customs records in the dossier: each finding with its figure, its picture, what else could explain it, its files."""

import base64
from dataclasses import replace
from datetime import UTC, datetime

from lxml import etree

from entrepot.dossier import render_html
from entrepot.model.finding import KeptFinding
from tests.dossier.finding_samples import make_finding
from tests.dossier.samples import full_case

NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)


def section_of(*findings, pictures=()):
    kept = tuple(KeptFinding(finding=one, kept_at=NOW, pictures=pictures) for one in findings)
    return etree.HTML(render_html(replace(full_case(), findings=kept))).xpath("//section[@id='findings']")[0]


def words(node):
    return " ".join("".join(node.itertext()).split())


def test_a_case_without_findings_says_so():
    assert "No finding of customs records is kept" in words(section_of())


def test_a_finding_is_shown_with_figure_verdict_alternatives_issues_files_and_method():
    told = words(section_of(make_finding()))
    for part in (
        "grew by 81.7 %", "supports the channel", "81.7 % growth (40.2 to no upper bound)", "asked 22 November 2026",
        "A new code since January.", "possible", "The war <b>moved</b> trade.", "Two months are suppressed.",
        "flows.csv, 1,234 rows", "abababababababab", "reporters: DE, PL", "least growth: 0.25", "others: none",
    ):  # fmt: skip
        assert part in told, part


def test_it_never_says_that_goods_went_on():
    assert "never of a firm" in words(section_of(make_finding()))


def test_a_picture_is_an_image_in_the_page_with_words_for_those_who_do_not_see_it():
    svg = '<svg xmlns="http://www.w3.org/2000/svg"><title>é</title></svg>'
    (image,) = section_of(make_finding(), pictures=(svg,)).xpath(".//img")
    kind, encoded = image.get("src").split(",")
    assert kind == "data:image/svg+xml;base64"
    assert base64.b64decode(encoded).decode() == svg
    assert "grew by 81.7 %" in image.get("alt")


def test_a_finding_without_a_figure_rows_or_alternatives_is_shown_all_the_same():
    bare = make_finding(estimate=None, inputs=(), alternatives=(), issues=(), verdict="cannot_tell")
    told = words(section_of(bare))
    assert "cannot tell" in told
    assert "No rows." in told
