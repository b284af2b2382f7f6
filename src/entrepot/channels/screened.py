"""Channels out of findings of customs records that are kept in a case: a screen's channels, surges, links."""

from collections.abc import Sequence

from entrepot.channels.naming import channel_id, name_channel, unresolved_sentence
from entrepot.channels.routes import find_corridors
from entrepot.model.channel import Channel, ChannelGround
from entrepot.model.finding import Finding
from entrepot.model.goods import GoodsScope
from entrepot.model.issue import Issue
from entrepot.reference.goods_scopes import read_goods_scope

_KINDS = frozenset({"screen_channel", "surge", "onward", "link"})


def propose_screened(findings: Sequence[Finding]) -> tuple[Channel, ...]:
    """The hypotheses that kept findings suggest, each supported or mixed one, in their order.

    A screen and a first leg know no destination, unless the question named one; the channel then stays open at that
    end. Whoever reports is the origin.
    """
    found: dict[str, Channel] = {}
    for one in findings:
        ends = _ends(one) if one.kind in _KINDS and one.verdict in {"supports", "mixed"} else None
        if ends is None:
            continue
        channel = _channel(one, *ends)
        if channel.via and channel.via != channel.destination:
            found.setdefault(channel.id, channel)
    return tuple(found.values())


def _ends(finding: Finding) -> tuple[tuple[str, ...], str, str] | None:
    """Origins, third territory and destination of a finding; None where it is of several third territories."""
    subject = finding.subject
    if finding.kind == "screen_channel":
        if subject.get("flow") == "import":
            return (_text(subject, "partner"),), _text(subject, "reporter"), ""
        return (_text(subject, "reporter"),), _text(subject, "partner"), ""
    reporters, vias = _texts(subject.get("reporters")), _texts(subject.get("via"))
    if subject.get("flow") == "import":
        reporters, vias = vias, reporters
    if finding.kind == "onward":
        return ((), reporters[0], vias[0]) if len(reporters) == len(vias) == 1 else None
    return (reporters, vias[0], _text(subject, "destination")) if len(vias) == 1 else None


def _channel(finding: Finding, origins: tuple[str, ...], via: str, destination: str) -> Channel:
    goods = _goods(finding)
    issues = []
    if not destination:
        message = "The finding knows no destination, so that the channel cannot be tested as a whole."
        issues.append(Issue(code="destination_open", message=message))
    if not goods.codes:
        issues.append(Issue(code="goods_unresolved", message=unresolved_sentence(goods)))
    return Channel(
        id=channel_id("screen", via, destination, goods.text.casefold()),
        name=name_channel(via, destination, goods),
        origins=tuple(sorted({one for one in origins if one and one not in (via, destination)})),
        via=via,
        destination=destination,
        goods=goods,
        period=None,
        grounds=(ChannelGround(kind="screen", reference=finding.id, text=finding.statement),),
        corridors=find_corridors(via, destination),
        issues=tuple(issues),
    )


def _goods(finding: Finding) -> GoodsScope:
    text = _text(finding.subject, "product") or _text(finding.subject, "goods")
    return read_goods_scope(text.replace(",", "; ")) if text not in {"all", "TOTAL"} else GoodsScope(text="")


def _text(subject: object, key: str) -> str:
    value = subject.get(key) if hasattr(subject, "get") else None
    return value if isinstance(value, str) else ""


def _texts(value: object) -> tuple[str, ...]:
    if isinstance(value, str):
        return (value,)
    return tuple(str(one) for one in value) if isinstance(value, list | tuple) else ()
