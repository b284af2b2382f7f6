"""The picture that goes with a question of customs records, where there is one."""

from functools import singledispatch

from entrepot.errors import CallError
from entrepot.reference.territories import territory_name
from entrepot.trade.interface import Engine
from entrepot.trade.pictures import Columns, MeasureDate, MirrorLabels, draw_bands, draw_mirror, draw_series
from entrepot.trade.pictures.records import (
    ChannelQuestion,
    list_mirrored_vias,
    read_channel,
    read_mirror_years,
    read_series,
)
from entrepot.trade.questions.findings import Records
from entrepot.trade.questions.leg import LegQuestion
from entrepot.trade.questions.link import LinkQuestion
from entrepot.trade.questions.pair import GapQuestion
from entrepot.trade.questions.scope import Scope
from entrepot.trade.questions.substitution import SubstitutionQuestion

_NAMED = 4
"""Territories that a title names; more of them are counted."""


def draw_question(engine: Engine, question: object, records: Records | None = None) -> tuple[str, ...]:
    """The pictures of a question as SVG; none where it has no picture, or the records have nothing to draw."""
    try:
        return _draw(question, engine, records)
    except CallError:
        # The finding itself says what the records lack.
        return ()


@singledispatch
def _draw(question: object, engine: Engine, records: Records | None) -> tuple[str, ...]:
    return ()


@_draw.register
def _draw_leg(question: LegQuestion, engine: Engine, records: Records | None) -> tuple[str, ...]:
    """The months of the leg, with the beginning of the second window."""
    towards = "to" if question.flow == "export" else "from"
    label = f"{question.flow.capitalize()}s of {_names(question.reporters)} {towards} {_names(question.via)}"
    scope = Scope(
        flow=question.flow,
        goods=question.goods,
        reporters=question.reporters,
        partners=question.via,
        dataset=question.dataset,
    )
    found = read_series(engine, scope, None, label)
    marks = [MeasureDate(day=question.windows.after.start, label="second window begins")]
    return (draw_series([found.series], marks, found.currency, question.goods.text),)


@_draw.register
def _draw_link(question: LinkQuestion, engine: Engine, records: Records | None) -> tuple[str, ...]:
    """Both legs month by month; one by one where their currencies differ."""
    ends = ((question.reporters, question.via), ((question.via,), question.destination))
    found = []
    for reporters, partner in ends:
        scope = Scope(
            flow="export", goods=question.goods, reporters=reporters, partners=(partner,), dataset=question.dataset
        )
        label = f"Exports of {_names(reporters)} to {territory_name(partner)}"
        found.append(read_series(engine, scope, question.span, label))
    if len({one.currency for one in found}) == 1:
        return (draw_series([one.series for one in found], [], found[0].currency, question.goods.text),)
    return tuple(draw_series([one.series], [], one.currency, question.goods.text) for one in found)


@_draw.register
def _draw_gap(question: GapQuestion, engine: Engine, records: Records | None) -> tuple[str, ...]:
    """What both sides report, year by year."""
    years, currency = read_mirror_years(engine, question, records)
    if all(one.exports is None and one.imports is None for one in years):
        return ()
    exporter, importer = _names(question.exporters), territory_name(question.importer)
    labels = MirrorLabels(
        exports=f"Exports of {exporter} to {importer} (FOB)",
        imports=f"Imports of {importer} from {exporter} (CIF)",
        currency=currency,
        title=f"{exporter} and {importer}: {question.goods.text}",
    )
    return (draw_mirror(years, labels, question.factors),)


@_draw.register
def _draw_substitution(question: SubstitutionQuestion, engine: Engine, records: Records | None) -> tuple[str, ...]:
    """The direct flow and those by way of the third territories, before and after."""
    channel = ChannelQuestion(
        origins=question.reporters,
        vias=question.vias,
        destination=question.destination,
        goods=question.goods,
        windows=question.windows,
        dataset=question.dataset,
    )
    return _draw_channel(channel, engine, records)


@_draw.register
def _draw_channel(question: ChannelQuestion, engine: Engine, records: Records | None) -> tuple[str, ...]:
    """The direct flow and those by way of the third territories, before and after."""
    names = {code: territory_name(code) for code in (*question.vias, question.destination)}
    names[""] = _names(question.origins)
    panels, currency = read_channel(engine, question, names)
    if not any(band.value for one in panels for band in one.bands):
        return ()
    columns = Columns(
        origins=(names[""],),
        vias=tuple(names[via] for via in question.vias),
        destinations=(names[question.destination],),
    )
    mirrored = list_mirrored_vias(engine, question)
    told = f" (imports of {_names(mirrored)} for the first leg)" if mirrored else ""
    title = f"{names['']} to {names[question.destination]}: {question.goods.text}{told}"
    return (draw_bands(panels, columns, currency, title),)


def _names(codes: tuple[str, ...]) -> str:
    if not codes:
        return "all reporters"
    if len(codes) > _NAMED:
        return f"{len(codes)} territories"
    return ", ".join(map(territory_name, codes))
