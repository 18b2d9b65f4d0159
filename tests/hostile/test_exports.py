"""Hostile texts in the formats of other tools: as data they are the same again, as drawings they stay within their quotes."""

import json
import re
from functools import cache

import pytest

from archgen.dsl.texts import REVERSALS
from archgen.importers.design_yaml import importer
from archgen.loading import library
from archgen.loading.spec_file import load
from archgen.model.architecture import Architecture
from archgen.model.document import document
from archgen.model.link import link
from tests.fetching import files
from tests.hostile.everything import hostile

FORMATS = ("json", "yaml", "python", "mermaid", "d2", "dot")


@cache
def architecture() -> Architecture:
    return link(hostile()[0])


@cache
def exported(name: str) -> str:
    return library.exporter(name).write(architecture())


@pytest.mark.parametrize("name", ["json", "yaml"])
def test_data_is_the_same_when_it_is_read_again(name: str) -> None:
    again = importer.read(exported(name), f"hostile.{name}", files())
    assert document(link(again)) == document(architecture())


def test_json_is_json() -> None:
    assert json.loads(exported("json"))["design"] == architecture().name


def test_code_makes_the_same_design_and_does_nothing_else(tmp_path: object) -> None:
    path = f"{tmp_path}/made.py"
    with open(path, "w", encoding="utf-8") as file:  # noqa: PTH123 the fixture is typed as any object
        file.write(exported("python"))
    assert document(link(load(path))) == document(architecture())


@pytest.mark.parametrize("name", FORMATS)
def test_no_format_is_read_in_another_order_than_it_is_written_in(name: str) -> None:
    assert not REVERSALS.search(exported(name))
    assert all(sign == "\n" or ord(sign) >= ord(" ") for sign in exported(name))


@pytest.mark.parametrize(
    ("name", "plain"),
    [
        ("mermaid", r"[\w\s\[\]|.>-]*"),
        ("d2", r"[\w\s.:{}>-]*"),
        ("dot", r"[\w\s=\[\]{},;>-]*"),
    ],
)
def test_drawings_hold_texts_between_quotes_alone(name: str, plain: str) -> None:
    outside = re.sub(r'"(?:\\.|[^"\\\n])*"', "", exported(name))
    assert re.fullmatch(plain, outside)
    assert "script" not in outside


def test_no_html_and_no_markdown_reaches_mermaid() -> None:
    within = "".join(re.findall(r'"([^"]*)"', exported("mermaid"))).replace("<br/>", "")
    assert set(within) & set("<>`*_[]{}") == set()


def test_d2_substitutes_nothing() -> None:
    assert re.search(r"(?<!\\)\$", exported("d2")) is None
