"""The schemas of the sections of a design file, whose entries say by their kind which word they are."""

from collections.abc import Iterator, Mapping

import archgen
from archgen.dsl.behaviour import Behaviour
from archgen.dsl.component import Component
from archgen.dsl.connection import Connection
from archgen.dsl.data import Data
from archgen.dsl.design import Design
from archgen.dsl.naming import kind
from archgen.dsl.pattern_instance import PatternInstance
from archgen.dsl.shape import shape
from archgen.dsl.word import Word, is_abstract
from archgen.schema.attribute_values import reference
from archgen.schema.plain_values import Schema
from archgen.schema.word_schema import described

# What stands in each section by its id.
BY_ID: Mapping[str, tuple[type[Word], str]] = {
    "data": (Data, "Kinds of thing that are kept and passed on, by their ids."),
    "components": (Component, "What the system is made of and what it talks to, by ids."),
    "behaviours": (Behaviour, "State machines, workflows and migrations, by their ids."),
}
# What stands in each section one after another.
LISTED: Mapping[str, tuple[type[Word], str]] = {
    "connections": (Connection, "What passes from one component or group to another."),
    "patterns": (PatternInstance, "Patterns of the library with components in their roles, which bring connections with them."),
}


def sections() -> Mapping[str, Schema]:
    """Every section by its name."""
    listed = {name: _list(about, reference(f"any_{name}")) for name, (_, about) in LISTED.items()}
    told = {
        name: _list(_meaning(name), reference(name.removesuffix("s").title()))
        for name in ("walkthroughs", "views", "decisions", "waivers")
    }
    return {
        "include": _one_or_many("Other files, whose sections are added to those of this one.", reference("path")),
        "requirements": {"description": _meaning("requirements"), **_or_nothing("Requirements")},
        "groups": _by_id("Regions, tiers and trust boundaries around components, by their ids.", _or_nothing("Group")),
        **{name: _by_id(about, reference(f"any_{name}")) for name, (_, about) in BY_ID.items()},
        **listed,
        **told,
        "left_out": {**reference("optional_texts"), "description": _meaning("left_out")},
    }


def entries() -> Mapping[str, Schema]:
    """An entry of each section that has words of several kinds, by the name that it is referred to by."""
    return {f"any_{name}": _of_any_kind(kind(base), [*words(base)]) for name, (base, _) in {**BY_ID, **LISTED}.items()}


def words(base: type[Word] = Word) -> Iterator[type[Word]]:
    """The words that are that or more than that, and can be written, in the order of their names."""
    for name in archgen.__all__:
        word = getattr(archgen, name)
        if isinstance(word, type) and issubclass(word, base) and not is_abstract(word):
            yield word


def _of_any_kind(title: str, known: list[type[Word]]) -> Schema:
    """A word that its kind tells from the others, so that what is wrong with it is said once."""
    return {
        "title": title,
        "type": "object",
        "properties": {
            "kind": {
                "description": "Which word it is.",
                "enum": [kind(word) for word in known],
                "enumDescriptions": [described(word) for word in known],
            }
        },
        "required": ["kind"],
        "allOf": [{"if": _is_kind(kind(word)), "then": reference(word.__name__)} for word in known],
    }


def _is_kind(name: str) -> Schema:
    return {"type": "object", "properties": {"kind": {"const": name}}, "required": ["kind"]}


def _or_nothing(word: str) -> Schema:
    return {"type": ["object", "null"], "if": {"type": "object"}, "then": reference(word)}


def _by_id(about: str, entry: Schema) -> Schema:
    return {
        "description": about,
        "type": ["object", "null"],
        "propertyNames": reference("id"),
        "additionalProperties": entry,
    }


def _list(about: str, item: Schema) -> Schema:
    return {"description": about, "type": ["array", "null"], "items": item}


def _one_or_many(about: str, item: Schema) -> Schema:
    """A list of texts, or a single one."""
    return {"description": about, "if": {"type": "string"}, "then": item, "else": {"type": ["array", "null"], "items": item}}


def _meaning(name: str) -> str:
    return shape(Design)[name].meaning
