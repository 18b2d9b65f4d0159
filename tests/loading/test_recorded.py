"""What was read while something ran."""

import importlib
import os
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import jinja2
import pytest

from archgen.loading.recorded import changed, recording, shipped_digest, state
from archgen.loading.shipped import PACKAGE, shipped


@pytest.fixture
def beside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder that modules are imported from, and that is forgotten in the end."""
    monkeypatch.syspath_prepend(str(tmp_path))
    known = set(sys.modules)
    yield tmp_path
    for name in set(sys.modules) - known:
        del sys.modules[name]


def test_what_is_opened_to_be_read_is_recorded_and_nothing_else(tmp_path: Path) -> None:
    read, missing, written = tmp_path / "read", tmp_path / "missing", tmp_path / "written"
    read.write_text("1")
    before = tmp_path / "before"
    before.write_text("1")
    before.read_text()
    with recording() as recorder:
        assert read.read_text() == "1"
        written.write_text("1")
        with pytest.raises(FileNotFoundError):
            missing.read_text()
        (PACKAGE / "__init__.py").read_text("utf-8")
        (shipped("templates") / "site" / "page.html.j2").read_text("utf-8")
        Path(os.__file__).read_text("utf-8")
    read.read_text()
    assert {Path(path).name: told is None for path, told in recorder.reads().items()} == {"read": False, "missing": True}


def test_what_is_recorded_has_changed_once_any_of_it_has(tmp_path: Path) -> None:
    for change in (lambda: (tmp_path / "a").write_text("2"), lambda: (tmp_path / "b").touch(), lambda: (tmp_path / "c").touch()):
        (tmp_path / "a").write_text("1")
        with recording(watched=[str(tmp_path / "a"), str(tmp_path / "b")]) as recorder:
            sorted(tmp_path.iterdir())
        reads = recorder.reads()
        assert [Path(path).name for path in reads] == [tmp_path.name, "a", "b"]
        assert not changed(reads)
        change()
        assert changed(reads)


def test_what_changes_between_its_reading_and_the_end_has_changed(tmp_path: Path) -> None:
    spec = tmp_path / "spec.yaml"
    spec.write_text("as it was read")
    with recording(str(spec)) as recorder:
        assert spec.read_text() == "as it was read"
        spec.write_text("as it is now")
        assert spec.read_text() == "as it is now"
    assert changed(recorder.reads())


def test_modules_are_recorded_by_their_source_though_they_were_compiled_before(beside: Path) -> None:
    (beside / "sizes_of_here.py").write_text("SIZE = 1\n")
    for _ in range(2):
        with recording(str(beside / "spec.py")) as recorder:
            importlib.import_module("sizes_of_here")
        assert str(beside / "sizes_of_here.py") in recorder.reads()
        del sys.modules["sizes_of_here"]


def test_modules_that_somebody_else_imported_before_are_recorded_too(beside: Path) -> None:
    (beside / "sizes_of_others.py").write_text("SIZE = 1\n")
    with recording(str(beside / "one.py")):
        importlib.import_module("sizes_of_others")
    with recording(str(beside / "other.py")) as recorder:
        importlib.import_module("sizes_of_others")
    assert str(beside / "sizes_of_others.py") in recorder.reads()


def test_a_module_that_would_go_before_one_that_was_imported_is_waited_for(beside: Path) -> None:
    with recording(str(beside / "spec.py")) as recorder, pytest.raises(ImportError):
        importlib.import_module("sizes_to_come.inner")
    reads = recorder.reads()
    assert reads[str(beside / "sizes_to_come.py")] is None
    (beside / "sizes_to_come.py").write_text("")
    assert changed(reads)


def test_what_another_thread_reads_is_its_own_affair(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("1")
    with recording() as recorder:
        thread = threading.Thread(target=(tmp_path / "a").read_text)
        thread.start()
        thread.join()
    assert recorder.reads() == {}


def test_a_folder_is_told_by_its_names_and_a_file_by_its_bytes(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("1")
    folder, file = state(str(tmp_path)), state(str(tmp_path / "a"))
    (tmp_path / "__pycache__").mkdir()
    assert (state(str(tmp_path)), state(str(tmp_path / "none"))) == (folder, None)
    (tmp_path / "b").write_text("1")
    assert (state(str(tmp_path)) != folder, state(str(tmp_path / "b"))) == (True, file)


def test_what_is_built_on_and_what_is_ignored_is_left_out(tmp_path: Path) -> None:
    (tmp_path / "kept").mkdir()
    for name in ("kept/a", "kept.b"):
        (tmp_path / name).write_text("1")
    with recording(ignored=str(tmp_path / "kept")) as recorder:
        for file in (tmp_path / "kept" / "a", tmp_path / "kept.b", Path(jinja2.__file__), Path(pytest.__file__)):
            file.read_bytes()
    assert {Path(path).name for path in recorder.reads()} == {"kept.b", Path(pytest.__file__).name}


def test_archgen_is_told_by_all_that_it_ships() -> None:
    assert shipped_digest() == shipped_digest()
    assert len(shipped_digest()) == 32
