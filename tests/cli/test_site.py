"""archgen site."""

import os
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.cli.running import ran

pytestmark = pytest.mark.graphviz


def _written(folder: Path) -> Mapping[Path, tuple[bytes, int]]:
    """What each file holds, and when it was written."""
    return {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in sorted(folder.rglob("*")) if path.is_file()}


def test_a_site_is_built_into_a_folder_of_its_own(capsys: pytest.CaptureFixture[str], here: Path) -> None:
    result = ran(capsys, "site", "build", "shop.yaml", "-o", "public")
    assert (result.code, result.err) == (0, "")
    assert result.out.startswith("public/index.html: ")
    assert (here / "public" / "index.html").is_file()
    built, kept = _written(here / "public"), _written(Path(os.environ["ARCHGEN_CACHE_DIR"]))
    assert kept
    assert ran(capsys, "site", "build", "-o", "public", "shop.yaml") == result
    assert [path for path, (data, _) in _written(here / "public").items() if data != built[path][0]] == []
    assert _written(Path(os.environ["ARCHGEN_CACHE_DIR"])) == kept


def test_a_folder_of_somebody_else_is_left_alone(capsys: pytest.CaptureFixture[str], here: Path) -> None:
    (here / "public").mkdir()
    (here / "public" / "thesis.txt").write_text("years of work")
    result = ran(capsys, "site", "build", "shop.yaml", "-o", "public")
    assert (result.code, result.out) == (2, "")
    assert result.err == "public holds files that archgen did not write; give an empty folder, or empty it\n"
    assert [path.name for path in (here / "public").iterdir()] == ["thesis.txt"]
