"""The schema of designs takes what archgen takes, and nothing else that it can tell."""

import json
import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from archgen import Design, Pattern
from archgen.errors import SpecError
from archgen.exporters.json import exporter
from archgen.importers.design_yaml import importer
from archgen.loading import library
from archgen.model.catalogue import Entry
from archgen.model.link import link
from archgen.pipeline.reading import read
from archgen.schema.attribute_values import reference
from archgen.schema.design_schema import design_schema, schema_text
from tests.exporters.designs import designs
from tests.fetching import files
from tests.schema.changed import at, changed, objects
from tests.schema.checking import loaded, wrong

ROOT = Path(__file__).resolve().parent.parent.parent
FOLDERS = ("examples", "tests/exporters/twins", "tests/golden/advice", "tests/golden/examples/*", "tests/golden/export")
KEPT = sorted(path for folder in FOLDERS for suffix in ("yaml", "json") for path in ROOT.glob(f"{folder}/*.{suffix}"))
INCLUDED = sorted(ROOT.glob("examples/parts/**/*.yaml"))
WRITTEN = sorted([*ROOT.glob("examples/*.py"), *ROOT.glob("tests/exporters/twins/*.py")])
BROKEN = sorted((ROOT / "tests" / "broken_specs").glob("*.yaml"))
# What is wrong with a file and cannot be seen in its data: what archgen says of it, and why a schema cannot.
UNSEEN: Mapping[str, str] = {
    "this is not YAML|does not take a tab|^the character": "there is no data to check",
    "the file is empty": "likewise",
    "anchors and aliases|tags |nested more than|a file holds one design": "data does not tell how it was written",
    "stands here a second time|a key is a name": "in data, no name stands twice, and all are texts",
    "there is no such day": "a schema keeps no calendar",
    "there is no (?!kind )|has no component": "a schema knows no other part than the one that it looks at",
    "has to be a|nothing stands in the group|refers to itself": "likewise",
    "two parts have the id|two .* are called": "likewise, and names are not compared",
}
any_design = given(designs(), st.data())
slow = [HealthCheck.too_slow, HealthCheck.data_too_large]


def exported(design: Design) -> dict[str, Any]:
    made: dict[str, Any] = json.loads(exporter.write(link(design)))
    return made


def faults(text: str) -> list[str]:
    """Everything that archgen says is wrong with a design."""
    try:
        link(importer.read(text, "design.json", files({"part.yaml": "archgen: 1\ndesign: Part\n"})))
    except SpecError as problem:
        return [fault.message for fault in problem.faults]
    return []


def cannot_see(message: str) -> bool:
    """Whether this is nothing that a schema can see."""
    return any(re.search(known, message) for known in UNSEEN)


def test_it_is_a_schema() -> None:
    Draft202012Validator.check_schema(design_schema())


def test_it_is_written_the_same_every_time() -> None:
    assert schema_text() == json.dumps(design_schema(), indent=2, ensure_ascii=False) + "\n"


def described(schema: object, path: str = "") -> Iterator[tuple[str, Any]]:
    """Every property of every object that the schema knows."""
    for name, inner in schema.items() if isinstance(schema, dict) else enumerate(schema) if isinstance(schema, list) else ():
        if name == "properties":
            yield from ((f"{path}.{attribute}", what) for attribute, what in inner.items())
        if name != "if":
            yield from described(inner, f"{path}.{name}")


def test_every_word_and_attribute_is_described() -> None:
    words = [what for name, what in design_schema()["$defs"].items() if name[0].isupper()]  # type: ignore[attr-defined]
    assert len(words) > 100
    assert [what["title"] for what in words if not what["description"]] == []
    assert [
        path for path, what in described(design_schema()) if not ("properties" in what.get("$ref", "") or what.get("description"))
    ] == []


def test_every_reference_leads_somewhere() -> None:
    whole = design_schema()
    for target in re.findall(r'"\$ref": "#/?([^"]*)"', schema_text()):
        assert at(whole, tuple(target.split("/")) if target else ())


@pytest.mark.parametrize("path", KEPT, ids=lambda path: path.name)
def test_a_design_file_is_taken(path: Path) -> None:
    assert wrong(loaded(path)) == []


@pytest.mark.parametrize("path", INCLUDED, ids=lambda path: path.name)
def test_a_file_that_a_design_includes_is_taken(path: Path) -> None:
    assert wrong(loaded(path), reference("included_file")) == []


@pytest.mark.parametrize("path", WRITTEN, ids=lambda path: path.name)
def test_a_design_in_python_is_taken_as_it_is_exported(path: Path) -> None:
    assert wrong(json.loads(exporter.write(read(str(path)).architecture))) == []


@pytest.mark.parametrize("entry", [*library.patterns()], ids=lambda entry: entry.name)
def test_the_design_of_every_pattern_is_taken(entry: Entry[Pattern]) -> None:
    assert wrong(exported(entry.value.structure)) == []


def test_what_a_design_includes_has_sections_alone() -> None:
    included = reference("included_file")
    assert wrong({"components": {"app": {"kind": "client"}}, "include": ["more.yaml"]}, included) == []
    assert wrong({"include": "more.yaml"}, included) == wrong({"include": None}, included) == []
    assert wrong({"include": 3}, included) != [] != wrong({"include": "/etc/more.yaml"}, included)
    assert wrong({"design": "Chat"}, included) == ["$: Additional properties are not allowed ('design' was unexpected)"]
    assert wrong({"components": {"app": {"kind": "clint"}}}, included)


def test_the_version_is_asked_for_where_no_other_file_can_say_it() -> None:
    assert wrong({"design": "Chat"}) == ["$: 'archgen' is a required property"]
    assert wrong({"design": "Chat", "include": ["parts.yaml"]}) == []


@pytest.mark.parametrize("path", BROKEN, ids=lambda path: path.stem)
def test_a_broken_file_is_refused_but_for_what_a_schema_cannot_see(path: Path) -> None:
    """A file that is not even data is refused by whoever reads it."""
    seen = [message for message in faults(path.read_text("utf-8")) if not cannot_see(message)]
    with suppress(SpecError):
        assert bool(wrong(loaded(path))) == bool(seen)


@any_design
@settings(suppress_health_check=slow, deadline=None)
def test_any_design_is_taken_as_it_is_exported(design: Design, data: st.DataObject) -> None:
    document = exported(design)
    assert wrong(document) == []
    found = at(document, data.draw(st.sampled_from(list(objects(document)))))
    found["colour"] = 5
    assert wrong(document) != []


@any_design
@settings(suppress_health_check=slow, deadline=None)
def test_a_changed_design_is_refused_just_where_archgen_refuses_its_form(design: Design, data: st.DataObject) -> None:
    document = data.draw(changed(exported(design)))
    seen = [message for message in faults(json.dumps(document)) if not cannot_see(message)]
    assert bool(wrong(document)) == bool(seen), seen
