"""XML lists: a tree read without entities, and elements whose fields are taken one by one until none is left."""

import re
from collections.abc import Iterable
from xml.etree.ElementTree import Element, ParseError

from entrepot.errors import InputError, UnsafeInputError
from entrepot.screening.lists.interface import ListFile
from entrepot.screening.lists.party import PartyBuilder

_PROLOGUE = re.compile(r"\s*(?:<\?.*?\?>\s*|<!--.*?-->\s*|<!DOCTYPE[^>\[]*(?:\[.*?\])?\s*>\s*)*<([\w.:-]+)", re.DOTALL)


def root_of(head: str) -> str:
    """The name of the first element without its prefix, "" where this is no XML."""
    match = _PROLOGUE.match(head)
    return match[1].rpartition(":")[2] if match else ""


def parse_xml(file: ListFile) -> Element:
    """The root of the tree.

    Raises:
        UnsafeInputError: it declares entities.
        InputError: it is not well formed, which a file that was cut off is not.
    """
    from defusedxml.common import DefusedXmlException
    from defusedxml.ElementTree import fromstring

    try:
        root = fromstring(file.raw.strip(b"\x00\x1a \t\r\n"))
    except DefusedXmlException as error:
        raise UnsafeInputError(
            f"{file.name} declares XML entities, which can be used to attack a reader, and was not read; no issuer's "
            f"list has any: fetch it from the official address."
        ) from error
    except (ParseError, ValueError, LookupError, RecursionError) as error:
        raise InputError(
            f"{file.name} is not well-formed XML ({error}): the file is damaged or was cut off. Fetch it again."
        ) from error
    if not isinstance(root, Element):
        raise InputError(f"{file.name} is XML without an element: there is nothing to read in it.")
    return root


def local_name(tag: object) -> str:
    """The name of an element or attribute without its namespace."""
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def text_of(element: Element) -> str:
    """The text of an element with single spaces."""
    return " ".join("".join(element.itertext()).split())


class Fields:
    """The children and attributes of one element, each to be taken; `left` is what nobody took."""

    def __init__(self, element: Element) -> None:
        self.name = local_name(element.tag)
        self._attributes = {local_name(key): value.strip() for key, value in element.attrib.items()}
        self._children: dict[str, list[Element]] = {}
        for child in element:
            self._children.setdefault(local_name(child.tag), []).append(child)

    def take(self, name: str) -> list[Element]:
        """The children of that name."""
        return self._children.pop(name, [])

    def texts(self, name: str) -> list[str]:
        """The texts of the children of that name that have any."""
        return [text for child in self.take(name) if (text := text_of(child))]

    def text(self, name: str) -> str:
        """The texts of the children of that name, joined by a semicolon where there are several."""
        return "; ".join(self.texts(name))

    def inner(self, name: str) -> list[Element]:
        """The grandchildren below the children of that name: the items of a list."""
        return [item for child in self.take(name) for item in child]

    def attribute(self, name: str) -> str:
        """The attribute of that name, "" where there is none."""
        return self._attributes.pop(name, "")

    def drop(self, names: Iterable[str]) -> None:
        """Leaves out children and attributes on purpose."""
        for name in names:
            self._children.pop(name, None)
            self._attributes.pop(name, None)

    def left(self) -> list[tuple[str, str]]:
        """Names and texts of what was not taken and is not empty."""
        children = [(name, text_of(child)) for name, found in self._children.items() for child in found]
        return [(name, text) for name, text in (*self._attributes.items(), *children) if text]


def audit(fields: Fields, party: PartyBuilder) -> None:
    """Notes every field that nobody took, and keeps it among the attributes."""
    for name, text in fields.left():
        party.trouble("field_unknown", f"{fields.name}/{name}")
        party.add_attribute(name, text)
