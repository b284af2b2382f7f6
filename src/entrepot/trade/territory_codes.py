"""Territories as statistics offices write them, as the flow table holds them."""

import re
import unicodedata
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Literal

from rigour.territories import get_territories, lookup_territory

from entrepot.model.flow import UNSPECIFIED
from entrepot.reference.tables import load_table

Scheme = Literal["any", "m49", "comtrade", "comext", "geonom", "iso2", "iso3", "name"]
SCHEMES: tuple[Scheme, ...] = ("any", "m49", "comtrade", "comext", "geonom", "iso2", "iso3", "name")

GROUP = "*"
"""Stands for a group of territories: its flows are the sum of others and are left out."""
SECRET = "_S"  # noqa: S105 - no password
"""Stands for a partner that is withheld: `UNSPECIFIED` in the flow table, marked as suppressed."""

_EARLIER = MappingProxyType({"CSXX": "CSXX", "CSHH": "CSHH", "YUCS": "YUCS", "SUHH": "SU"})
"""Territories of the past keep the four-letter code of ISO 3166-3 where the two letters mean several of them."""


def fold_name(name: str) -> str:
    """The name without case, accents, punctuation and articles, so that spellings of one name are equal."""
    plain = unicodedata.normalize("NFKD", name).casefold().replace("&", " and ")
    letters = "".join(one for one in plain if not unicodedata.combining(one))
    return " ".join(re.sub(r"[^\w]+", " ", letters).removeprefix("the ").split())


@cache
def scheme_codes(scheme: Scheme) -> Mapping[str, str]:
    """Every code of a scheme with the territory it stands for: a code of the flow table, `GROUP` or `SECRET`.

    Numbers are without leading zeros but for `geonom`, whose codes have three or four digits. "any" and "name" have no
    end; see `resolve_territory`.
    """
    if scheme == "iso2":
        return MappingProxyType({**_iso2(), **_rows("sdmx")})
    if scheme == "iso3":
        return MappingProxyType({**_iso3(), **_rows("sdmx")})
    if scheme == "comtrade":
        return MappingProxyType({**_rows("m49"), **_rows("comtrade")})
    if scheme == "geonom":
        # Reporters have three digits, partners four in some files.
        return MappingProxyType(
            {**_rows(scheme), **{f"0{code}": to for code, to in _rows(scheme).items() if len(code) == 3}}
        )
    if scheme == "comext":
        return MappingProxyType({**_iso2(), **_rows("comext")})
    if scheme == "any":
        return MappingProxyType({**scheme_codes("comtrade"), **scheme_codes("iso3"), **scheme_codes("iso2")})
    return MappingProxyType(_rows(scheme))


@cache
def territory_targets() -> tuple[str, ...]:
    """Every code that a territory can have in the flow table, sorted."""
    targets = {row["target"] for row in load_table("trade_territories").rows if row["target"]}
    return tuple(sorted({*targets, *_iso2(), *_iso3().values(), "W", "EU", UNSPECIFIED}))


def resolve_territory(given: str, scheme: Scheme = "any") -> str | None:
    """The territory that a label stands for: a code of the flow table, `GROUP` or `SECRET`; None where unknown.

    A label may be a code with its name behind a colon or in brackets ("AT: Austria", "Austria [AT]").
    """
    text = " ".join(given.split())
    for part in (text, *_parts(text)):
        found = _resolve(part, scheme)
        if found is not None:
            return found
    return None


def _resolve(text: str, scheme: Scheme) -> str | None:
    codes = scheme_codes(scheme)
    found = codes.get(text) or codes.get(text.upper()) if scheme != "name" else None
    if found is None and scheme != "geonom" and text.isdecimal():
        found = codes.get(str(int(text)))
    if found is None and scheme in ("any", "name"):
        found = _by_name(text)
    return found


def _parts(text: str) -> list[str]:
    """The code and the name in "AT: Austria", "Austria [AT]", "Austria (AT)"; the name before a bracket."""
    coded = re.fullmatch(r"([A-Z0-9_]{1,14})\s*[:–-]\s*(.+)|(.+?)\s*\[([A-Z0-9_]{1,14})\]", text)
    found = [part for part in coded.groups() if part] if coded else []
    found.sort(key=lambda part: not re.fullmatch(r"[A-Z0-9_]+", part))
    bracket = re.fullmatch(r"([^(\[]+?)\s*[(\[]([^)\]]+)[)\]]\W*", text)
    if bracket:
        # "China (Taiwan)" is not China and "Sudan (South)" not Sudan; "Korea (...)" alone is neither of the two.
        found += [f"{bracket[2]} {bracket[1]}", f"{bracket[1]} {bracket[2]}"]
        if fold_name(bracket[1]) in _DIVIDED:
            return found
        found += [bracket[2]] if fold_name(bracket[1]) in _CHINA else []
    before = re.split(r"\s*[(\[]", text, maxsplit=1)[0]
    return [*found, *([before] if before not in ("", text) else [])]


_DIVIDED = ("korea", "корея", "congo", "конго", "sudan", "guinea", "virgin islands")
"""Names that two territories share, so that what stands in brackets decides."""
_CHINA = tuple(map(fold_name, ("China", "Китай", "Кина", "Çin", "中国")))


@cache
def _by_name(name: str) -> str | None:
    folded = fold_name(name)
    found = _rows("name").get(folded) or _territory_names().get(folded)
    if found is None and len(name) > 3:
        territory = lookup_territory(name)
        if territory is not None and not territory.is_historical and re.fullmatch("[a-z]{2}", territory.code):
            found = territory.code.upper()
    return found


@cache
def _territory_names() -> Mapping[str, str]:
    names = {
        fold_name(name): one.code.upper()
        for one in get_territories()
        if re.fullmatch("[a-z]{2}", one.code) and one.alpha3 and not one.is_historical
        for name in (one.full_name, one.name)
    }
    rows = load_table("territory_names").rows
    return names | {fold_name(row["form"]): row["iso2"] for row in rows if row["kind"] == "name" and not row["weak"]}


@cache
def _iso2() -> dict[str, str]:
    return {
        one.code.upper(): one.code.upper()
        for one in get_territories()
        if re.fullmatch("[a-z]{2}", one.code) and one.alpha3 and not one.is_historical
    }


@cache
def _iso3() -> dict[str, str]:
    return {one.alpha3.upper(): code for one in get_territories() if one.alpha3 and (code := _code(one.code))}


def _code(code: str) -> str | None:
    upper = code.upper()
    return _EARLIER.get(upper) or (upper if re.fullmatch("[A-Z]{2}", upper) else None)


@cache
def _rows(scheme: str) -> dict[str, str]:
    rows = load_table("trade_territories").rows
    return {row["code"]: _target(row["kind"], row["target"]) for row in rows if row["scheme"] == scheme}


def _target(kind: str, target: str) -> str:
    return {"group": GROUP, "secret": SECRET, "unspecified": UNSPECIFIED}.get(kind, target)
