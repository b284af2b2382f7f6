"""Records of the model as JSON text, and back, exactly."""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from functools import cache
from types import NoneType, UnionType
from typing import Any, Literal, TypeVar, Union, cast, get_args, get_origin, get_type_hints

Decode = Callable[[Any], Any]
T = TypeVar("T")


def encode_json(value: object) -> str:
    """The value as compact JSON; the same value always gives the same text."""
    return json.dumps(value, default=_plain, ensure_ascii=False, separators=(",", ":"))


def encode_optional(value: object | None) -> str | None:
    """The value as JSON, or None where there is none."""
    return None if value is None else encode_json(value)


def decode_json(kind: Any, text: str) -> Any:
    """The value of this type that `encode_json` wrote; fields that were not yet known then get their defaults."""
    return _decoder(kind)(json.loads(text))


def decode_optional(kind: Any, text: str | None) -> Any:
    """The value of this type, or None where nothing was stored."""
    return None if text is None else decode_json(kind, text)


def _plain(value: object) -> Any:
    """A record as a mapping of its fields, one level deep: the encoder comes back for what is inside."""
    if isinstance(value, frozenset):
        return sorted(value)
    if isinstance(value, bytes):
        return value.hex()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Sequence):
        return list(value)
    if not is_dataclass(value) or isinstance(value, type):
        raise TypeError(f"{type(value).__name__} is not a record of the model and cannot be kept in a case file")
    return {field.name: getattr(value, field.name) for field in fields(value)}


@cache
def _decoder(kind: Any) -> Decode:
    """The function that makes a value of this type out of plain JSON; made once a type."""
    origin, arguments = get_origin(kind), get_args(kind)
    if is_dataclass(kind) and isinstance(kind, type):
        return _record_decoder(kind)
    if origin is tuple:
        return _tuple_decoder(arguments)
    if origin is Sequence:
        return _tuple_decoder((*arguments, Ellipsis))
    if origin in (Union, UnionType):
        return _optional_decoder(arguments)
    if origin is frozenset:
        return frozenset
    if origin is Mapping:
        return _mapping_decoder(_decoder(arguments[1]))
    if kind is bytes:
        return bytes.fromhex
    if kind in (date, datetime):
        return cast(Decode, kind.fromisoformat)
    if kind in (str, int, bool, float, object) or origin is Literal:
        return _as_it_is
    raise TypeError(f"a field of type {kind} cannot be kept in a case file")


def _as_it_is(plain: Any) -> Any:
    """JSON's own scalars need no change."""
    return plain


def _record_decoder(kind: Callable[..., Any]) -> Decode:
    decoders = {name: _decoder(hint) for name, hint in get_type_hints(kind).items()}

    def decode(plain: dict[str, Any]) -> Any:
        return kind(**{name: decoders[name](value) for name, value in plain.items() if name in decoders})

    return decode


def _tuple_decoder(arguments: tuple[Any, ...]) -> Decode:
    if len(arguments) == 2 and arguments[1] is Ellipsis:
        inner = _decoder(arguments[0])
        return lambda plain: tuple(inner(value) for value in plain)
    decoders = [_decoder(argument) for argument in arguments]
    return lambda plain: tuple(decode(value) for decode, value in zip(decoders, plain, strict=True))


def _mapping_decoder(inner: Decode) -> Decode:
    return lambda plain: {name: inner(value) for name, value in plain.items()}


def _optional_decoder(arguments: tuple[Any, ...]) -> Decode:
    inner = [argument for argument in arguments if argument is not NoneType]
    if len(inner) != 1:
        raise TypeError(f"a field of several types cannot be kept in a case file: {arguments}")
    decode = _decoder(inner[0])
    return lambda plain: None if plain is None else decode(plain)
