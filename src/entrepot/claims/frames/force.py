"""Armed force and what it leaves: strike, damage."""

from entrepot.claims.frames.interface import pattern

PATTERNS = (
    pattern(
        "strike",
        "verb",
        "strike hit attack bomb shell bombard target pound raid",
        "subj:attacker>attacker subj:weapon>weapon obj:struck>target! with:weapon>weapon",
    ),
    pattern(
        "strike",
        "verb",
        "fire launch",
        "subj:attacker>attacker by:attacker>attacker obj:weapon>weapon! at|on|against|towards:struck>target!",
    ),
    pattern(
        "strike", "verb", "carry_out launch conduct", "subj:attacker>attacker obj:attack>_! on|against:struck>target!"
    ),
    pattern(
        "strike",
        "noun",
        "strike attack raid bombing bombardment shelling",
        "by|poss|natl:attacker>attacker on|against|of:struck>target!",
    ),
    pattern(
        "damage",
        "verb",
        "damage destroy wipe_out sink cripple burn_down burn gut "
        "impair degrade disable wreck knock_out ruin weaken devastate",
        "subj:any>agent obj:any>target!",
    ),
    pattern("damage", "verb", "lose", "subj:actor>_! obj:capability>target!"),
    pattern("damage", "noun", "destruction loss sinking", "by:any>agent of:capability>target!"),
)
