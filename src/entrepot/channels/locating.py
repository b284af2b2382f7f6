"""Which territory a filler of a role lies in: by the tables, by its own words, or by what a report says of it."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from entrepot.channels.routes import list_hub_names
from entrepot.model.actor import Actor
from entrepot.model.claim import Claim, Role
from entrepot.reference.backing import state_behind
from entrepot.reference.gazetteer import country_of, find_entries, find_names
from entrepot.reference.names import NameMatch
from entrepot.reference.places import place_actor
from entrepot.reference.tables import load_table
from entrepot.reference.territories import territory_in_phrase

UNION = "EU"
_UNION_ACTOR = "organisation:eu"
_NEAR = 90
"""Characters beside a name within which a report says where its bearer is: an apposition, a bracket, "in Almaty"."""
_APPOSITION = re.compile(r"\s*,\s*(?:an?|the|its?|his|their|whose)\s+(?P<words>[^,.;:()]+)")
_PLACED = re.compile(
    r"\s*,?\s*(?:(?:which|that|is|was|are|based|registered|located|headquartered)\s+)*(?:in|at)\s+(?P<words>.+)"
)
_BRACKET = re.compile(r"\s*\((?P<words>[^)]{2,60})\)")
_STOPS = re.compile(r"\b(?:for|to|by|with|that|which|who|whose|against|from|under|about|of)\b")
"""After these words another thing is spoken of: "a supplier of Russian plants" need not be in Russia."""
_BEFORE = re.compile(
    r"(?P<words>[A-Z][\w’'-]+(?:[ -]based)?)(?:[ -](?!(?:in|to|from|by|and|with|through|via|of|said)\b)[a-z-]+){0,3}\s$"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Located:
    """A territory, the hub that was named in it ("" where none was), and how it is known; no reason where the tables
    say so of the actor itself.
    """

    territory: str
    hub: str = ""
    reason: str = ""
    is_place: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Reports:
    """What is known beside a claim: the texts of the case's reports, and in which of them each firm is named.

    `known` keeps where the firms that were asked about are said to be, so that no text is read twice for one.
    """

    texts: Mapping[str, str] = field(default_factory=dict)
    named_in: Mapping[str, frozenset[str]] = field(default_factory=dict)
    known: dict[tuple[str, str], str] = field(default_factory=dict, compare=False)


def index_reports(texts: Mapping[str, str], claims: Iterable[Claim]) -> Reports:
    """The texts with the documents in which claims name each body or firm."""
    named: dict[str, set[str]] = {}
    for claim in claims:
        for role in claim.roles:
            if role.actor is not None and role.actor.kind == "organisation":
                named.setdefault(role.actor.id, set()).add(claim.document_id)
    return Reports(texts=texts, named_in={key: frozenset(found) for key, found in named.items()})


def locate_conduit(role: Role, beside: Sequence[str], reports: Reports) -> Located | None:
    """The territory that goods pass through where this filler is their way; None where nothing says.

    A firm stands for the territory that it is in, and never for itself; a ship and a person stand for none. `beside`
    are the sentences that the filler is in.
    """
    actor = role.actor
    if actor is not None and actor.kind in {"person", "vessel", "group"}:
        return None
    return _by_tables(actor) or _by_words(role.text, beside, actor) or _by_reports(role, reports)


def locate_end(role: Role, beside: Sequence[str], reports: Reports) -> Located | None:
    """The territory that goods come from or go to where this filler sends or gets them; None where nothing says."""
    actor = role.actor
    if actor is not None and actor.id == _UNION_ACTOR:
        return Located(territory=UNION)
    if actor is not None and actor.kind in {"vessel", "group"}:
        return None
    if actor is not None and actor.kind == "person":
        state = state_behind(actor)
        return Located(territory=state) if state else None
    return _by_tables(actor) or _by_words(role.text, beside, actor) or _by_reports(role, reports)


@cache
def hubs_by_place() -> dict[str, str]:
    """Keys of the hubs table by the ids of the places that its names stand for."""
    found: dict[str, str] = {}
    for row in load_table("hubs").rows:
        for name in list_hub_names(row):
            for one in (place_actor(name), *(entry.actor for entry in find_entries(name))):
                if one.kind == "place":
                    found.setdefault(one.id, row["id"])
    return found


def _by_tables(actor: Actor | None) -> Located | None:
    if actor is None:
        return None
    territory = country_of(actor)
    if not territory:
        return None
    if actor.kind == "place":
        return Located(territory=territory, hub=hubs_by_place().get(actor.id, ""), is_place=True)
    reason = "" if actor.kind == "country" else f"{actor.name} is in {territory_in_phrase(territory)}"
    return Located(territory=territory, reason=reason)


def _by_words(text: str, beside: Sequence[str], actor: Actor | None) -> Located | None:
    """By the filler's own words ("Russian ports"), or by what follows it in its sentence ("companies in Dubai")."""
    if actor is not None:
        return None
    own = _one_territory(find_names(text))
    if own:
        return Located(territory=own, reason=f"“{text}” is taken to be in {territory_in_phrase(own)}", is_place=True)
    for sentence in beside:
        at = sentence.find(text)
        found = _PLACED.match(sentence[at + len(text) :][:_NEAR]) if at >= 0 else None
        territory = _first_territory(found["words"]) if found else ""
        if found and territory:
            place = find_names(found["words"])[0]
            reason = f"“{text} in {place.text}” is in {territory_in_phrase(territory)}"
            return Located(territory=territory, hub=_hub_of(place), reason=reason, is_place=True)
    return None


def _by_reports(role: Role, reports: Reports) -> Located | None:
    """By what the reports say of a firm beside its name ("Boat Works, a Greek yard"); nothing where they differ."""
    if role.actor is None or role.actor.kind != "organisation":
        return None
    key = (role.actor.id, role.text)
    if key not in reports.known:
        texts = [reports.texts[one] for one in sorted(reports.named_in.get(role.actor.id, ())) if one in reports.texts]
        names = {role.actor.name, role.text}
        said = {place for text in texts for name in names for place in _said_of(name, text)}
        reports.known[key] = said.pop() if len(said) == 1 else ""
    territory = reports.known[key]
    if not territory:
        return None
    return Located(territory=territory, reason=f"{role.actor.name} is said to be in {territory_in_phrase(territory)}")


def _said_of(name: str, text: str) -> list[str]:
    found: list[str] = []
    for match in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text):
        after, before = " ".join(text[match.end() :][:_NEAR].split("\n")), text[: match.start()][-_NEAR:]
        told = _told_after(after) or _told_before(before)
        found += [told] if told else []
    return found


def _told_after(after: str) -> str:
    for pattern in (_APPOSITION, _PLACED, _BRACKET):
        found = pattern.match(after)
        if not found:
            continue
        if pattern is not _APPOSITION:
            return _first_territory(found["words"])
        placed = re.search(r"\b(?:in|at|based in)\s+(?P<words>.+)", found["words"])
        kind = _STOPS.split(found["words"])[0]
        return (_first_territory(placed["words"]) if placed else "") or _one_territory(find_names(kind))
    return ""


def _told_before(before: str) -> str:
    found = _BEFORE.search(before)
    return _one_territory(find_names(found["words"].removesuffix("-based"))) if found else ""


def _first_territory(words: str) -> str:
    """The territory of a name that the words begin with, "" where they begin otherwise."""
    names = find_names(words.removeprefix("the "))
    if not names or names[0].start > 0:
        return ""
    return _territory_of(names[0])


def _one_territory(names: Sequence[NameMatch]) -> str:
    """The territory that all names of a phrase stand for, "" where there is none or several."""
    found = {_territory_of(one) for one in names} - {""}
    return found.pop() if len(found) == 1 else ""


def _territory_of(name: NameMatch) -> str:
    entry = name.entries[0]
    return entry.iso2 if entry.actor.kind in {"country", "place"} and not entry.weak else ""


def _hub_of(name: NameMatch) -> str:
    return hubs_by_place().get(name.entries[0].actor.id, "")
