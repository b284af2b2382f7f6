"""Goods on their way: supply, seek, channel, circumvent."""

from entrepot.claims.frames.interface import pattern

GIVE = (
    "give send ship deliver sell export transfer hand hand_over "
    "provide supply smuggle dispatch forward pass pass_on re-export reexport "
    "resell lend donate divert fly truck convey furnish lease consign "
    "return shuttle route reroute funnel offload pump move redirect transport haul trans-ship transship"
)
GET = "receive buy purchase import acquire procure obtain get order accept source take"
ROUTE = "through|via|across:route>via on|aboard:vessel>via"

PATTERNS = (
    # "supplied Russia with drones"
    pattern(
        "supply",
        "verb",
        "supply provide equip furnish arm outfit stock feed flood",
        f"subj:actor>supplier obj:actor>recipient! with:goods>goods! {ROUTE}",
    ),
    pattern(
        "supply",
        "verb",
        "sell export",
        f"subj:actor>supplier iobj|to:recipient>recipient obj:goods>goods {ROUTE} from:actor>supplier",
        needs="goods+supplier recipient+supplier goods+recipient goods+via",
    ),
    pattern(
        "supply",
        "verb",
        GIVE,
        f"subj:actor>supplier iobj|to|into:recipient>recipient obj:goods>goods! {ROUTE} from:origin>supplier",
        needs="goods+recipient goods+via",
    ),
    pattern(
        "supply",
        "verb",
        "supply deliver re-export reexport smuggle ship",
        "subj:actor>supplier obj:goods>goods! from:origin>supplier",
        needs="goods+supplier",
    ),
    pattern("supply", "verb", "export", "subj:actor>supplier! obj:goods>goods!"),
    pattern("supply", "verb", "keep", "subj:actor>supplier! obj:actor>recipient! in:cargo>goods!"),
    pattern(
        "supply",
        "verb",
        "send deploy dispatch lend provide supply",
        f"subj:power>supplier! obj:manpower>goods! iobj|to|into:country>recipient! {ROUTE}",
    ),
    pattern("supply", "verb", f"{GIVE} bring", "subj:actor>supplier! obj:goods>goods! by|along|over:sameway>via!"),
    pattern("supply", "verb", "send ship sell", "subj:country>supplier! obj:cargo>goods!"),
    pattern("supply", "verb", "supply arm", f"subj:actor>supplier! obj:actor>recipient! {ROUTE}"),
    pattern("supply", "verb", "take", f"subj:actor>recipient! obj:delivery>goods! from:origin>supplier {ROUTE}"),
    # a ship carries, a driver carries: the conduit, not the supplier
    pattern(
        "supply",
        "verb",
        "carry move transport",
        "subj:carrier>via! obj:goods>goods! for:country>supplier! to|into:recipient>recipient",
    ),
    pattern(
        "supply",
        "verb",
        "take",
        f"subj:maker>recipient! obj:goods>goods! from:actor>supplier! {ROUTE}",
    ),
    pattern(
        "supply",
        "verb",
        "carry bring haul ferry transport take",
        f"subj:carrier>via obj:goods>goods! to|into:recipient>recipient from:origin>supplier {ROUTE}",
        needs="goods+recipient goods+supplier",
    ),
    pattern("supply", "verb", "bring fly ferry", f"subj:carrier>via! iobj:actor>recipient! obj:goods>goods! {ROUTE}"),
    pattern("supply", "verb", "bring deliver land", "subj:ship>via! obj:cargo>goods!"),
    pattern(
        "supply",
        "verb",
        "load",
        "subj:vessel>via! obj:goods>goods! at|off:haven>supplier! to|for:actor>recipient",
    ),
    pattern("supply", "verb", "load", "subj:vessel>via! obj:goods>goods! to|for:actor>recipient"),
    pattern("supply", "verb", "place", "subj:actor>recipient! obj:order>_! for:goods>goods! with:actor>supplier!"),
    pattern("supply", "verb", "load", "obj:vessel>via! with:goods>goods! from:origin>supplier"),
    pattern(
        "supply", "verb", "unload discharge offload land", "subj:vessel>via! obj:goods>goods! at|in:haven>recipient!"
    ),
    pattern("supply", "verb", "load", "subj:actor>supplier! obj:goods>goods! onto|aboard|into|on:vessel>via!"),
    # the other side of the counter
    pattern(
        "supply",
        "verb",
        GET,
        f"subj:actor>recipient! obj:goods>goods! from:origin>supplier {ROUTE}",
        needs="recipient+goods+supplier recipient+goods+via",
    ),
    pattern("supply", "verb", "receive buy import purchase acquire", "subj:actor>recipient! obj:bought>goods!"),
    pattern("supply", "verb", "take receive buy import purchase", "subj:actor>recipient! obj:amount>_!"),
    pattern(
        "supply",
        "verb",
        "leave depart sail",
        f"subj:freight>goods! obj|from:origin>supplier! for|to:recipient>recipient! {ROUTE}",
    ),
    pattern("supply", "verb", "deal trade", "subj:actor>supplier! in:cargo>goods! with:actor>recipient"),
    pattern(
        "supply",
        "verb",
        "bind destine intend",
        f"obj:goods>goods! for:recipient>recipient! from:origin>supplier {ROUTE}",
    ),
    pattern(
        "supply",
        "adjective",
        "bound destined",
        f"subj:goods>goods! for:recipient>recipient! from:origin>supplier {ROUTE}",
    ),
    # goods as subject: "potash has gone to China through Russian ports", "parts reached Iran"
    pattern(
        "supply",
        "verb",
        "go flow travel move come head arrive pass",
        f"subj:goods>goods! to|into:actor>recipient! from:origin>supplier {ROUTE}",
    ),
    pattern(
        "supply",
        "verb",
        "come arrive originate stem",
        "subj:goods>goods! from:actor>supplier! to|in:recipient>recipient",
    ),
    pattern(
        "supply", "verb", "reach enter", f"subj:goods>goods! obj:addressee>recipient! from:origin>supplier {ROUTE}"
    ),
    pattern(
        "supply", "verb", "end_up wind_up end turn_up surface", f"subj:goods>goods! in|with|at:actor>recipient! {ROUTE}"
    ),
    # nouns: "the delivery of drones to Russia by Iran", "Turkish exports of chips to Russia"
    pattern(
        "supply",
        "noun",
        "delivery supply shipment transfer export sale "
        "re-export reexport handover dispatch provision consignment smuggling",
        f"by|poss|natl|from:actor>supplier of|compound:goods>goods to:recipient>recipient {ROUTE}",
        needs="goods+recipient supplier+recipient goods+supplier+via",
    ),
    pattern(
        "supply",
        "noun",
        "import purchase acquisition",
        "poss|natl|by:actor>recipient of|compound:goods>goods! from:actor>supplier",
        needs="recipient supplier",
    ),
    pattern(
        "supply",
        "noun",
        "supplier exporter seller provider",
        "subj:actor>supplier! of:goods>goods to:actor>recipient",
        needs="goods recipient",
    ),
    pattern("supply", "noun", "supplier", "subj:actor>supplier! of|poss:actor>recipient!"),
    pattern("supply", "noun", "customer buyer importer", "subj:actor>recipient! of:goods>goods"),
    pattern(
        "seek",
        "verb",
        "seek want need pursue request demand",
        f"subj:actor>seeker! obj:sought>goods! from|with:origin>supplier {ROUTE}",
    ),
    pattern(
        "seek",
        "verb",
        "look hunt search shop scour",
        f"subj:actor>seeker! for:goods>goods! from:origin>supplier {ROUTE}",
    ),
    pattern(
        "seek",
        "verb",
        "be remain",
        f"subj:actor>seeker! in|on:lookout>_! for|of:goods>goods! from:origin>supplier {ROUTE}",
    ),
    pattern("seek", "verb", "turn apply appeal", "subj:actor>seeker! to:asked>supplier! for:goods>goods!"),
    pattern("seek", "verb", "ask", "subj:actor>seeker! obj:actor>supplier! for:goods>goods!"),
    pattern("seek", "adjective", "desperate eager keen", "subj:actor>seeker! for:goods>goods!"),
    # "X became a channel for Y", "uses X as a hub for goods", "being a route for chips"
    pattern(
        "channel",
        "noun",
        "channel route conduit corridor gateway backdoor door transit transshipment "
        "transhipment entrepôt entrepot loophole waypoint stopover pipeline springboard turntable",
        "subj:any>channel! from:origin>origin for|of:goods>goods to|into:actor>destination poss:country>destination",
    ),
    pattern(
        "channel",
        "noun",
        "country state territory point port hub corridor",
        "subj:any>channel! compound:transitword>_! for|of:goods>goods from:origin>origin to|into:actor>destination",
    ),
    pattern(
        "channel",
        "noun",
        "hub point link bridge path node platform",
        "subj:any>channel! for:transit>goods! from:origin>origin to|into:actor>destination",
    ),
    pattern(
        "channel",
        "verb",
        "pass go flow travel cross move transit run leak seep slip",
        "subj:goods>goods! through|via|across:any>channel! from:origin>origin to|into:actor>destination",
    ),
    pattern(
        "channel",
        "verb",
        "cross transit",
        "subj:goods>goods! obj:place>channel! into|to:actor>destination from:origin>origin",
    ),
    pattern("channel", "verb", "cross", "subj:goods>goods! obj:border>channel! into|to:actor>destination"),
    pattern(
        "channel",
        "verb",
        "route funnel channel ship send divert redirect move smuggle transport reroute",
        "obj:goods>goods! through|via|across:any>channel! from:origin>origin to|into:actor>destination",
    ),
    pattern(
        "channel", "verb", "pass_on re-export reexport", "subj:actor>channel! obj:goods>goods! to:actor>destination"
    ),
    pattern("channel", "verb", "pass", "subj:actor>channel! on:goods>goods! to:actor>destination"),
    pattern("channel", "verb", "use", "obj:territory>channel!"),
    pattern("channel", "verb", "carry forward tranship transship", "subj:country>channel! obj:goods>goods!"),
    pattern("channel", "verb", "tranship transship reload", "obj:goods>goods! at|in|off:place>channel!"),
    pattern(
        "supply",
        "verb",
        "find make",
        f"subj:goods>goods! obj:way>_! to|into:recipient>recipient! from:origin>supplier {ROUTE}",
    ),
    pattern("channel", "noun", "intermediary middleman", "subj:actor>channel! for:goods>goods! to:actor>destination"),
    pattern("supply", "verb", "cross", "subj:goods>goods! into|to:actor>recipient! from:origin>supplier"),
    # evasion
    pattern(
        "circumvent",
        "verb",
        "circumvent evade bypass skirt dodge sidestep avoid neutralise neutralize undermine "
        "get_round get_around get counter overcome escape flout beat outwit thwart offset",
        "subj:actor>agent obj|round|around|past:measure>measure!",
    ),
    pattern(
        "circumvent",
        "adjective",
        "ineffective useless powerless meaningless toothless harmless void pointless",
        "theme:measure>measure! maker:actor>agent",
    ),
    pattern(
        "circumvent",
        "noun",
        "circumvention evasion bypassing avoidance neutralisation neutralization",
        "by|poss|natl:actor>agent of|compound:measure>measure!",
    ),
)
