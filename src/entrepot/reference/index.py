"""The index of all names: a tree of words in which the longest name from a given word on is found by walking."""

from functools import cache
from typing import Any

from entrepot.reference.names import NamedForm, NameEntry
from entrepot.reference.organisations import named_organisations
from entrepot.reference.persons import person_forms
from entrepot.reference.places import place_forms
from entrepot.reference.territories import territory_forms
from entrepot.reference.tokens import Word, split_keys

Found = tuple[int, tuple[NameEntry, ...]]
"""The number of the word after a name, and the name's readings."""
_Node = dict[str, Any]
_LEAF = ""
_SHOUTED_KINDS = frozenset({"name", "capital", "hub", "place"})


@cache
def list_forms() -> tuple[NamedForm, ...]:
    """Every form of every table with its reading."""
    return (*territory_forms(), *named_organisations(), *person_forms(), *place_forms())


@cache
def _index() -> _Node:
    root: _Node = {}
    ends: list[_Node] = []
    for named in list_forms():
        keys = split_keys(named.form)
        if keys:
            node = _reach(root, keys)
            if _LEAF not in node:
                node[_LEAF] = []
                ends.append(node)
            node[_LEAF].append(named.entry)
    for node in ends:
        node[_LEAF] = _order(node[_LEAF])
    return root


def _reach(root: _Node, keys: tuple[str, ...]) -> _Node:
    node = root
    for key in keys:
        node = node.setdefault(key, {})
    return node


def _order(entries: list[NameEntry]) -> tuple[NameEntry, ...]:
    """One entry an actor, strong before weak, names before adjectives.

    A capital or a country is not listed again as the place it is, and a surname gives way to anything that is sure.
    """
    if len(entries) == 1:
        return (entries[0],)
    ranked = sorted(entries, key=lambda entry: (entry.weak, entry.form_kind == "adjective"))
    kept: dict[str, NameEntry] = {}
    for entry in ranked:
        kept.setdefault(entry.actor.id, entry)
    lands = {entry.iso2 for entry in kept.values() if entry.form_kind in {"capital", "name"}}
    sure = any(not entry.weak and entry.form_kind != "surname" for entry in kept.values())
    return tuple(
        entry
        for entry in kept.values()
        if not (entry.form_kind in {"hub", "place"} and entry.iso2 in lands)
        and not (entry.form_kind == "surname" and sure)
    )


def walk_names(words: list[Word], at: int) -> Found | None:
    """The longest name of the tables that starts with word `at`."""
    node = _index().get(words[at].text)
    best: Found | None = None
    stop = at
    while node is not None:
        stop += 1
        if _LEAF in node:
            best = (stop, node[_LEAF])
        if stop >= len(words):
            break
        word = words[stop]
        # "Kim Jong-un" and "Kim Jong Un" are one name: after a hyphen the case of the letter does not count
        node = node.get(word.key) or (node.get(word.joint + word.text.capitalize()) if "-" in word.raw_joint else None)
    return best or _shouted(words, at)


def _shouted(words: list[Word], at: int) -> Found | None:
    """A dateline in capitals ("MINSK, 20 August") names the place; a headline in capitals is not taken apart."""
    word = words[at]
    if len(word.text) < 4 or not word.text.isupper():
        return None
    neighbours = (words[i].text for i in (at - 1, at + 1) if 0 <= i < len(words))
    if any(len(text) > 1 and text.isupper() for text in neighbours):
        return None
    node = _index().get(word.text.title())
    entries = node.get(_LEAF) if node else None
    return (at + 1, entries) if entries and entries[0].form_kind in _SHOUTED_KINDS else None
