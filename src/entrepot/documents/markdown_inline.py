"""Markdown inside a line: links as their words, emphasis without its marks, note marks gone."""

import html
import re

_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_PROTECTED = "\ue000"
_IMAGE = re.compile(r"!\[([^\[\]]{0,500})\](?:\([^()\s]{0,2000}(?:\s+\"[^\"]{0,300}\")?\)|\[[^\[\]]{0,200}\])")
_LINK = re.compile(
    r"\[((?:[^\[\]]|\[[^\[\]]{0,300}\]){1,1000})\]\((?:<[^<>]{0,2000}>|(?:[^()\s]"
    r"|\([^()\s]{0,500}\)){0,2000})(?:\s+[\"'][^\"']{0,300}[\"'])?\)"
)
_REFERENCE = re.compile(r"\[([^\[\]]{1,500})\]\[[^\[\]]{0,200}\]")
_NOTE_MARK = re.compile(r"\[\^[^\[\]\s]{1,50}\]")
_AUTOLINK = re.compile(r"<(https?://[^<>\s]{1,2000}|[^<>\s@]{1,100}@[^<>\s]{1,200})>")
_CODE = re.compile(r"(`+)(?!`)([^`]{1,2000})\1(?!`)")
_STRONG = re.compile(
    r"(\*\*\*|\*\*|___|__|~~)(?=\S)([^*_~]{1,2000}?(?:[*_][^*_]{1,1000}?[*_][^*_]{0,1000}?)?)(?<=\S)\1"
)
_EMPHASIS = re.compile(
    r"(?<![\w*])\*(?=[^\s*])([^*]{1,2000}?)(?<=[^\s*])\*(?![\w*])"
    r"|(?<![\w_])_(?=[^\s_])([^_]{1,2000}?)(?<=[^\s_])_(?![\w_])"
)
_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,500}>")


def render_inline(line: str) -> str:
    """The words of `line` as a reader of the rendered page sees them."""
    kept: list[str] = []

    def protect(match: re.Match[str]) -> str:
        kept.append(match[1])
        return _PROTECTED

    line = _ESCAPED.sub(protect, line.replace(_PROTECTED, ""))
    line = _NOTE_MARK.sub("", _IMAGE.sub("", line))
    line = _REFERENCE.sub(r"\1", _LINK.sub(r"\1", line))
    line = _AUTOLINK.sub(r"\1", _CODE.sub(r"\2", line))
    line = _STRONG.sub(r"\2", line)
    line = _EMPHASIS.sub(lambda match: match[1] or match[2] or "", line)
    line = html.unescape(_TAG.sub("", line))
    parts = line.split(_PROTECTED)
    if len(parts) - 1 == len(kept):
        line = "".join(part + mark for part, mark in zip(parts, [*kept, ""], strict=True))
    return re.sub(r"[ \t]+", " ", line).strip()
