"""How each frame of the contract is put in English: a table that can be read and corrected line by line."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Pattern:
    """How a frame is put: subject, verb, then slots each with the words before it.

    `past` and `plain` are the verb ("supplied", "supply"). `missing` stands for an absent subject. A slot of `slots`
    that is not filled is left out, unless `needed` names it.
    """

    subject: str
    past: str
    plain: str
    slots: tuple[tuple[str, str], ...]
    missing: str = ""
    needed: tuple[tuple[str, str], ...] = ()


PATTERNS: dict[str, Pattern] = {
    "meet": Pattern(subject="participant", past="met", plain="meet", slots=()),
    "agree": Pattern(subject="party", past="agreed", plain="agree", slots=((": ", "matter"),)),
    "pledge": Pattern(
        subject="agent", past="pledged help", plain="pledge help", slots=((" to ", "beneficiary"), (": ", "matter"))
    ),
    "supply": Pattern(
        subject="supplier",
        past="supplied",
        plain="supply",
        slots=((" ", "goods"), (" to ", "recipient"), (" through ", "via")),
        needed=(("goods", "goods not named"),),
    ),
    "seek": Pattern(
        subject="seeker",
        past="sought",
        plain="seek",
        slots=((" ", "goods"), (" from ", "supplier"), (" through ", "via")),
        needed=(("goods", "goods not named"),),
    ),
    "channel": Pattern(
        subject="channel",
        past="served as a channel",
        plain="serve as a channel",
        slots=((" for ", "goods"), (" from ", "origin"), (" to ", "destination")),
    ),
    "circumvent": Pattern(
        subject="agent",
        past="got round",
        plain="get round",
        slots=((" ", "measure"), (" for the benefit of ", "beneficiary")),
        needed=(("measure", "measures not named"),),
    ),
    "sanction": Pattern(
        subject="issuer",
        past="imposed",
        plain="impose",
        slots=((" ", "measure"), (" on ", "target"), (", concerning ", "goods")),
        needed=(("measure", "measures"),),
    ),
    "enforce": Pattern(
        subject="authority",
        past="took action",
        plain="take action",
        slots=((" against ", "subject"), (" over ", "goods")),
    ),
    "strike": Pattern(
        subject="attacker",
        past="struck",
        plain="strike",
        slots=((" ", "target"), (" with ", "weapon")),
        needed=(("target", "target not named"),),
    ),
    "damage": Pattern(
        subject="agent",
        past="damaged",
        plain="damage",
        slots=((" ", "target"),),
        missing="something or somebody not named",
        needed=(("target", "target not named"),),
    ),
    "host": Pattern(
        subject="facility",
        past="served as a base, plant or depot",
        plain="serve as a base, plant or depot",
        slots=((" of ", "user"), (" for ", "goods")),
    ),
    "finance": Pattern(
        subject="payer",
        past="paid or financed",
        plain="pay or finance",
        slots=((" ", "payee"), (" by ", "instrument")),
        needed=(("payee", "payee not named"),),
    ),
    "own": Pattern(
        subject="owner",
        past="owned, controlled or fronted for",
        plain="own, control or front for",
        slots=((" ", "asset"),),
        needed=(("asset", "asset not named"),),
    ),
    "produce": Pattern(
        subject="producer",
        past="made, assembled or repaired",
        plain="make, assemble or repair",
        slots=((" ", "goods"),),
        needed=(("goods", "goods not named"),),
    ),
    "cooperate": Pattern(
        subject="agent",
        past="cooperated",
        plain="cooperate",
        slots=((" with ", "counterpart"), (": ", "matter")),
    ),
    "belong": Pattern(
        subject="member",
        past="belonged to",
        plain="belong to",
        slots=((" ", "organisation"),),
        needed=(("organisation", "organisation not named"),),
    ),
    "assess": Pattern(subject="assessor", past="judged", plain="judge", slots=((": ", "matter"),)),
}

STAGES = {
    "talks": ("held talks", "hold talks"),
    "intent": ("declared an intention", "declare an intention"),
    "signed": ("signed an accord", "sign an accord"),
    "in_force": ("brought an accord into force", "bring an accord into force"),
    "ended": ("ended an accord", "end an accord"),
}

ACTIONS = {
    "extend": ("extended", "extend"),
    "tighten": ("tightened", "tighten"),
    "ease": ("eased", "ease"),
    "lift": ("lifted", "lift"),
    "in_force": ("kept in force", "keep in force"),
}
