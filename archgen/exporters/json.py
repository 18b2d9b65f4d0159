"""Designs as JSON, in the form that design files have: every part with its id, every quantity in its base unit."""

import json
import re
from collections.abc import Mapping
from datetime import timedelta

from archgen.plugin import Architecture, Exporter, Word, attributes, kind

VERSION = 1
# What readers of YAML take for the end of a line, or refuse.
ESCAPED = re.compile("[\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")
# Up to here a whole number is the same as an integer and as a float.
EXACT = 1e15


def write(architecture: Architecture) -> str:
    """The whole design. Reading it again gives the same text."""
    text = json.dumps(document(architecture), indent=2, ensure_ascii=False)
    return ESCAPED.sub(lambda character: f"\\u{ord(character[0]):04x}", text) + "\n"


def document(architecture: Architecture) -> dict[str, object]:
    """The design as plain data. What the design does not state is left out."""
    design, ids = architecture.design, architecture.ids
    sections: dict[str, object] = {
        "archgen": VERSION,
        "design": design.name,
        **{name: getattr(design, name) for name in ("summary", "pitch", "problem")},
        "requirements": _plain(design.requirements, architecture),
        "groups": {ids[group]: _part(group, architecture) for group in architecture.groups},
        "components": {ids[part]: {"kind": kind(type(part)), **_part(part, architecture)} for part in architecture.components()},
        "connections": [
            {
                "id": ids[part],
                "kind": kind(type(part)),
                "from": ids[part.source],
                "to": ids[part.target],
                **_part(part, architecture),
            }
            for part in architecture.connections()
        ],
        "walkthroughs": _plain(design.walkthroughs, architecture),
        "decisions": _plain(design.decisions, architecture),
        "left_out": dict(design.left_out),
        "waivers": _plain(design.waivers, architecture),
    }
    return {name: value for name, value in sections.items() if value not in (None, {}, [])}


def _part(part: Word, architecture: Architecture) -> dict[str, object]:
    """A part's own attributes; its id and its ends stand beside them, its group under the name that files use."""
    stated = attributes(part)
    group = stated.pop("group", None)
    where = {"in": architecture.ids[group]} if isinstance(group, Word) else {}
    own = {name: value for name, value in stated.items() if name not in ("id", "source", "target")}
    return {**{name: _plain(value, architecture) for name, value in own.items()}, **where}


def _plain(value: object, architecture: Architecture) -> object:
    match value:
        case timedelta():
            return _number(value.total_seconds())
        case Word() if value in architecture.ids:
            return architecture.ids[value]
        case Word():
            return {name: _plain(inner, architecture) for name, inner in attributes(value).items()}
        case list() | tuple():
            return [_plain(inner, architecture) for inner in value]
        case Mapping():
            return {str(name): _plain(inner, architecture) for name, inner in value.items()}
        case None | bool() | int():
            return value
        case float():
            return _number(value)
    return str(value)


def _number(value: float) -> int | float:
    return int(value) if value.is_integer() and value < EXACT else float(value)


exporter = Exporter(".json", write)
