"""Folders that somebody is at work in."""

from pathlib import Path

from archgen.pipeline.claiming import claimed, claims


def test_a_folder_is_somebodys_as_long_as_they_are_at_work(tmp_path: Path) -> None:
    with claims(tmp_path), claimed(tmp_path) as ours:
        assert not ours
    with claimed(tmp_path) as ours:
        assert ours


def test_a_folder_that_nobody_has_claimed_is_left_alone(tmp_path: Path) -> None:
    with claimed(tmp_path) as ours:
        assert not ours
