"""Which nouns name somebody who can act, where no table of names says so: by what they are called and by how they end.

English forms its words for people and firms in few ways (supplier, exporter, shipowner, operative, industrialist); what
ends like them and is a thing (container, tanker, reactor) is listed. Collective nouns are a closed class.
"""

import re

from entrepot.reference.goods import classify_goods

COLLECTIVE = frozenset(
    "school club academy farm mine hospital clinic museum works company firm bank army force police court "
    "customs government ministry service agency authority junta militia group gang network ring cartel "
    "syndicate crew staff team panel union bloc coalition alliance party side regime administration state "
    "country nation neighbour neighbor ally parliament council commission committee board office bureau "
    "department directorate secretariat embassy consulate delegation mission jury tribunal prosecutor outlet "
    "newspaper channel daily magazine broadcaster institute university laboratory lab foundation charity ngo "
    "organisation organization association federation consortium conglomerate holding subsidiary affiliate "
    "entity business enterprise venture startup start-up corporation partnership factory plant refinery "
    "shipyard airline operator carrier utility insurer lender brokerage house outfit household family brother "
    "sister wife husband son daughter cousin friend man men woman women people person individual citizen "
    "national resident official officer spokesman spokeswoman spokesperson diplomat envoy minister president "
    "king prince premier chancellor governor mayor chief head boss captain pilot sailor soldier troop general "
    "colonel agent operative spy middleman intermediary go-between front-man accomplice associate partner "
    "client customer colleague competitor rival source witness eyewitness expert lawyer attorney judge "
    "accountant dentist engineer scientist student professor academic analyst economist economist journalist "
    "reporter executive manager director founder owner shareholder investor creditor employee worker staffer "
    "tycoon oligarch magnate businessman businesswoman trader merchant dealer broker freight-forwarder "
    "forwarder smuggler rebel insurgent fighter terrorist guard guards navy fleet air-force marines "
    "coastguard coast-guard regiment brigade battalion squadron separatist proxy guerrilla militant "
    "company-owner importer exporter supplier buyer seller maker producer manufacturer distributor reseller "
    "retailer wholesaler guest host visitor delegate counterpart".split()
)
PERSONAL_ENDING = re.compile(
    r"(?:[^aeiou]er|[aeiou]er|[dst]or|ist|eer|man|men|woman|women|person|people|folk|ian|iant|ant|ee|smith|owner)$"
)
THINGS = frozenset(
    "container tanker computer number order power paper border reactor motor sensor processor microprocessor "
    "transistor semiconductor tractor detector conductor generator fertiliser fertilizer timber rubber copper "
    "silver butter water helicopter freighter bulldozer trailer laser router server printer scanner cylinder "
    "bomber launcher cruiser weather winter summer corner center matter letter charter chapter register cover "
    "tower counter figure danger offer answer quarter semester sector factor vector monitor indicator "
    "compressor capacitor resistor inductor converter inverter transformer transmitter receiver amplifier "
    "filter boiler burner heater cooler freezer mixer loader charger adapter cracker carburettor propeller "
    "rotor stator actuator accelerator accelerometer meter thermometer spectrometer centrifuge printer "
    "plotter trigger hammer mortar radar car altar dollar sugar flour effort support transport export import "
    "port airport report airfield document moment agreement element cement equipment shipment payment plant "
    "coolant lubricant warrant grant restaurant elephant variant committee guarantee fee degree coffee toffee "
    "tree list checklist mist transfer buffer tender wonder disorder ladder powder folder shoulder manner "
    "banner dinner barrier carrier-bag pier tier fiber fibre river silver trawler destroyer steamer liner "
    "buoy locker blocker bunker banker-draft tracker cracker sticker paper wrapper stopper copper "
    "shipper-note door floor mirror error terror horror labour flavour colour favour humour vapour armour "
    "harbour behaviour endeavour tumour odour rigour rumour valour master-list decanter crater cater water "
    "daughter-board theatre metre litre".split()
)


def is_personal(noun: str) -> bool:
    """True for a noun, in the singular and lower case, that names a person or a body of persons."""
    if noun in COLLECTIVE:
        return True
    if noun in THINGS or len(noun) < 5 or classify_goods(noun) is not None:
        return False
    last = noun.rpartition("-")[2]
    return last in COLLECTIVE or (last not in THINGS and PERSONAL_ENDING.search(last) is not None)
