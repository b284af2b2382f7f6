import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from entrepot.dossier.markup import Html, element, embed_style, escape, is_web_address, join, link_out, show_hidden


def test_a_string_is_text_and_never_markup() -> None:
    assert element("p", "<b>&\"'").text == "<p>&lt;b&gt;&amp;&quot;&#x27;</p>"


def test_an_attribute_cannot_be_left_by_a_quote() -> None:
    assert element("a", href="\"><script>'").text == '<a href="&quot;&gt;&lt;script&gt;&#x27;"></a>'


def test_children_may_be_nested_and_absent() -> None:
    assert join("a", None, [element("b", 1), ("c", None)]) == Html("a<b>1</b>c")


def test_a_void_element_has_no_end() -> None:
    assert element("br").text == "<br>"
    assert element("meta", charset="utf-8").text == '<meta charset="utf-8">'
    assert element("rect", x=1).text == '<rect x="1"/>'


def test_attributes_that_are_false_or_none_are_left_out_and_true_ones_stand_alone() -> None:
    assert element("p", hidden=True, lang=None, draggable=False, class_="a", aria_label="b").text == (
        '<p hidden class="a" aria-label="b"></p>'
    )


@pytest.mark.parametrize("name", ["script>", "a b", "", "1a", "p\n"])
def test_names_of_elements_and_attributes_are_never_made_of_input(name: str) -> None:
    with pytest.raises(ValueError, match="not an"):
        element(name)
    with pytest.raises(ValueError, match="not an"):
        element("p", **{name or " ": "x"})


def test_characters_that_turn_text_round_are_shown_by_number() -> None:
    assert show_hidden("a\u202eb\u2066c") == "a⟦U+202E⟧b⟦U+2066⟧c"


def test_control_characters_and_lone_surrogates_are_shown() -> None:
    assert show_hidden("a\0b\x1bc\ud800d\x85") == "a␀b␛c\ufffdd\ufffd"
    assert show_hidden("tab\tline\nend") == "tab\tline\nend"


def test_right_to_left_text_without_tricks_stays_as_it_is() -> None:
    assert show_hidden("تهران\u200cها") == "تهران\u200cها"


def test_a_style_sheet_cannot_end_its_element() -> None:
    with pytest.raises(ValueError, match="style sheet"):
        embed_style("p {} </style><script>")


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        " https://example.org",
        "https://exa\nmple.org",
        "java\tscript:alert(1)",
        "data:text/html,<script>",
        "file:///etc/passwd",
        "//example.org",
        "https:",
        "http://[",
        "https://example.org/\u202egro",
        "",
    ],
)
def test_only_plain_web_addresses_are_addresses(url: str) -> None:
    assert not is_web_address(url)
    assert "href" not in link_out(url, "label").text


def test_a_web_address_is_linked_without_telling_where_from() -> None:
    linked = link_out("https://example.org/?a=1&b=2", "here").text
    assert 'href="https://example.org/?a=1&amp;b=2"' in linked and "noreferrer" in linked


@given(st.text())
def test_any_text_comes_back_from_the_page_as_the_text_shown(text: str) -> None:
    shown = show_hidden(text).replace("\r\n", "\n").replace("\r", "\n")
    parsed = etree.fromstring(f"<p>{escape(text)}</p>")
    assert (parsed.text or "") == shown
