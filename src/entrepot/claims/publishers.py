"""Who published a document: the first link of every chain, and the names by which it speaks of itself."""

from dataclasses import replace

from entrepot.model.claim import Source, SourceKind
from entrepot.model.document import Document
from entrepot.reference.gazetteer import find_entries

PUBLIC_WORDS = frozenset(
    "ministry service office department committee commission council court agency authority police government "
    "treasury parliament bank".split()
)


def publisher_source(document: Document) -> Source:
    """The first link of every chain: whoever published the document, or the file where nobody is known."""
    name = document.publisher or document.path
    entries = find_entries(name)
    entry = entries[0] if entries else None
    kind: SourceKind = (entry.source_kind if entry and entry.source_kind else None) or (
        "official" if entry and entry.form_kind in ("ministry", "service") else "outlet"
    )
    # The actor bears the name that the publisher gives itself, which may differ from the usual one ("of Czechia").
    return Source(name=name, kind=kind, actor=replace(entry.actor, name=name) if entry else None)


def publisher_names(document: Document) -> frozenset[str]:
    """The forms in which the publisher names itself: in full, without an article, by its last word ("the Monitor")."""
    name = document.publisher
    forms = {fold(name)}
    words = name.removeprefix("The ").split()
    if len(words) > 1 and words[-1].lower() not in ("news", "agency", "press", "post", "times"):
        forms.add(fold(words[-1]))
    if len(words) > 2:
        forms.add(fold(" ".join(words[-2:])))
    if words and words[0].lower() in PUBLIC_WORDS:
        forms.add(fold(words[0]))  # a ministry speaks of itself as "the Ministry"
    acronym = "".join(word[0] for word in words if word[0].isupper())
    if len(acronym) > 2:
        forms.add(fold(acronym))
    return frozenset(form for form in forms if form)


def fold(name: str) -> str:
    """A name without article and capitals."""
    return name.casefold().removeprefix("the ").strip()
