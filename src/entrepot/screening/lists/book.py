"""What went wrong while a list was read: one issue for each distinct value, with the places where it stands."""

from collections.abc import Iterable

from entrepot.model.issue import Issue, Severity

_MAX_EVIDENCE = 5

_WORDS: dict[str, tuple[Severity, str]] = {
    "country_unknown": (
        "note",
        (
            "“{value}” stands where a country belongs{times} and is in no table of territories; it was kept as an "
            "attribute and compares with no country."
        ),
    ),
    "date_unclear": (
        "warning",
        (
            "“{value}” could not be read as a date{times}; it was kept as printed and counts as unknown: look "
            "it up in the list."
        ),
    ),
    "field_unknown": (
        "note",
        (
            "The list has a field “{value}”{times} that this reader does not know; it was kept as an attribute. The "
            "format may have changed."
        ),
    ),
    "name_missing": (
        "warning",
        "{value} has no name{times} and was left out: look it up in the list itself.",
    ),
    "row_unreadable": (
        "warning",
        "{value} and was left out{times}: compare the file with the issuer's.",
    ),
    "row_orphaned": (
        "warning",
        "{value}{times}: the files are not of one version, fetch them together.",
    ),
    "kind_unknown": (
        "note",
        "“{value}” is no kind of party that this reader knows{times}; it was read as of unknown kind.",
    ),
    "id_repeated": (
        "warning",
        (
            "The key {value} stands in the list more than once; each entry was kept, the later ones under a key of "
            "their own ({value}#2 and so on)."
        ),
    ),
    "rows_missing": (
        "warning",
        "{value}: the file may be cut off, fetch it again.",
    ),
    "sibling_missing": ("note", "{value}"),
    "format_guessed": ("note", "{value}: look at the first few before relying on them."),
    "rows_left_out": ("note", "{value}{times}."),
    "name_unsplit": (
        "note",
        "“{value}” may hold several names in one{times}; it was kept whole.",
    ),
}


class Notebook:
    """Collects trouble by code and value; `list_issues` gives it in the order of first sight."""

    def __init__(self, issues: Iterable[Issue] = ()) -> None:
        self._first = list(issues)
        self._places: dict[tuple[str, str], list[str]] = {}

    def note(self, code: str, value: str, place: str = "") -> None:
        """Notes once more that `value` was seen, at `place` (the key of an entry or the number of a row)."""
        self._places.setdefault((code, value), []).append(place)

    def list_issues(self) -> tuple[Issue, ...]:
        """One issue for each code and value."""
        return (*self._first, *(_issue(code, value, places) for (code, value), places in self._places.items()))


def _issue(code: str, value: str, places: list[str]) -> Issue:
    severity, words = _WORDS[code]
    times = f" ({len(places)} times)" if len(places) > 1 else ""
    named = tuple(place for place in dict.fromkeys(places) if place)
    return Issue(
        code=code,
        message=words.format(value=value, times=times),
        severity=severity,
        evidence=named[:_MAX_EVIDENCE],
    )


def single_issue(code: str, value: str, place: str) -> Issue:
    """The same issue for one party alone."""
    return _issue(code, value, [place])
