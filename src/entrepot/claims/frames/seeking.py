"""`seek` said with two verbs: "is trying to buy gyroscopes", "wants to use Belarus to restore its air defences"."""

from entrepot.claims.clauses import noun_clause, verb_clause
from entrepot.claims.context import SentenceContext
from entrepot.claims.frames.fillers import ACCEPTS
from entrepot.claims.frames.interface import Filled
from entrepot.claims.mentions import Mention
from entrepot.claims.phrases import Token, conjuncts, lemma_of
from entrepot.claims.words import ACQUIRE

TRYING = frozenset(
    "seek try attempt want wish look hope aim need intend plan strive struggle interested keen eager "
    "desperate effort attempt bid interest desire work move".split()
)
SHORTAGES = frozenset("shortage lack deficit scarcity need access supply gap".split())


def read_seeking(context: SentenceContext) -> list[tuple[Filled, int]]:
    """The `seek` claims of two verbs in a sentence, each with the index of the inner verb, which makes no claim of
    its own.
    """
    found: list[tuple[Filled, int]] = []
    for verb in context.parsed.doc:
        if verb.pos_ == "VERB" and verb.lemma_.lower() in ACQUIRE:
            governor, used = _trying(verb)
            filled = _fill(verb, governor, used, context) if governor is not None else None
            if filled is not None:
                found.append((filled, verb.i))
    return found


def _trying(verb: Token) -> tuple[Token | None, Token | None]:
    """The verb of trying above an acquisition, and the verb "use" between them, if there is one."""
    token, used = verb, None
    for _ in range(4):
        head = token.head
        if token.dep_ == "pcomp" and head.pos_ == "ADP":
            token, head = head, head.head  # "is interested in buying"
            if lemma_of(head) in TRYING:
                return head, used
            continue
        if token.dep_ not in ("xcomp", "advcl", "acl", "ccomp", "prep", "conj") or head.i == token.i:
            return None, None
        if lemma_of(head) in TRYING and token.dep_ != "conj":
            return head, used
        if head.lemma_.lower() == "use":
            used = head
        elif token.dep_ != "conj" and head.lemma_.lower() not in ACQUIRE:
            return None, None
        token = head
    return None, None


def _fill(verb: Token, governor: Token, used: Token | None, context: SentenceContext) -> Filled | None:
    inner = verb_clause(verb)
    above = verb_clause(governor) if governor.pos_ in ("VERB", "AUX") else None
    subjects = above.slots.get("subj", []) if above is not None else inner.slots.get("subj", [])
    seekers = [
        m
        for item in subjects or inner.slots.get("subj", [])
        for m in context.resolve(item, "subj")
        if ACCEPTS["actor"](m, inner, context)
    ]
    goods = [
        m for item in inner.slots.get("obj", []) for m in _goods(item, context) if ACCEPTS["goods"](m, inner, context)
    ]
    if not seekers or not goods:
        return None
    roles = [("seeker", m) for m in seekers] + [("goods", m) for m in goods]
    roles += [("supplier", m) for item in inner.get("from") for m in context.resolve(item, "from") if m.acts]
    via = [item for slot in ("through", "via") for item in inner.get(slot)]
    if used is not None:
        via += verb_clause(used).slots.get("obj", [])
    roles += [
        ("via", m) for item in via for m in context.resolve(item, "through") if ACCEPTS["route"](m, inner, context)
    ]
    return Filled(frame="seek", trigger=governor, roles=tuple(roles))


def _goods(token: Token, context: SentenceContext) -> list[Mention]:
    """What is sought; past "a shortage of", "access to"."""
    if token.lemma_.lower() in SHORTAGES:
        clause = noun_clause(token)
        inner = clause.slots.get("of", []) or clause.slots.get("to", []) or clause.slots.get("for", [])
        return [m for item in inner for joined in conjuncts(item) for m in context.resolve(joined, "of")]
    return list(context.resolve(token, "obj"))
