"""Words that tell names apart: those of firms, titles, places, bodies and notions."""

FIRM_WORDS = frozenset(
    "ltd limited llc inc corp corporation company co gmbh ag sa spa plc ooo oao zao ao pjsc jsc fze fzco fzc "
    "dmcc llp kg bv nv oy ab bank trade trading shipping logistics group holding holdings electronics "
    "elektronik technologies technology systems industries industry engineering aero aviation airlines air "
    "lines marine maritime energy oil gas petroleum chemicals makina komponent international enterprises "
    "services solutions partners capital finance investments institute university centre center agency "
    "ministry service office department committee commission council court union organisation organization "
    "association party army forces guard police team post times press news herald tribune journal review "
    "courier letter wire desk monitor".split()
)


OUTLET_WORDS = frozenset(
    "wire times post news herald tribune journal review courier monitor press observer files bureau gazette mail "
    "newswire telegraph dispatch chronicle bulletin sheet newsletter".split()
)
"""Words with which the names of papers and agencies end."""


TITLES = frozenset(
    "mr mrs ms dr president prime minister foreign secretary envoy ambassador spokesman spokeswoman "
    "spokesperson general colonel captain judge governor chairman director chief minister deputy vice premier "
    "chancellor king prince sheikh sir lord professor analyst lawyer attorney prosecutor commissioner senator "
    "representative admiral lieutenant major defence defense state the and".split()
)


REGIONAL = frozenset(
    "eastern northern southern central european asian african american arab soviet islamic muslim latin".split()
)
"""Adjectives with a capital that name nobody when they stand alone: “Central banks”."""

OPENERS = frozenset("state defence defense foreign general".split())
"""Words of titles with which the name of a body may begin: “State Security Service”."""

PLACE_WORDS = frozenset(
    "palace port airport square hotel island islands strait sea bay house hall fort castle street avenue "
    "bridge terminal dam district gulf lake river mount park".split()
)


CALENDAR = frozenset(
    "january february march april may june july august september october november december monday tuesday "
    "wednesday thursday friday saturday sunday aug sept oct nov dec jan feb".split()
)


BODIES_OF = frozenset(
    "authority bank university institute chamber academy association federation bureau board council exchange "
    "port ministry department office committee commission service directorate inspectorate".split()
)
"""Words of bodies whose name goes on with "of": "Monetary Authority of Singapore"."""


OFFICES = frozenset(
    "minister president secretary envoy ambassador spokesman spokeswoman governor chancellor premier "
    "commissioner director".split()
)
"""Words that end a title: "Deputy Economy Minister" and then the name."""


LAND_FORMS = frozenset({"name", "adjective", "capital", "hub", "place"})


OFFICE_WORDS = frozenset(
    "ministry service office department committee commission council court union agency army forces guard "
    "police party team".split()
)
"""With a country's name these make a public body, which the gazetteer composes."""


NOTIONS = frozenset(
    "list act order law code treaty agreement accord deal pact plan fund project programme program initiative "
    "summit forum war day week year conference protocol convention regulation regulations report index data "
    "review group front department embassy army navy revolution republic federation customs border revenue "
    "secret security intelligence defence defense trade north south east west northern southern eastern "
    "western central middle black red white caspian baltic new old great high upper lower annex article "
    "section chapter resolution operation mission task team action response european african asian american "
    "soviet atlantic pacific national international global world federal royal supreme digital special joint "
    "united executive general public private social economic financial monetary foreign internal "
    "revolutionary".split()
)
"""Words of names that are not people's: lists, laws, plans, points of the compass."""


PERSONAL_NOUNS = frozenset(
    "lawyer analyst dentist trader spokesman spokeswoman spokesperson minister president director head chief "
    "expert economist researcher captain officer official envoy ambassador governor broker shipbroker "
    "prosecutor judge businessman businesswoman journalist professor fellow man woman citizen resident owner "
    "founder manager executive banker accountant engineer student son brother wife widow cousin father".split()
)


SPEECH = frozenset(
    "say tell add note claim warn explain believe think recall argue admit deny write insist stress".split()
)


ADVERBS = frozenset(
    "yesterday today tomorrow meanwhile however moreover earlier later elsewhere once then now soon perhaps "
    "still instead overnight afterwards officially formally privately unlike despite both former late new old "
    "top senior".split()
)
