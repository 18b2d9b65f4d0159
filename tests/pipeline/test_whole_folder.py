"""Folders that are replaced as a whole, or not at all."""

from pathlib import Path

import pytest

from archgen.errors import UsageError
from archgen.pipeline import whole_folder
from archgen.pipeline.claiming import claims
from archgen.pipeline.whole_folder import LAST, MARK, held, recover, replace_folder, written


def names(folder: Path) -> list[str]:
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())


def unable(*_: object) -> bool:
    return False


def test_a_folder_holds_just_its_files(tmp_path: Path) -> None:
    site = tmp_path / "site"
    replace_folder(site, {"index.html": b"1", "a/old.html": b"1"})
    replace_folder(site, {"index.html": b"2", "b/new.html": b"2"})
    assert names(site) == [MARK, "b/new.html", "index.html"]
    assert (site / "index.html").read_bytes() == b"2"
    assert names(tmp_path) == [f"site/{name}" for name in names(site)]


def test_an_empty_folder_may_be_filled(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    replace_folder(tmp_path / "site", {"index.html": b"1"})
    assert names(tmp_path / "site") == [MARK, "index.html"]


def test_a_folder_that_archgen_did_not_write_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").write_text("years of work")
    with pytest.raises(UsageError, match=r"holds files that archgen did not write; give an empty folder, or empty it$"):
        replace_folder(tmp_path, {"index.html": b"1"})
    assert names(tmp_path) == ["thesis.txt"]


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "site").write_text("x")
    with pytest.raises(UsageError, match=r"is a file; give a folder$"):
        replace_folder(tmp_path / "site", {})


def test_a_folder_survives_a_swap_that_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    site = tmp_path / "site"
    replace_folder(site, {"index.html": b"1"})
    rename = Path.rename

    def fails_for_the_next(path: Path, to: Path) -> Path:
        if path.name == whole_folder.NEXT:
            raise OSError(28, "No space left on device")
        return rename(path, to)

    monkeypatch.setattr(whole_folder, "exchange", unable)
    monkeypatch.setattr(Path, "rename", fails_for_the_next)
    with pytest.raises(UsageError, match=r"site cannot be written: No space left on device$"):
        replace_folder(site, {"index.html": b"2"})
    assert (site / "index.html").read_bytes() == b"1"
    assert names(tmp_path) == ["site/.archgen", "site/index.html"]


def test_two_renames_do_where_the_system_exchanges_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(whole_folder, "exchange", unable)
    test_a_folder_holds_just_its_files(tmp_path)


def test_a_folder_that_was_moved_aside_comes_back(tmp_path: Path) -> None:
    replace_folder(tmp_path / "site", {"index.html": b"1"})
    aside = tmp_path / ".site.x.new"
    with_lock(aside)
    (tmp_path / "site").rename(aside / LAST)
    recover(tmp_path / "site")
    assert names(tmp_path) == ["site/.archgen", "site/index.html"]


def with_lock(folder: Path) -> None:
    folder.mkdir()
    with claims(folder):
        pass


def test_what_was_left_by_a_build_that_was_stopped_is_cleared_away(tmp_path: Path) -> None:
    with_lock(tmp_path / ".site.left.new")
    working = tmp_path / ".site.working.new"
    working.mkdir()
    with claims(working):
        replace_folder(tmp_path / "site", {"index.html": b"1"})
    assert names(tmp_path) == [".site.working.new/.lock", "site/.archgen", "site/index.html"]


def test_a_file_that_somebody_put_into_a_site_is_not_deleted(tmp_path: Path) -> None:
    site = tmp_path / "site"
    replace_folder(site, {"index.html": b"1"})
    (site / ".DS_Store").write_bytes(b"of no worth")
    replace_folder(site, {"index.html": b"1", "a/b.html": b"2"})
    (site / "a" / "CNAME").write_text("example.org")
    with pytest.raises(UsageError, match=r"site holds a/CNAME, which archgen did not write; move it elsewhere$"):
        replace_folder(site, {"index.html": b"2"})
    assert names(site) == [MARK, "a/CNAME", "a/b.html", "index.html"]


def test_it_is_known_what_was_written_and_what_is_there(tmp_path: Path) -> None:
    replace_folder(tmp_path / "site", {"index.html": b"1", "a/b c.html": b"2"})
    assert held(tmp_path / "site") == written(tmp_path / "site") != {}
    (tmp_path / "site" / "index.html").write_bytes(b"3")
    assert held(tmp_path / "site") != written(tmp_path / "site")
    assert (held(tmp_path / "none"), written(tmp_path / "none")) == ({}, {})


def test_a_link_to_a_folder_stays_and_the_folder_is_filled(tmp_path: Path) -> None:
    (tmp_path / "kept").mkdir()
    (tmp_path / "public").symlink_to(tmp_path / "kept")
    for text in (b"first", b"second"):
        replace_folder(tmp_path / "public", {"index.html": text})
        assert (tmp_path / "public").is_symlink()
        assert (tmp_path / "kept" / "index.html").read_bytes() == text
