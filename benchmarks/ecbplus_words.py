"""Which words news uses for one deed: nouns with their verbs, near-synonyms, phrasal verbs; and who says a saying.

The tables are general knowledge, written with the misses on topics 1 to 15 in view; topics 16 to 30 were not read.
"""

from collections.abc import Hashable
from functools import lru_cache

from ecbplus_reading import LIGHT, Mention

REPORTING = frozenset(
    "say tell report announce confirm state add claim declare explain note comment reveal mention reply accord "
    "announcement statement spokesman".split()
)
# Words that news uses for one another, from general knowledge. A word stands in one row only; the first names the row.
FAMILIES = (
    "quake earthquake temblor tremor|aftershock|tsunami|blaze inferno burning|explode explosion blast detonate",
    "kill slay die death dead perish succumb decease|murder homicide|shoot shooting gunfire|wound injure injury hurt",
    "arrest apprehend nab detain capture catch custody|seize confiscate|raid",
    "charge indict indictment accuse accusation|convict conviction|sentence sentencing|plead plea|sue lawsuit suit",
    "trial|acquit acquittal|verdict",
    "attack assault|bomb bombing bombard shell shelling|invade invasion|fight battle clash fighting|riot unrest",
    "buy acquire purchase acquisition takeover|sell sale|merge merger|deal agreement accord pact|negotiate talks talk",
    "fire dismiss sack dismissal oust firing|resign resignation|hire appoint appointment name|replace replacement",
    "win victory triumph|lose loss defeat|beat|elect election vote ballot balloting|nominate nomination",
    "foil thwart prevent avert|escape flee breakout|steal theft rob robbery heist|smuggle smuggling|hijack hijacking",
    "destroy demolish devastate ruin gut destruction damage|collapse|crash|sink|drown",
    "begin start commence launch|end finish conclude|stop halt stoppage|continue|plan schedule|decide decision",
    "give award grant|host emcee|present presentation|release unveil introduce|show|marry wedding wed marriage",
    "move transfer relocate transport|leave depart exit departure|arrive arrival|enter|visit|return|throw hurl toss",
    "keep retain|overturn reverse|extend extension|cut reduce reduction|raise increase|drop fall decline decrease",
    "protest demonstration demonstrate rally|strike|kidnap abduct kidnapping abduction|evacuate evacuation|rescue",
    "investigate investigation probe inquiry|search|find discover discovery|meet meeting|sign|approve approval",
    "suspect|allege allegation|deny denial|warn warning|threaten threat|fear|believe|hope|try attempt bid",
)
PHRASES = {
    "pass away": "die",
    "gun down": "shoot",
    "blow up": "explode",
    "go off": "explode",
    "set fire": "blaze",
    "set ablaze": "blaze",
    "take over": "acquire",
    "step down": "resign",
    "let go": "dismiss",
    "break out": "escape",
    "break into": "steal",
    "hand down": "sentence",
    "lay off": "dismiss",
}
ENDINGS = (
    "ication ations ation itions ition tions tion sion ions ion ments ment ings ing ates ate ed ance ence age ers er "
    "or al ure y e"
).split()
PRONOUNS = frozenset("he she it they we i you who which that this".split())


def name_deed(mention: Mention) -> str:
    """What a mention shares with mentions of the same deed in other words; a light verb is known by its object."""
    words = mention.text.lower().split()
    for phrase, verb in PHRASES.items():
        lemma, *rest = phrase.split()
        if mention.lemma == lemma and set(rest) <= set(words):
            return family(verb)
    if mention.lemma == "fire" and mention.tag.startswith("NN"):
        return family("blaze")
    if mention.lemma in LIGHT and len(words) == 1:
        things = sorted(item.lemma for item in mention.arguments if item.role == "patient")
        return " ".join([mention.lemma, *things[:1]])
    return family(mention.lemma)


@lru_cache(maxsize=10_000)
def family(lemma: str) -> str:
    """What a lemma shares with its noun or verb and its near-synonyms."""
    return _FAMILY_OF.get(lemma) or _FAMILY_OF_STEM.get(stem(lemma)) or stem(lemma)


def stem(word: str) -> str:
    """The word without its commonest endings, crudely; four letters stay."""
    word = word.strip("\"'.,")
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        word = word[:-1]
    for ending in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            word = word[: -len(ending)]
            break
    return word[:-1] if len(word) > 4 and word[-1] == word[-2] and word[-1] not in "ls" else word


def speaker(mention: Mention) -> Hashable:
    """Who says it; the article's own sentence where nobody is named; nothing for what is no saying."""
    if mention.lemma not in REPORTING:
        return None
    who = [item for item in mention.arguments if item.role == "agent"]
    names = frozenset().union(*(item.names for item in who))
    if names:
        return max(sorted(names), key=len)
    return who[0].lemma if who else mention.document


_FAMILY_OF = {word: row.split()[0] for line in FAMILIES for row in reversed(line.split("|")) for word in row.split()}
_FAMILY_OF_STEM = {stem(word): first for word, first in _FAMILY_OF.items()}
