"""Published indicators beside a channel: tested, not tested, and not testable with open data, each with its reason."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from entrepot.channels.evidence import Beside
from entrepot.channels.naming import name_end
from entrepot.channels.routes import hub_reference
from entrepot.model.channel import Channel, EvidenceReference, FlagStatus, RedFlag
from entrepot.model.finding import Finding, FindingVerdict
from entrepot.reference.tables import Row, load_table

_CLOSED: FlagStatus = "not_testable"
_OPEN: FlagStatus = "not_tested"
PRINCIPLE = "principle"
"""The category of rows that are no indicators but say how to read them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FlagResult:
    """What came of a test: its status, why, and what it rests on."""

    status: FlagStatus
    reason: str
    references: tuple[EvidenceReference, ...] = ()


_Test = Callable[[Row, Channel, Beside], FlagResult]


def flag_indicators(channel: Channel, beside: Beside) -> tuple[RedFlag, ...]:
    """Every published indicator with its status, in the order of the table; none of them alone shows anything."""
    rows = (row for row in load_table("red_flags").rows if row["category"] != PRINCIPLE)
    return tuple(_flag(row, channel, beside) for row in rows)


def list_caveats() -> tuple[str, ...]:
    """The principles by which indicators are to be read, with who states them."""
    rows = (row for row in load_table("red_flags").rows if row["category"] == PRINCIPLE)
    return tuple(f"{row['statement']} ({row['issuer']}, {row['id']})." for row in rows)


def _flag(row: Row, channel: Channel, beside: Beside) -> RedFlag:
    test = _TESTS.get(row["id"]) or _BY_TEST.get(row["machine_test"])
    result = test(row, channel, beside) if test else _untested(row)
    return RedFlag(
        id=row["id"],
        statement=row["statement"],
        issuer=row["issuer"],
        status=result.status,
        reason=result.reason,
        references=result.references,
    )


def _untested(row: Row) -> FlagResult:
    status, reason = _WITHOUT_TEST.get(row["machine_test"], ("not_tested", "The program has no test of this kind."))
    return FlagResult(status=status, reason=reason)


_ONE_FIRM = "It is about one firm's trade; open records speak of territories."
_ONE_PRICE = "A customer's price is not open; values of territories (`entrepot trade unit-values`) do not show it."
_WITHOUT_TEST: Mapping[str, tuple[FlagStatus, str]] = {
    "": (_CLOSED, "Only the bank or the seller has the data."),
    "analyst note": (_CLOSED, "It is seen in dealings with the customer, of which open data hold nothing."),
    "document field check": (_CLOSED, "The papers of a shipment are not open; whoever holds them can check."),
    "document vs AIS": (_CLOSED, "It needs the shipping papers and a ship's positions, and neither is open."),
    "event order": (_CLOSED, "It needs the messages of one transaction, which only its parties have."),
    "field comparison": (_CLOSED, "It compares fields of a payment or an order, which only its parties have."),
    "before/after ratio": (_CLOSED, _ONE_FIRM),
    "before/after ratio per importer": (_CLOSED, _ONE_FIRM),
    "share of CHPL codes; first-seen date": (_CLOSED, _ONE_FIRM),
    "address match; first-seen date": (_CLOSED, "It needs a customs register of importers, which is not open."),
    "partner switch test": (_CLOSED, _ONE_FIRM),
    "HS mismatch": (_CLOSED, "It needs the declaration and the goods, which only a customs service has."),
    "HS code vs activity code": (_CLOSED, "It is about one buyer's orders, which only the parties have."),
    "unit value vs peer unit values (customs data)": (_CLOSED, _ONE_PRICE),
    "unit value test": (_CLOSED, _ONE_PRICE),
    "cargo label": (_CLOSED, "It needs bills of lading, which are not open."),
    "ownership graph": (_OPEN, "It needs registers of companies and owners; none is part of the case."),
    "ownership depth; age": (_OPEN, "It needs registers of companies and owners; none is part of the case."),
    "ownership change date vs listing date": (_OPEN, "It needs dated registers of owners; none is part of the case."),
    "incorporation date vs date threshold": (_OPEN, "It needs the register of companies of the third territory."),
    "age; web presence; counterparty type": (_OPEN, "It needs the register of companies and a search of the web."),
    "open-source check": (_OPEN, "It needs a search of the web by a person; the program does not go there by itself."),
    "graph distance": (_OPEN, "It needs a graph of companies and persons; the case has only what reports say."),
    "address match": (_OPEN, "It needs addresses of the parties; the reports give none that could be compared."),
    "vessel history vs listing date": (_OPEN, "It needs the history of a ship's names and flags; the case has none."),
    "IMO check digit and registry": (_OPEN, "It needs the IMO number of the ship; the claims give none."),
    "apparent consumption / revealed comparative advantage test": (
        _OPEN, "It needs output and trade of all partners in these goods; the program does not estimate consumption.",
    ),
    "apparent consumption vs peers": (
        _OPEN, "It needs output, population and trade of peers; the program does not estimate consumption.",
    ),
    "border-state share": (_OPEN, "It needs exports by border or region; records by territory do not show them."),
}  # fmt: skip


_LISTED_FOR = ("RU", "BY")
"""Destinations that the published lists of transit points are about."""
_LISTS = (("2025-08", "otsi_2025_08", "August 2025"), ("2025-01", "otsi_2025_01", "January 2025"))
"""Versions of the list, the latest first: from when on, the column, and the date in words."""
_LIST = "the list of elevated risk of the UK Office of Trade Sanctions Implementation"


def _known_hub(row: Row, channel: Channel, beside: Beside) -> FlagResult:
    """Whether the third territory was on the published list of transit points on the day."""
    version = next((one for one in _LISTS if one[0] <= beside.day), None)
    if not channel.via or not channel.destination:
        return FlagResult(status=_OPEN, reason="An end of the channel is open.")
    if channel.destination not in _LISTED_FOR:
        ends = " and ".join(name_end(one) for one in _LISTED_FOR)
        return FlagResult(status=_OPEN, reason=f"The published lists are of ways to {ends}, not to this destination.")
    if version is None:
        return FlagResult(status=_OPEN, reason=f"Of {_LIST} no version before {_LISTS[-1][2]} is held here.")
    _, column, when = version
    listed = load_table("coalition").find_row(channel.via)
    is_on = listed is not None and listed[column] == "yes"
    name = name_end(channel.via)
    reason = f"{name[:1].upper()}{name[1:]} {'is' if is_on else 'is not'} on {_LIST} ({when})."
    reference = EvidenceReference(kind="list", id=f"coalition/{channel.via}", label=f"{_LIST}, {when}")
    return FlagResult(status="seen" if is_on else "not_seen", reason=reason, references=(reference,) if listed else ())


def _roundabout(row: Row, channel: Channel, beside: Beside) -> FlagResult:
    """Both legs up and the direct trade down, as far as all three were asked."""
    customs = beside.customs
    lost = next((one for one in customs.others if one.kind == "substitution"), None)
    found = [one for one in (customs.first, customs.onward, lost) if one is not None]
    if not customs.about_goods or customs.first is None or customs.onward is None:
        return FlagResult(status=_OPEN, reason="Both legs were not asked for these goods.", references=_refer(found))
    verdicts: list[FindingVerdict] = [customs.first.verdict, customs.onward.verdict]
    if "does_not_support" in verdicts:
        return FlagResult(status="not_seen", reason="A leg did not grow beyond other trade.", references=_refer(found))
    if verdicts != ["supports", "supports"]:
        return FlagResult(status=_OPEN, reason="The records of a leg could not tell.", references=_refer(found))
    fell = lost is not None and bool(_number(lost.method.parameters.get("lost")))
    if not fell:
        reason = "Both legs grew; whether direct trade fell is not in the records of the case."
        return FlagResult(status=_OPEN, reason=reason, references=_refer(found))
    reason = "Both legs grew beyond other trade while direct trade fell; other explanations stand beside the findings."
    return FlagResult(status="seen", reason=reason, references=_refer(found))


def _ghost_trade(row: Row, channel: Channel, beside: Beside) -> FlagResult:
    """Exports that never turn up among the imports of the third territory."""
    found = [one for one in (*beside.customs.others, *beside.customs.kept) if one.kind == "orphan_exports"]
    if not found or not beside.customs.about_goods:
        return FlagResult(
            status=_OPEN, reason="The two sides of the first leg are not both in the records of the case."
        )
    status: dict[FindingVerdict, FlagStatus] = {"supports": "seen", "does_not_support": "not_seen"}
    told = status.get(found[0].verdict, _OPEN)
    return FlagResult(status=told, reason=found[0].statement, references=_refer(found))


def _third_country_route(row: Row, channel: Channel, beside: Beside) -> FlagResult:
    """Whether the reports themselves describe this typology; that is their word, not a test."""
    if not beside.propositions:
        return FlagResult(status="not_seen", reason="No report of the case describes it.")
    reason = (
        "The reports describe a way through a third territory; the flag names its kind and adds nothing to their word."
    )
    references = tuple(EvidenceReference(kind="proposition", id=one.id, label=one.frame) for one in beside.propositions)
    return FlagResult(status="seen", reason=reason, references=references)


def _at_sea(row: Row, channel: Channel, beside: Beside) -> FlagResult:
    """Whether a ship or a sea port is named with the channel."""
    ships = sorted(set(_ships(beside)))
    ports = [hub for hub in channel.hubs if _is_port(hub)]
    if not ships and not ports:
        return FlagResult(status="not_seen", reason="The claims name no ship and no port on this way.")
    reason = f"The reports name {'a ship' if ships else 'a port'} with this way; the flag adds nothing to their word."
    return FlagResult(status="seen", reason=reason, references=tuple(hub_reference(hub) for hub in ports))


def _ships(beside: Beside) -> Iterable[str]:
    for one in beside.propositions:
        for role in one.roles:
            if role.actor is not None and role.actor.kind == "vessel":
                yield role.actor.name


def _is_port(hub: str) -> bool:
    row = load_table("hubs").find_row(hub)
    return row is not None and "port" in row["kind"].replace("airport", "").replace("dry_port", "")


def _label_only(row: Row, channel: Channel, beside: Beside) -> FlagResult:
    return FlagResult(status=_OPEN, reason="The claims on the channel were not read for this typology.")


def _refer(findings: Sequence[Finding]) -> tuple[EvidenceReference, ...]:
    return tuple(EvidenceReference(kind="finding", id=one.id, label=one.kind) for one in findings)


def _number(value: object) -> float:
    return float(value) if isinstance(value, int | float) else 0.0


_BY_TEST: Mapping[str, _Test] = {
    "route country in list": _known_hub,
    "country in list": _known_hub,
    "path length > 1 with hub in transit list": _known_hub,
    "break test on three series": _roundabout,
    "gap between the two partners' reports, with CIF/FOB margin and reporting check": _ghost_trade,
    "typology label": _label_only,
}
_TESTS: Mapping[str, _Test] = {"RF043": _third_country_route, "RF046": _at_sea}
"""Tests of single rows, where several rows share one word for their test."""
