"""As an author would have it: what goes without saying is left out, and lists of entries stand last."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from archgen import PatternInstance, System
from archgen.plugin import Architecture, humanised, link, natural_ids

NAMED: Final = ("groups", "data", "components", "behaviours")
LISTED: Final = ("patterns", "walkthroughs")
# What only a design has.
FORM: Final = "archgen"


def tidied(document: Mapping[str, Any], architecture: Architecture) -> dict[str, Any]:
    """The document of the architecture, and that of every design within, without names and ids that a reader makes anyway."""
    sections = dict(document)
    for section in NAMED:
        if section in sections:
            sections[section] = {id: _ordered(_unnamed(id, entry)) for id, entry in sections[section].items()}
    for section in LISTED:
        if section in sections:
            sections[section] = _ordered(sections[section])
    if "connections" in sections:
        sections["connections"] = _connections(document, architecture)
    for system in architecture.components(System):
        entry = sections["components"][architecture.id(system)]
        entry["design"] = tidied(entry["design"], link(system.design))
    return sections


def on_a_line(value: object) -> bool:
    """Whether it can be taken in on one line: no list of entries is in it, and no design."""
    if isinstance(value, dict):
        return FORM not in value and all(map(on_a_line, value.values()))
    if isinstance(value, list):
        return not any(isinstance(inner, dict) for inner in value) and all(map(on_a_line, value))
    return True


def _ordered(value: Any) -> Any:
    """The value, in its entries first what can be taken in on a line."""
    if isinstance(value, list):
        return [_ordered(inner) for inner in value]
    if not isinstance(value, dict) or FORM in value:
        return value
    return {name: _ordered(value[name]) for name in sorted(value, key=lambda name: not on_a_line(value[name]))}


def _unnamed(id: str, entry: Mapping[str, Any]) -> dict[str, Any]:
    """An entry that says nothing else keeps its name."""
    left = {name: value for name, value in entry.items() if (name, value) != ("name", humanised(id))}
    return left or dict(entry)


def _connections(document: Mapping[str, Any], architecture: Architecture) -> list[dict[str, Any]]:
    """With an id only where something speaks of it, or linking would give another."""
    brought = {part for one in architecture.design.parts if isinstance(one, PatternInstance) for part in one.connections}
    natural = {architecture.id(part) for part in natural_ids(architecture.connections(), architecture.ids) - brought}
    said = set(_texts({name: value for name, value in document.items() if name not in ("connections", "components")}))
    said |= {text for entry in document["connections"] for name, value in entry.items() if name != "id" for text in _texts(value)}
    return [_with_id(entry, needed=entry["id"] in said or entry["id"] not in natural) for entry in document["connections"]]


def _with_id(entry: Mapping[str, Any], *, needed: bool) -> dict[str, Any]:
    """The kind first, as everywhere, then the id."""
    id = {"id": entry["id"]} if needed else {}
    return {"kind": entry["kind"], **id, **{name: value for name, value in entry.items() if name not in ("kind", "id")}}


def _texts(value: object) -> Iterator[str]:
    """Every text in it."""
    waiting = [value]
    while waiting:
        one = waiting.pop()
        if isinstance(one, str):
            yield one
        elif isinstance(one, Mapping):
            waiting.extend(one.values())
        elif isinstance(one, list):
            waiting.extend(one)
