"""Data checked against the schema of designs, and against parts of it."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from jsonschema import Draft202012Validator

from archgen.importers.yaml_text.nodes import parse
from archgen.plugin import Reading
from archgen.schema.design_schema import design_schema


@cache
def whole() -> Draft202012Validator:
    """The schema of designs."""
    return Draft202012Validator(design_schema())


def wrong(data: object, part: Mapping[str, object] | None = None) -> list[str]:
    """What the schema says is wrong with a design, or a part of the schema with a part of one; each with its place."""
    validator = whole() if part is None else whole().evolve(schema=part)
    return [f"{error.json_path}: {error.message}" for error in validator.iter_errors(data)]


def loaded(path: Path) -> object:
    """What a file of YAML or JSON holds, as designs are read."""
    return parse(path.read_text("utf-8"), str(path), Reading()).plain()
