"""Not stated is not no: what a rule says of a design of which one thing is left out."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from typing import Any, Protocol

from archgen.dsl.design import Design
from archgen.errors import ArchgenError, Fault, SpecError
from archgen.importers.design_yaml import read_node
from archgen.importers.yaml_text.nodes import parse
from archgen.loading import library
from archgen.model.architecture import Architecture
from archgen.model.positioned import Node, Reading
from archgen.model.report import Finding
from archgen.model.rule import Rule, Severity

# What tells a part from others is no statement about it.
IDENTITY = {"kind", "id", "from", "to", "along", "name", "archgen", "design", "rule", "subject"}
SECTIONS = {"components", "connections", "groups", "data", "behaviours", "walkthroughs", "patterns", "waivers", "decisions"}
PATH = "case.json"
Steps = tuple[str | int, ...]
Told = Mapping[tuple[str, tuple[str, ...]], str]


class Finder(Protocol):
    """A rule that can be asked what it finds."""

    @property
    def rule(self) -> Rule:
        """The rule."""

    def found(self, design: Design) -> Sequence[Finding]:
        """What it says of a design."""


def brought_by_leaving_out(architecture: Architecture, finder: Finder) -> Iterator[tuple[str, str]]:
    """Each thing without which the rule finds an error that was not there, and what it says then.

    A design that no file can hold, such as one with words of its author's own, is not looked at.
    """
    if finder.rule.severity is not Severity.ERROR:
        return
    try:
        stated = Stated(architecture)
        before = _errors(finder, stated.design())
    except ArchgenError:
        return
    for path in places(stated.data):
        try:
            design = stated.design(path)
        except SpecError:
            continue  # the word needs it
        for key, message in _errors(finder, design).items():
            if key not in before:
                yield _named(stated.data, path), message


class Stated:
    """A design as a file states it, to be read again and again with one thing left out. Its text is parsed once."""

    def __init__(self, architecture: Architecture) -> None:
        self.text = library.exporter("json").write(architecture)
        self.data = json.loads(self.text)

    def design(self, left_out: Steps = ()) -> Design:
        """What is read without what stands there. Raises SpecError where that is no design."""
        return read_node(without(self._root, left_out), PATH, _nothing_beside, Reading()).design

    @cached_property
    def _root(self) -> Node:
        return parse(self.text, PATH, Reading())


def places(value: object, path: Steps = ()) -> Iterator[Steps]:
    """Where something is stated, in a design as plain data."""
    if isinstance(value, dict):
        for key, inner in value.items():
            if path and key not in IDENTITY and path[-1] not in SECTIONS:
                yield (*path, key)
            yield from places(inner, (*path, key))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from places(inner, (*path, index))


def without(node: Node, path: Steps) -> Node:
    """The same data but for what stands there; all that is not around it, both have."""
    if not path:
        return node
    first, rest = path[0], path[1:]
    if isinstance(node.value, list):
        return replace(node, value=[without(one, rest) if place == first else one for place, one in enumerate(node.value)])
    values = dict(node.value) if isinstance(node.value, dict) else {}
    if rest:
        values[str(first)] = without(values[str(first)], rest)
    else:
        del values[str(first)]
    return replace(node, value=values)


def _nothing_beside(path: str) -> str:
    raise SpecError([Fault(f"{path} is not there")])


def _errors(finder: Finder, design: Design) -> Told:
    found = finder.found(design)
    return {(one.code, tuple(one.subjects)): one.message for one in found if one.severity is Severity.ERROR}


def _named(data: Any, path: Steps) -> str:
    """A place as people say it: the retry of app calls api."""
    section, *rest = path
    if section not in SECTIONS or len(rest) < 2:
        return f"the {'.'.join(map(str, rest))} of the {section}"
    entry = data[section][rest[0]]
    ends = f"{entry['from']} {entry['kind']} {entry['to']}" if {"from", "kind", "to"} <= entry.keys() else ""
    return f"the {'.'.join(map(str, rest[1:]))} of {ends or rest[0]}"
