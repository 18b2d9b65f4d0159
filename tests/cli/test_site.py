"""archgen site."""

from pathlib import Path

import pytest

from tests.cli.running import ran

pytestmark = pytest.mark.graphviz


def test_a_site_is_built_into_a_folder_of_its_own(capsys: pytest.CaptureFixture[str], here: Path) -> None:
    result = ran(capsys, "site", "build", "shop.yaml", "-o", "public")
    assert (result.code, result.err) == (0, "")
    assert result.out.startswith("public/index.html: ")
    assert (here / "public" / "index.html").is_file()
    assert ran(capsys, "site", "build", "-o", "public", "shop.yaml") == result


def test_a_folder_of_somebody_else_is_left_alone(capsys: pytest.CaptureFixture[str], here: Path) -> None:
    (here / "public").mkdir()
    (here / "public" / "thesis.txt").write_text("years of work")
    result = ran(capsys, "site", "build", "shop.yaml", "-o", "public")
    assert (result.code, result.out) == (2, "")
    assert result.err == "public holds files that archgen did not write; give an empty folder, or empty it\n"
    assert [path.name for path in (here / "public").iterdir()] == ["thesis.txt"]
