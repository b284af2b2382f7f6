"""Addresses of pages hold any id as one part."""

from urllib.parse import unquote, urlsplit

from hypothesis import given
from hypothesis import strategies as st

from entrepot.web.ways import PAGES


@given(identity=st.text(min_size=1, max_size=40).filter(lambda text: text.isprintable()))
def test_an_id_is_one_part_of_an_address_and_comes_back_whole(identity: str) -> None:
    addresses = (
        PAGES.actor(identity), PAGES.claim("", identity), PAGES.proposition("", identity), PAGES.report("", identity)
    )  # fmt: skip
    for address in addresses:
        assert urlsplit(address).path == address
        assert address.count("/") == 2
        assert unquote(address.rsplit("/", 1)[1]) == identity
