"""Which language a text is in."""

import re

_WORD = re.compile(r"[^\W\d_]+")
# The commonest words of English prose. A fifth of the words of any English report are among them; no other language
# comes near, so that the statistical model need not be loaded for plain English.
_LIST_OF_ENGLISH = """
the of and to in a that is was for on with as by it he said has from at are have be not its which their his
but had were will they this an or who been would also after than she her we i you our all more when there
"""
_ENGLISH = frozenset(_LIST_OF_ENGLISH.split())
_SURE_SHARE = 0.2
_MIN_WORDS = 8
_MIN_LETTERS = 40


def name_language(sample: str) -> str:
    """The ISO 639-1 code of the language of `sample`, or an empty string where there is too little of it."""
    words = [word.lower() for word in _WORD.findall(sample)]
    if sum(len(word) for word in words) < _MIN_LETTERS:
        return ""
    common = sum(1 for word in words if word in _ENGLISH)
    if len(words) >= _MIN_WORDS and common >= _SURE_SHARE * len(words):
        return "en"
    from py3langid.langid import classify

    language = str(classify(sample)[0])  # type: ignore[no-untyped-call]
    # Names and numbers lead the model astray in short lines; a tenth of English words outweighs it there.
    return "en" if common >= _SURE_SHARE / 2 * len(words) and len(words) < 60 else language
