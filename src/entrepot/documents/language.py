"""Which language a text is in."""

import re

_WORD = re.compile(r"[^\W\d_]+")
# The commonest words of English prose that no neighbouring language shares ("a", "in", "was" are not among them). They
# are more than an eighth of the words of nearly any English report, so that the model need not be loaded for it.
_LIST_OF_ENGLISH = """
the of and to that for with it said has from at are have not its which their his but had were will they this been would
also after than she her our more when there by into about its them could other between should while under during
against because these those where being through before since
"""
_ENGLISH = frozenset(_LIST_OF_ENGLISH.split())
_SURE_SHARE = 0.13
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
