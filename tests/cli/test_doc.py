"""archgen doc."""

import re
from pathlib import Path

import pytest

from tests.cli.running import Ran, ran

pytestmark = pytest.mark.graphviz


def test_a_page_needs_nothing_beside_it(capsys: pytest.CaptureFixture[str], here: Path) -> None:
    assert ran(capsys, "doc", "shop.yaml") == Ran(0, "shop.html\n", "")
    page = (here / "shop.html").read_text("utf-8")
    assert "<svg" in page
    assert re.findall(r'(?:src|href)="(?!#|data:|https?:)[^"]*"', page) == []


def test_markdown_has_its_figures_beside_it(capsys: pytest.CaptureFixture[str], here: Path) -> None:
    assert ran(capsys, "doc", "shop.py", "-o", "out/shop.md") == Ran(0, "out/shop.md\n", "")
    text = (here / "out" / "shop.md").read_text("utf-8")
    shown = re.findall(r"\]\((\S+\.svg)\)", text)
    assert shown
    assert [name for name in shown if not (here / "out" / name).is_file()] == []


@pytest.mark.parametrize("name", ["shop.txt", "shop"])
def test_another_form_could_not_run(capsys: pytest.CaptureFixture[str], name: str) -> None:
    result = ran(capsys, "doc", "shop.yaml", "-o", name)
    assert (result.code, result.out) == (2, "")
    assert "a document is written as .html, .md, .eml or .pdf" in result.err
