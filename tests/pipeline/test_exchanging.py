"""Two folders that take one another's place."""

from pathlib import Path

import pytest

from archgen.pipeline.exchanging import exchange


def test_two_folders_take_one_anothers_place_or_stay_where_they_are(tmp_path: Path) -> None:
    one, other = tmp_path / "one", tmp_path / "other"
    for folder in (one, other):
        folder.mkdir()
        (folder / folder.name).write_text("")
    if not exchange(one, other):
        one, other = other, one
    assert [path.name for path in (*one.iterdir(), *other.iterdir())] == ["other", "one"]


def test_what_cannot_be_exchanged_is_said(tmp_path: Path) -> None:
    (tmp_path / "one").mkdir()
    if exchange(tmp_path / "one", tmp_path / "one"):
        with pytest.raises(FileNotFoundError):
            exchange(tmp_path / "one", tmp_path / "none")
