"""What a sentence leaves to its other words: roles filled from an adjective, a possessor, a clause further in.

Each rule belongs to one frame and only adds or moves a filler; none invents one that the sentence does not hold.
"""

from entrepot.claims.context import SentenceContext
from entrepot.claims.frames.completion_politics import (
    complete_agree,
    complete_belong,
    complete_cooperate,
    complete_meet,
    complete_pledge,
)
from entrepot.claims.frames.completion_power import complete_finance, complete_host, complete_sanction, complete_strike
from entrepot.claims.frames.completion_trade import complete_channel, complete_circumvent, complete_supply
from entrepot.claims.frames.interface import Filled

RULES = {
    "supply": complete_supply,
    "channel": complete_channel,
    "sanction": complete_sanction,
    "circumvent": complete_circumvent,
    "pledge": complete_pledge,
    "agree": complete_agree,
    "belong": complete_belong,
    "strike": complete_strike,
    "finance": complete_finance,
    "cooperate": complete_cooperate,
    "meet": complete_meet,
    "host": complete_host,
}


def complete(filled: Filled, context: SentenceContext) -> Filled | None:
    """The claim with what its frame's rule adds; None where the rule finds that nothing is claimed."""
    rule = RULES.get(filled.frame)
    return rule(filled, context) if rule else filled
