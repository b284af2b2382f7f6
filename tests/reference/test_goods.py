"""Goods phrases."""

import pytest

from entrepot.reference.goods import classify_goods, find_goods, goods_ancestors, goods_classes, goods_lemma
from entrepot.reference.tables import load_table, split_cell


@pytest.mark.parametrize(
    ("phrase", "key", "hs"),
    [
        ("microchips", "integrated-circuits", ("8542",)),
        ("ball bearings", "bearings", ("8482",)),
        ("Potash fertilizers", "potash", ("3104",)),
        ("ballistic\nmissiles", "ballistic-missiles", ("930690",)),
        ("crude oil", "oil", ("2709",)),
        ("smartphones", "smartphones", ("851713",)),
        ("liquefied natural gas", "lng", ("271111",)),
        ("lorries", "trucks", ("8704",)),
        ("electronic-warfare equipment", "electronic-warfare", ()),
        ("goods subject to sanctions", "sanctioned-goods", ()),
        ("dual-use goods", "dual-use-goods", ()),
        ("UAVs", "drones", ("8806",)),
        ("Shahed-136", "drones", ("8806",)),
    ],
)
def test_a_phrase_has_its_class_and_its_heading(phrase: str, key: str, hs: tuple[str, ...]) -> None:
    text = f"They sold {phrase}, he said."
    (match,) = find_goods(text)
    assert (match.text, match.class_key, match.hs) == (phrase, key, hs)
    assert text[match.start : match.end] == match.text
    found = classify_goods(phrase)
    assert found is not None
    assert found.key == key


@pytest.mark.parametrize(
    ("phrase", "key"),
    [
        ("Iranian-made Shahed drones", "drones"),
        ("drone components", "drone-parts"),
        ("components for cruise missiles", "parts"),
        ("air defense systems", "air-defence"),
        ("tomatoes", "tomatoes"),
        ("Belarusian lathes of Chinese origin", "lathes"),
        ("two German-built diesel engines", "diesel-engines"),
        ("nothing of the kind", None),
        ("an oil company", None),
        ("arms embargo", None),
        ("crude oil shipments", "oil"),
        ("think tank", None),
    ],
)
def test_a_phrase_is_classed_by_its_head(phrase: str, key: str | None) -> None:
    found = classify_goods(phrase)
    assert (found.key if found else None) == key


def test_the_longest_phrase_wins() -> None:
    assert [match.text for match in find_goods("olive oil and air-defence systems")] == [
        "olive oil",
        "air-defence systems",
    ]


def test_every_class_leads_up_to_goods() -> None:
    assert all(goods_ancestors(key)[-1] == "goods" for key in goods_classes())
    assert goods_ancestors("lathes") == ("lathes", "machine-tools", "machinery", "goods")
    assert goods_ancestors("unheard-of") == ()


def test_every_phrase_of_the_table_finds_its_own_class() -> None:
    wrong = [
        (row["key"], phrase)
        for row in load_table("goods").rows
        for phrase in split_cell(row["phrases"])
        if [match.class_key for match in find_goods(phrase)] != ([row["key"]] if row["kind"] != "none" else [])
    ]
    assert wrong == []


def test_headings_are_of_two_four_or_six_digits_in_known_chapters() -> None:
    chapters = {row["code"][:2] for row in load_table("hs_names").rows}
    codes = [code for goods in goods_classes().values() for code in goods.hs]
    assert all(len(code) in {2, 4, 6} and code[:2] in chapters for code in codes)


def test_plurals_become_singular() -> None:
    assert [goods_lemma(word) for word in ("batteries", "switches", "Gases", "goods", "drones")] == [
        "battery",
        "switch",
        "gas",
        "goods",
        "drone",
    ]
