"""The schema of a whole design file, draft 2020-12."""

import json

from archgen.dsl.design import Design
from archgen.dsl.notes import SECTIONS
from archgen.dsl.shape import shape
from archgen.dsl.word import Word
from archgen.model.document import TEXTS, VERSION
from archgen.schema.attribute_values import reference
from archgen.schema.plain_values import END, Schema, any_case, plain_values
from archgen.schema.sections import entries, sections, words
from archgen.schema.word_schema import described, word_schema

DRAFT = "https://json-schema.org/draft/2020-12/schema"
SUFFIXES = ("yaml", "yml", "json")


def schema_text() -> str:
    """The schema as a file holds it."""
    return json.dumps(design_schema(), indent=2, ensure_ascii=False) + "\n"


def design_schema() -> Schema:
    """The schema of design files, in YAML or JSON; at `$defs/included_file`, that of files that a design includes."""
    stated = {name: shape(Design)[name].meaning for name in ("name", *TEXTS)}
    return {
        "$schema": DRAFT,
        "title": "A design",
        "description": described(Design),
        "type": "object",
        "properties": {
            "archgen": {"description": "The version of this form.", "const": VERSION},
            "design": {"description": stated.pop("name"), **reference("name")},
            **{name: {"description": meaning, **reference("text")} for name, meaning in stated.items()},
            "notes": _notes(),
            **sections(),
        },
        "required": ["design"],
        # Where other files are included, one of these may say the version.
        "if": {"required": ["include"]},
        "else": {"required": ["archgen"]},
        "additionalProperties": False,
        "$defs": {
            "included_file": _included_file(),
            "design_of_a_part": {"if": {"type": "object"}, "then": {"$ref": "#"}, "else": reference("path")},
            "path": _path(),
            **entries(),
            **{word.__name__: word_schema(word) for word in _defined()},
            **plain_values(),
        },
    }


def _defined() -> list[type[Word]]:
    """Every word, and those that only say what others have in common, in the order of their names."""
    found = {cls for word in words() for cls in word.__mro__ if cls is not Word and issubclass(cls, Word) and shape(cls)}
    return sorted(found - {Design}, key=lambda word: word.__name__)


def _included_file() -> Schema:
    return {
        "title": "A part of a design",
        "description": "A file that a design includes: its sections are added to those of the design.",
        "type": "object",
        "properties": {name: {"$ref": f"#/properties/{name}"} for name in ("archgen", *sections())},
        "additionalProperties": False,
        # Editors lay this over the whole schema, whose condition must not hold here.
        "else": {},
    }


def _notes() -> Schema:
    known = {name: {"description": f'Prose at the end of the section "{name}".', **reference("text")} for name in SECTIONS}
    by_section = {"type": "object", "properties": known, "additionalProperties": False}
    about = {"description": shape(Design)["notes"].meaning, "type": ["string", "object", "null"]}
    return {**about, "if": {"type": "string"}, "then": reference("text"), "else": {"if": {"type": "object"}, "then": by_section}}


def _path() -> Schema:
    return {
        "type": "string",
        "pattern": rf"^(?!/)[^\\]*\.(?:{any_case(SUFFIXES)}){END}",
        "patternErrorMessage": "this names a file that ends with .yaml, .yml or .json, relative to this one",
    }
