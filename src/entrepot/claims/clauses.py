"""Who does what to whom: predicates of a parsed sentence with their arguments, however the sentence is built.

A `Clause` is the same for "Iran supplied Russia with drones", "drones were supplied to Russia by Iran", "Iran, which
supplied …", "Iran is accused of supplying …" and "the supply of drones to Russia by Iran", so that a frame is
written once.
"""

from dataclasses import dataclass, field
from typing import Literal

from entrepot.claims.animacy import is_personal
from entrepot.claims.phrases import Token, clause_prepositions, conjuncts, is_nominal, prepositions, sums_up
from entrepot.claims.words import HANDED_ON, MEASURES

OBJECT_CONTROL = frozenset(
    "help allow enable let make force persuade ask urge order accuse suspect charge convict permit get want "
    "expect forbid ban prevent stop assist invite tell encourage press warn caution sanction blacklist "
    "designate fine indict find see fear believe sentence jail imprison arrest detain punish".split()
)
"""After these the object does what follows: "helping Russia evade sanctions", "accused Minsk of selling"."""
SERVING = frozenset("serve act establish_itself function work double operate join emerge remain".split())
TURNING = frozenset("turn develop evolve grow transform make convert change morph".split())
"""What turns into something is that thing: “turned into a corridor”, “was made into a depot”."""
COPULAS = frozenset({"be", "become", "remain", "stay", "seem"})

Kind = Literal["verb", "noun", "adjective"]


@dataclass(slots=True, kw_only=True)
class Clause:
    """One predicate and its arguments.

    `slots` maps `subj`, `obj`, `iobj`, `attr`, `poss`, `compound`, `adjective` and every preposition to noun heads.
    `deep` holds
    prepositions that hang elsewhere in the clause; they are looked at only where the predicate has none of its own.
    """

    head: Token
    lemma: str
    kind: Kind
    passive: bool = False
    slots: dict[str, list[Token]] = field(default_factory=dict)
    deep: dict[str, list[Token]] = field(default_factory=dict)
    inferred: set[int] = field(default_factory=set)

    def get(self, slot: str) -> list[Token]:
        """The noun heads in a slot; a preposition that the predicate lacks is looked for deeper in its clause."""
        return self.slots.get(slot) or self.deep.get(slot, [])

    def add(self, slot: str, tokens: list[Token]) -> None:
        """Puts tokens into a slot, each once."""
        held = self.slots.setdefault(slot, [])
        held += [token for token in tokens if token not in held]


def read_clauses(doc: object) -> list[Clause]:
    """Every predicate of a parsed sentence, in order of the text."""
    clauses: list[Clause] = []
    for token in doc:  # type: ignore[attr-defined]
        if token.pos_ in ("VERB", "AUX") and token.dep_ not in ("aux", "auxpass"):
            # "blacklisted ships", "sanctioned goods": a participle before its noun names a kind, it reports no event.
            if token.dep_ != "amod" or gerund_preposition(token) is not None or _is_joined_past(token):
                clauses.append(verb_clause(token))
        elif (
            token.dep_ in ("ccomp", "xcomp", "relcl", "advcl", "ROOT")
            and token.tag_ in ("JJ", "NN")
            and _governs_like_a_verb(token)
        ):
            clauses.append(verb_clause(token))  # "helps them circumvent/JJ controls"
        elif token.pos_ in ("NOUN", "PROPN", "ADJ") or token.tag_.startswith("NN"):
            clauses.append(noun_clause(token))
    return clauses


def _is_joined_past(token: Token) -> bool:
    """“used the article and banned exports”: after "and" the parse may take the second verb for an adjective."""
    return bool(
        token.tag_ in ("VBD", "VBN") and token.dep_ == "amod" and token.i > 0 and token.nbor(-1).lower_ == "and"
    )


def _governs_like_a_verb(token: Token) -> bool:
    relations = {child.dep_ for child in token.children}
    return "dobj" in relations and bool(relations & {"nsubj", "aux", "nsubjpass"})


def verb_clause(verb: Token) -> Clause:
    """The clause of a verb, with subject and object where the grammar puts them, in whatever form it stands."""
    held: dict[int, Clause] = verb.doc.user_data.setdefault("clauses", {})
    if verb.i not in held:
        held[verb.i] = _read_verb_clause(verb)
    return held[verb.i]


def _read_verb_clause(verb: Token) -> Clause:
    particle = next((child.lower_ for child in verb.children if child.dep_ == "prt"), "")
    clause = Clause(
        head=verb, lemma=f"{verb.lemma_.lower()}_{particle}" if particle else verb.lemma_.lower(), kind="verb"
    )
    clause.passive = is_passive(verb)
    for child in verb.children:
        if child.dep_ in ("nsubj", "csubj") and is_nominal(child):
            clause.add("subj", conjuncts(child))
        elif child.dep_ in ("dobj", "obj") and is_nominal(child):
            if clause.slots.get("obj") and sums_up(child):
                continue
            if clause.slots.get("obj"):  # "sold buyers 120 tankers": of two objects the first receives
                clause.slots["iobj"] = clause.slots.pop("obj")
            clause.add("obj", conjuncts(child))
        elif child.dep_ in ("dative", "iobj") and is_nominal(child):
            clause.add("iobj", conjuncts(child))
        elif child.dep_ == "advmod" and child.tag_ == "RB" and child.text.istitle() and child.i > verb.i:
            clause.add("obj", [child])  # an unknown surname that the tagger took for an adverb
        elif child.dep_ in ("attr", "oprd") and (is_nominal(child) or child.pos_ == "ADJ"):
            clause.add("attr", conjuncts(child))
    for name, item in prepositions(verb):
        clause.add(name, _relative_antecedent(verb, item))
    for name, item in clause_prepositions(verb):
        clause.deep.setdefault(name, []).append(item)
    if verb.dep_ == "amod" and (gerund_preposition(verb) is not None or _is_joined_past(verb)):
        clause.passive = False
        clause.add("obj", conjuncts(verb.head))
        if _is_joined_past(verb):
            above = next((token for token in verb.ancestors if token.pos_ == "VERB"), None)
            clause.add("subj", verb_clause(above).slots.get("subj", []) if above is not None else [])
            for name, item in [*prepositions(verb.head), *clause_prepositions(verb.head)]:
                clause.deep.setdefault(name, []).append(item)
    _read_passive(verb, clause)
    _read_object_subject(verb, clause)
    _read_relative(verb, clause)
    if not clause.slots.get("subj") and not clause.passive:
        found = understood_subject(verb)
        clause.add("subj", found)
        clause.inferred |= {token.i for token in found}
    return clause


def is_passive(verb: Token) -> bool:
    """True for "was sent", "sent by X" and a participle after its noun."""
    if any(child.dep_ in ("auxpass", "nsubjpass") for child in verb.children):
        return True
    if verb.tag_ == "VBN" and verb.dep_ in ("acl", "amod"):
        return True
    if verb.dep_ == "conj" and verb.tag_ == "VBN" and not any(c.dep_ in ("nsubj", "aux") for c in verb.children):
        return is_passive(verb.head) and not any(child.dep_ == "dobj" for child in verb.children)
    if verb.dep_ == "conj" and verb.tag_ == "VBD" and verb.lemma_.lower() in HANDED_ON:
        # "repacked in Kazakhstan and sold to buyers": the tagger takes the second participle for a past tense.
        return is_passive(verb.head) and not any(c.dep_ in ("nsubj", "aux", "dobj", "dative") for c in verb.children)
    return False


def _read_passive(verb: Token, clause: Clause) -> None:
    if not clause.passive:
        return
    patients = [
        item for child in verb.children if child.dep_ == "nsubjpass" and is_nominal(child) for item in conjuncts(child)
    ]
    if not patients and verb.dep_ in ("acl", "amod"):
        patients = conjuncts(verb.head) if verb.dep_ == "acl" else [verb.head]
    if not patients and verb.dep_ == "conj" and verb.head.pos_ in ("VERB", "AUX"):
        above = verb_clause(verb.head)
        patients = above.slots.get("obj", []) if above.passive else above.slots.get("subj", [])
    if not patients and verb.dep_ in ("xcomp", "advcl", "pcomp"):
        patients = understood_subject(verb)
    sums = [token for token in clause.slots.get("obj", []) if token.tag_ in ("CD", "$") or token.ent_type_ == "MONEY"]
    if sums and len(sums) == len(clause.slots["obj"]):
        clause.slots["amount"], clause.slots["obj"] = sums, []
    if clause.slots.get("obj"):
        clause.add("iobj", patients)
    else:
        clause.add("obj", patients)
    # "placed under sanctions by the Treasury": the parse hangs the doer on the noun before it.
    agents = clause.slots.get("by") or [token for name, token in clause_prepositions(verb) if name == "by"][:1]
    clause.add("subj", [token for token in agents if is_nominal(token)])


def _read_object_subject(verb: Token, clause: Clause) -> None:
    """“help Tehran rebuild”: to the parse Tehran is subject of `rebuild`; the frame needs it as object of `help`."""
    if clause.lemma in ("help", "let", "make", "assist") and not clause.slots.get("obj"):
        for child in verb.children:
            if child.dep_ in ("ccomp", "xcomp") and child.tag_ in ("VB", "NN"):
                found = [item for inner in child.children if inner.dep_ == "nsubj" for item in conjuncts(inner)]
                clause.add("obj", found)


def _read_relative(verb: Token, clause: Clause) -> None:
    """Puts the noun that a relative clause describes where its pronoun, or the gap, stands."""
    if verb.dep_ == "conj" and verb.head.dep_ == "relcl" and not clause.slots.get("subj"):
        return
    if verb.dep_ != "relcl":
        return
    antecedent = conjuncts(verb.head) if verb.head.dep_ != "conj" else [verb.head]
    place = verb.head.head if verb.head.dep_ == "pobj" else None
    if (
        place is not None
        and place.lower_ in ("in", "at", "near")
        and place.head.pos_ == "NOUN"
        and is_personal(place.head.lemma_.lower())
    ):
        # "a distributor in Beijing, which passed them on": it is the distributor that passed them on
        antecedent = [place.head] if not any(child.lower_ == "where" for child in verb.children) else antecedent
    if verb.head.dep_ == "appos" and any(child.lower_ == "that" for child in verb.children):
        antecedent = [verb.head]
    if (
        verb.head.dep_ == "conj"
        and any(child.lower_ == "which" for child in verb.children)
        and verb.tag_ in ("VBP", "VBD", "VBN")
    ):
        antecedent = conjuncts(_first_conjunct(verb.head))
    filled = False
    for slot, tokens in clause.slots.items():
        pronouns = [token for token in tokens if token.tag_ in ("WDT", "WP", "WP$") or token.lower_ == "that"]
        if pronouns:
            clause.slots[slot] = [token for token in tokens if token not in pronouns] + antecedent
            filled = True
    if filled:
        return
    words = {child.lower_ for child in verb.children}
    if "where" in words:
        clause.add("in", antecedent)
    elif clause.slots.get("subj") and not clause.slots.get("obj") and not clause.passive:
        clause.add("obj", antecedent)


def _first_conjunct(token: Token) -> Token:
    while token.dep_ == "conj":
        token = token.head
    return token


def understood_subject(verb: Token) -> list[Token]:
    """The subject that a verb shares with, or is lent by, what governs it; empty where the grammar gives none."""
    head = verb.head
    if verb.dep_ == "conj" and head.pos_ in ("VERB", "AUX"):
        return verb_clause(head).slots.get("obj" if is_passive(head) and not is_passive(verb) else "subj", [])
    if verb.dep_ == "acl":
        return _acl_subject(verb)
    if verb.dep_ in ("xcomp", "ccomp", "advcl", "oprd") and head.pos_ in ("VERB", "AUX"):
        return _controller(head, verb.dep_)
    if verb.dep_ == "xcomp" and head.pos_ in ("ADJ", "NOUN"):
        return predicate_subject(head)
    return _gerund_subject(verb)


def _acl_subject(verb: Token) -> list[Token]:
    noun = verb.head
    if verb.tag_ == "VBG":
        return conjuncts(noun) if noun.dep_ != "conj" else [noun]
    owner = [child for child in noun.children if child.dep_ == "poss"]
    if not owner and noun.lemma_ == "decision":  # "the decision of the Treasury to place"
        owner = [item for name, item in prepositions(noun) if name in ("of", "by") and item.pos_ == "PROPN"][:1]
    if owner:
        return owner
    if noun.dep_ in ("dobj", "attr") and noun.head.pos_ in ("VERB", "AUX"):
        return verb_clause(noun.head).slots.get("subj", [])
    return []


def _controller(governor: Token, relation: str) -> list[Token]:
    clause = verb_clause(governor)
    if governor.lemma_.lower() in OBJECT_CONTROL and relation != "advcl" and clause.slots.get("obj"):
        return clause.slots["obj"]
    if governor.lemma_.lower() in ("meet", "talk", "speak") and relation in ("advcl", "xcomp"):
        return clause.slots.get("subj", []) + clause.slots.get("obj", []) + clause.slots.get("with", [])
    if clause.passive and clause.lemma == "use" and clause.slots.get("by"):
        return clause.slots["by"]
    if clause.passive:
        return clause.slots.get("obj", []) if relation != "advcl" or not clause.slots.get("by") else clause.slots["obj"]
    return clause.slots.get("subj", [])


def gerund_preposition(verb: Token) -> Token | None:
    """The preposition that governs a gerund, also where the parse took it for an adjective: "in bypassing
    restrictions".
    """
    if verb.dep_ == "pcomp":
        return verb.head
    if (
        verb.tag_ == "VBG"
        and verb.dep_ == "amod"
        and verb.head.dep_ == "pobj"
        and verb.head.left_edge.i == verb.left_edge.i
    ):
        return verb.head.head
    return None


def _gerund_subject(verb: Token) -> list[Token]:
    preposition = gerund_preposition(verb)
    if preposition is None:
        return []
    if preposition.dep_ == "conj":
        preposition = preposition.head
    governor = preposition.head
    if governor.pos_ in ("VERB", "AUX"):
        clause = verb_clause(governor)
        if governor.lemma_.lower() in OBJECT_CONTROL or preposition.lower_ in ("for", "of", "with") or clause.passive:
            return clause.slots.get("obj") or clause.slots.get("subj", [])
        return clause.slots.get("subj", [])
    owners = [child for child in governor.children if child.dep_ == "poss"]
    if owners:
        return owners
    if governor.dep_ in ("attr", "acomp"):
        return predicate_subject(governor)
    if governor.pos_ == "ADJ":
        return predicate_subject(governor)
    if governor.dep_ in ("dobj", "pobj"):
        verb_head = governor.head if governor.dep_ == "dobj" else governor.head.head
        if verb_head.pos_ in ("VERB", "AUX"):
            clause = verb_clause(verb_head)
            if (
                governor.dep_ == "dobj"
                and clause.lemma in OBJECT_CONTROL
                and preposition.lower_ in ("of", "for", "with", "from")
            ):
                return conjuncts(governor)  # "convicted an engineer of exporting"
            if preposition.lower_ == "for" and governor.lemma_.lower() in MEASURES and clause.slots.get("obj"):
                return clause.slots["obj"]  # "put the firm under sanctions for sending"
            if preposition.lower_ in ("in", "for") and clause.lemma in OBJECT_CONTROL and clause.slots.get("obj"):
                return clause.slots["obj"]
            return clause.slots.get("subj", [])
    return []


def predicate_subject(word: Token) -> list[Token]:
    """Whom a noun or adjective is said of: the subject of its copula, the noun it stands beside, the object after
    "use … as".
    """
    head = word.head
    if word.dep_ in ("attr", "acomp", "oprd") and head.pos_ in ("VERB", "AUX"):
        clause = verb_clause(head)
        if clause.lemma in COPULAS:
            return clause.slots.get("subj", [])
        return clause.slots.get("obj") or clause.slots.get("subj", [])
    if word.dep_ == "conj":
        return predicate_subject(head)
    if word.dep_ == "appos" and is_nominal(head):
        return [head]
    if (
        word.dep_ == "pobj"
        and head.lower_ == "as"
        and head.head.pos_ == "NOUN"
        and head.head.lemma_.lower() in ("role", "function", "position", "status", "use", "rise", "emergence")
    ):
        return [item for child in head.head.children if child.dep_ == "poss" for item in conjuncts(child)]
    if word.dep_ == "pobj" and head.lower_ == "as" and head.head.pos_ in ("VERB", "AUX"):
        clause = verb_clause(head.head)
        if clause.lemma in SERVING:
            return clause.slots.get("subj", [])
        return clause.slots.get("obj", [])
    if word.dep_ == "pobj" and head.lower_ == "into" and head.head.lemma_.lower() in TURNING:
        return verb_clause(head.head).slots.get("obj") or verb_clause(head.head).slots.get("subj", [])
    return []


def _relative_antecedent(word: Token, item: Token) -> list[Token]:
    """“the union of which Belarus is a member”: the pronoun gives way to the noun that its clause describes."""
    if item.tag_ not in ("WDT", "WP"):
        return [item]
    token = word
    for _ in range(4):
        if token.dep_ == "relcl":
            return [token.head]
        token = token.head
    return []


def noun_clause(noun: Token) -> Clause:
    """The clause of an event noun or of a predicate noun or adjective: possessor, "of", "by", "to" … as slots."""
    clause = Clause(head=noun, lemma=noun.lemma_.lower(), kind="adjective" if noun.pos_ == "ADJ" else "noun")
    clause.add("subj", predicate_subject(noun))
    if clause.kind == "adjective" and noun.head.lemma_.lower() in ("make", "render", "leave"):
        above = verb_clause(noun.head)
        own = [item for child in noun.children if child.dep_ == "nsubj" for item in conjuncts(child)]
        clause.add("theme", own or above.slots.get("obj", []))
        clause.add("maker", above.slots.get("subj", []))
    if noun.dep_ == "nsubj" and noun.head.lemma_.lower() in COPULAS:
        clause.add("is", verb_clause(noun.head).slots.get("attr", []))
    if noun.head.dep_ == "relcl" and noun.dep_ == "attr":
        for name, item in prepositions(noun.head):
            if item.tag_ == "WDT":
                clause.add(name, _relative_antecedent(noun.head, item))
    for child in noun.children:
        if child.dep_ == "poss":
            clause.add("poss", conjuncts(child))
        elif child.dep_ in ("compound", "nmod"):
            clause.add("compound", conjuncts(child))
        elif child.dep_ == "amod":
            clause.add("adjective", [child])
    for name, item in prepositions(noun):
        clause.add(name, _relative_antecedent(noun, item))
    for name, item in clause_prepositions(noun):
        clause.deep.setdefault(name, []).append(item)
    return clause
