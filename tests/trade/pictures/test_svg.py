from hypothesis import given
from hypothesis import strategies as st

from entrepot.trade.pictures.svg import draw_document, number, shorten, text_at, text_width
from tests.trade.pictures.reading import SVG, read_svg, texts_of


@given(st.text(max_size=60), st.text(max_size=60))
def test_whatever_a_label_holds_it_is_text_and_never_markup(title: str, label: str) -> None:
    root = read_svg(draw_document(100, 100, title, label, [text_at(1, 1, label, title=title)]))
    assert {one.tag for one in root.iter()} <= {SVG + name for name in ("svg", "title", "desc", "style", "text")}
    assert len(texts_of(root)) == 1


def test_a_picture_names_itself_to_those_who_do_not_see_it() -> None:
    root = read_svg(draw_document(100, 100, "Cars", "Two lines.", []))
    assert root.get("role") == "img"
    named = [one.get("id") for name in ("title", "desc") if (one := root.find(SVG + name)) is not None]
    assert (root.get("aria-labelledby") or "").split() == named
    assert (root.findtext(SVG + "title"), root.findtext(SVG + "desc")) == ("Cars", "Two lines.")


def test_a_picture_fetches_nothing_and_runs_nothing_and_knows_the_dark() -> None:
    text = draw_document(100, 100, "Cars", "Two lines.", [])
    assert "prefers-color-scheme:dark" in text
    assert not any(word in text for word in ("<script", "href", "url(", "@import", "<image", "onload"))


@given(st.text(min_size=1, max_size=80), st.floats(20, 400))
def test_a_shortened_label_is_no_wider_than_its_room(label: str, width: float) -> None:
    assert text_width(shorten(label, width)) <= max(width, text_width("x"))


@given(st.floats(-1e7, 1e7))
def test_numbers_are_written_short_and_stay_within_half_a_hundredth(value: float) -> None:
    assert abs(float(number(value)) - value) <= 0.005 + 1e-9
    assert "e" not in number(value)


def test_two_pictures_in_one_page_share_no_id_and_style_nothing_but_pictures() -> None:
    texts = [draw_document(100, 100, title, "Two lines.", []) for title in ("Cars", "Phones")]
    ids = [[one.get("id") for one in read_svg(text).iter() if one.get("id")] for text in texts]
    assert not {*ids[0]} & {*ids[1]}
    style = read_svg(texts[0]).findtext(SVG + "style") or ""
    selectors = [part.rpartition("}")[2].strip() for part in style.split("{")[:-1]]
    assert all(one.startswith((".trade-picture", "@media")) for one in selectors)
