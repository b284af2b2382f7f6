"""The figures of screening that have a floor: aliases held out, altered names, scripts, pairs, OFAC scores."""

from collections.abc import Iterable

from gold_reports import DataAbsentError, Figures
from screening_data import NAMES

from entrepot.model.listing import ListedParty
from entrepot.screening import make_matcher
from entrepot.screening.interface import Matcher
from screening import measure_aliases, measure_altered, measure_ofac, measure_pairs, measure_scripts

SEEDS = (31,)
"""One draw that no weight was fitted to; `make bench-screening` takes five."""
NEGATIVES = 3000


def screening_figures() -> Figures:
    """What the method `entrepot` finds, at the shares of false alarms that the bars name."""
    if not NAMES.is_dir():
        raise DataAbsentError("../shared/data/names is not beside this checkout")
    aliases = measure_aliases(_make, SEEDS, negatives=NEGATIVES)
    altered = measure_altered(_make, per_class=40, negatives=NEGATIVES)
    scripts = measure_scripts(_make, threshold=altered["threshold"], negatives=NEGATIVES)["scripts"]
    return {
        "alias_recall": aliases["recall"],
        "among_75": aliases["recall_at_75"],
        "flagged_default": aliases["flagged_default"],
        "pairs_f1": measure_pairs(_make)["f1"],
        "altered_recall": altered["recall"],
        "ofac_near": measure_ofac()["within_5"],
        **{script: scripts[script]["recall"] for script in ("cyrillic", "arabic", "han", "hangul")},
    }


def _make(parties: Iterable[ListedParty]) -> Matcher:
    return make_matcher("entrepot", parties)
