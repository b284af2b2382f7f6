"""Names of files that any system takes."""

import re

from hypothesis import given
from hypothesis import strategies as st

from entrepot.dossier.channels.file_names import page_name


@given(st.text())
def test_every_id_gives_a_plain_file_name(channel_id):
    assert re.fullmatch(r"[a-z0-9][a-z0-9_-]*\.html", page_name(channel_id))


@given(st.text(), st.text())
def test_two_channels_never_share_a_file(one, other):
    assert (page_name(one).casefold() == page_name(other).casefold()) == (one == other)


def test_ids_that_are_plain_words_are_kept_and_others_are_not():
    assert page_name("ch-d1ab1554a040") == "ch-d1ab1554a040.html"
    for odd in ("../../etc/passwd", "", "con", "A", "a b", "x" * 200):
        assert page_name(odd).startswith("channel-")
