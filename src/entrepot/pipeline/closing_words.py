"""The user's words for a channel, its levers and a budget, read."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from entrepot.channels.closure_levers import Lever, find_lever
from entrepot.channels.naming import channel_id, name_channel
from entrepot.errors import CallError
from entrepot.model.channel import Channel, ChannelGround
from entrepot.model.closure import LeverUse
from entrepot.model.goods import GoodsScope
from entrepot.pipeline.trade_questions import read_territories
from entrepot.reference.goods_scopes import read_goods_scope
from entrepot.reference.memberships import members_of
from entrepot.store.casefile import CaseFile
from entrepot.store.channels import list_channels
from entrepot.trade.classifications.selectors import Goods, read_goods

_SPEC = re.compile(r"(?:(?P<origins>[^>]+)>)?(?P<via>[^>:]+)>(?P<destination>[^>:]+):(?P<goods>.+)")
_FIELD = re.compile(r":(?=(?:goods|issuers|territory|object)=)")
_BUDGET = re.compile(r"(?P<number>\d[\d_,]*(?:\.\d+)?(?:e\d+)?)\s*(?P<size>[kmb]?)(?P<currency>[A-Z]{3})?")
_SIZES = {"": 1.0, "k": 1e3, "m": 1e6, "b": 1e9}
_UNION = "EU"


@dataclass(frozen=True, slots=True, kw_only=True)
class LeverWords:
    """A lever as the user puts it, with the goods as customs questions take them; None for the channel's own."""

    use: LeverUse
    goods: Goods | None


def read_channel(case: CaseFile, text: str, day: date) -> Channel:
    """The channel that a word names: one that is kept, by its id or the beginning of it or by its name, or a spec
    `AM>RU:8703`.

    A spec may name origins before the third territory: `EU>AM>RU:8703`.

    Raises:
        CallError: none or several are kept under that id, or the spec names no territory or goods.
    """
    found = _SPEC.fullmatch(text.strip())
    return _read_spec(found, text, day) if found else _find_kept(case, text.strip())


def _find_kept(case: CaseFile, prefix: str) -> Channel:
    kept = [one.assessment.channel for one in list_channels(case)]
    named = [one for one in kept if prefix in (one.id, one.name)]
    found = named or [one for one in kept if prefix and one.id.startswith(prefix)]
    if len(found) == 1:
        return found[0]
    known = "; ".join(f"{one.id} {one.name}" for one in found or kept) or "none, see `entrepot channels`"
    many = "several channels" if found else "no channel that the case keeps"
    raise CallError(f"{prefix!r} names {many}; give an id, a name or a spec like AM>RU:8703. Kept: {known}.")


def _read_spec(found: re.Match[str], text: str, day: date) -> Channel:
    via, destination = _one(found["via"], day), _one(found["destination"], day)
    origins = read_territories(found["origins"] or "", day)
    if found["origins"] and found["origins"].strip().upper() == _UNION:
        origins = (_UNION,)
    goods = read_goods_words(found["goods"].strip())[0]
    return Channel(
        id=channel_id("spec", origins, via, destination, goods.codes or goods.text),
        name=name_channel(via, destination, goods),
        origins=origins, via=via, destination=destination, goods=goods, period=None,
        grounds=(ChannelGround(kind="file", reference="command line", text=text),),
    )  # fmt: skip


def _one(text: str, day: date) -> str:
    found = read_territories(text, day)
    if len(found) != 1:
        raise CallError(f"{text!r} stands for {len(found)} territories; name one.")
    return found[0]


def read_goods_words(text: str) -> tuple[GoodsScope, Goods | None]:
    """Goods as customs questions take them (codes, chpl, @FILE, all), or words (cars); None where nothing fixes them.

    Raises:
        InputError: a file of codes cannot be read.
    """
    scope = read_goods_scope(text)
    try:
        goods = read_goods(text)
    except CallError:
        return scope, read_goods(",".join(scope.codes)) if scope.codes else None
    codes = tuple(dict.fromkeys(term.prefix for term in goods.plus if term.prefix.isdigit()))
    if scope.codes:
        return scope, goods
    return GoodsScope(text=text, nomenclature="HS", codes=codes, resolution="codes"), goods


def goods_of(scope: GoodsScope) -> Goods | None:
    """The goods of a channel as customs questions take them; None where nothing fixes them."""
    if not scope.codes:
        return read_goods_words(scope.text)[1] if scope.resolution == "codes" else None
    if scope.resolution == "list" and scope.text.casefold().startswith("chpl"):
        return read_goods(scope.text)
    return read_goods(",".join(scope.codes))


def read_lever(text: str, channel: Channel, day: date) -> LeverWords:
    """The lever that words such as `L01:goods=8703:issuers=EU:territory=AM` put to a channel.

    Without issuers those of the table, without a territory the third one, for a relief the destination.

    Raises:
        CallError: there is no such lever, territory or goods, or a field is given twice.
    """
    key, *parts = _FIELD.split(text.strip())
    lever = find_lever(key.strip())
    fields = dict(part.split("=", 1) for part in parts)
    if len(fields) < len(parts) or ":" in key:
        raise CallError(f"{text!r} is no lever; write L01:goods=8703:issuers=EU:territory=AM:object=NAME, each once.")
    scope, goods = read_goods_words(fields["goods"]) if "goods" in fields else (None, None)
    if scope is not None and goods is None:
        raise CallError(f"{fields['goods']!r} names no goods that have codes; give codes or headings such as 8703.")
    end = channel.destination if lever.effect == "relief" else channel.via
    use = LeverUse(
        lever=lever.id,
        issuers=_read_issuers(fields.get("issuers", ""), lever, day),
        territory=_one(fields["territory"], day) if "territory" in fields else end,
        goods=scope,
        object=fields.get("object", ""),
    )
    return LeverWords(use=use, goods=goods)


def _read_issuers(text: str, lever: Lever, day: date) -> tuple[str, ...]:
    if text:
        return read_territories(text, day)
    found: dict[str, None] = {}
    for jurisdiction in lever.jurisdictions:
        named = members_of(_UNION, day.isoformat()) if jurisdiction == _UNION else (jurisdiction,)
        # G7 and the like are no issuers of statistics; their members act under their own names.
        found.update(dict.fromkeys(one for one in named if len(one) == 2 and one.isalpha()))
    return tuple(found)


def expand_origins(origins: Sequence[str], day: date) -> tuple[str, ...]:
    """Single territories: the union's members in its place."""
    members = members_of(_UNION, day.isoformat())
    return tuple(dict.fromkeys(one for origin in origins for one in (members if origin == _UNION else (origin,))))


def read_budget(text: str) -> tuple[float, str]:
    """An amount and its currency, "" where none is given: 50000000, 50mEUR, 1.5bUSD.

    Raises:
        CallError: it is no amount.
    """
    found = _BUDGET.fullmatch(text.strip())
    if found is None:
        raise CallError(f"{text!r} is no budget; give an amount, such as 50mEUR or 50000000.")
    return float(found["number"].replace(",", "").replace("_", "")) * _SIZES[found["size"]], found["currency"] or ""
