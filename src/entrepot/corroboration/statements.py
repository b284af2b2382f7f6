"""Claims as they are compared: what fills their roles, when, where, how many."""

from collections.abc import Mapping
from dataclasses import dataclass

from entrepot.corroboration.fillers import THING_ROLES, Filler, read_filler
from entrepot.corroboration.quantities import Quantity, read_quantities
from entrepot.corroboration.speakers import home_country, read_firm
from entrepot.corroboration.words import country_in, stem_word
from entrepot.model.claim import Claim, Modality, Polarity, Role
from entrepot.model.document import Document
from entrepot.model.interval import Interval
from entrepot.reference.backing import state_behind
from entrepot.reference.gazetteer import find_entries
from entrepot.reference.goods import goods_lemma
from entrepot.reference.territories import territory_actor
from entrepot.reference.tokens import split_words

_COUNTED = THING_ROLES | {"target", "subject", "asset", "facility", "channel"}
_ACTING = {"sanction": "issuer", "enforce": "authority"}
"""Frames in which an authority that publishes its own act need not name itself."""
STATE_KINDS = frozenset({"official", "intelligence"})
"""Kinds of source that speak for a state."""
OWN_FIRM = frozenset(stem_word(word) for word in "company firm business bank group enterprise".split())
_ACTS = {
    "seizure": ("seiz", "confiscat", "impound", "reliev", "recover", "intercept"),
    "arrest": ("arrest", "detain", "detention", "custod"),
    "charge": ("charg", "indict", "prosecut", "sue", "accus"),
    "sentence": ("convict", "sentenc", "jail", "imprison", "fin", "penal", "plead", "pled"),
    "inquiry": ("investigat", "prob", "raid", "search"),
}
"""Kinds of enforcement by how their words begin."""
_EASING = frozenset({"ease", "lift"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """A claim in comparable form.

    `days` is the date as it is compared: what is still going on lasts until the report. `place` is the place's actor id
    or words, `place_text` its name, `land` the ISO code it lies in. `stage` is the stage of an accord or the action of
    a sanction. `act` is the kind of enforcement. `published` is the first day on which the report may have appeared, ""
    where unknown. `speaker` is whom its words are last ascribed to, "" for the publisher's own, `speaker_kind` what
    kind of source that is.
    """

    claim_id: str
    document_id: str
    position: int
    frame: str
    fillers: Mapping[str, tuple[Filler, ...]]
    when: Interval | None
    days: Interval | None
    place: str
    place_text: str
    land: str
    polarity: Polarity
    modality: Modality
    stage: str
    eases: bool
    act: str
    quantities: tuple[Quantity, ...]
    published: str
    speaker: str
    speaker_kind: str

    def of(self, role: str) -> tuple[Filler, ...]:
        """The fillers of a role."""
        return self.fillers.get(role, ())

    def names(self, role: str) -> bool:
        """True where the role is filled with more than words that could mean anybody or anything."""
        return any(not filler.empty for filler in self.of(role))


def describe_claim(claim: Claim, document: Document) -> Statement:
    """The claim as it is compared with others."""
    fillers: dict[str, tuple[Filler, ...]] = {}
    home = home_country(document)
    for role in claim.roles:
        stands_for = read_firm(document, role.actor) if role.actor and role.actor.kind == "person" else ""
        fillers[role.role] = (*fillers.get(role.role, ()), read_filler(role, home, stands_for))
    _name_own_firm(claim, document, fillers)
    _add_acting(claim, fillers)
    _add_place_struck(claim, fillers)
    attributes = dict(claim.attributes)
    return Statement(
        claim_id=claim.id,
        document_id=claim.document_id,
        position=claim.quote.start,
        frame=claim.frame,
        fillers=fillers,
        when=claim.when.interval if claim.when else None,
        days=_days(claim, document),
        place=_place(claim),
        place_text=_place_text(claim),
        land=_land(claim),
        polarity=claim.polarity,
        modality=claim.modality,
        stage=attributes.get("stage", "") or attributes.get("action", ""),
        eases=attributes.get("action", "") in _EASING,
        act=_act(claim),
        quantities=read_quantities(claim.quote.text, _counted(claim)),
        published=document.published.start if document.published else "",
        speaker=speaker_of(claim),
        speaker_kind=claim.sources[-1].kind if claim.sources else "",
    )


def _act(claim: Claim) -> str:
    """What an authority did, by the word that says it: an arrest is no seizure and no sentence; "" where not known."""
    if claim.frame != "enforce":
        return ""
    words = {
        goods_lemma(word.text) for cue in claim.cues if cue.kind == "trigger" for word in split_words(cue.span.text)
    }
    return next((act for act, stems in _ACTS.items() if any(word.startswith(stems) for word in words)), "")


def speaker_of(claim: Claim) -> str:
    """Whom a claim's words are last ascribed to, in one word; a state for its organs; "" for the publisher's own."""
    if len(claim.sources) < 2 or claim.sources[-1].kind == "unnamed":
        return ""
    last = claim.sources[-1]
    state = state_behind(last.actor) if last.actor else country_in(last.name) if last.kind in STATE_KINDS else ""
    return f"state:{state}" if state else last.actor.id if last.actor else last.name.casefold()


def _add_acting(claim: Claim, fillers: dict[str, tuple[Filler, ...]]) -> None:
    """An authority whose own release tells of a measure without naming its issuer is the issuer."""
    role = _ACTING.get(claim.frame)
    if role is None or role in fillers or len(claim.sources) != 1 or claim.sources[0].actor is None:
        return
    state = state_behind(claim.sources[0].actor)
    if state:
        land = territory_actor(state)
        fillers[role] = (Filler(text=land.name, actor=land.id, kind="country", state=state, acts=True),)


def _name_own_firm(claim: Claim, document: Document, fillers: dict[str, tuple[Filler, ...]]) -> None:
    """Her company, in the words of the founder of Lanting Shore, is the one for which she is named."""
    speaker = claim.sources[-1].actor if len(claim.sources) > 1 else None
    firm = read_firm(document, speaker) if speaker is not None and speaker.kind == "person" else ""
    if not firm:
        return
    for role, found in fillers.items():
        if any(filler.words and filler.words <= OWN_FIRM for filler in found):
            named = read_filler(Role(role=role, text=firm.title(), span=None, inferred=True))
            fillers[role] = tuple(named if filler.words <= OWN_FIRM else filler for filler in found)


def _add_place_struck(claim: Claim, fillers: dict[str, tuple[Filler, ...]]) -> None:
    """What is struck "in Olya" is Olya, where the target itself has no name."""
    if claim.frame != "strike" or claim.where is None or claim.where.place is None:
        return
    if not any(filler.names for filler in fillers.get("target", ())):
        place = Role(role="target", text=claim.where.place.name, span=None, actor=claim.where.place, inferred=True)
        fillers["target"] = (*fillers.get("target", ()), read_filler(place))


def _counted(claim: Claim) -> frozenset[str]:
    """The stems of the words for whatever a number in the sentence may count."""
    words: dict[str, None] = {}
    for role in claim.roles:
        if role.role in _COUNTED:
            words |= dict.fromkeys(stem_word(word.text) for word in split_words(role.text))
    return frozenset(words)


def _days(claim: Claim, document: Document) -> Interval | None:
    """The date of a claim; what has gone on "since January" has done so until the report was published."""
    when = claim.when.interval if claim.when else None
    if when is None or when.end is not None or document.published is None:
        return when
    end = document.published.start
    return Interval(start=when.start, end=end, granularity="range") if (when.start or "") <= end else when


def _place(claim: Claim) -> str:
    """The place in one word; a country's capital and the palaces in it are one."""
    if claim.where is None:
        return ""
    form = claim.where.span.text
    seat = next((entry for entry in find_entries(form) if entry.form_kind in ("capital", "seat")), None)
    if seat is not None:
        return f"capital:{seat.iso2}"
    return claim.where.place.id if claim.where.place else form.casefold()


def _place_text(claim: Claim) -> str:
    if claim.where is None:
        return ""
    return claim.where.place.name if claim.where.place else claim.where.span.text


def _land(claim: Claim) -> str:
    """The ISO code of the country in which the place lies, "" where that is not known."""
    if claim.where is None:
        return ""
    form = _place_text(claim)
    return next((entry.iso2 for entry in find_entries(form) if entry.iso2), "")
