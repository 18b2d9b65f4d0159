"""Hostile texts in reports: what a format calls its own is all that there is of it."""

import json
import re
import xml.etree.ElementTree as ElementTree
from functools import cache

import pytest

from archgen.documents.html import fragment
from archgen.dsl.texts import REVERSALS
from archgen.loading import library
from archgen.loading.shipped import shipped
from archgen.model.link import link
from archgen.model.report import Report
from archgen.model.spec import Spec
from archgen.pipeline.judging import lint
from archgen.pipeline.reading import Read
from tests.documents.markup import Markup
from tests.hostile.everything import RUNS, hostile

FORMATS = sorted(path.stem for path in (shipped("templates").parent / "archgen" / "reporters").glob("[a-z]*.py"))
COMMANDS = re.compile(r"::(?:error|warning|notice) [^:]*::|::(?:end)?group::|::stop-commands::")


@cache
def report() -> Report:
    design, _ = hostile()
    return lint(Read(Spec(design, "hostile.py", {}), link(design)))


@cache
def written(name: str) -> str:
    return library.reporter(name).write([report()])


def test_there_is_something_to_report() -> None:
    assert len(report().findings) > 5
    assert {"text", "json", "sarif", "github", "gitlab", "junit", "markdown"} <= set(FORMATS)


@pytest.mark.parametrize("name", FORMATS)
def test_no_report_holds_what_a_terminal_obeys(name: str) -> None:
    assert not REVERSALS.search(written(name))
    assert all(sign in "\n\t" or ord(sign) >= ord(" ") for sign in written(name))


@pytest.mark.parametrize("name", ["json", "sarif", "gitlab"])
def test_data_is_data(name: str) -> None:
    assert json.loads(written(name))


def test_junit_is_xml_in_which_texts_are_texts() -> None:
    tags = {element.tag for element in ElementTree.fromstring(written("junit")).iter()}
    assert tags <= {"testsuites", "testsuite", "testcase", "failure", "error", "skipped", "properties", "property", "system-out"}


def test_runners_are_given_commands_of_archgen_alone() -> None:
    lines = [line for line in written("github").splitlines() if "::" in line[:2] or "##[" in line]
    assert lines
    assert [line for line in lines if not COMMANDS.match(line)] == []  # what begins with one is not looked through for others


def test_markdown_of_a_report_is_shown_as_text() -> None:
    page = Markup(fragment(written("markdown")))
    assert [danger for danger in page.dangers if RUNS in danger or danger in ("script", "img", "iframe", "svg")] == []
    assert RUNS in page.text
