"""Bytes to characters: what a file says in whatever encoding it was saved."""

import codecs
import re
from dataclasses import dataclass

from entrepot.errors import UnsupportedInputError
from entrepot.model.issue import Issue

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# UTF-8 read as Windows-1252 or Latin-1 leaves these pairs; no English text has them by chance.
_MOJIBAKE = re.compile("â€|Ã[\u0080-\u00bf‚-™]|Â[\u00a0-\u00bf]|ï»¿|Ð[\u0080-\u00bf]|Ñ[\u0080-\u00bf]|ðŸ")
# Bytes that only Windows-1252 uses in English text: curly quotes, dashes, ellipsis, pound, copyright, degree,
# middle dot and the accented letters of Western names.
_WESTERN = frozenset(
    b"\x80\x82\x84\x85\x91\x92\x93\x94\x95\x96\x97\x99\xa0\xa3\xa7\xa9\xab\xae\xb0\xb7\xbb\xbd"
) | frozenset(range(0xC0, 0x100))
_STRANGE = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_SAMPLE_BYTES = 200_000
_MAX_CONTROL_SHARE = 0.02


@dataclass(frozen=True, slots=True, kw_only=True)
class Decoded:
    """The characters of a file, the encoding they were read in, and what had to be guessed or repaired."""

    text: str
    encoding: str
    issues: tuple[Issue, ...] = ()


def decode_bytes(path: str, raw: bytes, charset: str = "") -> Decoded:
    """The text of `raw`, read in the encoding of its byte-order mark, else UTF-8, else `charset`, else a guess.

    Raises:
        UnsupportedInputError: these are not the bytes of a text.
    """
    decoded = _decode(path, raw, charset)
    if _is_binary(decoded.text):
        raise _binary_error(path)
    return _repair(decoded)


def _decode(path: str, raw: bytes, charset: str) -> Decoded:
    for mark, name in _BOMS:
        if raw.startswith(mark):
            return _forgiving(raw[len(mark) :], name)
    wide = _wide_encoding(raw)
    if wide:
        return _forgiving(raw, wide)
    for name in ("utf-8", charset):
        text = _strict(raw, name)
        if text is not None:
            return Decoded(text=text, encoding=name)
    if _is_binary(raw[:_SAMPLE_BYTES].decode("latin-1")):
        raise _binary_error(path)
    return _guess(raw)


def _binary_error(path: str) -> UnsupportedInputError:
    return UnsupportedInputError(
        f"{path} is not a text: it holds binary data that no reader takes. "
        "Save it as text, HTML, PDF or DOCX and read that."
    )


def _strict(raw: bytes, name: str) -> str | None:
    try:
        return raw.decode(name) if name else None
    except (UnicodeDecodeError, LookupError):
        return None


def _wide_encoding(raw: bytes) -> str:
    """UTF-16 without a mark: every second byte of an English text is then NUL."""
    head = raw[:2000]
    if len(head) < 8 or head.count(0) < len(head) * 0.3:
        return ""
    even, odd = head[::2].count(0), head[1::2].count(0)
    if odd > 9 * max(even, 1):
        return "utf-16-le"
    return "utf-16-be" if even > 9 * max(odd, 1) else ""


def _forgiving(raw: bytes, name: str) -> Decoded:
    text = raw.decode(name, errors="replace")
    damaged = text.count("\ufffd")
    if not damaged:
        return Decoded(text=text, encoding=name)
    return Decoded(text=text, encoding=name, issues=(_damage_issue(damaged, name),))


def _damage_issue(damaged: int, name: str) -> Issue:
    message = (
        f"{damaged} byte sequence{'s' if damaged > 1 else ''} could not be read as {name} and stand as replacement "
        "characters; the file may be cut off or damaged: fetch it again if you can."
    )
    return Issue(code="encoding_damaged", message=message)


def _guess(raw: bytes) -> Decoded:
    high = bytes(byte for byte in raw[:_SAMPLE_BYTES] if byte >= 0x80)
    lenient = raw.decode("utf-8", errors="replace")
    # Mostly sound UTF-8 with a few broken sequences is a damaged UTF-8 file, not another encoding.
    sound = sum(1 for character in lenient[:_SAMPLE_BYTES] if character > "\x7f" and character != "\ufffd")
    broken = lenient.count("\ufffd")
    if (broken and sound > 9 * broken) or (broken == 1 and lenient.endswith("\ufffd")):
        return Decoded(text=lenient, encoding="utf-8", issues=(_damage_issue(broken, "utf-8"),))
    name = "cp1252" if high and set(high) <= _WESTERN else _detected(raw)
    text = raw.decode(name, errors="replace")
    message = (
        f"The file does not say how its letters are encoded; it was read as {name}. If names look wrong, "
        f"save it as UTF-8."
    )
    return Decoded(text=text, encoding=name, issues=(Issue(code="encoding_guessed", message=message),))


def _detected(raw: bytes) -> str:
    from charset_normalizer import from_bytes

    best = from_bytes(raw[:_SAMPLE_BYTES]).best()
    return best.encoding if best is not None else "cp1252"


def _is_binary(text: str) -> bool:
    sample = text[:_SAMPLE_BYTES]
    strange = len(_STRANGE.findall(sample))
    return strange > 8 and strange > len(sample) * _MAX_CONTROL_SHARE


def _repair(decoded: Decoded) -> Decoded:
    if not _MOJIBAKE.search(decoded.text):
        return decoded
    from ftfy import fix_encoding
    from ftfy.badness import badness

    repaired = fix_encoding(decoded.text)
    if repaired == decoded.text or badness(repaired) >= badness(decoded.text):
        return decoded
    message = (
        "The file was saved in a wrong encoding (such as â€™ for an apostrophe); the letters were repaired, and "
        "offsets count the repaired text."
    )
    issue = Issue(code="encoding_repaired", message=message, severity="note")
    return Decoded(text=repaired, encoding=decoded.encoding, issues=(*decoded.issues, issue))
