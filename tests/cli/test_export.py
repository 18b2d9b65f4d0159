"""archgen export."""

import json
from pathlib import Path

import pytest

from tests.cli.running import Ran, ran


def test_a_design_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    result = ran(capsys, "export", "json", "shop.yaml")
    assert (result.code, result.err, json.loads(result.out)["design"]) == (0, "", "Shop")


def test_a_design_is_written_to_a_file(capsys: pytest.CaptureFixture[str], here: Path) -> None:
    printed = ran(capsys, "export", "json", "shop.py").out
    assert ran(capsys, "export", "json", "shop.py", "-o", "out/shop.json").code == 0
    assert (here / "out" / "shop.json").read_text("utf-8") == printed
    assert ran(capsys, "export", "json", "out/shop.json").out == printed


def test_an_unknown_format_offers_the_nearest(capsys: pytest.CaptureFixture[str]) -> None:
    assert ran(capsys, "export", "jsn", "shop.yaml") == Ran(2, "", 'there is no export format "jsn"; did you mean "json"?\n')


@pytest.mark.parametrize(("format", "suffix"), [("yaml", "yaml"), ("python", "py")])
def test_a_design_goes_there_and_back(capsys: pytest.CaptureFixture[str], here: Path, format: str, suffix: str) -> None:
    assert ran(capsys, "export", format, "shop.yaml", "-o", f"again.{suffix}") == Ran(0, f"again.{suffix}\n", "")
    exports = [ran(capsys, "export", "json", name) for name in ("shop.yaml", f"again.{suffix}")]
    assert exports[0] == exports[1]
