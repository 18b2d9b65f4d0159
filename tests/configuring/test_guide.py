"""What the guide shows of configurations is one."""

import re

import pytest

from archgen.configuring.from_table import from_table
from archgen.configuring.toml_text import parse
from archgen.loading import library
from archgen.loading.shipped import shipped
from archgen.model.positioned import Node

GUIDE = (shipped("site/pages") / "30-rules-and-waivers.md").read_text("utf-8")
TABLES = re.findall(r"```toml\n(.*?)```", GUIDE, re.DOTALL)


@pytest.mark.parametrize("text", TABLES)
def test_every_table_of_the_guide_is_read(text: str) -> None:
    root: Node = parse(text, "pyproject.toml")
    for key in ("tool", "archgen"):
        assert isinstance(root.value, dict)
        root = root.value[key]
    assert from_table(root, "tool.archgen", "pyproject.toml", ".", library.rules()).path == "pyproject.toml"


def test_the_guide_shows_tables() -> None:
    assert len(TABLES) == 2
