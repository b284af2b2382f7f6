"""Lines of headers: what parts their cells, and whether their names will do."""

from collections.abc import Sequence


def guess_delimiter(line: str) -> str:
    """What parts the cells of a line: the mark that is most frequent in it."""
    return max(",;\t|", key=lambda mark: (line.count(mark), mark == ","))


def header_problem(columns: Sequence[str]) -> str:
    """What is wrong with a header, as the end of a sentence; "" where nothing is."""
    folded = [name.casefold() for name in columns]
    repeated = sorted({name for name in folded if folded.count(name) > 1})
    if repeated:
        return f"has several columns named {', '.join(repeated)}; rename them"
    return "" if len(columns) > 1 else "has one column only; check the separator"
