"""Files: nothing that existed is lost or half overwritten."""

import os
import signal
import stat
from pathlib import Path
from threading import Thread

import pytest

from archgen.cli.terminal.saving import save, save_all, save_set, unbroken
from archgen.errors import UsageError


def names(folder: Path) -> list[str]:
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())


def test_a_file_is_written_with_the_folders_it_needs(tmp_path: Path) -> None:
    save(tmp_path / "a" / "b.txt", "é")
    assert (tmp_path / "a" / "b.txt").read_bytes() == "é".encode()
    assert names(tmp_path) == ["a/b.txt"]


def test_a_file_that_is_replaced_keeps_its_rights(tmp_path: Path) -> None:
    file = tmp_path / "run.sh"
    file.write_text("old")
    file.chmod(0o750)
    save(file, b"new")
    assert (file.read_bytes(), stat.S_IMODE(file.stat().st_mode)) == (b"new", 0o750)


def test_a_file_survives_a_write_that_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "design.svg"
    file.write_text("old")
    monkeypatch.setattr(Path, "replace", _fails)
    with pytest.raises(UsageError, match=r"design\.svg cannot be written: No space left on device$"):
        save(file, "new")
    assert (file.read_text(), names(tmp_path)) == ("old", ["design.svg"])


def _fails(*arguments: object) -> None:
    raise OSError(28, "No space left on device")


@pytest.mark.parametrize("path", ["file/design.svg", "folder"])
def test_a_place_that_cannot_be_written_is_said(tmp_path: Path, path: str) -> None:
    (tmp_path / "file").write_text("x")
    (tmp_path / "folder" / "inner").mkdir(parents=True)
    with pytest.raises(UsageError, match="cannot be written: "):
        save(tmp_path / path, "new")
    assert names(tmp_path) == ["file"]


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("file/inner/design.svg", r"design\.svg cannot be written: .*file is a file; give a folder$"),
        ("circle", "circle cannot be written: Too many levels of symbolic links$"),
        ("circle/design.svg", "cannot be written: Too many levels of symbolic links$"),
    ],
)
def test_what_is_in_the_way_is_told(tmp_path: Path, path: str, said: str) -> None:
    (tmp_path / "file").write_text("x")
    (tmp_path / "circle").symlink_to(tmp_path / "circle")
    for written in ([tmp_path / path], [tmp_path / "other.svg", tmp_path / path]):
        with pytest.raises(UsageError, match=said):
            save_set([(one, "new") for one in written])
    assert (tmp_path / "file").read_text() == "x"
    assert not (tmp_path / "other.svg").exists()


def test_a_link_stays_and_what_it_leads_to_is_written(tmp_path: Path) -> None:
    (tmp_path / "kept").mkdir()
    (tmp_path / "latest.svg").symlink_to(tmp_path / "kept" / "design.svg")
    for text in ("first", "second"):
        save(tmp_path / "latest.svg", text)
        assert (tmp_path / "latest.svg").is_symlink()
        assert (tmp_path / "kept" / "design.svg").read_text() == text


def test_a_pipe_is_written_to_and_not_replaced(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDWR | os.O_NONBLOCK)
    save(pipe, b"design")
    assert (os.read(reader, 100), pipe.is_fifo()) == (b"design", True)
    os.close(reader)


def test_several_files_are_replaced_together(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("old")
    (tmp_path / "b").write_text("old")
    (tmp_path / "link").symlink_to("b")
    save_all({str(tmp_path / "a"): b"new", str(tmp_path / "link"): b"newer"})
    assert ((tmp_path / "a").read_text(), (tmp_path / "b").read_text(), names(tmp_path)) == ("new", "newer", ["a", "b", "link"])


def test_no_file_is_replaced_where_one_cannot_be(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a").write_text("old")
    with pytest.raises(UsageError, match=r"missing cannot be written: Permission denied$"):
        save_all({str(tmp_path / "a"): b"new", str(tmp_path / "missing"): b"new"})
    monkeypatch.setattr(Path, "replace", _fails)
    with pytest.raises(UsageError, match=r"a cannot be written: No space left on device$"):
        save_all({str(tmp_path / "a"): b"new"})
    assert ((tmp_path / "a").read_text(), names(tmp_path)) == ("old", ["a"])


def test_files_that_belong_together_are_all_written_or_none_is(tmp_path: Path) -> None:
    (tmp_path / "own.txt").write_text("mine")
    save_set([(tmp_path / "a.svg", b"old"), (tmp_path / "b.svg", "old")])
    (tmp_path / "c.svg").mkdir()
    with pytest.raises(UsageError, match=r"c\.svg cannot be written: Is a directory$"):
        save_set([(tmp_path / "a.svg", b"new"), (tmp_path / "b.svg", b"new"), (tmp_path / "c.svg", b"new")])
    assert [(tmp_path / name).read_text() for name in names(tmp_path)] == ["old", "old", "mine"]
    (tmp_path / "c.svg").rmdir()
    save_set([(tmp_path / "a.svg", b"new"), (tmp_path / "c.svg", b"new")])
    assert [(tmp_path / name).read_text() for name in names(tmp_path)] == ["new", "old", "new", "mine"]


def test_who_asks_to_end_waits_until_all_files_are_there() -> None:
    told = []

    def stopped_early() -> None:
        with unbroken():
            signal.raise_signal(signal.SIGINT)
            told.append("went on")

    with pytest.raises(KeyboardInterrupt):
        stopped_early()
    assert (told, signal.getsignal(signal.SIGINT)) == (["went on"], signal.default_int_handler)


def test_a_thread_that_is_told_of_no_signal_writes_files_too(tmp_path: Path) -> None:
    thread = Thread(target=save_set, args=[[(tmp_path / "a", b"1"), (tmp_path / "b", b"2")]])
    thread.start()
    thread.join()
    assert names(tmp_path) == ["a", "b"]
