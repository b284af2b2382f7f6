"""Facilities, money, ownership, making: host, finance, own, produce."""

from entrepot.claims.frames.interface import pattern

PATTERNS = (
    pattern(
        "host",
        "noun",
        "hub base depot warehouse storage plant haven shelter stronghold",
        "subj:facility>facility! for:goods>goods of:actor>user",
    ),
    pattern("host", "verb", "serve", "subj:facility>facility! obj:actor>user as:facilityrole>_! for:goods>goods"),
    pattern("host", "verb", "house host store harbour shelter", "subj:facility>facility! obj:stored>goods!"),
    pattern("host", "verb", "use", "subj:actor>user obj:facility>facility! for:goods>goods by:actor>user"),
    pattern("host", "verb", "keep run maintain operate have", "subj:actor>user! obj:depot>facility! at|in:place>_"),
    pattern(
        "host",
        "verb",
        "store keep stockpile hold base station",
        "subj:actor>user obj:goods>goods! in|at:facility>facility!",
    ),
    # money
    pattern(
        "finance",
        "verb",
        "pay",
        "subj:actor>payer obj|iobj|to:actor>payee in:money>instrument through|via:any>instrument obj:money>instrument",
        needs="payer+payee payer+instrument payee+instrument",
    ),
    pattern(
        "finance",
        "verb",
        "finance fund bankroll subsidise subsidize",
        "subj:actor>payer obj:any>payee! with|through:money>instrument",
    ),
    pattern(
        "finance",
        "verb",
        "lend loan wire transfer remit credit grant",
        "subj:actor>payer iobj|to:actor>payee obj:money>instrument! through|via:any>instrument",
    ),
    pattern(
        "finance",
        "verb",
        "take receive accept collect",
        "subj:actor>payee! obj:money>instrument! from:actor>payer through|via:any>instrument",
    ),
    pattern(
        "finance", "verb", "give send offer provide", "subj:actor>payer! iobj|to:actor>payee! obj:money>instrument!"
    ),
    pattern(
        "finance",
        "verb",
        "go pass move flow travel head",
        "subj:money>instrument! from:actor>payer! on_to|onto|to:actor>payee!",
    ),
    pattern(
        "finance",
        "verb",
        "refund repay reimburse compensate",
        "subj:actor>payer! iobj|obj|to:actor>payee! obj:money>instrument",
    ),
    pattern("finance", "verb", "come flow arrive go", "subj:money>instrument! from:actor>payer! to:actor>payee"),
    pattern("finance", "verb", "credit", "subj:actor>payer! obj:actor>payee! with:money>instrument!"),
    pattern("finance", "verb", "reach", "subj:money>instrument! from:actor>payer! obj:actor>payee!"),
    pattern(
        "finance",
        "verb",
        "settle clear process handle",
        "subj:actor>payer! obj:payment>instrument! in|through|via:any>instrument to:actor>payee",
    ),
    pattern(
        "finance",
        "verb",
        "route channel move launder process transfer funnel",
        "subj:actor>payer obj:payment>instrument! through|via:any>instrument to:actor>payee",
        needs="payer instrument+payee",
    ),
    pattern(
        "finance",
        "verb",
        "maintain hold open keep",
        "subj:actor>payer! obj:account>instrument! for|with|at|of:actor>payee",
    ),
    pattern(
        "finance",
        "verb",
        "go pass move flow",
        "subj:payment>instrument! through|via:any>instrument! to:actor>payee from:actor>payer",
    ),
    pattern(
        "finance",
        "verb",
        "make",
        "subj:actor>payer obj:payment>instrument! in:money>instrument through|via:any>instrument to:actor>payee",
    ),
    pattern("finance", "verb", "trace track follow", "obj:money>instrument! from:actor>payer! to|into:actor>payee"),
    # ownership
    pattern("own", "verb", "own control", "subj:actor>owner! obj:any>asset!"),
    pattern("own", "verb", "run", "subj:actor>owner! obj:firm>asset!"),
    pattern("own", "verb", "manage operate run charter", "subj:actor>owner! obj:ship>asset!"),
    pattern("own", "verb", "stand", "subj:actor>owner! behind:actor>asset!"),
    pattern("own", "verb", "be remain", "subj:firm>asset! in|under:grip>_! of:actor>owner!"),
    pattern("own", "verb", "belong", "subj:any>asset! to:actor>owner!"),
    pattern("own", "noun", "subsidiary affiliate arm unit branch", "subj:actor>asset! of:actor>owner!"),
    pattern("own", "noun", "owner proprietor shareholder", "subj:actor>owner! of:any>asset!"),
    pattern("own", "noun", "owner proprietor shareholder", "is:actor>owner! poss|of:any>asset!"),
    pattern("own", "noun", "property", "subj:any>asset! of:actor>owner!"),
    pattern("own", "noun", "front shell", "subj:actor>asset! for|of:actor>owner!"),
    pattern("own", "verb", "front", "subj:actor>asset! for:actor>owner!"),
    pattern("own", "verb", "hold have buy acquire", "subj:actor>owner! obj:stake>_! in|of:actor>asset!"),
    pattern("own", "verb", "hold own buy acquire", "subj:actor>owner! obj:portion>asset!"),
    pattern("own", "verb", "hold own buy acquire", "subj:actor>owner! obj:percentage>_! in:any>asset!"),
    # making
    pattern(
        "produce",
        "verb",
        "produce make build assemble manufacture repair "
        "refurbish overhaul develop churn_out mass-produce fabricate weld",
        "subj:actor>producer! obj:made>goods!",
    ),
    pattern(
        "produce",
        "verb",
        "produce make build assemble manufacture repair refurbish overhaul",
        "obj:made>goods! at|in:maker>producer!",
    ),
    pattern(
        "produce",
        "verb",
        "produce make build assemble manufacture repair refurbish overhaul",
        "obj:made>goods! in|at:place>_!",
    ),
    pattern("produce", "noun", "production manufacture assembly repair", "by|poss|natl:actor>producer! of:made>goods!"),
    pattern("produce", "noun", "maker manufacturer producer", "subj:actor>producer! of:made>goods!"),
)
