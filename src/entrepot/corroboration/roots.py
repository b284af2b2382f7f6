"""Where the chain of a claim ends: whose word it is in the end, or that nobody says whose."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from entrepot.corroboration.naming import is_one_name, name_words
from entrepot.corroboration.statements import STATE_KINDS
from entrepot.corroboration.traits import ClaimTraits, ReportTraits, publisher_key
from entrepot.corroboration.words import country_in
from entrepot.model.actor import Actor
from entrepot.model.claim import Claim, Source
from entrepot.model.proposition import OriginKind
from entrepot.reference.backing import owner_behind, owner_evidence, state_behind
from entrepot.reference.gazetteer import find_names
from entrepot.reference.territories import territory_name

_COURT_WORDS = ("court", "judge", "tribunal", "jury")
UNKNOWN = "unknown"
_LAST = ""
"""Nothing to say: whoever stands last in the chain is meant."""
_OFFICIALS = re.compile(
    r"^(?:(?:[Tt]he|[Ss]enior|[Tt]wo|[Tt]hree|[Ss]everal|[Uu]nnamed|[Aa]n?|[Ss]ome|[Tt]op|[Cc]urrent|[Ff]ormer)\s)*"
    r"(?P<of>[A-Z].*?)(?:['’]s?)?\s(?:[a-z-]+\s){0,2}"
    r"(?:officials?|authorit(?:y|ies)|governments?|spokes(?:man|woman|person|people)|prosecutors?|commissioner|"
    r"diplomats?|envoys?|ministers?|investigators?|customs officers?|officers?|military|intelligence|services?|"
    r"agency|ministry|army|navy|police|customs|lawmakers?|embassy|parliament|railways?|"
    r"press (?:office|service))$"
)
_OFFICE_OF = re.compile(
    r"^(?:[a-z]+ )?(?:press (?:service|office|secretary)|spokes(?:man|woman|person|people)|representatives?|management|"
    r"officials?|officers?|lawyers?|executives?) (?:of|for|at|from) (?:the )?(?P<of>[A-Z].*)$"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Root:
    """The end of one claim's chain.

    `key` tells voices apart; `""` for an unknown root. `backer` is the state or owner behind it (`state:IR`,
    `owner:…`), "" where none is known. `reason` says why the root is this one, or why there is none. `outlet` is the
    key of an outlet that is cited, whose own report, if the case holds it, goes on to the true root.
    """

    claim_id: str
    document_id: str
    key: str
    name: str
    kind: OriginKind
    backer: str = ""
    reason: str = ""
    outlet: str = ""
    steps: tuple[str, ...] = ()


def find_root(claim: Claim, traits: ClaimTraits, report: ReportTraits) -> Root:
    """The root of a claim as its own report gives it."""
    steps = tuple(source.name for source in claim.sources) or (report.publisher,)
    codes = {issue.code for issue in claim.issues}
    if traits.is_commitment:
        speaker = _committed(claim)
        if speaker is not None:
            return _root(claim, speaker, f"{speaker.name} itself makes the promise", steps)
    if len(claim.sources) > 1:
        return _named_root(claim, traits, report, steps, is_unknown="source_unknown" in codes)
    if "self_citation" in codes:
        return _unknown(claim, steps, "the publisher cites itself and names nothing beneath")
    if "source_unknown" in codes:
        return _unknown(claim, steps, "hearsay without a source")
    return _publisher_root(claim, traits, report, steps)


def _committed(claim: Claim) -> Actor | None:
    """Who makes the promise that a claim tells of: the one agent in it that is an actor."""
    roles = {"pledge": "agent", "circumvent": "agent", "supply": "supplier", "cooperate": "agent", "finance": "payer"}
    found = [role.actor for role in claim.roles if role.role == roles.get(claim.frame)]
    return found[0] if len(found) == 1 and found[0] is not None and state_behind(found[0]) else None


def _named_root(
    claim: Claim, traits: ClaimTraits, report: ReportTraits, steps: tuple[str, ...], *, is_unknown: bool
) -> Root:
    source = claim.sources[-1]
    if source.actor is None or not state_behind(source.actor):
        body = _body_in(source.name)
        if body is not None:
            return _root(claim, body, f"{source.name}, speaking for {body.name}", steps, source)
        institution = _OFFICE_OF.match(source.name)
        if institution:
            whole = replace(source, name=institution["of"], kind="official", actor=None)
            return _words_root(claim, whole, steps)
    if source.kind == "unnamed" or (is_unknown and source.actor is None) or _is_nameless(source):
        return _unknown(claim, steps, f"not named: {source.name or 'the source'}")
    if traits.speaks_for.startswith("state:"):
        return _state_root(claim, traits.speaks_for, source, steps)
    if _is_publisher(source, report):
        return _publisher_root(claim, traits, report, steps)
    if traits.speaks_for:
        firm = traits.speaks_for.removeprefix("for:")
        return _make(claim, f"name:{firm}", source.name, source.kind, "", f"speaks for {firm.title()}", steps)
    if source.actor is not None:
        return _root(claim, source.actor, _LAST, steps, source)
    return _words_root(claim, source, steps)


def _state_root(claim: Claim, state: str, source: Source, steps: tuple[str, ...]) -> Root:
    """A state, its organ, or a person who speaks for it."""
    whole = backer_name(state)
    reason = f"speaks for {whole}" if source.actor is None or source.actor.kind == "person" else _LAST
    return _make(claim, state, source.name, source.kind, state, reason, steps)


def _is_nameless(source: Source) -> bool:
    """True for "a newspaper" and "two brokers"; papers count, since somebody holds them."""
    return (
        source.actor is None
        and source.kind not in ("document", *STATE_KINDS)
        and not any(map(str.isupper, source.name))
    )


def _is_publisher(source: Source, report: ReportTraits) -> bool:
    """True for "the ministry" in its own release."""
    return bool(report.publisher) and name_words(source.name) <= name_words(report.publisher) != frozenset()


def _body_in(name: str) -> Actor | None:
    """The state or body whose unnamed officials speak: "EU officials", "Ukraine's sanctions commissioner"."""
    match = _OFFICIALS.match(name)
    found = find_names(match["of"]) if match else ()
    if match is None or len(found) != 1 or 2 * len(found[0].text) < len(match["of"]):
        return None
    actor = found[0].entries[0].actor
    return actor if actor.kind in ("country", "organisation") else None


def _words_root(claim: Claim, source: Source, steps: tuple[str, ...]) -> Root:
    """A source known by its words alone: "Turkish prosecutors", "the Bosphorus Trade Monitor"."""
    key = publisher_key(source.name)
    land = country_in(source.name) if source.kind in STATE_KINDS else ""
    if land and not any(word in source.name.casefold() for word in _COURT_WORDS):
        return _make(claim, f"state:{land}", source.name, source.kind, f"state:{land}", "an organ of that state", steps)
    outlet = key if source.kind not in ("participant", "expert") else ""
    return _make(claim, key, source.name, source.kind, "", _LAST, steps, outlet)


def _publisher_root(claim: Claim, traits: ClaimTraits, report: ReportTraits, steps: tuple[str, ...]) -> Root:
    """The publisher's own word: an origin where it is an authority or reports itself."""
    source = claim.sources[0] if claim.sources else None
    if source is not None and source.actor is not None and state_behind(source.actor):
        return _root(claim, source.actor, "an authority's own statement", steps, source)
    if source is not None and source.kind in STATE_KINDS:
        return _words_root(claim, source, steps)
    if traits.is_own and source is not None:
        reason = f"its own reporting: {report.own_reporting}" if report.own_reporting else "saw or heard it itself"
        if source.actor is not None:
            return _root(claim, source.actor, reason, steps, source)
        return _make(claim, report.publisher_key, report.publisher, source.kind, "", reason, steps)
    return _unknown(claim, steps, "the report gives no source")


def _root(claim: Claim, actor: Actor, reason: str, steps: tuple[str, ...], source: Source | None = None) -> Root:
    state, owner = state_behind(actor), owner_behind(actor)
    kind: OriginKind = source.kind if source else "participant" if actor.kind == "person" else "official"
    if state:
        return _make(claim, f"state:{state}", actor.name, kind, f"state:{state}", reason, steps)
    if owner:
        reason = f"{reason}; {owner_evidence(actor)}"
    outlet = publisher_key(actor.name, actor.id) if actor.kind == "organisation" else ""
    return _make(claim, actor.id, actor.name, kind, owner, reason, steps, outlet)


def _make(
    claim: Claim,
    key: str,
    name: str,
    kind: OriginKind,
    backer: str,
    reason: str,
    steps: tuple[str, ...],
    outlet: str = "",
) -> Root:
    return Root(
        claim_id=claim.id,
        document_id=claim.document_id,
        key=key,
        name=name,
        kind=kind,
        backer=backer,
        reason=reason,
        outlet=outlet,
        steps=steps,
    )


def _unknown(claim: Claim, steps: tuple[str, ...], reason: str) -> Root:
    return Root(
        claim_id=claim.id,
        document_id=claim.document_id,
        key="",
        name=UNKNOWN,
        kind="unknown",
        reason=reason,
        steps=steps,
    )


def backer_name(backer: str) -> str:
    """The state or owner in words."""
    kind, _, rest = backer.partition(":")
    return territory_name(rest) if kind == "state" else rest


def splice(roots: Mapping[str, Root], reports: Mapping[str, ReportTraits]) -> dict[str, Root]:
    """Each claim with its root after chains that cite another report of the case have been carried on through it.

    Where an outlet is cited whose own report of the same proposition is at hand, that report's root is the root.
    """
    by_publisher: dict[str, list[Root]] = {}
    names: dict[str, str] = {}
    for claim_id in sorted(roots):
        report = reports[roots[claim_id].document_id]
        by_publisher.setdefault(report.publisher_key, []).append(roots[claim_id])
        names[report.publisher_key] = report.publisher
    cited = {root.outlet: _cited_key(root, names) for root in roots.values() if root.outlet}
    return {claim_id: _follow(root, by_publisher, reports, cited) for claim_id, root in roots.items()}


def _cited_key(root: Root, names: Mapping[str, str]) -> str:
    """The publisher that an outlet's name means: "the Observer" is the Chui Valley Observer where one report is its."""
    if root.outlet in names:
        return root.outlet
    meant = [key for key, name in names.items() if is_one_name(root.name, name)]
    return meant[0] if len(meant) == 1 else root.outlet


def _follow(
    root: Root, by_publisher: Mapping[str, list[Root]], reports: Mapping[str, ReportTraits], cited: Mapping[str, str]
) -> Root:
    seen = {reports[root.document_id].publisher_key}
    found = root
    while (outlet := cited.get(found.outlet, "")) and outlet not in seen and outlet in by_publisher:
        seen.add(outlet)
        options = sorted(by_publisher[outlet], key=lambda each: (not each.key, each.claim_id))
        following = options[0]
        found = Root(
            claim_id=root.claim_id,
            document_id=root.document_id,
            key=following.key,
            name=following.name,
            kind=following.kind,
            backer=following.backer,
            reason=": ".join(
                filter(None, (f"{reports[following.document_id].publisher} is in the case", following.reason))
            ),
            outlet=following.outlet,
            steps=(*found.steps, *following.steps[1:]),
        )
    return found
