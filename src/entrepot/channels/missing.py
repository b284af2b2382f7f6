"""What could not be tested of a channel in customs records, and where the records that would tell could be had."""

from entrepot.channels.confounders import find_silence
from entrepot.channels.naming import name_end, name_ends
from entrepot.model.channel import Channel, MissingRecord
from entrepot.model.finding import Finding


def describe_silence(channel: Channel, day: str) -> tuple[str, ...]:
    """That the third territory publishes no trade by partner on the day, in a sentence; () where nothing says so."""
    row = find_silence(channel.via, day) if channel.via else None
    return (f"{row['title']} ({row['start']}); {row['effect']}",) if row else ()


def list_mirrors(channel: Channel, day: str) -> tuple[MissingRecord, ...]:
    """Where the trade of a third territory that publishes nothing can be read all the same: with its partners."""
    row = find_silence(channel.via, day) if channel.via else None
    if row is None:
        return ()
    via, end = name_end(channel.via), name_end(channel.destination)
    senders = name_ends(channel.origins) if channel.origins else "its partners, the coalition's members among them,"
    onward = f"and what {end} reports as imports from there"
    if channel.destination and find_silence(channel.destination, day):
        onward = f"while {end} publishes none either, so that the onward leg is in nobody's open records"
    return (
        MissingRecord(
            what=f"What {via} reports of its own trade since {row['start'][:7]}.",
            where=(
                f"The mirror records: what {senders} report as exports to {via} (Eurostat Comext for the EU's members, "
                f"UN Comtrade for others), {onward}."
            ),
        ),
    )


def list_wanted_records(channel: Channel) -> tuple[MissingRecord, ...]:
    """The customs records that would speak on the channel, where the case has none of them."""
    senders = name_ends(channel.origins) if channel.origins else "the coalition's members"
    via, end = name_end(channel.via), name_end(channel.destination)
    return (
        MissingRecord(
            what=f"Customs records of both legs: to {via}, and from {via} to {end}.",
            where=(
                f"Exports to {via} as {senders} report them (Eurostat Comext, UN Comtrade); exports of {via} to {end}, "
                f"or imports of {end} from {via} (UN Comtrade, national offices); `entrepot trade import CASE FILE`."
            ),
        ),
    )


def list_missing_legs(channel: Channel, first: Finding | None, onward: Finding | None) -> tuple[MissingRecord, ...]:
    """The records of each leg on which no finding could rest."""
    via, end = name_end(channel.via), name_end(channel.destination)
    senders = name_ends(channel.origins) if channel.origins else "the origins"
    found = []
    if first is None or not first.inputs:
        what = f"Records of these goods on the first leg, to {via}."
        where = f"Exports of {senders} to {via}, or imports of {via} (Eurostat Comext, UN Comtrade)."
        found.append(MissingRecord(what=what, where=where))
    if onward is None or not onward.inputs:
        what = f"Records of these goods on the onward leg, from {via} to {end}."
        where = f"Exports of {via} to {end}, or imports of {end} from {via} (UN Comtrade, national offices)."
        found.append(MissingRecord(what=what, where=where))
    return tuple(found)
