"""Not stated is not no: what a rule says of a design of which one thing is left out."""

import json
from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy
from typing import Any, Protocol, cast

from archgen.dsl.design import Design
from archgen.errors import ArchgenError, Fault, SpecError
from archgen.loading import library
from archgen.model.architecture import Architecture
from archgen.model.report import Finding
from archgen.model.rule import Rule, Severity

# What tells a part from others is no statement about it.
IDENTITY = {"kind", "id", "from", "to", "along", "name", "archgen", "design", "rule", "subject"}
SECTIONS = {"components", "connections", "groups", "data", "behaviours", "walkthroughs", "patterns", "waivers", "decisions"}
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
        data = json.loads(library.exporter("json").write(architecture))
        before = _errors(finder, _read(data))
    except ArchgenError:
        return
    for path in places(data):
        try:
            design = _read(without(data, path))
        except SpecError:
            continue  # the word needs it
        for key, message in _errors(finder, design).items():
            if key not in before:
                yield _named(data, path), message


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


def without(data: object, path: Steps) -> object:
    """The same data but for what stands there."""
    copy = deepcopy(data)
    holder = cast("Any", copy)
    for step in path[:-1]:
        holder = holder[step]
    del holder[path[-1]]
    return copy


def _read(data: object) -> Design:
    importer = next(entry.value for entry in library.importers() if ".json" in entry.value.suffixes)
    return importer.read(json.dumps(data), "case.json", _nothing_beside).design


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
