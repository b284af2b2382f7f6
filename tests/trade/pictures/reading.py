"""Pictures read back as XML."""

from xml.etree import ElementTree

SVG = "{http://www.w3.org/2000/svg}"


def read_svg(text: str) -> ElementTree.Element:
    return ElementTree.fromstring(text)


def of_class(root: ElementTree.Element, name: str, *classes: str) -> list[ElementTree.Element]:
    """The elements of a name that have all these classes."""
    return [one for one in root.iter(SVG + name) if {*classes} <= set(one.get("class", "").split())]


def texts_of(root: ElementTree.Element) -> list[str]:
    return [one.text or "" for one in root.iter(SVG + "text")]


def description_of(root: ElementTree.Element) -> str:
    return root.findtext(SVG + "desc") or ""
