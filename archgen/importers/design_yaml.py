"""Designs in YAML, or in JSON, which is the same form. Nothing of the file is run."""

from collections.abc import Callable, Iterator
from typing import TypeVar

from archgen import Component, Connection, Decision, Design, Requirements, Step, Waiver, Walkthrough
from archgen.importers.design_form.parts import Parts, build, keep_places
from archgen.importers.yaml_text.nodes import parse
from archgen.plugin import Importer, Node, Position, Reading, Spec, SpecError, Word, suggestion

VERSION = 1
W = TypeVar("W", bound=Word)
TEXTS = ("summary", "pitch", "problem")
SECTIONS = ("groups", "components", "connections", "requirements", "walkthroughs", "decisions", "left_out", "waivers")
NOTHING = Node(None, Position(""))


def read(text: str, path: str) -> Spec:
    """Read a design. Raises SpecError with everything that is wrong with the file."""
    reading = Reading()
    root = parse(text, path, reading)
    top = reading.mapping(root, "a design")
    _check_top(root, top, reading)
    parts = Parts(reading, *(reading.mapping(top.get(name, NOTHING), name) for name in ("groups", "components")))
    design = _design(top, root, parts, reading)
    if reading.faults or design is None:
        raise SpecError(sorted(reading.faults, key=lambda fault: _order(fault.position)))
    keep_places(parts.places, design, root)
    return Spec(design, path, parts.places)


def _order(position: Position | None) -> tuple[int, int]:
    return (position.line or 0, position.column or 0) if position else (0, 0)


def _check_top(root: Node, top: dict[str, Node], reading: Reading) -> None:
    known = ("archgen", "design", *TEXTS, *SECTIONS)
    for name in top:
        if name not in known:
            reading.refuse(f'a design has no "{name}"{suggestion(name, known)}', root.keys[name])
    if "archgen" not in top:
        reading.refuse(f"the first line says which form this is: archgen: {VERSION}", root.position)
    elif top["archgen"].value != VERSION:
        reading.refuse(f"this form is not known; write: archgen: {VERSION}", top["archgen"].position)
    if "design" not in top:
        reading.refuse("the design needs a name: design: ...", root.position)


def _design(top: dict[str, Node], root: Node, parts: Parts, reading: Reading) -> Design | None:
    for id, node in reading.mapping(top.get("groups", NOTHING), "groups").items():
        parts.group(id, node.position)
    components = [parts.component(id, node.position) for id, node in _section(top, "components", reading)]
    connections = [parts.connection(node) for node in reading.items(top.get("connections", NOTHING), "connections")]
    by_id = _by_id([part for part in connections if part], parts)
    texts = {name: reading.text(top[name], name) for name in TEXTS if name in top}
    return build(
        Design,
        root,
        {
            "name": reading.text(top["design"], "design") if "design" in top else "",
            "parts": [part for part in (*components, *connections) if part],
            **texts,
            "requirements": _requirements(top.get("requirements", NOTHING), parts, reading),
            "walkthroughs": list(_each(top, "walkthroughs", reading, lambda node: _walkthrough(node, by_id, parts, reading))),
            "decisions": list(_each(top, "decisions", reading, lambda node: _decision(node, parts, reading))),
            "left_out": dict(reading.texts(top.get("left_out", NOTHING), "left_out")),
            "waivers": list(_each(top, "waivers", reading, lambda node: _waiver(node, by_id, parts, reading))),
        },
        reading,
    )


def _section(top: dict[str, Node], name: str, reading: Reading) -> Iterator[tuple[str, Node]]:
    node = top.get(name, NOTHING)
    yield from node.value.items() if isinstance(node.value, dict) else ()


def _each(top: dict[str, Node], name: str, reading: Reading, made: Callable[[Node], object]) -> Iterator[object]:
    for node in reading.items(top.get(name, NOTHING), name):
        value = made(node)
        if value is not None:
            yield value


def _by_id(connections: list[Connection], parts: Parts) -> dict[str, Connection]:
    """The connections by the ids that linking gives them: an id of their own, or source, verb and target."""
    ids: dict[str, Connection] = {}
    for part in connections:
        stem = part.id or f"{part.source.id}-{part.verb}-{part.target.id}"
        number = 2
        id = stem
        while id in ids:
            id, number = f"{stem}-{number}", number + 1
        ids[id] = part
    return ids


def _requirements(node: Node, parts: Parts, reading: Reading) -> Requirements | None:
    values = {name: inner.plain() for name, inner in reading.mapping(node, "requirements").items()}
    made = build(Requirements, node, values, reading)
    if made is not None and node is not NOTHING:
        keep_places(parts.places, made, node)
    return made or Requirements()


def _walkthrough(node: Node, by_id: dict[str, Connection], parts: Parts, reading: Reading) -> Walkthrough | None:
    entry = reading.mapping(node, "a walkthrough")
    steps = [_step(step, by_id, parts, reading) for step in reading.items(entry.get("steps", NOTHING), "steps")]
    values = {name: inner.plain() for name, inner in entry.items() if name != "steps"}
    return _kept(build(Walkthrough, node, {**values, "steps": [step for step in steps if step]}, reading), node, parts)


def _step(node: Node, by_id: dict[str, Connection], parts: Parts, reading: Reading) -> Step | None:
    entry = reading.mapping(node, "a step")
    if "along" not in entry:
        reading.refuse('a step needs "along": the id of a connection', node.position)
        return None
    along = _named_connection(entry["along"], by_id, reading)
    values = {name: inner.plain() for name, inner in entry.items() if name != "along"}
    return _kept(build(Step, node, {**values, "along": along}, reading), node, parts) if along else None


def _named_connection(node: Node, by_id: dict[str, Connection], reading: Reading) -> Connection | None:
    id = str(node.plain())
    if id not in by_id:
        reading.refuse(f'there is no connection "{id}"{suggestion(id, by_id)}', node.position)
    return by_id.get(id)


def _decision(node: Node, parts: Parts, reading: Reading) -> Decision | None:
    values = {name: inner.plain() for name, inner in reading.mapping(node, "a decision").items()}
    return _kept(build(Decision, node, values, reading), node, parts)


def _waiver(node: Node, by_id: dict[str, Connection], parts: Parts, reading: Reading) -> Waiver | None:
    entry = reading.mapping(node, "a waiver")
    values = {name: inner.plain() for name, inner in entry.items()}
    if "subject" in entry:
        values["subject"] = _subject(entry["subject"], by_id, parts)
    return _kept(build(Waiver, node, values, reading), node, parts)


def _subject(node: Node, by_id: dict[str, Connection], parts: Parts) -> Component | Connection | None:
    id = str(node.plain())
    return by_id[id] if id in by_id else parts.component(id, node.position)


def _kept(made: W | None, node: Node, parts: Parts) -> W | None:
    if made is not None:
        keep_places(parts.places, made, node)
    return made


importer = Importer((".yaml", ".yml", ".json"), read)
