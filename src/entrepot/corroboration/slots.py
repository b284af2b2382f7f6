"""What each frame is about: the roles that must agree, and how many of them make two claims one proposition."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class FrameSlots:
    """How claims of one frame are compared.

    `parties` are roles of those who act or are acted upon: every one named in both claims must agree. `things` are
    roles of goods, matters and targets: one in common is enough, as lists are seldom complete. `needed` are sets of
    roles; two claims can only be one where all roles of one set agree. `punctual` events happen once at a place, so
    that a different place or neighbouring day is a conflict and not another event, where all else agrees. `rivals` are
    roles of which reports may name different holders for one act; where it is `lasting` ("X owns Y"), no date is needed
    to see that. With `whole_lists` a shorter list of parties says another thing than a longer one.
    """

    parties: tuple[str, ...]
    things: tuple[str, ...]
    needed: tuple[frozenset[str], ...]
    punctual: bool = False
    rivals: tuple[str, ...] = ()
    lasting: bool = False
    whole_lists: bool = False

    @property
    def core(self) -> tuple[str, ...]:
        """All roles that are compared."""
        return self.parties + self.things


def _sets(*rows: str) -> tuple[frozenset[str], ...]:
    return tuple(frozenset(row.split()) for row in rows)


FRAME_SLOTS: dict[str, FrameSlots] = {
    "meet": FrameSlots(parties=("participant",), things=(), needed=_sets("participant"), punctual=True),
    "agree": FrameSlots(
        parties=("party",), things=("matter",), needed=_sets("party matter", "party", "matter"), punctual=True
    ),
    "pledge": FrameSlots(
        parties=("agent", "beneficiary"), things=("matter",), needed=_sets("agent matter", "agent beneficiary")
    ),
    "supply": FrameSlots(
        parties=("supplier", "recipient"),
        things=("goods", "via"),
        needed=_sets("supplier recipient", "supplier goods", "recipient goods"),
        rivals=("supplier",),
    ),
    "seek": FrameSlots(parties=("seeker", "supplier"), things=("goods", "via"), needed=_sets("seeker goods")),
    "channel": FrameSlots(
        parties=("channel", "destination", "origin"),
        things=("goods",),
        needed=_sets("channel destination", "channel goods", "channel origin"),
    ),
    "circumvent": FrameSlots(
        parties=("agent", "beneficiary"), things=("measure",), needed=_sets("agent measure", "agent beneficiary")
    ),
    "sanction": FrameSlots(
        parties=("issuer",),
        things=("target", "measure", "goods"),
        needed=_sets("issuer target", "target", "issuer goods"),
        rivals=("issuer",),
    ),
    "enforce": FrameSlots(
        parties=("authority",),
        things=("subject", "goods"),
        needed=_sets("subject", "authority goods"),
        punctual=True,
        rivals=("authority",),
    ),
    "strike": FrameSlots(
        parties=("attacker",), things=("target", "weapon"), needed=_sets("target"), punctual=True, rivals=("attacker",)
    ),
    "damage": FrameSlots(parties=("agent",), things=("target",), needed=_sets("target")),
    "host": FrameSlots(
        parties=("facility", "user"), things=("goods",), needed=_sets("facility user", "facility goods")
    ),
    "finance": FrameSlots(
        parties=("payer", "payee"),
        things=("instrument",),
        needed=_sets("payer payee", "payer instrument", "payee instrument"),
    ),
    "own": FrameSlots(
        parties=("owner", "asset"), things=(), needed=_sets("owner asset"), rivals=("owner",), lasting=True
    ),
    "produce": FrameSlots(parties=("producer",), things=("goods",), needed=_sets("producer goods")),
    "cooperate": FrameSlots(
        parties=("agent", "counterpart"), things=("matter",), needed=_sets("agent counterpart", "agent matter")
    ),
    "belong": FrameSlots(
        parties=("member", "organisation"), things=(), needed=_sets("member organisation"), whole_lists=True
    ),
    "assess": FrameSlots(parties=("assessor",), things=("matter",), needed=_sets("assessor matter")),
}
"""Every frame of the contract."""
