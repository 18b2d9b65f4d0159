"""archgen schema."""

import json
from pathlib import Path

import pytest

from tests.cli.running import Ran, ran


def test_the_schema_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    result = ran(capsys, "schema")
    assert (result.code, result.err) == (0, "")
    assert json.loads(result.out)["$schema"] == "https://json-schema.org/draft/2020-12/schema"


def test_the_schema_is_written_to_a_file(capsys: pytest.CaptureFixture[str], here: Path) -> None:
    printed = ran(capsys, "schema").out
    assert ran(capsys, "schema", "-o", "schemas/design.schema.json") == Ran(0, "schemas/design.schema.json\n", "")
    assert (here / "schemas" / "design.schema.json").read_text("utf-8") == printed


def test_a_place_that_cannot_be_written_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    result = ran(capsys, "schema", "-o", "shop.yaml/design.schema.json")
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith("shop.yaml/design.schema.json cannot be written: ")
