"""How far the text commits itself to a predicate: asserted, alleged, planned, possible, denied; positive or negative.

Read by climbing from the predicate through what governs it, as FactBank (Saurí and Pustejovsky, 2009) reasons: each
governor, auxiliary, adverb and determiner on the way may lower the commitment, and the lowest stands.
"""

import re
from dataclasses import dataclass, field

from entrepot.claims.clauses import TURNING, gerund_preposition
from entrepot.claims.phrases import Token, lemma_of
from entrepot.model.claim import Modality, Polarity

MODAL_POSSIBLE = frozenset({"may", "might", "could", "can"})
MODAL_PLANNED = frozenset({"will", "shall", "'ll", "wo", "would"})
ADVERBS: dict[str, Modality] = {
    "reportedly": "alleged",
    "allegedly": "alleged",
    "supposedly": "alleged",
    "purportedly": "alleged",
    "ostensibly": "alleged",
    "probably": "possible",
    "possibly": "possible",
    "likely": "possible",
    "perhaps": "possible",
    "maybe": "possible",
    "presumably": "possible",
    "potentially": "possible",
    "apparently": "possible",
    "conceivably": "possible",
}
PLANS = frozenset(
    "apply prepared plan intend aim aspire want hope prepare propose promise pledge offer vow agree seek wish mean "
    "ask decide undertake threaten order invite urge request demand commit set schedule ready willing "
    "willingness readiness intention plan proposal promise pledge offer commitment determined keen eager "
    "interested poised due decision attempt try bid effort".split()
)
POSSIBLE = frozenset(
    "expect likely expected consider able unable tend appear seem risk possible probable capable chance "
    "ability opportunity possibility danger".split()
)
ALLEGE = frozenset(
    "accuse allege suspect charge indict accusation allegation suspicion rumour rumoured rumored say report "
    "assume presume believe think".split()
)
"""`say`, `report`, `believe` and `think` count here only in the passive: "is said to have sent"."""
PASSIVE_ONLY = frozenset({"say", "report", "believe", "think", "understand", "assume", "presume"})
CHARGING = frozenset("charge indict accuse".split())
"""Verbs of authorities: in the passive whoever prosecutes vouches, though the sentence need not say so again."""
OPINION = frozenset("believe think guess suggest reckon fear suppose".split())
"""Who believes or suggests does not assert."""
DENY = frozenset("deny reject dismiss refute denial".split())
REFUSE = frozenset("refuse fail decline stop cease halt avoid abstain refrain".split())
UNREAL = frozenset(
    "prevent ban forbid prohibit bar stop halt restrict limit block avoid curb outlaw deter discourage "
    "condemn criticise criticize if unless whether question ask wonder doubt suppose imagine pretend".split()
)
"""What is prevented, forbidden or asked about is not said to have happened."""
DONE_BY_DECIDING = frozenset(
    "place put impose add include list sanction blacklist designate freeze ban lift remove ease extend".split()
)
"""What an authority has done once it has decided it."""
REPORTING = frozenset(
    "say claim show confirm verify corroborate substantiate mention suggest indicate report state prove establish "
    "demonstrate announce tell reveal know believe think evidence sign proof indication mention confirmation".split()
)
OCCURRING = frozenset("hold take occur happen begin start resume convene open proceed".split())
"""What is said of these is said of the talks or the delivery that is their subject."""
TRANSPARENT = frozenset("help assist make let allow enable render get have".split())
"""What may or will be done about these may or will be done about what follows: "would help Belarus neutralise"."""


@dataclass(slots=True, kw_only=True)
class Commitment:
    """What the climb found. `blocked` says why nothing may be claimed: a condition, a question, a thing not said."""

    modality: Modality = "asserted"
    polarity: Polarity = "positive"
    cues: list[tuple[str, Token]] = field(default_factory=list)
    vouchers: list[Token] = field(default_factory=list)
    blocked: str = ""


ORDER: tuple[Modality, ...] = ("asserted", "planned", "possible", "alleged", "denied")


def judge_commitment(predicate: Token) -> Commitment:
    """The commitment of a sentence to one of its predicates."""
    found = Commitment()
    if any(token.text == "?" for token in predicate.doc[-3:]):
        found.blocked = "question"
        return found
    before = predicate.doc[: predicate.i].text.lower()
    if SUPPOSED.search(before) or (predicate.doc[0].text == "Were" and " to " in before):
        found.blocked = "condition"
        return found
    if FORGONE.search(before):
        found.blocked = "not done"
        return found
    token = predicate
    _read_own_words(token, found)
    for _ in range(12):
        climb = _governor(token)
        if climb is None:
            break
        governor, relation = climb
        if relation != "conj":
            _read_governor(governor, relation, token, found)
        if relation == "conj":
            if not _has_own_frame(token):
                _read_own_words(governor, found, shared=True)
        elif relation in ("nsubj", "nsubjpass") and token is predicate and lemma_of(governor) in OCCURRING:
            _read_own_words(governor, found)  # "the talks will be held"
        elif relation == "dobj" and governor.lemma_.lower() in ("prepare", "plan", "arrange", "organise", "organize"):
            _lower(found, "planned", governor)
            _read_own_words(governor, found)
        elif governor.pos_ in ("VERB", "AUX") and (
            relation in ("attr", "xcomp", "acomp", "as") or governor.lemma_.lower() in TRANSPARENT
        ):
            _read_own_words(governor, found)
        elif governor.pos_ in ("VERB", "AUX", "NOUN", "ADJ") and lemma_of(governor) in PLANS | POSSIBLE:
            _read_negation(governor, found)
        token = governor
    branding = _branding(predicate)
    if branding is not None:
        _lower(found, "denied", branding)
        found.vouchers.append(branding)
    elif _is_refuted(predicate):
        _lower(found, "denied", predicate)
    if (
        found.modality != "denied"
        and predicate.pos_ == "NOUN"
        and any(child.lower_ == "any" for child in predicate.children)
    ):
        found.blocked = found.blocked or "any"
    return found


def _read_verdict(copula: Token, found: Commitment) -> None:
    """“It is possible that …”, “it is not true that …”: the adjective judges the clause."""
    denied = any(child.dep_ == "neg" for child in copula.children)
    for child in copula.children:
        if child.dep_ not in ("acomp", "attr"):
            continue
        if child.lower_ in ("possible", "likely", "probable", "conceivable"):
            _lower(found, "possible", child)
        elif child.lower_ in ("unlikely", "impossible") or (child.lower_ in ("true", "right", "correct") and denied):
            _negate(found, child)
        elif child.lower_ in DOUBTED:
            _lower(found, "denied", child)


def _branding(predicate: Token) -> Token | None:
    """The verb of “described as false the reports that …”, “dismissed as invented the story that …”."""
    for verb in predicate.ancestors:
        after = verb.doc[verb.i + 1 : verb.i + 4]
        words = [token.lower_ for token in after]
        if verb.pos_ == "VERB" and words[:1] == ["as"] and DOUBTED & set(words) and verb.i < predicate.i:
            denied = any(child.dep_ == "neg" for child in verb.children)
            return None if denied else verb
    return None


def _is_refuted(predicate: Token) -> bool:
    """True inside "the claim that … is false", "reports that … are untrue"."""
    for token in (predicate, *predicate.ancestors):
        noun = token.head
        if token.dep_ in ("acl", "relcl", "ccomp") and noun.pos_ == "NOUN" and _is_claim_noun(noun):
            beside = [child for child in noun.head.children if child.i > token.i]
            called = [item for child in noun.head.children if child.lower_ == "as" for item in child.children]
            return any(
                child.lower_ in DOUBTED
                for child in (*called, *beside, *token.doc[token.right_edge.i : token.right_edge.i + 1])
            )
    return False


def _lower(found: Commitment, modality: Modality, cue: Token) -> None:
    if ORDER.index(modality) > ORDER.index(found.modality):
        found.modality = modality
    found.cues.append(("modality", cue))


def _negate(found: Commitment, cue: Token) -> None:
    if any(kind == "polarity" and word.i == cue.i for kind, word in found.cues):
        return
    found.polarity = "negative"
    found.cues.append(("polarity", cue))


def _has_own_frame(verb: Token) -> bool:
    return any(child.dep_ in ("aux", "auxpass", "nsubj", "nsubjpass", "mark") for child in verb.children)


def _read_own_words(token: Token, found: Commitment, shared: bool = False) -> None:
    for child in token.children:
        word = child.lower_
        if (
            child.dep_ == "aux"
            and child.text in ("Should", "Had", "Were")
            and any(c.dep_ in ("nsubj", "nsubjpass") and c.i > child.i for c in token.children)
        ):
            found.blocked = "condition"
        elif child.dep_ == "aux" and word in MODAL_POSSIBLE:
            _lower(found, "possible", child)
        elif child.dep_ == "aux" and word in MODAL_PLANNED:
            _lower(found, "planned" if word != "would" or _is_reported(token) else "possible", child)
        elif child.dep_ == "aux" and word in ("must", "should", "ought"):
            found.blocked = found.blocked or "an obligation"
        elif child.dep_ == "advmod" and word in ("nearly", "almost") and child.i < token.i:
            _negate(found, child)
        elif child.dep_ == "advmod" and word in ADVERBS:
            _lower(found, ADVERBS[word], child)
        elif (
            child.dep_ in ("parataxis", "ccomp")
            and child.lemma_.lower() in ("hear", "understand", "gather")
            and _is_hearsay(child)
        ):
            _lower(found, "alleged", child)
        elif (child.dep_ == "mark" and word in ("if", "unless", "whether")) or (
            child.dep_ == "advcl" and _is_condition(child)
        ):
            found.blocked = "condition"
    _read_negation(token, found)


def _is_condition(verb: Token) -> bool:
    return any(child.dep_ == "mark" and child.lower_ in ("if", "unless") for child in verb.children)


SUPPOSED = re.compile(r"\b(?:in case|as long as|so long as|provided that|in the event that|lest)\b[^,;]*$")
FORGONE = re.compile(r"\b(?:instead of|rather than|far from)(?: \w+){0,2} ?$")
"""What these words before a predicate say was not done, or only might be."""
DOUBTED = frozenset(
    "false untrue groundless baseless wrong fabricated unfounded absurd invented nonsense "
    "lie hoax fiction invention fabrication fake".split()
)
"""Said of a report, these deny what it reports."""
ABSENT = frozenset({"without", "instead", "from", "against", "than"})
"""After these a gerund is what did not happen: "without selling", "far from selling", "warned against selling"."""


def _is_hearsay(verb: Token) -> bool:
    """“we hear”, "we understand": the publisher passes on what nobody is named for."""
    return any(child.dep_ == "nsubj" and child.lower_ in ("we", "i", "one") for child in verb.children)


def _read_negation(token: Token, found: Commitment) -> None:
    for child in token.children:
        if (
            child.dep_ == "neg"
            or (child.lower_ == "longer" and child.i > 0 and child.nbor(-1).lower_ == "no")
            or (child.dep_ == "advmod" and child.lower_ in ("never", "hardly"))
            or (child.dep_ == "preconj" and child.lower_ == "neither")
        ):
            _negate(found, child)
        elif child.dep_ in ("nsubj", "nsubjpass", "dobj", "attr"):
            only = child.i + 1 < len(child.doc) and child.nbor(1).lower_ in ("but", "except")
            if child.lower_ in ("nobody", "nothing", "none", "neither") and not only:
                _negate(found, child)
            for inner in child.children:
                if (
                    (inner.lower_ in ("no", "neither") and inner.dep_ in ("det", "preconj", "cc"))
                    or (inner.lower_ == "not" and inner.i < child.i)
                    or (inner.lower_ in ("one", "single") and any(x.lower_ == "not" for x in inner.children))
                ):
                    _negate(found, inner)


def _is_taken(decision: Token) -> bool:
    """“the decision of the Treasury of 12 March”: of a known body or day, so there is one."""
    return any(
        child.dep_ == "poss" or (child.dep_ == "prep" and child.lower_ in ("of", "by")) for child in decision.children
    )


def _is_reported(verb: Token) -> bool:
    """“said that Kyiv would”: a future seen from the past, not a condition."""
    token = verb
    for _ in range(6):
        if token.dep_ in ("ccomp", "xcomp", "conj", "pcomp", "acl"):
            head = token.head
            if token.dep_ in ("ccomp", "pcomp", "acl") and head.pos_ in ("VERB", "NOUN", "ADP"):
                return True
            token = head
            continue
        break
    return any(child.dep_ == "parataxis" or child.lower_ == "according" for child in token.children)


def _governor(token: Token) -> tuple[Token, str] | None:
    """The predicate next above a token, and how it governs; None at the top and where a loose modifier begins."""
    head = token.head
    if head.i == token.i:
        return None
    relation = token.dep_
    if relation in ("ccomp", "xcomp", "acomp", "attr", "oprd", "conj", "dobj", "nsubj", "nsubjpass"):
        if relation in ("nsubj", "nsubjpass", "dobj") and token.pos_ not in ("NOUN", "PROPN"):
            return None
        return head, relation
    if relation == "advcl":
        return head, "advcl"
    if relation == "acl":
        return (head, "acl") if any(child.lower_ == "to" for child in token.children) or _is_claim_noun(head) else None
    if (
        relation == "relcl"
        and _is_claim_noun(head)
        and any(child.lower_ == "that" and child.dep_ == "mark" for child in token.children)
    ):
        return head, "acl"
    gerund = gerund_preposition(token) if relation == "amod" else None
    if gerund is not None:
        return gerund.head, f"pcomp:{gerund.lower_}"
    if relation in ("pcomp", "pobj") and head.pos_ in ("ADP", "SCONJ", "PART"):
        above = head.head
        while head.dep_ == "conj" and above.pos_ == "ADP":
            head, above = above, above.head
        turned = head.lower_ == "into" and lemma_of(above) in TURNING
        if relation == "pobj" and (head.lower_ == "as" or turned):
            return above, "as"
        return (above, relation + ":" + head.lower_) if above.i != head.i else None
    if relation == "prep":
        return head, "prep"
    return None


def _is_claim_noun(noun: Token) -> bool:
    return noun.lemma_.lower() in ALLEGE | DENY | REPORTING | PLANS | {
        "claim",
        "statement",
        "report",
        "idea",
        "fact",
        "story",
        "version",
        "speculation",
        "insinuation",
        "suggestion",
        "charge",
    }


def _read_governor(governor: Token, relation: str, below: Token, found: Commitment) -> None:
    lemma = lemma_of(governor)
    passive = any(child.dep_ in ("auxpass", "nsubjpass") for child in governor.children) or (
        governor.tag_ == "VBN" and governor.dep_ in ("acl", "amod")
    )
    complement = relation in ("ccomp", "xcomp", "acl", "oprd") or relation.startswith("pcomp")
    if relation == "dobj" and below.lemma_.lower() in ("assistance", "help", "support", "aid") and lemma in PLANS:
        _lower(found, "planned", governor)
    if relation == "advcl":
        if below.tag_ == "VB" and any(child.lower_ == "to" for child in below.children):
            _lower(found, "planned", below)
        return
    negated = [child for child in governor.children if child.dep_ == "neg" or child.lower_ in ("never", "no")]
    if lemma in REPORTING and negated and complement:
        found.blocked = "not said"
    elif lemma in DENY and (complement or relation in ("dobj", "nsubjpass", "as")):
        if negated:
            found.blocked = "not denied"
        else:
            _lower(found, "denied", governor)
            found.vouchers.append(governor)
    elif lemma in REFUSE and complement:
        _negate(found, governor)
    elif lemma in ALLEGE and (complement or relation in ("dobj",)) and (lemma not in PASSIVE_ONLY or passive):
        _lower(found, "alleged", governor)
        if not passive or lemma in CHARGING:
            found.vouchers.append(governor)
    elif (relation.startswith("pcomp:") and relation.partition(":")[2] in ABSENT and lemma not in PLANS) or (
        lemma in UNREAL and (complement or relation == "dobj" or relation.startswith("pcomp:from"))
    ):
        found.blocked = found.blocked or "not real"
    elif lemma == "decision" and relation == "acl" and _is_taken(governor) and lemma_of(below) in DONE_BY_DECIDING:
        return
    elif lemma in PLANS and complement and lemma not in ("charge",):
        _lower(found, "planned", governor)
    elif (lemma in POSSIBLE and (complement or relation == "acomp")) or (
        lemma in OPINION and complement and not passive
    ):
        _lower(found, "possible", governor)
    elif lemma == "go" and relation == "xcomp" and governor.tag_ == "VBG":
        _lower(found, "planned", governor)  # "is going to lift"
    elif lemma == "ought":
        found.blocked = found.blocked or "an obligation"
    elif lemma == "about" and complement:
        _lower(found, "planned", governor)
    elif (lemma in ("yet", "unlikely") and complement) or (
        lemma == "have" and relation == "xcomp" and any(child.lower_ == "yet" for child in governor.children)
    ):
        _negate(found, governor)
    elif lemma == "be" and relation in ("ccomp", "csubj"):
        _read_verdict(governor, found)
    elif lemma == "be" and relation == "xcomp" and any(child.lower_ == "to" for child in below.children):
        _lower(found, "planned", governor)
