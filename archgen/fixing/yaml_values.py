"""Values of attributes as YAML and JSON have them."""

import json
from collections.abc import Mapping, Sequence
from datetime import timedelta

from archgen.dsl.connection import Connection
from archgen.dsl.part import Part
from archgen.dsl.word import Word, attributes
from archgen.model.document import name_in_files
from archgen.model.yaml_quantity import written
from archgen.model.yaml_scalar import scalar


def plain(value: object, names: Mapping[Word, str]) -> object:
    """A value as plain data. `names` are the ids of the parts that it speaks of."""
    match value:
        case Part() | Connection():
            return names[value]
        case Word():
            return {name_in_files(value, name): plain(inner, names) for name, inner in attributes(value).items()}
        case None | bool() | str():
            return value
        case timedelta() | int() | float():
            return written(value)
        case Mapping():
            return {str(name): plain(inner, names) for name, inner in value.items()}
        case Sequence():
            return [plain(inner, names) for inner in value]
    return str(value)


def in_yaml(value: object, *, flow: bool) -> str:
    """Plain data on one line; `flow` where brackets stand around it."""
    if isinstance(value, dict):
        return (
            "{"
            + ", ".join(f"{scalar(key, key=True, flow=True)}: {in_yaml(inner, flow=True)}" for key, inner in value.items())
            + "}"
        )
    if isinstance(value, list):
        return "[" + ", ".join(in_yaml(inner, flow=True) for inner in value) + "]"
    return scalar(value, flow=flow)


def in_json(value: object, *, flow: bool) -> str:
    """Plain data as JSON has it, which knows no other way than with brackets around."""
    return json.dumps(value, ensure_ascii=False)
