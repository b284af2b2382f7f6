"""Bytes become the characters that were meant, or it is said that this was a guess."""

from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from entrepot.documents.decode import decode_bytes
from entrepot.errors import UnsupportedInputError
from tests.documents.samples import read_bytes

TEXT = "“The port,” the café’s owner said – “is shut.” It cost £5 in Müllerstraße. "


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_unicode_is_read_without_a_guess(encoding: str) -> None:
    decoded = decode_bytes("a.txt", TEXT.encode(encoding))
    assert decoded.text == TEXT
    assert decoded.issues == ()


def test_a_western_file_is_read_and_the_guess_is_named() -> None:
    decoded = decode_bytes("a.txt", TEXT.encode("cp1252"))
    assert decoded.text == TEXT
    assert [issue.code for issue in decoded.issues] == ["encoding_guessed"]


def test_a_declared_encoding_is_believed_where_it_fits() -> None:
    assert decode_bytes("a.html", "Порт закрыт".encode("koi8-r"), "koi8-r").text == "Порт закрыт"


def test_mojibake_is_repaired_and_named() -> None:
    broken = TEXT.encode("utf-8").decode("cp1252", errors="replace")
    document = read_bytes(("The port was shut, " + TEXT.replace("”", "’")).encode().decode("cp1252").encode(), "a.txt")
    assert "café’s owner" in document.text
    assert "encoding_repaired" in [issue.code for issue in document.issues]
    assert broken != TEXT


@pytest.mark.parametrize(
    "text", ["The Ãrea of São Paulo", "The â letter", "Señor Núñez ate a crème brûlée", "ÂNGELA in São"]
)
def test_words_that_only_look_odd_stay(text: str) -> None:
    assert decode_bytes("a.txt", text.encode()).text == text


def test_a_file_cut_within_a_letter_is_read_and_named() -> None:
    raw = ("The café is shut. " * 40 + "The café").encode()[:-1]
    decoded = decode_bytes("a.txt", raw)
    assert decoded.text.startswith("The café is shut.")
    assert [issue.code for issue in decoded.issues] == ["encoding_damaged"]


@pytest.mark.parametrize("raw", [bytes(range(256)) * 8, b"\x00\x01\x02\x03" * 200, b"\x7fabc" + bytes(5000)])
def test_binary_data_is_refused(raw: bytes) -> None:
    with pytest.raises(UnsupportedInputError, match=r"a\.txt is not a text"):
        decode_bytes("a.txt", raw)


@settings(deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes_are_text_or_refused(raw: bytes) -> None:
    with suppress(UnsupportedInputError):
        decode_bytes("a.txt", raw).text.encode("utf-8")


@settings(deadline=None)
@given(st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"]), max_size=200))
def test_sound_utf_8_is_never_a_guess(text: str) -> None:
    decoded = decode_bytes("a.txt", text.encode())
    assert decoded.encoding == "utf-8" or text.startswith("\ufeff")
    assert "encoding_guessed" not in [issue.code for issue in decoded.issues]
