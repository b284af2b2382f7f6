"""What reports, roles and sources are called, and what makes two of them the same."""

from entrepot.model.claim import Claim, Role, Source

FREE_ROLES = frozenset({"goods", "weapon", "matter", "measure", "instrument"})
"""Roles that say what, not who."""


def file_name(path: str) -> str:
    """The last part of a path or of an archive member's name, without the folders of somebody's machine."""
    return path.replace("\\", "/").rstrip("/").rsplit("/", 1)[-1] or path


def role_name(role: Role) -> str:
    """The usual name where the filler was resolved, the report's words otherwise, on one line."""
    return role.actor.name if role.actor else _without_odd_quotes(" ".join(role.text.split()))


def _without_odd_quotes(text: str) -> str:
    """The text without a quotation mark whose other half lies outside it."""
    if text.count('"') % 2:
        text = text.replace('"', "")
    return text if text.count("“") == text.count("”") else text.replace("“", "").replace("”", "")


def innermost_source(claim: Claim) -> Source | None:
    """Whoever vouches for the words: the last link of the chain."""
    return claim.sources[-1] if claim.sources else None


def standing_of(claim: Claim) -> str:
    """The modality, or `negative` where the sentence negates the frame without denying somebody's word."""
    return "negative" if claim.polarity == "negative" and claim.modality != "denied" else claim.modality


def source_key(source: Source) -> str:
    """What makes two sources the same: the actor where it is known, the name otherwise."""
    return source.actor.id if source.actor else "name:" + " ".join(source.name.casefold().split())


def source_name(source: Source) -> str:
    """The usual name where the source was resolved, the name as given otherwise."""
    return (source.actor.name if source.actor else " ".join(source.name.split())) or "source not named"


def named_source_key(claim: Claim) -> str | None:
    """The innermost source where somebody beyond the publisher is named; None for the publisher's own word.

    A nameless source ("officials say") has no key either: it counts as unknown, not as one more voice.
    """
    source = innermost_source(claim)
    if source is None or len(claim.sources) < 2 or source.kind == "unnamed":
        return None
    key = source_key(source)
    return None if key == source_key(claim.sources[0]) else key
