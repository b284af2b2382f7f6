"""`/feed.atom`: new and changed propositions of the case, the latest first (RFC 4287, paged by RFC 5005)."""

import re
from datetime import datetime
from typing import Any, Final
from urllib.parse import quote

from fastapi import APIRouter, Request
from fastapi.responses import Response
from lxml import etree  # type: ignore[import-untyped]

from entrepot import __version__
from entrepot.dossier.parts import count
from entrepot.dossier.phrases import phrase_proposition, plain_phrase
from entrepot.model.claim import Claim
from entrepot.model.proposition import Proposition
from entrepot.store.proposition_log import LoggedProposition, list_logged, read_log_state
from entrepot.store.propositions import read_claims
from entrepot.web.api.caching import has_already, make_tag, not_modified
from entrepot.web.requests import CaseGiven, PageNumber

router = APIRouter(tags=["Feed"])

ATOM: Final = "http://www.w3.org/2005/Atom"
MEDIA_TYPE: Final = "application/atom+xml"
ENTRIES: Final = 100
"""Entries on a page of the feed; older ones are on the pages after it."""
_MOST_NAMED: Final = 5
_NO_XML = re.compile(r"[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_DESCRIBED: Final[dict[int | str, dict[str, Any]]] = {
    200: {"description": "A page of the feed.", "content": {MEDIA_TYPE: {"schema": {"type": "string"}}}},
    304: {"description": "Nothing changed since the tag that was sent."},
}


@router.get("/feed.atom", response_class=Response, responses=_DESCRIBED)
def feed(request: Request, case: CaseGiven, page: PageNumber = 1) -> Response:
    """New and changed propositions, the latest first, as an Atom feed."""
    total, updated, state = read_log_state(case)
    base = str(request.base_url).rstrip("/")
    tag = make_tag("\n".join((__version__, base, str(page), str(total), state)).encode())
    if has_already(request, tag):
        return not_modified(tag)
    logged = list_logged(case, (page - 1) * ENTRIES, ENTRIES)
    wanted = [claim_id for one in logged for claim_id in one.proposition.claims]
    claims = {claim.id: claim for claim in read_claims(case, wanted)}
    root = _head(base, request.app.state.case_name, updated)
    for name, number in _pages(page, total):
        href = f"{base}/feed.atom?page={number}" if number > 1 else f"{base}/feed.atom"
        _add(root, "link", rel=name, href=href, type=MEDIA_TYPE)
    for one in logged:
        root.append(_entry(base, request.app.state.case_name, one, claims))
    content = etree.tostring(root, encoding="utf-8", xml_declaration=True)
    headers = {"etag": tag, "cache-control": "private, no-cache"}
    return Response(content, media_type=f"{MEDIA_TYPE}; charset=utf-8", headers=headers)


def tag_address(case_name: str, *parts: str) -> str:
    """What identifies something of a case for ever, wherever it is served (a tag URI, RFC 4151)."""
    return "tag:localhost,2025:" + "/".join(quote(part, safe="") for part in ("entrepot", case_name, *parts))


def _pages(page: int, total: int) -> list[tuple[str, int]]:
    last = max(1, -(-total // ENTRIES))
    found = [("self", page), ("first", 1), ("last", last)]
    if page > 1:
        found.append(("previous", min(page - 1, last)))
    if page < last:
        found.append(("next", page + 1))
    return found


def _head(base: str, case_name: str, updated: str | None) -> Any:
    root = etree.Element(f"{{{ATOM}}}feed", nsmap={None: ATOM})
    _add(root, "id", tag_address(case_name, "propositions"))
    _add(root, "title", f"{case_name}: new and changed propositions")
    _add(root, "subtitle", "What several reports say, merged: leads for human review, not findings of wrongdoing.")
    _add(root, "updated", _moment(updated or "1970-01-01T00:00:00+00:00"))
    _add(_add(root, "author"), "name", "Entrepôt")
    _add(root, "generator", "Entrepôt", version=__version__)
    _add(root, "link", rel="alternate", href=f"{base}/propositions", type="text/html")
    return root


def _entry(base: str, case_name: str, logged: LoggedProposition, claims: dict[str, Claim]) -> Any:
    one = logged.proposition
    address = f"{base}/propositions/{quote(one.id, safe='')}"
    entry = etree.Element(f"{{{ATOM}}}entry")
    _add(entry, "id", tag_address(case_name, "propositions", one.id))
    _add(entry, "title", plain_phrase(phrase_proposition(one, [claims[each] for each in one.claims])))
    _add(entry, "updated", _moment(logged.changed_at.isoformat()))
    _add(entry, "published", _moment(logged.first_seen_at.isoformat()))
    _add(entry, "link", rel="alternate", href=address, type="text/html")
    _add(entry, "link", rel="related", href=f"{address}.json", type="application/json")
    _add(entry, "category", term=one.frame)
    _add(entry, "summary", summarise(one))
    return entry


def summarise(one: Proposition) -> str:
    """How independent the support is, whose it is, and what conflicts, in plain sentences."""
    named = [origin.name for origin in one.origins if origin.independent]
    origins = count(one.independent_origins, "independent origin")
    whose = f" ({', '.join(named[:_MOST_NAMED])}{' and others' if len(named) > _MOST_NAMED else ''})" if named else ""
    told = [f"{count(len(one.claims), 'claim')}, {origins}{whose}."]
    told.append(f"First reported by {one.first_reported.publisher or 'a publisher that is not known'}.")
    if one.conflicts:
        told.append(f"In conflict: {', '.join(conflict.kind for conflict in one.conflicts)}.")
    return " ".join(told)


def _add(parent: Any, name: str, text: str = "", **attributes: str) -> Any:
    child = etree.SubElement(parent, f"{{{ATOM}}}{name}", {key: _clean(value) for key, value in attributes.items()})
    if text:
        child.text = _clean(text)
    return child


def _clean(text: str) -> str:
    """The text without characters that XML cannot hold."""
    return _NO_XML.sub("\N{REPLACEMENT CHARACTER}", text)


def _moment(text: str) -> str:
    """A moment as RFC 3339 has it, in UTC."""
    return datetime.fromisoformat(text).isoformat().replace("+00:00", "Z")
