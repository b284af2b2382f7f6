"""HTML in which every string is escaped unless this module itself made it.

The one place of the program where text becomes markup. Sections build pages out of `element` and plain strings; a
string is always text, never markup, so report text cannot reach the page as anything but text.
"""

import html
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from urllib.parse import urlsplit

VOID_ELEMENTS = frozenset({"br", "hr", "meta", "link", "rect", "line", "path", "circle", "img"})
ELEMENT_NAME = re.compile(r"[a-z][a-z0-9]*\Z", re.IGNORECASE)
ATTRIBUTE_NAME = re.compile(r"[a-zA-Z][a-zA-Z0-9-]*\Z")

REORDERING = (*range(0x202A, 0x202F), *range(0x2066, 0x206A))
"""Characters that reorder what follows them: shown by number, since they can make a text read as its opposite."""

VISIBLE = {code: f"⟦U+{code:04X}⟧" for code in REORDERING}
VISIBLE |= {code: chr(0x2400 + code) for code in range(0x20) if code not in (0x09, 0x0A, 0x0D)}
VISIBLE |= dict.fromkeys((0x7F, *range(0x80, 0xA0), 0xFFFE, 0xFFFF), "\ufffd")
VISIBLE |= dict.fromkeys(range(0xD800, 0xE000), "\ufffd")


@dataclass(frozen=True, slots=True)
class Html:
    """Markup made by this module; the only thing that is put into a page unescaped."""

    text: str


Child = Html | str | int | None | Iterable["Child"]
Attribute = str | int | float | bool | None


def show_hidden(text: str) -> str:
    """The text with control characters, lone surrogates and characters that reorder text made visible."""
    return text.translate(VISIBLE)


def escape(text: str) -> str:
    """The text as it may stand in markup, in content and in a quoted attribute alike."""
    return html.escape(show_hidden(text), quote=True)


def join(*children: Child) -> Html:
    """The children one after another, strings escaped, None left out."""
    parts: list[str] = []
    _collect(children, parts)
    return Html("".join(parts))


def element(name: str, /, *children: Child, **attributes: Attribute) -> Html:
    """`<name attributes>children</name>`; a trailing `_` is cut from attribute names, other `_` become `-`.

    An attribute that is None or False is left out; one that is True stands without a value.

    Raises:
        ValueError: the element's or an attribute's name is no name, which no input can bring about.
    """
    _check_element(name)
    opening = "".join(_attribute(key, value) for key, value in attributes.items())
    if name in VOID_ELEMENTS:
        return Html(f"<{name}{opening}>" if name in ("br", "hr", "meta", "link") else f"<{name}{opening}/>")
    return Html(f"<{name}{opening}>{join(*children).text}</{name}>")


def embed_style(css: str) -> Html:
    """A style element with the program's own style sheet.

    Raises:
        ValueError: the sheet holds something that could end the element.
    """
    if "<" in css:
        raise ValueError("the style sheet holds a '<'")
    return Html(f"<style>{css}</style>")


def link_out(url: str, label: str) -> Html:
    """A link to an `http` or `https` address, which is told nothing of the page; any other address as plain text."""
    if not is_web_address(url):
        return element("span", label, class_="address")
    return element("a", label, href=url, rel="noreferrer noopener nofollow", class_="address")


def is_web_address(url: str) -> bool:
    """True for an absolute `http` or `https` address without white space or control characters."""
    if any(character.isspace() or ord(character) < 0x20 or ord(character) in VISIBLE for character in url):
        return False
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.netloc)


@cache
def _check_element(name: str) -> None:
    if not ELEMENT_NAME.match(name):
        raise ValueError(f"not an element name: {name!r}")


@cache
def _attribute_name(key: str) -> str:
    name = key.rstrip("_").replace("_", "-")
    if not ATTRIBUTE_NAME.match(name):
        raise ValueError(f"not an attribute name: {key!r}")
    return name


def _attribute(key: str, value: Attribute) -> str:
    name = _attribute_name(key)
    if value is None or value is False:
        return ""
    return f" {name}" if value is True else f' {name}="{escape(str(value))}"'


def _collect(child: Child, parts: list[str]) -> None:
    if child is None:
        return
    if isinstance(child, Html):
        parts.append(child.text)
    elif isinstance(child, str | int):
        parts.append(escape(str(child)))
    else:
        for part in child:
            _collect(part, parts)
