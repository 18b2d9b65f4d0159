"""The schema of a word: its attributes under the names that files have, what it needs, and nothing else."""

import inspect

from archgen.dsl.connection import Connection
from archgen.dsl.group import Group
from archgen.dsl.naming import kind
from archgen.dsl.part import Part
from archgen.dsl.pattern_instance import PatternInstance
from archgen.dsl.shape import Attribute, shape
from archgen.dsl.word import Word, is_abstract
from archgen.schema.attribute_values import attribute_value
from archgen.schema.plain_values import Schema


def word_schema(word: type[Word]) -> Schema:
    """The word where it stands in a file. One that only says what others have in common has attributes for them to refer to."""
    stated = {_written(one): one for one in shape(word).values() if not _is_key(one)}
    about: Schema = {"title": kind(word), "description": described(word)}
    properties = {name: _property(name, attribute) for name, attribute in stated.items()}
    if is_abstract(word):
        return {**about, "properties": properties}
    by_kind = {"kind": {"const": kind(word), "description": described(word)}} if _says_its_kind(word) else {}
    return {
        **about,
        "type": "object",
        "properties": {**by_kind, **properties},
        "required": [*by_kind, *(name for name, attribute in stated.items() if _is_needed(attribute))],
        "additionalProperties": False,
    }


def described(word: type[Word]) -> str:
    """What the word is: the first paragraph of its page."""
    return " ".join(inspect.cleandoc(word.__doc__ or "").split("\n\n")[0].split())


def _property(name: str, attribute: Attribute) -> Schema:
    """What an attribute may hold; what a word has from a more general one is said there."""
    declares = next(cls for cls in attribute.word.__mro__ if attribute.name in inspect.get_annotations(cls))
    return (
        attribute_value(attribute) if declares is attribute.word else {"$ref": f"#/$defs/{declares.__name__}/properties/{name}"}
    )


def _written(attribute: Attribute) -> str:
    """The name that files have for an attribute."""
    if attribute.name == "group" and Group not in attribute.references:
        return "group"
    return {"group": "in", "source": "from", "target": "to"}.get(attribute.name, attribute.name)


def _says_its_kind(word: type[Word]) -> bool:
    """Whether it stands in a section where others could stand."""
    return issubclass(word, Part | Connection | PatternInstance) and word is not Group


def _is_needed(attribute: Attribute) -> bool:
    """Whether an entry has to state it. A part without a name is called after its key."""
    return attribute.needed and not (issubclass(attribute.word, Part) and attribute.name == "name")


def _is_key(attribute: Attribute) -> bool:
    """Whether it is the key of an entry, which is not said again in it."""
    return attribute.name == "id" and issubclass(attribute.word, Part)
