import pytest

from entrepot.errors import CallError
from entrepot.model.case import CaseContents
from entrepot.model.document import Document
from entrepot.pipeline.exporting import FORMATS, write_dossier

CONTENTS = CaseContents(
    name="Barges",
    documents=(Document(id="d", path="d.txt", sha256="", media_type="text/plain", text="Barges.", blocks=()),),
    claims=(),
)


def test_a_dossier_replaces_an_earlier_one_and_leaves_nothing_else(tmp_path):
    for _ in range(2):
        written = write_dossier(CONTENTS, tmp_path / "deep" / "out", FORMATS)
    assert sorted(written) == sorted((tmp_path / "deep" / "out").iterdir())
    assert [path.name for path in written] == [name for name, _ in FORMATS.values()]


def test_a_failure_half_way_leaves_the_earlier_file(tmp_path, monkeypatch):
    def fail(contents):
        yield "half"
        raise ZeroDivisionError

    (before,) = write_dossier(CONTENTS, tmp_path, ["csv"])
    content = before.read_bytes()
    monkeypatch.setitem(FORMATS, "csv", (before.name, fail))
    with pytest.raises(ZeroDivisionError):
        write_dossier(CONTENTS, tmp_path, ["csv"])
    assert list(tmp_path.iterdir()) == [before]
    assert before.read_bytes() == content


def test_a_place_that_is_no_folder_is_a_wrong_call(tmp_path):
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(CallError, match="--out"):
        write_dossier(CONTENTS, tmp_path / "file", ["csv"])
