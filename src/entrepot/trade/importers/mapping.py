"""Mapping files: what the columns of a national table mean, in TOML, with explicit units."""

import codecs
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from entrepot.errors import CallError
from entrepot.trade.importers.interface import no_fields
from entrepot.trade.importers.units import Unit, read_value_unit, read_weight_unit
from entrepot.trade.territory_codes import GROUP, SCHEMES, SECRET, resolve_territory, territory_targets

_SECTIONS = {
    "": {
        *("dataset", "encoding", "delimiter", "decimal", "thousands", "missing", "sheet", "header_line"),
        *("nomenclature", "edition", "valuation", "attribution", "frequency", "territories", "series", "left_out"),
        *("reporter", "partner", "flow", "code", "period", "value", "weight", "quantity", "split", "suppressed"),
    },
    "reporter": {"column", "constant", "scheme"},
    "partner": {"column", "constant", "scheme"},
    "flow": {"column", "constant", "words"},
    "code": {"column", "constant", "digits"},
    "period": {"column", "constant", "format", "year", "month", "columns"},
    "value": {"column", "unit", "unit_column"},
    "weight": {"column", "unit"},
    "quantity": {"column", "unit", "unit_column"},
    "split": {"columns", "totals"},
    "suppressed": {"column", "words"},
    "edition": {"column", "years"},
}
FLOWS = ("import", "export", "re-export", "re-import")


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """A column of values that are all of one flow, in a table with a column a flow."""

    column: str
    flow: str
    attribution: str = ""
    valuation: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FlowMapping:
    """What the columns of a table mean; sections as the TOML file has them, checked."""

    path: str
    dataset: str
    parts: Mapping[str, Any]
    unit: Unit | None
    weight_unit: Unit | None
    series: tuple[Series, ...] = ()
    territories: Mapping[str, str] = field(default_factory=no_fields)

    def section(self, name: str) -> Mapping[str, Any]:
        """A section; empty where the file has none."""
        found: Mapping[str, Any] = self.parts.get(name, {})
        return found

    def text(self, name: str, default: str = "") -> str:
        """A value outside of any section."""
        return str(self.parts.get(name, default))


def read_flow_mapping(path: Path) -> FlowMapping:
    """The mapping in a TOML file.

    Raises:
        CallError: it cannot be read, has an unknown word, or lacks something; the message says what.
    """
    try:
        parts = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        raise CallError(f"{path}: the mapping could not be read ({error}); check the path.") from error
    except tomllib.TOMLDecodeError as error:
        raise CallError(f"{path}: the mapping is no TOML ({error}); correct it there.") from error
    return check_mapping(parts, str(path))


def check_mapping(parts: Mapping[str, Any], path: str) -> FlowMapping:
    """The mapping, once every word of it is known and nothing is missing.

    Raises:
        CallError: as above.
    """
    for name, words in _SECTIONS.items():
        given = parts if not name else parts.get(name)
        if isinstance(given, Mapping):
            _check_words(path, name, given, words)
        elif given is not None and name != "edition":
            raise CallError(f"{path}: {name} must be a section, [{name}]; see the how-to on importing trade records.")
    series = tuple(_series(path, one) for one in parts.get("series", []))
    _check_needed(path, parts, series)
    _check_lists(path, parts)
    _check_plain(path, parts)
    return FlowMapping(
        path=path,
        dataset=str(parts["dataset"]),
        parts=parts,
        unit=_value_unit(path, parts.get("value", {})),
        weight_unit=_weight_unit(path, parts.get("weight")),
        series=series,
        territories={str(key): str(value) for key, value in parts.get("territories", {}).items()},
    )


def _check_words(path: str, section: str, given: Mapping[str, Any], known: set[str]) -> None:
    unknown = sorted(set(given) - known)
    if unknown:
        where = f"[{section}]" if section else "the mapping"
        raise CallError(
            f"{path}: {where} has {', '.join(unknown)}, which means nothing; known: {', '.join(sorted(known))}."
        )


def _check_needed(path: str, parts: Mapping[str, Any], series: tuple[Series, ...]) -> None:
    if not re.fullmatch(r"[a-z0-9][a-z0-9_.-]*", str(parts.get("dataset", ""))):
        raise CallError(f'{path}: say what collection this is: dataset = "armstat" (small letters and digits).')
    for name in ("reporter", "partner", "code"):
        if not {"column", "constant"} & set(parts.get(name, {})):
            raise CallError(f'{path}: [{name}] needs a column or a constant; for all goods, [code] constant = "TOTAL".')
    if not series and not {"column", "constant"} & set(parts.get("flow", {})):
        raise CallError(f"{path}: [flow] needs a column or a constant; a table with a column a flow has [[series]].")
    if not set(parts.get("period", {})) & {"column", "constant", "year", "columns"}:
        raise CallError(
            f"{path}: [period] needs a column, a constant, year and month, or columns (a pattern of headers)."
        )
    value = parts.get("value", {})
    if not series and "columns" not in parts["period"] and "column" not in value:
        raise CallError(f"{path}: [value] needs the column of the values.")
    for name in ("reporter", "partner"):
        if parts[name].get("scheme", "any") not in SCHEMES:
            raise CallError(f"{path}: [{name}] scheme must be one of {', '.join(SCHEMES)}.")
    _check_encoding(path, str(parts.get("encoding", "")))
    wrong = set(parts.get("flow", {}).get("words", {}).values()) - set(FLOWS)
    if wrong:
        raise CallError(f"{path}: [flow.words] must lead to {', '.join(FLOWS)}, not to {', '.join(sorted(wrong))}.")


_MARKS: Mapping[str, str] = {
    "header_line": r"[1-9]\d{0,5}",
    "delimiter": r"[^\w\"\r\n]?",
    "decimal": "[.,]",
    "thousands": r"[^\w\r\n-]*",
    "frequency": "|[MQAmqa]",
}
_SITES = {"valuation": ("", "FOB", "CIF"), "attribution": ("", "origin", "consignment", "destination")}


def _check_plain(path: str, parts: Mapping[str, Any]) -> None:
    """Values outside of sections, and the few in them that are numbers or patterns, are such."""
    for name, form in _MARKS.items():
        if name in parts and not re.fullmatch(form, str(parts[name])):
            raise CallError(f"{path}: {name} = {parts[name]!r} is none; see the how-to on importing trade records.")
    if str(parts.get("decimal", ".")) in str(parts.get("thousands", "")):
        raise CallError(f"{path}: one mark cannot part thousands and decimals both; say decimal and thousands.")
    for name, known in _SITES.items():
        given = parts.get(name, "")
        wrong = set(map(str, given.values() if isinstance(given, Mapping) else [given])) - set(known)
        if wrong:
            raise CallError(f"{path}: {name} must be one of {', '.join(known[1:])}, not {', '.join(sorted(wrong))}.")
    digits = parts["code"].get("digits", 6)
    if not isinstance(digits, int) or not 2 <= digits <= 14:
        raise CallError(f"{path}: [code] digits must be a number from 2 to 14, as digits = 10.")
    form = str(parts["period"].get("format", "excel"))
    if form != "excel" and not re.fullmatch(r"([^%]|%-?[dmybBYjHMSp%])*%-?[yY]([^%]|%-?[dmybBYjHMSp%])*", form):
        raise CallError(f'{path}: [period] format must be as "%d.%m.%Y", "%b-%y" or "excel".')
    targets = {*territory_targets(), GROUP, SECRET}
    named = [str(name) for name in parts.get("territories", {}).values()]
    unknown = [name for name in named if name not in targets and resolve_territory(name) is None]
    if unknown:
        raise CallError(f"{path}: [territories] leads to {', '.join(unknown)}, which is none; say an ISO code or _X.")
    try:
        re.compile(str(parts.get("period", {}).get("columns", "")))
    except re.error as error:
        raise CallError(f"{path}: [period] columns is no pattern ({error}); correct it.") from error


def _check_lists(path: str, parts: Mapping[str, Any]) -> None:
    """Lists are lists, and each [[left_out]] has a column and values."""
    rows = parts.get("left_out", [])
    whole = isinstance(rows, list) and all(
        isinstance(one, Mapping) and {"column", "values"} <= set(one) for one in rows
    )
    if not whole:
        raise CallError(f'{path}: each [[left_out]] needs a column and values, as values = ["Total"].')
    split, held = parts.get("split", {}), parts.get("suppressed", {})
    lists = {"missing": parts.get("missing", []), "[split] columns": split.get("columns", [])}
    lists |= {"[suppressed] words": held.get("words", [])}
    lists |= {f"[[left_out]] values of {one['column']}": one["values"] for one in rows}
    wrong = [name for name, given in lists.items() if not isinstance(given, list)]
    if wrong:
        raise CallError(f'{path}: {", ".join(wrong)} must be a list, as ["n.a."].')
    for name, given in (("[territories]", parts.get("territories", {})), ("[split] totals", split.get("totals", {}))):
        if not isinstance(given, Mapping):
            raise CallError(f"{path}: {name} must be a section of words and what they mean.")
    if held and not {"column", "words"} <= set(held):
        raise CallError(f"{path}: [suppressed] needs a column and words.")


def _check_encoding(path: str, encoding: str) -> None:
    if encoding:
        try:
            "".encode(encoding)
            codecs.getincrementaldecoder(encoding)("replace").decode(b"a")
        except (LookupError, UnicodeError) as error:
            raise CallError(
                f"{path}: there is no encoding {encoding!r}; say utf-8, latin-1, cp1251 or another."
            ) from error


def _series(path: str, one: Mapping[str, Any]) -> Series:
    _check_words(path, "series", one, {"column", "flow", "attribution", "valuation"})
    if "column" not in one or one.get("flow") not in FLOWS:
        raise CallError(f"{path}: each [[series]] needs a column and a flow, one of {', '.join(FLOWS)}.")
    return Series(**{key: str(value) for key, value in one.items()})


def _value_unit(path: str, section: Mapping[str, Any]) -> Unit | None:
    if "unit_column" in section:
        return None
    found = read_value_unit(str(section.get("unit", "")))
    if found is None:
        raise CallError(f'{path}: [value] needs its unit with the currency, for example unit = "thousand USD".')
    return found


def _weight_unit(path: str, section: Mapping[str, Any] | None) -> Unit | None:
    if section is None:
        return None
    found = read_weight_unit(str(section.get("unit", "")))
    if found is None or "column" not in section:
        raise CallError(f'{path}: [weight] needs a column and its unit, for example unit = "tonnes".')
    return found
