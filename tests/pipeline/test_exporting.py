from dataclasses import replace

import pytest

from entrepot.errors import CallError
from entrepot.model.case import CaseContents
from entrepot.model.document import Document
from entrepot.pipeline.exporting import FORMATS, write_dossier
from tests.dossier.channel_samples import channel_case, keep, make_assessment, make_channel

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


def test_each_channel_has_a_page_beside_the_dossier_with_the_words_of_the_rules(tmp_path):
    written = write_dossier(channel_case(), tmp_path, ["html"])
    assert [str(path.relative_to(tmp_path)) for path in written] == ["dossier.html", "channels/ch-by-ir-1f2e.html"]
    assert "Nobody without an interest says it" in written[1].read_text(encoding="utf-8")


def test_pages_of_channels_that_are_gone_go_and_other_files_stay(tmp_path):
    other = keep(make_assessment(make_channel(id="ch-other")))
    write_dossier(channel_case(keep(), other), tmp_path, ["html"])
    own = tmp_path / "channels" / "notes.html"
    own.write_text("<p>Mine.</p>")
    write_dossier(channel_case(other), tmp_path, ["html"])
    assert sorted(path.name for path in (tmp_path / "channels").iterdir()) == ["ch-other.html", "notes.html"]
    own.unlink()
    write_dossier(replace(channel_case(), channels=()), tmp_path, ["html"])
    assert [path.name for path in tmp_path.iterdir()] == ["dossier.html"]


def test_the_exports_of_channels_are_written_for_a_case_without_any_too(tmp_path):
    written = write_dossier(CONTENTS, tmp_path, ["channels", "geojson", "stix", "prov"])
    assert [path.name for path in written] == [
        "channels.csv",
        "channels.geojson",
        "bundle.stix.json",
        "provenance.json",
    ]
    assert all(path.stat().st_size for path in written)
