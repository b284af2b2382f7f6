"""What may fill a slot: one named test a kind of filler, so that a pattern can ask for "goods" or "actor"."""

from collections.abc import Callable

from entrepot.claims import words
from entrepot.claims.clauses import Clause
from entrepot.claims.context import SAME_WAY, SentenceContext
from entrepot.claims.mentions import Mention
from entrepot.reference.gazetteer import find_bodies
from entrepot.reference.goods import classify_goods

Test = Callable[[Mention, Clause, SentenceContext], bool]

NOT_GOODS = (
    words.MEASURES
    | words.TALKS
    | words.LIGHT_NOUNS
    | (words.ACCORDS - {"plan", "programme", "program"})
    | frozenset(
        "support opportunity signal message letter delegation visit question answer reply word time day week "
        "month year way end start step line place share lead response warning threat claim report statement "
        "evidence proof information news order attention concern hope interest problem issue case reason result "
        "effect impact risk role rise increase decline growth war peace conflict invasion attack strike export "
        "import trade sale delivery mention sense progress contact contract name life view position stand side "
        "road path visa seat vote right law rule tie relation cooperation partnership pressure experience "
        "readiness willingness invitation speech remark address comment advice power control influence confidence "
        "priority pace speed dialogue negotiation policy strategy decision doubt lesson example precedent ground "
        "birth rise shape".split()
    )
)
VAGUE_MAKING = frozenset("make build develop".split())
"""Verbs that make much besides goods ("make progress"): their object must be in the table of goods."""
OFFICERS = frozenset(
    "customs police guard officer inspector authority prosecutor court navy coastguard official agent marine "
    "soldier troop judge jury militia patrol detective investigator force guards border".split()
)
WEAPONS = frozenset(
    "drone missile rocket bomb uav artillery shell torpedo mortar warhead munition projectile shahed shaheds "
    "geran".split()
)
SHIPS = frozenset(
    "ship vessel tanker freighter lorry truck train plane aircraft driver carrier wagon barge boat ferry "
    "flight courier smuggler haulier trawler".split()
)
MANPOWER = frozenset(
    "soldier troop sapper gunner fighter mercenary instructor adviser advisor engineer pilot technician worker "
    "labourer specialist paratrooper conscript serviceman volunteer".split()
)
"""People whom a state sends as it sends arms."""
VEHICLES = SHIPS | frozenset("container car consignment shipment cargo convoy load bus van".split())
CONDUIT_THINGS = (
    words.CONDUITS
    | words.FACILITIES
    | frozenset(
        "port firm company bank account intermediary territory country state network airport border crossing city "
        "waters sea strait".split()
    )
)


def _actor(mention: Mention, clause: Clause, context: SentenceContext) -> bool:
    return mention.kind in ("country", "organisation", "person", "group", "vessel")


def _authority(mention: Mention, clause: Clause, context: SentenceContext) -> bool:
    return mention.kind in ("country", "organisation", "group", "person")


def _party(mention: Mention, clause: Clause, context: SentenceContext) -> bool:
    return mention.kind in ("country", "organisation", "person", "group", "vessel") and mention.head not in ("talk",)


def _recipient(mention: Mention, clause: Clause, context: SentenceContext) -> bool:
    if mention.kind == "thing":  # "sold papers to ships": whatever takes goods and is no notion
        return mention.head not in NOT_GOODS | words.MONEY and mention.span is not None and mention.token >= 0
    return True


def _route(mention: Mention, clause: Clause, context: SentenceContext) -> bool:
    return mention.kind != "thing" or mention.head in CONDUIT_THINGS


def _goods(mention: Mention, clause: Clause, context: SentenceContext) -> bool:
    numbered = mention.text[:1].isdigit() and "-" not in mention.text.split()[0]  # "240-mm rockets" are goods
    if mention.kind != "thing" or numbered or mention.text[:1] in "$€£¥":
        return False
    if mention.token >= 0 and context.parsed.doc[mention.token].pos_ not in ("NOUN", "PROPN", "ADJ"):
        return False  # "all four", "the rest"
    return mention.head not in NOT_GOODS and mention.head not in words.MONEY - {"gold", "oil", "currency"}


PERCENT = frozenset({"percent", "cent", "%", "percentage"})


def _head_in(allowed: frozenset[str]) -> Test:
    def test(mention: Mention, clause: Clause, context: SentenceContext) -> bool:
        return mention.head in allowed

    return test


def _kind_in(*allowed: str) -> Test:
    def test(mention: Mention, clause: Clause, context: SentenceContext) -> bool:
        return mention.kind in allowed

    return test


def _measure(mention: Mention, clause: Clause, context: SentenceContext) -> bool:
    return mention.head in words.MEASURES


def _target(mention: Mention, clause: Clause, context: SentenceContext) -> bool:
    return mention.head not in words.MEASURES


def _money(mention: Mention, clause: Clause, context: SentenceContext) -> bool:
    token = context.parsed.doc[mention.token] if mention.token >= 0 else None
    if token is not None and any(child.tag_ == "$" for child in token.lefts):
        return True
    return mention.head in words.MONEY or any(mark in mention.text for mark in "$€£¥")


def _traffic(mention: Mention, clause: Clause, context: SentenceContext) -> bool:
    return mention.kind == "thing" and mention.head not in ("entry", "right")


IDLE = frozenset(
    "record high low level peak bottom market headline deadline target goal limit economy growth rouble ruble "
    "price".split()
)
"""What prices and figures hit: no strike."""


def _struck(mention: Mention, clause: Clause, context: SentenceContext) -> bool:
    if mention.head in IDLE or _money(mention, clause, context) or mention.text[:1].isdigit():
        return False
    return mention.kind != "person" and mention.head not in NOT_GOODS - {"position"}


def _facility(mention: Mention, clause: Clause, context: SentenceContext) -> bool:
    return mention.kind == "place" or mention.head in words.FACILITIES or mention.form in ("capital", "hub")


def _help(mention: Mention, clause: Clause, context: SentenceContext) -> bool:
    return mention.head in HELPING


HELPING = frozenset(
    "help assist supply provide support cooperate give send sell deliver share train build finance lend "
    "repair equip".split()
)


def _club(mention: Mention, clause: Clause, context: SentenceContext) -> bool:
    return mention.kind == "organisation"


def _attacker(mention: Mention, clause: Clause, context: SentenceContext) -> bool:
    return mention.kind in ("country", "organisation", "group") and mention.head not in WEAPONS


def _weapon(mention: Mention, clause: Clause, context: SentenceContext) -> bool:
    return mention.head in WEAPONS


def _owned(mention: Mention, clause: Clause, context: SentenceContext) -> bool:
    return mention.kind == "thing" and bool(mention.nationality)


def _any(mention: Mention, clause: Clause, context: SentenceContext) -> bool:
    return True


_is_amount = _head_in(
    frozenset("tonne ton barrel litre container truckload unit million billion thousand kilogram".split())
)

ACCEPTS: dict[str, Test] = {
    "any": _any,
    "actor": _actor,
    "single": _actor,
    "party": _party,
    "joint": _party,
    "pair": _party,
    "person": _kind_in("person"),
    "country": _kind_in("country"),
    "vessel": lambda m, c, x: m.kind == "vessel" or m.head in SHIPS,
    "ship": _kind_in("vessel"),
    "manpower": lambda m, c, x: m.head in MANPOWER and m.actor is None,
    "sameway": lambda m, c, x: m.reason == SAME_WAY,
    "lookout": _head_in(frozenset("market lookout hunt search".split())),
    "asked": lambda m, c, x: _actor(m, c, x) and not c.slots.get("into"),  # "turned into" asks nobody
    "grip": _head_in(frozenset("hand control ownership thumb".split())),
    "order": _head_in(frozenset({"order"})),
    "signature": _head_in(frozenset("name signature hand initial pen".split())),
    "maker": _kind_in("organisation"),
    "carrier": lambda m, c, x: m.kind in ("vessel", "group", "person") or m.head in SHIPS,
    "recipient": _recipient,
    "origin": lambda m, c, x: m.kind != "thing",
    "addressee": lambda m, c, x: _recipient(m, c, x) and (m.kind != "place" or m.actor is not None),
    "route": _route,
    "place": lambda m, c, x: m.kind in ("place", "country") or m.head in words.FACILITIES,
    "goods": _goods,
    "made": lambda m, c, x: (
        _goods(m, c, x)
        and (
            classify_goods(m.text) is not None
            or c.lemma not in VAGUE_MAKING
            or m.head in ("part", "component", "body", "casing")
        )
    ),
    "stored": lambda m, c, x: m.kind in ("thing", "group") or (m.kind == "place" and m.actor is None),
    "transit": lambda m, c, x: m.kind == "thing" and m.head not in NOT_GOODS,
    "measure": _measure,
    "owned_measure": lambda m, c, x: m.head in words.MEASURES and m.reason == "",
    "target": _target,
    "traffic": _traffic,
    "frozen": _head_in(words.ASSETS_FROZEN),
    "list": lambda m, c, x: m.head in ("list", "annex", "blacklist", "register", "sdn", "regime", "roster"),
    "price": _head_in(frozenset("price export import sale volume".split())),
    "network": lambda m, c, x: m.text in ("SWIFT", "Swift") or m.head in ("system", "network", "market", "messaging"),
    "force": _head_in(frozenset({"force"})),
    "effect": _head_in(frozenset({"effect"})),
    "accord": _head_in(words.ACCORDS),
    "alliance": _head_in(frozenset("partnership alliance agreement deal pact accord treaty".split())),
    "cargo": lambda m, c, x: _goods(m, c, x) and classify_goods(m.text) is not None,
    "freight": lambda m, c, x: (
        _goods(m, c, x) and m.head not in VEHICLES - {"cargo", "shipment", "consignment", "container"}
    ),
    "clause": lambda m, c, x: m.head in words.CLAUSES or "mutual" in m.text.lower(),
    "talks": _head_in(words.TALKS),
    "ties": _head_in(frozenset("tie relation relationship cooperation partnership link contact".split())),
    "readiness": _head_in(frozenset("readiness willingness preparedness commitment".split())),
    "matter": _any,
    "help": _help,
    "owned": _owned,
    "ineffective": lambda m, c, x: False,
    "tighter": lambda m, c, x: "sanction" in m.text.lower() or m.head in words.MEASURES,
    "amount": lambda m, c, x: not _money(m, c, x) and _is_amount(m, c, x),
    "sought": lambda m, c, x: (
        m.kind == "thing" and (m.head not in NOT_GOODS or m.head in ("contract", "supply", "deal"))
    ),
    "transitword": _head_in(
        frozenset("transit transshipment transhipment conduit re-export entrepot entrepôt smuggling".split())
    ),
    "named": lambda m, c, x: m.actor is not None and m.kind in ("organisation", "person", "vessel"),
    "power": lambda m, c, x: (
        m.kind in ("country", "organisation") or m.head in ("rebel", "militia", "proxy", "regime", "force", "ally")
    ),
    "membership": _head_in(frozenset({"membership", "participation"})),
    "partnerword": _head_in(frozenset({"partner", "member", "observer"})),
    "way": _head_in(frozenset({"way"})),
    "firm": lambda m, c, x: (
        m.kind in ("organisation", "vessel")
        or m.head
        in (
            "company",
            "firm",
            "group",
            "bank",
            "network",
            "port",
            "refinery",
            "plant",
            "factory",
            "business",
            "fleet",
            "shipyard",
            "operator",
        )
    ),
    "territory": _head_in(frozenset("territory soil airspace port waters".split())),
    "club": _club,
    "attacker": _attacker,
    "weapon": _weapon,
    "struck": _struck,
    "attack": _head_in(frozenset("strike attack raid bombing operation".split())),
    "capability": lambda m, c, x: (
        m.kind in ("thing", "vessel")
        and m.head not in NOT_GOODS | words.ACCORDS | words.MONEY | {"battle", "court", "job"}
    ),
    "facility": _facility,
    "facilityrole": _head_in(words.FACILITIES | {"hub"}),
    "depot": _head_in(words.FACILITIES),
    "money": _money,
    "account": _head_in(frozenset({"account"})),
    "payment": _head_in(
        frozenset("payment transaction money settlement transfer proceeds fund revenue remittance bill invoice".split())
    ),
    "support": _head_in(
        frozenset("support assistance aid backing help training cover logistics expertise know-how".split())
    ),
    "banned": _head_in(
        frozenset(
            "transit export re-export import sale shipment delivery supply trade transaction purchase transfer service "
            "flight transport".split()
        )
    ),
    "guilty": lambda m, c, x: "guilty" in m.text.lower(),
    "bought": lambda m, c, x: m.kind == "vessel" or _goods(m, c, x),
    "clauseful": lambda m, c, x: len(m.text.split()) > 2,
    "portion": lambda m, c, x: m.head not in PERCENT and any(t.lower_ in PERCENT for t in c.slots.get("obj", [])),
    "percentage": lambda m, c, x: m.head in PERCENT,
    "charge": _head_in(frozenset({"charge", "indictment"})),
    "held": lambda m, c, x: c.passive and _goods(m, c, x),
    "border": lambda m, c, x: (
        m.head in ("border", "crossing", "checkpoint", "frontier", "customs", "bridge", "canal")
        or (m.kind == "place" and m.form == "own")
    ),
    "delivery": lambda m, c, x: _goods(m, c, x) and any(t.lemma_ == "delivery" for t in c.slots.get("obj", [])),
    "custody": _head_in(frozenset({"custody", "detention"})),
    "haven": lambda m, c, x: m.kind == "place" and m.actor is not None,
    "inquiry": _head_in(frozenset("investigation probe case proceeding inquiry enquiry".split())),
    "stake": _head_in(frozenset("stake share majority shareholding interest".split())),
    "vehicle": lambda m, c, x: m.kind == "vessel" or m.head in VEHICLES,
    "authority": _authority,
    "officers": lambda m, c, x: m.kind in ("country", "organisation") or m.head in OFFICERS,
    "office": lambda m, c, x: m.head in OFFICERS or (m.kind == "organisation" and bool(find_bodies(m.text))),
    "licence": _head_in(frozenset("licence license permit authorisation authorization registration".split())),
}
