"""Independent origins: roots that are one voice are counted once, unknown ones never."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import combinations, pairwise

from entrepot.corroboration.naming import is_one_name
from entrepot.corroboration.reuse import cluster_resembling, is_reworded_copy
from entrepot.corroboration.roots import UNKNOWN, Root, backer_name, find_root, splice
from entrepot.corroboration.statements import Statement
from entrepot.corroboration.traits import ClaimTraits, ReportTraits
from entrepot.corroboration.unions import Unions
from entrepot.corroboration.words import content_words
from entrepot.model.claim import Claim
from entrepot.model.proposition import Origin, Trail

COPIED = 0.5
"""Estimated resemblance from which two reports are taken for one text."""
_QUOTED = re.compile(r"[\"“«„]([^\"”»“]{12,300})[\"”»]")
_SAME_QUOTE_WORDS = 4
_WORDS = re.compile(r"[^\W_]+")


class _Voices:
    """Claims brought together as one voice, with the reasons."""

    def __init__(self, members: Iterable[str]) -> None:
        self._members = sorted(members)
        self._unions = Unions[str]()
        self._reasons: dict[str, list[str]] = defaultdict(list)

    def are_one(self, one: str, other: str) -> bool:
        return self._unions.root(one) == self._unions.root(other)

    def join(self, one: str, other: str, reason: str) -> None:
        low, high = sorted((self._unions.root(one), self._unions.root(other)))
        self._reasons[low].append(reason)
        if low != high:
            self._unions.join(low, high)
            self._reasons[low] += self._reasons.pop(high, [])

    def groups(self) -> list[tuple[list[str], tuple[str, ...]]]:
        found: dict[str, list[str]] = defaultdict(list)
        for member in self._members:
            found[self._unions.root(member)].append(member)
        return [(members, tuple(dict.fromkeys(self._reasons[root]))) for root, members in found.items()]


def trace_origins(
    claims: Sequence[Claim], traits: Mapping[str, ClaimTraits], reports: Mapping[str, ReportTraits]
) -> tuple[Origin, ...]:
    """The origins of the claims of one proposition, the independent ones first; every claim is in exactly one."""
    own = {claim.id: find_root(claim, traits[claim.id], reports[claim.document_id]) for claim in claims}
    roots = splice(own, reports)
    voices = _Voices(roots)
    _join_by_root(voices, roots)
    _join_by_name(voices, roots)
    _join_by_text(voices, claims, reports)
    parties = _parties(traits[claim.id].statement for claim in claims)
    groups = _gather_unknown(voices.groups(), roots)
    origins = [_make_origin(members, reasons, roots, parties) for members, reasons in groups]
    return tuple(sorted(origins, key=lambda one: (not one.independent, -len(one.claims), one.name, one.claims)))


def _gather_unknown(
    groups: Sequence[tuple[list[str], tuple[str, ...]]], roots: Mapping[str, Root]
) -> list[tuple[list[str], tuple[str, ...]]]:
    """The groups, with those of unknown root under one entry for each reason: they are not one voice, but none
    counts.
    """
    kept, unknown = [], defaultdict(list)
    for members, reasons in groups:
        if any(roots[claim_id].key for claim_id in members):
            kept.append((members, reasons))
        else:
            for claim_id in members:
                unknown[roots[claim_id].reason].append(claim_id)
    return [*kept, *((sorted(members), ()) for _, members in sorted(unknown.items()))]


def _join_by_root(voices: _Voices, roots: Mapping[str, Root]) -> None:
    """Brings together claims with one root, or with roots of one owner."""
    by_voice: dict[str, list[str]] = defaultdict(list)
    for claim_id in sorted(roots):
        root = roots[claim_id]
        for voice in filter(None, {root.key, root.backer}):
            by_voice[voice].append(claim_id)
    for voice, claim_ids in by_voice.items():
        for other in claim_ids[1:]:
            voices.join(claim_ids[0], other, _why_one(voice, roots[claim_ids[0]], roots[other]))


def _join_by_name(voices: _Voices, roots: Mapping[str, Root]) -> None:
    """Brings together roots that are one name at different length: "Vourliotou", "Eleni Vourliotou"."""
    named = [root for claim_id in sorted(roots) if (root := roots[claim_id]).key and not root.key.startswith("state:")]
    for one, other in combinations(named, 2):
        if voices.are_one(one.claim_id, other.claim_id):
            continue
        if any(is_one_name(a, b) for a in _names_of(one) for b in _names_of(other)):
            why = f"{one.name} and {other.name} are one" if one.name != other.name else f"both lead to {one.name}"
            voices.join(one.claim_id, other.claim_id, why)


def _names_of(root: Root) -> tuple[str, ...]:
    return (root.name, root.key.removeprefix("name:")) if root.key.startswith("name:") else (root.name,)


def _why_one(voice: str, one: Root, other: Root) -> str:
    if one.name != other.name and voice.startswith(("state:", "owner:")):
        return f"{one.name} and {other.name} both stand for {backer_name(voice)}"
    return f"both lead to {one.name}"


def _join_by_text(voices: _Voices, claims: Sequence[Claim], reports: Mapping[str, ReportTraits]) -> None:
    """Brings together claims of reports that took text from one another, or that give one quotation."""
    by_id = {claim.id: claim for claim in claims}
    if len({claim.document_id for claim in claims}) < 2:
        return
    for one, other in _pairs_sharing(claims, _runs):
        if _may_be_copied(voices, by_id[one], by_id[other]) and is_reworded_copy(
            by_id[one].quote.text, by_id[other].quote.text
        ):
            left, right = (_name(reports[by_id[each].document_id]) for each in (one, other))
            voices.join(one, other, f"the sentence in {left} and in {right} is one text")
    for one, other in _pairs_sharing(claims, _quoted_words):
        if _may_be_copied(voices, by_id[one], by_id[other]) and _same_quotation(
            by_id[one].quote.text, by_id[other].quote.text
        ):
            voices.join(one, other, "both give one quotation, in one or two translations")
    for copies in cluster_resembling(
        {claim.document_id: reports[claim.document_id].signature for claim in claims}, COPIED
    ):
        taken = [claim.id for claim in sorted(claims, key=lambda claim: claim.id) if claim.document_id in copies]
        for other in taken[1:]:
            if not voices.are_one(taken[0], other):
                left, right = (_name(reports[by_id[each].document_id]) for each in (taken[0], other))
                voices.join(taken[0], other, f"{left} and {right} carry one text")


def _may_be_copied(voices: _Voices, one: Claim, other: Claim) -> bool:
    return one.document_id != other.document_id and not voices.are_one(one.id, other.id)


def _pairs_sharing(claims: Sequence[Claim], read: Callable[[str], Iterable[object]]) -> Iterator[tuple[str, str]]:
    """The pairs of claims whose sentences have a piece in common; each piece ties its holders in a row."""
    holders: dict[object, list[str]] = defaultdict(list)
    for claim in sorted(claims, key=lambda claim: claim.id):
        for piece in sorted(set(read(claim.quote.text)), key=repr):
            holders[piece].append(claim.id)
    pairs = {pair for row in holders.values() for pair in (*pairwise(row), *((row[0], other) for other in row[1:]))}
    yield from sorted(pairs)


def _runs(sentence: str) -> list[tuple[str, ...]]:
    """The runs of three words of a sentence."""
    words = [word.casefold() for word in _WORDS.findall(sentence)]
    return list(zip(words, words[1:], words[2:], strict=False))


def _quoted_words(sentence: str) -> frozenset[str]:
    return frozenset(word for quoted in _QUOTED.findall(sentence) for word in content_words(quoted))


def _same_quotation(one: str, other: str) -> bool:
    """True where both quote what is one statement, word for word or in another translation."""
    for left in _QUOTED.findall(one):
        for right in _QUOTED.findall(other):
            a, b = content_words(left), content_words(right)
            shared = a & b
            if len(shared) >= _SAME_QUOTE_WORDS and 2 * len(shared) >= len(a | b):
                return True
    return False


def _name(report: ReportTraits) -> str:
    return report.publisher or "a report without a publisher"


def _parties(statements: Iterable[Statement]) -> frozenset[str]:
    """Whoever acts or is acted upon in the proposition: states, and others by their ids."""
    found: set[str] = set()
    for statement in statements:
        for fillers in statement.fillers.values():
            for filler in fillers:
                if filler.state:
                    found.add(f"state:{filler.state}")
                if filler.actor:
                    found.add(filler.actor)
    return frozenset(found)


def _make_origin(
    members: Sequence[str], reasons: tuple[str, ...], roots: Mapping[str, Root], parties: frozenset[str]
) -> Origin:
    named = [roots[claim_id] for claim_id in members if roots[claim_id].key]
    if not named:
        why = tuple(dict.fromkeys(roots[claim_id].reason for claim_id in members))
        name, independent = UNKNOWN, False
    else:
        why = tuple(reason for reason in dict.fromkeys((*(root.reason for root in named), *reasons)) if reason)
        name, independent = _name_origin(named), True
    first = named[0] if named else roots[members[0]]
    return Origin(
        name=name,
        kind=first.kind,
        claims=tuple(members),
        independent=independent,
        interested=any(root.key in parties or root.backer in parties for root in named),
        trails=tuple(
            Trail(claim_id=claim_id, document_id=roots[claim_id].document_id, steps=roots[claim_id].steps)
            for claim_id in members
        ),
        reasons=why,
    )


def _name_origin(roots: Sequence[Root]) -> str:
    """One name for a voice: its own where all agree, the state or owner behind several with theirs in brackets."""
    names = list(dict.fromkeys(root.name for root in roots))
    if len(names) == 1:
        return names[0]
    backers = {root.backer for root in roots}
    if len(backers) == 1 and (backer := backers.pop()):
        whole = backer_name(backer)
        others = [name for name in names if name != whole]
        return f"{whole} ({', '.join(others)})" if others else whole
    return ", ".join(names)
