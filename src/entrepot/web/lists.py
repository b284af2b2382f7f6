"""Parts that lists share: how many there are, the ways to the pages before and after, the box to search in."""

from collections.abc import Mapping
from urllib.parse import urlencode

from entrepot.dossier.markup import Html, element, join
from entrepot.dossier.parts import count
from entrepot.web.requests import PAGE_ROWS

Asked = Mapping[str, str | int | list[str]]


def address(path: str, asked: Asked, **changed: str | int | list[str] | None) -> str:
    """The address of the same list with some of what is asked changed; empty values are left out."""
    merged = {**asked, **changed}
    kept = {
        name: value for name, value in merged.items() if value not in ("", None, [], 0) and (name, value) != ("page", 1)
    }
    return f"{path}?{urlencode(kept, doseq=True)}" if kept else path


def render_pager(path: str, asked: Asked, total: int, page: int, one: str, *, rows: int = PAGE_ROWS) -> Html:
    """Which rows of how many are shown, and the ways on."""
    pages = max(1, -(-total // rows))
    first, last = (page - 1) * rows + 1, min(page * rows, total)
    shown = f"{first:,} to {last:,} of {count(total, one)}" if rows < total >= first else count(total, one)
    earlier = address(path, asked, page=min(page - 1, pages))
    before = element("a", "Earlier", href=earlier, rel="prev") if page > 1 else None
    after = element("a", "Further", href=address(path, asked, page=page + 1), rel="next") if page < pages else None
    return element("p", shown, join((" · ", way) for way in (before, after) if way), class_="pager")


def render_search(path: str, asked: Asked, label: str) -> Html:
    """A box to search in; what else is asked stays asked."""
    kept = [
        element("input", type="hidden", name=name, value=value)
        for name, values in asked.items()
        if name not in ("q", "page")
        for value in (values if isinstance(values, list) else [values])
        if value or isinstance(values, list)
    ]
    return element(
        "form",
        kept,
        element(
            "label", label, " ", element("input", type="search", name="q", value=str(asked.get("q", "")), maxlength=200)
        ),
        " ",
        element("button", "Search", type="submit"),
        action=path,
        method="get",
        role="search",
        class_="search",
    )
