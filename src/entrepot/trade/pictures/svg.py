"""SVG as text: self-contained, without script or fonts from elsewhere, readable aloud, in light and in dark.

Every string is escaped by the XML writer, so that a label is never anything but text.
"""

import hashlib
import re
from collections.abc import Iterable
from xml.etree import ElementTree

Node = ElementTree.Element
NAMESPACE = "http://www.w3.org/2000/svg"
FONT_SIZE = 12.0
_LETTER = 0.56
"""Mean width of a letter of a sans-serif face, as a share of its size; wide enough that labels do not touch."""
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

# Every rule begins with the class of the picture, since a style inside a page would reach all of the page.
STYLE = """
.trade-picture{--ink:#1f2328;--soft:#59636e;--line:#d1d9e0;--ground:#fff;--first:#0b62b8;--second:#b35900;
--mark:#8a1f5c;--band:#7c8b99;background:var(--ground);
font:12px system-ui,"Segoe UI","Liberation Sans",Arial,sans-serif}
@media(prefers-color-scheme:dark){.trade-picture{--ink:#e6edf3;--soft:#9da7b3;--line:#3d444d;--ground:#0d1117;
--first:#58a6ff;--second:#f0954a;--mark:#f778ba;--band:#8b98a5}}
.trade-picture text{fill:var(--ink)}
.trade-picture .soft{fill:var(--soft)}
.trade-picture .head{font-weight:600}
.trade-picture .grid{stroke:var(--line);stroke-width:1}
.trade-picture .axis{stroke:var(--soft);stroke-width:1}
.trade-picture .first{stroke:var(--first)}
.trade-picture .second{stroke:var(--second)}
.trade-picture .curve{fill:none;stroke-width:2;stroke-linejoin:round;stroke-linecap:round}
.trade-picture .second.curve{stroke-dasharray:6 3}
.trade-picture .dot{fill:var(--ground);stroke-width:1.6}
.trade-picture .measure{stroke:var(--mark);stroke-width:1.2;stroke-dasharray:3 3}
.trade-picture .measure-name{fill:var(--mark)}
.trade-picture .fill-first{fill:var(--first)}
.trade-picture .fill-second{fill:var(--second)}
.trade-picture .range{fill:none;stroke:var(--ink);stroke-width:1.2}
.trade-picture .range-body{fill:var(--ink);fill-opacity:.12}
.trade-picture .band-first{fill:var(--first);fill-opacity:.45}
.trade-picture .band-second{fill:var(--second);fill-opacity:.45}
.trade-picture .band-direct{fill:var(--band);fill-opacity:.4}
.trade-picture .node{fill:var(--ink)}
.trade-picture .unknown{fill:none;stroke:var(--soft);stroke-width:1.4;stroke-dasharray:2 4}
.trade-picture .absent{fill:var(--line);fill-opacity:.5}
.trade-picture .halo{paint-order:stroke;stroke:var(--ground);stroke-width:3px;stroke-linejoin:round}
"""


def element(name: str, *children: Node | str, **attributes: str | float) -> Node:
    """An element; a trailing `_` is cut from attribute names and other `_` become `-`; numbers are written short."""
    node = Node(name, {key.rstrip("_").replace("_", "-"): _value(value) for key, value in attributes.items()})
    for child in children:
        if isinstance(child, str):
            node.text = (node.text or "") + _clean(child)
        else:
            node.append(child)
    return node


def text_at(x: float, y: float, text: str, *, anchor: str = "start", class_: str = "", title: str = "") -> Node:
    """A line of text; `title` is read out and shown where the text itself was cut short."""
    node = element("text", x=x, y=y, text_anchor=anchor, **({"class_": class_} if class_ else {}))
    node.text = _clean(text)
    if title and title != text:
        node.append(element("title", title))
    return node


def text_width(text: str) -> float:
    """About how wide a text stands, in pixels."""
    return len(text) * FONT_SIZE * _LETTER


def shorten(text: str, width: float) -> str:
    """The text, cut at its end with an ellipsis where it would be wider than `width` pixels."""
    most = max(int(width / (FONT_SIZE * _LETTER)), 1)
    return text if len(text) <= most else text[: max(most - 1, 1)].rstrip() + "…"


def draw_document(width: float, height: float, title: str, description: str, body: Iterable[Node]) -> str:
    """The whole picture: a title and a description for those who do not see it, the style, the body."""
    key = hashlib.sha256(f"{title}\n{description}".encode(errors="replace")).hexdigest()[:8]
    root = element(
        "svg",
        element("title", title, id=f"picture-{key}"),
        element("desc", description, id=f"picture-{key}-told"),
        element("style", STYLE.strip()),
        *body,
        xmlns=NAMESPACE,
        viewBox=f"0 0 {number(width)} {number(height)}",
        width=width,
        height=height,
        class_="trade-picture",
        role="img",
        aria_labelledby=f"picture-{key} picture-{key}-told",
    )
    return ElementTree.tostring(root, encoding="unicode") + "\n"


def number(value: float) -> str:
    """At most two decimals and no trailing zeros, so that the same figure is always written alike."""
    written = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if written in ("", "-0") else written


def _value(value: str | float) -> str:
    return _clean(value) if isinstance(value, str) else number(value)


def _clean(text: str) -> str:
    """The text without what XML has no way to write."""
    return _NOT_XML.sub("\N{REPLACEMENT CHARACTER}", text)
