from pathlib import Path

import pytest

from archgen.cli.terminal.written import check


def test_files_that_are_as_they_should_be_are_counted(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"1")
    assert check([(tmp_path / "a", b"1")], "written") == 0
    assert check([(tmp_path / "a", b"1")] * 2, "drawn") == 0
    assert capsys.readouterr().out == "1 file as written\n2 files as drawn\n"


def test_others_are_named_and_left_as_they_are(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"1")
    assert check([(tmp_path / "a", b"2"), (tmp_path / "b", b"")], "written") == 1
    assert capsys.readouterr().out == f"{tmp_path}/a differs\n{tmp_path}/b is missing\n"
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("a", b"1")]
