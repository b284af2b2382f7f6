"""When: which date of a sentence belongs to which of its predicates.

A date belongs to the predicate that it hangs on. The date of a saying is not the date of what is said.
"""

from dataclasses import replace
from itertools import pairwise

from entrepot.claims.context import SentenceContext
from entrepot.claims.frames.interface import Filled
from entrepot.claims.phrases import Token, is_heading
from entrepot.model.claim import DateExpression, When
from entrepot.model.interval import Interval

ASPECT = frozenset(
    "begin start continue try attempt plan intend want manage seek help be have keep agree use go come decide".split()
)
"""A date on one of these is a date of what follows: "began in May to send"."""
CHANGES = frozenset(
    "rise grow fall jump soar double triple quadruple increase decrease drop climb surge shrink".split()
)
"""Verbs of figures over time: their two dates are the ends of one stretch."""


def read_when(filled: Filled, context: SentenceContext, saying: frozenset[int]) -> tuple[When | None, bool]:
    """The time of a predicate's event, and whether a date stood there that could not be resolved.

    `saying` holds the cues of attributions in the sentence: their dates say when something was said.
    """
    if filled.date is not None and filled.date.interval is not None:
        return _when(filled.date), False
    trigger = filled.trigger
    dates = _dates_by_governor(context)
    if trigger.dep_ in ("relcl", "advcl") and any(child.lower_ == "when" for child in trigger.children):
        told = context.date_at(trigger.head)
        if told is not None and told.interval is not None:
            return _when(told), False
    for governor in governors(trigger, saying):
        found = dates.get(governor.i, [])
        resolved = [date for date in found if date.interval is not None]
        if resolved:
            return _when(_span(resolved) if governor.lemma_.lower() in CHANGES else _narrowest(resolved)), False
        if found:
            return None, True
    announced = [date for date in _announced(trigger, dates) if date.interval is not None]
    return (_when(_narrowest(announced)), False) if announced else (None, False)


def _announced(trigger: Token, dates: dict[int, list[DateExpression]]) -> list[DateExpression]:
    """“In September it had been the other way round: the ship sailed”: the time of what stands before the colon."""
    for child in trigger.children:
        if child.dep_ == "ccomp" and any(token.text == ":" for token in trigger.doc[child.i : trigger.i]):
            return dates.get(child.i, [])
    return []


def _when(date: DateExpression) -> When:
    assert date.interval is not None  # noqa: S101 - the caller chose among resolved dates
    return When(interval=date.interval, text=date.span.text, anchor=date.anchor)


def _span(dates: list[DateExpression]) -> DateExpression:
    """“rose from $2 million in 2021 to $48 million in 2024”: the time from the first to the last."""
    intervals = [date.interval for date in dates if date.interval is not None]
    starts, ends = [i.start for i in intervals], [i.end for i in intervals]
    if len(intervals) < 2 or None in starts or None in ends:
        return _narrowest(dates)
    whole = Interval(start=min(filter(None, starts)), end=max(filter(None, ends)), granularity="range")
    return replace(dates[0], interval=whole)


def _narrowest(dates: list[DateExpression]) -> DateExpression:
    order = {"day": 0, "month": 1, "range": 2, "year": 3}
    return min(dates, key=lambda date: (order[date.interval.granularity] if date.interval else 9, date.span.start))


def _dates_by_governor(context: SentenceContext) -> dict[int, list[DateExpression]]:
    found: dict[int, list[DateExpression]] = {}
    for date in context.dates:
        if date.kind != "date":
            continue
        inside = [
            token for token in context.parsed.doc if date.span.start <= context.offset + token.idx < date.span.end
        ]
        if not inside:
            continue
        for governor in _governors_of_date(inside):
            found.setdefault(governor.i, []).append(date)
    return found


def _governors_of_date(inside: list[Token]) -> list[Token]:
    """The predicates that a date may hang on: the nouns on its way up and the first verb.

    A date that stands before a noun as its modifier ("Wednesday's talks", "their 2015 average") goes no further.
    """
    members = {token.i for token in inside}
    top = next((token for token in inside if token.head.i not in members), inside[0])
    found: list[Token] = []
    token = top.head
    if top.dep_ in ("poss", "compound", "nmod", "amod", "nummod") and token.i > top.i:
        return [token]
    for _ in range(8):
        if token.pos_ in ("VERB", "AUX") and token.dep_ not in ("aux", "auxpass") and not is_heading(token):
            return [*found, token]
        if token.pos_ in ("NOUN", "PROPN", "ADJ"):
            found.append(token)
        if token.head.i == token.i:
            break
        token = token.head
    return found


def governors(trigger: Token, saying: frozenset[int]) -> list[Token]:
    """Where a predicate's date may hang: on itself, on the verb it completes, on the verb that it is joined to."""
    found = [trigger]
    token = trigger
    for _ in range(6):
        head = token.head
        if head.i == token.i or head.i in saying:
            break
        if (
            (token.dep_ == "xcomp" and (head.lemma_.lower() in ASPECT or head.pos_ in ("ADJ", "NOUN")))
            or (
                token.dep_ in ("attr", "acomp", "nsubj", "nsubjpass", "appos")
                and token.pos_ in ("NOUN", "PROPN", "ADJ")
            )
            or (token.dep_ in ("pobj", "dobj") and token.pos_ == "NOUN")
            or token.dep_ in ("prep",)
            or (token.dep_ == "acl" and head.lemma_.lower() == "decision")
            or (token.dep_ == "conj" and not any(child.dep_ in ("nsubj", "nsubjpass") for child in token.children))
        ):
            found.append(head)
        else:
            break
        token = head
    return found


def share_out(filled: Filled, context: SentenceContext) -> list[Filled]:
    """One claim a date where each of several fillers has its own: "on Belarus in 2004 and on Iran in 2007"."""
    dates = [d for d in _dates_by_governor(context).get(filled.trigger.i, []) if d.interval is not None]
    for role in dict.fromkeys(name for name, _ in filled.roles):
        fillers = [m for m in filled.of(role) if m.span is not None]
        if len(fillers) < 2 or len(fillers) != len(dates):
            continue
        order = sorted(
            [(m.span.start, "filler") for m in fillers if m.span] + [(d.span.start, "date") for d in dates],
        )
        kinds = [kind for _, kind in order]
        if any(first == second for first, second in pairwise(kinds)):
            continue
        rest = [(name, m) for name, m in filled.roles if name != role]
        pairs = zip(fillers, dates, strict=True)
        return [replace(filled, roles=((role, filler), *rest), date=date) for filler, date in pairs]
    return [filled]
