"""Folders that somebody is at work in."""

from pathlib import Path

from archgen.pipeline.claiming import claimed, claims, clear


def test_a_folder_is_somebodys_as_long_as_they_are_at_work(tmp_path: Path) -> None:
    with claims(tmp_path) as held, claimed(tmp_path) as ours:
        assert (held, ours) == (True, False)
    with claimed(tmp_path) as ours:
        assert ours


def test_a_folder_that_was_cleared_away_is_not_held(tmp_path: Path) -> None:
    with claims(tmp_path / "gone") as ours:
        assert not ours


def test_a_folder_that_nobody_has_claimed_is_left_alone(tmp_path: Path) -> None:
    with claimed(tmp_path) as ours:
        assert not ours


def test_what_is_cleared_away_is_gone_and_may_be_gone_before(tmp_path: Path) -> None:
    folder = tmp_path / "held"
    (folder / "next").mkdir(parents=True)
    with claims(folder) as ours:
        assert ours
        clear(folder)
        clear(folder)
    assert list(tmp_path.iterdir()) == []
