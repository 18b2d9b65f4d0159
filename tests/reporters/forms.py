"""What is held of every form of a report: that it can be read, and which messages it then holds."""

import json
from functools import cache
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import xmlschema
from jsonschema import Draft4Validator, Draft202012Validator

SCHEMAS = Path(__file__).resolve().parent.parent / "schemas"


@cache
def _schema(name: str) -> Any:
    return json.loads((SCHEMAS / name).read_text("utf-8"))


def sarif(text: str) -> Any:
    """The one run of a log that is valid."""
    log = json.loads(text)
    checker = Draft4Validator.FORMAT_CHECKER
    assert [
        error.message for error in Draft4Validator(_schema("sarif-schema-2.1.0.json"), format_checker=checker).iter_errors(log)
    ] == []
    (run,) = log["runs"]
    return run


def gitlab(text: str) -> list[Any]:
    """The entries of a report that is valid, and of which no two are one to GitLab."""
    entries = json.loads(text)
    assert [error.message for error in Draft202012Validator(_schema("gitlab-code-quality.json")).iter_errors(entries)] == []
    prints = [entry["fingerprint"] for entry in entries]
    assert len(prints) == len(set(prints))
    return list(entries)


@cache
def _xsd() -> xmlschema.XMLSchema:
    return xmlschema.XMLSchema(SCHEMAS / "junit-10.xsd")


def junit(text: str) -> ElementTree.Element:
    """The root of a report that is valid."""
    root = ElementTree.fromstring(text)
    _xsd().validate(root)
    return root
