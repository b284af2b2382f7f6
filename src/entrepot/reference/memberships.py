"""Was this state a member of that organisation then? Findings only where a row says otherwise."""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from entrepot.model.actor import Actor
from entrepot.model.interval import Interval
from entrepot.reference.organisations import named_organisations, organisation_actor
from entrepot.reference.tables import Row, load_table
from entrepot.reference.terms import first_day, last_day
from entrepot.reference.territories import territory_name
from entrepot.reference.tokens import fold_word

WHOLE = frozenset({"CSTO", "EAEU", "EU", "G7", "NATO", "SCO"})
"""Bodies whose every full member has a row (6, 5, 27, 7, 32 and 10 in autumn 2026): who has none is no member."""
WHOLE_SINCE = "2010-01-01"
"""Before, a former member without a row is conceivable."""
_LEEWAY = timedelta(days=10)
"""Days around a change of status in which either status may be printed."""
_LESSER = frozenset({"observer", "partner", "associate"})
"""Statuses short of membership. Reports mix them up, so one is never held against another."""
_MEMBER = re.compile(
    r"\b(?:full |founding |permanent |newest |new )*members?(?:hip)?\b|\bmember[- ]states?\b", re.IGNORECASE
)
_LESSER_WORDS = re.compile(
    r"\b(?:observers?|partners?|dialogue partners?|associates?|associate members?)\b", re.IGNORECASE
)
_NOT_YET = re.compile(
    r"\b(?:candidate|applicant|aspiring|prospective|future|former|ex|non|would-be|potential)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Membership:
    """One row of the table: the status of a state in an organisation from `start` to `end` (None while it lasts)."""

    organisation: Actor
    iso2: str
    status: str
    start: str
    end: str | None
    evidence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MembershipFinding:
    """A state was given a status in an organisation that it did not have then.

    `known` are the rows that hold on the date, or the ended ones if none does; `message` is one sentence.
    """

    iso2: str
    organisation: Actor
    given_status: str
    given: Interval
    known: tuple[Membership, ...]
    evidence: tuple[str, ...]
    message: str


@cache
def _forms_by_key() -> dict[str, tuple[str, ...]]:
    keys = {row["organisation"] for row in load_table("organisations").rows}
    forms: dict[str, list[str]] = {key: [key] for key in keys}
    for named in named_organisations():
        key = named.entry.actor.id.removeprefix("organisation:").upper()
        if key in forms and named.form not in forms[key] and named.entry.form_kind != "capital":
            forms[key].append(named.form)
    return {key: tuple(found) for key, found in forms.items()}


@cache
def _names() -> dict[str, str]:
    return {row["id"].upper(): row["name"] for row in load_table("organisation_names").rows}


def list_organisations() -> tuple[str, ...]:
    """The keys of the organisations whose members the table holds, sorted."""
    return tuple(sorted(_forms_by_key()))


def organisation_forms(organisation: str) -> tuple[str, ...]:
    """Every form of an organisation in the table ("EAEU", "Eurasian Economic Union"); empty for unknown ones."""
    key = read_organisation(organisation)
    return _forms_by_key()[key] if key else ()


def read_organisation(organisation: str) -> str | None:
    """The table's key for a name, an abbreviation or an actor id; None for organisations that it does not hold."""
    wanted = organisation.removeprefix("organisation:").strip()
    wanted = re.sub(r"^the\s+", "", wanted, flags=re.IGNORECASE)
    folded = fold_word(" ".join(wanted.split())).lower()
    for key, forms in _forms_by_key().items():
        if folded == key.lower() or any(fold_word(form).lower() == folded for form in forms):
            return key
    return None


def read_status(phrase: str) -> str | None:
    """`member` or `observer` (for everything short of membership); None where a phrase gives no present status."""
    if _NOT_YET.search(phrase):
        return None
    if _LESSER_WORDS.search(phrase):
        return "observer"
    return "member" if _MEMBER.search(phrase) else None


@cache
def _memberships(key: str) -> tuple[Membership, ...]:
    actor = organisation_actor(key.lower(), _names().get(key, key))
    return tuple(_membership(row, actor) for row in load_table("organisations").rows if row["organisation"] == key)


def _membership(row: Row, actor: Actor) -> Membership:
    return Membership(
        organisation=actor,
        iso2=row["iso2"],
        status=row["status"],
        start=first_day(row["start"]),
        end=last_day(row["end"]) if row["end"] else None,
        evidence=f"organisations/{row['id']}: {row['iso2']} {row['status']} of {row['organisation']}, "
        f"{row['start']} to {row['end'] or 'open'}",
    )


def memberships_of(iso2: str, organisation: str, day: str) -> tuple[Membership, ...]:
    """The rows that hold for that state in that organisation on that ISO day."""
    key = read_organisation(organisation)
    rows = _memberships(key) if key else ()
    return tuple(row for row in rows if row.iso2 == iso2 and row.start <= day <= (row.end or "9999"))


def members_of(organisation: str, day: str) -> tuple[str, ...]:
    """The ISO codes of all full members on that ISO day, sorted; empty for organisations not in the table."""
    key = read_organisation(organisation)
    rows = _memberships(key) if key else ()
    return tuple(sorted(row.iso2 for row in rows if row.status == "member" and row.start <= day <= (row.end or "9999")))


def check_membership(
    iso2: str, organisation: str | Actor, status: str, when: Interval | str | None
) -> MembershipFinding | None:
    """A finding where a row of the table gives that state another status then; None where it fits or none speaks.

    `status` is a word or phrase ("member", "full member", "observer"); `when` an interval or an ISO day. Membership
    is at odds with a row of lesser status on those days, or with a membership that had ended; an observer's status
    only with full membership. A missing row is no negative fact but for the bodies in `WHOLE`.
    """
    key = read_organisation(organisation.id if isinstance(organisation, Actor) else organisation)
    given = _in_days(when)
    claimed = read_status(status)
    if key is None or given is None or claimed is None:
        return None
    rows = tuple(row for row in _memberships(key) if row.iso2 == iso2)
    if not rows and claimed == "member" and key in WHOLE and (given.start or "") >= WHOLE_SINCE:
        return _stranger(iso2, key, given)
    if any(_fits(row, claimed) and _touches(row, given, _LEEWAY) for row in rows):
        return None
    known = tuple(row for row in rows if _covers(row, given)) or _ended(rows, given, claimed)
    if not known or not all(_contradicts(row, claimed) for row in known):
        return None
    return _finding(known, claimed, given)


def _in_days(when: Interval | str | None) -> Interval | None:
    if isinstance(when, str):
        return Interval(start=first_day(when), end=last_day(when), granularity="day")
    if when is None or when.start is None:
        return None
    end = last_day(when.end or when.start)
    return Interval(start=first_day(when.start), end=end, granularity=when.granularity)


def _fits(row: Membership, claimed: str) -> bool:
    return row.status == "member" if claimed == "member" else row.status in _LESSER


def _contradicts(row: Membership, claimed: str) -> bool:
    """A founding, invited or suspended state may be called either; only clear statuses contradict."""
    return row.status in _LESSER | {"member"} and (claimed == "member" or row.status == "member")


def _touches(row: Membership, given: Interval, leeway: timedelta) -> bool:
    start = (date.fromisoformat(row.start) - leeway).isoformat()
    end = (date.fromisoformat(row.end) + leeway).isoformat() if row.end else "9999"
    return start <= (given.end or "") and (given.start or "") <= end


def _covers(row: Membership, given: Interval) -> bool:
    return row.start <= (given.start or "") and (given.end or "") <= (row.end or "9999")


def _ended(rows: tuple[Membership, ...], given: Interval, claimed: str) -> tuple[Membership, ...]:
    """Memberships that had all ended before, where membership is claimed; a later one leaves the matter open."""
    members = tuple(row for row in rows if row.status == "member")
    all_ended = all(row.end and row.end < (given.start or "") for row in members)
    return members if claimed == "member" and len(members) == len(rows) and all_ended else ()


def _stranger(iso2: str, key: str, given: Interval) -> MembershipFinding | None:
    """A finding that a state without any row is no member of a body whose members are all in the table."""
    members = tuple(row for row in _memberships(key) if row.status == "member" and _touches(row, given, _LEEWAY))
    if not members:
        return None
    organisation = members[0].organisation
    names = (
        ", ".join(sorted(territory_name(row.iso2) for row in members))
        if len(members) <= 10
        else f"{len(members)} states"
    )
    return MembershipFinding(
        iso2=iso2,
        organisation=organisation,
        given_status="member",
        given=given,
        known=(),
        evidence=tuple(row.evidence for row in members[:10]),
        message=f"{territory_name(iso2)} is given as member of {organisation.name} in {_in_words(given)}; "
        f"known members then: {names}.",
    )


def _in_words(given: Interval) -> str:
    return f"{given.start}" if given.start == given.end else f"{given.start} to {given.end}"


def _finding(known: tuple[Membership, ...], claimed: str, given: Interval) -> MembershipFinding:
    organisation = known[0].organisation
    facts = "; ".join(f"{row.status} from {row.start} to {row.end or 'now'}" for row in known)
    return MembershipFinding(
        iso2=known[0].iso2,
        organisation=organisation,
        given_status=claimed,
        given=given,
        known=known,
        evidence=tuple(row.evidence for row in known),
        message=f"{territory_name(known[0].iso2)} is given as {claimed} of {organisation.name} in {_in_words(given)}; "
        f"known: {facts}.",
    )
