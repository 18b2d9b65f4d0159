"""archgen estimate."""

import json
from pathlib import Path

import pytest

from tests.cli.running import ran


def test_numbers_in_json_are_in_base_units(capsys: pytest.CaptureFixture[str]) -> None:
    report = json.loads(ran(capsys, "estimate", "shop.yaml", "--format", "json").out)
    assert (report["schema_version"], report["design"], report["path"]) == (1, "Shop", "shop.yaml")
    (arriving,) = [one for one in report["quantities"] if (one["subject"], one["measure"]) == ("edge_lb", "requests")]
    assert (round(arriving["value"], 3), arriving["unit"]) == (166.667, "per second")
    assert list(arriving["derivation"]) == ["formula", "inputs", "assumptions"]


def test_why_tells_how_the_numbers_of_one_part_came_about(capsys: pytest.CaptureFixture[str]) -> None:
    result = ran(capsys, "estimate", "shop.yaml", "--why", "orders")
    assert result.code == 0
    assert "requests" in result.out
    assert "  = " in result.out
    assert "edge_lb" not in result.out.splitlines()[0]


def test_why_of_an_unknown_part_offers_the_nearest(capsys: pytest.CaptureFixture[str]) -> None:
    result = ran(capsys, "estimate", "shop.yaml", "--why", "order")
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith('there is no part "order"; did you mean "orders"')


def test_a_design_that_states_too_little_says_what_to_state(capsys: pytest.CaptureFixture[str]) -> None:
    Path("bare.yaml").write_text("archgen: 1\ndesign: Bare\n")
    result = ran(capsys, "estimate", "bare.yaml")
    assert result.code == 0
    assert "state devices and rates" in result.out
