"""Paths are shown as people write them."""

from pathlib import Path

import pytest

from archgen.configuring.places import relative


def test_a_path_is_shown_from_the_current_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert relative(tmp_path / "a" / "archgen.toml") == "a/archgen.toml"
    assert relative(tmp_path.parent / "archgen.toml") == "../archgen.toml"
