"""States and their dealings: meet, agree, pledge, cooperate, belong, assess."""

from entrepot.claims.frames.interface import pattern

PATTERNS = (
    pattern("meet", "verb", "meet", "subj:party>participant obj|with:party>participant"),
    pattern(
        "agree",
        "verb",
        "hold have conduct",
        "subj:party>party! obj:talks>_! with:party>party on|about|over:accord>matter!",
        stage="talks",
        needs="party+matter",
    ),
    pattern(
        "agree",
        "verb",
        "be",
        "subj:party>party! in:talks>_! with:party>party on|about|over:accord>matter!",
        stage="talks",
    ),
    pattern("meet", "verb", "hold have conduct attend", "subj:party>participant obj:talks>_! with:party>participant!"),
    pattern("meet", "verb", "hold have conduct", "subj:joint>participant! obj:talks>_!"),
    pattern("meet", "verb", "speak talk confer", "subj:party>participant! with:party>participant!"),
    pattern("meet", "verb", "host receive welcome", "subj:person>participant! obj:person>participant!"),
    pattern("meet", "verb", "take_place take occur happen", "subj:talks>_! between|of:joint>participant!"),
    pattern(
        "meet",
        "noun",
        "talk meeting summit negotiation consultation",
        "between|of|poss:party>participant with:party>participant!",
    ),
    pattern("meet", "noun", "talk meeting summit negotiation consultation", "between|of:joint>participant!"),
    pattern("meet", "verb", "discuss", "subj:joint>participant! obj:any>_!"),
    # accords
    pattern(
        "agree", "verb", "sign initial ink", "subj:party>party with:party>party obj:accord>matter!", stage="signed"
    ),
    pattern(
        "agree",
        "verb",
        "put set affix append",
        "subj:party>party obj:signature>_! to|on|under:accord>matter!",
        stage="signed",
    ),
    pattern("agree", "verb", "come", "subj:pair>party! to:accord>matter!", stage="agreed"),
    pattern("agree", "verb", "resolve decide", "subj:pair>party! comp:matter>matter!", stage="agreed"),
    pattern(
        "agree",
        "verb",
        "conclude reach seal clinch finalise finalize strike",
        "subj:party>party with:party>party obj:accord>matter!",
        stage="agreed",
    ),
    pattern("agree", "verb", "announce", "subj:party>party with:party>party obj:alliance>matter!", stage="agreed"),
    pattern("agree", "verb", "ratify", "subj:party>party with:party>party obj:accord>matter!", stage="signed"),
    pattern(
        "agree",
        "verb",
        "end terminate denounce suspend leave scrap cancel quit",
        "subj:party>party obj:accord>matter! with:party>party",
        stage="ended",
    ),
    pattern(
        "agree", "verb", "negotiate discuss", "subj:party>party! obj:accord>matter! with:party>party", stage="talks"
    ),
    pattern(
        "agree", "verb", "negotiate", "subj:party>party! with:party>party! on|over|about|for:any>matter", stage="talks"
    ),
    pattern("pledge", "verb", "agree", "subj:single>agent! comp:help>matter!"),
    pattern("agree", "verb", "agree", "subj:pair>party! comp|on|to:matter>matter! with:party>party", stage="agreed"),
    pattern("agree", "verb", "agree", "subj:party>party! with:party>party! comp|on|to:matter>matter!", stage="agreed"),
    pattern("agree", "verb", "contain include provide", "subj:accord>_! obj|for:clause>matter!", stage="signed"),
    pattern("agree", "verb", "enter come", "subj:accord>matter! into:force>_!", stage="in_force"),
    pattern("agree", "verb", "withdraw pull_out pull", "subj:party>party! from:accord>matter!", stage="ended"),
    # promises
    pattern(
        "pledge",
        "verb",
        "promise pledge vow undertake offer volunteer commit swear",
        "subj:actor>agent! iobj|obj:actor>beneficiary comp:matter>matter! to:actor>beneficiary",
    ),
    pattern(
        "pledge", "verb", "promise pledge vow offer", "subj:actor>agent! iobj|to:actor>beneficiary obj:any>matter!"
    ),
    pattern(
        "pledge",
        "verb",
        "express voice emphasise emphasize stress affirm reaffirm confirm declare signal",
        "subj:actor>agent! obj:readiness>matter!",
    ),
    pattern("pledge", "verb", "assure", "subj:actor>agent! obj:actor>beneficiary! comp:matter>matter!"),
    pattern(
        "pledge",
        "adjective",
        "ready willing prepared",
        "subj:actor>agent! comp:matter>matter! with|to:actor>beneficiary",
    ),
    pattern("pledge", "verb", "prepare", "obj:actor>agent! comp:help>matter!"),
    # cooperation in general
    pattern(
        "cooperate",
        "verb",
        "cooperate co-operate collaborate work partner team_up",
        "subj:actor>agent! with:actor>counterpart! in|on:any>matter",
    ),
    pattern("cooperate", "verb", "cooperate co-operate collaborate", "subj:joint>agent! in|on:any>matter"),
    pattern(
        "cooperate",
        "verb",
        "deepen strengthen expand boost develop step_up broaden",
        "subj:actor>agent! obj:ties>matter! with:actor>counterpart",
    ),
    pattern("cooperate", "verb", "train assist aid", "subj:actor>agent! obj:actor>counterpart! in|with:any>matter"),
    pattern("cooperate", "verb", "support back", "subj:actor>agent! obj:power>counterpart! with|in:any>matter"),
    pattern("cooperate", "verb", "support", "subj:actor>agent! obj:owned>matter!"),
    pattern(
        "cooperate",
        "verb",
        "provide give lend offer render extend",
        "subj:actor>agent! obj:support>matter! to|for|iobj:actor>counterpart!",
    ),
    pattern("cooperate", "verb", "help", "subj:actor>agent! obj:actor>counterpart! comp:clauseful>matter!"),
    # membership
    pattern("belong", "noun", "member", "subj:actor>member! of|in:club>organisation!", status="member"),
    pattern("belong", "noun", "member", "subj:actor>member! compound|poss|natl:club>organisation!", status="member"),
    pattern("belong", "noun", "observer", "subj:actor>member! in|of|at:club>organisation!", status="observer"),
    pattern("belong", "noun", "partner", "subj:actor>member! of|in:club>organisation!", status="partner"),
    pattern("belong", "verb", "join enter", "subj:actor>member! obj:club>organisation!", status="member"),
    pattern("belong", "verb", "accede belong", "subj:actor>member! to:club>organisation!", status="member"),
    pattern(
        "belong",
        "noun",
        "country state",
        "subj:actor>member! compound:partnerword>_! of|in:club>organisation!",
        status="partner",
    ),
    pattern(
        "belong",
        "verb",
        "suspend freeze end",
        "subj:actor>member! obj:membership>_! of|in:club>organisation!",
        status="suspended",
    ),
    pattern("belong", "verb", "leave quit", "subj:actor>member! obj:club>organisation!", status="former"),
    # judgements that no other frame holds
    pattern(
        "assess",
        "verb",
        "see regard view describe consider portray characterise characterize",
        "subj:actor>assessor! as:any>matter!",
    ),
    pattern("assess", "verb", "call label brand term deem consider dub", "subj:actor>assessor! judged:any>matter!"),
    pattern(
        "assess",
        "verb",
        "think believe judge guess fear reckon doubt expect estimate conclude assess worry suspect",
        "subj:actor>assessor! comp:clauseful>matter!",
    ),
)
