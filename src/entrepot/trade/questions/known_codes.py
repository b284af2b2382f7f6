"""Codes that a user asks for and that no record holds: a slip of the pen, or goods that the records leave out."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace

from entrepot.model.flow import ALL_GOODS
from entrepot.model.issue import Issue
from entrepot.trade.classifications.editions import hs_edition_sql
from entrepot.trade.classifications.selectors import Goods, Term
from entrepot.trade.interface import Engine
from entrepot.trade.questions.choice import Collection
from entrepot.trade.questions.findings import Answer

_NAMED = 10
"""Codes that a sentence names; the others are counted."""
_FIRST_OF_2022 = 2022


@dataclass(frozen=True, slots=True, kw_only=True)
class _Held:
    """The codes of a dataset, in order, and whether it has rows of the edition of 2022 or later, and of an earlier."""

    codes: Sequence[str]
    editions: frozenset[int]

    def has(self, prefix: str) -> bool:
        """Whether a code begins with these digits; the total is itself alone."""
        at = bisect_left(self.codes, prefix)
        return at < len(self.codes) and (
            self.codes[at] == prefix if prefix == ALL_GOODS else self.codes[at].startswith(prefix)
        )

    def is_due(self, term: Term) -> bool:
        """Whether rows of the edition of which the term is are there at all."""
        return term.edition is None or term.edition in self.editions


def say_unknown_codes(
    engine: Engine, goods: Goods, collections: Sequence[Collection | None], answer: Answer, dataset: str = ""
) -> Answer:
    """The answer with the codes that no row of a collection holds, of any reporter and period, named in issues.

    The collections are those that the question was put to; where it found none, `dataset`, or else all. Where none of
    the codes occurs in any of them, the statement says so.
    """
    names = sorted({one.dataset for one in collections if one}) or ([dataset] if dataset else _list_datasets(engine))
    found = {name: _list_unknown(_read_held(engine, name), goods) for name in names}
    issues = tuple(issue for name, (codes, hint) in found.items() for issue in _issues(name, codes, hint))
    wanted = len({term.prefix for term in goods.plus})
    if wanted and found and all(len(codes) == wanted for codes, _ in found.values()):
        which = "the code" if wanted == 1 else "any of the codes"
        told = f"{answer.statement} None of the records of {' or '.join(names)} has {which} asked for, of any reporter."
        answer = replace(answer, statement=told)
    return replace(answer, issues=(*answer.issues, *issues))


def _list_datasets(engine: Engine) -> list[str]:
    return [str(row[0]) for row in engine.rows("SELECT DISTINCT dataset FROM flows ORDER BY dataset")]


def _read_held(engine: Engine, dataset: str) -> _Held:
    sql = f"""
        SELECT code, min({hs_edition_sql()}) AS first_edition, max({hs_edition_sql()}) AS last_edition
        FROM flows
        WHERE dataset = $dataset
        GROUP BY code
        ORDER BY code
    """  # noqa: S608 - names of the house
    rows = engine.rows(sql, {"dataset": dataset})
    years = {int(str(edition)) for _, *editions in rows for edition in editions}
    editions = {_FIRST_OF_2022 if year >= _FIRST_OF_2022 else 2017 for year in years}
    return _Held(codes=sorted(str(row[0]) for row in rows), editions=frozenset(editions))


def _list_unknown(held: _Held, goods: Goods) -> tuple[list[str], str]:
    """The codes asked for that the dataset lacks, and a shorter one that it has of one of them, "" for none."""
    due = {term.prefix for term in goods.plus if held.is_due(term)}
    lacking = sorted(prefix for prefix in due if prefix and not held.has(prefix))
    for prefix in lacking:
        for length in range(len(prefix) - 1, 3, -1):
            at = bisect_left(held.codes, prefix[:length])
            if at < len(held.codes) and held.codes[at] == prefix[:length]:
                return lacking, prefix[:length]
    return lacking, ""


def _issues(dataset: str, codes: Sequence[str], hint: str) -> tuple[Issue, ...]:
    if not codes:
        return ()
    named = ", ".join(codes[:_NAMED]) + (f" and {len(codes) - _NAMED} more" if len(codes) > _NAMED else "")
    way = f" It has {hint}, which holds more; ask for that." if hint else ""
    what = "code" if len(codes) == 1 else f"any of these {len(codes)} of the codes asked for:"
    message = f"None of the records of {dataset}, of any reporter and period, has {what} {named}.{way}"
    return (Issue(code="codes_unknown", message=message, severity="warning"),)
