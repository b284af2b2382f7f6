"""Word classes that several frames share: what counts as a measure, an accord, a conduit, a facility."""

MEASURES = frozenset(
    "sanction restriction ban embargo measure freeze cap blacklist designation listing penalty control curb "
    "prohibition package limit limitation regime tariff regulation rule order blockade ceiling moratorium "
    "sanctioning".split()
)
ACCORDS = frozenset(
    "agreement treaty deal accord pact memorandum contract document declaration statement protocol roadmap "
    "partnership convention alliance charter communique communiqué mou understanding arrangement plan "
    "programme program clause truce ceasefire package".split()
)
CLAUSES = frozenset("clause provision article commitment guarantee section".split())
CONDUITS = frozenset(
    "channel route conduit corridor gateway backdoor door hub transit transshipment trans-shipment "
    "transhipment entrepot entrepôt bridge loophole waypoint stopover point path springboard node pipeline "
    "link platform turntable".split()
)
FACILITIES = frozenset(
    "hub base depot warehouse plant factory yard terminal port facility site hangar store storage centre "
    "center office workshop room camp shelter zone haven headquarters station berth shipyard airfield "
    "anchorage".split()
)
MONEY = frozenset(
    "money payment deposit credit loan fund dollar euro rouble ruble yuan dirham lira gold cash account "
    "transfer grant aid bribe fee sum fund revenue proceeds million billion currency rial tenge instalment "
    "dram som won dinar pound franc hryvnia manat lari rupee baht stablecoin bitcoin cryptocurrency remittance "
    "invoice card".split()
)
ASSETS_FROZEN = frozenset("asset fund account".split())
TALKS = frozenset("talk meeting summit negotiation consultation conversation encounter".split())
ACQUIRE = frozenset(
    "buy obtain acquire get procure purchase secure source import restore rebuild replace replenish modernise "
    "modernize order receive access repair recover renew upgrade ease".split()
)
LIGHT_NOUNS = frozenset("attempt effort bid way method scheme experience role use access help assistance".split())
HANDED_ON = frozenset(
    "sell send ship supply export deliver forward re-export buy make build assemble put bring".split()
)
"""Verbs whose past tense without an object, joined to a passive, is a passive too: “repacked and sold to buyers”."""
