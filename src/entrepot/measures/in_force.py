"""The measures that restrict something towards a target on a day, all of them or those that bear on goods."""

from datetime import date

from entrepot.measures.bearing import MAY_BEAR, assess_bearing
from entrepot.measures.index import MeasureSet
from entrepot.model.goods import GoodsScope
from entrepot.model.measure import Measure


def list_in_force(measures: MeasureSet, target: str, day: date, goods: GoodsScope | None = None) -> list[Measure]:
    """The measures in order of issuer and id; contested and eased ones are among them, lifted ones are not.

    With `goods` those kinds of a row count that bear on them, or may (its list is not held). What an issuer takes over
    from another stands here once, under the other.
    """
    return [
        measure
        for issuer in measures.issuers()
        for measure, kinds in measures.restrictions_of(issuer, target, day)
        if goods is None or any(assess_bearing(measure, kind, goods) in MAY_BEAR for kind in kinds)
    ]
