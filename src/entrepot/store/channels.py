"""Channels of a case: the latest assessment of each, and what levers would close of it."""

from collections.abc import Sequence
from datetime import datetime

from entrepot.model.case import KeptChannel
from entrepot.model.channel import ChannelAssessment
from entrepot.model.closure import ClosureEstimate
from entrepot.store.casefile import CaseFile
from entrepot.store.codec import decode_json, encode_json


def keep_channel(case: CaseFile, assessment: ChannelAssessment, pictures: Sequence[str], now: datetime) -> None:
    """Keeps an assessment; an earlier one of the same channel is replaced in its place, its closures stay."""
    row = [assessment.channel.id, encode_json(assessment), encode_json(list(pictures)), now.isoformat()]
    case.connection.execute(
        """
        INSERT INTO channels (id, place, assessment, pictures, assessed_at)
        SELECT $1, coalesce(max(place), 0) + 1, $2, $3, $4 FROM channels
        ON CONFLICT (id) DO UPDATE SET
            assessment = excluded.assessment, pictures = excluded.pictures, assessed_at = excluded.assessed_at
        """,
        row,
    )


def keep_closure(case: CaseFile, estimate: ClosureEstimate, now: datetime) -> None:
    """Keeps an estimate; an earlier one of the same levers is replaced in its place."""
    case.connection.execute(
        """
        INSERT INTO closures (id, channel_id, place, estimate, estimated_at)
        SELECT $1, $2, coalesce(max(place), 0) + 1, $3, $4 FROM closures
        ON CONFLICT (id) DO UPDATE SET estimate = excluded.estimate, estimated_at = excluded.estimated_at
        """,
        [estimate.id, estimate.channel_id, encode_json(estimate), now.isoformat()],
    )


def list_channels(case: CaseFile) -> list[KeptChannel]:
    """The channels that were assessed, in the order in which they came, each with its closures."""
    closures: dict[str, list[ClosureEstimate]] = {}
    for channel_id, estimate in case.connection.execute(
        "SELECT channel_id, estimate FROM closures ORDER BY place"
    ).fetchall():
        closures.setdefault(channel_id, []).append(decode_json(ClosureEstimate, estimate))
    sql = "SELECT id, assessment, pictures, assessed_at FROM channels ORDER BY place"
    return [
        KeptChannel(
            assessment=decode_json(ChannelAssessment, assessment),
            closures=tuple(closures.get(id_, ())),
            pictures=decode_json(tuple[str, ...], pictures),
            kept_at=datetime.fromisoformat(assessed_at),
        )
        for id_, assessment, pictures, assessed_at in case.connection.execute(sql).fetchall()
    ]


def forget_channels(case: CaseFile, ids: Sequence[str]) -> int:
    """Takes channels and their closures out of the case; how many there were of those named."""
    with case.transaction():
        case.connection.execute("DELETE FROM closures WHERE list_contains($1, channel_id)", [list(ids)])
        sql = "DELETE FROM channels WHERE list_contains($1, id) RETURNING id"
        return len(case.connection.execute(sql, [list(ids)]).fetchall())
