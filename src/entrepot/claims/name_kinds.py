"""What a name that no table has is the name of: what its own words say, and what is said of it where it stands."""

import re

from entrepot.claims.name_words import OUTLET_WORDS
from entrepot.claims.phrases import Token

TRADE_WORDS = frozenset(
    "gate meridian management brokers tankers petrogas petrochem vessels carriers navigation chartering bunkering "
    "freight cargo express supply supplies parts tools components machinery equipment devices instruments controls "
    "automation robotics avionics aerospace optics photonics semiconductors microchips circuits metals steel alloys "
    "minerals mining agro foods grain pharma medical motors auto construction properties realty ventures invest equity "
    "fund trust credit payments pay consulting advisers advisors associates distribution sales retail wholesale market "
    "export exports import imports impex commerce commercial global worldwide intertrade alliance network hub works "
    "mills factory plant refinery shipyard yard dynamics precision solutions laboratories labs software data".split()
)
"""Common nouns of trade in the names of firms, beside `FIRM_WORDS`, that are no ship's and no person's."""
TRADE_ENDING = re.compile(
    r"(?:gas|neft|oil|bank|trade|trans|mash|stroi|stroy|export|import|impex|snab|pribor|invest|energo|chem|khim|avia|"
    r"prom|tech|tek|elektro|elektron|tronics|tronik|logistik|holding|metall|zavod|corp)$"
)
"""How the made-up words of firms' names end, the Russian ones among them: “Petrogas”, “Volgapribor”."""
FIRM_NOUNS = frozenset(
    "firm company house business group bank subsidiary affiliate manufacturer distributor brokerage outfit entity "
    "shipyard plant factory refinery airline insurer startup start-up holding producer builder consultancy".split()
)
"""What a name stands beside that is a firm's; a "trader" or a "manager" may be either."""
HEADED = frozenset(
    "director directors headquarters subsidiary shareholder shareholders owner owners founder chairman "
    "executive employees warehouse management fleet".split()
)
"""Whom and what a firm has, and a person hardly: "Corvane's director", "the owner of Corvane"."""
OWNED = frozenset("own control found incorporate register base acquire establish".split())


def sounds_like_a_firm(name: str) -> bool:
    """True where a word of the name is one of trade, or ends like those that firms make up."""
    words = re.findall(r"[^\W\d_]+", name.lower())
    return any(word in TRADE_WORDS | OUTLET_WORDS or TRADE_ENDING.search(word) for word in words)


def is_firm_here(last: Token) -> bool:
    """True where the grammar around a name, given by its last word, says that a firm bears it."""
    if last.tag_ == "NNPS" and last.dep_ != "compound" and sounds_like_a_firm(last.text):
        return True
    beside = [child for child in last.children if child.dep_ in ("appos", "compound") and child.pos_ == "NOUN"]
    if last.dep_ == "appos" and last.head.pos_ == "NOUN":
        beside.append(last.head)
    if any(token.lemma_.lower() in FIRM_NOUNS for token in beside):
        return True
    bearer = last.head if last.dep_ == "appos" else last
    bearer = bearer.head.head if bearer.dep_ == "pobj" and bearer.head.dep_ == "prep" and bearer is not last else bearer
    above = last.head
    if last.dep_ == "poss" or (last.dep_ == "pobj" and above.lower_ == "of" and above.dep_ == "prep"):
        return (above if last.dep_ == "poss" else above.head).lower_ in HEADED
    if bearer.dep_ == "nsubjpass":
        return str(bearer.head.lemma_).lower() in OWNED
    return bool(bearer.dep_ == "nsubj" and bearer.head.lemma_.lower() == "belong")
