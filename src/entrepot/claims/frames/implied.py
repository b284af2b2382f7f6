"""What stands beside a filler in its sentence: its token, who owns it, which country its adjective names."""

from dataclasses import replace

from entrepot.claims.context import SentenceContext
from entrepot.claims.frames.interface import Filled
from entrepot.claims.mentions import Mention
from entrepot.claims.phrases import Token, conjuncts

Roles = tuple[tuple[str, Mention], ...]


def with_roles(filled: Filled, roles: list[tuple[str, Mention]]) -> Filled:
    """The same frame with these roles."""
    return replace(filled, roles=tuple(roles))


def token_of(mention: Mention, context: SentenceContext) -> Token | None:
    """The head token of a mention, where it stands in this sentence."""
    return context.parsed.doc[mention.token] if mention.token >= 0 and mention.span is not None else None


def owners_of(token: Token, context: SentenceContext) -> list[Mention]:
    """Who stands before a noun as possessor or adjective, and can act: "the EU's ban", "Western sanctions"."""
    found: list[Mention] = []
    for child in token.lefts:
        if child.dep_ in ("poss", "amod", "compound", "nmod"):
            for item in conjuncts(child) if child.dep_ == "poss" else [child]:
                if item.tag_ == "PRP$":
                    found += context.resolve(item, "poss")
                elif item.dep_ == "compound" and context.reader.name_at(item) is None:
                    found += owners_of(item, context)  # "the US sanctions list"
                elif context.reader.name_at(item) is not None:
                    found += [m for m in (context.named(item),) if m is not None and m.acts and m.kind != "place"]
    return found


def origin_of(mention: Mention, context: SentenceContext) -> Mention | None:
    """The country in front of a noun: “Russian” of “Russian crude”."""
    token = token_of(mention, context)
    return context.nationality(token) if token is not None else None
