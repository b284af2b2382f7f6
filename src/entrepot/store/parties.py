"""Listed parties as compact JSON in two parts, what matching needs and the remainder, and back, exactly."""

import hashlib
import json
from datetime import date
from itertools import repeat
from typing import Any

from entrepot.model.issue import Issue
from entrepot.model.listing import Designation, Identifier, ListedAddress, ListedName, ListedParty
from entrepot.store.codec import decode_json, encode_json

Plain = list[Any]

_STANDARD_NAME: Plain = [None, None, "latin", "primary", "", ""]
_NO_CLAUSE: Plain = ["", ()]
_NO_REST: Plain = [(), "", (), (), ()]


def encode_party(party: ListedParty) -> tuple[str, str]:
    """The party without list and id as two JSON texts; the same party always gives the same ones.

    Lists in place of mappings, and each designation split between the two: 18,000 parties are read in a second so.
    """
    core = [
        party.kind,
        [_plain_name(name) for name in party.names],
        [[one.programme, one.authority, _iso(one.listed_on), _iso(one.ended_on)] for one in party.designations],
        party.births,
        party.countries,
        [[one.kind, one.value, one.original, one.country, one.label] for one in party.identifiers],
        [_iso(day) for day in party.seen] if party.seen else None,
        party.birth_places,
    ]
    rest = [
        [[one.text, one.country] for one in party.addresses],
        party.remarks,
        party.attributes,
        [[one.citation, one.terms] for one in party.designations],
        party.issues,
    ]
    return _keepable(encode_json(core)), _keepable(encode_json(rest))


def party_digest(party: ListedParty) -> str:
    """What tells whether the record of a party is word for word the one that was judged or kept before."""
    return digest_parts(*encode_party(party))


def digest_parts(core: str, rest: str) -> str:
    """The digest of a party's two parts."""
    return hashlib.blake2b(f"{core}\n{rest}".encode(), digest_size=12).hexdigest()


def decode_party(party_list: str, party_id: str, core: str, rest: str | None = None) -> ListedParty:
    """The party; without `rest`, its addresses, remarks, attributes, citations, terms and issues are left out."""
    kind, names, acts, births, countries, identifiers, seen, birth_places = json.loads(core)
    addresses, remarks, attributes, clauses, issues = json.loads(rest) if rest else _NO_REST
    return ListedParty(
        id=party_id,
        list=party_list,
        kind=kind,
        names=tuple(map(_name, names)),
        designations=tuple(map(_designation, acts, clauses or repeat(_NO_CLAUSE))),
        births=tuple(births),
        birth_places=tuple(birth_places),
        countries=tuple(countries),
        identifiers=tuple(map(_identifier, identifiers)),
        addresses=tuple(ListedAddress(text=text, country=country) for text, country in addresses),
        remarks=remarks,
        attributes=tuple((name, text) for name, text in attributes),
        seen=None if seen is None else (date.fromisoformat(seen[0]), day(seen[1])),
        issues=decode_json(tuple[Issue, ...], json.dumps(issues)) if issues else (),
    )


def day(text: str | None) -> date | None:
    """The day of an ISO text, None where there is none."""
    return None if text is None else date.fromisoformat(text)


def _keepable(text: str) -> str:
    """The text with lone surrogates, which no file in UTF-8 can hold, replaced."""
    return text.encode("utf-8", "replace").decode("utf-8")


def _iso(value: date | None) -> str | None:
    return None if value is None else value.isoformat()


def _plain_name(name: ListedName) -> Plain:
    """The fields in order; the original is None where it is the text, and what says nothing at the end is left out."""
    original = None if name.original == name.text else name.original
    fields = [name.text, original, name.script, name.strength, name.kind, name.language]
    while len(fields) > 1 and fields[-1] == _STANDARD_NAME[len(fields) - 1]:
        fields.pop()
    return fields


def _name(fields: Plain) -> ListedName:
    text, original, script, strength, kind, language = (*fields, *_STANDARD_NAME[len(fields) :])
    return ListedName(
        text=text,
        original=text if original is None else original,
        script=script,
        strength=strength,
        kind=kind,
        language=language,
    )


def _designation(act: Plain, clause: Plain) -> Designation:
    programme, authority, listed, ended = act
    citation, terms = clause
    return Designation(
        programme=programme,
        authority=authority,
        listed_on=day(listed),
        ended_on=day(ended),
        citation=citation,
        terms=tuple((name, text) for name, text in terms),
    )


def _identifier(fields: Plain) -> Identifier:
    kind, value, original, country, label = fields
    return Identifier(kind=kind, value=value, original=original, country=country, label=label)
