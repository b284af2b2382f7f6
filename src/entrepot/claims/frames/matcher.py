"""Clauses against the frames' tables: the first pattern of a predicate that fits makes the claim."""

from collections import defaultdict
from collections.abc import Iterable

from entrepot.claims.clauses import Clause, read_clauses
from entrepot.claims.context import SentenceContext
from entrepot.claims.frames.completion import complete
from entrepot.claims.frames.conduits import read_conduits
from entrepot.claims.frames.fillers import ACCEPTS
from entrepot.claims.frames.interface import Filled, Pattern, Slot
from entrepot.claims.frames.seeking import read_seeking
from entrepot.claims.mentions import Mention
from entrepot.claims.phrases import Token
from entrepot.claims.words import ACCORDS

GATHERING = frozenset({"participant", "party", "instrument"})
"""Roles that take the fillers of all their slots together; other roles take the first slot that fills them."""


class FrameMatcher:
    """Patterns indexed by the word that triggers them."""

    def __init__(self, patterns: Iterable[Pattern]) -> None:
        self._index: dict[tuple[str, str], list[Pattern]] = defaultdict(list)
        for item in patterns:
            for lemma in item.lemmas:
                self._index[item.kind, lemma].append(item)

    @property
    def lemmas(self) -> frozenset[str]:
        """Every word that can trigger a pattern."""
        return frozenset(lemma for _, lemma in self._index)

    def match(self, context: SentenceContext) -> list[Filled]:
        """The filled patterns of a sentence, in order of their triggers; at most one a predicate."""
        seeking = [*read_seeking(context), *read_conduits(context)]
        spent = {index for filled, index in seeking} | {filled.trigger.i for filled, _ in seeking}
        found = [filled for filled, _ in seeking]
        for clause in read_clauses(context.parsed.doc):
            completed = None if clause.head.i in spent else self._match_clause(clause, context)
            if completed is not None:
                context.note(completed.frame, completed.roles)
                found.append(completed)
        return _prune(sorted(found, key=lambda item: int(item.trigger.i)))

    def _match_clause(self, clause: Clause, context: SentenceContext) -> Filled | None:
        plain = clause.lemma.partition("_")[0]
        # The model's lemmatiser guesses at a silent e: "rout" for "routed", "re-exporte" for "re-exported".
        lemmas = dict.fromkeys((clause.lemma, plain, plain + "e", plain.removesuffix("e")))
        for lemma in lemmas:
            for item in self._index.get((clause.kind, lemma), ()):
                roles = self._fill(item, clause, context)
                if roles is None:
                    continue
                filled = Filled(
                    frame=item.frame,
                    trigger=clause.head,
                    roles=roles,
                    attributes=item.attributes,
                    modality=item.modality,
                    polarity=item.polarity,
                )
                completed = complete(filled, context)
                if completed is not None:
                    return completed
        return None

    def _fill(self, item: Pattern, clause: Clause, context: SentenceContext) -> tuple[tuple[str, Mention], ...] | None:
        roles: list[tuple[str, Mention]] = []
        for slot in item.slots:
            held = any(role == slot.role for role, _ in roles)
            if held and slot.role not in GATHERING:
                continue
            taken = {mention.key for _, mention in roles}
            fillers = [m for m in _fillers(slot, clause, context) if m.key not in taken]
            if slot.required and not fillers and not (held and slot.role in GATHERING):
                return None
            roles += [(slot.role, mention) for mention in fillers]
        filled = {role for role, _ in roles if not role.startswith("_")}
        if item.needs and not any(need <= filled for need in item.needs):
            return None
        if (
            item.frame == "meet"
            and len([r for r, _ in roles if r == "participant"]) < 2
            and not any(m.plural for role, m in roles if role == "participant")
        ):
            return None
        return tuple((role, mention) for role, mention in roles if not role.startswith("_"))


def _prune(found: list[Filled]) -> list[Filled]:
    """Drops judgements whose content is a claim of its own, and participles that repeat their governor's frame."""
    triggers = {item.trigger.i: item for item in found}
    kept: list[Filled] = []
    for item in found:
        if item.trigger.lemma_ == "help" and item.trigger.dep_ == "relcl":
            continue
        if (item.frame == "assess" or item.trigger.lemma_ == "help") and any(
            other is not item and _inside(other.trigger, item) for other in found
        ):
            continue
        ways = {m.token for m in item.of("via") if m.token >= 0} if item.frame == "supply" else set()
        ways |= (
            {head.i}
            if (head := item.trigger.head) and item.frame == "supply" and item.trigger.dep_ == "relcl"
            else set()
        )
        if any(other.frame == "channel" and other.trigger.i in ways for other in found):
            continue  # "a corridor through which goods reach Iran": told once, of the corridor
        if item.frame == "supply" and item.trigger.pos_ == "NOUN" and _is_part_of_another(item, found):
            continue
        head = item.trigger.head
        if (
            item.trigger.dep_ in ("advcl", "xcomp")
            and item.trigger.tag_ == "VBG"
            and head.i in triggers
            and triggers[head.i].frame == item.frame
        ):
            continue
        kept.append(item)
    return kept


def _is_part_of_another(noun: Filled, found: list[Filled]) -> bool:
    """“took delivery of engines”, “transfers from A to B came to $3 million”: the noun makes no claim of its own."""
    if noun.trigger.dep_ == "dobj" and any(
        other.frame == "supply" and other.trigger.i == noun.trigger.head.i for other in found
    ):
        return True
    money = [m.token for other in found if other.frame == "finance" for m in other.of("instrument")]
    return noun.trigger.i in money


def _inside(trigger: Token, judgement: Filled) -> bool:
    return any(ancestor.i == judgement.trigger.i for ancestor in trigger.ancestors) and trigger.dep_ != "conj"


def _fillers(slot: Slot, clause: Clause, context: SentenceContext) -> list[Mention]:
    for place in slot.places:
        found = _read_place(place, slot, clause, context)
        if found:
            return found
    return []


def _read_place(place: str, slot: Slot, clause: Clause, context: SentenceContext) -> list[Mention]:
    accepts = ACCEPTS[slot.accepts]
    if place == "comp":
        return [m for m in complements(clause.head, context) if accepts(m, clause, context)]
    if place == "natl":
        country = context.nationality(clause.head)
        return [country] if country and accepts(country, clause, context) else []
    if place == "whose":
        owners = [child for item in clause.slots.get("obj", []) for child in item.children if child.dep_ == "poss"]
        return _accepted(owners, "poss", slot, clause, context)
    if place == "judged":
        return judged(clause, context)
    tokens = clause.slots.get(place, [])
    if place == "iobj" and not tokens:
        tokens = _swallowed_recipient(clause, context)
    if (
        slot.accepts in ("joint", "pair")
        and len(tokens or clause.deep.get(place, [])) < 2
        and not _stands_for_two(tokens or clause.deep.get(place, []), place, context)
    ):
        return []
    if slot.accepts == "accord" and place == "subj" and clause.head.dep_ == "relcl":
        tokens = _nearest_accord(clause, tokens)
    if slot.accepts == "single" and len(tokens) != 1:
        return []
    return _accepted(tokens, place, slot, clause, context) or _accepted(
        clause.deep.get(place, []), place, slot, clause, context
    )


def _accepted(tokens: list[Token], place: str, slot: Slot, clause: Clause, context: SentenceContext) -> list[Mention]:
    accepts = ACCEPTS[slot.accepts]
    return [
        mention
        for token in tokens
        if token.i != clause.head.i and token.tag_ not in ("WDT", "WP")
        for mention in context.resolve_for(token, place, slot.accepts)
        if accepts(mention, clause, context)
    ]


def _swallowed_recipient(clause: Clause, context: SentenceContext) -> list[Token]:
    """“sold Russia drones”: where the parse made one compound of recipient and goods, a country's name is the
    recipient.
    """
    found: list[Token] = []
    for noun in clause.slots.get("obj", []):
        for child in noun.children:
            name = context.reader.name_at(child) if child.dep_ in ("compound", "nmod") else None
            if (
                name is not None
                and name.actor.kind == "country"
                and name.form == "name"
                and child.i == noun.left_edge.i
            ):
                found.append(child)
    return found


def _nearest_accord(clause: Clause, tokens: list[Token]) -> list[Token]:
    """“signed a treaty with X in January, which contains …”: the accord before the relative clause, whatever it was
    hung on.
    """
    if any(token.lemma_.lower() in ACCORDS for token in tokens) or not any(
        child.lower_ in ("which", "that") for child in clause.head.children
    ):
        return tokens
    before = [
        token
        for token in clause.head.doc[: clause.head.i]
        if token.lemma_.lower() in ACCORDS and token.pos_ == "NOUN" and token.dep_ != "compound"
    ]
    return before[-1:]


def _stands_for_two(tokens: list[Token], place: str, context: SentenceContext) -> bool:
    return any(len(context.resolve(token, place)) >= 2 for token in tokens)


def complements(head: Token, context: SentenceContext) -> list[Mention]:
    """The clauses that a predicate takes: what is agreed, promised, believed."""
    found: list[Mention] = []
    if head.dep_ == "csubj" and head.head.lemma_ == "be" and any(child.tag_ == "WP" for child in head.children):
        return [context.clause(child) for child in head.head.children if child.dep_ in ("ccomp", "xcomp")]
    for child in head.children:
        if (
            child.dep_ in ("xcomp", "ccomp", "acl", "advcl")
            and child.i > head.i
            and child.pos_ in ("VERB", "AUX", "NOUN")
        ):
            if child.dep_ == "advcl" and not any(c.lower_ == "to" and c.dep_ == "aux" for c in child.children):
                continue
            found.append(context.clause(child))
            found += [
                context.clause(joined) for joined in child.children if joined.dep_ == "conj" and joined.pos_ == "VERB"
            ]
    return found


def judged(clause: Clause, context: SentenceContext) -> list[Mention]:
    """What something is called: the predicate adjective or noun with the thing judged ("illegal sanctions")."""
    if any(child.tag_ == "WP" for child in clause.head.children):
        return []
    called = clause.slots.get("obj", []) if clause.slots.get("iobj") else []
    return [context.reader.read(item) for item in called] or [
        context.reader.clause_mention(child, child)
        for child in clause.head.children
        if child.dep_ in ("oprd", "attr", "acomp") or (child.dep_ == "ccomp" and child.pos_ in ("ADJ", "NOUN"))
    ]
