import re

import pytest

from entrepot.dossier.page import read_style

TEXT_COLOURS = ("ink", "soft", "accent", "warn", "cue-modality")
GROUNDS = ("paper", "sheet", "mark", "target")
UNDERLINES = ("cue-attribution", "cue-modality", "cue-polarity", "cue-stance", "cue-trigger")


def read_palettes() -> dict[str, dict[str, str]]:
    light, dark = re.findall(r":root \{(.*?)\}", read_style(), re.DOTALL)[:2]
    pattern = re.compile(r"--([a-z-]+): (#[0-9a-f]{6});")
    first = dict(pattern.findall(light))
    return {"light": first, "dark": first | dict(pattern.findall(dark))}


def luminance(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """The contrast ratio of WCAG 2.2."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_colour_of_text_can_be_read_on_every_ground(scheme: str) -> None:
    palette = read_palettes()[scheme]
    for ground in GROUNDS:
        for colour in TEXT_COLOURS:
            assert contrast(palette[colour], palette[ground]) >= 4.5, (colour, ground)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_underline_can_be_seen_on_a_marked_sentence(scheme: str) -> None:
    palette = read_palettes()[scheme]
    for colour in UNDERLINES:
        assert contrast(palette[colour], palette["mark"]) >= 3, colour


def test_kinds_of_cue_differ_by_more_than_colour() -> None:
    styles = re.findall(r"\.cue-[a-z]+ \{[^}]*text-decoration-style: ([a-z]+)", read_style())
    assert len(styles) == len(set(styles)) == 5


def test_print_unfolds_what_is_folded() -> None:
    printed = read_style().partition("@media print")[2]
    assert "details::details-content { content-visibility: visible" in printed


def test_the_sheet_names_no_address() -> None:
    assert not re.search(r"url\(|@import|https?:", read_style())
